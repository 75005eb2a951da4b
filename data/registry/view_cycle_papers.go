package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// CycleBilanView is the bilan of a whole cycle: its groups together. It names no child.
type CycleBilanView struct {
	Letterhead
	CycleID      data.ID[data.Cycle]
	On           data.Date
	Moment       data.Moment
	Workshop     WorkshopName
	Cycle        string
	SchoolYear   int
	Facilitators []Adult // each once
	First, Last  data.Date
	Children     int
	Held, Off    int // sessions past and not cancelled, cancelled
	data.Regularity
	Groups []GroupBilanView // by hour
	Skills []SkillCount     // of all the groups
}

// CycleBilan shows the groups of a cycle together, at its middle or at its end; false when the cycle does not exist.
func (r *Registry) CycleBilan(id data.ID[data.Cycle], m data.Moment) (CycleBilanView, bool) {
	c, ok := r.Cycles.Get(id)
	if !ok {
		return CycleBilanView{}, false
	}
	v := CycleBilanView{Letterhead: r.Letterhead(), CycleID: id, On: r.Today(), Moment: m, Cycle: c.Name, SchoolYear: c.SchoolYear}
	for _, g := range r.groupsInCycle(id) {
		if x, ok := r.GroupBilanView(r.GroupBilan(g, m)); ok {
			v.add(x)
		}
	}
	if w, ok := r.Workshops.Get(c.WorkshopID); ok {
		v.Workshop = workshopName(&w)
	}
	return v, true
}

// groupsInCycle are the groups of a cycle, by hour and name.
func (r *Registry) groupsInCycle(id data.ID[data.Cycle]) []data.ID[data.Group] {
	r.mu.RLock()
	defer r.mu.RUnlock()
	groups := slices.Clone(r.groupsOfCycle.rows[id])
	slices.SortFunc(groups, func(a, b *data.Group) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
	})
	var out []data.ID[data.Group]
	for _, g := range groups {
		if !g.Archived {
			out = append(out, g.ID)
		}
	}
	return out
}

func (v *CycleBilanView) add(g GroupBilanView) {
	v.Groups = append(v.Groups, g)
	v.Children += len(g.Children)
	v.Regularity = plus(v.Regularity, g.Regularity)
	if v.First == 0 || g.First != 0 && g.First < v.First {
		v.First = g.First
	}
	v.Last = max(v.Last, g.Last)
	for _, s := range g.Sessions {
		switch {
		case s.State == data.SessionCancelled:
			v.Off++
		case s.Date <= v.On:
			v.Held++
		}
	}
	for _, a := range g.Facilitators {
		if !slices.Contains(v.Facilitators, a) {
			v.Facilitators = append(v.Facilitators, a)
		}
	}
	for _, s := range g.Skills {
		i := slices.IndexFunc(v.Skills, func(k SkillCount) bool { return k.Key == s.Key })
		if i < 0 {
			v.Skills = append(v.Skills, SkillCount{Key: s.Key, Label: s.Label, Skill: s.Skill, Rose: s.Rose, Steady: s.Steady, Fell: s.Fell})
			continue
		}
		k := &v.Skills[i]
		k.Rose, k.Steady, k.Fell = k.Rose+s.Rose, k.Steady+s.Steady, k.Fell+s.Fell
	}
}

// CycleSheets are the attendance sheets of the groups of a cycle, by hour; false when the cycle does not exist.
func (r *Registry) CycleSheets(id data.ID[data.Cycle]) ([]AttendanceSheetView, bool) {
	if _, ok := r.Cycles.Get(id); !ok {
		return nil, false
	}
	var out []AttendanceSheetView
	for _, g := range r.groupsInCycle(id) {
		if v, ok := r.AttendanceSheetView(g); ok {
			out = append(out, v)
		}
	}
	return out, true
}

// CertificateView is the « attestation de présence » of a child in a cycle, for whoever the family shows it to. It names
// no other child and no workshop: what a child comes for is nobody else's business.
type CertificateView struct {
	Letterhead
	On        data.Date
	Child     ChildName
	Sex       data.Sex
	BirthDate data.Date
	Reference string
	Days      []CertificateDay // when the child was there, by date
	ToCome    int
}

