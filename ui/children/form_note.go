package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// noteFields are the fields of a note.
type noteFields struct {
	on      *kit.DateField
	kind    choice[data.NoteKind]
	title   *kit.TextField
	text    *kit.TextField
	private *kit.CheckField
}

func (p *File) noteForm() (*sheet.Form, noteFields) {
	x := noteFields{
		on:   requiredDate(p.desk, "Date", "Indiquez la date."),
		kind: newChoice("Nature", noteKinds()), title: nameField("Titre", "Résumez en quelques mots."),
		text: noteField("Ce qui s’est dit, ce qui a été vu", 5), private: kit.NewCheckField("Note privée, pour moi seulement", false),
	}
	f := sheet.New(p.desk)
	f.Add(x.kind.in)
	f.Field("On", x.on)
	f.Field("Title", x.title)
	f.Field("Text", x.text)
	f.Add(x.private)
	if p.desk.Viewer.IsZero() { // nobody could read it again
		x.private.Disable()
	}
	return f, x
}

func (x noteFields) body() *fyne.Container {
	return kit.VBox(look.Gap, kit.Grid(2, look.Gap, x.kind.in, x.on), x.title, x.text, x.private)
}

func (x noteFields) read(n *data.Note) {
	n.On, n.Kind, n.Title, n.Text, n.Private = x.on.Value(), x.kind.value(), x.title.Text(), x.text.Text(), x.private.On()
}

// writeNote is the sheet of a new note.
func (p *File) writeNote() {
	f, x := p.noteForm()
	f.Filling(func() { x.on.SetValue(p.desk.Today()) })
	t := p.desk.Registry.Notes
	f.Show(sheet.Parts{Title: "Écrire une note", Verb: "Enregistrer la note", Width: 620, Body: x.body(), Save: func() (func() error, func()) {
		n := data.Note{ChildID: p.id, AuthorID: p.desk.Viewer}
		x.read(&n)
		return func() error { return t.Save(&n) }, func() { p.desk.Window.Toast("La note est enregistrée.", nil) }
	}})
}

// editNote is the sheet of a note that was written before.
func (p *File) editNote(id data.ID[data.Note]) {
	f, x := p.noteForm()
	sheet.Edit(f, sheet.Record[data.Note]{
		Table: p.desk.Registry.Notes, ID: id,
		Fill: func(n data.Note) {
			x.on.SetValue(n.On)
			x.kind.set(n.Kind)
			x.title.SetText(n.Title)
			x.text.SetText(n.Text)
			x.private.Set(n.Private)
		},
		Read: x.read,
	}, sheet.Parts{Title: "Modifier la note", Verb: "Enregistrer la note", Width: 620, Body: kit.VBox(look.Gap, x.body(),
		kit.HBox(0, kit.NewSmall("Supprimer la note", "trash-2", kit.Danger, func() {
			f.Close()
			p.removeNote(id)
		})))})
}

// removeNote takes a note out, with a way back.
func (p *File) removeNote(id data.ID[data.Note]) {
	t := p.desk.Registry.Notes
	var removed data.Note
	p.desk.Do(func() (err error) {
		removed, err = t.Remove(id)
		return err
	}, func() {
		p.desk.Window.Toast("La note est supprimée.", func() {
			p.desk.Do(func() error { return t.Restore(removed) }, nil)
		})
	})
}

// mine reports whether the viewer wrote a note, and so may change it.
func (p *File) mine(n registry.News) bool {
	note, ok := p.desk.Registry.Notes.Get(n.NoteID)
	return ok && (note.AuthorID == p.desk.Viewer || note.AuthorID.IsZero())
}
