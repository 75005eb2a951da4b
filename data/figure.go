package data

// Figure is a « trace statistique »: what is left of a child once its file is anonymised, so that the figures of past
// years stay true. One child leaves several, and nothing links them: not to the child, not to each other.
//
//	FigureYear   one a school year in which the child was followed: counts children, girls and boys, ages, QPV, REP
//	FigurePlace  one a school year and workshop: counts places, presences, bilans
//	FigureEntry  one: the school year in which the pathway began
//	FigureExit   one: the school year in which it ended, and about how long it lasted
//
// A figure has no name, no birth date, no day, no free text, no school, no family, no place on a map.
type Figure struct {
	Record[Figure]
	Kind FigureKind `cbor:"10,keyasint"`
	// SchoolYear is the calendar year in which the school year starts. Nothing finer is kept.
	SchoolYear int     `cbor:"11,keyasint"`
	Sex        Sex     `cbor:"12,keyasint,omitempty"`
	Age        AgeBand `cbor:"13,keyasint,omitempty"` // on 31 December of the school year
	// Area and Network are what made the child eligible: the home in a QPV, the school in REP or in a QPV.
	Area    bool `cbor:"14,keyasint,omitempty"`
	Network bool `cbor:"15,keyasint,omitempty"`
	// WorkshopID is the template, never the group.
	WorkshopID ID[Workshop] `cbor:"16,keyasint"`
	Came       int          `cbor:"17,keyasint,omitempty"`
	Counted    int          `cbor:"18,keyasint,omitempty"`
	Bilans     int          `cbor:"19,keyasint,omitempty"` // made final
	Length     Length       `cbor:"20,keyasint,omitempty"`
}

// SmallCell is how many children, at least, must be alike for a figure to say what they have in common: « secret
// statistique ». Fewer, and the figure says less (see Generalised). Change it here.
const SmallCell = 5

// FigureKind says what a figure counts.
type FigureKind uint8

// The kinds. They are kept in files: a number is never given to something else.
const (
	FigureYear FigureKind = iota + 1
	FigurePlace
	FigureEntry
	FigureExit
)

// AgeBand is a « tranche d'âge » of the figures of the year. Zero is not said.
type AgeBand uint8

// The bands, in years, both ends included.
const (
	AgeUnsaid  AgeBand = iota
	AgeTwo             // 2–5
	AgeSix             // 6–10
	AgeEleven          // 11–15
	AgeSixteen         // 16–18
)

// AgeBandOf is the band of an age in years; an age outside of them is not said.
func AgeBandOf(years int) AgeBand {
	switch {
	case years < 2 || years > 18:
		return AgeUnsaid
	case years <= 5:
		return AgeTwo
	case years <= 10:
		return AgeSix
	case years <= 15:
		return AgeEleven
	}
	return AgeSixteen
}

// Length is about how long a pathway lasted. Zero is not said.
type Length uint8

// The lengths.
const (
	LengthUnsaid   Length = iota
	LengthHalfYear        // up to 6 months
	LengthYear            // up to 12 months
	LengthTwoYears        // up to 24 months
	LengthLonger
)

// LengthBetween is the length of a pathway from its first to its last day.
func LengthBetween(from, to Date) Length {
	switch {
	case !from.Valid() || !to.Valid() || to < from:
		return LengthUnsaid
	case to <= from.AddMonths(6):
		return LengthHalfYear
	case to <= from.AddMonths(12):
		return LengthYear
	case to <= from.AddMonths(24):
		return LengthTwoYears
	}
	return LengthLonger
}

// FigureCell is all that a figure says of who the child was: two figures of one cell are alike.
type FigureCell struct {
	Kind          FigureKind
	SchoolYear    int
	Sex           Sex
	Age           AgeBand
	Area, Network bool
	WorkshopID    ID[Workshop]
	Length        Length
	// Step is how far the figures were generalised before they were compared.
	Step int
}

// Cell is the cell of a figure once it is generalised.
func (f Figure) Cell(step int) FigureCell {
	f = f.Generalised(step)
	return FigureCell{f.Kind, f.SchoolYear, f.Sex, f.Age, f.Area, f.Network, f.WorkshopID, f.Length, step}
}

// Generalised is the figure that says less and less: at step 1 no sex, at step 2 no age either, at step 3 nothing but
// the year. Presences and bilans stay: they are sums. Step 0 is the figure itself.
func (f Figure) Generalised(step int) Figure {
	if step >= 1 {
		f.Sex = SexUnknown
	}
	if step >= 2 {
		f.Age = AgeUnsaid
	}
	if step >= LastStep {
		f.Area, f.Network, f.WorkshopID, f.Length = false, false, ID[Workshop]{}, LengthUnsaid
	}
	return f
}

// LastStep is the step at which a figure says nothing but the year.
const LastStep = 3

// Check verifies what one figure can verify alone.
func (f *Figure) Check() error {
	var x faults
	x.between("Kind", int(f.Kind), int(FigureYear), int(FigureExit))
	x.between("SchoolYear", f.SchoolYear, 2000, 2100)
	x.between("Came", f.Came, 0, f.Counted)
	return x.err()
}
