package registry_test

import (
	"errors"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestRateKeepsOneEvaluationAMomentAndViewpoint(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	cycle, _ := f.cycle(lila)
	rating := registry.Rating{
		ChildID: lila.ID, CycleID: cycle.ID, Moment: data.MomentStart, Viewpoint: data.ByFacilitator, Key: 1, Level: 2, By: f.member.ID,
	}
	check(f.Rate(rating))
	rating.Key, rating.Level = 4, 3
	check(f.Rate(rating))
	rating.Key, rating.Level = 1, 1
	check(f.Rate(rating))
	want(t, "evaluations", f.Evaluations.Len(), 1)
	e := f.Evaluations.All()[0]
	want(t, "first criterion", e.Level(1), 1)
	want(t, "second", e.Level(4), 3)
	want(t, "day", e.On, f.today)
	want(t, "author", e.AuthorID, f.member.ID)
	rating.Level = 0
	check(f.Rate(rating))
	want(t, "taken away", f.Evaluations.All()[0].Level(1), 0)
	rating.Viewpoint, rating.Level = data.ByChild, 1
	check(f.Rate(rating))
	want(t, "evaluations", f.Evaluations.Len(), 2)
}

func TestRateRefusesWhatTheGridDoesNotHave(t *testing.T) {
	f := newFile(t)
	lila, noe := f.child("Lila"), f.child("Noé")
	cycle, _ := f.cycle(lila)
	must(f.Wait(noe.ID, cycle.ID))
	rating := registry.Rating{
		ChildID: lila.ID, CycleID: cycle.ID, Moment: data.MomentEnd, Viewpoint: data.BySchool, Key: 2, Level: 1,
	}
	wantErr(t, f.Rate(rating), registry.ErrUnknownCriterion)
	rating.Key, rating.Level = 1, 4
	wantErr(t, f.Rate(rating), registry.ErrUnknownCriterion)
	rating.Level, rating.Moment = 1, 0
	wantErr(t, data.FaultOf(f.Rate(rating), "Moment"), data.ErrOutOfRange)
	rating.ChildID, rating.Moment = noe.ID, data.MomentEnd
	wantErr(t, f.Rate(rating), registry.ErrNotEnrolled)
	want(t, "evaluations", f.Evaluations.Len(), 0)
}

func TestBilanIsADraftUntilNothingIsMissing(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila", func(c *data.Child) { c.KeyWorkerID = f.member.ID })
	cycle, groups := f.cycle(lila)
	b := f.Bilan(lila.ID, cycle.ID, data.MomentEnd)
	want(t, "group", b.GroupID, groups[0].ID)
	want(t, "author", b.AuthorID, f.member.ID)
	want(t, "bilans", f.Bilans.Len(), 0)
	b.Synthesis = "She speaks more."
	check(f.SaveBilan(&b))
	want(t, "saved on", b.SavedOn, f.today)
	want(t, "kept", f.Bilan(lila.ID, cycle.ID, data.MomentEnd).Synthesis, b.Synthesis)

	err := f.Finalize(b.ID, f.member.ID)
	not, ok := errors.AsType[*registry.NotReady](err)
	if !ok {
		t.Fatalf("error is %v", err)
	}
	missing := []registry.BilanGap{
		{Kind: registry.GapCriterion, Key: 1, Label: "Attention"}, {Kind: registry.GapCriterion, Key: 4, Label: "Confidence"},
		{Kind: registry.GapStrengths}, {Kind: registry.GapNext},
	}
	if !slices.Equal(not.Gaps, missing) || !slices.Equal(f.MissingForFinal(b), missing) {
		t.Errorf("missing %v, want %v", not.Gaps, missing)
	}
	for _, key := range []int{1, 4} {
		check(f.Rate(registry.Rating{
			ChildID: lila.ID, CycleID: cycle.ID, Moment: data.MomentEnd, Viewpoint: data.ByFacilitator, Key: key, Level: 2,
		}))
	}
	b.Strengths, b.Next = "Curious", "A second cycle"
	check(f.SaveBilan(&b))
	check(f.Finalize(b.ID, f.member.ID))
	final := f.Bilan(lila.ID, cycle.ID, data.MomentEnd)
	want(t, "state", final.State, data.BilanFinal)
	want(t, "by", final.FinalByID, f.member.ID)
	want(t, "on", final.FinalOn, f.today)

	wantErr(t, f.Finalize(b.ID, f.member.ID), registry.ErrFinal)
	wantErr(t, f.SaveBilan(&final), registry.ErrFinal)
	wantErr(t, f.SaveBilan(&b), registry.ErrFinal)
	check(f.Reopen(b.ID))
	again := f.Bilan(lila.ID, cycle.ID, data.MomentEnd)
	want(t, "state", again.State, data.BilanDraft)
	want(t, "final on", again.FinalOn, 0)
	check(f.SaveBilan(&again))
}

func TestSecondBilanOfTheSameMomentIsAConflict(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	cycle, _ := f.cycle(lila)
	mine, theirs := f.Bilan(lila.ID, cycle.ID, data.MomentEnd), f.Bilan(lila.ID, cycle.ID, data.MomentEnd)
	check(f.SaveBilan(&theirs))
	if _, ok := errors.AsType[*registry.Conflict](f.SaveBilan(&mine)); !ok {
		t.Error("two bilans of one moment are kept")
	}
	mid := f.Bilan(lila.ID, cycle.ID, data.MomentMid)
	check(f.SaveBilan(&mid))
	stranger := f.Bilan(f.child("Noé").ID, cycle.ID, data.MomentEnd)
	wantErr(t, f.SaveBilan(&stranger), registry.ErrNotEnrolled)
}

func TestGroupBilanFollowsTheSameRules(t *testing.T) {
	f := newFile(t)
	_, groups := f.cycle()
	b := f.GroupBilan(groups[0].ID, data.MomentEnd)
	want(t, "cycle", b.CycleID, groups[0].CycleID)
	check(f.SaveGroupBilan(&b))
	other := data.GroupBilan{GroupID: b.GroupID, CycleID: b.CycleID, Moment: b.Moment}
	if _, ok := errors.AsType[*registry.Conflict](f.SaveGroupBilan(&other)); !ok {
		t.Error("two bilans of one group and moment are kept")
	}
	if not, ok := errors.AsType[*registry.NotReady](f.FinalizeGroup(b.ID, f.member.ID)); !ok || len(not.Gaps) != 3 {
		t.Errorf("gaps are %v", not)
	}
	b.Course, b.Dynamics, b.Next = "Twelve sessions", "Quiet", "Again"
	check(f.SaveGroupBilan(&b))
	check(f.FinalizeGroup(b.ID, f.member.ID))
	wantErr(t, f.FinalizeGroup(b.ID, f.member.ID), registry.ErrFinal)
	b = f.GroupBilan(groups[0].ID, data.MomentEnd)
	want(t, "author", b.AuthorID, f.member.ID)
	wantErr(t, f.SaveGroupBilan(&b), registry.ErrFinal)
	check(f.ReopenGroup(b.ID))
	b = f.GroupBilan(groups[0].ID, data.MomentEnd)
	check(f.SaveGroupBilan(&b))
}
