package registry

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"mercredi/data"
	"mercredi/data/calendar"
)

// CyclePreview is what a plan would make. The groups and sessions have ids of their own, good for this preview only.
type CyclePreview struct {
	Days     []LaidDay
	Groups   []data.Group
	Sessions []data.Session
	// Clashes are what is unusual about the sessions, Seats what is unusual about the children.
	Clashes []Clash
	Seats   []Seat
	// MidBilanDue and EndBilanDue are the days that the template proposes for these dates.
	MidBilanDue, EndBilanDue data.Date
	// Err says why the plan cannot be opened as it is: nil, or the error of the dates, of a child or a group.
	Err error
}

// Seat is a child in a planned group, with what is unusual about it.
type Seat struct {
	GroupID  data.ID[data.Group]
	ChildID  data.ID[data.Child]
	Warnings []data.WarningCode
}

// Reasons are the warnings that need a reason before the plan can be opened.
func (p CyclePreview) Reasons() []data.WarningCode {
	codes := codesOf(sessionOnly(p.Clashes))
	for _, s := range p.Seats {
		codes = append(codes, s.Warnings...)
	}
	return codeSet(codes)
}

// sessionOnly leaves out the clashes that are about a child: the child's seat tells them.
func sessionOnly(clashes []Clash) []Clash {
	var out []Clash
	for _, c := range clashes {
		if c.Code != data.WarnChildBusy {
			out = append(out, c)
		}
	}
	return out
}

// PreviewCycle shows what OpenCycle would make, and keeps nothing.
func (r *Registry) PreviewCycle(plan CyclePlan) CyclePreview {
	r.mu.RLock()
	defer r.mu.RUnlock()
	p := CyclePreview{}
	p.Days, p.Err = r.layDays(plan.Rule)
	p.MidBilanDue, p.EndBilanDue = bilansDue(rowOr(r.Workshops, plan.WorkshopID), p.Days)
	count := uint64(0)
	d, err := r.draftOf(plan, func() ([16]byte, error) {
		count++
		var id [16]byte
		binary.BigEndian.PutUint64(id[8:], count)
		return id, nil
	})
	p.Err = errors.Join(p.Err, err)
	s := scene{r, d}
	for _, g := range d.groups {
		p.Groups = append(p.Groups, *g)
	}
	for _, x := range d.sessions {
		p.Sessions = append(p.Sessions, *x)
		p.Clashes = append(p.Clashes, s.clashes(x)...)
	}
	for _, e := range d.enrollments {
		if e.State == data.Enrolled {
			p.Seats = append(p.Seats, Seat{e.GroupID, e.ChildID, s.warnings(s.seatOf(e))})
		}
	}
	return p
}

// seatOf is the seat of a planned enrolment.
func (s scene) seatOf(e *data.Enrollment) seat {
	x := seat{child: rowOr(s.r.Children, e.ChildID), workshop: rowOr(s.r.Workshops, s.cycle.WorkshopID)}
	for _, g := range s.groups {
		if g.ID == e.GroupID {
			x.group = g
		}
	}
	return x
}

// OpenCycle keeps a plan in one change: the cycle, its groups, their sessions, the children and the waiting list,
// with the reasons for what is unusual. Without a reason for each warning the error is a *NeedsReason.
func (r *Registry) OpenCycle(plan CyclePlan) (data.Cycle, error) {
	var d draft
	err := r.Update(func(tx *Tx) (err error) {
		if d, err = r.draftOf(plan, r.drawID); err != nil {
			return err
		}
		if err := r.acceptDraft(plan, &d); err != nil {
			return err
		}
		return d.put(tx)
	})
	return answer(d.cycle, err)
}

func (r *Registry) drawID() (id [16]byte, err error) {
	if _, err = io.ReadFull(r.world.Random, id[:]); err != nil {
		err = fmt.Errorf("drawing an id: %w", err)
	}
	return id, err
}

func (d *draft) put(tx *Tx) error {
	if err := Put(tx, tx.reg.Cycles, &d.cycle); err != nil {
		return err
	}
	for _, g := range d.groups {
		if err := Put(tx, tx.reg.Groups, g); err != nil {
			return err
		}
	}
	for _, s := range d.sessions {
		if err := Put(tx, tx.reg.Sessions, s); err != nil {
			return err
		}
	}
	for _, e := range d.enrollments {
		if err := Put(tx, tx.reg.Enrollments, e); err != nil {
			return err
		}
	}
	return nil
}

