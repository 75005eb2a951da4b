package planning

// Violation is something in a plan that cannot be: what, where, who. fr.Violation makes a sentence of it.
type Violation struct {
	Code     Code
	Severity Severity
	// Groups are ids, the group it is shown on first; Children, Room, Facilitator, Workshop and School are ids.
	Groups      []string
	Children    []string
	Room        string
	Facilitator string
	Workshop    string
	// OtherWorkshop and OtherRoom are those of the second group, where there are two.
	OtherWorkshop string
	OtherRoom     string
	// Start is the hour it is about, for those about an hour; End is the end of what two groups share.
	Start, End Time
	// Count is what the plan has, Limit what the rule allows, for those that count.
	Count, Limit int
}

// Severity says how serious a violation is. None of them ever blocks a person.
type Severity uint8

// The severities.
const (
	// Impossible cannot take place.
	Impossible Severity = iota
	// Doubtful is about the plan as a file: a request it forgets, another problem.
	Doubtful
)

// Code names a rule that is broken. The numbers are those of docs/formats/planning.md.
type Code string

// The codes.
const (
	OutsideDay           Code = "outside-day"            // 1
	OffGrid              Code = "off-grid"               // 1
	InBreak              Code = "in-break"               // 1
	TooEarly             Code = "too-early"              // 1
	TooLate              Code = "too-late"               // 1
	RoomTaken            Code = "room-taken"             // 2
	RoomTooSmall         Code = "room-too-small"         // 2
	FacilitatorBusy      Code = "facilitator-busy"       // 3
	FacilitatorAway      Code = "facilitator-away"       // 3
	FacilitatorUnfit     Code = "facilitator-unfit"      // 3: not among those of the workshop
	ChildBusy            Code = "child-busy"             // 4
	ChildAway            Code = "child-away"             // 4
	ChildTwice           Code = "child-twice"            // 4: twice in a workshop
	NoRequest            Code = "no-request"             // 4
	TooFew               Code = "too-few"                // 5
	TooMany              Code = "too-many"               // 5
	TooManyGroups        Code = "too-many-groups"        // 5
	WrongGrade           Code = "wrong-grade"            // 6
	WrongAge             Code = "wrong-age"              // 6
	GradeSpan            Code = "grade-span"             // 6
	KeptApart            Code = "kept-apart"             // 7
	TooManyTrips         Code = "too-many-trips"         // 8
	LockedSlot           Code = "locked-slot"            // 9
	LockedRoom           Code = "locked-room"            // 9
	LockedChild          Code = "locked-child"           // 9
	UnknownWorkshop      Code = "unknown-workshop"       // the plan names what the problem does not have
	UnknownRoom          Code = "unknown-room"           //
	UnknownFacilitator   Code = "unknown-facilitator"    //
	UnknownChild         Code = "unknown-child"          //
	RepeatedGroup        Code = "repeated-group"         // two groups have one id
	ForgottenRequest     Code = "forgotten-request"      // neither placed nor waiting
	PlacedAndWaiting     Code = "placed-and-waiting"     //
	WaitingWithoutDemand Code = "waiting-without-demand" // waits for what was not asked
	OtherProblem         Code = "other-problem"          // made for a problem with another SHA-256
)
