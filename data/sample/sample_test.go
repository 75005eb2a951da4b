package sample

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"mercredi/data"
	"mercredi/data/calendar"
)

var mockupDay = data.NewDate(2027, time.January, 15)

// town invents one, or stops the test.
func town(t testing.TB, o Options) Town {
	t.Helper()
	x, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestSameSeedGivesSameTown(t *testing.T) {
	a, b := town(t, Options{Today: mockupDay, Seed: 7}), town(t, Options{Today: mockupDay, Seed: 7})
	if !reflect.DeepEqual(a, b) {
		t.Error("two towns of the same seed differ")
	}
	if c := town(t, Options{Today: mockupDay, Seed: 8}); reflect.DeepEqual(a.Children, c.Children) {
		t.Error("two towns of different seeds have the same children")
	}
}

func TestNewRefusesImpossibleOptions(t *testing.T) {
	for _, o := range []Options{
		{}, {Today: 20270231}, {Today: mockupDay, Children: -1}, {Today: mockupDay, Children: 1_000_000},
		{Today: mockupDay, Years: -1}, {Today: mockupDay, Years: 99},
	} {
		if _, err := New(o); err == nil {
			t.Errorf("%+v was accepted", o)
		}
	}
}

func TestTownHasTheSizeThatWasAsked(t *testing.T) {
	x := town(t, Options{Today: mockupDay})
	got := [4]int{len(x.Children), len(x.Families), len(x.Members), len(x.Partners)}
	if want := [4]int{64, 40, 5, 14}; got != want {
		t.Errorf("children, families, members, partners = %v, want %v", got, want)
	}
	used := map[data.ID[data.Workshop]]bool{}
	years := map[int]bool{}
	for _, c := range x.Cycles {
		used[c.WorkshopID], years[c.SchoolYear] = true, true
	}
	if len(used) != 5 || len(years) != 2 {
		t.Errorf("%d templates in use over %d years", len(used), len(years))
	}
}

func TestATinyTownStands(t *testing.T) {
	for _, n := range []int{1, 2, 7, 20, 63, 65, 130} {
		x := town(t, Options{Children: n, Years: 1, Today: mockupDay})
		if len(x.Children) != n {
			t.Errorf("%d children, want %d", len(x.Children), n)
		}
		checkAll(t, x, mockupDay)
	}
}

// The days of a demo: each month, a first and a last day of school, a Wednesday, the summer.
var demoDays = []data.Date{
	20251001, 20251105, 20251224, 20260114, 20260331, 20260630, 20260815, 20260901, 20261007, 20270115, 20270507,
	20270705, 20270920, 20280101, 20280630,
}

func TestTownIsBelievableOnAnyDay(t *testing.T) {
	for _, day := range demoDays {
		x := town(t, Options{Today: day, Seed: uint64(day)})
		checkAll(t, x, day)
		checkFinishedYear(t, x, day)
		checkNothingFromTheFuture(t, x, day)
		checkNoClash(t, x, day)
	}
}

// checkAll verifies every record by its own rules, that ids are unique and that references lead somewhere.
func checkAll(t *testing.T, x Town, today data.Date) {
	t.Helper()
	ids := map[[16]byte]bool{}
	see := func(id [16]byte, err error) {
		t.Helper()
		if err != nil {
			t.Errorf("on %s: %v", today, err)
		}
		if ids[id] || id == [16]byte{} {
			t.Errorf("on %s: id twice or empty", today)
		}
		ids[id] = true
	}
	see(x.Settings.ID, x.Settings.Check())
	each(x.Members, func(r *data.Member) { see(r.ID, r.Check()) })
	each(x.Partners, func(r *data.Partner) { see(r.ID, r.Check()) })
	each(x.Facilitators, func(r *data.Facilitator) { see(r.ID, r.Check()) })
	each(x.Rooms, func(r *data.Room) { see(r.ID, r.Check()) })
	each(x.Schools, func(r *data.School) { see(r.ID, r.Check()) })
	each(x.Families, func(r *data.Family) { see(r.ID, r.Check()) })
	each(x.Children, func(r *data.Child) { see(r.ID, r.Check(today)) })
	each(x.Rubrics, func(r *data.Rubric) { see(r.ID, r.Check()) })
	each(x.Workshops, func(r *data.Workshop) { see(r.ID, r.Check()) })
	each(x.Cycles, func(r *data.Cycle) { see(r.ID, r.Check()) })
	each(x.Groups, func(r *data.Group) { see(r.ID, r.Check()) })
	each(x.Enrollments, func(r *data.Enrollment) { see(r.ID, nil) })
	each(x.Sessions, func(r *data.Session) { see(r.ID, r.Check()) })
	each(x.Observations, func(r *data.Observation) { see(r.ID, r.Check()) })
	each(x.Evaluations, func(r *data.Evaluation) { see(r.ID, r.Check()) })
	each(x.Bilans, func(r *data.Bilan) { see(r.ID, r.Check()) })
	each(x.Commissions, func(r *data.Commission) { see(r.ID, r.Check()) })
	each(x.CommissionCases, func(r *data.CommissionCase) { see(r.ID, r.Check()) })
	each(x.GroupBilans, func(r *data.GroupBilan) { see(r.ID, r.Check()) })
	each(x.YearReports, func(r *data.YearReport) { see(r.ID, r.Check()) })
	each(x.ActionPlans, func(r *data.ActionPlan) { see(r.ID, r.Check()) })
	each(x.Notes, func(r *data.Note) { see(r.ID, r.Check()) })
	each(x.Agreements, func(r *data.Agreement) { see(r.ID, r.Check()) })
	each(x.Referrals, func(r *data.Referral) { see(r.ID, r.Check()) })
	each(x.Interviews, func(r *data.Interview) { see(r.ID, r.Check()) })
	checkReferences(t, x, ids)
}

func each[T any](list []T, f func(*T)) {
	for i := range list {
		f(&list[i])
	}
}

func checkReferences(t *testing.T, x Town, ids map[[16]byte]bool) {
	t.Helper()
	needed := func(what string, refs ...[16]byte) {
		t.Helper()
		for _, id := range refs {
			if !ids[id] {
				t.Errorf("%s leads nowhere", what)
			}
		}
	}
	for _, c := range x.Children {
		needed("child "+c.FullName(), c.FamilyID, c.SchoolID, c.KeyWorkerID)
	}
	for _, c := range x.Cycles {
		needed("cycle", c.WorkshopID, c.RubricID)
	}
	for _, g := range x.Groups {
		needed("group", g.CycleID, g.RoomID, g.FacilitatorID)
	}
	for _, e := range x.Enrollments {
		needed("enrollment", e.ChildID, e.CycleID)
		if (e.State == data.Waiting) != e.GroupID.IsZero() {
			t.Error("only a waiting child has no group")
		}
		if !e.GroupID.IsZero() {
			needed("enrollment", e.GroupID)
		}
	}
	for _, s := range x.Sessions {
		needed("session", s.GroupID, s.CycleID, s.RoomID, s.FacilitatorID)
	}
	for _, a := range x.Attendance {
		needed("attendance", a.ID, a.GroupID)
		for _, m := range a.Marks {
			needed("mark", m.ChildID)
		}
	}
	for _, a := range x.Agreements {
		needed("agreement", a.PartnerID)
	}
	for _, r := range x.Referrals {
		needed("referral", r.ChildID, r.PartnerID, r.AskedByID)
	}
	for _, i := range x.Interviews {
		needed("interview", i.AgreementID, i.ChildID)
	}
	for _, o := range x.Observations {
		needed("observation", o.SessionID, o.ChildID, o.AuthorID)
	}
	for _, e := range x.Evaluations {
		needed("evaluation", e.ChildID, e.CycleID, e.AuthorID)
	}
	for _, b := range x.Bilans {
		needed("bilan", b.ChildID, b.CycleID, b.GroupID, b.AuthorID)
	}
	for _, n := range x.Notes {
		needed("note", n.ChildID, n.AuthorID)
	}
}

// checkFinishedYear: the year before is closed, and every child who stayed has a final end bilan with its words.
func checkFinishedYear(t *testing.T, x Town, today data.Date) {
	t.Helper()
	year := int(calendar.SchoolYearOf(today)) - 1
	final := map[[2][16]byte]bool{}
	for _, b := range x.Bilans {
		if b.State == data.BilanFinal && b.Moment == data.MomentEnd && b.Strengths != "" && b.Next != "" && b.ChildWords != "" {
			final[[2][16]byte{b.ChildID, b.CycleID}] = true
		}
	}
	old := map[data.ID[data.Cycle]]bool{}
	for _, c := range x.Cycles {
		if c.SchoolYear == year {
			old[c.ID] = true
			if c.State != data.CycleClosed {
				t.Errorf("on %s: %s of last year is open", today, c.Name)
			}
		}
	}
	count := 0
	for _, e := range x.Enrollments {
		if !old[e.CycleID] || e.State != data.Enrolled {
			continue
		}
		count++
		if !final[[2][16]byte{e.ChildID, e.CycleID}] {
			t.Errorf("on %s: a bilan of last year is not final", today)
		}
	}
	if count < 60 {
		t.Errorf("on %s: %d places last year", today, count)
	}
}

func checkNothingFromTheFuture(t *testing.T, x Town, today data.Date) {
	t.Helper()
	for _, s := range x.Sessions {
		if s.State == data.SessionHeld && s.Date >= today {
			t.Errorf("on %s: a session of %s has been held", today, s.Date)
		}
	}
	for _, b := range x.Bilans {
		if b.FinalOn > today || b.SavedOn > today {
			t.Errorf("on %s: a bilan was saved on %s", today, b.SavedOn)
		}
	}
	for _, e := range x.Evaluations {
		if e.On > today {
			t.Errorf("on %s: an evaluation on %s", today, e.On)
		}
	}
	for _, r := range x.Referrals {
		if r.AskedOn >= today || r.AnsweredOn >= today || r.State == data.ReferralRunning && r.OfferedOn >= today {
			t.Errorf("on %s: a referral asked on %s, answered on %s", today, r.AskedOn, r.AnsweredOn)
		}
	}
	for _, i := range x.Interviews {
		if i.On >= today {
			t.Errorf("on %s: an interview on %s", today, i.On)
		}
	}
	for _, c := range x.Children {
		p := c.Pathway
		for _, d := range []data.Date{p.SpottedOn, p.IntakeOn, p.CommissionOn, p.StartedOn, p.EndedOn} {
			if d > today {
				t.Errorf("on %s: a step of %s on %s", today, c.FullName(), d)
			}
		}
		for _, a := range c.Consents {
			if a.SignedOn > today {
				t.Errorf("on %s: a consent signed on %s", today, a.SignedOn)
			}
		}
	}
}

// checkNoClash: no session in the holidays, no room and no facilitator in two places, one child only.
func checkNoClash(t *testing.T, x Town, today data.Date) {
	t.Helper()
	cal := calendarOf(x)
	groups := map[data.ID[data.Group]][]data.ID[data.Child]{}
	for _, e := range x.Enrollments {
		groups[e.GroupID] = append(groups[e.GroupID], e.ChildID)
	}
	byDay := map[data.Date][]data.Session{}
	twice := map[data.ID[data.Child]]bool{}
	for _, s := range x.Sessions {
		if open, why := cal.Open(s.Date); !open {
			t.Errorf("on %s: a session on %s (%s)", today, s.Date, why.Name)
		}
		for _, o := range byDay[s.Date] {
			if !data.Overlaps(s.Start, s.LengthMinutes, o.Start, o.LengthMinutes) {
				continue
			}
			if s.RoomID == o.RoomID || s.FacilitatorID == o.FacilitatorID {
				t.Errorf("on %s: room or facilitator twice on %s", today, s.Date)
			}
			for _, c := range groups[s.GroupID] {
				for _, d := range groups[o.GroupID] {
					twice[c] = twice[c] || c == d
				}
			}
		}
		byDay[s.Date] = append(byDay[s.Date], s)
	}
	delete(twice, childNamed(t, x, "Kenza", "Zerradi").ID)
	for c, yes := range twice {
		if yes {
			t.Errorf("on %s: child %s in two groups at once", today, c)
		}
	}
}

func calendarOf(x Town) calendar.Calendar {
	typed := map[calendar.SchoolYear]*calendar.TypedYear{}
	for _, p := range x.Settings.Holidays {
		y := calendar.SchoolYearOf(p.From)
		if typed[y] == nil {
			typed[y] = &calendar.TypedYear{Year: y}
		}
		typed[y].Holidays = append(typed[y].Holidays, calendar.Period{From: p.From, To: p.To})
	}
	s := calendar.Settings{Zone: calendar.ZoneB}
	for _, y := range typed {
		s.Typed = append(s.Typed, *y)
	}
	return calendar.New(s)
}

func childNamed(t *testing.T, x Town, first, last string) data.Child {
	t.Helper()
	for _, c := range x.Children {
		if c.FirstName == first && c.LastName == last {
			return c
		}
	}
	t.Fatalf("no %s %s", first, last)
	return data.Child{}
}

func TestBilansDoNotReadAlike(t *testing.T) {
	x := town(t, Options{Today: mockupDay})
	seen := map[string]int{}
	fields := map[string]int{}
	for _, b := range x.Bilans {
		seen[b.Strengths+b.Synthesis+b.ChildWords]++
		for _, s := range []string{b.Strengths, b.Watch, b.ChildWords, b.FamilyWords, b.SchoolWords, b.Synthesis} {
			fields[s]++
		}
	}
	for _, n := range seen {
		if n > 1 {
			t.Error("two bilans say the same")
		}
	}
	if len(fields) < 300 {
		t.Errorf("only %d different paragraphs", len(fields))
	}
}

func TestTextsAgreeAndFollowFrenchTypography(t *testing.T) {
	all := readTexts()
	girl, boy := &kid{first: "Aminata", sex: data.Girl}, &kid{first: "Noé", sex: data.Boy}
	for section, list := range all {
		for _, f := range list {
			for _, s := range []string{agree(f.text, girl), agree(f.text, boy)} {
				if strings.ContainsAny(s, "{}/@'") || !utf8.ValidString(s) {
					t.Errorf("[%s] %s", section, s)
				}
				for _, bad := range []string{" ;", " :", " !", " ?", " »", "« ", "  "} {
					if strings.Contains(s, bad) {
						t.Errorf("[%s] ordinary space in %s", section, s)
					}
				}
			}
		}
	}
	if got := agree("{Il/Elle} parle {de}, {arrivé/arrivée} seul{/e}.", girl); got != "Elle parle d’Aminata, arrivée seule." {
		t.Error(got)
	}
	for _, section := range []string{"strengths", "watch", "child", "family", "school", "observation"} {
		if len(all[section]) < 38 {
			t.Errorf("[%s] has %d fragments", section, len(all[section]))
		}
	}
}

func BenchmarkNewLargeTown(b *testing.B) {
	for b.Loop() {
		town(b, Options{Children: 3000, Years: 5, Today: mockupDay})
	}
}
