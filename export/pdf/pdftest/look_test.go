package pdftest

import (
	"slices"
	"testing"
)

func TestAPaperThatReadsWellHasNoFault(t *testing.T) {
	for _, f := range Look(newSpecimen(t).file()) {
		t.Error(f)
	}
}

// TestEachUglyThingIsSeen: texts out of the page, over one another, read in a wrong order, or glued.
func TestEachUglyThingIsSeen(t *testing.T) {
	for _, d := range []damage{
		{"edge", 6, "/F1 20 Tf 50 780 Td", "/F1 20 Tf 50 830 Td"},
		{"edge", 6, "/F1 20 Tf 50 780 Td", "/F1 20 Tf 550 780 Td"},
		{"edge", 6, "/F1 20 Tf 50 780 Td", "/F1 20 Tf 0 1 -1 0 22 780 Tm"},
		{"overlap", 6, "/F1 11 Tf 50 750 Td", "/F1 11 Tf 50 778 Td"},
		{"overlap", 6, "/F1 11 Tf 150 630 Td", "/F1 11 Tf 55 630 Td"},
		{"overlap", 6, "/F1 11 Tf 150 630 Td", "0 1 -1 0 55 626 Tm /F1 11 Tf"},
		{"order", 21, "23 0 R 24 0 R", "24 0 R 23 0 R"},
		{"order", 37, "38 0 R 39 0 R", "39 0 R 38 0 R"},
		{"glued", 6, "Tj ET EMC\n/Link", "Tj 0 -12 Td " + typed("CELL") + " Tj ET EMC\n/Link"},
		{"glued", 6, "Tj ET EMC\n/Link", "Tj 300 0 Td " + typed("CELL") + " Tj ET EMC\n/Link"},
	} {
		s := newSpecimen(t)
		s.change(t, d.object, d.from, d.to)
		if faults := Look(s.file()); !slices.ContainsFunc(faults, func(f Fault) bool { return f.Clause == d.clause }) {
			t.Errorf("%s %s: nothing is seen, but %v", d.clause, d.to, faults)
		}
	}
}

// TestAWordTooLongForItsLineIsNotTwo: it was cut on purpose.
func TestAWordTooLongForItsLineIsNotTwo(t *testing.T) {
	s := newSpecimen(t)
	s.change(t, 6, "/F1 11 Tf 150 630 Td "+typed("CELL2")+" Tj", "/F1 11 Tf 150 630 Td "+typed("CELL")+" Tj 0 -14 Td "+typed("CELL2")+" Tj")
	for _, f := range Look(s.file()) {
		t.Error(f)
	}
}

// typed is the codes of a word of the specimen.
func typed(name string) string {
	content, _, _ := typeset(" " + name + " Tj")
	return content[1 : len(content)-len(" Tj")]
}
