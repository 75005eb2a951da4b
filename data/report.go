package data

import "cmp"

// YearReport is what the team adds to the figures of a school year to make the « rapport d'activité »: its comments, and
// how the figures are cut. There is at most one a school year. The figures themselves are counted, never kept.
type YearReport struct {
	Record[YearReport]
	// SchoolYear is the calendar year in which the school year starts.
	SchoolYear int       `cbor:"10,keyasint"`
	Comments   []Comment `cbor:"11,keyasint,omitempty"`
	// MaskBelow is the count of people under which a number is masked in what leaves the office; see Below.
	MaskBelow int `cbor:"12,keyasint,omitempty"`
	// Ages are the bands in which children are counted on 31 December, rising; see Bands.
	Ages []AgeSpan `cbor:"13,keyasint,omitempty"`
	// AdultsReached is how many parents and professionals the collective actions reached; zero is not said.
	AdultsReached int `cbor:"14,keyasint,omitempty"`
}

// Comment is what the team writes under one section of the report.
type Comment struct {
	Section ReportSection `cbor:"1,keyasint"`
	Text    string        `cbor:"2,keyasint,omitempty"`
}

// AgeSpan is a band of ages in whole years, both ends included.
type AgeSpan struct {
	From int `cbor:"1,keyasint"`
	To   int `cbor:"2,keyasint"`
}

// ReportSection is a part of the report. The numbers are kept in files: one is never given to something else.
type ReportSection uint8

// The sections.
const (
	SectionSummary    ReportSection = iota + 1 // « synthèse »
	SectionChildren                            // who the children are
	SectionPathways                            // entries, reasons, exits
	SectionCommission                          // what the commission examined
	SectionWorkshops                           // sessions, places, presences
	SectionBilans
	SectionNetwork // orientations and partners
	SectionOutlook // « perspectives »
)

// Below is the count under which a number is masked: 5 until the team says otherwise.
func (y *YearReport) Below() int { return cmp.Or(y.MaskBelow, SmallCell) }

// Bands are the bands of ages: those of the anonymised figures until the team says otherwise.
func (y *YearReport) Bands() []AgeSpan {
	if len(y.Ages) > 0 {
		return y.Ages
	}
	return []AgeSpan{{2, 5}, {6, 10}, {11, 15}, {16, 18}}
}

// Comment is what is written under a section, "" when nothing is.
func (y *YearReport) Comment(section ReportSection) string {
	for _, c := range y.Comments {
		if c.Section == section {
			return c.Text
		}
	}
	return ""
}

// Say writes a comment under a section; an empty one takes it away.
func (y *YearReport) Say(section ReportSection, words string) {
	var kept []Comment
	for _, c := range y.Comments {
		if c.Section != section {
			kept = append(kept, c)
		}
	}
	if words != "" {
		kept = append(kept, Comment{section, words})
	}
	y.Comments = kept
}

// Check verifies what one report can verify alone.
func (y *YearReport) Check() error {
	var f faults
	f.between("SchoolYear", y.SchoolYear, 2000, 2100)
	f.between("MaskBelow", y.MaskBelow, 0, 100)
	f.between("AdultsReached", y.AdultsReached, 0, 1_000_000)
	f.between("Ages", len(y.Ages), 0, 12)
	last := -1
	for _, a := range y.Ages {
		f.between("Ages", a.From, last+1, MaxAge)
		f.between("Ages", a.To, a.From, MaxAge)
		last = a.To
	}
	for _, c := range y.Comments {
		f.between("Comments", int(c.Section), int(SectionSummary), int(SectionOutlook))
		f.note("Comments", c.Text)
	}
	return f.err()
}
