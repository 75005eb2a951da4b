package sample

import "mercredi/data"

// holdSessions writes the sessions of a group, and what happened in those whose day has gone by.
func (b *builder) holdSessions(l *groupLife) {
	l.dropped = make([]bool, len(l.dates))
	for i, day := range l.dates {
		s := data.Session{
			GroupID: l.group.ID, CycleID: l.cycle, Number: i + 1, Date: day, Start: l.group.Start,
			LengthMinutes: l.group.LengthMinutes, RoomID: l.group.RoomID, FacilitatorID: l.group.FacilitatorID,
		}
		if i < len(l.workshop.Themes) {
			s.Theme = l.workshop.Themes[i]
		}
		s.ID = id[data.Session](b.draw)
		if b.isDropped(l, i) {
			l.dropped[i] = true
			s.State = data.SessionCancelled
			s.Reason = b.pick("cancel", 1, nil, l.discipline)
		} else if i == 4 && l.discipline == data.Sophrology && l.rank == 0 {
			b.postpone(&s)
		}
		if i < l.past && !l.dropped[i] {
			b.holdSession(l, i, &s)
		}
		b.town.Sessions = append(b.town.Sessions, s)
	}
}

// isDropped says whether a session was cancelled: the seventh of the mockups' group, and now and then another.
func (b *builder) isDropped(l *groupLife, i int) bool {
	if b.is(l, data.ArtTherapy, 1, 0) {
		return i == 6 && i < l.past+1
	}
	return i < l.past && i > 0 && i < l.count-1 && l.count >= 12 && b.draw.chance(2)
}

// postpone moves a session to the next day when that is an ordinary one.
func (b *builder) postpone(s *data.Session) {
	next := s.Date.AddDays(1)
	if open, _ := b.cal.Open(next); open {
		s.MovedFrom, s.Date = s.Date, next
		s.Reason = "Rendez-vous médical de l’enfant, reporté au lendemain."
	}
}

// holdSession writes the attendance, the observations and the note of one session.
func (b *builder) holdSession(l *groupLife, i int, s *data.Session) {
	if s.Date >= b.opts.Today || b.unmarked(l, i) {
		return
	}
	a := data.Attendance{GroupID: l.group.ID}
	a.ID = data.ID[data.Attendance](s.ID)
	for n, k := range l.kids {
		if !l.entries[n].Covers(s.Date) {
			continue
		}
		mark := b.markOf(l, n, i)
		if mark == data.NotEntered {
			continue
		}
		a.Marks = append(a.Marks, data.ChildMark{ChildID: l.entries[n].ChildID, Mark: mark})
		if mark.Came() {
			b.observe(l, k, s)
		}
	}
	if len(a.Marks) == 0 {
		return
	}
	b.town.Attendance = append(b.town.Attendance, a)
	s.State = data.SessionHeld
	if b.is(l, data.ArtTherapy, 1, 0) && i == 9 {
		s.Note = b.texts["session"][0].text
	} else if b.draw.chance(35) {
		s.Note = b.pick("session", 1, nil, l.discipline)
	}
}

// isLatest reports whether session i is the last one whose day has gone by, in a cycle that goes on.
func (l *groupLife) isLatest(i int) bool { return i == l.past-1 && !l.closed }

// unmarked leaves the attendance of the last Wednesday to enter in the groups of the mockup.
func (b *builder) unmarked(l *groupLife, i int) bool {
	if !l.isLatest(i) {
		return false
	}
	return b.is(l, data.Psychoeducation, 1, 1) || b.is(l, data.Sophrology, 1, 2) || b.current(l.run) && l.discipline == data.SocialSkills
}

// markOf is the mark of the n-th child at session i.
func (b *builder) markOf(l *groupLife, n, i int) data.Mark {
	k := l.kids[n]
	if b.is(l, data.ArtTherapy, 1, 0) && k.part != nil {
		if row, ok := castMarks[k.first]; ok {
			return b.castMark(l, k, row, i)
		}
	}
	if l.discipline == data.ArtTherapy && l.rank == 1 && n == 0 && i >= 4 && i <= 6 {
		return data.Absent // three in a row, every year
	}
	switch x := b.draw.IntN(100); {
	case x < k.rate-5:
		return data.Present
	case x < k.rate:
		return data.Late
	case x < k.rate+(100-k.rate)*6/10:
		return data.Excused
	}
	return data.Absent
}

// castMark reads the row of the mockup. Mathis has missed the last three sessions, whatever the day; two children of the
// last session are still to be entered.
func (b *builder) castMark(l *groupLife, k *kid, row string, i int) data.Mark {
	if l.isLatest(i) && (k.first == "Éliott" || k.first == "Inaya") {
		return data.NotEntered
	}
	if k.first == "Mathis" && l.past > 4 && l.heldAfter(i) < 3 {
		return data.Absent
	}
	switch row[i] {
	case 'R':
		return data.Late
	case 'E':
		return data.Excused
	case 'A':
		return data.Absent
	case '-':
		return data.NotEntered
	}
	return data.Present
}

// heldAfter counts the sessions of the past held after session i. The seventh is the cancelled one.
func (l *groupLife) heldAfter(i int) int {
	held := l.past - 1 - i
	if i < 6 && l.past > 6 {
		held--
	}
	return held
}

// observe writes, some of the time, how a child was during a session.
func (b *builder) observe(l *groupLife, k *kid, s *data.Session) {
	share := 30
	if b.opts.Children > 200 {
		share = 6
	}
	first := b.is(l, data.ArtTherapy, 1, 0) && k.first == "Lila" && s.Number == 10
	if !first && !b.draw.chance(share) {
		return
	}
	o := data.Observation{
		SessionID: s.ID, ChildID: b.town.Children[k.index].ID, Participation: b.draw.between(2, 5),
		Mood: b.draw.between(2, 5), AuthorID: k.keyWorker,
	}
	switch {
	case first:
		o.Participation, o.Mood, o.Text = 5, 4, "A joué devant le groupe pour la première fois."
	case b.draw.chance(60):
		o.Text = b.pick("observation", 1, k, l.discipline)
	}
	o.ID = id[data.Observation](b.draw)
	b.town.Observations = append(b.town.Observations, o)
}
