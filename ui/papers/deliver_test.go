package papers

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mercredi/ui/kit"
	"mercredi/ui/page"
)

// office is a printer and a mail program that remember.
type office struct {
	jobs     []Job
	letters  []Letter
	attaches bool
	broken   error
}

func (o *office) Printers(context.Context) []string { return []string{"Bureau"} }

func (o *office) Print(_ context.Context, j Job) error {
	o.jobs = append(o.jobs, j)
	return o.broken
}

func (o *office) Write(_ context.Context, l Letter) (bool, error) {
	o.letters = append(o.letters, l)
	return o.attaches, o.broken
}

func delivering(t *testing.T, p *person, o *office) *Service {
	t.Helper()
	s, _ := open(t, p)
	s.world.Device, s.world.Random = o, rand.NewChaCha8([32]byte{7})
	return s
}

func two(t *testing.T) []page.Paper {
	t.Helper()
	write := func(w io.Writer) error {
		_, err := w.Write(paper(t))
		return err
	}
	return []page.Paper{{Name: "bilan-A.pdf", Render: write}, {Name: "bilan-B.pdf", Render: write}}
}

func TestPrinterGetsEachDocumentAndNothingStaysOnTheDisk(t *testing.T) {
	place := t.TempDir()
	p, o, done := &person{last: place}, &office{}, 0
	delivering(t, p, o).Deliver(page.Delivery{Papers: two(t), Way: page.WayPrint, Title: "Bilans", Printer: "Bureau", Copies: 3,
		Done: func() { done++ }})
	if len(o.jobs) != 2 || o.jobs[0].Copies != 3 || o.jobs[0].Printer != "Bureau" || o.jobs[0].A3 || o.jobs[0].Landscape {
		t.Fatalf("%d jobs", len(o.jobs))
	}
	if len(names(t, place)) != 0 || len(p.failures) != 0 || done != 1 {
		t.Errorf("left %q, failures %v", names(t, place), p.failures)
	}
	if want := "2\u00a0documents sont envoyés à l’imprimante Bureau."; !slices.Equal(p.toasts, []string{want}) {
		t.Errorf("said %q", p.toasts)
	}
}

func TestStoppingABatchSendsNothingMoreToThePrinter(t *testing.T) {
	p, o := &person{}, &office{}
	s, canvas := open(t, p)
	s.world.Device = o
	write := func(w io.Writer) error {
		_, err := w.Write(paper(t))
		return err
	}
	stopping := func(w io.Writer) error {
		canvas.Overlays().Top().(*kit.Dialog).Escape()
		return write(w)
	}
	s.Deliver(page.Delivery{Way: page.WayPrint, Title: "Bilans", Printer: "Bureau", Copies: 1, Papers: []page.Paper{
		{Name: "1.pdf", Render: write}, {Name: "2.pdf", Render: stopping}, {Name: "3.pdf", Render: write},
	}})
	if len(o.jobs) != 2 || canvas.Overlays().Top() != nil {
		t.Errorf("%d documents went to the printer", len(o.jobs))
	}
}

func TestWithoutPrinterTheDocumentIsOpenedToBePrintedFromThere(t *testing.T) {
	place := t.TempDir()
	p, o := &person{last: place}, &office{}
	delivering(t, p, o).Deliver(page.Delivery{Papers: two(t)[:1], Way: page.WayPrint})
	if want := []string{filepath.Join(place, "bilan-A.pdf")}; !slices.Equal(p.opened, want) || len(o.jobs) != 0 {
		t.Errorf("opened %q, %d jobs", p.opened, len(o.jobs))
	}
}

func TestPrinterThatRefusesIsSaid(t *testing.T) {
	p, o := &person{last: t.TempDir()}, &office{broken: errors.New("out of paper")}
	s := delivering(t, p, o)
	s.Deliver(page.Delivery{Papers: two(t)[:1], Way: page.WayPrint, Printer: "Bureau"})
	if len(p.failures) != 1 || len(p.toasts) != 0 {
		t.Errorf("failures %v, said %q", p.failures, p.toasts)
	}
	s.Deliver(page.Delivery{Papers: two(t), Way: page.WayPrint, Title: "Bilans", Printer: "Bureau"})
	if said := text(s.world.Canvas().Overlays().Top()); !strings.Contains(said, "2\u00a0documents n’ont pas pu être imprimés") {
		t.Errorf("said %q", said)
	}
}

func TestOpenedDocumentReplacesNothing(t *testing.T) {
	place := t.TempDir()
	if err := os.WriteFile(filepath.Join(place, "bilan-A.pdf"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := &person{last: place}
	delivering(t, p, &office{}).Deliver(page.Delivery{Papers: two(t)[:1], Way: page.WayShow})
	if want := []string{filepath.Join(place, "bilan-A (2).pdf")}; !slices.Equal(p.opened, want) || len(p.asked) != 0 {
		t.Errorf("opened %q, asked %q", p.opened, p.asked)
	}
}

func TestJoinedDocumentsAreOneFile(t *testing.T) {
	place := t.TempDir()
	p := &person{path: filepath.Join(place, "Bilans.pdf")}
	delivering(t, p, &office{}).Deliver(page.Delivery{Papers: two(t), Joined: true, Title: "Bilans"})
	if got := names(t, place); !slices.Equal(got, []string{"Bilans.pdf"}) || len(p.failures) != 0 {
		t.Errorf("kept %q, %v", got, p.failures)
	}
}

func TestLockedDocumentsCannotBeRead(t *testing.T) {
	place := t.TempDir()
	p := &person{path: place}
	delivering(t, p, &office{}).Deliver(page.Delivery{Papers: two(t), Title: "Bilans", Password: "quatre mots à la suite"})
	for _, name := range []string{"bilan-A.pdf", "bilan-B.pdf"} {
		kept, err := os.ReadFile(filepath.Join(place, "Bilans", name))
		if err != nil || !bytes.Contains(kept, []byte("/Encrypt")) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLetterHasTheDocumentOrItsFolderBeside(t *testing.T) {
	for attaches, want := range map[bool]string{
		true:  "Le courriel est prêt dans votre messagerie, avec le document.",
		false: "Le courriel est prêt dans votre messagerie. Glissez-y le document\u00a0: le dossier est ouvert à côté.",
	} {
		place := t.TempDir()
		p, o := &person{last: place}, &office{attaches: attaches}
		delivering(t, p, o).Deliver(page.Delivery{Papers: two(t)[:1], Way: page.WayMail, Subject: "Bilan A", Body: "Bonjour"})
		if len(o.letters) != 1 || !slices.Equal(o.letters[0].Attached, []string{filepath.Join(place, "bilan-A.pdf")}) {
			t.Fatalf("%+v", o.letters)
		}
		if !slices.Equal(p.toasts, []string{want}) {
			t.Errorf("said %q, want %q", p.toasts, want)
		}
	}
}

func TestWithoutMailProgramThePersonIsToldWhereTheDocumentIs(t *testing.T) {
	p, o := &person{last: t.TempDir()}, &office{broken: errors.New("no program")}
	delivering(t, p, o).Deliver(page.Delivery{Papers: two(t)[:1], Way: page.WayMail})
	if len(p.failures) != 1 {
		t.Errorf("failures %v", p.failures)
	}
}

func TestAddressOfALetterHoldsItsWords(t *testing.T) {
	got := Letter{Subject: "Bilan & suite", Body: "Bonjour,\nvoici"}.mailto()
	if want := "mailto:?subject=Bilan%20%26%20suite&body=Bonjour%2C%0D%0Avoici"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
