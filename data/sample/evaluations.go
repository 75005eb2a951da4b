package sample

import "mercredi/data"

// evaluate writes the readings of the skills of each child: at the start, in the middle and at the end of a cycle of
// twelve sessions or more, at the end only of a shorter one. Some are missing, as they are in real files.
func (b *builder) evaluate(l *groupLife) {
	missing := 12
	if l.closed {
		missing = 3
	}
	for n, k := range l.kids {
		if l.entries[n].State == data.Left {
			continue
		}
		base := b.levels(l, k)
		for _, m := range []data.Moment{data.MomentStart, data.MomentMid, data.MomentEnd} {
			i := l.rankOf(m)
			if m != data.MomentEnd && l.count < 12 || !b.isRead(l, k, m, i) {
				continue
			}
			if !b.scripted(l, k) && b.draw.chance(missing) {
				continue
			}
			b.addEvaluation(l, k, reading{m, data.ByFacilitator, min(l.dates[i], b.opts.Today.AddDays(-1)), base[m-1]})
		}
		if l.over && l.count >= 12 {
			b.askOthers(l, k, base[2])
		}
	}
}

// rankOf is the session after which a moment is read.
func (l *groupLife) rankOf(m data.Moment) int {
	switch m {
	case data.MomentStart:
		return min(1, l.count-1)
	case data.MomentMid:
		return l.count / 2
	}
	return l.count - 1
}

// isRead reports whether the moment has come. Lila's end is being read before the last session.
func (b *builder) isRead(l *groupLife, k *kid, m data.Moment, i int) bool {
	if m == data.MomentEnd && b.scripted(l, k) && l.nearEnd() {
		return true
	}
	return i < l.past
}

// nearEnd reports whether three sessions or fewer are left.
func (l *groupLife) nearEnd() bool { return l.past >= l.count-3 && l.past > 0 }

// scripted tells Lila in the group of the mockups.
func (b *builder) scripted(l *groupLife, k *kid) bool {
	return b.is(l, data.ArtTherapy, 1, 0) && k.first == "Lila" && k.part != nil
}

// levels draws the levels of a child for the three moments: most rise, some stay, few fall.
func (b *builder) levels(l *groupLife, k *kid) [3][]data.Score {
	var out [3][]data.Score
	for i, c := range l.rubric.Criteria {
		level := min(4, max(1, k.baseline+b.draw.between(-1, 1)))
		for m := range out {
			if m > 0 {
				level = min(5, max(1, level+oneOf(b.draw, []int{0, 0, 1, 1, 1, -1, 0, 1})))
			}
			given := level
			if b.scripted(l, k) {
				given = castScores[m][i]
				if m == 2 && !l.over && i > 2 {
					continue // still to be rated
				}
			}
			out[m] = append(out[m], data.Score{Key: c.Key, Level: given})
		}
	}
	return out
}

// reading is what is common to the evaluations of a moment.
type reading struct {
	moment data.Moment
	view   data.Viewpoint
	on     data.Date
	scores []data.Score
}

func (b *builder) addEvaluation(l *groupLife, k *kid, r reading) {
	e := data.Evaluation{
		ChildID: b.town.Children[k.index].ID, CycleID: l.cycle, Moment: r.moment, Viewpoint: r.view, On: r.on,
		Scores: r.scores, AuthorID: k.keyWorker,
	}
	if r.view == data.ByFacilitator && b.draw.chance(40) {
		e.Comment = b.pick("observation", 1, k, l.discipline)
	}
	e.ID = id[data.Evaluation](b.draw)
	b.town.Evaluations = append(b.town.Evaluations, e)
}

// askOthers adds, now and then, the reading of the child, the family or the school on a few criteria.
func (b *builder) askOthers(l *groupLife, k *kid, scores []data.Score) {
	for _, view := range []data.Viewpoint{data.ByChild, data.ByFamily, data.BySchool} {
		if !b.draw.chance(15) {
			continue
		}
		var own []data.Score
		for _, s := range scores[:min(3, len(scores))] {
			own = append(own, data.Score{Key: s.Key, Level: min(5, max(1, s.Level+b.draw.between(-1, 1)))})
		}
		on := min(l.dates[l.count-1].AddDays(b.draw.between(0, 6)), b.opts.Today)
		b.addEvaluation(l, k, reading{data.MomentEnd, view, on, own})
	}
}
