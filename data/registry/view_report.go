package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/stats"
)

// ActivityReportView is the « rapport d'activité » of a school year: the figures, and what the team says of them.
type ActivityReportView struct {
	Letterhead
	On         data.Date
	SchoolYear int
	Report     data.YearReport
	Figures    stats.Figures
	Before     stats.Figures // of the year before, when it has children
	DelayDays  int           // within which a first interview is asked for
	Agreements []AgreementYear
	Quarters   []QuarterCost // of all agreements, the calendar quarters that the school year meets
}

// ActivityReport counts the figures of a school year, up to today.
func (r *Registry) ActivityReport(schoolYear int) ActivityReportView {
	r.mu.RLock()
	defer r.mu.RUnlock()
	today := r.world.Today()
	v := ActivityReportView{
		Letterhead: r.letterhead(), On: today, SchoolYear: schoolYear,
		Report: data.YearReport{SchoolYear: schoolYear}, DelayDays: r.settingsNow().FirstInterviewDays(),
	}
	if kept := r.reportOf(schoolYear); kept != nil {
		v.Report = r.YearReports.copy(kept)
	}
	v.Figures = r.yearFacts(schoolYear, today, v.Report.Bands()).Count(v.DelayDays)
	v.Agreements, v.Quarters = r.agreementYears(calendar.SchoolYear(schoolYear), today)
	v.Before = r.yearFacts(schoolYear-1, today, v.Report.Bands()).Count(v.DelayDays)
	return v
}

// ReportYears are the school years of which something can be told, latest first.
func (r *Registry) ReportYears() []int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	years := []int{r.shownYear(r.world.Today())}
	for _, c := range r.Cycles.rows {
		years = append(years, c.SchoolYear)
	}
	for _, y := range r.YearReports.rows {
		years = append(years, y.SchoolYear)
	}
	for _, f := range r.Figures.rows {
		years = append(years, f.SchoolYear)
	}
	slices.SortFunc(years, func(a, b int) int { return cmp.Compare(b, a) })
	return slices.Compact(years)
}

// yearFacts gathers what the figures of a school year are counted from. The lock is held.
func (r *Registry) yearFacts(year int, today data.Date, bands []data.AgeSpan) stats.Year {
	y := stats.Year{From: calendar.SchoolYear(year).First(), To: calendar.SchoolYear(year).Last(), Bands: bands}
	y.On = min(today, y.To)
	for _, c := range r.Children.rows {
		y.Children = append(y.Children, stats.Child{Child: c, School: r.Schools.rows[c.SchoolID]})
	}
	for _, f := range r.Figures.rows {
		if f.SchoolYear == year {
			y.Traces = append(y.Traces, *f)
		}
	}
	for _, w := range r.Workshops.rows {
		y.Workshops = append(y.Workshops, countedWorkshop(w))
	}
	running := map[data.ID[data.Partner]]bool{}
	for _, g := range r.inYear(year) {
		x := r.read(g, y.On)
		y.Groups = append(y.Groups, r.groupFacts(x))
		for _, s := range x.sessions {
			if s.State != data.SessionCancelled && s.Date <= y.On {
				running[rowOr(r.Facilitators, s.FacilitatorID).PartnerID] = true
			}
		}
	}
	for _, c := range r.Cycles.rows {
		if c.SchoolYear != year || c.Archived || c.State == data.CycleClosed {
			continue
		}
		for _, e := range r.enrolledInCycle.rows[c.ID] {
			if e.State == data.Waiting && !e.Archived {
				y.Requests = append(y.Requests, stats.Request{Child: e.ChildID, Workshop: countedWorkshop(rowOr(r.Workshops, c.WorkshopID))})
			}
		}
	}
	r.networkFacts(&y, running)
	for id, p := range r.Partners.rows {
		if !p.Archived {
			y.Partners = append(y.Partners, stats.Partner{Kind: p.Kind, Active: running[id]})
		}
	}
	return y
}

func countedWorkshop(w *data.Workshop) stats.Workshop {
	return stats.Workshop{ID: w.ID, Name: workshopName(w).Name, Discipline: w.Discipline}
}

// groupFacts is what one group lived. A group that receives one child at a time has the child's name: it keeps none.
func (r *Registry) groupFacts(x *reading) stats.Group {
	g := stats.Group{Workshop: countedWorkshop(x.workshop), Capacity: x.group.Capacity}
	if x.workshop.Format == data.InGroup && x.group.Capacity > 1 {
		g.Name = x.cycle.Name + ", " + x.group.Name
	}
	for i, s := range x.sessions {
		g.Sessions = append(g.Sessions, stats.Session{On: s.Date, State: s.State, Marked: x.attendance[i] != nil && len(x.attendance[i].Marks) > 0})
	}
	for i := range x.rows {
		row := &x.rows[i]
		g.Places = append(g.Places, stats.Place{Child: row.child.ID, Regularity: row.Regularity})
		if row.here(x.today) {
			g.Taken++
		}
		for _, m := range []data.Moment{data.MomentMid, data.MomentEnd} {
			g.Bilans = counted(g.Bilans, r.progress(x, row, m), x.today)
		}
	}
	return g
}

// counted adds a bilan that is owed by a day, or done before it.
func counted(n stats.Bilans, p BilanProgress, today data.Date) stats.Bilans {
	if p.Step == BilanNotOwed || p.Step != BilanDone && p.Due > today {
		return n
	}
	n.Owed++
	if p.Step == BilanDone {
		n.Done++
	}
	if p.LateDays > 0 {
		n.Late++
	}
	return n
}

// networkFacts adds the orientations, interviews and meetings of the year. A structure that received an orientation is
// at work, as one that ran a session.
func (r *Registry) networkFacts(y *stats.Year, running map[data.ID[data.Partner]]bool) {
	inYear := func(d data.Date) bool { return d >= y.From && d <= y.On }
	for _, x := range r.Referrals.rows {
		if x.Archived || !inYear(x.AskedOn) {
			continue
		}
		running[x.PartnerID] = true
		y.Orientations = append(y.Orientations, stats.Orientation{
			Child: x.ChildID, Kind: rowOr(r.Partners, x.PartnerID).Kind, State: int(x.State), AskedOn: x.AskedOn, OfferedOn: x.OfferedOn,
		})
	}
	for _, x := range r.Interviews.rows {
		if !x.Archived && inYear(x.On) {
			y.Interviews = append(y.Interviews, stats.Interview{Child: x.ChildID, Outcome: int(x.Outcome)})
		}
	}
	for id, c := range r.Commissions.rows {
		if c.Archived || !inYear(c.On) {
			continue
		}
		m := stats.Meeting{On: c.On}
		for _, x := range r.casesOfCommission.rows[id] {
			if !x.Archived {
				m.Cases = append(m.Cases, x.Decision)
			}
		}
		y.Meetings = append(y.Meetings, m)
	}
}
