// Package pdftest judges the papers of the typesetter without trusting it: a small strict reader of PDF files and the
// rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1, Matterhorn protocol 1.1) that such files can break. It is
// for tests only, shares no code with what writes the files, and reads no more of PDF than they use: what it does not
// know, it condemns.
//
//	for _, f := range pdftest.Conform(file) {
//		t.Error(f)
//	}
//
//	bytes → lexer → File (objects, strict) → Pages (what is drawn, where, under which tag) → rules → []Fault
//
// A fault names the clause it breaks as veraPDF does: the clause of ISO 19005-2 alone, that of ISO 14289-1 after "UA".
// Clauses written "ISO 32000" are rules of PDF itself. A few rules are ours, because a paper must also be read well;
// they say "house".
package pdftest

import (
	"cmp"
	"fmt"
	"slices"
)

// Fault is one rule broken at one place.
type Fault struct {
	Clause string // "6.1.3", "UA 7.1", "ISO 32000 7.5.4"
	Object string // "object 12", "page 2", "trailer"
	What   string
}

// String is one line: where, what, and the clause.
func (f Fault) String() string { return fmt.Sprintf("%s: %s (%s)", f.Object, f.What, f.Clause) }

// Conform lists what keeps file from being PDF/A-2a and PDF/UA-1. An empty list is a verdict on what a machine can
// see; the order of reading and the worth of alternative texts need eyes.
func Conform(file []byte) []Fault { return Read(file).Conform() }

// Conform is Conform of a file that was read.
func (f *File) Conform() []Fault {
	if !f.usable {
		return f.faults
	}
	f.judgeCatalog()
	f.judgeObjects()
	f.judgeMetadata()
	f.judgePages()
	f.judgeFonts()
	f.judgeTree()
	f.judgeAnnotations()
	slices.SortStableFunc(f.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Clause, b.Clause), cmp.Compare(a.Object, b.Object), cmp.Compare(a.What, b.What))
	})
	return slices.Compact(f.faults)
}

// blame keeps a fault, the same one only so many times: a file that is wrong everywhere must still be readable.
func (f *File) blame(clause, object, what string, args ...any) {
	f.count[clause]++
	if f.count[clause] <= mostOfAClause {
		f.faults = append(f.faults, Fault{clause, object, fmt.Sprintf(what, args...)})
	}
}

const mostOfAClause = 20
