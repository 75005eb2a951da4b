package planning_test

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mercredi/data/planning"
)

// again is a second checker, that shares nothing with the first: it walks through the day minute by minute, and takes
// the rules from docs/formats/planning.md one by one.
type again struct {
	p     *planning.Problem
	plan  *planning.Plan
	codes map[planning.Code]bool
}

const order = " MS GS CP CE1 CE2 CM1 CM2 6e 5e 4e 3e 2de 1re Tle "

func rankOf(g planning.Grade) int {
	return strings.Count(order[:strings.Index(order, " "+string(g)+" ")+1], " ")
}

func (c *again) workshop(id string) planning.Workshop {
	for _, w := range c.p.Workshops {
		if w.ID == id {
			return w
		}
	}
	panic(id)
}

func (c *again) child(id string) planning.Child {
	for _, k := range c.p.Children {
		if k.ID == id {
			return k
		}
	}
	panic(id)
}

func (c *again) held(g planning.Group, minute int) bool {
	return minute >= int(g.Start) && minute < int(g.Start)+c.workshop(g.Workshop).LengthMinutes
}

func open(spans []planning.Span, minute int) bool {
	for _, s := range spans {
		if minute >= int(s.Start) && minute < int(s.End) {
			return true
		}
	}
	return false
}

// minutes checks what can be seen at one moment: the day, breaks, rooms, facilitators and children.
func (c *again) minutes() {
	for minute := range 24 * 60 {
		rooms, leaders, children := map[string]int{}, map[string]int{}, map[string]int{}
		for _, g := range c.plan.Groups {
			if !c.held(g, minute) {
				continue
			}
			rooms[g.Room]++
			leaders[g.Facilitator]++
			for _, f := range c.p.Facilitators {
				if f.ID == g.Facilitator && slices.Contains(c.workshop(g.Workshop).Facilitators, f.ID) && !open(f.Available, minute) {
					c.codes[planning.FacilitatorAway] = true
				}
			}
			for _, id := range g.Children {
				children[id]++
				if !open(c.child(id).Available, minute) {
					c.codes[planning.ChildAway] = true
				}
			}
		}
		twice := func(of map[string]int, code planning.Code) {
			for _, n := range of {
				c.codes[code] = c.codes[code] || n > 1
			}
		}
		twice(rooms, planning.RoomTaken)
		twice(leaders, planning.FacilitatorBusy)
		twice(children, planning.ChildBusy)
	}
}

// starts checks rule 1, and the trips of rule 8.
func (c *again) starts() {
	byStart := map[planning.Time]map[string]int{}
	for _, g := range c.plan.Groups {
		w, day := c.workshop(g.Workshop), c.p.Day
		end := g.Start + planning.Time(w.LengthMinutes)
		crosses := false
		for _, b := range day.Breaks {
			crosses = crosses || g.Start < b.End && end > b.Start
		}
		switch {
		case g.Start < day.Start || end > day.End:
			c.codes[planning.OutsideDay] = true
		case int(g.Start-day.Start)%c.p.StepMinutes != 0:
			c.codes[planning.OffGrid] = true
		case crosses:
			c.codes[planning.InBreak] = true
		case g.Start < w.Earliest:
			c.codes[planning.TooEarly] = true
		case w.Latest > 0 && g.Start > w.Latest:
			c.codes[planning.TooLate] = true
		}
		if byStart[g.Start] == nil {
			byStart[g.Start] = map[string]int{}
		}
		for _, id := range g.Children {
			if kid := c.child(id); kid.Escort {
				byStart[g.Start][kid.School]++
			}
		}
	}
	for _, schools := range byStart {
		trips := 0
		for _, n := range schools {
			trips += int(math.Ceil(float64(n) / float64(c.p.Escorts.ChildrenPerTrip)))
		}
		c.codes[planning.TooManyTrips] = c.codes[planning.TooManyTrips] || trips > c.p.Escorts.TripsPerStart
	}
}

// groups checks what makes each group, and each workshop.
func (c *again) groups() {
	mark := func(code planning.Code, broken bool) { c.codes[code] = c.codes[code] || broken }
	groups, places := map[string]int{}, map[[2]string]int{}
	for _, g := range c.plan.Groups {
		w := c.workshop(g.Workshop)
		groups[w.ID]++
		needed := w.Places
		if needed == 0 {
			needed = w.Max + 1
		}
		for _, r := range c.p.Rooms {
			mark(planning.RoomTooSmall, r.ID == g.Room && r.Places < needed)
		}
		mark(planning.FacilitatorUnfit, !slices.Contains(w.Facilitators, g.Facilitator))
		mark(planning.TooFew, len(g.Children) < w.Min)
		mark(planning.TooMany, len(g.Children) > w.Max)
		for i, id := range g.Children {
			kid := c.child(id)
			places[[2]string{id, w.ID}]++
			mark(planning.NoRequest, !slices.ContainsFunc(c.p.Requests, func(r planning.Request) bool { return r.Child == id && r.Workshop == w.ID }))
			badGrade := !slices.Contains(w.Grades, kid.Grade)
			mark(planning.WrongGrade, badGrade)
			mark(planning.WrongAge, !badGrade && w.Ages != nil && (*kid.Age < w.Ages.From || *kid.Age > w.Ages.To))
			for _, other := range g.Children[:i] {
				span := rankOf(kid.Grade) - rankOf(c.child(other).Grade)
				mark(planning.GradeSpan, w.MaxGradeSpan != nil && (span > *w.MaxGradeSpan || -span > *w.MaxGradeSpan))
				mark(planning.KeptApart, slices.Contains(c.p.Apart, planning.Pair{id, other}) || slices.Contains(c.p.Apart, planning.Pair{other, id}))
			}
		}
	}
	for id, n := range groups {
		mark(planning.TooManyGroups, n > c.workshop(id).MaxGroups)
	}
	for _, n := range places {
		mark(planning.ChildTwice, n > 1)
	}
}

