package registry_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func (v *town) bilanView(t *testing.T, name string, m data.Moment) registry.BilanView {
	t.Helper()
	b, ok := v.BilanView(v.Bilan(v.children[name].ID, v.art.CycleID, m))
	if !ok {
		t.Fatalf("%s has no bilan", name)
	}
	return b
}

func TestBilanSaysWhoWhatAndWhen(t *testing.T) {
	b := newTown(t).bilanView(t, "Lila", data.MomentEnd)
	got := fmt.Sprint(b.Team, b.Town, b.Child.Last, b.Age, b.School, b.KeyWorker.Name, b.KeyWorker.Feminine, b.Workshop,
		b.Facilitators[0].Name, b.Facilitators[0].Profession)
	want := fmt.Sprint("Programme", "Sauvelande", "Kerdoun", 8, "Les Tilleuls", "Samira Lounès", data.Yes, "Art-thérapie",
		"Maud Estève", "dramathérapeute")
	if got != want {
		t.Errorf("%s", got)
	}
	if b.On != today || b.Due != 20270127 || b.LateDays != 0 || len(b.Reference) != 8 || b.First != 20261007 || b.Last != 20270127 {
		t.Errorf("dates %v %v %d, reference %q, from %v to %v", b.On, b.Due, b.LateDays, b.Reference, b.First, b.Last)
	}
	if b.RequestedOn != 20260602 || b.CommissionOn != 20260618 || b.ConsentOn != 20260922 || b.ConsentBy != "Nora Kerdoun" {
		t.Errorf("context %v %v %v %q", b.RequestedOn, b.CommissionOn, b.ConsentOn, b.ConsentBy)
	}
	if want := (data.Regularity{Came: 9, Counted: 9, Cancelled: 1, ToCome: 2}); b.Regularity != want || len(b.Sessions) != 12 {
		t.Errorf("regularity %+v, %d sessions", b.Regularity, len(b.Sessions))
	}
}

func TestMidCycleBilanHoldsNothingThatCameLater(t *testing.T) {
	v := newTown(t)
	v.rate("Mathis", data.MomentStart, 1, 2)
	v.rate("Mathis", data.MomentEnd, 5, 5)
	b := v.bilanView(t, "Mathis", data.MomentMid)
	if b.Came != 5 || b.Counted != 6 || len(b.Sessions) != 6 || b.Last != 20261202 || b.On != 20261216 {
		t.Errorf("regularity %+v, %d sessions until %v, on %v", b.Regularity, len(b.Sessions), b.Last, b.On)
	}
	if n := b.Skills[0].Level(data.MomentEnd, data.ByFacilitator); n != 0 {
		t.Errorf("level %d of the end in a mid-cycle bilan", n)
	}
}

func TestBilanShowsTheEvolutionInTheOrderOfTheRubric(t *testing.T) {
	v := newTown(t)
	v.rate("Lila", data.MomentStart, 2, 3)
	v.rate("Lila", data.MomentMid, 3)
	v.rate("Lila", data.MomentEnd, 4, 3)
	e := data.Evaluation{ChildID: v.children["Lila"].ID, CycleID: v.art.CycleID, Moment: data.MomentEnd, Viewpoint: data.ByChild}
	e.Rate(7, 5)
	keep(v.Evaluations, e)
	b := v.bilanView(t, "Lila", data.MomentEnd)
	var got []int
	for _, s := range b.Skills {
		for m := data.MomentStart; m <= data.MomentEnd; m++ {
			got = append(got, s.Level(m, data.ByFacilitator))
		}
		got = append(got, s.Level(data.MomentEnd, data.ByChild))
	}
	if want := []int{2, 3, 4, 5, 3, 0, 3, 0}; !slices.Equal(got, want) || b.Skills[0].Label != "Exprimer" || b.Levels[3] != "souvent" {
		t.Errorf("levels %v of %+v", got, b.Skills)
	}
}

func TestBilanBeingTypedIsShownAsItIs(t *testing.T) {
	v := newTown(t)
	b := v.Bilan(v.children["Noé"].ID, v.art.CycleID, data.MomentMid)
	b.Synthesis = "not kept yet"
	view, ok := v.BilanView(b)
	if !ok || view.Bilan.Synthesis != "not kept yet" || view.Reference != "" || view.LateDays != 9 {
		t.Errorf("view %v %+v", ok, view.Bilan)
	}
	b.ChildID = v.children["Soan"].ID
	if _, ok := v.BilanView(b); ok {
		t.Error("a child of another group has a bilan")
	}
}

