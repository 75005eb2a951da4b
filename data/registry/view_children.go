package registry

import (
	"cmp"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
)

// ChildRow is a child in the list of children.
type ChildRow struct {
	ID          data.ID[data.Child]
	First, Last string
	BirthDate   data.Date
	Age         int // -1 when not known
	Grade       data.Grade
	SchoolID    data.ID[data.School]
	School      string
	Network     data.Network
	Area        data.Answer
	FamilyID    data.ID[data.Family]
	KeyWorkerID data.ID[data.Member]
	KeyWorker   string
	Archived    bool
	Step        ChildStep
	Workshops   []WorkshopName // the child has a place in, by name
	Waiting     []WorkshopName // the child waits for
	Regularity  data.Regularity
	Next        NextThing
	Flags       ChildFlags
	// Folded is what a filter looks in: the child, the school, the family, its adults and the digits of their
	// telephones, without accents or capitals (see data/fold).
	Folded string
}

// ChildFlags are what the list can be filtered by.
type ChildFlags struct {
	NoConsent  bool // the family has not agreed to the follow-up, or does not any more
	NoDecision bool // no favourable decision of the commission
	ToPlace    bool // may come to a workshop and has no place
	Low        bool // low regularity
	Ended      bool // the pathway has ended
	Quiet      bool // no news for over QuietDays
}

// QuietDays is how long a child of the programme may be without news before the list says so.
const QuietDays = 30

// ChildStep is where a child stands on the way from being noticed to the end of the follow-up.
type ChildStep uint8

// The steps.
const (
	StepSpotted       ChildStep = iota // noticed, or just written down
	StepIntake                         // « saisine » received, the commission has not decided
	StepDeferred                       // the commission will look again
	StepRefused                        // the commission said no
	StepConsent                        // the family's agreement is awaited
	StepToPlace                        // may come, has no place
	StepWaiting                        // on a waiting list
	StepInWorkshops                    // in one or several workshops
	StepPsychologist                   // meets the psychologist, and is in no other workshop
	StepEndOfFollowUp                  // the pathway has ended
)

// NextThing is the next thing to do for a child. Which fields are said depends on its kind.
type NextThing struct {
	Kind  NextKind
	On    data.Date
	Start data.TimeOfDay
	Count int
	Group GroupName
	Scope data.ConsentScope
}

// NextKind says what is next. The kinds go from the most pressing to the least; NextNothing is last.
type NextKind uint8

// The kinds.
const (
	NextClash          NextKind = iota + 1 // in two groups at the same time: On, Start
	NextAbsences                           // unexcused absences in a row: Count
	NextBilanLate                          // On is the day it was due
	NextConsentMissing                     // Scope
	NextConsentEnded                       // Scope, On
	NextDecide                             // after the psychologist's meetings: On
	NextMark                               // attendance to enter: On, the oldest; Count sessions
	NextConsentEnding                      // Scope, On
	NextBilanDraft                         // to finish: On
	NextBilan                              // to write: On
	NextCommission                         // the commission has not decided
	NextPlace                              // to be placed; Count places are free where the child waits
	NextSession                            // Group, On, Start
	NextNothing
)

// ChildRows lists every child who is not archived, by first name.
func (r *Registry) ChildRows() []ChildRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	today := r.world.Today()
	year := r.shownYear(today)
	lives := r.livesIn(year, today)
	if current := int(calendar.SchoolYearOf(today)); current == year {
		r.addClashes(lives, today)
	}
	rows := make([]ChildRow, 0, len(r.Children.rows))
	for id, c := range r.Children.rows {
		if c.Archived {
			continue
		}
		l := lives[id]
		if l == nil {
			l = &life{}
		}
		rows = append(rows, r.childRow(c, l, today))
	}
	slices.SortFunc(rows, func(a, b ChildRow) int {
		if c := strings.Compare(a.Folded, b.Folded); c != 0 { // first name, last name, school
			return c
		}
		return r.byFirstName(ChildName{a.ID, a.First, a.Last}, ChildName{b.ID, b.First, b.Last})
	})
	return rows
}

// ArchivedChildRows lists the children who are archived, by first name. What they live is not counted.
func (r *Registry) ArchivedChildRows() []ChildRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	today := r.world.Today()
	var rows []ChildRow
	for _, c := range r.Children.rows {
		if c.Archived {
			rows = append(rows, r.childRow(c, &life{}, today))
		}
	}
	slices.SortFunc(rows, func(a, b ChildRow) int {
		if c := strings.Compare(a.Folded, b.Folded); c != 0 { // first name, last name, school
			return c
		}
		return r.byFirstName(ChildName{a.ID, a.First, a.Last}, ChildName{b.ID, b.First, b.Last})
	})
	return rows
}

