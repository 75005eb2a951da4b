package planner

import (
	"cmp"
	"slices"
	"strconv"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// opens says whether a day is one of workshops.
func opens(d registry.RibbonDay) bool { return d.State == calendar.StateWorking }

// ribbon shows the Wednesdays of the year; next is the one that comes, from today.
func ribbon(days []registry.RibbonDay, today data.Date) (cells []kit.RibbonCell, shown func(data.Date) int) {
	coming := false
	for _, d := range days {
		c := kit.RibbonCell{
			Label: strconv.Itoa(d.Date.Day()), Month: fr.MonthShort(d.Date.Month()), Tip: fr.Capital(fr.Date(d.Date)),
		}
		switch {
		case d.State == calendar.StateSchoolHolidays:
			c.State, c.Name = kit.RibbonHoliday, holidayWord(d.Name)
		case !opens(d):
			c.State = kit.RibbonFree
		case d.Date < today:
			c.State = kit.RibbonDone
		case !coming:
			c.State, coming = kit.RibbonNext, true
		}
		if !opens(d) {
			c.Tip = fr.Join(c.Tip, cmp.Or(d.Name, "jour sans atelier"))
		}
		cells = append(cells, c)
	}
	return cells, func(day data.Date) int {
		return slices.IndexFunc(days, func(d registry.RibbonDay) bool { return d.Date == day })
	}
}

// holidayWord is the short name of holidays: « Toussaint » for « Vacances de la Toussaint ».
func holidayWord(name string) string {
	for _, word := range []string{"Toussaint", "Noël", "Hiver", "Printemps", "Ascension", "Été"} {
		if containsFolded(name, word) {
			return word
		}
	}
	return name
}

// side says by what the columns are: the rooms or the facilitators.
type side int

const (
	byRoom side = iota
	byFacilitator
)

// board is the day as the grid shows it. Its slices are in the order of its blocks and of its columns.
type board struct {
	parts    kit.PlanParts
	sessions []registry.DaySession
	columns  []string // ids of rooms or of facilitators, "" for those without
}

// boardOf lays a day out.
func boardOf(x *reading, by side) board {
	b := board{}
	d := x.view.Day
	b.parts.From, b.parts.To, b.parts.Step = int(x.view.Hours.From), int(x.view.Hours.To), x.view.Step
	for _, p := range x.view.Pauses {
		b.parts.Breaks = append(b.parts.Breaks, kit.PlanSpan{From: int(p.From), To: int(p.To), Name: breakWord(p)})
	}
	if by == byRoom {
		b.rooms(x)
	} else {
		b.facilitators(x)
	}
	wrong := map[string]bool{}
	for _, t := range x.troubles {
		for _, g := range t.groups {
			wrong[g] = true
		}
	}
	at := map[string]int{} // blocks by group
	for _, s := range d.Sessions {
		if s.Start == 0 {
			continue
		}
		k := block(x, s, by)
		k.Alert = wrong[s.Group.ID.String()] && s.State != data.SessionCancelled
		k.Column = slices.Index(b.columns, columnOf(s, by))
		b.parts.From = min(b.parts.From, k.Start/60*60)
		b.parts.To = max(b.parts.To, (k.Start+k.Minutes+59)/60*60)
		at[s.Group.ID.String()] = len(b.parts.Blocks)
		b.parts.Blocks = append(b.parts.Blocks, k)
		b.sessions = append(b.sessions, s)
	}
	b.parts.Bridges = bridges(x.troubles, at)
	return b
}

// breakWord names a break by its hour.
func breakWord(s data.Span) string {
	if noon := data.At(12, 0); s.From <= noon.Add(60) && s.To > noon {
		return "Pause de midi"
	}
	return "Pause"
}

func columnOf(s registry.DaySession, by side) string {
	if by == byFacilitator {
		return textOf(s.FacilitatorID)
	}
	return textOf(s.RoomID)
}

// rooms are those of the team in its order; one without name receives what has no room.
func (b *board) rooms(x *reading) {
	for _, r := range x.view.Day.Rooms {
		b.columns = append(b.columns, textOf(r.ID))
		b.parts.Columns = append(b.parts.Columns, kit.PlanColumn{Title: cmp.Or(fr.Numbered(r.Name), "Sans salle"), Sub: r.Site})
	}
}

// facilitators are those who can lead something that day, or who do.
func (b *board) facilitators(x *reading) {
	leads := map[string]bool{}
	for _, s := range x.view.Day.Sessions {
		leads[textOf(s.FacilitatorID)] = true
	}
	for _, f := range x.view.Problem.Facilitators {
		if who := x.view.Names.Facilitators[f.ID]; len(f.Available) > 0 || leads[f.ID] {
			b.columns = append(b.columns, f.ID)
			b.parts.Columns = append(b.parts.Columns, kit.PlanColumn{Title: who.Name, Sub: fr.Capital(who.Profession), Off: away(x.view, f)})
		}
	}
	for _, s := range x.view.Day.Sessions { // those of a day without pattern
		if id := textOf(s.FacilitatorID); id != "" && !slices.Contains(b.columns, id) {
			b.columns = append(b.columns, id)
			b.parts.Columns = append(b.parts.Columns, kit.PlanColumn{Title: s.Facilitator.Name, Sub: fr.Capital(s.Facilitator.Profession)})
		}
	}
	if leads[""] {
		b.columns = append(b.columns, "")
		b.parts.Columns = append(b.parts.Columns, kit.PlanColumn{Title: "Sans intervenant"})
	}
}

// away are the hours of the day when a facilitator cannot come.
func away(v registry.PlannerView, f planning.Facilitator) (off []kit.PlanSpan) {
	const word = "Pas là"
	at, end := planning.Time(v.Hours.From), planning.Time(v.Hours.To)
	hours := slices.Clone(f.Available)
	slices.SortFunc(hours, func(a, b planning.Span) int { return cmp.Compare(a.Start, b.Start) })
	for _, s := range hours {
		if s.Start > at {
			off = append(off, kit.PlanSpan{From: int(at), To: int(s.Start), Name: word})
		}
		at = max(at, s.End)
	}
	if at < end {
		off = append(off, kit.PlanSpan{From: int(at), To: int(end), Name: word})
	}
	return off
}

// block is a session in the grid.
func block(x *reading, s registry.DaySession, by side) kit.PlanBlock {
	id := s.Group.ID.String()
	b := kit.PlanBlock{
		Key: id + "/" + s.ID.String(), Start: int(s.Start), Minutes: s.LengthMinutes, Title: s.Group.Workshop.Name,
		Icon: workshopIcon(s.Group.Workshop), Tone: look.ToneName(s.Group.Workshop.Discipline), Detail: detail(s), Person: s.Facilitator.Name,
	}
	if by == byFacilitator {
		b.Person = fr.Numbered(s.Room)
	}
	locks := x.locks(id)
	b.Locked = locks.Slot || locks.Room
	switch {
	case s.State == data.SessionCancelled:
		b.Trail, b.Tone, b.Icon, b.Fixed = "annulée", look.Neutral, "ban", "Cette séance est annulée."
	case s.Capacity > 1:
		b.Trail = fr.Number(s.Enrolled) + "/" + fr.Number(s.Capacity)
		b.Taken, b.Places = min(s.Enrolled, s.Capacity), s.Capacity
	}
	if x.view.Day.Date < x.today {
		b.Fixed = "Ce mercredi est passé."
	}
	b.Tip = fr.Join(s.Group.Workshop.Name, page.GroupOnly(s.Group), fr.TimeSpan(s.Start, s.LengthMinutes), s.Facilitator.Name)
	return b
}

// detail is the second line of a block: the group, or the child it receives and how.
func detail(s registry.DaySession) string {
	words := fr.Capital(page.GroupOnly(s.Group))
	switch {
	case s.State == data.SessionCancelled || s.Capacity > 1:
		return words
	case s.Group.Workshop.Format == data.WithFamily:
		return fr.Join(words, "rencontre"+nbsp+fr.Number(s.Number))
	}
	return fr.Join(words, "individuel")
}

func workshopIcon(w registry.WorkshopName) string { return look.DisciplineIcon(string(w.Discipline)) }

// bridges join the blocks of groups that want the same thing at the same time.
func bridges(all []trouble, at map[string]int) (out []kit.PlanBridge) {
	for _, t := range all {
		if t.shared == "" || len(t.groups) < 2 {
			continue
		}
		from, here := at[t.groups[0]]
		to, there := at[t.groups[1]]
		if here && there {
			out = append(out, kit.PlanBridge{From: from, To: to, Icon: t.shared})
		}
	}
	return out
}

// waitingRows are the children to place.
func waitingRows(x *reading) (rows []kit.DragRow) {
	for i, w := range x.view.Waiting {
		r := kit.DragRow{
			Key: w.ID.String(), Title: short(w.Child), After: ageAndGrade(w), Right: waited(w),
			Icon: workshopIcon(w.Workshop), Tone: look.ToneName(w.Workshop.Discipline), Detail: w.Workshop.Name,
		}
		r.Badge, r.BadgeTone = priorityBadge(w.Priority)
		r.Verdict, r.Good = verdict(x, i)
		rows = append(rows, r)
	}
	return rows
}

func priorityBadge(p data.Priority) (string, look.ToneName) {
	switch p {
	case data.Urgent:
		return "Urgent", look.Alarm
	case data.High:
		return "Prioritaire", look.Warning
	}
	return "", look.Neutral
}
