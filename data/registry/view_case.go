package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// ChildOnPaper is a child as the papers about it alone show it, whole name included.
type ChildOnPaper struct {
	Child       ChildName
	Reference   string
	Sex         data.Sex
	BirthDate   data.Date
	Age         int // -1 when not known
	Grade       data.Grade
	School      string
	SchoolKind  data.SchoolKind
	Eligibility data.Eligibility
	KeyWorker   Adult
}

// childOnPaper is a child today. The lock is held.
func (r *Registry) childOnPaper(c *data.Child) ChildOnPaper {
	school := rowOr(r.Schools, c.SchoolID)
	return ChildOnPaper{
		Child: childName(c), Reference: c.ID.Reference(), Sex: c.Sex, BirthDate: c.BirthDate, Age: c.BirthDate.AgeOn(r.world.Today()),
		Grade: c.Grade, School: school.Name, SchoolKind: school.Kind, Eligibility: data.EligibilityOf(c, school),
		KeyWorker: memberAdult(rowOr(r.Members, c.KeyWorkerID)),
	}
}

// CaseSheetView prepares one situation for a meeting. It names the child, and no other.
type CaseSheetView struct {
	Letterhead
	ChildOnPaper
	Today       data.Date
	MeetingOn   data.Date
	Case        data.CommissionCase
	Pathway     data.Pathway
	Fragilities []string
	Strengths   []string
	FollowUp    data.ConsentState // of the agreements of the family, today
	ShareSchool data.ConsentState
	Places      []CasePlace
	Earlier     []EarlierDecision
}

// CasePlace is a workshop of the child, this school year or before.
type CasePlace struct {
	Workshop, Cycle string
	SchoolYear      int
	Waiting         bool
	data.Regularity
}

// EarlierDecision is what an earlier commission decided.
type EarlierDecision struct {
	On       data.Date
	Decision data.Decision
	Note     string
}

// CaseSheetView shows a situation; false when there is none. word stands in place of the names of other children.
func (r *Registry) CaseSheetView(id data.ID[data.CommissionCase], word string) (CaseSheetView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	kept, ok := r.CommissionCases.rows[id]
	if !ok {
		return CaseSheetView{}, false
	}
	today := r.world.Today()
	c := r.Children.copy(rowOr(r.Children, kept.ChildID))
	v := CaseSheetView{
		Letterhead: r.letterhead(), ChildOnPaper: r.childOnPaper(&c), Today: today, Case: r.CommissionCases.copy(kept), Pathway: c.Pathway,
		MeetingOn: rowOr(r.Commissions, kept.CommissionID).On, Fragilities: c.Fragilities, Strengths: c.Strengths,
		FollowUp: c.ConsentFor(data.ConsentFollowUp, today), ShareSchool: c.ConsentFor(data.ConsentShareSchool, today),
		Places: r.casePlaces(&c, today),
	}
	say := r.sayOfOthers(&c, word)
	for _, text := range []*string{
		&v.Case.Question, &v.Case.Facts, &v.Case.Tried, &v.Case.FamilyWords, &v.Case.DecisionNote, &v.Pathway.IntakeReason,
	} {
		*text = say(*text)
	}
	for i := range v.Case.Actions {
		v.Case.Actions[i].What = say(v.Case.Actions[i].What)
	}
	for _, x := range r.casesOfChild.rows[c.ID] {
		on := rowOr(r.Commissions, x.CommissionID).On
		if x.ID != id && on < v.MeetingOn && x.Decision != data.DecisionPending {
			v.Earlier = append(v.Earlier, EarlierDecision{on, x.Decision, say(x.DecisionNote)})
		}
	}
	slices.SortFunc(v.Earlier, func(a, b EarlierDecision) int { return cmp.Compare(b.On, a.On) })
	return v, true
}

