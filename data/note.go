package data

// Note is one piece of news in a child's file: a call, a meeting, an observation.
type Note struct {
	Record[Note]
	ChildID  ID[Child]  `cbor:"10,keyasint"`
	On       Date       `cbor:"11,keyasint"`
	Kind     NoteKind   `cbor:"12,keyasint,omitempty"`
	Title    string     `cbor:"13,keyasint"`
	Text     string     `cbor:"14,keyasint,omitempty"`
	AuthorID ID[Member] `cbor:"15,keyasint"`
	// Private notes are for their author, and never on a paper.
	Private bool `cbor:"16,keyasint,omitempty"`
	// Sealed holds the title and the text of a private note, which its author alone can open. Others see neither.
	Sealed []byte `cbor:"17,keyasint,omitempty"`
}

// NoteKind is what a note tells of.
type NoteKind uint8

// The kinds.
const (
	NoteOther NoteKind = iota
	NoteCall
	NoteMeeting
	NoteSchool
	NotePartner
	NoteObservation
)

// Check verifies what one note can verify alone.
func (n *Note) Check() error {
	var f faults
	if n.ChildID.IsZero() {
		f.add("ChildID", ErrMissing)
	}
	if n.On.IsZero() {
		f.add("On", ErrMissing)
	}
	f.date("On", n.On)
	if n.Closed() {
		f.short("Title", n.Title)
	} else {
		f.name("Title", n.Title)
	}
	f.note("Text", n.Text)
	return f.err()
}

// Closed reports whether the note is somebody else's private one: there is nothing to read.
func (n *Note) Closed() bool { return n.Private && len(n.Sealed) > 0 && n.Title == "" }
