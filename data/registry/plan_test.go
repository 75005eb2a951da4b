package registry_test

import (
	"errors"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/registry"
)

func numbered(days []registry.LaidDay) []data.Date {
	var out []data.Date
	for _, d := range days {
		if d.Number > 0 {
			out = append(out, d.Date)
		}
	}
	return out
}

func TestProposalBeginsOnTheFirstWednesdayOfTheSeason(t *testing.T) {
	f := newFile(t)
	p := f.plan()
	want(t, "name", p.Name, "Cycle 1")
	want(t, "rule", p.Rule, data.DateRule{Weekday: 3, First: 20261007, Count: 12, SkipHolidays: true})
	want(t, "groups", len(p.Groups), 2)
	want(t, "first group", p.Groups[0].Name, "Group 1")
	want(t, "first hour", p.Groups[0].Start, data.At(14, 0))
	want(t, "second hour", p.Groups[1].Start, data.At(15, 15))
	want(t, "rubric", p.RubricID, f.workshop.RubricID)
	// The closing of 2 December moves the sixth session to 9 December and the last to 3 February.
	want(t, "mid bilan", p.MidBilanDue, data.Date(20261209).AddDays(14))
	want(t, "end bilan", p.EndBilanDue, data.Date(20270203).AddDays(14))
	want(t, "empty proposal", f.ProposeCycle(data.ID[data.Workshop]{}, f.today, registry.Naming{}).Name, "")
}

func TestProposalFollowsTheCycleBefore(t *testing.T) {
	f := newFile(t)
	room := keep(f.Rooms, data.Room{Name: "Blue"})
	_, groups := f.cycle()
	groups[0].Start, groups[0].RoomID = data.At(10, 0), room.ID
	check(f.Groups.Save(&groups[0]))
	p := f.plan()
	want(t, "name", p.Name, "Cycle 2")
	want(t, "first day", p.Rule.First, 20270210)
	want(t, "hour", p.Groups[0].Start, data.At(10, 0))
	want(t, "room", p.Groups[0].RoomID, room.ID)
}

func TestProposalOfAStageIsInTheHolidaysAndInARow(t *testing.T) {
	f := newFile(t)
	f.workshop.Rhythm, f.workshop.Sessions, f.workshop.SessionMinutes = data.Stage, 3, 45
	check(f.Workshops.Save(&f.workshop))
	p := f.plan()
	want(t, "first day", p.Rule.First, 20261019)
	want(t, "second hour", p.Groups[1].Start, data.At(14, 45))
	preview := f.PreviewCycle(p)
	if got := numbered(preview.Days); !slices.Equal(got, []data.Date{20261019, 20261020, 20261021}) {
		t.Errorf("days are %v", got)
	}
	wantCodes(t, "stage in the holidays", preview.Reasons())
}

func TestPlanDatesTellTheDaysLeftOutAndWhy(t *testing.T) {
	f := newFile(t)
	for _, c := range []struct {
		what string
		rule data.DateRule
		laid []data.Date
		out  map[data.Date]calendar.State
	}{
		{
			"weekly", data.DateRule{Weekday: 3, First: 20261012, Count: 6, SkipHolidays: true},
			[]data.Date{20261014, 20261104, 20261118, 20261125, 20261209, 20261216},
			map[data.Date]calendar.State{
				20261021: calendar.StateSchoolHolidays, 20261028: calendar.StateSchoolHolidays,
				20261111: calendar.StatePublicHoliday, 20261202: calendar.StateClosing,
			},
		},
		{
			"weekly, holidays too", data.DateRule{Weekday: 3, First: 20261012, Count: 3},
			[]data.Date{20261014, 20261021, 20261028}, nil,
		},
		{
			"stage over a week-end", data.DateRule{First: 20261022, Count: 4, Rhythm: data.Stage},
			[]data.Date{20261022, 20261023, 20261026, 20261027}, nil,
		},
		{
			"stage over a public holiday", data.DateRule{First: 20261110, Count: 2, Rhythm: data.Stage},
			[]data.Date{20261110, 20261112}, map[data.Date]calendar.State{20261111: calendar.StatePublicHoliday},
		},
	} {
		t.Run(c.what, func(t *testing.T) {
			days := must(f.PlanDates(c.rule))
			if got := numbered(days); !slices.Equal(got, c.laid) {
				t.Errorf("laid on %v, want %v", got, c.laid)
			}
			for _, d := range days {
				if d.Number == 0 {
					want(t, d.Date.String(), d.State, c.out[d.Date])
				}
			}
			want(t, "days", len(days), len(c.laid)+len(c.out))
		})
	}
}

