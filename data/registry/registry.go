package registry

import (
	"fmt"
	"io"
	"runtime/debug"
	"sync"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/journal"
	"mercredi/data/kv"
	"mercredi/data/vault"
)

// World is what the registry needs from outside: the day, and randomness for ids.
type World struct {
	Today  func() data.Date
	Random io.Reader
	// Since says in words when the file is opened, for whoever finds it held: « le 14 janvier à 9 h 12 ».
	Since string
	// Cost is what a guess at the password costs, for a new key. Zero is right outside of tests: it is fitted to the PC.
	Cost vault.Cost
	// Now is the clock, for the journal and the backups. Without it the day has one moment, noon.
	Now func() time.Time
	// Probe runs CheckInChild in a process of its own, since a damaged file can bring down whoever reads it; it gives ask
	// to its input and answers its output. Without it the file is checked in this process.
	Probe func(ask []byte) (answer []byte, err error)
}

// now is the moment of the clock.
func (w World) now() time.Time {
	switch {
	case w.Now != nil:
		return w.Now()
	case w.Today != nil:
		return w.Today().Time().Add(12 * time.Hour)
	}
	return time.Unix(0, 0).UTC()
}

// The nouns of the file: the names of its buckets, never given to something else.
const (
	Settings     Noun = "settings"
	Members      Noun = "member"
	Facilitators Noun = "facilitator"
	Rooms        Noun = "room"
	Schools      Noun = "school"
	Families     Noun = "family"
	Children     Noun = "child"
	Notes        Noun = "note"
	Partners     Noun = "partner"
	Rubrics      Noun = "rubric"
	Workshops    Noun = "workshop"
	Cycles       Noun = "cycle"
	Groups       Noun = "group"
	Enrollments  Noun = "enrollment"
	Sessions     Noun = "session"
	Attendances  Noun = "attendance"
	Observations Noun = "observation"
	Evaluations  Noun = "evaluation"
	Bilans       Noun = "bilan"
	GroupBilans  Noun = "groupbilan"
	Figures      Noun = "figure"
	YearReports  Noun = "yearreport"
	ActionPlans  Noun = "actionplan"
	Safeties     Noun = "safety"

	Commissions     Noun = "commission"
	CommissionCases Noun = "commissioncase"
	Referrals       Noun = "referral"
	Agreements      Noun = "agreement"
	Interviews      Noun = "interview"
)

// Registry is an opened file. Its methods may be called from several goroutines.
type Registry struct {
	store kv.Store
	world World
	codec *codec
	// Of a sealed file, nil for one in memory without keys (vault, keys), and for one without a folder (place).
	vault *vault.Store
	keys  *vault.Keys
	place *place
	chain chain

	// moving is held for writing while the file is closed to be compacted or opened again: memory can be read meanwhile,
	// the store cannot. It is taken before mu.
	moving sync.RWMutex

	mu        sync.RWMutex
	calendar  calendar.Calendar
	tables    []loader
	nextKey   int
	listeners map[int]func([]Change)
	folds     folds

	settings     *Table[data.Settings]
	safety       *Table[data.Safety]
	Members      *Table[data.Member]
	Facilitators *Table[data.Facilitator]
	Rooms        *Table[data.Room]
	Schools      *Table[data.School]
	Families     *Table[data.Family]
	Children     *Table[data.Child]
	Notes        *Table[data.Note]
	Partners     *Table[data.Partner]
	Rubrics      *Table[data.Rubric]
	Workshops    *Table[data.Workshop]
	Cycles       *Table[data.Cycle]
	Groups       *Table[data.Group]
	Enrollments  *Table[data.Enrollment]
	Sessions     *Table[data.Session]
	Attendances  *Table[data.Attendance]
	Observations *Table[data.Observation]
	Evaluations  *Table[data.Evaluation]
	Bilans       *Table[data.Bilan]
	GroupBilans  *Table[data.GroupBilan]
	Figures      *Table[data.Figure]
	YearReports  *Table[data.YearReport]
	ActionPlans  *Table[data.ActionPlan]

	Commissions     *Table[data.Commission]
	CommissionCases *Table[data.CommissionCase]
	Referrals       *Table[data.Referral]
	Agreements      *Table[data.Agreement]
	Interviews      *Table[data.Interview]

	childrenOfFamily  *index[data.ID[data.Family], data.Child]
	childrenOfSchool  *index[data.ID[data.School], data.Child]
	notesOfChild      *index[data.ID[data.Child], data.Note]
	cyclesOfWorkshop  *index[data.ID[data.Workshop], data.Cycle]
	groupsOfCycle     *index[data.ID[data.Cycle], data.Group]
	enrolledInCycle   *index[data.ID[data.Cycle], data.Enrollment]
	enrolledInGroup   *index[data.ID[data.Group], data.Enrollment]
	enrolledOfChild   *index[data.ID[data.Child], data.Enrollment]
	sessionsOfGroup   *index[data.ID[data.Group], data.Session]
	sessionsOn        *index[data.Date, data.Session]
	observedInSession *index[data.ID[data.Session], data.Observation]
	observedOfChild   *index[data.ID[data.Child], data.Observation]
	evaluated         *index[childInCycle, data.Evaluation]
	bilansOf          *index[childInCycle, data.Bilan]
	bilansOfGroup     *index[data.ID[data.Group], data.GroupBilan]
	casesOfCommission *index[data.ID[data.Commission], data.CommissionCase]
	casesOfChild      *index[data.ID[data.Child], data.CommissionCase]
	referralsOfChild  *index[data.ID[data.Child], data.Referral]
	interviewsOf      *index[data.ID[data.Agreement], data.Interview]
	interviewsOfChild *index[data.ID[data.Child], data.Interview]
}

