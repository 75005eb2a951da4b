package registry_test

import (
	"fmt"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func (v *town) artView(t *testing.T) registry.GroupView {
	t.Helper()
	g, ok := v.Group(v.art.ID)
	if !ok {
		t.Fatal("the group is not found")
	}
	return g
}

func TestGroupShowsTheRegularityOfEachChildAndOfAll(t *testing.T) {
	g := newTown(t).artView(t)
	var got []string
	for _, row := range g.Rows {
		percent, _ := row.Percent()
		got = append(got, fmt.Sprintf("%s %d/%d %d%%", row.Child.First, row.Came, row.Counted, percent))
	}
	want := []string{
		"Aminata 9/9 100%", "Éliott 7/8 88%", "Inaya 5/6 83%", "Kenza 8/9 89%", "Lila 9/9 100%", "Mathis 5/9 56%", "Noé 8/9 89%",
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows %q", got)
	}
	if percent, _ := g.Total.Percent(); g.Total.Came != 51 || g.Total.Counted != 59 || percent != 86 {
		t.Errorf("total %+v", g.Total)
	}
	if eliott := g.Rows[1]; eliott.NotEntered != 1 || eliott.Cancelled != 1 || eliott.ToCome != 2 || eliott.Low {
		t.Errorf("what does not count for Éliott: %+v", eliott.Regularity)
	}
}

func TestGroupCountsTheChildrenOfEachSession(t *testing.T) {
	g := newTown(t).artView(t)
	var got []string
	for _, s := range g.Sessions {
		got = append(got, fmt.Sprintf("%d/%d", s.Count.Came, s.Count.Counted))
	}
	want := []string{"6/6", "5/6", "6/7", "6/7", "6/7", "7/7", "0/0", "6/7", "5/7", "4/5", "0/0", "0/0"}
	if !slices.Equal(got, want) {
		t.Errorf("sessions %q, want %q", got, want)
	}
	if ten := g.Sessions[9]; g.Current != 9 || ten.Missing != 2 || ten.Expected != 7 || !ten.Past || g.Done != 10 {
		t.Errorf("current %d of which %+v, done %d", g.Current, ten, g.Done)
	}
	if g.First != 20261007 || g.Last != 20270127 || g.Enrolled != 7 {
		t.Errorf("from %v to %v, %d children", g.First, g.Last, g.Enrolled)
	}
}

func TestGroupTellsApartWhatHasNoMark(t *testing.T) {
	g := newTown(t).artView(t)
	inaya, eliott := g.Rows[2], g.Rows[1]
	for _, tt := range []struct {
		what string
		got  registry.Cell
		want registry.Cell
	}{
		{"before the child came", inaya.Cells[0], registry.Cell{Kind: registry.CellNotExpected}},
		{"cancelled", inaya.Cells[6], registry.Cell{Mark: data.Cancelled}},
		{"not entered", eliott.Cells[9], registry.Cell{Mark: data.NotEntered}},
		{"to come", eliott.Cells[10], registry.Cell{Kind: registry.CellToCome}},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %+v", tt.what, tt.got)
		}
	}
}

func TestGroupWarnsOfUnexcusedAbsencesInARowOnly(t *testing.T) {
	v := newTown(t)
	mathis := v.artView(t).Rows[5]
	if mathis.InARow != 3 || mathis.Since != 20261216 || !mathis.Alert || !mathis.Low {
		t.Errorf("Mathis: %d in a row since %v, alert %v, low %v", mathis.InARow, mathis.Since, mathis.Alert, mathis.Low)
	}
	v.enter(v.sessions[8], "Mathis", 'E')
	if mathis = v.artView(t).Rows[5]; mathis.InARow != 1 || mathis.Since != 20270113 || mathis.Alert {
		t.Errorf("after an excuse: %d in a row since %v", mathis.InARow, mathis.Since)
	}
}

func TestGroupFollowsItsBilans(t *testing.T) {
	g := newTown(t).artView(t)
	if want := (registry.BilanCount{Due: 20270106, Owed: 7, Done: 6, Late: 1}); g.Mid != want {
		t.Errorf("mid-cycle %+v", g.Mid)
	}
	if want := (registry.BilanCount{Due: 20270127, Owed: 7, Started: 3}); g.End != want {
		t.Errorf("end %+v", g.End)
	}
	if noe := g.Rows[6]; noe.Mid.Step != registry.BilanToWrite || noe.Mid.LateDays != 9 || noe.End.LateDays != 0 {
		t.Errorf("Noé %+v %+v", noe.Mid, noe.End)
	}
}

