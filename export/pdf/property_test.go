package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// composer writes a document of generated parts. Every word is numbered, so that one that is lost, doubled, moved or glued
// to the next is seen.
type composer struct {
	d     *Document
	words int
	said  []string
}

// text is up to most new words, some long, some held together by no-break spaces.
func (c *composer) text(t *rapid.T, most int) string {
	var words []string
	for range rapid.IntRange(1, most).Draw(t, "words") {
		c.words++
		word := strings.Repeat("lumière", rapid.SampledFrom([]int{0, 0, 0, 1, 3}).Draw(t, "long")) + fmt.Sprint(c.words)
		if rapid.IntRange(0, 9).Draw(t, "held") == 0 {
			word = "«\u00a0" + word + "\u00a0»"
		}
		words = append(words, word)
	}
	c.said = append(c.said, words...)
	return strings.Join(words, " ")
}

// part writes something: prose, or what forms are made of.
func (c *composer) part(t *rapid.T) {
	switch rapid.IntRange(0, 9).Draw(t, "part") {
	case 0, 1:
		c.d.Heading(c.text(t, 5))
		c.d.Paragraph(c.text(t, 120))
	case 2:
		c.d.Paragraph(c.text(t, 400))
	case 3:
		c.d.List([]string{c.text(t, 50), c.text(t, 3), c.text(t, 50)})
	case 4:
		c.d.Note(c.text(t, 60))
	case 5:
		c.d.Columns(Block{c.text(t, 3), c.text(t, 60)}, Block{c.text(t, 3), c.text(t, 60)})
	case 6:
		c.d.Facts([]Fact{{c.text(t, 2), c.text(t, 4)}, {c.text(t, 2), c.text(t, 4)}})
		c.d.Entries(Entry{Label: c.text(t, 4), Lines: []string{c.text(t, 60)}}, Entry{Label: c.text(t, 4), Blank: 3})
	case 7:
		c.d.KeepTogether(func() {
			c.d.Heading(c.text(t, 3))
			c.d.Quote(c.text(t, 30), c.text(t, 3))
		})
	case 8:
		c.table(t)
	default:
		c.d.Callout(c.text(t, 20))
	}
}

func (c *composer) table(t *rapid.T) {
	table := Table{Columns: []Column{{Title: c.text(t, 1), Weight: 1}, {Title: c.text(t, 2), Weight: 2}}}
	for range rapid.IntRange(1, 12).Draw(t, "rows") {
		table.Rows = append(table.Rows, []string{c.text(t, 2), c.text(t, 20)})
	}
	c.d.Table(table)
}

func TestGeneratedPapersLoseNoWordAndLeaveNoLineAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		meta := Meta{Confidential: sentence, Stamp: "état n° 12"}
		if rapid.Bool().Draw(t, "large") {
			meta.Zoom, meta.Least = 1.4, 14
		}
		c := composer{d: New(meta)}
		c.d.Title(c.text(t, 6), c.text(t, 6))
		for range rapid.IntRange(1, 14).Draw(t, "parts") {
			c.part(t)
		}
		c.d.Signatures(c.text(t, 2), c.text(t, 2))
		checkMargins(t, c.d)
		checkWords(t, c)
		checkAlone(t, c.d)
	})
}

// checkWords compares what is read with what was written.
func checkWords(t rapid.TB, c composer) {
	t.Helper()
	var read []string
	for _, e := range c.d.Outline() {
		read = append(read, strings.FieldsFunc(e.Text, func(r rune) bool { return r == ' ' })...)
	}
	if !slices.Equal(read, c.said) {
		for i := range min(len(read), len(c.said)) {
			if read[i] != c.said[i] {
				t.Fatalf("word %d of %d is read %q, want %q", i, len(c.said), read[i], c.said[i])
			}
		}
		t.Fatalf("%d words are read, %d were written", len(read), len(c.said))
	}
}

// checkAlone looks for a heading parted from its text, and for the first or last line of a text alone on a page.
func checkAlone(t rapid.TB, d *Document) {
	t.Helper()
	lines := map[*Element]map[int]map[float64]bool{}
	for n, page := range d.layout() {
		for _, m := range page {
			if m.elem == nil || m.shape != shapeText || m.part == partLabel {
				continue
			}
			if lines[m.elem] == nil {
				lines[m.elem] = map[int]map[float64]bool{}
			}
			if lines[m.elem][n] == nil {
				lines[m.elem][n] = map[float64]bool{}
			}
			lines[m.elem][n][m.y] = true
		}
	}
	for e, pages := range lines {
		for n, page := range pages {
			if len(pages) > 1 && len(page) == 1 && (e.Kind == KindParagraph || e.Kind == KindNote || e.Kind == KindItem) {
				t.Fatalf("page %d has a single line of %q", n+1, e.Text)
			}
		}
	}
	all := d.Outline()
	for i, e := range all[:len(all)-1] {
		next := all[i+1]
		for j := i + 1; next.Page == 0 && j < len(all); j++ {
			next = all[j]
		}
		if e.Kind == KindHeading && next.Page > e.Page {
			t.Fatalf("page %d ends with the heading %q", e.Page, e.Text)
		}
	}
}
