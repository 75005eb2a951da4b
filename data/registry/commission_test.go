package registry_test

import (
	"errors"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

// meeting is a commission with two situations.
func meeting(f *file) (data.Commission, []data.CommissionCase) {
	c := keep(f.Commissions, data.Commission{On: 20261210, Start: data.At(14, 0), Place: "Salle 2"})
	lila, noe := f.child("Lila"), f.child("Noé")
	return c, must(f.AddCases(c.ID, lila.ID, noe.ID))
}

func TestAgendaNumbersSituationsAndRefusesAChildTwice(t *testing.T) {
	f := newFile(t)
	c, cases := meeting(f)
	want(t, "numbers", [2]int{cases[0].Order, cases[1].Order}, [2]int{1, 2})
	if _, err := f.AddCases(c.ID, cases[0].ChildID); !errors.Is(err, registry.ErrOnAgenda) {
		t.Errorf("a child twice: %v", err)
	}
	check(f.OrderCases(c.ID, []data.ID[data.CommissionCase]{cases[1].ID}))
	first, _ := f.CommissionCases.Get(cases[1].ID)
	second, _ := f.CommissionCases.Get(cases[0].ID)
	want(t, "numbers after", [2]int{first.Order, second.Order}, [2]int{1, 2})
	if _, err := f.Commissions.Remove(c.ID); !errors.Is(err, registry.ErrInUse) {
		t.Errorf("removing a commission with situations: %v", err)
	}
}

func TestNumberOfASituationStaysWhenAnotherGoes(t *testing.T) {
	f := newFile(t)
	_, cases := meeting(f)
	undo := must(f.RemoveCase(cases[0].ID))
	left, _ := f.CommissionCases.Get(cases[1].ID)
	want(t, "number", left.Order, 2)
	check(undo())
	want(t, "situations", f.CommissionCases.Len(), 2)
}

func TestDecisionIsCarriedToThePathwayAndUndoneAsOne(t *testing.T) {
	f := newFile(t)
	_, cases := meeting(f)
	c := cases[0]
	before, _ := f.Children.Get(c.ChildID)
	c.Decision, c.DecisionNote = data.DecisionDeferred, "Art-thérapie."
	undo := must(f.SaveCase(&c, true))
	child, _ := f.Children.Get(c.ChildID)
	want(t, "day", child.Pathway.CommissionOn, data.Date(20261210))
	want(t, "decision", child.Pathway.Decision, data.DecisionDeferred)
	want(t, "note", child.Pathway.DecisionNote, "Art-thérapie.")
	check(undo())
	child, _ = f.Children.Get(c.ChildID)
	kept, _ := f.CommissionCases.Get(c.ID)
	want(t, "pathway undone", child.Pathway, before.Pathway)
	want(t, "situation undone", kept.Decision, data.DecisionPending)
}

func TestUndoOfADecisionLeavesWhatChangedSince(t *testing.T) {
	f := newFile(t)
	_, cases := meeting(f)
	c := cases[0]
	c.Decision = data.DecisionFavourable
	undo := must(f.SaveCase(&c, true))
	child, _ := f.Children.Get(c.ChildID)
	child.Notes = "since"
	check(f.Children.Save(&child))
	if err := undo(); !errors.Is(err, registry.ErrChangedSince) {
		t.Errorf("undo: %v", err)
	}
	kept, _ := f.CommissionCases.Get(c.ID)
	want(t, "situation", kept.Decision, data.DecisionFavourable)
}

func TestDecisionIsNotCarriedUnasked(t *testing.T) {
	f := newFile(t)
	_, cases := meeting(f)
	before, _ := f.Children.Get(cases[0].ChildID)
	cases[0].Decision = data.DecisionRefused
	must(f.SaveCase(&cases[0], false))
	cases[1].Question = "Quelle place ?"
	must(f.SaveCase(&cases[1], true)) // nothing decided: nothing to carry
	after, _ := f.Children.Get(cases[0].ChildID)
	want(t, "pathway", after.Pathway, before.Pathway)
	other, _ := f.Children.Get(cases[1].ChildID)
	want(t, "revision of the other child", other.Revision, uint32(1))
}
