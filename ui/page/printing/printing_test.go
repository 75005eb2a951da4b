package printing

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// open opens the sheet over the sample town.
func open(t *testing.T, a Ask) (*sheet, *pagetest.Window) {
	t.Helper()
	desk, w := pagetest.Open(t)
	w.SetContent(kit.Stack(kit.Band(kit.Gap(1)), kit.NewLayer()))
	w.Resize(fyne.NewSize(1366, 768))
	s := newSheet(desk, a, a.offered(desk.Registry))
	s.show()
	return s, w
}

// bilanOf is the subject of the first bilan that is kept, and its child.
func bilanOf(t *testing.T) catalogue.Subject {
	t.Helper()
	desk, _ := pagetest.Open(t)
	bilan, _ := catalogue.Find("bilan")
	return bilan.Subjects(desk.Registry)[0].Subject
}

func texts(o fyne.CanvasObject) string {
	var said []string
	for _, each := range test.LaidOutObjects(o) {
		switch x := each.(type) {
		case interface{ Texts() []string }:
			said = append(said, x.Texts()...)
		case interface{ Text() string }:
			said = append(said, x.Text())
		}
	}
	return strings.Join(said, "\n")
}

func TestSheetOffersWhatIsAboutTheChildAtHand(t *testing.T) {
	hand := catalogue.Subject{Child: bilanOf(t).Child}
	s, w := open(t, Ask{Hand: hand})
	for _, f := range s.fits {
		for _, c := range f.Choices {
			if !c.Child.IsZero() && c.Child != hand.Child {
				t.Errorf("%s is offered for another child", f.Key)
			}
		}
	}
	pagetest.Shoot(t, w, "imprimer-enfant")
}

func TestPrintingSendsTheDocumentUnderItsReferenceAndClosesTheSheet(t *testing.T) {
	s, w := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.dialog.Submit()
	if len(w.Delivered) != 1 || len(w.Failures) > 0 {
		t.Fatalf("delivered %d, %v", len(w.Delivered), w.Failures)
	}
	d := w.Delivered[0]
	if d.Way != page.WayPrint || d.Printer != "Bureau" || d.Copies != 1 || len(d.Papers) != 1 {
		t.Errorf("%+v", d)
	}
	if name := d.Papers[0].Name; !strings.HasPrefix(name, "bilan-") || strings.Contains(name, s.made.paper.Named) {
		t.Errorf("named %q", name)
	}
	if !slices.Equal(d.Papers[0].Children, []data.ID[data.Child]{s.picked()[0].Child}) {
		t.Errorf("the journal would say %v", d.Papers[0].Children)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the sheet is still open")
	}
}

func TestNameOfTheChildIsInTheFileNameOnlyWhenAsked(t *testing.T) {
	s, w := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.named.Tapped(nil)
	s.send(page.WayKeep)
	if name := w.Delivered[0].Papers[0].Name; !strings.Contains(name, s.made.paper.Named) {
		t.Errorf("named %q", name)
	}
}

func TestAllTheBilansOfACycleGoTogether(t *testing.T) {
	hand := catalogue.Subject{Cycle: bilanOf(t).Cycle}
	s, w := open(t, Ask{Hand: hand, Key: "bilan", All: true})
	n := len(s.picked())
	if n < 2 {
		t.Fatalf("%d bilans of a cycle", n)
	}
	pagetest.Shoot(t, w, "imprimer-cycle")
	s.files.Choose(1)
	s.joined = true
	s.send(page.WayKeep)
	if d := w.Delivered[0]; len(d.Papers) != n || !d.Joined || !strings.Contains(d.Title, "documents") {
		t.Errorf("%d papers, joined %v, %q", len(d.Papers), d.Joined, d.Title)
	}
}