func TestWeeklyPlanAgreesWithTheCalendar(t *testing.T) {
	f := newFile(t)
	for _, first := range []data.Date{20250903, 20261001, 20270107} {
		for _, skip := range []bool{true, false} {
			rule := data.DateRule{Weekday: 3, First: first, Count: 17, SkipHolidays: skip}
			laid := must(f.Calendar().Lay(calendar.Rule{Weekday: 3, First: first, Count: 17, SkipHolidays: skip}))
			if got := numbered(must(f.PlanDates(rule))); !slices.Equal(got, laid) {
				t.Errorf("from %v: planned on %v, calendar lays %v", first, got, laid)
			}
		}
	}
}

func TestPlanPastTheKnownCalendarSaysHowManyWereLaid(t *testing.T) {
	f := newFile(t)
	last := f.Calendar().LastKnown()
	days, err := f.PlanDates(data.DateRule{Weekday: 3, First: last.AddDays(-80), Count: 40, SkipHolidays: true})
	short, ok := errors.AsType[*calendar.ShortError](err)
	if !ok {
		t.Fatalf("error is %v", err)
	}
	want(t, "laid", short.Laid, len(numbered(days)))
	wantErr(t, err, calendar.ErrUnknownYear)
	_, err = f.PlanDates(data.DateRule{Count: 3})
	wantErr(t, err, data.ErrBadDate)
	_, err = f.PlanDates(data.DateRule{First: 20261007})
	wantErr(t, err, calendar.ErrEmptyRule)
}

func TestOpenCycleKeepsAllOfThePlanInOneChange(t *testing.T) {
	f := newFile(t)
	room := keep(f.Rooms, data.Room{Name: "Blue"})
	p := f.plan()
	lila, noe, ines := f.child("Lila"), f.child("Noé", func(c *data.Child) { c.BirthDate = 0 }), f.child("Inès")
	p.Groups[0].RoomID = room.ID
	p.Groups[0].Children = []registry.ChildPlan{{ChildID: lila.ID}, {ChildID: noe.ID}}
	p.Waiting = []data.ID[data.Child]{ines.ID}
	p.By = f.member.ID
	changes := 0
	f.Subscribe(func([]registry.Change) { changes++ })

	_, err := f.OpenCycle(p)
	wantReasonsFor(t, err, data.WarnUnknownAge)
	want(t, "cycles after the refusal", f.Cycles.Len(), 0)
	p.Groups[0].Children[1].Reasons = map[data.WarningCode]string{data.WarnUnknownAge: "born in 2018"}
	cycle := must(f.OpenCycle(p))
	want(t, "changes", changes, 1)
	want(t, "school year", cycle.SchoolYear, 2026)

	f.Registry = f.open()
	groups := f.groups(cycle.ID)
	want(t, "groups", len(groups), 2)
	want(t, "room", groups[0].RoomID, room.ID)
	sessions := f.sessions(groups[0].ID)
	want(t, "sessions", len(sessions), 12)
	want(t, "first", sessions[0].Date, 20261007)
	want(t, "last", sessions[11].Date, 20270203)
	want(t, "room of the sessions", sessions[3].RoomID, room.ID)
	want(t, "themes", sessions[0].Theme+sessions[1].Theme+sessions[2].Theme+sessions[3].Theme, "MeetingClayClay")
	want(t, "waiting", f.placeOf(ines).State, data.Waiting)
	want(t, "enrolled", f.placeOf(lila).GroupID, groups[0].ID)
	want(t, "warning kept", f.placeOf(noe).Warnings[0],
		data.Warning{Code: data.WarnUnknownAge, Reason: "born in 2018", ByID: f.member.ID, On: f.today})
}

