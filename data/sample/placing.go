package sample

import (
	"fmt"
	"slices"
	"strings"

	"mercredi/data"
)

// place chooses the children of a group: first those whom the mockups show there, then those who fit and have the
// fewest places this year.
func (b *builder) place(r *run, rank int, s slot) []*kid {
	when := busy{r.dates[0], r.dates[len(r.dates)-1], s.start, s.minutes}
	var kids []*kid
	if b.current(r) && (r.first < 12 || r.past > 0) {
		seat := fmt.Sprintf("%s/%d/%d", r.discipline, r.number, rank+1)
		for _, k := range r.q.kids {
			if k.part != nil && slices.Contains(strings.Fields(k.part.place), seat) {
				kids = append(kids, k)
				k.take(when)
				k.cycle = r
			}
		}
	}
	want := s.want
	if r.dates[0] > b.opts.Today {
		want = (want + 1) / 2 // still open for enrolment
	}
	for _, strict := range []bool{true, false} {
		for len(kids) < want {
			k := b.candidate(r, when, strict)
			if k == nil {
				break
			}
			k.take(when)
			k.cycle = r
			kids = append(kids, k)
		}
	}
	return kids
}

func (k *kid) take(when busy) {
	k.busy = append(k.busy, when)
	k.placed++
}

// during counts the places a child has in the same weeks, at another hour.
func (k *kid) during(when busy) int {
	n := 0
	for _, x := range k.busy {
		if x.first <= when.last && when.first <= x.last {
			n++
		}
	}
	return n
}

// candidate finds the child with the fewest places who fits and is free. Not strict, it accepts a child a little
// older than the workshop's public: the team keeps the reason.
func (b *builder) candidate(r *run, when busy, strict bool) *kid {
	var best *kid
	bestScore := 0
	for _, k := range r.q.kids {
		if !k.follows(r.year) || !k.free(when) || k.cycle == r || b.reserved(k, r) || !b.suits(k, r, strict) {
			continue
		}
		score := 300*k.during(when) + 100*k.placed + b.draw.IntN(100)
		if best == nil || score < bestScore {
			best, bestScore = k, score
		}
	}
	return best
}

// reserved keeps the children of the mockups where the mockups show them.
func (b *builder) reserved(k *kid, r *run) bool {
	if k.part == nil || k.part.place == "" || !b.current(r) {
		return false
	}
	hasSpringSeat := strings.Contains(k.part.place, "art/2")
	return r.first < 12 || r.past == 0 || hasSpringSeat || strings.HasPrefix(k.part.place, "waiting")
}

// suits reports whether the workshop is meant for the child's age and grade in that year.
func (b *builder) suits(k *kid, r *run, strict bool) bool {
	grade, age := gradeIn(k.birth.Year(), r.year), k.birth.AgeOn(r.dates[0])
	w := r.workshop
	slack := 0
	if !strict {
		slack = 1
	}
	switch r.discipline {
	case data.ArtTherapy:
		return age >= 5 && age <= 11+2*slack
	case data.Psychologist:
		return age >= 4
	case data.SocialSkills:
		younger := grade >= data.Sixieme && grade <= data.Cinquieme
		older := grade >= data.Quatrieme && grade <= data.Troisieme
		return younger || older && (!strict || r.slots[0].name == "Collégiens")
	}
	if w.MinGrade != 0 && (grade < w.MinGrade || int(grade) > int(w.MaxGrade)+slack) {
		return false
	}
	return w.MaxAge == 0 || age >= w.MinAge && age <= w.MaxAge
}

// enroll writes the place of a child in a group, with what was unusual and accepted.
func (b *builder) enroll(l *groupLife, k *kid) {
	e := data.Enrollment{
		ChildID: b.town.Children[k.index].ID, CycleID: l.cycle, GroupID: l.group.ID, State: data.Enrolled,
		RequestedOn: min(l.dates[0].AddDays(-b.draw.between(15, 60)), b.opts.Today.AddDays(-1)),
	}
	e.Warnings = b.accepted(l, k, e.RequestedOn)
	switch {
	case b.is(l, data.ArtTherapy, 1, 0) && k.first == "Inaya" && k.part != nil:
		e.From = l.dates[2]
	case l.past > 6 && l.count >= 12 && k.part == nil && b.leaves(l):
		e.State = data.Left
		e.Until = l.dates[b.draw.between(3, 5)]
		e.LeaveReason = b.pick("leave", 1, k, l.discipline)
	}
	e.ID = id[data.Enrollment](b.draw)
	b.town.Enrollments = append(b.town.Enrollments, e)
	l.kids = append(l.kids, k)
	l.entries = append(l.entries, e)
}

// leaves says whether a child leaves before the end: one always does in the second art group, few elsewhere.
func (b *builder) leaves(l *groupLife) bool {
	if l.discipline == data.ArtTherapy && l.rank == 1 {
		return len(l.kids) == 2
	}
	return b.draw.chance(2)
}

// accepted lists what was unusual in an enrolment, with the reason that was given.
func (b *builder) accepted(l *groupLife, k *kid, on data.Date) []data.Warning {
	var out []data.Warning
	add := func(code data.WarningCode, reason string) {
		out = append(out, data.Warning{Code: code, Reason: reason, ByID: b.town.Members[0].ID, On: on})
	}
	c := &b.town.Children[k.index]
	if !c.Pathway.Approved() {
		add(data.WarnNoDecision, "Demande pressante de l’école ; passage en EPS prévu le mois prochain.")
	}
	if !c.ConsentFor(data.ConsentFollowUp, min(l.dates[0], b.opts.Today)).Allows() {
		add(data.WarnNoConsent, "Accord donné de vive voix, signature attendue au premier mercredi.")
	}
	grade := gradeIn(k.birth.Year(), l.year)
	if l.workshop.MinGrade != 0 && (grade < l.workshop.MinGrade || grade > l.workshop.MaxGrade) {
		add(data.WarnGrade, "Place libre ; l’enseignante et la famille le souhaitent.")
	}
	if c.BirthDate.IsZero() && l.workshop.MaxAge != 0 {
		add(data.WarnUnknownAge, "Date de naissance demandée à la famille.")
	}
	return out
}

// fillWaitingList writes the requests of the mockups that found no place yet, in the first cycle still to be lived.
func (b *builder) fillWaitingList(r *run) {
	if !b.current(r) || r.over {
		return
	}
	delays := map[string]int{"Louise": 34, "Rayan": 29, "Tiago": 21, "Assia": 15, "Soan": 8}
	for _, k := range r.q.kids {
		if k.part == nil || k.waits || !slices.Contains(strings.Fields(k.part.place), "waiting/"+string(r.discipline)) {
			continue
		}
		k.waits = true
		e := data.Enrollment{
			ChildID: b.town.Children[k.index].ID, CycleID: r.cycle, State: data.Waiting,
			RequestedOn: b.opts.Today.AddDays(-delays[k.first]),
		}
		e.ID = id[data.Enrollment](b.draw)
		b.town.Enrollments = append(b.town.Enrollments, e)
	}
}
