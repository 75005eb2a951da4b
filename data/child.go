package data

import (
	"slices"
	"time"
)

// Child is an « enfant » (or teenager, 2 to 18) followed by the programme. What the software holds about a child are
// observations, never a diagnosis; it holds no social-security number, nationality or religion.
type Child struct {
	Record[Child]
	FirstName string `cbor:"10,keyasint"`
	LastName  string `cbor:"11,keyasint"`
	Sex       Sex    `cbor:"12,keyasint,omitempty"`
	BirthDate Date   `cbor:"13,keyasint,omitempty"`

	FamilyID    ID[Family] `cbor:"14,keyasint"`
	SchoolID    ID[School] `cbor:"15,keyasint"`
	Grade       Grade      `cbor:"16,keyasint,omitempty"`
	KeyWorkerID ID[Member] `cbor:"17,keyasint"`
	// PriorityArea says whether the child lives in a « quartier prioritaire » (QPV).
	PriorityArea Answer `cbor:"18,keyasint,omitempty"`

	Fragilities []string  `cbor:"19,keyasint,omitempty"`
	Strengths   []string  `cbor:"20,keyasint,omitempty"`
	Pathway     Pathway   `cbor:"21,keyasint"`
	Consents    []Consent `cbor:"22,keyasint,omitempty"`
	// PickUp says who may fetch the child, and how the child comes.
	PickUp string `cbor:"23,keyasint,omitempty"`
	Notes  string `cbor:"24,keyasint,omitempty"`
	// KeepUntil and KeepReason are a decision taken at the review of old files: keep this one longer, and why.
	KeepUntil  Date   `cbor:"25,keyasint,omitempty"`
	KeepReason string `cbor:"26,keyasint,omitempty"`

	// Busy are the hours when the child cannot come, each week. NeedsEscort says whether somebody of the team fetches the
	// child at school, Prefers which half of the day suits best.
	Busy        []WeekHours `cbor:"27,keyasint,omitempty"`
	NeedsEscort Answer      `cbor:"28,keyasint,omitempty"`
	Prefers     HalfDay     `cbor:"29,keyasint,omitempty"`
	// Apart are children never to put in one group with this one, Together those who do well beside this one. Each pair is
	// kept on one of the two children, and read both ways.
	Apart    []ID[Child] `cbor:"30,keyasint,omitempty"`
	Together []ID[Child] `cbor:"31,keyasint,omitempty"`
}

// FreeOn are the spans of a day of the week when the child can come, whole being the day of the team.
func (c *Child) FreeOn(day time.Weekday, whole Span) []Span {
	return whole.Without(SpansOn(c.Busy, day))
}

// Forget takes other children out of what is said of this one, and reports whether there was any.
func (c *Child) Forget(gone func(ID[Child]) bool) bool {
	before := len(c.Apart) + len(c.Together)
	c.Apart, c.Together = slices.DeleteFunc(c.Apart, gone), slices.DeleteFunc(c.Together, gone)
	return len(c.Apart)+len(c.Together) < before
}

// Limits of what can be typed. They are generous: they stop a paste by mistake, not a long name.
const (
	MaxName = 120    // runes in a name
	MaxNote = 10_000 // runes in a note
	MaxAge  = 25     // years: an earlier birth date is a slip of the finger
)

// Check verifies what one child's record can verify alone, on day today.
func (c *Child) Check(today Date) error {
	var f faults
	f.name("FirstName", c.FirstName)
	f.name("LastName", c.LastName)
	if err := CheckBirth(c.BirthDate, today); err != nil {
		f.add("BirthDate", err)
	}
	f.notes(text{"PickUp", c.PickUp}, text{"Notes", c.Notes})
	c.Pathway.check(&f)
	for _, t := range c.Fragilities {
		f.short("Fragilities", t)
	}
	for _, t := range c.Strengths {
		f.short("Strengths", t)
	}
	for _, x := range c.Consents {
		x.check(&f)
	}
	c.checkKeep(&f)
	f.hours("Busy", c.Busy)
	if slices.Contains(c.Apart, c.ID) || slices.Contains(c.Together, c.ID) {
		f.add("Apart", ErrDuplicate)
	}
	return f.err()
}

// CheckBirth answers what is wrong with a birth date on day today: ErrBadDate, ErrFutureBirth, ErrTooOld, or nil. A
// date that is not said is not wrong.
func CheckBirth(birth, today Date) error {
	switch {
	case birth.IsZero():
		return nil
	case !birth.Valid():
		return ErrBadDate
	case birth > today:
		return ErrFutureBirth
	case birth < today-MaxAge*10000: // dates are yyyymmdd
		return ErrTooOld
	}
	return nil
}

// FullName is first name then last name, as on a paper.
func (c *Child) FullName() string { return joinName(c.FirstName, c.LastName) }

// Pathway is the « parcours » of a child: the steps that lead from being noticed to the end of the follow-up.
// A step whose date is zero has not been reached, or is not known.
type Pathway struct {
	SpottedOn    Date   `cbor:"1,keyasint,omitempty"` // « repérage »
	SpottedBy    string `cbor:"2,keyasint,omitempty"`
	IntakeOn     Date   `cbor:"3,keyasint,omitempty"` // « saisine »
	IntakeReason string `cbor:"4,keyasint,omitempty"`
	// CommissionOn and Decision are what the EPS (équipe pluridisciplinaire de soutien) examined and decided.
	CommissionOn Date     `cbor:"5,keyasint,omitempty"`
	Decision     Decision `cbor:"6,keyasint,omitempty"`
	DecisionNote string   `cbor:"7,keyasint,omitempty"`
	StartedOn    Date     `cbor:"8,keyasint,omitempty"`
	EndedOn      Date     `cbor:"9,keyasint,omitempty"`
	EndReason    string   `cbor:"10,keyasint,omitempty"`
	EndNote      string   `cbor:"11,keyasint,omitempty"`
}

func (p Pathway) check(f *faults) {
	f.date("Pathway.SpottedOn", p.SpottedOn)
	f.date("Pathway.IntakeOn", p.IntakeOn)
	f.date("Pathway.CommissionOn", p.CommissionOn)
	f.date("Pathway.StartedOn", p.StartedOn)
	f.order("Pathway.EndedOn", p.StartedOn, p.EndedOn)
	f.notes(text{"Pathway.SpottedBy", p.SpottedBy}, text{"Pathway.IntakeReason", p.IntakeReason},
		text{"Pathway.DecisionNote", p.DecisionNote}, text{"Pathway.EndReason", p.EndReason}, text{"Pathway.EndNote", p.EndNote})
}

// Approved reports whether the commission said yes.
func (p Pathway) Approved() bool { return !p.CommissionOn.IsZero() && p.Decision == DecisionFavourable }

// Sex of a child, for the figures of the year and the agreement of French words. Zero is not said.
type Sex uint8

// The sexes.
const (
	SexUnknown Sex = iota
	Girl
	Boy
)

// Answer is a yes or no that may not have been given yet.
type Answer uint8

// The answers.
const (
	Unsaid Answer = iota
	Yes
	No
)

// Decision is what the commission decided.
type Decision uint8

// The decisions.
const (
	DecisionPending Decision = iota
	DecisionFavourable
	DecisionDeferred
	DecisionRefused
)
