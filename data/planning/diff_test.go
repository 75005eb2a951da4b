package planning_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mercredi/data/planning"
)

// twoPlans draws two plans of one problem: the second goes on from the first, which some have left, and takes in others.
func twoPlans(r *rand.Rand, in *planning.Instance) (before, after *planning.Plan) {
	before = somePlan(r, in)
	after = &planning.Plan{Groups: slices.Clone(before.Groups)}
	if r.IntN(2) == 0 {
		after = somePlan(r, in)
		renamed := slices.Clone(after.Groups)
		for i := range renamed {
			renamed[i].ID = "new" + renamed[i].ID
		}
		after.Groups = renamed
	}
	for range r.IntN(20) {
		waiting := planning.Explain(in, after)
		if len(waiting) == 0 {
			break
		}
		w := waiting[r.IntN(len(waiting))]
		if remedies := planning.Remedies(in, after, w.Child, w.Workshop); len(remedies) > 0 {
			if remedy := remedies[r.IntN(len(remedies))]; remedy.Code != planning.AddPlace {
				after = remedy.Apply(after)
			}
		}
	}
	for i := range after.Groups {
		other := &planning.Plan{Groups: slices.Clone(after.Groups)}
		g := &other.Groups[i]
		g.Room = in.Problem().Rooms[r.IntN(len(in.Problem().Rooms))].ID
		g.Facilitator = in.Problem().Facilitators[r.IntN(len(in.Problem().Facilitators))].ID
		if len(impossible(in, other)) == 0 {
			after = other
		}
	}
	if len(after.Groups) > 1 && r.IntN(2) == 0 {
		after = &planning.Plan{Groups: after.Groups[1:]}
	}
	return before, after
}

// held says what a plan is, without the names and the order of its groups.
func held(p *planning.Plan) []string {
	var out []string
	for _, g := range p.Groups {
		children := slices.Sorted(slices.Values(g.Children))
		out = append(out, fmt.Sprint(g.Workshop, g.Room, g.Facilitator, g.Start, children))
	}
	slices.Sort(out)
	return out
}

func TestAnyChoiceOfChangesKeepsThePlanPossible(t *testing.T) {
	seen, alone, all := map[planning.ChangeCode]int{}, 0, 0
	everyTown(t, 150, func(r *rand.Rand, problem *planning.Problem) {
		in := worked(t, problem)
		before, after := twoPlans(r, in)
		changes := planning.Diff(in, before, after)
		for _, c := range changes {
			seen[c.Code]++
			all++
			if len(c.Needs) == 0 {
				alone++
			}
		}
		for range 5 {
			var chosen []int
			for i := range changes {
				if r.IntN(4) == 0 {
					chosen = append(chosen, i)
				}
			}
			if broken := impossible(in, planning.Apply(in, before, changes, chosen)); len(broken) > 0 {
				t.Fatalf("%v of %s: broken %v", chosen, told(changes), broken)
			}
		}
	})
	for _, code := range []planning.ChangeCode{planning.GroupOpens, planning.GroupCloses, planning.GroupRetimed, planning.GroupRoom, planning.GroupLeader,
		planning.ChildRetimed, planning.ChildJoins, planning.ChildLeaves} {
		if seen[code] == 0 {
			t.Errorf("%s was never seen", code)
		}
	}
	if alone*4 < all {
		t.Errorf("only %d changes of %d can be accepted alone", alone, all)
	}
}

func told(changes []planning.Change) (out string) {
	for i, c := range changes {
		out += fmt.Sprintf("\n%d: %s %s %+v needs %v", i, c.Code, c.Workshop, c.Moves, c.Needs)
	}
	return out
}

func TestAllChangesMakeTheOtherPlanAndNoneTheFirst(t *testing.T) {
	everyTown(t, 150, func(r *rand.Rand, problem *planning.Problem) {
		in := worked(t, problem)
		before, after := twoPlans(r, in)
		changes := planning.Diff(in, before, after)
		all := make([]int, len(changes))
		for i := range all {
			all[i] = i
		}
		if got := planning.Apply(in, before, changes, all); !slices.Equal(held(got), held(after)) {
			t.Fatalf("all of %s\ngives %v\nwant  %v", told(changes), held(got), held(after))
		}
		if got := planning.Apply(in, before, changes, nil); !slices.Equal(held(got), held(before)) {
			t.Fatalf("none gives %v, want %v", held(got), held(before))
		}
		if again := planning.Diff(in, after, planning.Apply(in, before, changes, all)); len(again) > 0 {
			t.Fatalf("once made, there is still %s", told(again))
		}
	})
}