func TestChildWhoLeftIsOwedNoBilanAndLeavesNoHole(t *testing.T) {
	v := newTown(t)
	for _, e := range v.Enrollments.All() {
		if e.ChildID == v.children["Éliott"].ID {
			e.State, e.Until = data.Left, 20270110
			check(v.Enrollments.Save(&e))
		}
	}
	g := v.artView(t)
	eliott := g.Rows[1]
	if !eliott.Left || eliott.LeftOn != 20270110 || eliott.Cells[9].Kind != registry.CellNotExpected || eliott.ToCome != 0 {
		t.Errorf("Éliott %+v", eliott)
	}
	if eliott.End.Step != registry.BilanNotOwed || g.End.Owed != 6 || g.Enrolled != 6 || g.Sessions[9].Missing != 1 {
		t.Errorf("end %+v, %d enrolled, %d missing", g.End, g.Enrolled, g.Sessions[9].Missing)
	}
}

func TestGroupJoinsSessionsOfOneTheme(t *testing.T) {
	g := newTown(t).artView(t)
	if len(g.Themes) != 6 || g.Themes[1] != (registry.ThemeSpan{Theme: "Collage", From: 2, To: 3}) {
		t.Errorf("themes %+v", g.Themes)
	}
}

func TestGroupKnowsWhoWaitsAndForHowLong(t *testing.T) {
	g := newTown(t).artView(t)
	if len(g.Waiting) != 1 || g.Waiting[0].Child.First != "Louise" || g.Waiting[0].Days != 34 || g.Waiting[0].Age != 9 {
		t.Errorf("waiting %+v", g.Waiting)
	}
}

func TestGroupCountsEvaluationsWithEveryCriterionRated(t *testing.T) {
	v := newTown(t)
	v.rate("Lila", data.MomentStart, 2, 3)
	v.rate("Noé", data.MomentStart, 4)
	if got := v.artView(t).Evaluations; got[0] != (registry.EvaluationCount{Owed: 7, Started: 1, Done: 1}) || got[2].Done != 0 {
		t.Errorf("evaluations %+v", got)
	}
}

func TestUnknownGroupIsNotShown(t *testing.T) {
	if _, ok := newTown(t).Group(data.ID[data.Group]{1}); ok {
		t.Error("a group that does not exist is shown")
	}
}

func TestCycleRowsCountPlacesSessionsAndWhatIsLeftToDo(t *testing.T) {
	v := newTown(t)
	rows := v.CycleRows(2026)
	if len(rows) != 3 || rows[0].Workshop.Name != "Art-thérapie" || rows[2].Workshop.Name != "Sophrologie" {
		t.Fatalf("cycles %+v", rows)
	}
	art := rows[0]
	if want := (registry.PlaceCount{Groups: 1, Capacity: 7, Enrolled: 7, Waiting: 1}); art.Places != want {
		t.Errorf("places %+v", art.Places)
	}
	if art.Done != 9 || art.Of != 11 || art.ToEnter != 1 || art.Regularity.Came != 51 || art.Mid.Late != 1 {
		t.Errorf("art %+v", art)
	}
	if next := art.Groups[0].Next; next != 20270120 {
		t.Errorf("the next session is on %v, want 20 January", next)
	}
	if w := v.WorkshopRows(2026); len(w) != 3 || w[1].Name != "Psychologue" || len(w[1].Cycles) != 1 {
		t.Errorf("workshops %+v", w)
	}
	if w := v.WorkshopRows(2025); len(w) != 3 || len(w[0].Cycles) != 0 {
		t.Errorf("workshops of another year %+v", w)
	}
}

func TestOneAbsenceIsNotALowRegularity(t *testing.T) {
	v := newTown(t)
	v.enter(v.trioSessions[0], "Soan", 'A')
	g, _ := v.Group(v.trio.ID)
	if soan := g.Rows[1]; soan.Child.First != "Soan" || soan.Counted != 1 || soan.Low {
		t.Errorf("Soan %+v", soan)
	}
}
