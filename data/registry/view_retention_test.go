package registry_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

// old is a file seen on 10 September 2029, three years after its sessions.
func old(t *testing.T) *file {
	t.Helper()
	f := newFile(t)
	f.today = 20290910
	return f
}

// ended is a child whose pathway ended on a day, with nothing before it.
func ended(on data.Date) func(*data.Child) {
	return func(c *data.Child) {
		c.Consents, c.Pathway = nil, data.Pathway{StartedOn: on.AddMonths(-12), EndedOn: on}
	}
}

func reviewed(f *file) string {
	var out []string
	for _, row := range f.Retention() {
		out = append(out, fmt.Sprintf("%s %d %v %v", row.Name.First, row.State, row.Last.On, row.Due))
	}
	return strings.Join(out, "\n")
}

func TestReviewListsWhatIsOldThenWhatSoonWillBeOldestFirst(t *testing.T) {
	f := old(t)
	f.child("Recent", ended(20290101))
	f.child("Soon", ended(20271101))
	f.child("Due", ended(20270901))
	f.child("Older", ended(20260101))
	f.child("LastDay", ended(20270910))
	f.child("Open", func(c *data.Child) { c.Consents, c.Pathway = nil, data.Pathway{StartedOn: 20260101} })
	f.child("StillOpen", func(c *data.Child) { c.Consents, c.Pathway = nil, data.Pathway{StartedOn: 20271101} })
	f.child("Undated", func(c *data.Child) { c.Consents, c.Pathway = nil, data.Pathway{} })
	kept := f.child("Kept", ended(20260301))
	check(f.KeepChild(kept.ID, 20300101, "appeal"))
	want(t, "review", reviewed(f), strings.Join([]string{
		"Older 1 2026-01-01 2028-01-01", "Open 1 2026-01-01 2028-01-01", "Due 1 2027-09-01 2029-09-01", "LastDay 1 2027-09-10 2029-09-10",
		"Soon 2 2027-11-01 2029-11-01", "Kept 3 2026-03-01 2028-03-01", "Undated 4  ",
	}, "\n"))
	f.today = 20300102
	if again := f.Retention(); !slices.ContainsFunc(again, func(row registry.RetentionRow) bool {
		return row.Name.First == "Kept" && row.State == registry.RetentionDue && row.KeptReason == "appeal"
	}) {
		t.Errorf("a decision that is past still holds: %+v", again)
	}
}

func TestOneFileSaysHowLongItIsKeptByTheRuleOfTheTeam(t *testing.T) {
	f := old(t)
	c := f.child("Due", ended(20270901))
	row := found(f.RetentionOf(c.ID))
	want(t, "state and day", fmt.Sprint(row.State, row.Due), fmt.Sprint(registry.RetentionDue, data.Date(20290901)))
	rule := f.Safety()
	rule.RetentionMonths = 36
	check(f.SaveSafety(&rule))
	row = found(f.RetentionOf(c.ID))
	want(t, "state and day after the rule changed", fmt.Sprint(row.State, row.Due), fmt.Sprint(registry.RetentionState(0), data.Date(20300901)))
	if _, ok := f.RetentionOf(data.ID[data.Child]{1}); ok {
		t.Error("the file of nobody is kept")
	}
}

func TestEveryKindOfContactKeepsAFile(t *testing.T) {
	const late data.Date = 20280601
	f := newFile(t)
	cycle, groups := f.cycle()
	s := f.sessions(groups[0].ID)[0]
	s.Date = late
	check(f.Sessions.Save(&s))
	partner := keep(f.Partners, data.Partner{Name: "CMP"})
	agreement := keep(f.Agreements, data.Agreement{PartnerID: partner.ID})
	f.today = 20290910
	for kind, keepOne := range map[data.ContactKind]func(data.Child){
		data.ContactNote: func(c data.Child) { keep(f.Notes, data.Note{ChildID: c.ID, On: late, Title: "Call"}) },
		data.ContactEnrollment: func(c data.Child) {
			keep(f.Enrollments, data.Enrollment{ChildID: c.ID, CycleID: cycle.ID, State: data.Left, Until: late})
		},
		data.ContactSession: func(c data.Child) {
			keep(f.Attendances, data.Attendance{
				Record: data.Record[data.Attendance]{ID: data.ID[data.Attendance](s.ID)}, Marks: []data.ChildMark{{ChildID: c.ID, Mark: data.Late}}})
		},
		data.ContactObservation: func(c data.Child) { keep(f.Observations, data.Observation{ChildID: c.ID, SessionID: s.ID}) },
		data.ContactEvaluation: func(c data.Child) {
			keep(f.Evaluations, data.Evaluation{ChildID: c.ID, CycleID: cycle.ID, Moment: data.MomentEnd, Viewpoint: data.ByChild, On: late})
		},
		data.ContactBilan: func(c data.Child) {
			keep(f.Bilans, data.Bilan{ChildID: c.ID, CycleID: cycle.ID, Moment: data.MomentEnd, State: data.BilanFinal, FinalOn: late})
		},
		data.ContactReferral: func(c data.Child) {
			keep(f.Referrals, data.Referral{ChildID: c.ID, PartnerID: partner.ID, AskedOn: late})
		},
		data.ContactInterview: func(c data.Child) {
			keep(f.Interviews, data.Interview{ChildID: c.ID, AgreementID: agreement.ID, On: late, Kind: data.InterviewChild, Outcome: data.Held})
		},
	} {
		c := f.child("Lila", ended(20260101))
		want(t, fmt.Sprintf("state before %d", kind), f.Retention()[0].State, registry.RetentionDue)
		keepOne(c)
		if rows := f.Retention(); len(rows) > 0 {
			t.Errorf("contact %d: still in the review, last %+v", kind, rows[0].Last)
		}
		f.today = 20300601
		row := f.Retention()[0]
		if row.Last != (data.LastContact{On: late, Kind: kind}) || row.First != 20250101 {
			t.Errorf("contact %d: last %+v, first %v", kind, row.Last, row.First)
		}
		f.today = 20290910
		check(f.KeepChild(c.ID, 20330101, "done with"))
		again := found(f.Children.Get(c.ID))
		again.Pathway.EndedOn = 20290901
		check(f.Children.Save(&again))
	}
}

