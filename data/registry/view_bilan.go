package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// Letterhead is the head and foot of every paper.
type Letterhead struct {
	Team         string
	Town         string
	Address      data.Address
	Phone        string
	Email        string
	Confidential string
	Logo         []byte // PNG, or nothing; shared with the record: not to be written to
}

// BilanView is the bilan of one child, for the editor and for the paper. It names no other child and holds no note.
type BilanView struct {
	Letterhead
	Bilan     data.Bilan // its texts and state
	Reference string     // "" until it is kept
	On        data.Date  // the day it was made final, else today
	Due       data.Date
	LateDays  int
	Author    Adult

	Child      ChildName
	Sex        data.Sex
	BirthDate  data.Date
	Age        int // on the day of the paper, -1 when not known
	Grade      data.Grade
	School     string
	SchoolKind data.SchoolKind
	KeyWorker  Adult

	Group        GroupName
	Workshop     string // the whole name
	SchoolYear   int
	Facilitators []Adult // the group's first
	Room, Site   string
	Start        data.TimeOfDay
	Minutes      int // of a session, 0 when not said
	First, Last  data.Date
	RequestedOn  data.Date // of the place in the workshop, else the « saisine »
	CommissionOn data.Date // zero until the commission said yes
	ConsentOn    data.Date // of the agreement to be followed, zero when there is none that holds
	ConsentBy    string

	data.Regularity
	Low      bool
	Sessions []BilanSession
	Rubric   string
	Levels   []string // the word of each level, lowest first
	Skills   []SkillRow
}

// BilanSession is one line of the table of sessions.
type BilanSession struct {
	Number int
	Date   data.Date
	Theme  string
	Cell
}

// SkillRow is the evolution of one criterion.
type SkillRow struct {
	Key    int
	Label  string
	Skill  data.SkillFamily
	levels [3][4]int
}

// Level is the level given at a moment from a viewpoint, 0 when it has not been rated: unknown is never 0 on a paper.
func (s SkillRow) Level(m data.Moment, v data.Viewpoint) int {
	if m < data.MomentStart || m > data.MomentEnd || v < data.ByFacilitator || v > data.BySchool {
		return 0
	}
	return s.levels[m-data.MomentStart][v-data.ByFacilitator]
}

// BilanView shows the bilan b, kept or not, so that the editor can show what is being typed. It is false when its
// child is not in the group or the group does not exist. A mid-cycle bilan stops at its session: nothing that came
// later is in it.
func (r *Registry) BilanView(b data.Bilan) (BilanView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	g, ok := r.Groups.rows[b.GroupID]
	if !ok {
		return BilanView{}, false
	}
	today := r.world.Today()
	x := r.read(g, today)
	i := slices.IndexFunc(x.rows, func(row readRow) bool { return row.child.ID == b.ChildID })
	if i < 0 {
		return BilanView{}, false
	}
	row := &x.rows[i]
	v := BilanView{
		Letterhead: r.letterhead(), Bilan: b, On: today, Due: dueOn(x.cycle, b.Moment),
		Author: memberAdult(rowOr(r.Members, b.AuthorID)),
		Group:  x.name(), Workshop: x.workshop.Name, SchoolYear: x.cycle.SchoolYear,
	}
	if !b.ID.IsZero() {
		v.Reference = b.ID.Reference()
	}
	if b.State == data.BilanFinal && !b.FinalOn.IsZero() {
		v.On = b.FinalOn
	} else if !v.Due.IsZero() && v.Due < today {
		v.LateDays = v.Due.DaysUntil(today)
	}
	r.identify(&v, row)
	r.attend(&v, x, row)
	v.Low = r.low(v.Regularity)
	room := rowOr(r.Rooms, g.RoomID)
	v.Room, v.Site, v.Start, v.Minutes = room.Name, room.Site, g.Start, g.LengthMinutes
	v.Facilitators = r.facilitatorsOf(x)
	rubric := r.gridOf(x.cycle.ID)
	v.Rubric, v.Levels = rubric.Name, slices.Clone(rubric.Levels)
	v.Skills = r.skills(childInCycle{b.ChildID, x.cycle.ID}, b.Moment)
	return v, true
}

// Letterhead is the head and foot of every paper.
func (r *Registry) Letterhead() Letterhead {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.letterhead()
}

func (r *Registry) letterhead() Letterhead {
	s := r.settingsNow()
	return Letterhead{s.TeamName, s.Town, s.Address, s.Phone, s.Email, s.Confidential, s.Logo}
}

