package planning

// Change is one difference between two plans that a person can accept alone, with those it needs.
type Change struct {
	Code     ChangeCode
	Workshop string
	// Was and Is are the group it is about, before and after: Was is nil for a group that opens, Is for one that closes,
	// and both stand for a child's change of group. For a child who joins Was is nil, for one who leaves Is is.
	Was, Is *Group
	// Moves are the children whose place changes with it; the child it is about, for those about one.
	Moves   []Move
	Reasons []ChangeReason
	// Needs are the other changes, by their index, without which the plan would break a rule. Those they need are in it.
	Needs []int
}

// Move is a place that changes. From "" is the waiting list, To "" goes back to it.
type Move struct{ Child, From, To string }

// ChangeCode names a change.
type ChangeCode string

// The changes.
const (
	GroupOpens   ChangeCode = "group-opens"
	GroupCloses  ChangeCode = "group-closes"
	GroupRetimed ChangeCode = "group-retimed" // and perhaps in another room, with another facilitator
	GroupRoom    ChangeCode = "group-room"    // and perhaps with another facilitator
	GroupLeader  ChangeCode = "group-leader"
	ChildRetimed ChangeCode = "child-retimed" // another group, at another hour
	ChildMoves   ChangeCode = "child-moves"   // another group, at the same hour
	ChildJoins   ChangeCode = "child-joins"
	ChildLeaves  ChangeCode = "child-leaves" // back to the waiting list
)

// ChangeReason is one reason of a change.
type ChangeReason struct {
	Code  ChangeReasonCode
	About []string // children
	Count int
	// Solved is what could not be before, for Solves.
	Solved *Violation
}

// ChangeReasonCode names a reason.
type ChangeReasonCode string

// The reasons.
const (
	Solves       ChangeReasonCode = "solves" // Solved is broken no more
	IsUrgent     ChangeReasonCode = "urgent"
	IsHigh       ChangeReasonCode = "high"
	HasWaited    ChangeReasonCode = "waited"     // Count days
	LastPlace    ChangeReasonCode = "last-place" // of the group
	WithFriend   ChangeReasonCode = "with-friend"
	WithSibling  ChangeReasonCode = "with-sibling" // who comes in the same half of the day
	Preferred    ChangeReasonCode = "preferred-half"
	SameLeader   ChangeReasonCode = "same-facilitator"
	SameRoom     ChangeReasonCode = "same-room"
	SameBoth     ChangeReasonCode = "same-facilitator-and-room"
	FreesPlace   ChangeReasonCode = "frees-place"   // for About
	TakesIn      ChangeReasonCode = "takes-in"      // Count children who waited
	FreesRoom    ChangeReasonCode = "frees-room"    // for the group About
	FreesLeader  ChangeReasonCode = "frees-leader"  // for the group About
	NoMoreAsked  ChangeReasonCode = "no-more-asked" // the request is gone
	PlacedBefore ChangeReasonCode = "others-before" // Count requests of higher rank have the places
)