func (r *Registry) childRow(c *data.Child, l *life, today data.Date) ChildRow {
	school, worker := rowOr(r.Schools, c.SchoolID), rowOr(r.Members, c.KeyWorkerID)
	row := ChildRow{
		ID: c.ID, First: c.FirstName, Last: c.LastName, BirthDate: c.BirthDate, Age: c.BirthDate.AgeOn(today), Grade: c.Grade,
		SchoolID: c.SchoolID, School: school.Name, Network: school.Network, Area: c.PriorityArea, FamilyID: c.FamilyID,
		KeyWorkerID: c.KeyWorkerID, KeyWorker: worker.FullName(), Archived: c.Archived,
		Step: stepOf(c, l, today), Workshops: l.workshops, Waiting: l.waiting, Regularity: l.Regularity,
		Folded: r.foldedChild(c, school),
	}
	ended := row.Step == StepEndOfFollowUp
	row.Flags = ChildFlags{
		NoConsent:  !ended && !c.ConsentFor(data.ConsentFollowUp, today).Allows(),
		NoDecision: !ended && !c.Pathway.Approved(),
		ToPlace:    row.Step == StepToPlace || row.Step == StepWaiting,
		Low:        r.low(l.Regularity),
		Ended:      ended,
		Quiet:      !ended && r.quiet(c, today),
	}
	row.Next = nextOf(c, l, row.Step, today)
	return row
}

// foldedChild is what the filter of the list looks in for a child.
func (r *Registry) foldedChild(c *data.Child, school *data.School) string {
	family := rowOr(r.Families, c.FamilyID)
	words := []string{r.folds.of(c.FirstName), r.folds.of(c.LastName), r.folds.of(school.Name), r.folds.of(family.Name)}
	for _, g := range family.Guardians {
		words = append(words, r.folds.of(g.FirstName), r.folds.of(g.LastName), g.Phone, g.OtherTel)
	}
	return strings.Join(words, " ")
}

// quiet reports whether the last note, observation or step of the pathway is over QuietDays old. A child of whom
// nothing was ever written is not quiet.
func (r *Registry) quiet(c *data.Child, today data.Date) bool {
	p := c.Pathway
	last := max(p.SpottedOn, p.IntakeOn, p.CommissionOn, p.StartedOn)
	for _, n := range r.notesOfChild.rows[c.ID] {
		last = max(last, n.On)
	}
	recent := today.AddDays(-QuietDays)
	for _, o := range r.observedOfChild.rows[c.ID] {
		if last >= recent {
			return false
		}
		last = max(last, rowOr(r.Sessions, o.SessionID).Date)
	}
	return !last.IsZero() && last < recent
}

func stepOf(c *data.Child, l *life, today data.Date) ChildStep {
	p := c.Pathway
	switch {
	case !p.EndedOn.IsZero() && p.EndedOn <= today:
		return StepEndOfFollowUp
	case l.others:
		return StepInWorkshops
	case l.psychologist:
		return StepPsychologist
	case len(l.waiting) > 0:
		return StepWaiting
	case p.CommissionOn.IsZero() && p.IntakeOn.IsZero():
		return StepSpotted
	case p.CommissionOn.IsZero() || p.Decision == data.DecisionPending:
		return StepIntake
	case p.Decision == data.DecisionDeferred:
		return StepDeferred
	case p.Decision == data.DecisionRefused:
		return StepRefused
	case !c.ConsentFor(data.ConsentFollowUp, today).Allows():
		return StepConsent
	}
	return StepToPlace
}

// nextOf is the most pressing thing to do for a child.
func nextOf(c *data.Child, l *life, step ChildStep, today data.Date) NextThing {
	all := todoOf(c, l, step, today)
	if len(all) == 0 {
		return NextThing{Kind: NextNothing}
	}
	return all[0]
}

// consentNext is what to do about an alert of a consent.
var consentNext = map[AlertKind]NextKind{
	AlertConsentMissing: NextConsentMissing, AlertConsentEnded: NextConsentEnded, AlertConsentEnding: NextConsentEnding,
}

// todoOf is everything to do for a child, most pressing first.
func todoOf(c *data.Child, l *life, step ChildStep, today data.Date) []NextThing {
	if step == StepEndOfFollowUp {
		return nil
	}
	all := slices.Clone(l.next)
	for _, a := range consentAlerts(c, Alert{}, today) {
		all = append(all, NextThing{Kind: consentNext[a.Kind], On: a.On, Scope: a.Scope})
	}
	switch step {
	case StepIntake, StepDeferred:
		all = append(all, NextThing{Kind: NextCommission, On: c.Pathway.IntakeOn})
	case StepToPlace, StepWaiting:
		all = append(all, NextThing{Kind: NextPlace, Count: l.free})
	}
	slices.SortStableFunc(all, func(a, b NextThing) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.On, b.On))
	})
	return all
}
