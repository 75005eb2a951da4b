package data

import "time"

// Cycle is one « cycle » of a workshop in a school year: the frame that its groups and sessions share.
type Cycle struct {
	Record[Cycle]
	WorkshopID ID[Workshop] `cbor:"10,keyasint"`
	Name       string       `cbor:"11,keyasint"`
	// SchoolYear is the calendar year in which the school year starts: 2026 for 2026-2027.
	SchoolYear int        `cbor:"12,keyasint"`
	Rule       DateRule   `cbor:"13,keyasint"`
	RubricID   ID[Rubric] `cbor:"14,keyasint"`
	// MidBilanDue and EndBilanDue are the days by which bilans are to be handed over; zero for none.
	MidBilanDue Date       `cbor:"15,keyasint,omitempty"`
	EndBilanDue Date       `cbor:"16,keyasint,omitempty"`
	State       CycleState `cbor:"17,keyasint,omitempty"`
	Notes       string     `cbor:"18,keyasint,omitempty"`
}

// DateRule is how a cycle is laid on dates.
type DateRule struct {
	Weekday time.Weekday `cbor:"1,keyasint"`
	First   Date         `cbor:"2,keyasint"`
	Count   int          `cbor:"3,keyasint"`
	// SkipHolidays leaves out school holidays; public holidays and the team's closing days are always left out.
	SkipHolidays bool   `cbor:"4,keyasint,omitempty"`
	Rhythm       Rhythm `cbor:"5,keyasint,omitempty"`
}

// CycleState is where a cycle stands.
type CycleState uint8

// The states.
const (
	CycleOpen CycleState = iota
	CycleClosed
)

// Check verifies what one cycle's record can verify alone.
func (c *Cycle) Check() error {
	var f faults
	f.name("Name", c.Name)
	if c.WorkshopID.IsZero() {
		f.add("WorkshopID", ErrMissing)
	}
	if c.Rule.First.IsZero() {
		f.add("Rule.First", ErrMissing)
	}
	f.date("Rule.First", c.Rule.First)
	f.between("Rule.Count", c.Rule.Count, 1, 60)
	f.between("SchoolYear", c.SchoolYear, 2000, 2100)
	f.date("MidBilanDue", c.MidBilanDue)
	f.date("EndBilanDue", c.EndBilanDue)
	f.note("Notes", c.Notes)
	return f.err()
}

// Group is a « groupe » of a cycle: its children come at one hour, in one room, with one facilitator.
type Group struct {
	Record[Group]
	CycleID       ID[Cycle]       `cbor:"10,keyasint"`
	Name          string          `cbor:"11,keyasint"`
	Start         TimeOfDay       `cbor:"12,keyasint,omitempty"`
	LengthMinutes int             `cbor:"13,keyasint,omitempty"`
	RoomID        ID[Room]        `cbor:"14,keyasint"`
	FacilitatorID ID[Facilitator] `cbor:"15,keyasint"`
	Capacity      int             `cbor:"16,keyasint,omitempty"`
	// SlotLocked and RoomLocked keep the hour and the room of the group when groups are proposed again.
	SlotLocked bool `cbor:"17,keyasint,omitempty"`
	RoomLocked bool `cbor:"18,keyasint,omitempty"`
}

// Check verifies what one group's record can verify alone.
func (g *Group) Check() error {
	var f faults
	f.name("Name", g.Name)
	if g.CycleID.IsZero() {
		f.add("CycleID", ErrMissing)
	}
	f.between("Start", int(g.Start), int(At(6, 0)), int(At(22, 0)))
	f.between("LengthMinutes", g.LengthMinutes, 15, 480)
	f.between("Capacity", g.Capacity, 1, 100)
	return f.err()
}