func TestAbsenceAndADayToComeAreNoContact(t *testing.T) {
	f := newFile(t)
	_, groups := f.cycle()
	s := f.sessions(groups[0].ID)[0]
	f.today = 20290910
	c := f.child("Lila", ended(20260101))
	keep(f.Notes, data.Note{ChildID: c.ID, On: 20291001, Title: "Meeting to come"})
	keep(f.Attendances, data.Attendance{
		Record: data.Record[data.Attendance]{ID: data.ID[data.Attendance](s.ID)}, Marks: []data.ChildMark{{ChildID: c.ID, Mark: data.Absent}}})
	row := f.Retention()[0]
	want(t, "last contact", row.Last, data.LastContact{On: 20260101, Kind: data.ContactEnd})
	want(t, "records", row.Records, 2)
}

func TestChildWithARunningPlaceIsNeverReviewed(t *testing.T) {
	f := newFile(t)
	ended := func(c *data.Child) { c.Consents, c.Pathway = nil, data.Pathway{StartedOn: 20200101} }
	enrolled, waiting, left := f.child("Enrolled", ended), f.child("Waiting", ended), f.child("Left", ended)
	cycle, groups := f.cycle(enrolled)
	keep(f.Enrollments, data.Enrollment{ChildID: waiting.ID, CycleID: cycle.ID})
	keep(f.Enrollments, data.Enrollment{ChildID: left.ID, CycleID: cycle.ID, GroupID: groups[0].ID, State: data.Left})
	want(t, "review", reviewed(f), "Left 1 2020-01-01 2022-01-01")
	cycle.State = data.CycleClosed
	check(f.Cycles.Save(&cycle))
	for _, e := range f.Enrollments.All() {
		e.RequestedOn = 0
		check(f.Enrollments.Save(&e))
	}
	want(t, "children in the review once the cycle is closed", len(f.Retention()), 3)
}

func TestArchivedChildrenAreReviewedToo(t *testing.T) {
	f := old(t)
	c := f.child("Lila", func(c *data.Child) { c.Consents, c.Pathway = nil, data.Pathway{StartedOn: 20271101} })
	want(t, "review of an open pathway", reviewed(f), "")
	check(f.Children.Archive(c.ID))
	want(t, "review of an archived one", reviewed(f), "Lila 2 2027-11-01 2029-11-01")
	check(f.KeepChild(c.ID, 20300101, "appeal"))
	if row := f.Retention()[0]; !row.Archived || row.KeptUntil != 20300101 {
		t.Errorf("row %+v", row)
	}
}

func TestDecisionToKeepIsRefusedWithoutReasonOrForAnImpossibleDay(t *testing.T) {
	f := old(t)
	c := f.child("Lila", ended(20260101))
	for _, day := range []data.Date{20290910, 20290909, 20300231, -4, 20340911} {
		wantErr(t, f.KeepChild(c.ID, day, "appeal"), registry.ErrKeepDay)
	}
	wantErr(t, data.FaultOf(f.KeepChild(c.ID, 20300101, " "), "KeepReason"), data.ErrMissing)
	wantErr(t, f.KeepChild(data.ID[data.Child]{1}, 20300101, "appeal"), registry.ErrGone)
	want(t, "state", f.Retention()[0].State, registry.RetentionDue)
	check(f.KeepChild(c.ID, 20340910, " appeal "))
	want(t, "reason", f.Retention()[0].KeptReason, "appeal")
	check(f.KeepChild(c.ID, 0, "whatever"))
	want(t, "state once taken back", f.Retention()[0].State, registry.RetentionDue)
	want(t, "reason once taken back", f.Retention()[0].KeptReason, "")
}

func TestTeamSetsHowLongFilesAreKept(t *testing.T) {
	f := old(t)
	f.child("Lila", ended(20280601))
	want(t, "review after two years", reviewed(f), "")
	s := f.Safety()
	s.RetentionMonths = 12
	check(f.SaveSafety(&s))
	want(t, "review after one year", reviewed(f), "Lila 1 2028-06-01 2029-06-01")
}
