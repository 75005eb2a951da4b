package stats

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"mercredi/data"
	"mercredi/data/fold"
)

// Count counts the figures of a year. within is how many days an orientation may wait for its first interview.
func (y Year) Count(within int) Figures {
	f := Figures{From: y.From, To: y.To, On: y.On, Bands: y.Bands}
	placed := map[data.ID[data.Child]]bool{}
	for _, g := range y.Groups {
		for _, p := range g.Places {
			placed[p.Child] = true
		}
	}
	var followed []Child
	for _, c := range y.Children {
		if placed[c.ID] || y.follows(c) {
			followed = append(followed, c)
		}
	}
	var traces []data.Figure
	for _, t := range y.Traces {
		if t.Kind == data.FigureYear {
			traces = append(traces, t)
		}
	}
	f.people(followed, traces)
	f.origins(followed, traces)
	f.pathways(y)
	f.commission(y)
	f.activity(y)
	f.network(y, within)
	return f
}

// start is the day on which a pathway began, zero when not known: the commission's, when nothing else is said.
func start(c Child) data.Date {
	p := c.Pathway
	if p.StartedOn.IsZero() && p.Approved() {
		return p.CommissionOn
	}
	return p.StartedOn
}

// follows reports whether the pathway of a child touches the year. An archived pathway without an end ended one does not
// know when: only its places tell.
func (y Year) follows(c Child) bool {
	from, end := start(c), c.Pathway.EndedOn
	if !from.Valid() || from > min(y.To, y.On) || c.Archived && end.IsZero() {
		return false
	}
	return end.IsZero() || end >= y.From
}

func (f *Figures) people(followed []Child, traces []data.Figure) {
	f.Children.N, f.Anonymised = len(followed)+len(traces), len(traces)
	families := map[data.ID[data.Family]]bool{}
	var sexes, areas, networks, eligible, grades tally
	var ages ageTally
	for _, c := range followed {
		if c.FamilyID.IsZero() {
			f.NoFamily++
		} else {
			families[c.FamilyID] = true
		}
		sexes.add(int(c.Sex))
		ages.add(bandOf(f.Bands, c.BirthDate.AgeOn(data.NewDate(f.From.Year(), time.December, 31))), c.Sex)
		areas.add(int(c.PriorityArea))
		network := data.NetworkUnknown
		if c.School != nil {
			network = c.School.Network
		}
		networks.add(int(network))
		eligible.add(int(eligibility(c)))
		grades.add(int(c.Grade))
	}
	for _, t := range traces {
		sexes.add(int(t.Sex))
		ages.add(tracedBand(f.Bands, t.Age), t.Sex)
		said := func(yes bool) int { // a trace says yes, or says nothing
			if yes {
				return int(data.Yes)
			}
			return int(data.Unsaid)
		}
		areas.add(said(t.Area))
		networks.add(int(data.NetworkUnknown))
		eligible.add(said(t.Area || t.Network))
		grades.add(int(data.GradeUnknown))
	}
	f.Families.N = len(families)
	f.Sex = sexes.list(int(data.Girl), int(data.Boy))
	f.Ages = ages.rows(f.Bands)
	f.Area = areas.list(int(data.Yes), int(data.No))
	f.Network = networks.list(int(data.REP), int(data.REPPlus), int(data.NoNetwork))
	f.Eligible = eligible.list(int(data.Yes), int(data.No))
	f.Grades = grades.list()
}

// eligibility is yes when a criterion is met, no when each is known not to be.
func eligibility(c Child) data.Answer {
	if data.EligibilityOf(c.Child, c.School).Any() {
		return data.Yes
	}
	if c.PriorityArea == data.No && c.School != nil && c.School.Network != data.NetworkUnknown && c.School.PriorityArea == data.No {
		return data.No
	}
	return data.Unsaid
}

// bandOf is the rank of the band of an age, -1 when none holds it.
func bandOf(bands []data.AgeSpan, years int) int {
	return slices.IndexFunc(bands, func(b data.AgeSpan) bool { return b.From <= years && years <= b.To })
}

// tracedBand is the rank of the band that is the one of a trace: traces know no other bands than their own.
func tracedBand(bands []data.AgeSpan, age data.AgeBand) int {
	return slices.IndexFunc(bands, func(b data.AgeSpan) bool {
		return age != data.AgeUnsaid && data.AgeBandOf(b.From) == age && data.AgeBandOf(b.To) == age &&
			data.AgeBandOf(b.From-1) != age && data.AgeBandOf(b.To+1) != age
	})
}

// origins counts who noticed the children, and why.
func (f *Figures) origins(followed []Child, traces []data.Figure) {
	var spotted, reasons words
	for _, c := range followed {
		spotted.add(c.Pathway.SpottedBy)
		if len(c.Fragilities) == 0 {
			reasons.add("")
		}
		for _, word := range distinct(c.Fragilities) {
			reasons.add(word)
		}
	}
	for range traces {
		spotted.add("")
		reasons.add("")
	}
	f.Spotted, f.Reasons = spotted.list(), reasons.list()
	f.Reasons.Several, f.Reasons.Whole = true, f.Children
}

