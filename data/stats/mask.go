package stats

import "slices"

// Masked hides the counts of people that are smaller than below, and as many others as it takes for none of the hidden
// ones to be found by subtraction. Free words that few children share are gathered first. Numbers that count no people
// (sessions, meetings, places offered) stay.
func (f Figures) Masked(below int) Figures {
	f = f.clone()
	f.Below = below
	for _, l := range []*List{&f.Spotted, &f.Reasons, &f.Exits} {
		l.gather(below)
	}
	var r release
	r.list(&f.Sex, &f.Children)
	r.list(&f.Area, &f.Children)
	r.list(&f.Network, &f.Children)
	r.list(&f.Eligible, &f.Children)
	r.list(&f.Grades, &f.Children)
	r.list(&f.Spotted, &f.Children)
	r.list(&f.Reasons, &f.Children)
	r.cell(&f.Families, true)
	r.ages(&f)
	r.cell(&f.Entries, true)
	r.list(&f.Exits, nil)
	r.list(&f.Lengths, &f.Exits.Whole)
	r.list(&f.Running, nil)
	r.list(&f.Examined, nil)
	r.list(&f.Orientations, nil)
	r.list(&f.Outcomes, &f.Orientations.Whole)
	r.list(&f.Interviews, nil)
	var places, waiting []*Total
	for i := range f.Workshops {
		places, waiting = append(places, &f.Workshops[i].Children), append(waiting, &f.Workshops[i].Waiting)
	}
	r.sum(&f.All.Children, true, places...)
	r.sum(&f.All.Waiting, true, waiting...)
	for i := range f.Groups {
		r.cell(&f.Groups[i].Children, true)
	}
	r.hide(below)
	f.withhold(below)
	return f
}

// withhold takes away what goes with the counts that are hidden.
func (f *Figures) withhold(below int) {
	for i := range f.Workshops {
		if f.Workshops[i].Children.Hidden {
			f.Workshops[i].withhold()
		}
	}
	if f.All.Children.Hidden {
		f.All.withhold()
	}
	f.Groups = nil // a group is a handful of children
	if f.Children.Hidden {
		f.Anonymised, f.NoFamily = 0, 0
	}
	if f.Delay.Counted < below {
		f.Delay = Delay{}
	}
	if f.Anonymised < below {
		f.Anonymised = 0
	}
	if f.NoFamily < below {
		f.NoFamily = 0
	}
}

func (l *Line) withhold() {
	*l = Line{Workshop: l.Workshop, Group: l.Group, Children: l.Children, Waiting: l.Waiting, Sessions: l.Sessions, Capacity: l.Capacity, Hidden: true}
}

// clone copies what masking changes.
func (f Figures) clone() Figures {
	for _, l := range []*List{&f.Sex, &f.Area, &f.Network, &f.Eligible, &f.Grades, &f.Spotted, &f.Reasons, &f.Exits, &f.Lengths, &f.Running,
		&f.Examined, &f.Partners, &f.Orientations, &f.Outcomes, &f.Interviews} {
		l.Rows = slices.Clone(l.Rows)
	}
	f.Ages, f.Workshops, f.Groups = slices.Clone(f.Ages), slices.Clone(f.Workshops), slices.Clone(f.Groups)
	return f
}

// gather makes one row of those that few share, so that no rare word says who it is about.
func (l *List) gather(below int) {
	other := Row{Key: OtherKey}
	few := func(row Row) bool { return row.N < below }
	for _, row := range l.Rows {
		if few(row) {
			other.N += row.N
		}
	}
	l.Rows = slices.DeleteFunc(l.Rows, few)
	if other.N > 0 && !l.Several {
		l.Rows = append(l.Rows, other)
	}
}
