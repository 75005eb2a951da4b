package registry

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
)

// What a proposal offers when neither the template nor the cycle before says; the team can change all of it.
const (
	defaultWeekday  = time.Wednesday
	firstHour       = data.TimeOfDay(14 * 60)
	breakMinutes    = 15 // between two groups of a weekly cycle; the groups of a stage follow in a row
	bilanDelayDays  = 14 // from the session to the day when its bilan is due
	proposalHorizon = 400
	themeSeparator  = ", "
	mostSessionDays = 800 // a rule that needs more days than that is looking for days that never come
)

// CyclePlan is a cycle as the wizard prepares it, before anything is kept.
type CyclePlan struct {
	WorkshopID  data.ID[data.Workshop]
	Name        string
	Rule        data.DateRule
	RubricID    data.ID[data.Rubric]
	MidBilanDue data.Date
	EndBilanDue data.Date
	Notes       string
	// Themes are spread over the sessions, the same in every group.
	Themes  []string
	Groups  []GroupPlan
	Waiting []data.ID[data.Child]
	// Reasons says why the warnings of the sessions are accepted, and By who accepts those and the children's.
	Reasons map[data.WarningCode]string
	By      data.ID[data.Member]
}

// GroupPlan is one group of a plan.
type GroupPlan struct {
	Name          string
	Start         data.TimeOfDay
	LengthMinutes int
	RoomID        data.ID[data.Room]
	FacilitatorID data.ID[data.Facilitator]
	Capacity      int
	Children      []ChildPlan
}

// ChildPlan is one child of a planned group, with the reasons for which warnings about this child are accepted.
type ChildPlan struct {
	ChildID data.ID[data.Child]
	Reasons map[data.WarningCode]string
}

// Naming gives the words of a proposal: the names of the nth cycle and of the nth group, from 1.
type Naming struct{ Cycle, Group func(n int) string }

// ProposeCycle fills a plan from the template and from the cycle before: the next day on which it can begin, its
// groups one after the other, its numbers. An unknown workshop gives an empty plan.
func (r *Registry) ProposeCycle(id data.ID[data.Workshop], today data.Date, names Naming) CyclePlan {
	r.mu.RLock()
	defer r.mu.RUnlock()
	w, err := find(r.Workshops, id)
	if err != nil {
		return CyclePlan{}
	}
	before, ended := r.latestCycle(id)
	p := CyclePlan{WorkshopID: id, RubricID: w.RubricID, Themes: w.Themes}
	p.Rule = data.DateRule{
		Weekday: cmp.Or(w.Weekday, defaultWeekday), Count: w.Sessions, Rhythm: w.Rhythm, SkipHolidays: w.Rhythm == data.Weekly,
	}
	p.Rule.First = r.firstDay(p.Rule, max(today, ended.AddDays(1)))
	p.Name = names.Cycle(r.cyclesInYear(id, int(calendar.SchoolYearOf(p.Rule.First))) + 1)
	for i := range w.Groups {
		g := GroupPlan{Name: names.Group(i + 1), LengthMinutes: w.SessionMinutes, Capacity: w.Capacity}
		p.Groups = append(p.Groups, r.proposeHours(g, p.Groups, before, w.Rhythm))
	}
	days, _ := r.layDays(p.Rule) // a calendar that ends too early is told by the preview
	p.MidBilanDue, p.EndBilanDue = bilansDue(&w, days)
	return p
}

// latestCycle is the latest cycle of a workshop and the day of its last session. The lock is held.
func (r *Registry) latestCycle(id data.ID[data.Workshop]) (latest *data.Cycle, ended data.Date) {
	for _, c := range r.cyclesOfWorkshop.of(id) {
		if c.Archived || latest != nil && cmp.Or(cmp.Compare(c.Rule.First, latest.Rule.First), compareIDs(c.ID, latest.ID)) < 0 {
			continue
		}
		latest = c
	}
	if latest == nil {
		return nil, 0
	}
	for _, g := range r.groupsOfCycle.of(latest.ID) {
		for _, s := range r.sessionsOfGroup.of(g.ID) {
			ended = max(ended, s.Date)
		}
	}
	return latest, ended
}

func (r *Registry) cyclesInYear(id data.ID[data.Workshop], year int) int {
	n := 0
	for _, c := range r.cyclesOfWorkshop.of(id) {
		if c.SchoolYear == year {
			n++
		}
	}
	return n
}

// firstDay is the next day on which a rule can begin: inside the season of the team for a weekly cycle, the first
// Monday of the next school holidays for a stage. The lock is held.
func (r *Registry) firstDay(rule data.DateRule, from data.Date) data.Date {
	weekday, state := rule.Weekday, calendar.StateWorking
	if rule.Rhythm == data.Stage {
		weekday, state = time.Monday, calendar.StateSchoolHolidays
	}
	for _, day := range r.calendar.Days(weekday, from, from.AddDays(proposalHorizon)) {
		if day.State == state && (rule.Rhythm == data.Stage || r.inSeason(day.Date)) {
			return day.Date
		}
	}
	return r.calendar.Days(weekday, from, from.AddDays(6))[0].Date
}

