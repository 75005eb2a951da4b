//go:build ci

package ui

import (
	"io"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// noted is how many entries of an act there are about a child.
func (p *person) noted(act journal.Act, child data.ID[data.Child]) int {
	p.Helper()
	lines, err := p.registry.Journal(registry.JournalFilter{Act: act, Child: child})
	if err != nil {
		p.Fatal(err)
	}
	return len(lines)
}

func TestOpeningTheFileOfAChildIsNotedOncePerArrival(t *testing.T) {
	p, town := inTown(t)
	lila := town.Children[0].ID
	p.visit(page.Route{Page: page.Child, Child: lila})
	p.page.Changed(nil)
	p.tap("Inscrire à un atelier", "Annuler")
	if n := p.noted(journal.Viewed, lila); n != 1 {
		t.Errorf("noted %d times, want once", n)
	}
	p.tap("Enfants")
	p.Back()
	if n := p.noted(journal.Viewed, lila); n != 2 {
		t.Errorf("noted %d times after coming back, want twice", n)
	}
}

func TestAPaperIsNotedWithTheChildInItAndWithoutItsName(t *testing.T) {
	p, town := inTown(t)
	lila := town.Children[0].ID
	p.visit(draft(town))
	p.ctrl(fyne.KeyP) // the sheet « Imprimer »
	p.ctrl(fyne.KeyS) // « Enregistrer… »
	lines, err := p.registry.Journal(registry.JournalFilter{Act: journal.Printed, Child: lila})
	if err != nil || len(lines) != 1 {
		t.Fatalf("noted %+v, %v", lines, err)
	}
	if lines[0].Detail != "Bilan individuel" {
		t.Errorf("the journal calls it %q", lines[0].Detail)
	}
}

func TestAPaperThatLeavesInALetterIsNotedAsExported(t *testing.T) {
	p, town := inTown(t)
	lila := town.Children[0].ID
	desk, w := pagetest.Open(t)
	journaled{desk.Papers, p.registry}.Deliver(page.Delivery{Way: page.WayMail, Papers: []page.Paper{{
		Name: "bilan-1.pdf", What: "Bilan individuel", Children: []data.ID[data.Child]{lila}, Render: func(io.Writer) error { return nil },
	}}})
	lines, err := p.registry.Journal(registry.JournalFilter{Act: journal.Exported, Child: lila})
	if err != nil || len(lines) != 1 || lines[0].Detail != "Bilan individuel" || len(w.Delivered) != 1 {
		t.Errorf("noted %+v, %v", lines, err)
	}
}

func TestThePapersCarryTheStateOfTheFileAndWhoWritesThem(t *testing.T) {
	p, town := inTown(t)
	m := p.desk().Meta()
	if state, head := p.registry.State(); m.State != state || m.JournalHead != head || state == 0 || len(head) != 8 {
		t.Errorf("papers say %d and %q, the file %d and %q", m.State, m.JournalHead, state, head)
	}
	if who := town.Members[0].FullName(); m.Author != who {
		t.Errorf("papers are written by %q, want %q", m.Author, who)
	}
}

func TestTheSentenceOfTheRailLeadsToTheBackups(t *testing.T) {
	p, _ := inTown(t)
	p.tap("Aucune sauvegarde\u00a0: choisissez où les garder")
	if p.route.Page != page.Backups {
		t.Errorf("leads to %q", p.route.Page)
	}
	p.tap("Enfants")
	p.closing() // without a place, nothing is waited for
}
