package registry

import (
	"fmt"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/journal"
)

// Anonymising a child leaves figures and destroys the rest, key included.
//
//	child, notes, places, marks,        figure  figure  figure  figure
//	observations, evaluations, bilans ─▶ year    place   entry   exit     each alone, under a new random id
//
// Why this is anonymisation, and not pseudonymisation: nothing is replaced by a code that somebody could turn back. The
// test of the European authorities (WP29 opinion 05/2014) asks three questions:
//
//   - Can a person be singled out? A figure says of the person no more than a cell of at least data.SmallCell children
//     of that time have in common: sex, age band and eligibility in a year, or sex, age band and workshop in a year.
//     When they are fewer, it says less.
//   - Can two records of one person be linked? Figures of one child share no number, and the journal tells the
//     anonymisation without telling which figures it left.
//   - Can something be inferred? There is no day, no free text, no school, no family, no level, no reason.
//
// Its limits: who counts the figures just before and just after an anonymisation sees which ones came (a copy of the file
// of that day shows it; the copies are rotated out). Presences and bilans are kept as numbers: who knows by heart that a
// child came 11 times out of 12 may recognise that line, and learns nothing else from it. The cell is made of the
// children known on that day; it is not made again when others are erased. Families are no longer counted.

// PreviewAnonymisation is what would be left of a child: figures alone, without ids. ErrRunning refuses a child that is
// still in a workshop, ErrGone one that is not there.
func (r *Registry) PreviewAnonymisation(id data.ID[data.Child]) ([]data.Figure, error) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	today := r.world.Today()
	c, ok := r.Children.rows[id]
	switch {
	case !ok:
		return nil, fmt.Errorf("anonymising a child: %w", ErrGone)
	case r.running(id, today):
		return nil, fmt.Errorf("anonymising a child: %w", ErrRunning)
	}
	traces := r.traces(today)
	figures := r.figuresOf(c, traces[id].last.On)
	cells := r.cells(traces)
	for i, f := range figures {
		figures[i] = unlike(f, cells)
	}
	return figures, nil
}

// unlike says less and less of a figure until enough are alike.
func unlike(f data.Figure, cells map[data.FigureCell]int) data.Figure {
	for step := range data.LastStep {
		if cells[f.Cell(step)] >= data.SmallCell {
			return f.Generalised(step)
		}
	}
	return f.Generalised(data.LastStep)
}

// cells counts, at each step, the children and the figures that are alike. The lock is held.
func (r *Registry) cells(traces map[data.ID[data.Child]]trace) map[data.FigureCell]int {
	cells := map[data.FigureCell]int{}
	count := func(f data.Figure) {
		for step := range data.LastStep + 1 {
			cells[f.Cell(step)]++
		}
	}
	for id, c := range r.Children.rows {
		for _, f := range r.figuresOf(c, traces[id].last.On) {
			count(f)
		}
	}
	for _, f := range r.Figures.rows {
		count(*f)
	}
	return cells
}

// figuresOf are the figures of a child as they are, before anything is left out. last is the last contact. The lock is
// held.
func (r *Registry) figuresOf(c *data.Child, last data.Date) []data.Figure {
	p := c.Pathway
	start := p.StartedOn
	if start.IsZero() && p.Approved() {
		start = p.CommissionOn
	}
	end := p.EndedOn
	if end.IsZero() {
		end = last
	}
	places := r.placeFigures(c)
	var years []int
	for _, f := range places {
		years = append(years, f.SchoolYear)
	}
	if start.Valid() && end.Valid() {
		for y := calendar.SchoolYearOf(start); y <= calendar.SchoolYearOf(end); y++ {
			years = append(years, int(y))
		}
	}
	slices.Sort(years)
	eligible := data.EligibilityOf(c, rowOr(r.Schools, c.SchoolID))
	var out []data.Figure
	for _, year := range slices.Compact(years) {
		out = append(out, data.Figure{
			Kind: data.FigureYear, SchoolYear: year, Sex: c.Sex, Age: bandIn(c, year),
			Area: eligible.Area, Network: eligible.Network || eligible.SchoolArea,
		})
	}
	out = append(out, places...)
	if start.Valid() {
		out = append(out, data.Figure{Kind: data.FigureEntry, SchoolYear: int(calendar.SchoolYearOf(start))})
	}
	if p.EndedOn.Valid() {
		out = append(out, data.Figure{
			Kind: data.FigureExit, SchoolYear: int(calendar.SchoolYearOf(p.EndedOn)), Length: data.LengthBetween(start, p.EndedOn),
		})
	}
	return slices.DeleteFunc(out, func(f data.Figure) bool { return f.Check() != nil }) // a year that cannot be
}

// bandIn is the age band of a child on 31 December of a school year.
func bandIn(c *data.Child, year int) data.AgeBand {
	return data.AgeBandOf(c.BirthDate.AgeOn(data.NewDate(year, 12, 31)))
}

// placeFigures are the places of a child: one a school year and workshop, whatever the number of cycles and groups.
func (r *Registry) placeFigures(c *data.Child) []data.Figure {
	var out []data.Figure
	var groups []data.ID[data.Group]
	var cycles []data.ID[data.Cycle]
	for _, e := range r.enrolledOfChild.rows[c.ID] {
		cycle, ok := r.Cycles.rows[e.CycleID]
		if !ok || e.State == data.Waiting {
			continue
		}
		i := slices.IndexFunc(out, func(f data.Figure) bool {
			return f.SchoolYear == cycle.SchoolYear && f.WorkshopID == cycle.WorkshopID
		})
		if i < 0 {
			i = len(out)
			out = append(out, data.Figure{
				Kind: data.FigurePlace, SchoolYear: cycle.SchoolYear, WorkshopID: cycle.WorkshopID, Sex: c.Sex, Age: bandIn(c, cycle.SchoolYear),
			})
		}
		if !slices.Contains(groups, e.GroupID) {
			groups = append(groups, e.GroupID)
			r.countMarks(&out[i], e.GroupID, c.ID)
		}
		if !slices.Contains(cycles, e.CycleID) {
			cycles = append(cycles, e.CycleID)
			for _, b := range r.bilansOf.rows[childInCycle{c.ID, e.CycleID}] {
				if b.State == data.BilanFinal {
					out[i].Bilans++
				}
			}
		}
	}
	return out
}

// countMarks adds the presences of a child in a group to its figure.
func (r *Registry) countMarks(f *data.Figure, group data.ID[data.Group], child data.ID[data.Child]) {
	for _, s := range r.sessionsOfGroup.rows[group] {
		if s.State == data.SessionCancelled {
			continue
		}
		if m := r.markOf(s.ID, child); m.Counts() {
			f.Counted++
			if m.Came() {
				f.Came++
			}
		}
	}
}

// AnonymiseChild replaces a child by the figures of PreviewAnonymisation: its key, records and traces are destroyed as
// EraseChild does, with the same errors. If the program is cut short between the key and the records, the next opening
// ends the erasure, and the figures are lost: rather too few than a child counted twice.
func (r *Registry) AnonymiseChild(id data.ID[data.Child]) error {
	figures, err := r.PreviewAnonymisation(id)
	if err != nil {
		return err
	}
	_, err = r.erase(id, "anonymised", journal.Anonymised, figures)
	return err
}
