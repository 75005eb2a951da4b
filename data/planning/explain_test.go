package planning_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mercredi/data/planning"
	"mercredi/data/planning/instances"
)

// worked is a problem worked out.
func worked(t *testing.T, p *planning.Problem) *planning.Instance {
	t.Helper()
	in, err := planning.New(p, "")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// filled takes the first remedy of who waits that is a gesture on the plan alone, so many times: a plan that keeps every
// rule, with children left over.
func filled(in *planning.Instance, times int) *planning.Plan {
	p := &planning.Plan{}
	for range times {
		waiting := planning.Explain(in, p)
		at := slices.IndexFunc(waiting, func(w planning.Waiting) bool {
			return slices.ContainsFunc(w.Reasons, func(r planning.Reason) bool { return r.Code == planning.FreePlace || r.Code == planning.CouldOpen })
		})
		if at < 0 {
			break
		}
		for _, r := range planning.Remedies(in, p, waiting[at].Child, waiting[at].Workshop) {
			if r.Code == planning.PlaceChild || r.Code == planning.OpenGroup {
				p = r.Apply(p)
				break
			}
		}
	}
	return p
}

// somePlan draws a plan that keeps every rule: more or less filled, then left by some children.
func somePlan(r *rand.Rand, in *planning.Instance) *planning.Plan {
	p := filled(in, 5+r.IntN(100))
	for range r.IntN(7) {
		if len(p.Groups) == 0 {
			break
		}
		g := &p.Groups[r.IntN(len(p.Groups))]
		for _, w := range in.Problem().Workshops {
			if w.ID == g.Workshop && len(g.Children) > w.Min {
				g.Children = slices.Delete(slices.Clone(g.Children), 0, 1)
			}
		}
	}
	return p
}

// everyTown goes through invented towns, always the same ones: what was seen once is seen again.
func everyTown(t *testing.T, n int, each func(r *rand.Rand, p *planning.Problem)) {
	t.Helper()
	for seed := range uint64(n) {
		shape := instances.Tiny
		if seed%4 == 0 {
			shape = instances.Small
		}
		each(rand.New(rand.NewPCG(seed, 4)), instances.Make(shape, seed))
	}
}

// impossible are the violations that nobody may bring.
func impossible(in *planning.Instance, p *planning.Plan) []string {
	var out []string
	for _, v := range planning.Check(in, p) {
		if v.Severity == planning.Impossible {
			out = append(out, fmt.Sprint(v.Code, v.Groups, v.Children))
		}
	}
	return out
}

func TestPlanFilledByItsOwnRemediesKeepsEveryRule(t *testing.T) {
	everyTown(t, 40, func(_ *rand.Rand, problem *planning.Problem) {
		in := worked(t, problem)
		p := filled(in, 200)
		if broken := impossible(in, p); len(broken) > 0 {
			t.Fatalf("broken: %v", broken)
		}
		for _, w := range planning.Explain(in, p) {
			if len(w.Reasons) == 0 {
				t.Errorf("%s in %s waits without reason", w.Child, w.Workshop)
			}
		}
	})
}

func TestEveryRemedyAppliedBreaksNoRule(t *testing.T) {
	seen := map[planning.RemedyCode]int{}
	everyTown(t, 60, func(r *rand.Rand, problem *planning.Problem) {
		in := worked(t, problem)
		p := somePlan(r, in)
		for _, w := range planning.Explain(in, p) {
			for _, r := range planning.Remedies(in, p, w.Child, w.Workshop) {
				seen[r.Code]++
				in := in
				if r.Code == planning.AddPlace {
					in = worked(t, withMax(problem, r.Workshop, r.Places))
				}
				after := r.Apply(p)
				if broken := impossible(in, after); len(broken) > 0 {
					t.Fatalf("%+v: broken %v", r, broken)
				}
				before, now := in.Score(p.Groups), in.Score(after.Groups)
				if before[0]+before[1]+before[2] >= now[0]+now[1]+now[2] {
					t.Fatalf("%+v places nobody", r)
				}
			}
		}
	})
	for _, code := range []planning.RemedyCode{planning.PlaceChild, planning.MoveChild, planning.MoveSelf, planning.Retime, planning.OpenGroup, planning.AddPlace} {
		if seen[code] == 0 {
			t.Errorf("%s was never seen", code)
		}
	}
}

func withMax(p *planning.Problem, workshop string, places int) *planning.Problem {
	out := *p
	out.Workshops = slices.Clone(p.Workshops)
	for i := range out.Workshops {
		if out.Workshops[i].ID == workshop {
			out.Workshops[i].Max = places
		}
	}
	return &out
}

// mended is a problem and a plan from which causes have been taken away.
type mended struct {
	problem planning.Problem
	plan    planning.Plan
}

func mendable(p *planning.Problem, plan *planning.Plan) *mended {
	m := &mended{problem: *p, plan: *plan}
	m.problem.Workshops, m.problem.Children = slices.Clone(p.Workshops), slices.Clone(p.Children)
	m.problem.Rooms, m.problem.Facilitators = slices.Clone(p.Rooms), slices.Clone(p.Facilitators)
	m.problem.Requests, m.problem.Apart = slices.Clone(p.Requests), slices.Clone(p.Apart)
	m.plan.Groups = slices.Clone(plan.Groups)
	for i := range m.plan.Groups {
		m.plan.Groups[i].Children = slices.Clone(m.plan.Groups[i].Children)
	}
	return m
}

func (m *mended) workshop(id string) *planning.Workshop {
	return &m.problem.Workshops[slices.IndexFunc(m.problem.Workshops, func(w planning.Workshop) bool { return w.ID == id })]
}

func (m *mended) child(id string) *planning.Child {
	return &m.problem.Children[slices.IndexFunc(m.problem.Children, func(c planning.Child) bool { return c.ID == id })]
}

func (m *mended) group(id string) *planning.Group {
	return &m.plan.Groups[slices.IndexFunc(m.plan.Groups, func(g planning.Group) bool { return g.ID == id })]
}

var allDay = []planning.Span{{Start: 0, End: 24 * 60}}

// drop takes one cause out of the way, as its words say it.
func (m *mended) drop(w planning.Waiting, r planning.Reason) {
	switch r.Code {
	case planning.GroupFull:
		s := m.workshop(w.Workshop)
		if s.Places == 0 {
			s.Places = s.Max + 1 // the room was large enough
		}
		s.Max++
	case planning.AwayThen:
		m.child(w.Child).Available = allDay
	case planning.BusyThen, planning.ElsewhereThen: // the child gives that place up, and the group its minimum
		other := r.About[len(r.About)-2]
		g := m.group(other)
		g.Children = slices.DeleteFunc(g.Children, func(id string) bool { return id == w.Child })
		m.workshop(g.Workshop).Min = 1
	case planning.SpanTooWide:
		m.workshop(w.Workshop).MaxGradeSpan = &r.Count
	case planning.ApartFrom:
		m.problem.Apart = slices.DeleteFunc(m.problem.Apart, func(p planning.Pair) bool {
			return p == planning.Pair{w.Child, r.About[1]} || p == planning.Pair{r.About[1], w.Child}
		})
	case planning.TripsExhausted:
		m.child(w.Child).Escort = false
	case planning.AllGroupsOpen:
		m.workshop(w.Workshop).MaxGroups++
	case planning.TooFewToOpen:
		for i := r.Count; i < r.Limit; i++ {
			twin := *m.child(w.Child)
			twin.ID, twin.Escort, twin.Available, twin.Family = fmt.Sprintf("twin%d", i), false, allDay, ""
			m.problem.Children = append(m.problem.Children, twin)
			m.problem.Requests = append(m.problem.Requests, planning.Request{Child: twin.ID, Workshop: w.Workshop, Priority: planning.Urgent})
		}
	case planning.LeaderBusy, planning.LeaderAway, planning.NoLeaderFree, planning.Unled:
		m.problem.Facilitators = append(m.problem.Facilitators, planning.Facilitator{ID: "more", Available: allDay})
		m.workshop(w.Workshop).Facilitators = append(slices.Clone(m.workshop(w.Workshop).Facilitators), "more")
	case planning.RoomBusy, planning.NoRoomFree, planning.NoLargeRoom:
		m.problem.Rooms = append(m.problem.Rooms, planning.Room{ID: "more", Places: 1000})
	case planning.NeverThere:
		m.child(w.Child).Available = allDay
	}
}

// TestCauseTakenAwayMakesThePlacementPossible removes, for every group, all that is said of it: the child then comes in
// without breaking a rule. With one cause left, the child does not.
func TestCauseTakenAwayMakesThePlacementPossible(t *testing.T) {
	seen := map[planning.ReasonCode]int{}
	everyTown(t, 60, func(r *rand.Rand, problem *planning.Problem) {
		in := worked(t, problem)
		p := somePlan(r, in)
		for _, w := range planning.Explain(in, p) {
			if w.Reasons[0].Code == planning.NotTheGrade || w.Reasons[0].Code == planning.NotTheAge {
				continue
			}
			for _, g := range p.Groups {
				if g.Workshop != w.Workshop {
					continue
				}
				causes := about(w, g.ID)
				for leave := -1; leave < len(causes); leave++ { // -1 removes all
					m := mendable(problem, p)
					for i, r := range causes {
						seen[r.Code]++
						if i != leave {
							m.drop(w, r)
						}
					}
					m.group(g.ID).Children = append(m.group(g.ID).Children, w.Child)
					broken := impossible(worked(t, &m.problem), &m.plan)
					if (len(broken) == 0) != (leave < 0) {
						t.Fatalf("%s in %s: causes %+v, all but %d removed: broken %v", w.Child, g.ID, causes, leave, broken)
					}
				}
			}
		}
	})
	for _, code := range []planning.ReasonCode{planning.GroupFull, planning.AwayThen, planning.BusyThen, planning.SpanTooWide, planning.ApartFrom, planning.TripsExhausted} {
		if seen[code] == 0 {
			t.Errorf("%s was never seen", code)
		}
	}
}

var ofGroups = []planning.ReasonCode{planning.GroupFull, planning.AwayThen, planning.BusyThen, planning.SpanTooWide, planning.ApartFrom, planning.TripsExhausted}

// about are the causes said of one group.
func about(w planning.Waiting, group string) (out []planning.Reason) {
	for _, r := range w.Reasons {
		if slices.Contains(ofGroups, r.Code) && len(r.About) > 0 && r.About[0] == group {
			out = append(out, r)
		}
	}
	return out
}

// TestCauseTakenAwayLetsAGroupOpen removes what is said of a group that does not open: then one can.
func TestCauseTakenAwayLetsAGroupOpen(t *testing.T) {
	seen := map[planning.ReasonCode]int{}
	everyTown(t, 60, func(r *rand.Rand, problem *planning.Problem) {
		in := worked(t, problem)
		p := somePlan(r, in)
		for _, w := range planning.Explain(in, p) {
			if w.Reasons[0].Code == planning.NotTheGrade || w.Reasons[0].Code == planning.NotTheAge {
				continue
			}
			m := mendable(problem, p)
			for range 4 { // what holds at every hour comes first: then the hours are looked at
				again := planning.Explain(worked(t, &m.problem), &m.plan)
				at := slices.IndexFunc(again, func(other planning.Waiting) bool { return other.Child == w.Child && other.Workshop == w.Workshop })
				causes := slices.DeleteFunc(slices.Clone(again[at].Reasons), func(r planning.Reason) bool {
					return r.Code == planning.NoGroupOpen || r.Code == planning.FreePlace || slices.Contains(ofGroups, r.Code) && len(r.About) > 0
				})
				if causes[0].Code == planning.CouldOpen {
					break
				}
				for _, r := range causes {
					seen[r.Code]++
					m.drop(w, r)
				}
			}
			rem := planning.Remedies(worked(t, &m.problem), &m.plan, w.Child, w.Workshop)
			if !slices.ContainsFunc(rem, func(r planning.Remedy) bool { return r.Code == planning.OpenGroup }) {
				t.Fatalf("%s in %s: %+v taken away, and no group opens: %+v", w.Child, w.Workshop, w.Reasons, rem)
			}
		}
	})
	for _, code := range []planning.ReasonCode{planning.AllGroupsOpen, planning.TooFewToOpen, planning.LeaderBusy, planning.LeaderAway,
		planning.NoLeaderFree, planning.NoRoomFree, planning.ElsewhereThen, planning.NeverThere} {
		if seen[code] == 0 {
			t.Errorf("%s was never seen", code)
		}
	}
}

func BenchmarkExplain(b *testing.B) {
	in, err := planning.New(instances.Make(instances.Large, 1), "")
	if err != nil {
		b.Fatal(err)
	}
	p := filled(in, 1000)
	waiting := 0
	for b.Loop() {
		waiting = len(planning.Explain(in, p))
	}
	b.ReportMetric(float64(waiting), "waiting")
}

func BenchmarkCheck(b *testing.B) {
	in, err := planning.New(instances.Make(instances.Large, 1), "")
	if err != nil {
		b.Fatal(err)
	}
	p := filled(in, 1000)
	for b.Loop() {
		broken := planning.Check(in, p)
		if slices.ContainsFunc(broken, func(v planning.Violation) bool { return v.Severity == planning.Impossible }) {
			b.Fatal(broken)
		}
	}
}
