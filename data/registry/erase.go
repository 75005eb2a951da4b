package registry

import (
	"mercredi/data"
)

// ErasurePreview is what erasing a child would take away.
type ErasurePreview struct {
	Reference string
	Counts    []Count // records of the child
	Marks     int     // attendance marks in sheets shared with others
	Family    bool    // the family goes too: no other child of it is left
	// Carriers are the places of the key ring; the erasure is complete when each was refreshed.
	Carriers []data.BackupPlace
}

// PreviewErasure says what EraseChild would do.
func (r *Registry) PreviewErasure(id data.ID[data.Child]) (ErasurePreview, error) { panic("to come") }

// Erasure is an erasure that was done, without a name.
type Erasure struct {
	Reference string
	On        data.Date
	ByRole    data.Role
	Reason    string
	Counts    []Count
	Marks     int
	Family    bool
	Carriers  []data.BackupPlace // refreshed or not, see RingAt
	// Complete is when the last carrier was refreshed; zero while one is still to come. Latest is the day by which the
	// last backup that could hold the child will have been rotated out.
	Complete    data.Date
	Latest      data.Date
	JournalHead string
	Number      uint64 // of the journal entry
}

// EraseChild destroys a child's key, records and traces, for ever, and compacts the file.
func (r *Registry) EraseChild(id data.ID[data.Child], reason string) (Erasure, error) {
	panic("to come")
}