func TestSeveralAreTickedOneByOne(t *testing.T) {
	s, w := open(t, Ask{Hand: catalogue.Subject{Cycle: bilanOf(t).Cycle}, Key: "bilan", All: true})
	n := len(s.picked())
	s.who.OnPick(forSeveral)
	for i := range s.chosen {
		s.chosen[i] = i < 2
	}
	s.changed()
	pagetest.Shoot(t, w, "imprimer-plusieurs")
	s.send(page.WayKeep)
	if d := w.Delivered[0]; len(d.Papers) != 2 || n < 3 {
		t.Errorf("%d papers of %d", len(d.Papers), n)
	}
	s.chosen = make([]bool, len(s.chosen))
	s.send(page.WayKeep)
	if len(w.Delivered) != 1 {
		t.Error("nothing at all was sent")
	}
}

func TestVariantsAreOnThePaper(t *testing.T) {
	s, w := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.large.Tapped(nil)
	s.grey.Tapped(nil)
	s.to.SetText("L’école, la famille")
	s.send(page.WayKeep)
	p := w.Delivered[0].Papers[0]
	var out bytes.Buffer
	if err := p.Render(&out); err != nil || !strings.Contains(p.Name, "gros-caracteres-noir-et-blanc") {
		t.Errorf("%q, %v", p.Name, err)
	}
}

func TestLockedFileNeedsItsPasswordTwice(t *testing.T) {
	s, w := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.lock.Tapped(nil)
	s.send(page.WayKeep)
	if len(w.Delivered) != 0 {
		t.Fatal("sent without its password")
	}
	s.password.SetText("quatre mots à la suite")
	s.again.SetText("quatre mots a la suite")
	s.send(page.WayKeep)
	pagetest.Shoot(t, w, "imprimer-mot-de-passe")
	if len(w.Delivered) != 0 {
		t.Fatal("sent with two passwords")
	}
	s.again.SetText("quatre mots à la suite")
	s.send(page.WayKeep)
	if len(w.Delivered) != 1 || w.Delivered[0].Password != "quatre mots à la suite" {
		t.Errorf("%d sent", len(w.Delivered))
	}
}

func TestLetterAsksForAPasswordAndNamesNobody(t *testing.T) {
	s, w := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.send(page.WayMail)
	d, ok := w.Canvas().Overlays().Top().(*kit.Dialog)
	if !ok || d == s.dialog || len(w.Delivered) != 0 {
		t.Fatal("it did not ask")
	}
	d.Submit()
	if len(w.Delivered) != 1 {
		t.Fatal("it was not sent")
	}
	letter := w.Delivered[0].Subject + w.Delivered[0].Body
	for _, name := range strings.Fields(s.made.paper.Named) {
		if strings.Contains(letter, name) {
			t.Errorf("the letter names %q: %q", name, letter)
		}
	}
}

func TestSignsThatNoFontHasAreSaidBeforeThePaperLeaves(t *testing.T) {
	s, _ := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.made.missing = []rune{'漢', '字'}
	s.say()
	if said := texts(s.dialog); !strings.Contains(said, "漢") || !strings.Contains(said, "aucune police") {
		t.Errorf("said %q", said)
	}
}

func TestPaperThatCannotBeMadeIsSaidAndSendsNothing(t *testing.T) {
	s, w := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.fits[s.doc].Make = nil
	s.fits[s.doc].Choices = s.fits[s.doc].Choices[:1]
	s.chosen = []bool{true}
	s.send(page.WayKeep)
	if len(w.Failures) != 1 || len(w.Delivered) != 0 {
		t.Errorf("failures %v, delivered %d", w.Failures, len(w.Delivered))
	}
}

func TestNothingToPrintIsSaid(t *testing.T) {
	desk, w := pagetest.Empty(t)
	Show(desk, Ask{Hand: catalogue.Subject{Child: data.ID[data.Child]{9}}})
	if len(w.Toasts) != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("said %q", w.Toasts)
	}
}

func TestOneOfManyIsFoundByAFewLettersWithoutAccents(t *testing.T) {
	s, w := open(t, Ask{Key: "accords"})
	last := s.document().Choices[len(s.document().Choices)-1]
	w.Canvas().Focus(s.who.Keyboard())
	for _, letter := range fold.Text(last.Label) {
		w.Canvas().Focused().TypedRune(letter)
	}
	pagetest.Shoot(t, w, "imprimer-chercher")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if picked := s.picked(); len(picked) != 1 || picked[0].Label != last.Label {
		t.Errorf("picked %v of %d, want %q", picked, len(s.chosen), last.Label)
	}
}