// score counts the objective as the format describes it, level by level.
func (c *again) score() (s [8]int) {
	start := map[[2]string]planning.Time{}
	halves := map[string]map[bool]bool{} // the halves of the day when a child comes, true for the morning
	for _, g := range c.plan.Groups {
		w := c.workshop(g.Workshop)
		s[7] += (w.Max - len(g.Children)) * (w.Max - len(g.Children))
		for _, id := range g.Children {
			start[[2]string{id, w.ID}] = g.Start
			if halves[id] == nil {
				halves[id] = map[bool]bool{}
			}
			halves[id][g.Start < 720] = true
		}
		for _, pair := range c.p.Together {
			if slices.Contains(g.Children, pair[0]) && slices.Contains(g.Children, pair[1]) {
				s[5]++
			}
		}
	}
	for _, r := range c.p.Requests {
		at, placed := start[[2]string{r.Child, r.Workshop}]
		for _, g := range c.p.Current {
			if g.Workshop == r.Workshop && slices.Contains(g.Children, r.Child) && (!placed || at != g.Start) {
				s[4]++
			}
		}
		if !placed {
			continue
		}
		s[map[planning.Priority]int{"urgent": 0, "high": 1, "normal": 2}[r.Priority]]++
		if r.Since != 0 {
			s[3] += int(daysOf(c.p.ReferenceDate) - daysOf(r.Since))
		}
		if half := c.child(r.Child).Prefers; half == "morning" && at < 720 || half == "afternoon" && at >= 720 {
			s[6]++
		}
	}
	for i, a := range c.p.Children {
		for _, b := range c.p.Children[:i] {
			together := halves[a.ID][true] && halves[b.ID][true] || halves[a.ID][false] && halves[b.ID][false]
			if a.Family != "" && a.Family == b.Family && together {
				s[5]++
			}
		}
	}
	return s
}

// daysOf is the number of a day in the calendar (Gregorian, counted from March).
func daysOf(d planning.Date) int64 {
	y, m, day := int64(d/10000), int64(d/100%100), int64(d%100)
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + day
}

// jumbled spoils a plan somewhere, or leaves it.
func jumbled(r *rand.Rand, p *planning.Problem, plan *planning.Plan) {
	for range r.IntN(4) {
		if len(plan.Groups) == 0 {
			return
		}
		g := &plan.Groups[r.IntN(len(plan.Groups))]
		g.Children = slices.Clone(g.Children)
		switch r.IntN(6) {
		case 0:
			g.Start = planning.Time(8*60 + 15*r.IntN(44))
		case 1:
			g.Room = p.Rooms[r.IntN(len(p.Rooms))].ID
		case 2:
			g.Facilitator = p.Facilitators[r.IntN(len(p.Facilitators))].ID
		case 3:
			if len(g.Children) > 0 {
				g.Children = g.Children[1:]
			}
		default:
			if id := p.Children[r.IntN(len(p.Children))].ID; !slices.Contains(g.Children, id) {
				g.Children = append(g.Children, id)
			}
		}
	}
}

func TestASecondCheckerFindsTheSameRulesBrokenAndTheSameScore(t *testing.T) {
	seen := map[planning.Code]int{}
	everyTown(t, 400, func(r *rand.Rand, problem *planning.Problem) {
		plan := somePlan(r, worked(t, problem))
		if r.IntN(2) == 0 {
			problem.Current = slices.Clone(plan.Groups)
		}
		in := worked(t, problem)
		jumbled(r, problem, plan)
		plan.Groups = slices.DeleteFunc(plan.Groups, func(planning.Group) bool { return r.IntN(12) == 0 })
		first := map[planning.Code]bool{}
		for _, v := range planning.Check(in, plan) {
			first[v.Code] = true
			seen[v.Code]++
		}
		second := &again{p: problem, plan: plan, codes: map[planning.Code]bool{}}
		second.minutes()
		second.starts()
		second.groups()
		maps.DeleteFunc(second.codes, func(_ planning.Code, broken bool) bool { return !broken })
		if !maps.Equal(first, second.codes) {
			t.Fatalf("found %v, the second checker %v", first, second.codes)
		}
		if twice := first[planning.ChildTwice] || first[planning.NoRequest]; twice {
			return // what counts then is nobody's business
		}
		levels := in.Score(plan.Groups).Levels()
		for i, want := range second.score() {
			if levels[i].Value != want {
				t.Fatalf("level %d is %d, the second count %d", i+1, levels[i].Value, want)
			}
		}
	})
	if len(seen) < 18 {
		t.Errorf("only %d rules were ever broken: %v", len(seen), seen)
	}
}
