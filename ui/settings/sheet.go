package settings

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
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
	inputs   []kit.Input
	body     *fyne.Container
	read     func(*T) // puts what the fields say into the record
}

func (s sheet[T]) open() {
	form := kit.NewForm(s.inputs...)
	var dialog *kit.Dialog
	body := s.body
	if s.known {
		body = kit.VBox(0, s.body, kit.PadXY(0, 12, kit.HBox(0, s.removal(func() { dialog.Close() }))))
	}
	dialog = kit.ShowSheet(s.page.desk.Window.Canvas(), kit.Sheet{
		Title: s.title, Body: body, Verb: "Enregistrer",
		Do: func() bool {
			if !form.Check() {
				return false
			}
			s.keep(dialog)
			return false // it closes once it is kept
		},
		OnSafe: func() bool { return s.mayClose(form, dialog) },
	})
	form.OnSubmit = dialog.Submit
}

// mayClose asks before dropping what was typed.
func (s sheet[T]) mayClose(form *kit.Form, dialog *kit.Dialog) bool {
	if !form.Dirty() {
		return true
	}
	kit.Ask(s.page.desk.Window.Canvas(), kit.Question{
		Title: "Abandonner les modifications\u00a0?", Text: "Ce que vous avez tapé ne sera pas enregistré.",
		Verb: "Abandonner", Safe: "Continuer", Danger: true, Do: dialog.Close,
	})
	return false
}

// keep saves beside the window and closes the sheet when it went well.
func (s sheet[T]) keep(dialog *kit.Dialog) {
	v, _ := s.table.Get(s.id)
	s.read(&v)
	s.page.desk.Do(func() error { return s.table.Save(&v) }, func() {
		dialog.Close()
		s.page.desk.Window.Toast("Modifications enregistrées.", nil)
	})
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
		s.page.desk.Window.Toast(s.title+" est supprimé de la liste.", func() {
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
			s.page.desk.Window.Toast(s.title+" est archivé.", func() { s.archive(false) })
		}
	})
}

// indexOf is the place of v in list, or the first.
func indexOf[T comparable](list []T, v T) int { return max(0, slices.Index(list, v)) }

// choice is a choice among records, or none of them.
type choice[T any] struct {
	ids   []data.ID[T]
	names []string
}

func choices[R, T any](rows []R, of func(R) (data.ID[T], string)) choice[T] {
	var c choice[T]
	for _, r := range rows {
		id, name := of(r)
		c.ids, c.names = append(c.ids, id), append(c.names, name)
	}
	return c
}

// field is the choice on screen; none says what no choice means.
func (c choice[T]) field(label, none string, chosen data.ID[T]) *kit.SelectField {
	return kit.NewSelectField(label, append([]string{none}, c.names...), slices.Index(c.ids, chosen)+1)
}

// chosen is the id of what is chosen, zero for none.
func (c choice[T]) chosen(f *kit.SelectField) data.ID[T] {
	if i := f.Chosen(); i > 0 {
		return c.ids[i-1]
	}
	return data.ID[T]{}
}