// sayOfOthers writes texts about one child without the whole names of other children. The lock is held.
func (r *Registry) sayOfOthers(c *data.Child, word string) func(string) string {
	m := emptyMasking(word)
	for id, other := range r.Children.rows {
		if id != c.ID && other.FullName() != c.FullName() {
			m.name(other.FullName(), MentionChild, true)
			m.name(other.LastName+" "+other.FirstName, MentionChild, true)
		}
	}
	m.ready()
	return func(text string) string { return m.text(0, 0, text) }
}

// casePlaces are the workshops of a child, the latest first. The lock is held.
func (r *Registry) casePlaces(c *data.Child, today data.Date) []CasePlace {
	var out []CasePlace
	for _, e := range r.enrolledOfChild.of(c.ID) {
		cycle := rowOr(r.Cycles, e.CycleID)
		if e.Archived || cycle.Archived {
			continue
		}
		p := CasePlace{
			Workshop: workshopName(rowOr(r.Workshops, cycle.WorkshopID)).Name, Cycle: cycle.Name, SchoolYear: cycle.SchoolYear,
			Waiting: e.State == data.Waiting,
		}
		if g, ok := r.Groups.rows[e.GroupID]; ok && !p.Waiting {
			x := r.read(g, today)
			if i := slices.IndexFunc(x.rows, func(row readRow) bool { return row.child.ID == c.ID }); i >= 0 {
				p.Regularity = x.rows[i].Regularity
			}
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b CasePlace) int {
		return cmp.Or(cmp.Compare(b.SchoolYear, a.SchoolYear), r.folds.compare(a.Workshop, b.Workshop), cmp.Compare(a.Cycle, b.Cycle))
	})
	return out
}

// IntakeView is a « saisine »: blank, to be filled in by a school or a partner, or begun from what is known of a child.
type IntakeView struct {
	Letterhead
	ChildOnPaper // zero when blank
	Today        data.Date
	Blank        bool
	Tags         []string // the fragilities that the team offers to tick
	Area         data.Answer
	Network      data.Network
	Pathway      data.Pathway
	Fragilities  []string
	Strengths    []string
	Address      data.Address
	Guardians    []data.Guardian
	Interpreter  string
	Latest       data.CommissionCase // the latest situation of the child, zero when there is none
	FollowUp     data.ConsentState
}

// IntakeView is the intake of a child, or a blank one for the zero id; false when there is no such child.
func (r *Registry) IntakeView(id data.ID[data.Child], word string) (IntakeView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	v := IntakeView{Letterhead: r.letterhead(), Today: r.world.Today(), Blank: id.IsZero(), Tags: slices.Clone(r.settingsNow().Fragilities)}
	if v.Blank {
		return v, true
	}
	kept, ok := r.Children.rows[id]
	if !ok {
		return IntakeView{}, false
	}
	c := r.Children.copy(kept)
	family := r.Families.copy(rowOr(r.Families, c.FamilyID))
	v.ChildOnPaper, v.Area, v.Network = r.childOnPaper(&c), c.PriorityArea, rowOr(r.Schools, c.SchoolID).Network
	v.Pathway, v.Fragilities, v.Strengths = c.Pathway, c.Fragilities, c.Strengths
	v.Address, v.Guardians, v.Interpreter = family.Address, family.Guardians, family.Interpreter
	v.FollowUp = c.ConsentFor(data.ConsentFollowUp, v.Today)
	latest := data.Date(-1)
	for _, x := range r.casesOfChild.rows[id] {
		if on := rowOr(r.Commissions, x.CommissionID).On; on > latest {
			latest, v.Latest = on, r.CommissionCases.copy(x)
		}
	}
	say := r.sayOfOthers(&c, word)
	v.Pathway.IntakeReason = say(v.Pathway.IntakeReason)
	for _, text := range []*string{&v.Latest.Question, &v.Latest.Facts, &v.Latest.Tried, &v.Latest.FamilyWords} {
		*text = say(*text)
	}
	return v, true
}
