package data

// Session is a « séance »: one meeting of a group on a day. (Never a login: a vault is unlocked.)
type Session struct {
	Record[Session]
	GroupID ID[Group] `cbor:"10,keyasint"`
	CycleID ID[Cycle] `cbor:"11,keyasint"`
	// Number counts from 1 in the order of the dates.
	Number        int             `cbor:"12,keyasint"`
	Date          Date            `cbor:"13,keyasint"`
	Start         TimeOfDay       `cbor:"14,keyasint,omitempty"`
	LengthMinutes int             `cbor:"15,keyasint,omitempty"`
	RoomID        ID[Room]        `cbor:"16,keyasint"`
	FacilitatorID ID[Facilitator] `cbor:"17,keyasint"`
	State         SessionState    `cbor:"18,keyasint,omitempty"`
	// Reason says why it was cancelled or postponed.
	Reason string `cbor:"19,keyasint,omitempty"`
	// MovedFrom is the first date, when the session was postponed.
	MovedFrom Date `cbor:"20,keyasint,omitempty"`
	// Added says that the session is not in the rule of the cycle.
	Added    bool      `cbor:"21,keyasint,omitempty"`
	Theme    string    `cbor:"22,keyasint,omitempty"`
	Note     string    `cbor:"23,keyasint,omitempty"`
	Warnings []Warning `cbor:"24,keyasint,omitempty"`
}

// SessionState is where a session stands. Whether it is past depends on the day one looks.
type SessionState uint8

// The states.
const (
	SessionPlanned   SessionState = iota
	SessionHeld                   // somebody said that it took place
	SessionCancelled              // it did not, and is not replaced
)

// Check verifies what one session's record can verify alone.
func (s *Session) Check() error {
	var f faults
	if s.GroupID.IsZero() {
		f.add("GroupID", ErrMissing)
	}
	if s.Date.IsZero() {
		f.add("Date", ErrMissing)
	}
	f.date("Date", s.Date)
	f.between("LengthMinutes", s.LengthMinutes, 15, 480)
	f.short("Theme", s.Theme)
	f.note("Note", s.Note)
	f.note("Reason", s.Reason)
	f.warnings(s.Warnings)
	return f.err()
}

// Attendance is the « présences » of one session: one mark a child. It has the id of its session, so that marking
// never meets an edit of the session itself.
type Attendance struct {
	Record[Attendance]
	GroupID ID[Group]   `cbor:"10,keyasint"`
	Marks   []ChildMark `cbor:"11,keyasint,omitempty"`
}

// ChildMark is the mark of one child.
type ChildMark struct {
	_       struct{} `cbor:",toarray"`
	ChildID ID[Child]
	Mark    Mark
}

// Of is the mark of a child, NotEntered when there is none.
func (a *Attendance) Of(child ID[Child]) Mark {
	for _, m := range a.Marks {
		if m.ChildID == child {
			return m.Mark
		}
	}
	return NotEntered
}

// Set gives a child a mark; NotEntered takes it away.
func (a *Attendance) Set(child ID[Child], mark Mark) {
	for i, m := range a.Marks {
		if m.ChildID != child {
			continue
		}
		if mark == NotEntered {
			a.Marks = append(a.Marks[:i], a.Marks[i+1:]...)
			return
		}
		a.Marks[i].Mark = mark
		return
	}
	if mark != NotEntered {
		a.Marks = append(a.Marks, ChildMark{ChildID: child, Mark: mark})
	}
}

// Mark is one of the six states of attendance.
type Mark uint8

// The marks. NotEntered is kept apart in every rate; Cancelled comes from the session.
const (
	NotEntered Mark = iota
	Present
	Late
	Excused
	Absent
	Cancelled
)

// Came reports whether the child was there.
func (m Mark) Came() bool { return m == Present || m == Late }

// Counts reports whether the mark counts in a rate.
func (m Mark) Counts() bool { return m == Present || m == Late || m == Excused || m == Absent }

// Regularity counts presences: rate = Came / Counted. Cancelled and not-entered sessions are in neither.
type Regularity struct{ Came, Counted, NotEntered, Cancelled, ToCome int }

// Add counts one mark.
func (r *Regularity) Add(m Mark) {
	switch {
	case m == NotEntered:
		r.NotEntered++
	case m == Cancelled:
		r.Cancelled++
	default:
		r.Counted++
		if m.Came() {
			r.Came++
		}
	}
}

// Percent is the rate rounded to the nearest whole, and false when nothing counts yet.
func (r Regularity) Percent() (int, bool) {
	if r.Counted == 0 {
		return 0, false
	}
	return (200*r.Came + r.Counted) / (2 * r.Counted), true
}

// Observation is a child's note of a session: how the child took part, the mood, a few words.
type Observation struct {
	Record[Observation]
	SessionID ID[Session] `cbor:"10,keyasint"`
	ChildID   ID[Child]   `cbor:"11,keyasint"`
	// Participation and Mood go from 1 to 5; zero is not said.
	Participation int        `cbor:"12,keyasint,omitempty"`
	Mood          int        `cbor:"13,keyasint,omitempty"`
	Text          string     `cbor:"14,keyasint,omitempty"`
	AuthorID      ID[Member] `cbor:"15,keyasint"`
}

// Check verifies what one observation can verify alone.
func (o *Observation) Check() error {
	var f faults
	f.between("Participation", o.Participation, 0, 5)
	f.between("Mood", o.Mood, 0, 5)
	f.note("Text", o.Text)
	return f.err()
}
