package bilans

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

// TestLongTextWithEmojiIsKeptDrawnAndPrinted: 10,000 characters are kept to the last one.
func TestLongTextWithEmojiIsKeptDrawnAndPrinted(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	text := string([]rune(strings.Repeat("Elle rit 😀 et aide 👩🏽‍🎨 les petits.\n", 400))[:data.MaxNote-1]) + "."
	write(t, e, "Watch", "x")
	field(t, e, "Watch").SetText(text)
	e.edited()
	e.Save()
	d.Tasks.Advance(2 * time.Second)
	if got := d.kept(r).Watch; got != text {
		t.Errorf("%d bytes kept of %d", len(got), len(text))
	}
	if len(d.asked) == 0 {
		t.Error("the page is not drawn again")
	}
	e.Print()
	d.window.Canvas().Overlays().Top().(*kit.Dialog).Submit()
	if len(d.window.Printed) != 1 || len(d.window.Failures) != 0 {
		t.Errorf("printed %q, failures %v", d.window.Printed, d.window.Failures)
	}
}

func TestTextOfAccentsTypedApartIsKeptInOneForm(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	write(t, e, "Next", " Il e\u0301coute\x00 ")
	e.Save()
	if got := d.kept(r).Next; got != "Il écoute" || e.keep.pending() {
		t.Errorf("kept %q, pending %v", got, e.keep.pending())
	}
	e.Save() // nothing is new: what is on screen is what is kept
	if d.kept(r).Revision != e.kept.Revision {
		t.Errorf("revision %d kept, %d on screen", d.kept(r).Revision, e.kept.Revision)
	}
}

// TestFullDiskIsSaidOverTheText, which stays.
func TestFullDiskIsSaidOverTheText(t *testing.T) {
	d := open(t)
	e := d.edit(t, d.lila(t))
	e.trouble = syscall.ENOSPC
	e.showNotice("")
	d.sees(t, "Le disque est plein")
	d.sees(t, "texte reste à l’écran.")
	d.sees(t, "Réessayer")
	pagetest.Shoot(t, d.window, "bilan-disque-plein")
}

func TestPrintOfWhatCannotBeKeptSaysWhy(t *testing.T) {
	d := open(t)
	e := d.edit(t, d.lila(t))
	field(t, e, "Watch").SetText(strings.Repeat("x", data.MaxNote+1))
	e.edited()
	e.Print()
	if len(d.window.Failures) != 1 || d.window.Canvas().Overlays().Top() != nil {
		t.Errorf("failures %v", d.window.Failures)
	}
}
