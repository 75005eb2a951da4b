package data

// Bilan is the written « bilan » of one child in one cycle. (No English word says it.)
type Bilan struct {
	Record[Bilan]
	ChildID ID[Child]  `cbor:"10,keyasint"`
	CycleID ID[Cycle]  `cbor:"11,keyasint"`
	GroupID ID[Group]  `cbor:"12,keyasint"`
	Moment  Moment     `cbor:"13,keyasint"` // MomentMid or MomentEnd
	State   BilanState `cbor:"14,keyasint,omitempty"`

	Context     string `cbor:"15,keyasint,omitempty"` // demande et objectifs
	Strengths   string `cbor:"16,keyasint,omitempty"` // ressources et points forts
	Watch       string `cbor:"17,keyasint,omitempty"` // points de vigilance
	ChildWords  string `cbor:"18,keyasint,omitempty"`
	FamilyWords string `cbor:"19,keyasint,omitempty"`
	SchoolWords string `cbor:"20,keyasint,omitempty"`
	Synthesis   string `cbor:"21,keyasint,omitempty"`
	Next        string `cbor:"22,keyasint,omitempty"` // suites
	FamilyOn    Date   `cbor:"23,keyasint,omitempty"` // rencontre avec la famille
	SavedOn     Date   `cbor:"24,keyasint,omitempty"`
	// FinalOn and FinalByID say when and by whom it was made final.
	FinalOn   Date       `cbor:"25,keyasint,omitempty"`
	FinalByID ID[Member] `cbor:"26,keyasint"`
	AuthorID  ID[Member] `cbor:"27,keyasint"`
}

// BilanState is where a bilan stands.
type BilanState uint8

// The states. A bilan that has no record yet is « à faire ».
const (
	BilanDraft BilanState = iota
	BilanFinal
)

// Check verifies what one bilan's record can verify alone.
func (b *Bilan) Check() error {
	var f faults
	if b.ChildID.IsZero() {
		f.add("ChildID", ErrMissing)
	}
	if b.CycleID.IsZero() {
		f.add("CycleID", ErrMissing)
	}
	f.note("Context", b.Context)
	f.note("Strengths", b.Strengths)
	f.note("Watch", b.Watch)
	f.note("ChildWords", b.ChildWords)
	f.note("FamilyWords", b.FamilyWords)
	f.note("SchoolWords", b.SchoolWords)
	f.note("Synthesis", b.Synthesis)
	f.note("Next", b.Next)
	f.date("FamilyOn", b.FamilyOn)
	return f.err()
}

// GroupBilan is the « bilan de groupe »: what can be said of a group without a child's private notes.
type GroupBilan struct {
	Record[GroupBilan]
	GroupID  ID[Group]  `cbor:"10,keyasint"`
	CycleID  ID[Cycle]  `cbor:"11,keyasint"`
	Moment   Moment     `cbor:"12,keyasint"`
	State    BilanState `cbor:"13,keyasint,omitempty"`
	Course   string     `cbor:"14,keyasint,omitempty"` // déroulement
	Dynamics string     `cbor:"15,keyasint,omitempty"` // dynamique du groupe
	Works    string     `cbor:"16,keyasint,omitempty"` // ce qui a aidé
	Adjust   string     `cbor:"17,keyasint,omitempty"` // ajustements
	Next     string     `cbor:"18,keyasint,omitempty"`
	FinalOn  Date       `cbor:"19,keyasint,omitempty"`
	AuthorID ID[Member] `cbor:"20,keyasint"`
}

// Check verifies what one group's bilan can verify alone.
func (b *GroupBilan) Check() error {
	var f faults
	if b.GroupID.IsZero() {
		f.add("GroupID", ErrMissing)
	}
	f.note("Course", b.Course)
	f.note("Dynamics", b.Dynamics)
	f.note("Works", b.Works)
	f.note("Adjust", b.Adjust)
	f.note("Next", b.Next)
	return f.err()
}
