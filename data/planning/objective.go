package planning

import "slices"

// Score is how good a plan is, level by level, the first deciding. Every level is written so that more is better: the
// changes and the empty places are negative.
//
//	0 urgent placed   1 high placed   2 normal placed   3 days waited by those placed
//	4 −changes        5 together      6 preferred half-day        7 −(max − children)² over groups
type Score [8]int

// levelNames are the names in the files, in the order of Score.
var levelNames = [8]string{
	"urgent placed", "high placed", "normal placed", "days waited", "changes", "together", "preferred half-day", "fill",
}

// lower are the levels where less is better, and that Score holds negative.
var lower = [8]bool{4: true, 7: true}

// Compare answers -1, 0 or +1: a is worse than, as good as, or better than b.
func (a Score) Compare(b Score) int { return slices.Compare(a[:], b[:]) }

// Levels is the score as the files give it.
func (a Score) Levels() []Level {
	out := make([]Level, len(a))
	for i, value := range a {
		if lower[i] {
			value = -value
		}
		out[i] = Level{Level: i + 1, Name: levelNames[i], Value: value}
	}
	return out
}

// Score measures groups, whether they break a rule or not. What the problem does not have counts for nothing.
func (in *Instance) Score(groups []Group) Score {
	var s Score
	starts := make([][]Time, len(in.children)) // of the places of each child
	placed := make([]bool, len(in.requests))
	var kept int
	for i := range groups {
		g := &groups[i]
		w := at(in.workshopAt, g.Workshop)
		if w < 0 {
			continue
		}
		empty := in.workshops[w].Max - len(g.Children)
		s[7] -= empty * empty
		for _, id := range g.Children {
			k := at(in.childAt, id)
			r, asked := in.requestAt[[2]int{k, w}]
			if !asked || placed[r] {
				continue
			}
			placed[r] = true
			starts[k] = append(starts[k], g.Start)
			s[in.requests[r].class]++
			s[3] += in.requests[r].waited
			if was := in.requests[r].current; was >= 0 && in.current[was].Start == g.Start {
				kept++
			}
			if in.children[k].Prefers == halfOf(g.Start) {
				s[6]++
			}
		}
	}
	s[4] = kept - in.placedNow()
	s[5] = in.pairsMet(groups, starts)
	return s
}

// placedNow counts the requests that have a place in the current plan.
func (in *Instance) placedNow() int {
	n := 0
	for i := range in.requests {
		if in.requests[i].current >= 0 {
			n++
		}
	}
	return n
}

// pairsMet counts the pairs to keep together that share a group, and the pairs of siblings who come in one half-day.
func (in *Instance) pairsMet(groups []Group, starts [][]Time) int {
	n := 0
	for _, pair := range in.together {
		a, b := in.children[pair[0]].ID, in.children[pair[1]].ID
		if slices.ContainsFunc(groups, func(g Group) bool { return slices.Contains(g.Children, a) && slices.Contains(g.Children, b) }) {
			n++
		}
	}
	for _, pair := range in.siblings {
		if slices.ContainsFunc(starts[pair[0]], func(a Time) bool {
			return slices.ContainsFunc(starts[pair[1]], func(b Time) bool { return halfOf(a) == halfOf(b) })
		}) {
			n++
		}
	}
	return n
}
