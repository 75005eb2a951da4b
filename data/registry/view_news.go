package registry

import (
	"bytes"
	"cmp"
	"slices"

	"mercredi/data"
)

// PathwayStep is one step of the pathway, as the stepper draws it.
type PathwayStep struct {
	Kind PathwayKind
	Done StepDone
	On   data.Date // zero when the day is not known
	// Said is who noticed the child, or why the child was sent, or why the pathway ended.
	Said     string
	Decision data.Decision // of the commission
	// Session and Of are the rank of the last past session of the workshop that is furthest on.
	Session, Of int
	Bilan       BilanStep
}

// PathwayKind names a step.
type PathwayKind uint8

// The steps of a pathway, in order.
const (
	PathSpotted PathwayKind = iota + 1
	PathIntake
	PathCommission
	PathWorkshops
	PathBilan
	PathEnd
)

// StepDone says whether a step is behind, running or to come.
type StepDone uint8

// The answers.
const (
	StepToCome StepDone = iota
	StepRunning
	StepBehind
)

// News is one thing that happened: a note, an observation in a session, a bilan handed over.
type News struct {
	Kind    NewsKind
	On      data.Date
	NoteID  data.ID[data.Note]
	Note    data.NoteKind
	Private bool
	Title   string
	Text    string
	Author  string

	Group         GroupName // of an observation or a bilan
	SessionID     data.ID[data.Session]
	Number        int // of the session
	Theme         string
	Participation int
	Mood          int
	BilanID       data.ID[data.Bilan]
	Moment        data.Moment
	id            [16]byte // settles the order of two things of one day
}

// NewsKind says what a piece of news is.
type NewsKind uint8

// The kinds.
const (
	NewsNote NewsKind = iota
	NewsObservation
	NewsBilan
)

// newsOf fills the news of a child, latest first. Private notes are for their author alone.
func (r *Registry) newsOf(f *ChildFile, viewer data.ID[data.Member]) {
	id := f.Child.ID
	for _, n := range r.notesOfChild.of(id) {
		if n.Archived || n.Private && (viewer.IsZero() || n.AuthorID != viewer) {
			continue
		}
		f.News = append(f.News, News{
			Kind: NewsNote, On: n.On, NoteID: n.ID, Note: n.Kind, Private: n.Private, Title: n.Title, Text: n.Text,
			Author: rowOr(r.Members, n.AuthorID).FullName(), id: n.ID,
		})
	}
	for _, o := range r.observedOfChild.of(id) {
		s, ok := r.Sessions.rows[o.SessionID]
		if !ok || o.Archived {
			continue
		}
		f.News = append(f.News, News{
			Kind: NewsObservation, On: s.Date, Text: o.Text, Participation: o.Participation, Mood: o.Mood,
			SessionID: s.ID, Number: s.Number, Theme: s.Theme, Group: r.groupName(rowOr(r.Groups, s.GroupID)),
			Author: cmp.Or(rowOr(r.Facilitators, s.FacilitatorID).FullName(), rowOr(r.Members, o.AuthorID).FullName()), id: o.ID,
		})
	}
	var cycles []data.ID[data.Cycle]
	for _, e := range r.enrolledOfChild.of(id) {
		if slices.Contains(cycles, e.CycleID) {
			continue
		}
		cycles = append(cycles, e.CycleID)
		for _, b := range r.bilansOf.of(childInCycle{id, e.CycleID}) {
			if b.State != data.BilanFinal || b.FinalOn.IsZero() || b.Archived {
				continue
			}
			f.News = append(f.News, News{
				Kind: NewsBilan, On: b.FinalOn, BilanID: b.ID, Moment: b.Moment, Group: r.groupName(rowOr(r.Groups, b.GroupID)),
				Author: rowOr(r.Members, b.FinalByID).FullName(), id: b.ID,
			})
		}
	}
	slices.SortFunc(f.News, func(a, b News) int {
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(a.Kind, b.Kind), bytes.Compare(a.id[:], b.id[:]))
	})
}

// pathwaySteps draws the pathway of a child. The steps after the commission follow the workshops of the year.
func pathwaySteps(f *ChildFile) []PathwayStep {
	p := f.Pathway
	dated := func(kind PathwayKind, on data.Date, said string) PathwayStep {
		s := PathwayStep{Kind: kind, On: on, Said: said}
		if !on.IsZero() {
			s.Done = StepBehind
		}
		return s
	}
	commission := dated(PathCommission, p.CommissionOn, p.DecisionNote)
	commission.Decision = p.Decision
	workshops, bilan := PathwayStep{Kind: PathWorkshops}, PathwayStep{Kind: PathBilan}
	for _, w := range append(slices.Clone(f.Workshops), f.Earlier...) {
		if w.State == data.Waiting {
			continue
		}
		start := max(w.First, w.From)
		if workshops.On.IsZero() || start < workshops.On {
			workshops.On = start
		}
		switch {
		case w.Here && w.Done < w.Of:
			workshops.Done = StepRunning
			if w.Done >= workshops.Session {
				workshops.Session, workshops.Of = w.Done, w.Of
				bilan.On, bilan.Bilan = w.End.Due, w.End.Step
			}
		case workshops.Done == StepToCome:
			workshops.Done = StepBehind
			bilan.On, bilan.Bilan = w.End.Due, w.End.Step
		}
	}
	switch bilan.Bilan {
	case BilanDone:
		bilan.Done = StepBehind
	case BilanStarted:
		bilan.Done = StepRunning
	}
	return []PathwayStep{
		dated(PathSpotted, p.SpottedOn, p.SpottedBy), dated(PathIntake, p.IntakeOn, p.IntakeReason), commission,
		workshops, bilan, dated(PathEnd, p.EndedOn, p.EndReason),
	}
}