// childInCycle is what evaluations and bilans are about.
type childInCycle struct {
	child data.ID[data.Child]
	cycle data.ID[data.Cycle]
}

// loader is a table of any kind, at opening.
type loader interface {
	load(kv.Tx) error
	count() Count
	reset()
	shelf
}

// shelf is a table of any kind, as a set of drawers.
type shelf interface {
	// dropDrawer forgets the records of an erased drawer, inDrawer counts those of a drawer.
	dropDrawer(drawer [16]byte)
	inDrawer(drawer [16]byte) int
	// take keeps a record of a former file, as it is.
	take(tx *Tx, value []byte) error
}

// Open reads the whole store into memory and makes the indexes. The store is closed by Close, not when Open fails.
// A sealed store (vault.Store) brings its keys and its journal; another one has neither.
func Open(store kv.Store, world World) (*Registry, error) {
	r, err := bare(store, world)
	if err != nil {
		return nil, err
	}
	if err := r.load(); err != nil {
		return nil, fmt.Errorf("opening the registry: %w", err)
	}
	if err := r.finishErasures(); err != nil {
		return nil, fmt.Errorf("opening the registry: %w", err)
	}
	return r, nil
}

// bare is a registry that has read nothing yet.
func bare(store kv.Store, world World) (*Registry, error) {
	codec, err := newCodec(released, format)
	if err != nil {
		return nil, err
	}
	r := &Registry{store: store, world: world, codec: codec, listeners: map[int]func([]Change){}}
	if sealed, ok := store.(*vault.Store); ok {
		r.vault, r.keys = sealed, sealed.Keys()
	}
	r.makeTables()
	r.makeIndexes()
	r.makeGuards()
	return r, nil
}