// inSeason reports whether the workshops of the year run on a day; always when the team has set no season.
func (r *Registry) inSeason(day data.Date) bool {
	s := r.settingsNow()
	if s.SeasonStart == 0 || s.SeasonEnd == 0 {
		return true
	}
	from, to := s.Season(int(calendar.SchoolYearOf(day)))
	return from <= day && day <= to
}

// proposeHours gives a group the hour, room and facilitator of the same group in the cycle before, or the hour that
// follows the group proposed last.
func (r *Registry) proposeHours(g GroupPlan, proposed []GroupPlan, before *data.Cycle, rhythm data.Rhythm) GroupPlan {
	i := len(proposed)
	if before != nil {
		old := r.groupsOfCycle.of(before.ID)
		slices.SortFunc(old, func(a, b *data.Group) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), strings.Compare(a.Name, b.Name))
		})
		if i < len(old) {
			g.Start, g.LengthMinutes, g.RoomID, g.FacilitatorID = old[i].Start, old[i].LengthMinutes, old[i].RoomID, old[i].FacilitatorID
			return g
		}
	}
	if i == 0 {
		g.Start = firstHour
		return g
	}
	last := proposed[i-1]
	g.Start, g.RoomID, g.FacilitatorID = last.Start.Add(last.LengthMinutes), last.RoomID, last.FacilitatorID
	if rhythm == data.Weekly {
		g.Start = g.Start.Add(breakMinutes)
	}
	return g
}

// bilansDue are the days by which the bilans of a template are due, when its sessions fall on those days.
func bilansDue(w *data.Workshop, days []LaidDay) (mid, end data.Date) {
	for _, d := range days {
		if d.Number > 0 && d.Number == w.MidBilanAfter {
			mid = d.Date.AddDays(bilanDelayDays)
		}
		if d.Number > 0 {
			end = d.Date.AddDays(bilanDelayDays)
		}
	}
	return mid, end
}

// LaidDay is a day that a rule met: the number of its session, or 0 when the rule leaves it out, for Reason.
type LaidDay struct {
	calendar.Day
	Number int
}

// PlanDates lays a rule on the calendar of the team: every day that it meets from the first to the last session,
// those that it leaves out included. With a *calendar.ShortError it still gives the days that could be looked at.
func (r *Registry) PlanDates(rule data.DateRule) ([]LaidDay, error) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.layDays(rule)
}

// layDays is PlanDates with the lock held.
//
//	weekly   me 7 ①   me 14 ②   me 21 vacances   me 28 vacances   me 4 ③
//	stage    lu 19 ①  ma 20 ②   me 21 ③
func (r *Registry) layDays(rule data.DateRule) ([]LaidDay, error) {
	if !rule.First.Valid() {
		return nil, fmt.Errorf("laying sessions: first day: %w", data.ErrBadDate)
	}
	if rule.Count < 1 {
		return nil, fmt.Errorf("laying sessions: %w", calendar.ErrEmptyRule)
	}
	var days []LaidDay
	laid := 0
	last := rule.First.AddDays(mostSessionDays)
	for d := rule.First; laid < rule.Count && d <= last; d = d.AddDays(1) {
		if !meetsWeekday(rule, d) {
			continue
		}
		if rule.SkipHolidays && !r.calendar.Known(d) {
			break
		}
		_, reason := r.calendar.Open(d)
		day := LaidDay{Day: calendar.Day{Date: d, Reason: reason, ToConfirm: r.calendar.ToConfirm(d)}}
		if !leftOut(rule, reason.State) {
			laid++
			day.Number = laid
		}
		days = append(days, day)
	}
	if laid < rule.Count {
		return days, &calendar.ShortError{Wanted: rule.Count, Laid: laid, Last: r.calendar.LastKnown(), Err: calendar.ErrUnknownYear}
	}
	return days, nil
}

// meetsWeekday reports whether a rule looks at a day: its weekday, or Monday to Friday for a stage.
func meetsWeekday(rule data.DateRule, d data.Date) bool {
	if rule.Rhythm == data.Stage {
		return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
	}
	return d.Weekday() == rule.Weekday
}

func leftOut(rule data.DateRule, state calendar.State) bool {
	return state == calendar.StatePublicHoliday || state == calendar.StateClosing ||
		state == calendar.StateSchoolHolidays && rule.SkipHolidays
}

// spread gives each of n sessions its theme: one after the other, the sessions that remain being free; when there are
// more themes than sessions, some sessions have several, each once.
func spread(themes []string, n int) []string {
	out := make([]string, n)
	for i, theme := range themes {
		at := i
		if len(themes) > n {
			at = i * n / len(themes)
			switch have := out[at]; {
			case slices.Contains(strings.Split(have, themeSeparator), theme):
				theme = have
			case have != "":
				theme = have + themeSeparator + theme
			}
		}
		out[at] = theme
	}
	return out
}
