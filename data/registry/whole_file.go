package registry

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
)

// WholeFile gathers all that is kept about a child, archived records included. ErrGone when there is no such child.
func (r *Registry) WholeFile(id data.ID[data.Child], o WholeFileOptions) (WholeFileView, error) {
	keyholder := r.Keyholder().MemberID
	lines, err := r.Journal(JournalFilter{Child: id, Most: math.MaxInt})
	if err != nil {
		return WholeFileView{}, fmt.Errorf("gathering the file of a child: %w", err)
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	if _, ok := r.Children.rows[id]; !ok {
		return WholeFileView{}, fmt.Errorf("gathering the file of a child: %w", ErrGone)
	}
	w := wholeFile{Registry: r, o: o, today: r.world.Today(), keyholder: keyholder}
	w.child = r.Children.copy(r.Children.rows[id])
	w.family = rowOr(r.Families, w.child.FamilyID)
	w.m = r.maskingFor(&w.child, w.family, o)
	w.identity()
	w.adults()
	w.consents()
	w.notes()
	w.places()
	w.skills()
	w.bilans()
	w.cases()
	w.referrals()
	w.interviews()
	w.v.Accesses = accesses(lines)
	w.v.Mentions = w.m.mentions
	return w.v, nil
}

// wholeFile is the file of a child being gathered. The lock is held.
type wholeFile struct {
	*Registry
	o         WholeFileOptions
	today     data.Date
	keyholder data.ID[data.Member]
	child     data.Child
	family    *data.Family
	m         *masking
	v         WholeFileView
}

// maskingFor knows everybody but the child and who asks.
func (r *Registry) maskingFor(c *data.Child, family *data.Family, o WholeFileOptions) *masking {
	m := &masking{
		mask: cmp.Or(o.Mask, "[…]"), shown: map[string]bool{}, own: map[string]bool{}, names: map[string]*spelling{},
		byFirst: map[string][]*spelling{},
	}
	for _, name := range o.Shown {
		m.shown[fold.Text(name)] = true
	}
	own := []string{c.FirstName, c.LastName, c.FullName(), c.LastName + " " + c.FirstName, family.Name}
	for i, g := range family.Guardians {
		if i == o.Asks || o.Adults {
			own = append(own, g.FirstName, g.LastName, g.FullName(), g.LastName+" "+g.FirstName)
		}
	}
	for _, name := range own {
		m.own[fold.Text(strings.TrimSpace(name))] = true
	}
	for id, other := range r.Children.rows {
		if id != c.ID {
			m.person(other.FirstName, other.LastName, MentionChild)
		}
	}
	for _, other := range r.Families.rows {
		for _, g := range other.Guardians {
			m.person(g.FirstName, g.LastName, MentionAdult)
		}
	}
	if !o.Outside {
		r.maskOutsiders(m)
	}
	m.ready()
	return m
}

func (r *Registry) maskOutsiders(m *masking) {
	for _, f := range r.Facilitators.rows {
		if f.MemberID.IsZero() {
			m.person(f.FirstName, f.LastName, MentionOutsider)
		}
	}
	for _, p := range r.Partners.rows {
		for _, c := range p.Contacts {
			m.name(c.Name, MentionOutsider, true)
		}
	}
	for _, s := range r.Schools.rows {
		m.name(s.Contact, MentionOutsider, true)
	}
	for _, a := range r.Agreements.rows {
		m.name(a.Psychologist, MentionOutsider, true)
	}
	for _, x := range r.Referrals.rows {
		m.name(x.Psychologist, MentionOutsider, true)
	}
}

// identity is the record of the child itself, and its school.
func (w *wholeFile) identity() {
	c := w.child
	w.v.Letterhead, w.v.On, w.v.Reference, w.v.Age = w.letterhead(), w.today, c.ID.Reference(), c.BirthDate.AgeOn(w.today)
	w.v.School = *rowOr(w.Schools, c.SchoolID)
	if !w.o.Outside {
		w.v.School.Contact, w.v.School.Email = "", ""
	}
	w.v.Eligibility = data.EligibilityOf(&c, rowOr(w.Schools, c.SchoolID))
	w.v.KeyWorker = memberAdult(rowOr(w.Members, c.KeyWorkerID))
	c.Fragilities, c.Strengths = w.m.texts(PartChild, c.Fragilities), w.m.texts(PartChild, c.Strengths)
	c.PickUp, c.Notes = w.m.text(PartChild, 0, c.PickUp), w.m.text(PartChild, 0, c.Notes)
	c.KeepReason = w.m.text(PartChild, c.KeepUntil, c.KeepReason)
	p := &c.Pathway
	p.SpottedBy, p.IntakeReason = w.m.text(PartPathway, p.SpottedOn, p.SpottedBy), w.m.text(PartPathway, p.IntakeOn, p.IntakeReason)
	p.DecisionNote = w.m.text(PartPathway, p.CommissionOn, p.DecisionNote)
	p.EndReason, p.EndNote = w.m.text(PartPathway, p.EndedOn, p.EndReason), w.m.text(PartPathway, p.EndedOn, p.EndNote)
	c.Consents = nil               // they have their own list
	c.Apart, c.Together = nil, nil // they are other children
	for i := range c.Busy {
		c.Busy[i].Reason = w.m.text(PartChild, 0, c.Busy[i].Reason)
	}
	w.v.Child = c
}

// adults is the family: who asks is shown whole, the others by relation, unless they may be shown.
func (w *wholeFile) adults() {
	f := w.family
	w.v.Family = WholeFamily{
		Name: f.Name, Address: f.Address, Interpreter: f.Interpreter, BestTime: w.m.text(PartFamily, 0, f.BestTime),
		Notes: w.m.text(PartFamily, 0, f.Notes),
	}
	for i, g := range f.Guardians {
		a := WholeAdult{Guardian: g, Asks: i == w.o.Asks}
		if !a.Asks && !w.o.Adults {
			a.Masked, a.Guardian = true, data.Guardian{Relation: g.Relation, Authority: g.Authority}
		}
		w.v.Family.Adults = append(w.v.Family.Adults, a)
	}
	if !w.child.FamilyID.IsZero() {
		w.v.Family.Siblings = len(w.childrenOfFamily.rows[w.child.FamilyID]) - 1
	}
}

// consents are all those ever answered, and with whom information may or could be shared.
func (w *wholeFile) consents() {
	all := w.child.Consents
	slices.SortStableFunc(all, func(a, b data.Consent) int {
		return cmp.Or(cmp.Compare(a.Scope, b.Scope), cmp.Compare(a.SignedOn, b.SignedOn))
	})
	for _, x := range all {
		x.SignedBy = w.m.text(PartConsents, x.SignedOn, x.SignedBy)
		x.Recipient = w.m.text(PartConsents, x.SignedOn, x.Recipient)
		w.v.Consents = append(w.v.Consents, ConsentRow{x, x.On(w.today)})
		shares := x.Scope == data.ConsentShareSchool || x.Scope == data.ConsentSharePartner
		if shares && x.Given == data.Yes && !x.SignedOn.IsZero() {
			to := Recipient{
				Scope: x.Scope, Name: x.Recipient, From: x.SignedOn, Until: x.Until, WithdrawnOn: x.WithdrawnOn, State: x.On(w.today),
			}
			if x.Scope == data.ConsentShareSchool {
				to.Name = cmp.Or(x.Recipient, w.v.School.Name)
			}
			w.v.Recipients = append(w.v.Recipients, to)
		}
	}
}

func (w *wholeFile) notes() {
	all := w.notesOfChild.of(w.child.ID)
	slices.SortFunc(all, func(a, b *data.Note) int { return cmp.Or(cmp.Compare(a.On, b.On), compareIDs(a.ID, b.ID)) })
	for _, n := range all {
		if n.Private && (!w.o.Private || w.keyholder.IsZero() || n.AuthorID != w.keyholder || n.Closed()) {
			w.v.ClosedNotes++
			continue
		}
		w.v.Notes = append(w.v.Notes, WholeNote{
			On: n.On, Kind: n.Kind, Title: w.m.text(PartNotes, n.On, n.Title), Text: w.m.text(PartNotes, n.On, n.Text),
			Private: n.Private, By: w.writer(n.AuthorID),
		})
	}
}

func (w *wholeFile) writer(id data.ID[data.Member]) Writer {
	m, ok := w.Members.rows[id]
	if !ok {
		return Writer{}
	}
	return Writer{m.Role, true}
}

// skills are the evaluations.
func (w *wholeFile) skills() {
	var all []*data.Evaluation
	for _, e := range w.Evaluations.rows {
		if e.ChildID == w.child.ID {
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(a, b *data.Evaluation) int {
		return cmp.Or(w.byCycle(a.CycleID, b.CycleID), cmp.Compare(a.Moment, b.Moment), cmp.Compare(a.Viewpoint, b.Viewpoint),
			compareIDs(a.ID, b.ID))
	})
	for _, e := range all {
		cycle, rubric := rowOr(w.Cycles, e.CycleID), w.gridOf(e.CycleID)
		x := WholeEvaluation{
			Workshop: rowOr(w.Workshops, cycle.WorkshopID).Name, Cycle: cycle.Name, SchoolYear: cycle.SchoolYear, Moment: e.Moment,
			Viewpoint: e.Viewpoint, On: e.On, Rubric: rubric.Name, Comment: w.m.text(PartEvaluations, e.On, e.Comment), By: w.writer(e.AuthorID),
		}
		for _, s := range e.Scores {
			score := WholeScore{Level: s.Level, Word: rubric.Level(s.Level), Levels: len(rubric.Levels)}
			if i := slices.IndexFunc(rubric.Criteria, func(c data.Criterion) bool { return c.Key == s.Key }); i >= 0 {
				score.Label, score.Skill = rubric.Criteria[i].Label, rubric.Criteria[i].Skill
			}
			x.Scores = append(x.Scores, score)
		}
		w.v.Evaluations = append(w.v.Evaluations, x)
	}
}

// byCycle orders by time.
func (w *wholeFile) byCycle(a, b data.ID[data.Cycle]) int {
	return cmp.Or(cmp.Compare(rowOr(w.Cycles, a).Rule.First, rowOr(w.Cycles, b).Rule.First), compareIDs(a, b))
}

func (w *wholeFile) bilans() {
	var all []*data.Bilan
	for _, b := range w.Bilans.rows {
		if b.ChildID == w.child.ID {
			all = append(all, b)
		}
	}
	slices.SortFunc(all, func(a, b *data.Bilan) int {
		return cmp.Or(w.byCycle(a.CycleID, b.CycleID), cmp.Compare(a.Moment, b.Moment), compareIDs(a.ID, b.ID))
	})
	for _, kept := range all {
		b := *kept
		on := cmp.Or(b.FinalOn, b.SavedOn)
		for _, text := range []*string{
			&b.Context, &b.Strengths, &b.Watch, &b.ChildWords, &b.FamilyWords, &b.SchoolWords, &b.Synthesis, &b.Next,
		} {
			*text = w.m.text(PartBilans, on, *text)
		}
		cycle := rowOr(w.Cycles, b.CycleID)
		w.v.Bilans = append(w.v.Bilans, WholeBilan{
			b, rowOr(w.Workshops, cycle.WorkshopID).Name, cycle.Name, cycle.SchoolYear, w.writer(b.AuthorID),
		})
	}
}

// accesses counts what the journal tells of the child, by day, role and act, oldest first. It names nobody.
func accesses(lines []JournalLine) []FileAccess {
	var out []FileAccess
	for _, l := range slices.Backward(lines) {
		a := FileAccess{On: data.DateOf(l.At), Act: l.Act, Role: l.Role, Detail: l.Detail}
		i := slices.IndexFunc(out, func(o FileAccess) bool {
			o.Count = 0
			return o == a
		})
		if i < 0 {
			i = len(out)
			out = append(out, a)
		}
		out[i].Count += max(l.Count, 1)
	}
	return out
}