// load reads every table. Nearly all that it makes stays: the collector would go through it again and again in vain.
func (r *Registry) load() error {
	defer debug.SetGCPercent(debug.SetGCPercent(300))
	err := r.store.View(func(tx kv.Tx) error {
		for _, t := range r.tables {
			if err := t.load(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	r.calendar = calendar.Of(r.settingsNow())
	return nil
}

// view reads the store.
func (r *Registry) view(read func(kv.Tx) error) error {
	r.moving.RLock()
	defer r.moving.RUnlock()
	return r.store.View(read)
}

// Close notes it in the journal and closes the store.
func (r *Registry) Close() error {
	_ = r.journal(journal.Line{Act: journal.Locked}) // a file that takes no more writing must close all the same
	return r.store.Close()
}

// Today is the day on which the file is looked at.
func (r *Registry) Today() data.Date { return r.world.Today() }

func (r *Registry) makeTables() {
	r.settings = newTable[data.Settings](r, Settings)
	r.Members = newTable[data.Member](r, Members)
	r.Facilitators = newTable[data.Facilitator](r, Facilitators)
	r.Rooms = newTable[data.Room](r, Rooms)
	r.Schools = newTable[data.School](r, Schools)
	r.Families = newTable[data.Family](r, Families)
	r.Children = newTable[data.Child](r, Children)
	r.Notes = newTable[data.Note](r, Notes)
	r.Partners = newTable[data.Partner](r, Partners)
	r.Rubrics = newTable[data.Rubric](r, Rubrics)
	r.Workshops = newTable[data.Workshop](r, Workshops)
	r.Cycles = newTable[data.Cycle](r, Cycles)
	r.Groups = newTable[data.Group](r, Groups)
	r.Enrollments = newTable[data.Enrollment](r, Enrollments)
	r.Sessions = newTable[data.Session](r, Sessions)
	r.Attendances = newTable[data.Attendance](r, Attendances)
	r.Observations = newTable[data.Observation](r, Observations)
	r.Evaluations = newTable[data.Evaluation](r, Evaluations)
	r.Bilans = newTable[data.Bilan](r, Bilans)
	r.GroupBilans = newTable[data.GroupBilan](r, GroupBilans)
	r.Figures = newTable[data.Figure](r, Figures)
	r.YearReports = newTable[data.YearReport](r, YearReports)
	r.ActionPlans = newTable[data.ActionPlan](r, ActionPlans)
	r.safety = newTable[data.Safety](r, Safeties)
	r.Commissions = newTable[data.Commission](r, Commissions)
	r.CommissionCases = newTable[data.CommissionCase](r, CommissionCases)
	r.Referrals = newTable[data.Referral](r, Referrals)
	r.Agreements = newTable[data.Agreement](r, Agreements)
	r.Interviews = newTable[data.Interview](r, Interviews)
}

func (r *Registry) makeIndexes() {
	r.childrenOfFamily = newIndex(r.Children, func(c *data.Child) data.ID[data.Family] { return c.FamilyID })
	r.childrenOfSchool = newIndex(r.Children, func(c *data.Child) data.ID[data.School] { return c.SchoolID })
	r.notesOfChild = newIndex(r.Notes, func(n *data.Note) data.ID[data.Child] { return n.ChildID })
	r.cyclesOfWorkshop = newIndex(r.Cycles, func(c *data.Cycle) data.ID[data.Workshop] { return c.WorkshopID })
	r.groupsOfCycle = newIndex(r.Groups, func(g *data.Group) data.ID[data.Cycle] { return g.CycleID })
	r.enrolledInCycle = newIndex(r.Enrollments, func(e *data.Enrollment) data.ID[data.Cycle] { return e.CycleID })
	r.enrolledInGroup = newIndex(r.Enrollments, func(e *data.Enrollment) data.ID[data.Group] { return e.GroupID })
	r.enrolledOfChild = newIndex(r.Enrollments, func(e *data.Enrollment) data.ID[data.Child] { return e.ChildID })
	r.sessionsOfGroup = newIndex(r.Sessions, func(s *data.Session) data.ID[data.Group] { return s.GroupID })
	r.sessionsOn = newIndex(r.Sessions, func(s *data.Session) data.Date { return s.Date })
	r.observedInSession = newIndex(r.Observations, func(o *data.Observation) data.ID[data.Session] { return o.SessionID })
	r.observedOfChild = newIndex(r.Observations, func(o *data.Observation) data.ID[data.Child] { return o.ChildID })
	r.evaluated = newIndex(r.Evaluations, func(e *data.Evaluation) childInCycle { return childInCycle{e.ChildID, e.CycleID} })
	r.bilansOf = newIndex(r.Bilans, func(b *data.Bilan) childInCycle { return childInCycle{b.ChildID, b.CycleID} })
	r.bilansOfGroup = newIndex(r.GroupBilans, func(b *data.GroupBilan) data.ID[data.Group] { return b.GroupID })
	r.casesOfCommission = newIndex(r.CommissionCases, func(c *data.CommissionCase) data.ID[data.Commission] { return c.CommissionID })
	r.casesOfChild = newIndex(r.CommissionCases, func(c *data.CommissionCase) data.ID[data.Child] { return c.ChildID })
	r.referralsOfChild = newIndex(r.Referrals, func(x *data.Referral) data.ID[data.Child] { return x.ChildID })
	r.interviewsOf = newIndex(r.Interviews, func(x *data.Interview) data.ID[data.Agreement] { return x.AgreementID })
	r.interviewsOfChild = newIndex(r.Interviews, func(x *data.Interview) data.ID[data.Child] { return x.ChildID })
}

// check runs the record's own rules.
func (r *Registry) check(v any) error {
	switch v := v.(type) {
	case interface{ Check(data.Date) error }:
		return v.Check(r.world.Today())
	case interface{ Check() error }:
		return v.Check()
	}
	return nil
}

// Subscribe has hear called after every change, on the goroutine that made it, until cancel is called.
func (r *Registry) Subscribe(hear func([]Change)) (cancel func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	key := r.nextKey
	r.nextKey++
	r.listeners[key] = hear
	return func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.listeners, key)
	}
}

// listening is who hears changes, in the order of subscription. The lock is held.
func (r *Registry) listening() []func([]Change) {
	var out []func([]Change)
	for key := range r.nextKey {
		if hear, ok := r.listeners[key]; ok {
			out = append(out, hear)
		}
	}
	return out
}
