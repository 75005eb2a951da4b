package data

// Interview is an « entretien » held under an agreement, an act that is counted and paid for. It says nothing of what was
// said there.
type Interview struct {
	Record[Interview]
	AgreementID ID[Agreement] `cbor:"10,keyasint"`
	// ChildID is the child it is about; FamilyID is said instead when it is about no child alone.
	ChildID      ID[Child]     `cbor:"11,keyasint"`
	FamilyID     ID[Family]    `cbor:"12,keyasint"`
	On           Date          `cbor:"13,keyasint"`
	Kind         InterviewKind `cbor:"14,keyasint"`
	Outcome      Outcome       `cbor:"15,keyasint,omitempty"`
	Psychologist string        `cbor:"16,keyasint,omitempty"`
}

// InterviewKind is who comes to an interview; it decides on the fee.
type InterviewKind uint8

// The kinds.
const (
	InterviewChild   InterviewKind = iota + 1 // « individuel »
	InterviewParents                          // « parents »
	InterviewFamily                           // « famille »
)

// Outcome is what became of an interview. Zero is not entered.
type Outcome uint8

// The outcomes.
const (
	OutcomeUnsaid Outcome = iota
	Held
	ExcusedAway // announced beforehand
	NoShow
	CalledOff // by the structure
)

// Check verifies what one interview can verify alone.
func (i *Interview) Check() error {
	var f faults
	if i.AgreementID.IsZero() {
		f.add("AgreementID", ErrMissing)
	}
	if i.ChildID.IsZero() && i.FamilyID.IsZero() {
		f.add("ChildID", ErrMissing)
	}
	if i.On.IsZero() {
		f.add("On", ErrMissing)
	}
	f.date("On", i.On)
	if i.Kind == 0 {
		f.add("Kind", ErrMissing)
	}
	f.between("Kind", int(i.Kind), 0, int(InterviewFamily))
	f.between("Outcome", int(i.Outcome), 0, int(CalledOff))
	f.short("Psychologist", i.Psychologist)
	return f.err()
}
