package data

// Record is the part that every kept thing shares. It is embedded first in each noun, and takes the stored
// numbers 1 to 9; the noun's own fields start at 10.
type Record[T any] struct {
	ID ID[T] `cbor:"1,keyasint"`
	// Revision counts the saves. A save that starts from an older revision is a conflict, never a silent overwrite.
	Revision uint32 `cbor:"2,keyasint,omitempty"`
	// Archived hides the record from lists without destroying it.
	Archived bool `cbor:"3,keyasint,omitempty"`
}

// Head gives generic code its way to the shared part.
func (r *Record[T]) Head() *Record[T] { return r }
