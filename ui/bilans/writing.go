package bilans

import (
	"io"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// record is a bilan as it is kept: of a child, or of a group.
type record interface{ data.Bilan | data.GroupBilan }

// writing is what differs between the bilan of a child and that of a group: childBilan, groupBilan.
type writing[R record] interface {
	records[R]
	face[R]
}

// records is where bilans are kept. All but read run beside the window.
type records[R record] interface {
	// read is the bilan as it is kept, or a draft not kept yet; false when nobody can write it any more.
	read() (R, bool)
	save(*R) error
	finalize(R) error
	reopen(R) error
	gaps(R) []registry.BilanGap
}

// face is how a bilan is shown.
type face[R record] interface {
	about(R) about
	// form makes the fields anew, for writing or, once final, for reading.
	form(final bool) form[R]
	// around shows again what stands around the texts: attendance, levels.
	around(R)
	// done says of each part whether it is complete.
	done(R, []registry.BilanGap) []bool
	// paper writes the document, beside the window.
	paper(R) func(io.Writer) error
}

// about is the head of the page.
type about struct {
	title     string // « Bilan de Lila K. »
	the       string // « le bilan de Lila K. »
	under     string
	final     bool
	finalised string // « Finalisé par Maud Estève le 29 janvier »
	kept      string // « Enregistré le 12 janvier », before anything is kept from here
	begun     bool   // something of it is kept
	key       string // of its document in the catalogue, which is made of subject
	subject   catalogue.Subject
}

// form is the fields of a bilan and the parts they stand in.
type form[R record] struct {
	inputs []input[R]
	more   []kit.Input // keep themselves: ratings
	parts  []part
}

// part is one part of the form, with its step; the last parts may have none.
type part struct {
	step string
	body fyne.CanvasObject
}

// titled makes a part under its title; step may be empty.
func titled(step, title string, body ...fyne.CanvasObject) part {
	return part{step, kit.VBox(look.Tight, append([]fyne.CanvasObject{kit.Section(title)}, body...)...)}
}

// input is one field, and where it stands in the record.
type input[R record] struct {
	kit.Input
	label string // for people
	name  string // of the field in the record
	show  func(R)
	take  func(*R)
	words func(R) string
	// unread reports that what is typed makes no value.
	unread func() bool
}

// note ties a text field to its place in the record.
func note[R record](f *kit.TextField, label, name string, of func(*R) *string) input[R] {
	words := func(b R) string { return *of(&b) }
	return input[R]{
		Input: f, label: label, name: name, words: words,
		show: func(b R) {
			if text := words(b); text != f.Text() {
				f.SetText(text)
			}
		},
		take:   func(b *R) { *of(b) = f.Text() },
		unread: func() bool { return false },
	}
}

// day ties a date field to its place in the record.
func day[R record](f *kit.DateField, label, name string, of func(*R) *data.Date) input[R] {
	return input[R]{
		Input: f, label: label, name: name,
		words: func(b R) string { return fr.DateLong(*of(&b)) },
		show: func(b R) {
			if d := *of(&b); d != f.Value() {
				f.SetValue(d)
			}
		},
		take:   func(b *R) { *of(b) = f.Value() },
		unread: func() bool { return f.Text() != "" && f.Value().IsZero() },
	}
}