func TestChildWhoMovedToAnotherGroupBringsItsSessionsAlong(t *testing.T) {
	v := newTown(t)
	second := keep(v.Groups, data.Group{
		CycleID: v.art.CycleID, Name: "Groupe 2", Start: data.At(15, 15), LengthMinutes: 60, Capacity: 7, FacilitatorID: v.maud.ID,
	})
	sessions := v.meet(second, artDays)
	for _, e := range v.Enrollments.All() {
		if e.ChildID == v.children["Noé"].ID {
			e.State, e.Until = data.Left, 20261231
			check(v.Enrollments.Save(&e))
		}
	}
	keep(v.Enrollments, data.Enrollment{
		ChildID: v.children["Noé"].ID, CycleID: v.art.CycleID, GroupID: second.ID, State: data.Enrolled, From: 20270101,
	})
	v.enter(sessions[8], "Noé", 'R')
	v.enter(sessions[9], "Noé", 'A')
	b := v.bilanView(t, "Noé", data.MomentEnd)
	// Eight presences of nine in the first group (the marks of January are kept), late then absent in the second; the
	// two sessions to come are those of the second alone.
	want := data.Regularity{Came: 9, Counted: 11, Cancelled: 1, ToCome: 2}
	if b.Group.Group != "Groupe 2" || b.Regularity != want || len(b.Sessions) != 14 {
		t.Errorf("%s: %+v", b.Group.Group, b.Regularity)
	}
}

func TestGroupBilanNamesNobodyAndHoldsNoNote(t *testing.T) {
	v := newTown(t)
	keep(v.Notes, data.Note{ChildID: v.children["Lila"].ID, On: 20270108, Title: "secret", AuthorID: v.samira.ID, Private: true})
	keep(v.Observations, data.Observation{ChildID: v.children["Lila"].ID, SessionID: v.sessions[2].ID, Text: "secret"})
	v.rate("Lila", data.MomentStart, 2, 3)
	v.rate("Lila", data.MomentEnd, 4, 3)
	v.rate("Noé", data.MomentStart, 2)
	v.rate("Noé", data.MomentEnd, 1)
	v.rate("Kenza", data.MomentEnd, 4)
	b, ok := v.GroupBilanView(v.GroupBilan(v.art.ID, data.MomentEnd))
	if !ok {
		t.Fatal("no bilan of the group")
	}
	all := fmt.Sprintf("%+v", b)
	for _, c := range v.Children.All() {
		if strings.Contains(all, c.LastName) {
			t.Errorf("the bilan of the group holds the name %s", c.LastName)
		}
	}
	if strings.Contains(all, "secret") {
		t.Error("the bilan of the group holds a note")
	}
	if len(b.Children) != 7 || b.Children[1] != (registry.ShortChild{First: "Éliott", Initial: "V"}) {
		t.Errorf("children %+v", b.Children)
	}
	if b.Came != 51 || b.Counted != 59 || len(b.Sessions) != 12 || b.Sessions[9].Count.Came != 4 || len(b.Themes) != 6 {
		t.Errorf("%+v, themes %q", b.Regularity, b.Themes)
	}
	s := b.Skills[0]
	if !slices.Equal(s.Start, []int{0, 2, 0, 0, 0}) || !slices.Equal(s.End, []int{1, 0, 0, 2, 0}) || s.Rose != 1 || s.Fell != 1 || s.Steady != 0 {
		t.Errorf("skill %+v", s)
	}
}

func TestIndividualGroupBilanDoesNotNameItsChild(t *testing.T) {
	v := newTown(t)
	b, ok := v.GroupBilanView(v.GroupBilan(v.meeting.ID, data.MomentEnd))
	if !ok || strings.Contains(fmt.Sprintf("%+v", b), "Amrani") {
		t.Errorf("bilan %+v", b)
	}
}

func TestAttendanceSheetListsChildrenByLastName(t *testing.T) {
	v := newTown(t)
	s, ok := v.AttendanceSheetView(v.art.ID)
	if !ok {
		t.Fatal("no sheet")
	}
	var names []string
	for _, row := range s.Rows {
		names = append(names, row.Child.Last)
	}
	if want := []string{"Diallo", "Kerdoun", "Roux", "Sarr", "Tissier", "Vasseur", "Zerrouki"}; !slices.Equal(names, want) {
		t.Errorf("order %q", names)
	}
	if len(s.Sessions) != 12 || s.Sessions[6].State != data.SessionCancelled || s.Room != "Grande salle" || !s.Sessions[9].Past || s.Sessions[10].Past {
		t.Errorf("sheet %+v", s)
	}
}

func TestBilansOfACycleAreThoseKeptOrOwed(t *testing.T) {
	v := newTown(t)
	kept := 0
	rows := v.BilansOf(v.art.CycleID)
	for _, b := range rows {
		if b.Kept() {
			kept++
		}
	}
	if len(rows) != 14 || kept != 9 || rows[0].Moment != data.MomentMid || rows[0].Child.First != "Aminata" {
		t.Errorf("%d bilans of which %d kept, first %+v", len(rows), kept, rows[0])
	}
	if all := v.BilanRows(2026); len(all) != 14 || all[0].Child.First != "Noé" || all[0].Progress.LateDays != 9 {
		t.Errorf("all %d, first %+v", len(all), all[0])
	}
}

func TestFinishedCyclesAreClosedOrPast(t *testing.T) {
	v := newTown(t)
	if got := v.FinishedCycles(); len(got) != 0 {
		t.Errorf("finished %+v", got)
	}
	c := found(v.Cycles.Get(v.art.CycleID))
	c.State = data.CycleClosed
	check(v.Cycles.Save(&c))
	if got := v.FinishedCycles(); len(got) != 1 || got[0].ID != v.art.CycleID {
		t.Errorf("finished %+v", got)
	}
}
