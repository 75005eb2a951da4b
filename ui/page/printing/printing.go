// Package printing is the sheet « Imprimer… », the same for every document of the catalogue: what, for whom, how, a
// preview of every page, and then on paper, on screen, in a file or in a letter. A page opens it with what it has at
// hand.
package printing

import (
	"context"
	"io"

	"fyne.io/fyne/v2"

	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/preview"
	"mercredi/ui/task"
)

// Ask is what a page has at hand.
type Ask struct {
	// Hand is what the page shows: documents about it are offered. The zero subject offers all of them.
	Hand catalogue.Subject
	// Key is the document to begin with; "" for the first.
	Key string
	// All begins with every choice of that document, not with the first.
	All bool
	// With are options that are on at first, besides those the document suggests.
	With []catalogue.Key
	// Only keeps what the page shows, of all that is about Hand; nil keeps everything.
	Only func(catalogue.Subject) bool
	// Documents are offered instead of those of the catalogue: papers that a form was just filled in for.
	Documents []catalogue.Document
}

// Show opens the sheet. Where nothing can be printed it says so.
func Show(d page.Desk, a Ask) {
	task.Run(d.Tasks, func(context.Context) ([]Fitting, error) { return a.offered(d.Registry), nil },
		func(fits []Fitting, err error) {
			switch {
			case err != nil:
				d.Window.Fail(err)
			case len(fits) == 0:
				d.Window.Toast("Rien à imprimer ici pour l’instant.", nil)
			default:
				newSheet(d, a, fits).show()
			}
		})
}

// sheet is the open sheet.
type sheet struct {
	desk page.Desk
	town bool // everything is offered
	fits []Fitting

	doc     int    // of fits
	chosen  []bool // of its choices
	query   string // among those to tick
	at      int    // which of those chosen is in the preview
	wish    catalogue.Wish
	printer []string
	made    *result // the newest of the preview

	fields
	left, notices *fyne.Container
	preview       *preview.Preview
	turner        turner
	dialog        *kit.Dialog
	opener        *kit.Button // « Ouvrir »
}

// result is what making a paper for the preview told besides the paper.
type result struct {
	paper   catalogue.Paper
	missing []rune
}

func newSheet(d page.Desk, a Ask, fits []Fitting) *sheet {
	s := &sheet{desk: d, town: a.Hand == (catalogue.Subject{}) && a.Only == nil, fits: fits, made: &result{}}
	for i, f := range fits {
		if f.Key == a.Key {
			s.doc = i
		}
	}
	s.left, s.notices = kit.Holder(kit.Gap(1)), kit.VBox(8)
	s.turner = newTurner(s.turn)
	s.preview = preview.New(d, preview.Parts{Paper: s.paper, Thumbs: true, Before: s.turner.box, Made: s.told,
		Empty: "Choisissez au moins un nom."})
	s.makeFields()
	s.pickDocument(a.All)
	for _, k := range a.With {
		if !s.wish.With.Has(k) {
			s.wish.With = append(s.wish.With, k)
		}
	}
	s.fill()
	s.turner.say(s.at, len(s.picked()))
	return s
}

// show opens the sheet, and asks for the printers meanwhile.
func (s *sheet) show() {
	s.dialog = kit.ShowSheet(s.desk.Window.Canvas(), s.parts())
	s.desk.Papers.Printers(func(names []string) {
		s.printer = names
		s.withPrinters()
	})
}

// document is the one that is chosen.
func (s *sheet) document() Fitting { return s.fits[s.doc] }

// picked are the choices that are ticked.
func (s *sheet) picked() []catalogue.Choice {
	var out []catalogue.Choice
	for i, c := range s.document().Choices {
		if s.chosen[i] {
			out = append(out, c)
		}
	}
	return out
}

// paper answers how to write the document in the preview; nil when nothing is picked.
func (s *sheet) paper() func(io.Writer) error {
	picked := s.picked()
	if len(picked) == 0 {
		s.made = &result{}
		return nil
	}
	s.at = min(s.at, len(picked)-1)
	made, doc, choice := &result{}, s.document(), picked[s.at]
	s.made = made
	wish := doc.Fit(s.wish)
	meta := wish.Meta(s.desk.Meta())
	meta.Recipients = recipients(s.to.Text())
	meta.Missing = func(signs []rune) { made.missing = signs }
	r := s.desk.Registry
	return func(w io.Writer) error {
		p, err := doc.Make(r, meta, choice.Subject, wish.With)
		if err != nil {
			return err
		}
		made.paper = p
		return p.Write(w)
	}
}

// told is told that the paper of the preview was made: what to know before it leaves, and its name.
func (s *sheet) told(err error) {
	if err == nil {
		s.say()
	}
}

// turn shows another of the documents picked.
func (s *sheet) turn(step int) {
	to := s.at + step
	if to < 0 || to >= len(s.picked()) {
		return
	}
	s.at = to
	s.turner.say(s.at, len(s.picked()))
	s.preview.Turn(0)
	s.preview.Draw()
}

// changed is told of every choice: the paper is made again.
func (s *sheet) changed() {
	s.turner.say(s.at, len(s.picked()))
	s.count()
	s.preview.Draw()
}
