package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// pageOf is the page on which an element says text.
func pageOf(t *testing.T, d *Document, text string) int {
	t.Helper()
	for _, e := range d.Outline() {
		if strings.Contains(e.Text, text) {
			return e.Page
		}
	}
	t.Fatalf("nothing says %q in %s", text, outline(d))
	return 0
}

// spaced is a document of n paragraphs, each under its heading, and what signs it.
func spaced(n int) *Document {
	d := New(Meta{})
	for i := range n {
		d.Heading(fmt.Sprint("Titre ", i))
		d.Paragraph(filler10)
	}
	d.Signatures("La famille", "L’équipe")
	return d
}

func TestGapsAreSqueezedToSpareASignatureAlone(t *testing.T) {
	whole, tight := gapUnder(spaced(2), "Titre 1"), 0
	for n := 2; n < 40; n++ {
		d := spaced(n)
		checkMargins(t, d)
		if text, signature := pageOf(t, d, fmt.Sprint("Titre ", n-1)), pageOf(t, d, "La famille"); text != signature {
			t.Errorf("%d parts: the last is on page %d, the signature on page %d", n, text, signature)
		}
		switch gap := gapUnder(d, "Titre 1"); {
		case gap < whole-aboveHeading*closest-1:
			t.Errorf("%d parts: titles are %.1f points from one another instead of %.1f", n, gap, whole)
		case gap < whole-1:
			tight++
		}
	}
	if tight == 0 || tight > 8 {
		t.Errorf("%d documents of 38 are squeezed on their first page", tight)
	}
}

// gapUnder is how far the title after a title stands from it.
func gapUnder(d *Document, title string) float64 {
	var y []float64
	for _, m := range d.layout()[0] {
		if m.text == "Titre 0" || m.text == title {
			y = append(y, m.y)
		}
	}
	return y[1] - y[0]
}

func TestPageIsNotSqueezedWhenTheRestGoesOn(t *testing.T) {
	d := New(Meta{})
	for i := range 60 {
		d.Heading(fmt.Sprint("Titre ", i))
		d.Paragraph(filler10)
	}
	want := gapUnder(spaced(2), "Titre 1")
	if got := gapUnder(d, "Titre 1"); got < want-tolerance || got > want+tolerance {
		t.Errorf("titles %.1f points from one another, want %.1f", got, want)
	}
}

func TestLastRowAndLegendOfATableHaveCompany(t *testing.T) {
	for n := range 60 {
		d := filled(n)
		d.Table(Table{Columns: []Column{{Title: "Jour", Weight: 1}}, Rows: [][]string{{"un"}, {"deux"}, {"trois"}, {"quatre"}}})
		d.Note("Légende")
		if a, b := pageOf(t, d, "trois"), pageOf(t, d, "Légende"); a != b {
			t.Errorf("after %d lines: the last row but one is on page %d, the legend on page %d", n, a, b)
		}
	}
}

func TestNoteUnderAHeadingStaysWithWhatItIntroduces(t *testing.T) {
	for n := range 60 {
		d := filled(n)
		d.Heading("Évaluation")
		d.Note("6 mai 2026")
		d.Table(Table{Columns: []Column{{Title: "Compétence", Weight: 1}}, Rows: [][]string{{"Attention"}, {"Stress"}}})
		if a, b := pageOf(t, d, "Évaluation"), pageOf(t, d, "Attention"); a != b {
			t.Errorf("after %d lines: the heading is on page %d, the table on page %d", n, a, b)
		}
	}
}

func TestRulesOfFactsAndEntriesAreNotDoubled(t *testing.T) {
	d := New(Meta{})
	d.Facts([]Fact{{Label: "Durée", Value: "1 h"}})
	d.Entries(Entry{Label: "Lieu", Lines: []string{"Salle"}})
	d.Entries(Entry{Label: "Public", Lines: []string{"Enfants"}})
	rules := 0
	for _, m := range d.layout()[0] {
		if m.shape == shapeRule && m.h == 0 {
			rules++
		}
	}
	if rules != 4 {
		t.Errorf("%d rules around a band and two entries, want 4", rules)
	}
}

func TestManyShortBoxesStandInTwoColumns(t *testing.T) {
	var boxes []string
	for i := range 7 {
		boxes = append(boxes, fmt.Sprint("☐ case ", i))
	}
	d := New(Meta{})
	d.Entries(Entry{Label: "À soutenir", Lines: boxes})
	at := map[string]mark{}
	for _, m := range d.layout()[0] {
		at[strings.TrimSpace(m.text)] = m
	}
	if first, fifth := at["case 0"], at["case 4"]; first.y != fifth.y || fifth.x <= first.x {
		t.Errorf("the fifth box is at %.0f, %.0f, the first at %.0f, %.0f", fifth.x, fifth.y, first.x, first.y)
	}
	said := outline(d)
	for i := range 6 {
		if a, b := strings.Index(said, fmt.Sprint("case ", i)), strings.Index(said, fmt.Sprint("case ", i+1)); a < 0 || b < a {
			t.Errorf("boxes are not read in order:\n%s", said)
		}
	}
}
