package stats

import (
	"slices"

	"mercredi/data"
)

// activity counts sessions, places, presences and bilans: by month, by workshop, by group, in all.
func (f *Figures) activity(y Year) {
	lines := map[data.ID[data.Workshop]]*tallied{}
	of := func(w Workshop) *tallied {
		if lines[w.ID] == nil {
			lines[w.ID] = &tallied{Line: Line{Workshop: w}, children: map[data.ID[data.Child]]bool{}}
		}
		return lines[w.ID]
	}
	months := map[data.Date]*Month{}
	for _, g := range y.Groups {
		one := tallied{Line: Line{Workshop: g.Workshop, Group: g.Name}, children: map[data.ID[data.Child]]bool{}}
		one.add(g, y)
		of(g.Workshop).add(g, y)
		for _, s := range g.Sessions {
			first := data.NewDate(s.On.Year(), s.On.Month(), 1)
			if months[first] == nil {
				months[first] = &Month{First: first}
			}
			months[first].count(s, y.On)
		}
		if g.Name != "" {
			f.Groups = append(f.Groups, one.Line)
		}
	}
	for _, q := range y.Requests {
		of(q.Workshop).Waiting.N++
	}
	for _, t := range y.Traces {
		if t.Kind == data.FigurePlace {
			of(y.named(t.WorkshopID)).trace(t)
		}
	}
	for _, line := range lines {
		f.Workshops = append(f.Workshops, line.Line)
		f.All.plus(line.Line)
	}
	for _, m := range months {
		if m.Planned() > 0 {
			f.Months = append(f.Months, *m)
		}
	}
	sortByName(f.Workshops)
	sortByName(f.Groups)
	slices.SortFunc(f.Months, func(a, b Month) int { return int(a.First - b.First) })
}

// named is a workshop by its id, without a name when nobody knows it.
func (y Year) named(id data.ID[data.Workshop]) Workshop {
	for _, w := range y.Workshops {
		if w.ID == id {
			return w
		}
	}
	return Workshop{ID: id}
}

// tallied is a line being counted.
type tallied struct {
	Line
	children map[data.ID[data.Child]]bool
}

func (t *tallied) add(g Group, y Year) {
	t.Capacity += g.Capacity
	t.Taken += g.Taken
	for _, s := range g.Sessions {
		t.Sessions.count(s, y.On)
	}
	for _, p := range g.Places {
		if !t.children[p.Child] {
			t.children[p.Child] = true
			t.Children.N++
		}
		t.Regularity = plus(t.Regularity, p.Regularity)
	}
	t.Bilans = Bilans{t.Bilans.Owed + g.Bilans.Owed, t.Bilans.Done + g.Bilans.Done, t.Bilans.Late + g.Bilans.Late}
}

// trace adds a place of a child who is anonymised. Its bilans are done, and so they were owed.
func (t *tallied) trace(x data.Figure) {
	t.Children.N++
	t.Regularity = plus(t.Regularity, data.Regularity{Came: x.Came, Counted: x.Counted})
	t.Bilans.Owed += x.Bilans
	t.Bilans.Done += x.Bilans
}

// plus adds a line to that of all: its children are then places, one child having several.
func (l *Line) plus(o Line) {
	l.Children.N += o.Children.N
	l.Taken, l.Capacity, l.Waiting.N = l.Taken+o.Taken, l.Capacity+o.Capacity, l.Waiting.N+o.Waiting.N
	l.Sessions = Sessions{l.Sessions.Held + o.Sessions.Held, l.Sessions.Cancelled + o.Sessions.Cancelled,
		l.Sessions.Unsaid + o.Sessions.Unsaid, l.Sessions.ToCome + o.Sessions.ToCome}
	l.Regularity = plus(l.Regularity, o.Regularity)
	l.Bilans = Bilans{l.Bilans.Owed + o.Bilans.Owed, l.Bilans.Done + o.Bilans.Done, l.Bilans.Late + o.Bilans.Late}
}

// count adds a session. It was held when somebody said so, or noted who came; a past one of which nothing is said may
// have been held or not.
func (s *Sessions) count(x Session, on data.Date) {
	switch {
	case x.State == data.SessionCancelled && x.On <= on:
		s.Cancelled++
	case x.State == data.SessionCancelled: // it is known not to come
	case x.State == data.SessionHeld || x.Marked:
		s.Held++
	case x.On <= on:
		s.Unsaid++
	default:
		s.ToCome++
	}
}

func plus(a, b data.Regularity) data.Regularity {
	return data.Regularity{
		Came: a.Came + b.Came, Counted: a.Counted + b.Counted, NotEntered: a.NotEntered + b.NotEntered,
		Cancelled: a.Cancelled + b.Cancelled, ToCome: a.ToCome + b.ToCome,
	}
}
