package planning

// ReasonCode names a cause why a request waits.
type ReasonCode string

// Why not in a group that is open: About begins with that group.
const (
	GroupFull      ReasonCode = "group-full"       // Count children
	AwayThen       ReasonCode = "child-away"       // Start
	BusyThen       ReasonCode = "child-busy"       // and the group and the workshop where the child is then; Start is theirs
	SpanTooWide    ReasonCode = "grade-span"       // Count is what it would be
	ApartFrom      ReasonCode = "kept-apart"       // and the other child
	TripsExhausted ReasonCode = "trips-exhausted"  // Start; without group when it is about opening one
	FreePlace      ReasonCode = "free-place"       // nothing: there is a place, Count of them
	NotTheGrade    ReasonCode = "wrong-grade"      // workshop; Grade is the child's
	NotTheAge      ReasonCode = "wrong-age"        // workshop; Count is the age, Limit the bound it passes
	NoGroupOpen    ReasonCode = "no-group-open"    // workshop
	Unled          ReasonCode = "nobody-gives"     // workshop
	NoLargeRoom    ReasonCode = "no-room-large"    // workshop; Limit is the places it needs
	NoStartAtAll   ReasonCode = "no-start"         // workshop: the day leaves it none
	NeverThere     ReasonCode = "never-free"       // workshop: the child is free at none of its hours
	AllGroupsOpen  ReasonCode = "all-groups-open"  // workshop; Limit groups
	TooFewToOpen   ReasonCode = "too-few-to-open"  // workshop; Count could come at Start, Limit is the minimum
	LeaderBusy     ReasonCode = "facilitator-busy" // the facilitator, and the group and the workshop led at Start
	LeaderAway     ReasonCode = "facilitator-away" // the facilitator, not there at Start
	NoLeaderFree   ReasonCode = "no-facilitator"   // workshop: none of several is free at Start
	RoomBusy       ReasonCode = "room-taken"       // the room, and the group and the workshop in it at Start
	NoRoomFree     ReasonCode = "no-room"          // workshop: none of several is free at Start
	ElsewhereThen  ReasonCode = "child-elsewhere"  // the group and the workshop where the child is at Start, when a group could open
	CouldOpen      ReasonCode = "could-open"       // nothing: room and facilitator are free at Start, for Count children
)