// identify says who the child is, and what was asked and agreed.
func (r *Registry) identify(v *BilanView, row *readRow) {
	c := row.child
	school := rowOr(r.Schools, c.SchoolID)
	v.Child, v.Sex, v.BirthDate, v.Age = childName(c), c.Sex, c.BirthDate, c.BirthDate.AgeOn(v.On)
	v.Grade, v.School, v.SchoolKind = c.Grade, school.Name, school.Kind
	v.KeyWorker = memberAdult(rowOr(r.Members, c.KeyWorkerID))
	v.RequestedOn = c.Pathway.IntakeOn
	for _, e := range row.stays {
		if !e.RequestedOn.IsZero() {
			v.RequestedOn = e.RequestedOn
		}
	}
	if c.Pathway.Approved() {
		v.CommissionOn = c.Pathway.CommissionOn
	}
	for _, x := range latestConsents(c, v.On) {
		if x.Scope == data.ConsentFollowUp && x.On(v.On).Allows() {
			v.ConsentOn, v.ConsentBy = x.SignedOn, x.SignedBy
		}
	}
}

// attend lays the sessions of the child, those of a mid-cycle bilan up to its session. A child who moved to another
// group of the cycle brings along what was lived in the first.
func (r *Registry) attend(v *BilanView, x *reading, row *readRow) {
	last := data.Date(99991231)
	if v.Bilan.Moment == data.MomentMid {
		last = x.bilanDay(data.MomentMid)
	}
	before := r.livedElsewhere(x, row.child.ID)
	for i, s := range x.sessions {
		if c := row.cells[i]; len(before) == 0 || c.Kind != CellNotExpected {
			v.Sessions = append(v.Sessions, BilanSession{s.Number, s.Date, s.Theme, c})
		}
	}
	v.Sessions = append(v.Sessions, before...)
	v.Sessions = slices.DeleteFunc(v.Sessions, func(s BilanSession) bool { return s.Date > last })
	slices.SortStableFunc(v.Sessions, func(a, b BilanSession) int { return cmp.Compare(a.Date, b.Date) })
	for _, s := range v.Sessions {
		switch s.Kind {
		case CellMark:
			v.Add(s.Mark)
		case CellToCome:
			v.ToCome++
		}
	}
	if n := len(v.Sessions); n > 0 {
		v.First, v.Last = v.Sessions[0].Date, v.Sessions[n-1].Date
	}
}

// livedElsewhere are the sessions where a child was expected in the other groups of the cycle.
func (r *Registry) livedElsewhere(x *reading, child data.ID[data.Child]) []BilanSession {
	seen := []data.ID[data.Group]{x.group.ID, {}}
	var out []BilanSession
	for _, e := range r.enrolledOfChild.of(child) {
		if e.CycleID != x.cycle.ID || slices.Contains(seen, e.GroupID) {
			continue
		}
		seen = append(seen, e.GroupID)
		other := r.read(rowOr(r.Groups, e.GroupID), x.today)
		for i := range other.rows {
			for k, c := range other.rows[i].cells {
				if s := other.sessions[k]; other.rows[i].child.ID == child && c.Kind != CellNotExpected {
					out = append(out, BilanSession{s.Number, s.Date, s.Theme, c})
				}
			}
		}
	}
	return out
}

// facilitatorsOf are those who ran the group: its own first, then those of its sessions.
func (r *Registry) facilitatorsOf(x *reading) []Adult {
	ids := []data.ID[data.Facilitator]{x.group.FacilitatorID}
	for _, s := range x.sessions {
		if s.State != data.SessionCancelled && !slices.Contains(ids, s.FacilitatorID) {
			ids = append(ids, s.FacilitatorID)
		}
	}
	var out []Adult
	for _, id := range ids {
		if f, ok := r.Facilitators.rows[id]; ok {
			out = append(out, facilitatorAdult(f))
		}
	}
	return out
}

// skills is the evolution of a child up to a moment, in the order of the rubric. The lock is held.
func (r *Registry) skills(of childInCycle, until data.Moment) []SkillRow {
	var rows []SkillRow
	for _, c := range r.gridOf(of.cycle).Criteria {
		rows = append(rows, SkillRow{Key: c.Key, Label: c.Label, Skill: c.Skill})
	}
	for m := data.MomentStart; m <= min(until, data.MomentEnd); m++ {
		for v := data.ByFacilitator; v <= data.BySchool; v++ {
			e := r.evaluationOf(of, m, v)
			if e == nil {
				continue
			}
			for i := range rows {
				rows[i].levels[m-data.MomentStart][v-data.ByFacilitator] = e.Level(rows[i].Key)
			}
		}
	}
	return rows
}
