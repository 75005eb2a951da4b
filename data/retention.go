package data

import "strings"

// LastContact is the last time a child, or the family about the child, was in touch with the programme: the « dernier
// contact » from which the time that a file may be kept is counted. The zero value is not known.
type LastContact struct {
	On   Date
	Kind ContactKind
}

// ContactKind says what a contact was.
type ContactKind uint8

// The kinds.
const (
	ContactUnknown     ContactKind = iota
	ContactSpotted                 // noticed, or sent to the programme
	ContactCommission              // examined by the commission
	ContactStart                   // the pathway began
	ContactEnd                     // the pathway ended
	ContactConsent                 // the family signed or withdrew an agreement
	ContactNote                    // a call, a meeting…
	ContactEnrollment              // a place was asked for, taken or left
	ContactSession                 // the child came to a session
	ContactObservation             // somebody observed the child in a session
	ContactEvaluation              // the child's skills were rated
	ContactBilan                   // a bilan was made final, or the family was met about one
	ContactReferral                // a structure was asked, or answered
	ContactInterview               // the child or the parents came to an interview
)

// Or is the later of two contacts. A day after today is no contact yet, and neither is a day that is not said.
func (c LastContact) Or(on Date, kind ContactKind, today Date) LastContact {
	if on.Valid() && on <= today && on > c.On {
		return LastContact{on, kind}
	}
	return c
}

// LastSeen is the latest contact that the record of the child tells by itself, up to today: the steps of the pathway
// and the agreements. Notes, places, sessions, evaluations and bilans are other records.
func (c *Child) LastSeen(today Date) LastContact {
	p := c.Pathway
	last := LastContact{}.Or(p.SpottedOn, ContactSpotted, today).Or(p.IntakeOn, ContactSpotted, today).
		Or(p.CommissionOn, ContactCommission, today).Or(p.StartedOn, ContactStart, today).Or(p.EndedOn, ContactEnd, today)
	for _, x := range c.Consents {
		last = last.Or(x.SignedOn, ContactConsent, today).Or(x.WithdrawnOn, ContactConsent, today)
	}
	return last
}

// MaxKeepYears is how far ahead a decision to keep a file can reach: it stops a slip of the finger and a file kept for
// ever. Later, the file comes up again and can be kept again.
const MaxKeepYears = 5

// checkKeep: a decision has a day and a reason, or neither.
func (c *Child) checkKeep(f *faults) {
	f.date("KeepUntil", c.KeepUntil)
	f.note("KeepReason", c.KeepReason)
	why := strings.TrimSpace(c.KeepReason) != ""
	switch {
	case why && c.KeepUntil.IsZero():
		f.add("KeepUntil", ErrMissing)
	case !why && !c.KeepUntil.IsZero():
		f.add("KeepReason", ErrMissing)
	}
}
