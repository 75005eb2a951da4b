package data

// Consent is an « accord » or « autorisation » of the family: what for, for whom, signed by whom, until when.
type Consent struct {
	Scope ConsentScope `cbor:"1,keyasint"`
	// Recipient names with whom information may be shared, for the scopes that share.
	Recipient   string `cbor:"2,keyasint,omitempty"`
	Given       Answer `cbor:"3,keyasint,omitempty"`
	SignedOn    Date   `cbor:"4,keyasint,omitempty"`
	SignedBy    string `cbor:"5,keyasint,omitempty"`
	Until       Date   `cbor:"6,keyasint,omitempty"`
	WithdrawnOn Date   `cbor:"7,keyasint,omitempty"`
}

func (c Consent) check(f *faults) {
	f.shorts(text{"Consents.Recipient", c.Recipient}, text{"Consents.SignedBy", c.SignedBy})
	f.date("Consents.SignedOn", c.SignedOn)
	f.date("Consents.Until", c.Until)
	f.date("Consents.WithdrawnOn", c.WithdrawnOn)
}

// ConsentScope is what a consent is about.
type ConsentScope uint8

// The scopes.
const (
	ConsentFollowUp     ConsentScope = iota + 1 // followed by the programme
	ConsentShareSchool                          // sharing with the school
	ConsentSharePartner                         // sharing with a named structure
	ConsentPictures                             // photographs and works of the child
	ConsentOuting                               // leaving the premises
)

// ConsentState is where a consent stands on a day.
type ConsentState uint8

// The states.
const (
	ConsentMissing ConsentState = iota
	ConsentValid
	ConsentEndsSoon // valid, but ends within ConsentNoticeDays
	ConsentEnded
	ConsentRefused
	ConsentWithdrawn
)

// ConsentNoticeDays is how long before its end a consent is announced.
const ConsentNoticeDays = 30

// On is the state of the consent on a day.
func (c Consent) On(day Date) ConsentState {
	switch {
	case !c.WithdrawnOn.IsZero() && c.WithdrawnOn <= day:
		return ConsentWithdrawn
	case c.Given == No:
		return ConsentRefused
	case c.Given != Yes || c.SignedOn.IsZero() || c.SignedOn > day:
		return ConsentMissing
	case c.Until.IsZero():
		return ConsentValid
	case c.Until < day:
		return ConsentEnded
	case day.DaysUntil(c.Until) <= ConsentNoticeDays:
		return ConsentEndsSoon
	}
	return ConsentValid
}

// Allows reports whether the family's agreement covers the day.
func (s ConsentState) Allows() bool { return s == ConsentValid || s == ConsentEndsSoon }

// ConsentFor is the state of the child's best consent for a scope on a day.
func (c *Child) ConsentFor(scope ConsentScope, day Date) ConsentState {
	best := ConsentMissing
	for _, x := range c.Consents {
		if x.Scope != scope {
			continue
		}
		s := x.On(day)
		if s.Allows() {
			return s
		}
		best = max(best, s)
	}
	return best
}

// ConsentText is what a family reads before it answers about one scope, in plain words: what it agrees to, why, and who
// sees it. An empty part is the one of the program.
type ConsentText struct {
	Scope ConsentScope `cbor:"1,keyasint"`
	What  string       `cbor:"2,keyasint,omitempty"`
	Why   string       `cbor:"3,keyasint,omitempty"`
	Who   string       `cbor:"4,keyasint,omitempty"`
}

func (t ConsentText) check(f *faults) {
	f.notes(text{"ConsentTexts.What", t.What}, text{"ConsentTexts.Why", t.Why}, text{"ConsentTexts.Who", t.Who})
}
