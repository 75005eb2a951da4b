package settings

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	forms "mercredi/ui/page/sheet"
)

// sheet edits one record of a table: fields, « Enregistrer », and for a record that exists « Supprimer » or
// « Archiver » when others need it.
type sheet[T any] struct {
	page     *Page
	table    *registry.Table[T]
	id       data.ID[T]
	known    bool
	archived bool
	title    string
	width    float32 // 0 is that of most sheets
	inputs   []kit.Input
	body     *fyne.Container
	read     func(*T) // puts what the fields say into the record
}

func (s sheet[T]) open() {
	form := forms.New(s.page.desk)
	form.Add(s.inputs...)
	parts := forms.Parts{Title: s.title, Verb: "Enregistrer", Width: s.width, Body: s.body}
	kept := func() { s.page.desk.Window.Toast("Modifications enregistrées.", nil) }
	if s.known {
		parts.Body = kit.VBox(0, s.body, kit.PadXY(0, 12, kit.HBox(0, s.removal(form.Close))))
		forms.Edit(form, forms.Record[T]{Table: s.table, ID: s.id, Read: s.read, Done: kept}, parts)
		return
	}
	parts.Save = func() (func() error, func()) {
		var v T
		s.read(&v)
		return func() error { return s.table.Save(&v) }, kept
	}
	form.Show(parts)
}

// removal is the button that takes the record away.
func (s sheet[T]) removal(closed func()) fyne.CanvasObject {
	if s.archived {
		return kit.NewSmall("Sortir des archives", "", kit.Secondary, func() { closed(); s.archive(false) })
	}
	return kit.NewSmall("Supprimer", "trash-2", kit.Danger, func() { closed(); s.remove() })
}

// remove takes the record out; when others need it, it offers to archive it.
func (s sheet[T]) remove() {
	var removed T
	s.page.desk.Do(func() (err error) {
		removed, err = s.table.Remove(s.id)
		if errors.Is(err, registry.ErrInUse) {
			return nil // asked below
		}
		return err
	}, func() {
		if _, still := s.table.Get(s.id); still {
			s.askArchive()
			return
		}
		s.page.desk.Window.Toast(s.title+" n’est plus dans la liste.", func() {
			s.page.desk.Do(func() error { return s.table.Restore(removed) }, nil)
		})
	})
}

func (s sheet[T]) askArchive() {
	kit.Ask(s.page.desk.Window.Canvas(), kit.Question{
		Title: "Archiver\u00a0?",
		Text:  "D’autres fiches s’en servent encore. Archivé, cet élément ne sera plus proposé, et ce qui existe ne change pas.",
		Verb:  "Archiver", Safe: "Ne rien changer", Do: func() { s.archive(true) },
	})
}

func (s sheet[T]) archive(on bool) {
	s.page.desk.Do(func() error {
		v, ok := s.table.Get(s.id)
		if !ok {
			return registry.ErrGone
		}
		any(&v).(interface{ Head() *data.Record[T] }).Head().Archived = on
		return s.table.Save(&v)
	}, func() {
		if on {
			s.page.desk.Window.Toast(s.title+" passe dans les archives.", func() { s.archive(false) })
		}
	})
}

// indexOf is the place of v in list, or the first.
func indexOf[T comparable](list []T, v T) int { return max(0, slices.Index(list, v)) }
