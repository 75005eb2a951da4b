package registry

import (
	"time"

	"mercredi/data"
	"mercredi/data/journal"
)

// JournalFilter chooses entries; zero fields choose all.
type JournalFilter struct {
	Child    data.ID[data.Child]
	Member   data.ID[data.Member]
	Act      journal.Act
	From, To data.Date
	// Most bounds the answer to the newest entries; zero is 500.
	Most int
}

// JournalLine is one thing that was done.
type JournalLine struct {
	Number uint64
	At     time.Time
	By     string // full name, or the name of the key when the member is gone
	ByRole string // the role without the name: « Référente de parcours »… left to fr; see Role
	Role   data.Role
	Act    journal.Act
	Noun   Noun
	// Child is the child concerned, zero for the rest; ChildName is "" when the child is erased or unknown.
	Child     data.ID[data.Child]
	ChildName string
	Reference string // of the record or the child, short
	Count     int    // how many records, 1 mostly
	Detail    string // the name of a document or a place, never of a person
}

// JournalCheck is what verifying the journal found.
type JournalCheck struct {
	Entries     int
	First, Last time.Time
	Head        string // hexadecimal, 64 signs
	PrunedUpTo  uint64 // entries before this number were taken out with a signed checkpoint
}

// Journal answers the chosen entries, newest first.
func (r *Registry) Journal(f JournalFilter) ([]JournalLine, error) { panic("to come") }

// VerifyJournal reads the whole chain: every hash, every signature, every number. journal.ErrBroken names the first
// entry that does not fit.
func (r *Registry) VerifyJournal() (JournalCheck, error) { panic("to come") }

// PruneJournal takes out the entries before a day and leaves a signed checkpoint. It answers how many went.
func (r *Registry) PruneJournal(before data.Date) (int, error) { panic("to come") }

// Viewed notes that the file of a child was opened on screen.
func (r *Registry) Viewed(child data.ID[data.Child]) error { panic("to come") }

// Printed notes that a document was printed or exported: what it is, without a name, and the children in it.
func (r *Registry) Printed(act journal.Act, what string, children ...data.ID[data.Child]) error {
	panic("to come")
}

// State is the number of the file's last change and the head of its journal, for the foot of papers.
func (r *Registry) State() (number uint64, journalHead string) { panic("to come") }
