package registry_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestSessionsToComeFollowTheirGroup(t *testing.T) {
	v := newTown(t)
	g := v.art
	g.Start, g.RoomID = data.At(15, 30), keep(v.Rooms, data.Room{Name: "Petite salle"}).ID
	byHand := v.sessions[11]
	byHand.Start = data.At(9, 0)
	check(v.Sessions.Save(&byHand))
	check(v.ChangeGroup(&g, nil, v.odile.ID))

	kept, _ := v.Groups.Get(g.ID)
	want(t, "group", kept.Start, data.At(15, 30))
	past, _ := v.Sessions.Get(v.sessions[9].ID)
	want(t, "a past session", past.Start, data.At(14, 0))
	next, _ := v.Sessions.Get(v.sessions[10].ID)
	want(t, "the next session", next.Start, data.At(15, 30))
	want(t, "its room", next.RoomID, g.RoomID)
	moved, _ := v.Sessions.Get(v.sessions[11].ID)
	want(t, "a session moved by hand", moved.Start, data.At(9, 0))
	want(t, "its room", moved.RoomID, g.RoomID)
}

func TestChangeOfGroupThatMeetsAnotherNeedsAReason(t *testing.T) {
	v := newTown(t)
	other := keep(v.Groups, data.Group{
		CycleID: v.art.CycleID, Name: "Groupe 9", Start: data.At(16, 0), LengthMinutes: 60, Capacity: 7, RoomID: v.room.ID,
	})
	v.meet(other, []data.Date{v.sessions[10].Date})
	g := v.art
	g.Start = data.At(16, 30)
	wantReasonsFor(t, v.ChangeGroup(&g, nil, v.odile.ID), data.WarnRoom)
	kept, _ := v.Groups.Get(g.ID)
	want(t, "nothing is kept", kept.Start, data.At(14, 0))

	check(v.ChangeGroup(&g, map[data.WarningCode]string{data.WarnRoom: "the room has a partition"}, v.odile.ID))
	s, _ := v.Sessions.Get(v.sessions[10].ID)
	want(t, "reason", s.Warnings[0], data.Warning{
		Code: data.WarnRoom, Reason: "the room has a partition", ByID: v.odile.ID, On: v.Today(),
	})
}

func TestRatingsHoldWhatWasSaidOfEachChild(t *testing.T) {
	v := newTown(t)
	check(v.Rate(registry.Rating{
		ChildID: v.children["Lila"].ID, CycleID: v.art.CycleID, Moment: data.MomentEnd, Viewpoint: data.ByFamily, Key: 3, Level: 4,
	}))
	all, ok := v.Ratings(v.art.ID)
	want(t, "found", ok, true)
	want(t, "children", len(all.Rows), len(artMarks))
	want(t, "levels", len(all.Levels), 5)
	for _, row := range all.Rows {
		if row.Child.First == "Lila" {
			want(t, "rated", row.Rated(data.MomentEnd, data.ByFamily), 1)
			want(t, "level", row.Skills[1].Level(data.MomentEnd, data.ByFamily), 4)
		}
	}
	_, ok = v.Ratings(data.ID[data.Group]{})
	want(t, "unknown group", ok, false)
}

func TestObservationsOfASessionAreThoseOfThatSession(t *testing.T) {
	v := newTown(t)
	keep(v.Observations, data.Observation{SessionID: v.sessions[9].ID, ChildID: v.children["Lila"].ID, Mood: 4})
	keep(v.Observations, data.Observation{SessionID: v.sessions[8].ID, ChildID: v.children["Lila"].ID, Mood: 2})
	all := v.ObservationsIn(v.sessions[9].ID)
	want(t, "observations", len(all), 1)
	want(t, "mood", all[0].Mood, 4)
}

func TestSiblingGroupsNameTheirChildren(t *testing.T) {
	f := newFile(t)
	inès := f.child("Inès")
	_, groups := f.cycle()
	f.enroll(inès, groups[1])
	v, _ := f.Group(groups[0].ID)
	want(t, "siblings", len(v.Siblings), 1)
	want(t, "enrolled", v.Siblings[0].Enrolled, 1)
	want(t, "child", v.Siblings[0].Children[0], inès.ID)
}

func TestMoveOfAnEvaluatedChildCanBeUndone(t *testing.T) {
	v := newTown(t)
	g := keep(v.Groups, data.Group{CycleID: v.art.CycleID, Name: "Groupe 2", Start: data.At(9, 0), LengthMinutes: 60, Capacity: 7})
	row := v.rowOf(t, "Lila")
	moved := must(v.MoveToGroup(registry.Moving{EnrollmentID: row.Enrollment, GroupID: g.ID, Why: "judo"}))
	if moved.ID == row.Enrollment {
		t.Fatal("the first place is lost")
	}
	must(v.Unenroll(moved.ID))
	check(v.UndoLeave(row.Enrollment))
	want(t, "left", v.rowOf(t, "Lila").Left, false)
	_, err := v.Unenroll(row.Enrollment)
	wantErr(t, err, registry.ErrInUse)
}

func (v *town) rowOf(t *testing.T, first string) registry.GroupRow {
	t.Helper()
	g, _ := v.Group(v.art.ID)
	for _, row := range g.Rows {
		if row.Child.First == first {
			return row
		}
	}
	t.Fatalf("%s is not in the group", first)
	return registry.GroupRow{}
}