func TestMoreThemesThanSessionsShareTheSessions(t *testing.T) {
	f := newFile(t)
	p := f.plan()
	p.Rule.Count, p.Themes = 2, []string{"a", "b", "c"}
	s := f.PreviewCycle(p).Sessions
	want(t, "first", s[0].Theme, "a, b")
	want(t, "second", s[1].Theme, "c")
	p.Themes = []string{"a", "a", "b", "c"}
	s = f.PreviewCycle(p).Sessions
	want(t, "the same theme twice in one session", s[0].Theme, "a")
	want(t, "the session after", s[1].Theme, "b, c")
}

func TestPreviewShowsTheClashesOfThePlanWithTheFileAndWithItself(t *testing.T) {
	f := newFile(t)
	room := keep(f.Rooms, data.Room{Name: "Blue"})
	her := keep(f.Facilitators, data.Facilitator{FirstName: "Rose", LastName: "Aubier"})
	lila := f.child("Lila")
	p := f.plan()
	p.Groups[0].RoomID = room.ID
	p.Groups[0].Children = []registry.ChildPlan{{ChildID: lila.ID}}
	kept := must(f.OpenCycle(p))

	p.Groups[0].FacilitatorID, p.Groups[1].FacilitatorID = her.ID, her.ID
	p.Groups[1].Start = data.At(14, 30)
	preview := f.PreviewCycle(p)
	wantCodes(t, "plan", preview.Reasons(), data.WarnChildBusy, data.WarnFacilitator, data.WarnRoom)
	first := preview.Clashes[:3]
	want(t, "facilitator with the second group", first[2].OtherGroupID, preview.Groups[1].ID)
	want(t, "room with the kept group", first[0].OtherGroupID, f.groups(kept.ID)[0].ID)
	want(t, "child busy", first[1].ChildID, lila.ID)
	want(t, "seats", len(preview.Seats), 1)
	wantCodes(t, "seat", preview.Seats[0].Warnings, data.WarnChildBusy)
	want(t, "cycles kept", f.Cycles.Len(), 1)
}

func TestPlanThatCannotBeOpenedSaysWhy(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	for what, c := range map[string]struct {
		spoil func(*registry.CyclePlan)
		err   error
	}{
		"no group":     {func(p *registry.CyclePlan) { p.Groups = nil }, registry.ErrNoSessionYet},
		"no first day": {func(p *registry.CyclePlan) { p.Rule.First = 0 }, data.ErrBadDate},
		"no template":  {func(p *registry.CyclePlan) { p.WorkshopID = data.ID[data.Workshop]{} }, registry.ErrGone},
		"child twice": {func(p *registry.CyclePlan) {
			p.Groups[0].Children = []registry.ChildPlan{{ChildID: lila.ID}}
			p.Waiting = []data.ID[data.Child]{lila.ID}
		}, registry.ErrAlreadyEnrolled},
	} {
		t.Run(what, func(t *testing.T) {
			p := f.plan()
			c.spoil(&p)
			wantErr(t, f.PreviewCycle(p).Err, c.err)
			_, err := f.OpenCycle(p)
			wantErr(t, err, c.err)
			want(t, "cycles", f.Cycles.Len(), 0)
		})
	}
	p := f.plan()
	p.Name = ""
	_, err := f.OpenCycle(p)
	wantErr(t, data.FaultOf(err, "Name"), data.ErrMissing)
}