// acceptDraft gives every warning of a draft its reason; the error lists all that have none, children's included.
func (r *Registry) acceptDraft(plan CyclePlan, d *draft) error {
	s := scene{r, *d}
	var bare []data.WarningCode
	accept := func(codes []data.WarningCode, reasons map[data.WarningCode]string) []data.Warning {
		kept, err := acceptance{reasons, plan.By, r.world.Today()}.accept(codes)
		if needs, ok := errors.AsType[*NeedsReason](err); ok {
			bare = append(bare, needs.Warnings...)
		}
		return kept
	}
	for _, x := range d.sessions {
		x.Warnings = accept(codesOf(sessionOnly(s.clashes(x))), plan.Reasons)
	}
	reasons := map[data.ID[data.Child]]map[data.WarningCode]string{}
	for _, g := range plan.Groups {
		for _, c := range g.Children {
			reasons[c.ChildID] = c.Reasons
		}
	}
	for _, e := range d.enrollments {
		if e.State == data.Enrolled {
			e.Warnings = accept(s.warnings(s.seatOf(e)), reasons[e.ChildID])
		}
	}
	if len(bare) > 0 {
		return &NeedsReason{codeSet(bare)}
	}
	return nil
}

// draftOf turns a plan into records with ids. It gives what it could even with an error, for a preview. The lock is held.
func (r *Registry) draftOf(plan CyclePlan, newID func() ([16]byte, error)) (draft, error) {
	var faults []error
	next := func() [16]byte {
		id, err := newID()
		faults = append(faults, err)
		return id
	}
	if _, err := findActive(r.Workshops, plan.WorkshopID); err != nil {
		return draft{}, err
	}
	days, err := r.layDays(plan.Rule)
	faults = append(faults, err)
	d := draft{cycle: plan.cycle(days)}
	d.cycle.ID = next()
	if len(plan.Groups) == 0 || len(days) == 0 {
		faults = append(faults, ErrNoSessionYet)
	}
	for _, p := range plan.Groups {
		g := p.group(&d.cycle)
		g.ID = next()
		d.groups = append(d.groups, g)
		for _, s := range sessionsOn(days, g, plan.Themes) {
			s.ID = next()
			d.sessions = append(d.sessions, s)
		}
		for _, c := range p.Children {
			e := &data.Enrollment{ChildID: c.ChildID, GroupID: g.ID, State: data.Enrolled}
			faults = append(faults, r.addPlanned(&d, e))
			e.ID = next()
		}
	}
	for _, child := range plan.Waiting {
		e := &data.Enrollment{ChildID: child}
		faults = append(faults, r.addPlanned(&d, e))
		e.ID = next()
	}
	return d, errors.Join(faults...)
}

// addPlanned adds an enrolment to a draft: an active child, once.
func (r *Registry) addPlanned(d *draft, e *data.Enrollment) error {
	if _, err := findActive(r.Children, e.ChildID); err != nil {
		return err
	}
	for _, o := range d.enrollments {
		if o.ChildID == e.ChildID {
			return ErrAlreadyEnrolled
		}
	}
	e.CycleID, e.RequestedOn = d.cycle.ID, r.world.Today()
	d.enrollments = append(d.enrollments, e)
	return nil
}

func (p *CyclePlan) cycle(days []LaidDay) data.Cycle {
	first := p.Rule.First
	for _, d := range days {
		if d.Number == 1 {
			first = d.Date
		}
	}
	return data.Cycle{
		WorkshopID: p.WorkshopID, Name: p.Name, SchoolYear: int(calendar.SchoolYearOf(first)), Rule: p.Rule,
		RubricID: p.RubricID, MidBilanDue: p.MidBilanDue, EndBilanDue: p.EndBilanDue, Notes: p.Notes,
	}
}

func (p *GroupPlan) group(c *data.Cycle) *data.Group {
	return &data.Group{
		CycleID: c.ID, Name: p.Name, Start: p.Start, LengthMinutes: p.LengthMinutes,
		RoomID: p.RoomID, FacilitatorID: p.FacilitatorID, Capacity: p.Capacity,
	}
}

// sessionsOn are the sessions of a group on the laid days.
func sessionsOn(days []LaidDay, g *data.Group, themes []string) []*data.Session {
	var out []*data.Session
	for _, d := range days {
		if d.Number == 0 {
			continue
		}
		s := sessionOf(g, d.Date)
		s.Number = d.Number
		out = append(out, s)
	}
	if len(out) == 0 {
		return nil
	}
	for i, theme := range spread(themes, len(out)) {
		out[i].Theme = theme
	}
	return out
}

// sessionOf is a session of a group on a day, at the hour and place of the group.
func sessionOf(g *data.Group, day data.Date) *data.Session {
	return &data.Session{
		GroupID: g.ID, CycleID: g.CycleID, Date: day, Start: g.Start,
		LengthMinutes: g.LengthMinutes, RoomID: g.RoomID, FacilitatorID: g.FacilitatorID,
	}
}
