package data

import "time"

// Workshop is a « fiche action »: the template from which cycles are opened. Every number in it is a default.
type Workshop struct {
	Record[Workshop]
	Name       string     `cbor:"10,keyasint"`
	ShortName  string     `cbor:"11,keyasint,omitempty"`
	Discipline Discipline `cbor:"12,keyasint,omitempty"`
	Format     Format     `cbor:"13,keyasint,omitempty"`

	// MinAge and MaxAge are in years, MinGrade and MaxGrade school levels; zero when the workshop does not say.
	MinAge   int   `cbor:"14,keyasint,omitempty"`
	MaxAge   int   `cbor:"15,keyasint,omitempty"`
	MinGrade Grade `cbor:"16,keyasint,omitempty"`
	MaxGrade Grade `cbor:"17,keyasint,omitempty"`

	Capacity       int          `cbor:"18,keyasint"` // children in a group
	Groups         int          `cbor:"19,keyasint"` // groups in a cycle
	Sessions       int          `cbor:"20,keyasint"` // sessions in a cycle
	SessionMinutes int          `cbor:"21,keyasint"`
	Weekday        time.Weekday `cbor:"22,keyasint,omitempty"`
	// Rhythm says whether sessions follow weekly outside the holidays, or are held in a row during them.
	Rhythm Rhythm `cbor:"23,keyasint,omitempty"`
	// MidBilanAfter is the session after which a mid-cycle bilan is due; 0 for none.
	MidBilanAfter int `cbor:"24,keyasint,omitempty"`
	// DecisionAfter is the session after which the team decides what follows (psychologist); 0 for none.
	DecisionAfter int        `cbor:"25,keyasint,omitempty"`
	Themes        []string   `cbor:"26,keyasint,omitempty"`
	RubricID      ID[Rubric] `cbor:"27,keyasint"`

	Fiche Fiche `cbor:"28,keyasint"`

	// MinChildren is how few children a group may have, MaxGradeSpan how many levels may lie between its youngest and its
	// oldest, Earliest and Latest when it may start. Zero is no limit.
	MinChildren  int       `cbor:"29,keyasint,omitempty"`
	MaxGradeSpan int       `cbor:"30,keyasint,omitempty"`
	Earliest     TimeOfDay `cbor:"31,keyasint,omitempty"`
	Latest       TimeOfDay `cbor:"32,keyasint,omitempty"`
	// RoomPlaces is how many places its room must have; zero is the children and the facilitator.
	RoomPlaces int `cbor:"33,keyasint,omitempty"`
}

// PlacesNeeded is how many places the room of a group of some children must have.
func (w *Workshop) PlacesNeeded(capacity int) int {
	if w.RoomPlaces > 0 {
		return w.RoomPlaces
	}
	return capacity + 1
}

// Fiche is the written part of a fiche action.
type Fiche struct {
	Carrier     string `cbor:"1,keyasint,omitempty"` // porteur
	Public      string `cbor:"2,keyasint,omitempty"`
	Findings    string `cbor:"3,keyasint,omitempty"` // constats
	Objectives  string `cbor:"4,keyasint,omitempty"`
	Description string `cbor:"5,keyasint,omitempty"`
	Venue       string `cbor:"6,keyasint,omitempty"`
	Calendar    string `cbor:"7,keyasint,omitempty"`
	Partners    string `cbor:"8,keyasint,omitempty"`
	Leads       string `cbor:"9,keyasint,omitempty"` // pilotes
	Provider    string `cbor:"10,keyasint,omitempty"`
	Staff       string `cbor:"11,keyasint,omitempty"` // moyens humains
	Equipment   string `cbor:"12,keyasint,omitempty"`
	Budget      string `cbor:"13,keyasint,omitempty"`
	Indicators  string `cbor:"14,keyasint,omitempty"`
}

func (x Fiche) check(f *faults) {
	f.notes(text{"Fiche.Carrier", x.Carrier}, text{"Fiche.Public", x.Public}, text{"Fiche.Findings", x.Findings},
		text{"Fiche.Objectives", x.Objectives}, text{"Fiche.Description", x.Description}, text{"Fiche.Venue", x.Venue},
		text{"Fiche.Calendar", x.Calendar}, text{"Fiche.Partners", x.Partners}, text{"Fiche.Leads", x.Leads},
		text{"Fiche.Provider", x.Provider}, text{"Fiche.Staff", x.Staff}, text{"Fiche.Equipment", x.Equipment},
		text{"Fiche.Budget", x.Budget}, text{"Fiche.Indicators", x.Indicators})
}

// Check verifies what one workshop's record can verify alone.
func (w *Workshop) Check() error {
	var f faults
	f.name("Name", w.Name)
	f.shorts(text{"ShortName", w.ShortName}, text{"Discipline", string(w.Discipline)})
	for _, t := range w.Themes {
		f.short("Themes", t)
	}
	w.Fiche.check(&f)
	f.between("Capacity", w.Capacity, 1, 100)
	f.between("Groups", w.Groups, 1, 50)
	f.between("Sessions", w.Sessions, 1, 60)
	f.between("SessionMinutes", w.SessionMinutes, 15, 480)
	if w.MaxAge != 0 && w.MaxAge < w.MinAge {
		f.add("MaxAge", ErrEndBeforeStart)
	}
	if w.MaxGrade != 0 && w.MaxGrade < w.MinGrade {
		f.add("MaxGrade", ErrEndBeforeStart)
	}
	f.between("MinChildren", w.MinChildren, 0, 100)
	if w.MinChildren > w.Capacity {
		f.add("MinChildren", ErrEndBeforeStart)
	}
	f.between("MaxGradeSpan", w.MaxGradeSpan, 0, int(Terminale))
	f.startHour("Earliest", w.Earliest)
	f.startHour("Latest", w.Latest)
	if w.Latest != 0 && w.Latest < w.Earliest {
		f.add("Latest", ErrEndBeforeStart)
	}
	f.between("RoomPlaces", w.RoomPlaces, 0, 500)
	return f.err()
}

// Discipline gives a workshop its colour and pictogram; the name always stands beside them.
type Discipline string

// The disciplines that ship with the app; they are the keys of ui/look's tones.
const (
	ArtTherapy      Discipline = "art"
	Sophrology      Discipline = "sophrology"
	Psychoeducation Discipline = "psychoeducation"
	Psychologist    Discipline = "psychologist"
	SocialSkills    Discipline = "cps"
	SchoolSupport   Discipline = "school"
)

// Format of the sessions.
type Format uint8

// The formats.
const (
	InGroup Format = iota
	Individual
	WithFamily
)

// Rhythm of the sessions.
type Rhythm uint8

// The rhythms.
const (
	Weekly Rhythm = iota // one session a week, outside the school holidays
	Stage                // « stage »: several days in a row, normal in the holidays
)
