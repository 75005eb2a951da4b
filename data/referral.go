package data

// Referral is an « orientation »: a child, the parents or the family are led to a structure of the network, by a « fiche
// de liaison » that carries the request and comes back with the answer.
type Referral struct {
	Record[Referral]
	ChildID   ID[Child]   `cbor:"10,keyasint"`
	PartnerID ID[Partner] `cbor:"11,keyasint"`
	// Contact is the person the request is sent to, "" for the structure itself.
	Contact   string        `cbor:"12,keyasint,omitempty"`
	Whom      Whom          `cbor:"13,keyasint,omitempty"`
	AskedOn   Date          `cbor:"14,keyasint"`
	AskedByID ID[Member]    `cbor:"15,keyasint"`
	Reason    string        `cbor:"16,keyasint,omitempty"` // « motif initial »
	State     ReferralState `cbor:"17,keyasint,omitempty"`
	SentOn    Date          `cbor:"18,keyasint,omitempty"`
	// AnsweredOn and what follows are the structure's answer; OfferedOn is the day of the first interview it offers.
	AnsweredOn   Date   `cbor:"19,keyasint,omitempty"`
	OfferedOn    Date   `cbor:"20,keyasint,omitempty"`
	Psychologist string `cbor:"21,keyasint,omitempty"`
	Answer       string `cbor:"22,keyasint,omitempty"`
	// Prescriber is the doctor or the service who prescribes, where the structure asks for one.
	Prescriber string `cbor:"23,keyasint,omitempty"`
	EndedOn    Date   `cbor:"24,keyasint,omitempty"`
}

// Whom is who is led to a structure.
type Whom uint8

// The answers.
const (
	WhomUnsaid Whom = iota
	WhomChild
	WhomParents
	WhomFamily
)

// ReferralState is where a referral stands.
type ReferralState uint8

// The states.
const (
	ReferralPrepared ReferralState = iota
	ReferralSent
	ReferralAnswered
	ReferralRunning
	ReferralEnded
	ReferralRefused
	ReferralUnanswered // « sans réponse »: nobody waits for it any more
)

// Check verifies what one referral can verify alone.
func (r *Referral) Check() error {
	var f faults
	if r.ChildID.IsZero() {
		f.add("ChildID", ErrMissing)
	}
	if r.PartnerID.IsZero() {
		f.add("PartnerID", ErrMissing)
	}
	if r.AskedOn.IsZero() {
		f.add("AskedOn", ErrMissing)
	}
	f.date("AskedOn", r.AskedOn)
	f.between("Whom", int(r.Whom), 0, int(WhomFamily))
	f.between("State", int(r.State), 0, int(ReferralUnanswered))
	f.order("SentOn", r.AskedOn, r.SentOn)
	f.order("AnsweredOn", r.AskedOn, r.AnsweredOn)
	f.order("OfferedOn", r.AskedOn, r.OfferedOn)
	f.order("EndedOn", r.AskedOn, r.EndedOn)
	f.shorts(text{"Contact", r.Contact}, text{"Psychologist", r.Psychologist}, text{"Prescriber", r.Prescriber})
	f.notes(text{"Reason", r.Reason}, text{"Answer", r.Answer})
	return f.err()
}

// Open reports whether something is still awaited of the referral.
func (r *Referral) Open() bool { return r.State < ReferralEnded }
