package registry

import (
	"mercredi/data"
	"mercredi/data/journal"
)

// WholeFileOptions says what of other people stays readable in the file that is handed over. The zero value hides all
// that can be hidden.
type WholeFileOptions struct {
	// Asks is who asks: the rank in the family's guardians, from 0, of the adult who is shown whole; -1 for nobody (the
	// zero value shows the first).
	Asks int
	// Adults shows the other adults of the family too; Outside names professionals outside of the team.
	Adults, Outside bool
	// Private adds the private notes of who opened the file; those of others stay closed, and are counted.
	Private bool
	// Mask is written in place of a name: fr.OtherPerson. Shown are names, as Mention.Name gives them, that a person
	// read and decided to leave.
	Mask  string
	Shown []string
}

// WholeFileView is all that is kept about one child, as it may be handed to the family (« droit d'accès »). It holds no
// bilan of a group and no note of a session: those speak of several children.
type WholeFileView struct {
	Letterhead
	On        data.Date
	Reference string
	// Child is the record itself, names in its texts masked.
	Child       data.Child
	Age         int // -1 when not known
	School      data.School
	Eligibility data.Eligibility
	KeyWorker   Adult
	Family      WholeFamily
	Consents    []ConsentRow // every one ever given, refused or withdrawn, oldest first
	Recipients  []Recipient
	Notes       []WholeNote
	ClosedNotes int // private notes that are not in it
	Places      []WholePlace
	Evaluations []WholeEvaluation
	Bilans      []WholeBilan
	Cases       []WholeCase
	Referrals   []WholeReferral
	Interviews  []WholeInterview
	Accesses    []FileAccess
	// Mentions are the names of other people found in the texts, for who prepares the file. They are never printed.
	Mentions []Mention
}

// WholeFamily is the family of the child.
type WholeFamily struct {
	Name        string
	Address     data.Address
	Adults      []WholeAdult
	Interpreter string
	BestTime    string
	Notes       string
	Siblings    int // other children of the family, not named
}

// WholeAdult is an adult of the family. A masked one has its relation and authority alone.
type WholeAdult struct {
	data.Guardian
	Asks, Masked bool
}

// Recipient is with whom information about the child may be, or could be, shared.
type Recipient struct {
	Scope       data.ConsentScope
	Name        string // "" for the child's school
	From, Until data.Date
	WithdrawnOn data.Date
	State       data.ConsentState
}

// Writer is who wrote something, by role: the person is not named.
type Writer struct {
	Role  data.Role
	Known bool // false when nobody is said, or the member is gone
}

// WholeNote is one note.
type WholeNote struct {
	On          data.Date
	Kind        data.NoteKind
	Title, Text string
	Private     bool
	By          Writer
}

// WholePlace is one place of the child in a group, or on a waiting list, with the sessions of the child.
type WholePlace struct {
	Workshop, Cycle, Group string
	SchoolYear             int
	State                  data.EnrollmentState
	RequestedOn            data.Date
	Priority               data.Priority
	DecidedOn              data.Date // by the commission, for this request
	AskedBy                string
	From, Until            data.Date
	LeaveReason            string
	Warnings               []data.Warning // accepted, with their reasons
	Facilitators           []Adult        // the name is "" when masked
	Sessions               []WholeSession
}

// WholeSession is a session where the child was expected.
type WholeSession struct {
	Number int
	Date   data.Date
	Theme  string
	Cell
	Observations []WholeObservation // of this child
}

// WholeObservation is what somebody observed of the child in a session.
type WholeObservation struct {
	Participation, Mood int // from 1 to 5, zero is not said
	Text                string
	By                  Writer
}

// WholeEvaluation is one reading of the child's skills.
type WholeEvaluation struct {
	Workshop, Cycle string
	SchoolYear      int
	Moment          data.Moment
	Viewpoint       data.Viewpoint
	On              data.Date
	Rubric          string
	Scores          []WholeScore
	Comment         string
	By              Writer
}

// WholeScore is one criterion and the level it was given.
type WholeScore struct {
	Label  string
	Skill  data.SkillFamily
	Level  int    // from 1
	Word   string // of the level
	Levels int    // how many there are
}

// WholeBilan is one bilan of the child, its texts masked.
type WholeBilan struct {
	data.Bilan
	Workshop, Cycle string
	SchoolYear      int
	By              Writer
}

// FileAccess counts what members of one role did with the file on one day.
type FileAccess struct {
	On     data.Date
	Act    journal.Act
	Role   data.Role
	Detail string // the name of a document
	Count  int
}

// Mention is the name of somebody else in a text about the child.
type Mention struct {
	Name   string // what was recognised: "Kenza Zerrouki", "Zerrouki", "Kenza"
	Kind   MentionKind
	Part   FilePart
	On     data.Date // of the note, the session, the bilan; zero otherwise
	Before string    // a few words before and after
	Found  string    // as it was written
	After  string
	Masked bool
	// Sure says that a whole name or a last name was found; a first name alone may be a chance.
	Sure bool
}

// MentionKind says who is mentioned.
type MentionKind uint8

// The kinds.
const (
	MentionChild    MentionKind = iota + 1 // another child
	MentionAdult                           // an adult of a family
	MentionOutsider                        // a professional outside of the team
)

// FilePart is a part of the whole file.
type FilePart uint8

// The parts.
const (
	PartChild FilePart = iota + 1
	PartPathway
	PartFamily
	PartConsents
	PartNotes
	PartPlaces
	PartSessions
	PartEvaluations
	PartBilans
	PartCommissions
	PartReferrals
)
