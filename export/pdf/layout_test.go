package pdf

import (
	"fmt"
	"strings"
	"testing"
)

const filler10 = "La marionnette parle à sa place et la lumière revient. "

// lines counts the lines of an element on each page.
func linesOf(d *Document, kind Kind) []int {
	counts := make([]int, 0)
	for _, marks := range d.layout() {
		seen := map[float64]bool{}
		for _, m := range marks {
			if m.elem != nil && m.elem.Kind == kind && m.shape == shapeText {
				seen[m.y] = true
			}
		}
		counts = append(counts, len(seen))
	}
	return counts
}

// filled is a document with n short lines already on its first page.
func filled(n int) *Document {
	d := New(Meta{Confidential: sentence})
	for i := range n {
		d.Note(fmt.Sprintf("ligne %d", i))
	}
	return d
}

func TestContentStopsAboveALongSentenceAtTheFoot(t *testing.T) {
	for n := 1; n <= 5; n++ {
		d := New(Meta{Confidential: strings.Repeat(sentence+" ", n), Stamp: "état n° 12", Zoom: 1.4, Least: 14})
		for i := range 60 {
			d.Paragraph(fmt.Sprintf("ligne %d", i))
		}
		for page, marks := range d.layout() {
			lowest, highest := 0.0, d.page.height
			for _, m := range marks {
				if m.elem != nil {
					lowest = max(lowest, m.y)
				} else {
					highest = min(highest, m.y-m.size)
				}
			}
			if lowest > highest {
				t.Errorf("sentence %d times, page %d: content down to %.0f, the foot begins at %.0f", n, page+1, lowest, highest)
			}
		}
	}
}

func TestLongParagraphRunsOverPagesWithoutLoss(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat(filler10, 20_000/len(filler10)+1))
	d := New(Meta{})
	d.Paragraph(text)
	write(t, d)
	checkMargins(t, d)
	if d.Pages() < 4 {
		t.Errorf("%d pages", d.Pages())
	}
	if got := d.Outline()[0].Text; got != text {
		t.Errorf("drawn text differs: %d bytes of %d", len(got), len(text))
	}
}

func TestNoPageBeginsOrEndsWithASingleLine(t *testing.T) {
	for n := range 60 {
		d := filled(n)
		d.Paragraph(strings.Repeat(filler10, 9))
		for page, lines := range linesOf(d, KindParagraph) {
			if lines == 1 {
				t.Errorf("after %d lines: a single line on page %d", n, page+1)
			}
		}
	}
}

func TestHeadingNeverStandsAtTheFootOfAPage(t *testing.T) {
	for n := range 60 {
		d := filled(n)
		d.Heading("Synthèse")
		d.Paragraph(filler10)
		list := d.Outline()
		heading, text := list[len(list)-2], list[len(list)-1]
		if heading.Page != text.Page {
			t.Errorf("after %d lines: heading on page %d, text on page %d", n, heading.Page, text.Page)
		}
	}
}

func TestKeepTogetherMovesTheWholeToTheNextPage(t *testing.T) {
	d := filled(40)
	d.KeepTogether(func() {
		for i := range 10 {
			d.Paragraph(fmt.Sprint("ensemble ", i))
		}
	})
	for _, e := range d.Outline() {
		if e.Kind == KindParagraph && e.Page != 2 {
			t.Errorf("%q is on page %d", e.Text, e.Page)
		}
	}
}

func TestKeepTogetherTooLongForAPageIsStillSet(t *testing.T) {
	d := New(Meta{})
	d.KeepTogether(func() {
		for range 300 {
			d.Heading("Titre")
			d.Paragraph(filler10)
		}
	})
	checkMargins(t, d)
	if got := strings.Count(outline(d), "paragraph: "); got != 300 {
		t.Errorf("%d paragraphs", got)
	}
	for _, lines := range linesOf(d, KindHeading) {
		if lines == 0 {
			t.Error("a page without heading")
		}
	}
}

func TestHundredHeadingsInARowAreStillSet(t *testing.T) {
	d := New(Meta{})
	for range 100 {
		d.Heading("Titre")
	}
	checkMargins(t, d)
	if d.Pages() < 3 {
		t.Errorf("%d pages", d.Pages())
	}
}

func TestSignaturesFollowTheirTextToTheNextPage(t *testing.T) {
	for n := range 60 {
		d := filled(n)
		d.Paragraph("Fait à Sauvelande.")
		d.Gap(5)
		d.Signatures("La famille", "L’intervenante")
		list := d.Outline()
		if text, signature := list[n], list[n+1]; text.Page != signature.Page {
			t.Errorf("after %d lines: signatures alone on page %d", n, signature.Page)
		}
	}
}

func longTable(rows int) Table {
	t := Table{Columns: []Column{{Title: "Rang", Figures: true}, {Title: "Texte", Weight: 2}, {Title: "Suite", Weight: 1}}}
	for i := range rows {
		t.Rows = append(t.Rows, []string{fmt.Sprint(i), strings.Repeat(filler10, i%4), "fin"})
	}
	return t
}

func TestTableRepeatsItsHeadOnEveryPage(t *testing.T) {
	d := New(Meta{Confidential: sentence})
	d.Table(longTable(400))
	write(t, d)
	checkMargins(t, d)
	if d.Pages() < 8 {
		t.Fatalf("%d pages", d.Pages())
	}
	for n := range d.Pages() {
		if !strings.HasPrefix(pageText(d, n), "RangTexteSuite") {
			t.Errorf("page %d begins with %.30q", n+1, pageText(d, n))
		}
	}
	if heads := strings.Count(outline(d), "head: Rang"); heads != 1 {
		t.Errorf("the head is read %d times", heads)
	}
}

