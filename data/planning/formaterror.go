package planning

import "fmt"

// FormatError says why a file is not a problem or a plan, and where.
type FormatError struct {
	Code FormatCode
	// Path leads to the place, "children[3].available[0].start"; "" is the whole file.
	Path string
	// Line is that of the file, from 1; 0 when the file has no lines.
	Line int
	// Found is what stands there, cut short; Want what was expected, for those that say it.
	Found string
	Want  Want
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("reading a planning file: %s at %q, line %d: found %q, want %s", e.Code, e.Path, e.Line, e.Found, e.Want)
}

// FormatCode names what is wrong in a file.
type FormatCode string

// The codes.
const (
	EmptyFile     FormatCode = "empty-file"
	TooLarge      FormatCode = "too-large"
	NotText       FormatCode = "not-text"  // another encoding than UTF-8, or no text at all
	Truncated     FormatCode = "truncated" // ends too early
	NotJSON       FormatCode = "not-json"
	Trailing      FormatCode = "trailing" // something after the end
	OtherFormat   FormatCode = "other-format"
	UnknownField  FormatCode = "unknown-field"
	RepeatedField FormatCode = "repeated-field"
	MissingField  FormatCode = "missing-field"
	WrongType     FormatCode = "wrong-type"
)

// Want is what a place of a file holds.
type Want string

// What can be wanted.
const (
	WantObject Want = "object"
	WantList   Want = "list"
	WantPair   Want = "pair" // a list of two texts
	WantText   Want = "text"
	WantNumber Want = "number" // whole
	WantFlag   Want = "flag"   // true or false
	WantHour   Want = "hour"   // "HH:MM"
	WantDate   Want = "date"   // "YYYY-MM-DD"
)
