package data

import "strings"

// Commission is a « réunion de l'EPS » (équipe pluridisciplinaire de soutien): who meets, when and where. It belongs to
// what the team shares and names no child: each situation that is examined is a CommissionCase, in its child's drawer.
type Commission struct {
	Record[Commission]
	On    Date      `cbor:"10,keyasint"`
	Start TimeOfDay `cbor:"11,keyasint,omitempty"`
	Place string    `cbor:"12,keyasint,omitempty"`
	// Chair is who presides, Secretary who writes the minutes: often people from outside of the team.
	Chair     string    `cbor:"13,keyasint,omitempty"`
	Secretary string    `cbor:"14,keyasint,omitempty"`
	Invited   []Invitee `cbor:"15,keyasint,omitempty"`
	Notes     string    `cbor:"16,keyasint,omitempty"`
}

// Invitee is somebody invited to a commission. Came is not said until the meeting.
type Invitee struct {
	Name      string `cbor:"1,keyasint,omitempty"`
	Job       string `cbor:"2,keyasint,omitempty"`
	Structure string `cbor:"3,keyasint,omitempty"`
	Came      Answer `cbor:"4,keyasint,omitempty"`
}

// IsZero reports whether nothing tells who the invitee is.
func (i Invitee) IsZero() bool { return strings.TrimSpace(i.Name+i.Job+i.Structure) == "" }

// Check verifies what the record of a commission can verify alone.
func (c *Commission) Check() error {
	var f faults
	if c.On.IsZero() {
		f.add("On", ErrMissing)
	}
	f.date("On", c.On)
	f.shorts(text{"Place", c.Place}, text{"Chair", c.Chair}, text{"Secretary", c.Secretary})
	for _, i := range c.Invited {
		if i.IsZero() {
			f.add("Invited.Name", ErrMissing)
		}
		f.shorts(text{"Invited.Name", i.Name}, text{"Invited.Job", i.Job}, text{"Invited.Structure", i.Structure})
	}
	f.note("Notes", c.Notes)
	return f.err()
}

// CommissionCase is a « situation examinée »: one child at one commission. What it tells is shared with the members of
// the commission, so it holds facts and never a private note.
type CommissionCase struct {
	Record[CommissionCase]
	CommissionID ID[Commission] `cbor:"10,keyasint"`
	ChildID      ID[Child]      `cbor:"11,keyasint"`
	// Order is the number of the situation on the agenda, from 1. Papers of the meeting name the situation by it, so it
	// does not change when another one goes.
	Order     int    `cbor:"12,keyasint,omitempty"`
	Presenter string `cbor:"13,keyasint,omitempty"` // who presents the situation
	Question  string `cbor:"14,keyasint,omitempty"` // what the commission is asked
	// Facts are what was observed, Tried what was done already, FamilyWords what the family says of it.
	Facts       string `cbor:"15,keyasint,omitempty"`
	Tried       string `cbor:"16,keyasint,omitempty"`
	FamilyWords string `cbor:"17,keyasint,omitempty"`
	// FamilyTold says whether the family knows that its situation is examined.
	FamilyTold   Answer       `cbor:"18,keyasint,omitempty"`
	Decision     Decision     `cbor:"19,keyasint,omitempty"`
	DecisionNote string       `cbor:"20,keyasint,omitempty"`
	Actions      []CaseAction `cbor:"21,keyasint,omitempty"`
	ReviewOn     Date         `cbor:"22,keyasint,omitempty"` // when the situation is looked at again
}

// CaseAction is one thing decided: who does what by when.
type CaseAction struct {
	What string `cbor:"1,keyasint"`
	Who  string `cbor:"2,keyasint,omitempty"`
	By   Date   `cbor:"3,keyasint,omitempty"`
}

// MaxCases is how many situations one commission can examine: more is a slip.
const MaxCases = 200

// Check verifies what the record of a situation can verify alone.
func (c *CommissionCase) Check() error {
	var f faults
	if c.CommissionID.IsZero() {
		f.add("CommissionID", ErrMissing)
	}
	if c.ChildID.IsZero() {
		f.add("ChildID", ErrMissing)
	}
	f.between("Order", c.Order, 0, MaxCases)
	f.short("Presenter", c.Presenter)
	f.notes(text{"Question", c.Question}, text{"Facts", c.Facts}, text{"Tried", c.Tried}, text{"FamilyWords", c.FamilyWords},
		text{"DecisionNote", c.DecisionNote})
	for _, a := range c.Actions {
		if strings.TrimSpace(a.What) == "" {
			f.add("Actions.What", ErrMissing)
		}
		f.note("Actions.What", a.What)
		f.short("Actions.Who", a.Who)
		f.date("Actions.By", a.By)
	}
	f.date("ReviewOn", c.ReviewOn)
	return f.err()
}