func TestRowsAreNotCut(t *testing.T) {
	d := New(Meta{})
	d.Table(longTable(400))
	pages := map[*Element]int{}
	owner := map[*Element]*Element{}
	forEach(d.root, func(e *Element) {
		for _, kid := range e.kids {
			owner[kid] = e
		}
	})
	for n, marks := range d.layout() {
		for _, m := range marks {
			if m.elem == nil {
				continue
			}
			row := owner[m.elem]
			if first, seen := pages[row]; seen && first != n {
				t.Fatalf("a row stands on pages %d and %d", first+1, n+1)
			}
			pages[row] = n
		}
	}
	if len(pages) != 401 {
		t.Errorf("%d rows", len(pages))
	}
}

func TestRowTallerThanAPageGoesOnOverleaf(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat(filler10, 300))
	d := New(Meta{})
	d.Table(Table{Grid: true, Columns: []Column{{Title: "Texte", Weight: 1}, {Title: "Fin", Weight: 1}},
		Rows: [][]string{{text, "fin"}, {"a", "b", "de trop", "encore"}}})
	write(t, d)
	checkMargins(t, d)
	all := outline(d)
	if !strings.Contains(all, text) || !strings.Contains(all, "b de trop encore") {
		t.Errorf("text lost: %.200s", all)
	}
}

func TestRowThatAPageCanHoldIsNotCut(t *testing.T) {
	d := filled(10)
	d.Table(Table{Columns: []Column{{Title: "Texte", Weight: 1}, {Title: "Fin", Weight: 1}},
		Rows: [][]string{{"court", "fin"}, {strings.Repeat(filler10, 45), "fin"}, {"court", "fin"}}})
	checkMargins(t, d)
	if lines := linesOf(d, KindCell); len(lines) != 2 || lines[0] != 1 || lines[1] < 40 {
		t.Errorf("lines of cells on each page: %v", lines)
	}
}

func TestFactsThatDoNotFitTakeAnotherRow(t *testing.T) {
	d := New(Meta{})
	d.Facts([]Fact{{"École", strings.Repeat("Les Tilleuls ", 4)}, {"Référente", strings.Repeat("Samira Lounès ", 4)},
		{"Destinataires", strings.Repeat(filler10, 4)}, {"Vide", ""}})
	checkMargins(t, d)
	if got := outline(d); strings.Contains(got, "Vide") || strings.Count(got, "paragraph: ") != 3 {
		t.Errorf("facts read\n%s", got)
	}
}

func TestStartAndEndOnTheSameLevelAreBothSeen(t *testing.T) {
	rings, dots := 0, 0
	for _, m := range (scale{levels: 5}).marks(Progress{Start: 3, End: 3}) {
		switch {
		case m.shape == shapeRing && m.w > dotFull:
			rings++
		case m.shape == shapeDot && m.w == dotFull:
			dots++
		}
	}
	if rings != 1 || dots != 1 {
		t.Errorf("%d rings around %d dots", rings, dots)
	}
	if n := len((scale{levels: 5}).marks(Progress{Start: 0, End: 6})); n != 6 {
		t.Errorf("levels that do not exist draw %d marks", n-6)
	}
}

func TestLastRowBeforeATotalStaysWithIt(t *testing.T) {
	for n := range 50 {
		d := filled(n)
		table := longTable(4)
		table.Total = true
		d.Table(table)
		list := d.Outline()
		last, total := list[len(list)-5], list[len(list)-1]
		if last.Page != total.Page {
			t.Errorf("after %d lines: total alone on page %d", n, total.Page)
		}
	}
}

func TestColumnsGoOnSideBySide(t *testing.T) {
	d := New(Meta{})
	d.Columns(Block{"Points forts", strings.Repeat(filler10, 200)}, Block{"Vigilance", strings.Repeat(filler10, 190)})
	checkMargins(t, d)
	if d.Pages() < 3 {
		t.Errorf("%d pages", d.Pages())
	}
}

func TestWrapBreaksOnlyAtPlainSpaces(t *testing.T) {
	types := newTypecase()
	lines := types.wrap(types.words(plain("Voici\u00a0: «\u00a0oui\u202f!\u00a0» dit-elle"), textStyle), 60)
	var got []string
	for _, l := range lines {
		got = append(got, drawn(l))
	}
	if want := "Voici\u00a0: |«\u00a0oui\u2009!\u00a0» |dit-elle"; strings.Join(got, "|") != want {
		t.Errorf("lines are %q", got)
	}
}

func drawn(l line) string {
	var b strings.Builder
	for _, m := range l.marks(0, 0, textStyle, nil) {
		b.WriteString(m.text)
	}
	return b.String()
}

func TestLineEndsOfTheWriterAreKept(t *testing.T) {
	d := New(Meta{})
	d.Paragraph("Le matin\r\n\r\nLe soir")
	if lines := linesOf(d, KindParagraph)[0]; lines != 2 {
		t.Errorf("%d lines", lines)
	}
	if text := d.Outline()[0].Text; text != "Le matin Le soir" {
		t.Errorf("text is %q", text)
	}
}

func TestWordWiderThanTheLineIsCutNotLost(t *testing.T) {
	long := strings.Repeat("anticonstitutionnellement", 800)
	d := New(Meta{})
	d.Paragraph(long)
	checkMargins(t, d)
	if d.Outline()[0].Text != long {
		t.Error("letters lost")
	}
}