// Enrollment is an « inscription »: a child in a group, or on the waiting list of a cycle. On the list it is a
// « demande »: who asked, since when, how pressing.
type Enrollment struct {
	Record[Enrollment]
	ChildID ID[Child] `cbor:"10,keyasint"`
	CycleID ID[Cycle] `cbor:"11,keyasint"`
	// GroupID is zero on the waiting list.
	GroupID     ID[Group]       `cbor:"12,keyasint"`
	State       EnrollmentState `cbor:"13,keyasint,omitempty"`
	RequestedOn Date            `cbor:"14,keyasint,omitempty"`
	// From and Until bound the presence of the child in the group, both included; a zero From is the first session.
	From  Date `cbor:"15,keyasint,omitempty"`
	Until Date `cbor:"16,keyasint,omitempty"`
	// LeaveReason says why the child left before the end.
	LeaveReason string    `cbor:"17,keyasint,omitempty"`
	Warnings    []Warning `cbor:"18,keyasint,omitempty"`
	// Priority, DecidedOn (the day of the commission) and AskedBy are those of the request.
	Priority  Priority `cbor:"19,keyasint,omitempty"`
	DecidedOn Date     `cbor:"20,keyasint,omitempty"`
	AskedBy   string   `cbor:"21,keyasint,omitempty"`
	// Locked keeps the child in the group when groups are proposed again.
	Locked bool `cbor:"22,keyasint,omitempty"`
}

// Priority of a request.
type Priority uint8

// The priorities.
const (
	Normal Priority = iota
	High
	Urgent
)

// Kept is the reason with which something unusual was accepted, "" when it was not.
func (e *Enrollment) Kept(code WarningCode) string {
	for _, w := range e.Warnings {
		if w.Code == code {
			return w.Reason
		}
	}
	return ""
}

// Check verifies what one enrolment can verify alone.
func (e *Enrollment) Check() error {
	var f faults
	f.date("RequestedOn", e.RequestedOn)
	f.date("From", e.From)
	f.date("Until", e.Until)
	f.note("LeaveReason", e.LeaveReason)
	f.date("DecidedOn", e.DecidedOn)
	f.short("AskedBy", e.AskedBy)
	f.between("Priority", int(e.Priority), int(Normal), int(Urgent))
	f.warnings(e.Warnings)
	return f.err()
}

// EnrollmentState is where an enrolment stands.
type EnrollmentState uint8

// The states.
const (
	Waiting EnrollmentState = iota // on the waiting list
	Enrolled
	Left
)

// Covers reports whether the child is expected in the group on a day.
func (e *Enrollment) Covers(day Date) bool {
	return e.State != Waiting && (e.From.IsZero() || e.From <= day) && (e.Until.IsZero() || day <= e.Until)
}

// Warning is something unusual that was seen and accepted, with the reason that was given.
type Warning struct {
	Code   WarningCode `cbor:"1,keyasint"`
	Reason string      `cbor:"2,keyasint,omitempty"`
	ByID   ID[Member]  `cbor:"3,keyasint"`
	On     Date        `cbor:"4,keyasint,omitempty"`
}

func (f *faults) warnings(all []Warning) {
	for _, w := range all {
		f.note("Warnings", w.Reason)
	}
}

// WarningCode names what is unusual.
type WarningCode uint8

// The warnings of an enrolment, a group or a session. Each can be accepted with a reason.
const (
	WarnNoDecision      WarningCode = iota + 1 // no favourable decision of the commission
	WarnNoConsent                              // no valid agreement of the family
	WarnAge                                    // outside the ages of the workshop
	WarnGrade                                  // outside the school levels of the workshop
	WarnCapacity                               // more children than places
	WarnChildBusy                              // the child is in another group at the same time
	WarnFacilitator                            // the facilitator has another session at the same time
	WarnRoom                                   // the room is taken at the same time
	WarnHoliday                                // in the school holidays
	WarnPublicHoliday                          // on a public holiday
	WarnClosed                                 // on a closing day of the team
	WarnRoomPlaces                             // more children than the room has places
	WarnUnknownAge                             // birth date not said
	WarnFacilitatorAway                        // the facilitator is not there at that time
	WarnChildAway                              // the child cannot come at that time
	WarnRoomClosed                             // the room cannot be used at that time
)