// distinct leaves out the words that come twice for people.
func distinct(all []string) []string {
	var out, seen []string
	for _, word := range all {
		if key := fold.Text(word); !slices.Contains(seen, key) {
			seen, out = append(seen, key), append(out, word)
		}
	}
	return out
}

// pathways counts those that began, ended and go on.
func (f *Figures) pathways(y Year) {
	var exits words
	var lengths, running tally
	last := min(y.To, y.On)
	inYear := func(d data.Date) bool { return d.Valid() && d >= y.From && d <= last }
	for _, c := range y.Children {
		from, end := start(c), c.Pathway.EndedOn
		if inYear(from) {
			f.Entries.N++
		}
		switch {
		case inYear(end):
			exits.add(c.Pathway.EndReason)
			lengths.add(int(data.LengthBetween(from, end)))
		case y.follows(c) && (end.IsZero() || end > last):
			running.add(int(data.LengthBetween(from, last)))
		}
	}
	for _, t := range y.Traces {
		switch t.Kind {
		case data.FigureEntry:
			f.Entries.N++
		case data.FigureExit:
			exits.add("")
			lengths.add(int(t.Length))
		}
	}
	all := []int{int(data.LengthHalfYear), int(data.LengthYear), int(data.LengthTwoYears), int(data.LengthLonger)}
	f.Exits, f.Lengths, f.Running = exits.list(), lengths.list(all...), running.list(all...)
}

// commission counts the meetings of the year, or the days on which pathways say that it met when no meeting is kept.
func (f *Figures) commission(y Year) {
	var decisions tally
	met := map[data.Date]bool{}
	held := func(d data.Date) bool { return d.Valid() && d >= y.From && d <= min(y.To, y.On) }
	for _, m := range y.Meetings {
		if held(m.On) {
			met[m.On] = true
			for _, d := range m.Cases {
				decisions.add(int(d))
			}
		}
	}
	for _, c := range y.Children {
		if p := c.Pathway; held(p.CommissionOn) && !met[p.CommissionOn] {
			decisions.add(int(p.Decision))
		}
	}
	for _, c := range y.Children {
		if held(c.Pathway.CommissionOn) {
			met[c.Pathway.CommissionOn] = true
		}
	}
	f.Meetings = len(met)
	f.Examined = decisions.list(int(data.DecisionFavourable), int(data.DecisionDeferred), int(data.DecisionRefused))
}

// network counts partners, orientations and interviews.
func (f *Figures) network(y Year, within int) {
	var kinds, asked, outcomes, interviews tally
	for _, p := range y.Partners {
		kinds.add(int(p.Kind) + 1) // a kind of zero is « autre », which is said
		if p.Active {
			f.Active++
		}
	}
	var days []int
	for _, o := range y.Orientations {
		asked.add(int(o.Kind) + 1)
		outcomes.add(o.State + 1)
		if !o.OfferedOn.Valid() || o.OfferedOn < o.AskedOn {
			f.Delay.Unsaid++
			continue
		}
		days = append(days, o.AskedOn.DaysUntil(o.OfferedOn))
		if days[len(days)-1] <= within {
			f.Delay.Within++
		}
	}
	for _, i := range y.Interviews {
		interviews.add(i.Outcome)
	}
	slices.Sort(days)
	if f.Delay.Counted = len(days); f.Delay.Counted > 0 {
		f.Delay.Median = days[(len(days)-1)/2]
	}
	f.Partners, f.Orientations, f.Outcomes = kinds.list().less(1), asked.list().less(1), outcomes.list().less(1)
	f.Interviews = interviews.list()
}

// less moves the keys of a list down, for enums whose zero is a value.
func (l List) less(by int) List {
	for i := range l.Rows {
		l.Rows[i].Key -= by
	}
	return l
}

// sortByName orders lines by workshop and group. Names are folded once each: there are thousands of groups.
func sortByName(lines []Line) {
	folded := map[string]string{}
	for _, l := range lines {
		for _, name := range []string{l.Workshop.Name, l.Group} {
			if _, known := folded[name]; !known {
				folded[name] = fold.Text(name)
			}
		}
	}
	slices.SortFunc(lines, func(a, b Line) int {
		return cmp.Or(fold.CompareFolded(folded[a.Workshop.Name], folded[b.Workshop.Name], a.Workshop.Name, b.Workshop.Name),
			bytes.Compare(a.Workshop.ID[:], b.Workshop.ID[:]), fold.CompareFolded(folded[a.Group], folded[b.Group], a.Group, b.Group))
	})
}