func TestManyAreTickedWithASearch(t *testing.T) {
	s, w := open(t, Ask{Key: "accords"})
	if len(s.chosen) <= boxesMost {
		t.Fatalf("%d children are not many", len(s.chosen))
	}
	s.who.OnPick(forAll)
	s.who.OnPick(forSeveral)
	if n := len(s.picked()); n != 0 {
		t.Errorf("%d are ticked out of sight", n)
	}
	school := s.document().Choices[0].Detail
	s.search.SetText(school)
	pagetest.Tap(t, w, "Tout cocher")
	pagetest.Shoot(t, w, "imprimer-cocher")
	if len(s.picked()) == 0 {
		t.Fatal("nobody is ticked")
	}
	for _, c := range s.picked() {
		if c.Detail != school {
			t.Errorf("%s, of %s, is ticked", c.Label, c.Detail)
		}
	}
	s.search.SetText("")
	if n := len(s.picked()); n == 0 || n == len(s.chosen) {
		t.Errorf("without the search %d are ticked", n)
	}
}

func TestKeysOfTheSheetPrintAndKeep(t *testing.T) {
	s, w := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.dialog.Press(fyne.KeyS)
	if len(w.Delivered) != 1 || w.Delivered[0].Way != page.WayKeep {
		t.Fatalf("Ctrl+S: %+v", w.Delivered)
	}
	s, w = open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.dialog.Press(fyne.KeyP)
	if len(w.Delivered) != 1 || w.Delivered[0].Way != page.WayPrint {
		t.Errorf("Ctrl+P: %+v", w.Delivered)
	}
}

func TestOnlyWhatThePageShowsIsOffered(t *testing.T) {
	one := bilanOf(t)
	s, _ := open(t, Ask{Key: "bilan", All: true, Only: func(x catalogue.Subject) bool { return x == one }})
	if len(s.fits) != 1 || len(s.picked()) != 1 || s.picked()[0].Subject != one {
		t.Errorf("%d documents, picked %v", len(s.fits), s.picked())
	}
}

func TestPaperOfAFormIsOfferedAlone(t *testing.T) {
	d, _ := catalogue.Find("annuaire")
	s, w := open(t, Ask{Documents: []catalogue.Document{d}})
	s.dialog.Submit()
	if len(s.fits) != 1 || len(w.Delivered) != 1 {
		t.Errorf("%d documents, %d delivered", len(s.fits), len(w.Delivered))
	}
}

func TestEscapeLeavesTheSheetAndSendsNothing(t *testing.T) {
	_, w := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Overlays().Top() != nil || len(w.Delivered) != 0 {
		t.Error("the sheet stays open")
	}
}

func TestTabGoesFromTheDocumentDownToTheVerbs(t *testing.T) {
	s, w := open(t, Ask{Hand: catalogue.Subject{Cycle: bilanOf(t).Cycle}, Key: "bilan"})
	order := []fyne.Focusable{s.what.Keyboard(), s.who.Keyboard(), s.large, s.grey, s.to.Keyboard(), s.copies.Keyboard(), s.named, s.lock,
		s.dialog.SafeButton(), s.dialog.VerbButton()}
	at := 0
	for range 60 {
		if at < len(order) && w.Canvas().Focused() == order[at] {
			at++
		}
		w.Canvas().FocusNext()
	}
	if at != len(order) {
		t.Errorf("Tab finds %d of %d stops in their order", at, len(order))
	}
}

func TestWithoutPrinterTheVerbSaysThatItOpensAndNothingElseDoes(t *testing.T) {
	s, _ := open(t, Ask{Hand: bilanOf(t), Key: "bilan"})
	s.printer = nil
	s.withPrinters()
	verb := s.dialog.VerbButton()
	if verb.Label() != "Ouvrir pour imprimer" || verb.Size().Width < verb.MinSize().Width || s.opener.Visible() {
		t.Errorf("the verb says %q in %v of %v, « Ouvrir » beside it: %v", verb.Label(), verb.Size(), verb.MinSize(), s.opener.Visible())
	}
}
