package registry

import (
	"errors"

	"mercredi/data"
)

// ErrInUse says that other records need the one that was to be removed. Archive it instead.
var ErrInUse = errors.New("in use")

// makeGuards says which records cannot be removed because others name them.
func (r *Registry) makeGuards() {
	r.Children.guard = func(c *data.Child) error {
		return inUse(len(r.enrolledOfChild.rows[c.ID]) > 0 || len(r.notesOfChild.rows[c.ID]) > 0 || len(r.casesOfChild.rows[c.ID]) > 0 ||
			len(r.referralsOfChild.rows[c.ID]) > 0 || len(r.interviewsOfChild.rows[c.ID]) > 0)
	}
	r.Enrollments.guard = func(e *data.Enrollment) error { return inUse(r.lived(e)) }
	r.Families.guard = func(f *data.Family) error {
		return inUse(len(r.childrenOfFamily.rows[f.ID]) > 0 || anyRow(r.Interviews, func(x *data.Interview) bool { return x.FamilyID == f.ID }))
	}
	r.Schools.guard = func(s *data.School) error {
		return inUse(len(r.childrenOfSchool.rows[s.ID]) > 0)
	}
	r.Workshops.guard = func(w *data.Workshop) error {
		return inUse(len(r.cyclesOfWorkshop.rows[w.ID]) > 0 || anyRow(r.Figures, func(f *data.Figure) bool { return f.WorkshopID == w.ID }))
	}
	r.Cycles.guard = func(c *data.Cycle) error {
		return inUse(len(r.groupsOfCycle.rows[c.ID]) > 0 || len(r.enrolledInCycle.rows[c.ID]) > 0)
	}
	r.Groups.guard = func(g *data.Group) error {
		return inUse(len(r.enrolledInGroup.rows[g.ID]) > 0 || len(r.sessionsOfGroup.rows[g.ID]) > 0 || len(r.bilansOfGroup.rows[g.ID]) > 0)
	}
	r.Sessions.guard = func(s *data.Session) error {
		a := r.Attendances.rows[data.ID[data.Attendance](s.ID)]
		return inUse(a != nil && len(a.Marks) > 0 || len(r.observedInSession.rows[s.ID]) > 0)
	}
	r.Rooms.guard = func(x *data.Room) error {
		return inUse(anyRow(r.Groups, func(g *data.Group) bool { return g.RoomID == x.ID }) ||
			anyRow(r.Sessions, func(s *data.Session) bool { return s.RoomID == x.ID }))
	}
	r.Facilitators.guard = func(x *data.Facilitator) error {
		return inUse(anyRow(r.Groups, func(g *data.Group) bool { return g.FacilitatorID == x.ID }) ||
			anyRow(r.Sessions, func(s *data.Session) bool { return s.FacilitatorID == x.ID }))
	}
	r.Members.guard = func(x *data.Member) error { return inUse(isNamed(r.Members, x.ID) || r.hasSlot(x.ID)) }
	r.Partners.guard = func(x *data.Partner) error {
		return inUse(anyRow(r.Facilitators, func(f *data.Facilitator) bool { return f.PartnerID == x.ID }) ||
			anyRow(r.Referrals, func(f *data.Referral) bool { return f.PartnerID == x.ID }) ||
			anyRow(r.Agreements, func(a *data.Agreement) bool { return a.PartnerID == x.ID }))
	}
	r.Agreements.guard = func(x *data.Agreement) error {
		return inUse(len(r.interviewsOf.rows[x.ID]) > 0)
	}
	r.Commissions.guard = func(x *data.Commission) error { return inUse(len(r.casesOfCommission.rows[x.ID]) > 0) }
	r.Rubrics.guard = func(x *data.Rubric) error {
		return inUse(anyRow(r.Cycles, func(c *data.Cycle) bool { return c.RubricID == x.ID }) ||
			anyRow(r.Workshops, func(w *data.Workshop) bool { return w.RubricID == x.ID }))
	}
}

func inUse(used bool) error {
	if used {
		return ErrInUse
	}
	return nil
}

func anyRow[T any](t *Table[T], ok func(*T) bool) bool {
	for _, row := range t.rows {
		if ok(row) {
			return true
		}
	}
	return false
}
