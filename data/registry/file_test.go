package registry_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/kv"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
)

// file is an opened file of a small invented team, on a day that the test can change.
type file struct {
	*registry.Registry
	t        helper
	today    data.Date
	store    kv.Store
	workshop data.Workshop
	member   data.Member
}

// helper is a test, or one try of a property.
type helper interface{ Helper() }

var (
	noMember data.ID[data.Member]
	anyWhy   = everyReason("the team agreed")
)

// everyReason accepts every warning for one reason.
func everyReason(why string) map[data.WarningCode]string {
	reasons := map[data.WarningCode]string{}
	for code := data.WarnNoDecision; code <= data.WarnRoomClosed; code++ {
		reasons[code] = why
	}
	return reasons
}

// emptyFile is a new file on Thursday 10 September 2026.
func emptyFile(t helper, store kv.Store) *file {
	f := &file{t: t, today: 20260910, store: store}
	f.Registry = f.open()
	return f
}

func (f *file) open() *registry.Registry {
	f.t.Helper()
	random := rand.NewChaCha8([32]byte{7})
	return must(registry.Open(f.store, registry.World{Today: func() data.Date { return f.today }, Random: random}))
}

// newFile has a team in zone A, whose workshops run from October to June, and an art workshop for two groups of two.
func newFile(t helper) *file { return furnish(emptyFile(t, mem.New())) }

func furnish(f *file) *file {
	check(f.SaveSettings(&data.Settings{
		TeamName: "Team", Zone: "A", SeasonStart: 1001, SeasonEnd: 630, AbsenceAlert: 3,
		Closings: []data.DayPeriod{{From: 20261202, To: 20261202, Name: "Inventory"}},
	}))
	f.member = keep(f.Members, data.Member{FirstName: "Odile", LastName: "Garance"})
	rubric := keep(f.Rubrics, data.Rubric{
		Name: "Skills", Levels: []string{"low", "middle", "high"},
		Criteria: []data.Criterion{{Key: 1, Label: "Attention"}, {Key: 4, Label: "Confidence"}},
	})
	f.workshop = keep(f.Workshops, data.Workshop{
		Name: "Art", MinAge: 6, MaxAge: 11, MinGrade: data.CP, MaxGrade: data.CM2, Capacity: 2, Groups: 2, Sessions: 12,
		SessionMinutes: 60, Weekday: 3, MidBilanAfter: 6, RubricID: rubric.ID, Themes: []string{"Meeting", "Clay", "Clay"},
	})
	return f
}

// child is eight years old, approved and agreed for: nothing to warn about, unless edit says otherwise.
func (f *file) child(name string, edit ...func(*data.Child)) data.Child {
	c := data.Child{
		FirstName: name, LastName: "Sample", BirthDate: 20180301, Grade: data.CE2,
		Pathway:  data.Pathway{CommissionOn: 20260601, Decision: data.DecisionFavourable},
		Consents: []data.Consent{{Scope: data.ConsentFollowUp, Given: data.Yes, SignedOn: 20260605}},
	}
	for _, e := range edit {
		e(&c)
	}
	return keep(f.Children, c)
}

// plan is the cycle that the program proposes.
func (f *file) plan() registry.CyclePlan {
	return f.ProposeCycle(f.workshop.ID, f.today, registry.Naming{
		Cycle: func(n int) string { return fmt.Sprintf("Cycle %d", n) },
		Group: func(n int) string { return fmt.Sprintf("Group %d", n) },
	})
}

// cycle opens the proposed cycle and gives its groups in the order of their hours.
func (f *file) cycle(children ...data.Child) (data.Cycle, []data.Group) {
	f.t.Helper()
	p := f.plan()
	for _, c := range children {
		p.Groups[0].Children = append(p.Groups[0].Children, registry.ChildPlan{ChildID: c.ID, Reasons: anyWhy})
	}
	p.Reasons = anyWhy
	c := must(f.OpenCycle(p))
	return c, f.groups(c.ID)
}

func (f *file) groups(cycle data.ID[data.Cycle]) []data.Group {
	all := slices.DeleteFunc(f.Groups.All(), func(g data.Group) bool { return g.CycleID != cycle })
	slices.SortFunc(all, func(a, b data.Group) int { return int(a.Start - b.Start) })
	return all
}

// sessions of a group, by number.
func (f *file) sessions(group data.ID[data.Group]) []data.Session {
	all := slices.DeleteFunc(f.Sessions.All(), func(s data.Session) bool { return s.GroupID != group })
	slices.SortFunc(all, func(a, b data.Session) int { return a.Number - b.Number })
	return all
}

func (f *file) enroll(c data.Child, g data.Group) data.Enrollment {
	f.t.Helper()
	return must(f.Enroll(registry.Enrolling{ChildID: c.ID, GroupID: g.ID, Reasons: anyWhy}))
}

func (f *file) mark(s data.Session, c data.Child, m data.Mark) {
	f.t.Helper()
	must(f.Mark(s.ID, c.ID, m))
}

func (f *file) markOf(s data.Session, c data.Child) data.Mark {
	a, _ := f.Attendances.Get(data.ID[data.Attendance](s.ID))
	return a.Of(c.ID)
}

// keep, must and check are for what a test takes for granted: a failure stops it where it stands.
func keep[T any](t *registry.Table[T], v T) T {
	check(t.Save(&v))
	return v
}

func must[T any](v T, err error) T {
	check(err)
	return v
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func wantErr(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("error is %v, want %v", err, want)
	}
}

func want[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func wantCodes(t *testing.T, what string, got []data.WarningCode, want ...data.WarningCode) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: warnings are %v, want %v", what, got, want)
	}
}

// wantReasonsFor expects a refusal that lists the warnings without a reason.
func wantReasonsFor(t *testing.T, err error, codes ...data.WarningCode) {
	t.Helper()
	needs, ok := errors.AsType[*registry.NeedsReason](err)
	if !ok {
		t.Fatalf("error is %v, want one that needs a reason", err)
	}
	wantCodes(t, "refusal", needs.Warnings, codes...)
}