// CertificateDay is one session where the child was.
type CertificateDay struct {
	Date          data.Date
	Start         data.TimeOfDay
	LengthMinutes int
}

// Certificate is the attendance of a child in a cycle, all its groups; false when the child has no place in it.
func (r *Registry) Certificate(child data.ID[data.Child], cycle data.ID[data.Cycle]) (CertificateView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	c, ok := r.Children.rows[child]
	if !ok {
		return CertificateView{}, false
	}
	v := CertificateView{Letterhead: r.letterhead(), On: r.world.Today(), Child: childName(c), Sex: c.Sex, BirthDate: c.BirthDate, Reference: c.ID.Reference()}
	var seen []data.ID[data.Group]
	for _, e := range r.enrolledOfChild.of(child) {
		if e.CycleID != cycle || e.State == data.Waiting || e.Archived || e.GroupID.IsZero() || slices.Contains(seen, e.GroupID) {
			continue
		}
		seen = append(seen, e.GroupID)
		v.lived(r.read(rowOr(r.Groups, e.GroupID), v.On), child)
	}
	slices.SortFunc(v.Days, func(a, b CertificateDay) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start))
	})
	return v, len(seen) > 0
}

// lived adds the sessions of a group where the child was.
func (v *CertificateView) lived(x *reading, child data.ID[data.Child]) {
	for i := range x.rows {
		if x.rows[i].child.ID != child {
			continue
		}
		for k, c := range x.rows[i].cells {
			s := x.sessions[k]
			switch {
			case c.Kind == CellToCome:
				v.ToCome++
			case c.Kind == CellMark && c.Mark.Came():
				v.Days = append(v.Days, CertificateDay{s.Date, cmp.Or(s.Start, x.group.Start), cmp.Or(s.LengthMinutes, x.group.LengthMinutes)})
			}
		}
	}
}

// Minutes is the time the child was there.
func (v CertificateView) Minutes() int {
	sum := 0
	for _, d := range v.Days {
		sum += d.LengthMinutes
	}
	return sum
}

// FicheView is the « fiche action » of a workshop, with the cycles of a school year.
type FicheView struct {
	Letterhead
	On         data.Date
	Workshop   data.Workshop // its lists are shared with the registry: for reading
	Rubric     string
	SchoolYear int
	Cycles     []CycleRow
}

// Fiche is the fiche action of a workshop; false when it does not exist.
func (r *Registry) Fiche(id data.ID[data.Workshop]) (FicheView, bool) {
	w, ok := r.Workshops.Get(id)
	if !ok {
		return FicheView{}, false
	}
	v := FicheView{Letterhead: r.Letterhead(), On: r.Today(), Workshop: w, SchoolYear: r.shownSchoolYear()}
	if g, ok := r.Rubrics.Get(w.RubricID); ok {
		v.Rubric = g.Name
	}
	for _, c := range r.CycleRows(v.SchoolYear) {
		if c.Workshop.ID == id {
			v.Cycles = append(v.Cycles, c)
		}
	}
	return v, true
}

func (r *Registry) shownSchoolYear() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.shownYear(r.world.Today())
}

// GroupList is the list of a group for whoever receives it; false when the group does not exist.
func (r *Registry) GroupList(id data.ID[data.Group], phones bool) (FacilitatorListView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	g, ok := r.Groups.rows[id]
	if !ok {
		return FacilitatorListView{}, false
	}
	cycle := rowOr(r.Cycles, g.CycleID)
	v := FacilitatorListView{
		Letterhead: r.letterhead(), On: r.world.Today(), Facilitator: facilitatorAdult(rowOr(r.Facilitators, g.FacilitatorID)), Phones: phones,
		Cycle: cycle.Name, Workshop: workshopName(rowOr(r.Workshops, cycle.WorkshopID)), Group: g.Name,
	}
	sessions := slices.DeleteFunc(slices.Clone(r.sessionsInOrder(id)), func(s *data.Session) bool { return !r.stands(s) })
	v.Groups = newPublicNames(r).facilitatorGroups(sessions, phones)
	return v, true
}