// wednesday is a small town: two rooms, art-thérapie at two hours, sophrologie.
func wednesday() *planning.Problem {
	day := []planning.Span{{Start: 9 * 60, End: 18 * 60}}
	p := &planning.Problem{
		Format: planning.FormatProblem, ReferenceDate: 20270120, StepMinutes: 15,
		Day:          planning.Day{Start: 9 * 60, End: 18 * 60, Breaks: []planning.Span{{Start: 12 * 60, End: 13*60 + 30}}},
		Rooms:        []planning.Room{{ID: "grande", Places: 9}, {ID: "deux", Places: 6}},
		Facilitators: []planning.Facilitator{{ID: "maud", Available: day}, {ID: "irene", Available: day}},
		Workshops: []planning.Workshop{
			{ID: "art", LengthMinutes: 60, Min: 1, Max: 3, MaxGroups: 2, Facilitators: []string{"maud"}},
			{ID: "sophro", LengthMinutes: 90, Min: 1, Max: 3, MaxGroups: 2, Facilitators: []string{"irene"}},
		},
	}
	for _, id := range []string{"kenza", "louise", "rayan", "tiago", "ines"} {
		p.Children = append(p.Children, planning.Child{ID: id, Grade: "CE1", Available: day})
		for _, w := range []string{"art", "sophro"} {
			p.Requests = append(p.Requests, planning.Request{Child: id, Workshop: w, Priority: planning.Normal, Since: 20261217})
		}
	}
	return p
}

func standing(groups ...planning.Group) *planning.Plan { return &planning.Plan{Groups: groups} }

func group(id, workshop string, start planning.Time, children ...string) planning.Group {
	g := planning.Group{ID: id, Workshop: workshop, Room: "grande", Facilitator: "maud", Start: start, Children: children}
	if workshop == "sophro" {
		g.Room, g.Facilitator = "deux", "irene"
	}
	return g
}

func TestChildExpectedInTwoPlacesMovesAndItIsSaid(t *testing.T) {
	in := worked(t, wednesday())
	before := standing(group("a", "art", 14*60, "kenza"), group("m", "sophro", 10*60, "ines"), group("s", "sophro", 13*60+30, "kenza", "tiago"))
	after := standing(group("a", "art", 14*60, "kenza", "louise"), group("m", "sophro", 10*60, "ines", "kenza"), group("s", "sophro", 13*60+30, "tiago"))
	changes := planning.Diff(in, before, after)
	if len(changes) != 2 || changes[0].Code != planning.ChildRetimed || changes[1].Code != planning.ChildJoins {
		t.Fatalf("changes %s", told(changes))
	}
	first := changes[0].Reasons
	if len(first) != 2 || first[0].Code != planning.Solves || first[0].Solved.Code != planning.ChildBusy || first[1].Code != planning.SameBoth {
		t.Errorf("reasons %+v", first)
	}
	if r := changes[1].Reasons; len(r) != 1 || r[0].Code != planning.HasWaited || r[0].Count != 34 {
		t.Errorf("reasons %+v", r)
	}
	if len(changes[0].Needs)+len(changes[1].Needs) != 0 {
		t.Errorf("needs %s", told(changes))
	}
}

func TestChildWhoKeepsTheHourOnlyMoves(t *testing.T) {
	in := worked(t, wednesday())
	before := standing(group("a", "art", 14*60, "kenza", "ines"), group("b", "art", 14*60, "tiago"))
	after := standing(group("a", "art", 14*60, "kenza"), group("b", "art", 14*60, "tiago", "ines"))
	changes := planning.Diff(in, before, after)
	if len(changes) != 1 || changes[0].Code != planning.ChildMoves || changes[0].Moves[0] != (planning.Move{Child: "ines", From: "a", To: "b"}) {
		t.Fatalf("changes %s", told(changes))
	}
}

func TestJoiningAFullGroupNeedsWhoLeavesIt(t *testing.T) {
	in := worked(t, wednesday())
	before := standing(group("a", "art", 14*60, "kenza", "ines", "rayan"), group("b", "art", 15*60, "tiago"))
	after := standing(group("a", "art", 14*60, "kenza", "rayan", "louise"), group("b", "art", 15*60, "tiago", "ines"))
	changes := planning.Diff(in, before, after)
	join := slices.IndexFunc(changes, func(c planning.Change) bool { return c.Code == planning.ChildJoins })
	if len(changes) != 2 || !slices.Equal(changes[join].Needs, []int{1 - join}) || len(changes[1-join].Needs) != 0 {
		t.Fatalf("changes %s", told(changes))
	}
	freed := slices.ContainsFunc(changes[1-join].Reasons, func(r planning.ChangeReason) bool {
		return r.Code == planning.FreesPlace && slices.Equal(r.About, []string{"louise"})
	})
	if last := changes[join].Reasons[0]; last.Code != planning.LastPlace || !freed {
		t.Errorf("reasons %+v, %+v", changes[join].Reasons, changes[1-join].Reasons)
	}
}

func TestGroupPlannedAnewUnderAnotherNameIsTheSame(t *testing.T) {
	in := worked(t, wednesday())
	before := standing(group("record", "art", 14*60, "kenza", "ines"))
	after := standing(group("g1", "art", 15*60, "kenza", "ines", "louise"))
	changes := planning.Diff(in, before, after)
	codes := []planning.ChangeCode{planning.GroupRetimed, planning.ChildJoins}
	if !slices.EqualFunc(changes, codes, func(c planning.Change, code planning.ChangeCode) bool { return c.Code == code && c.Is.ID == "record" }) {
		t.Fatalf("changes %s", told(changes))
	}
	got := planning.Apply(in, before, changes, []int{1}) // and what it needs
	slices.SortFunc(got.Groups, func(a, b planning.Group) int { return cmp.Compare(a.ID, b.ID) })
	if len(got.Groups) != 1 || got.Groups[0].Start != 15*60 || len(got.Groups[0].Children) != 3 || len(got.Waiting) != 7 {
		t.Errorf("plan %+v", got)
	}
}
