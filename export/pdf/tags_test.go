package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
)

// tags are the nodes of a drawn document, with what each holds: "P[0 Link 2]".
func tags(d *Document) string {
	var said func(*node) string
	said = func(n *node) string {
		var kids []string
		for _, k := range n.kids {
			if k.node != nil {
				kids = append(kids, said(k.node))
			} else {
				kids = append(kids, fmt.Sprint(k.mark))
			}
		}
		return n.tag + "[" + strings.Join(kids, " ") + "]"
	}
	return said(painted(d).tags.root)
}

func TestContentIsTaggedAsWhatItIs(t *testing.T) {
	for _, c := range []struct {
		write func(*Document)
		want  string
	}{
		{func(d *Document) { d.Title("Un", ""); d.Subheading("Deux") }, "H1[0] H2[1]"},
		{func(d *Document) { d.Subheading("Seul") }, "H1[0]"},
		{func(d *Document) { d.List([]string{"un", "", "deux"}) }, "L[LI[Lbl[0] LBody[1]] LI[Lbl[2] LBody[3]]]"},
		{func(d *Document) { d.Quote("Oui.", "Lila") }, "BlockQuote[P[0]] P[1]"},
		{func(d *Document) {
			d.Table(Table{Columns: []Column{{Title: "A"}, {Title: "B"}}, Rows: [][]string{{"1"}, {"2", "3"}}})
		},
			"Table[THead[TR[TH[0] TH[1]]] TBody[TR[TD[2] TD[]] TR[TD[3] TD[4]]]]"},
		{func(d *Document) { d.Bars([]Bar{{Label: "A", Share: 0.5, Text: "moitié", Alt: "La moitié."}}) },
			"Table[TBody[TR[TH[0] TD[Figure[2]] TD[1]]]]"},
		{func(d *Document) { d.Bars([]Bar{{Label: "A", Share: 0.5, Text: "moitié"}}) }, "Table[TBody[TR[TH[0] TD[] TD[1]]]]"},
		{func(d *Document) {
			d.Spans(Span{Text: "Écrire à "}, Span{Text: "la mairie", To: "mailto:pre@mercredi.example"}, Span{Text: " demain."})
		}, "P[0 Link[1] 2]"},
		{func(d *Document) { d.Heading(""); d.Paragraph(" "); d.List(nil); d.Table(Table{}) }, ""},
	} {
		d := New(Meta{})
		c.write(d)
		if got := tags(d); got != "Document["+c.want+"]" {
			t.Errorf("tagged %s, want %s", got, c.want)
		}
	}
}

func TestRowsUnderMonthsTakeAsManyColumns(t *testing.T) {
	d := New(Meta{Landscape: true})
	d.Almanac(yearOf(10, 2))
	d.Almanac(Almanac{Columns: yearOf(5, 0).Columns, Rows: []AlmanacRow{{Title: "Court", Cells: make([]AlmanacCell, 2)}}})
	painted(d)
	forEach(d.root, func(e *Element) {
		if e.Kind != KindTable {
			return
		}
		for _, group := range e.body.kids {
			for _, row := range group.node.kids {
				columns := 0
				for _, cell := range row.node.kids {
					span := 1
					if _, said, found := strings.Cut(cell.node.attributes, "/ColSpan "); found {
						fmt.Sscan(said, &span)
					}
					columns += span
				}
				if want := e.kids[1].width(); columns != want {
					t.Errorf("a row of %d columns in a table of %d", columns, want)
				}
			}
		}
	})
}

func TestALineOfAParagraphKeepsTheSpaceBeforeTheNext(t *testing.T) {
	d := New(Meta{})
	d.Paragraph(strings.Repeat(filler10, 20))
	var lines []string
	for _, m := range d.layout()[0] {
		if m.elem != nil && m.shape == shapeText {
			lines = append(lines, m.text)
		}
	}
	for i, text := range lines[:len(lines)-1] {
		if !strings.HasSuffix(text, " ") {
			t.Errorf("line %d is glued to the next: %q", i+1, text)
		}
	}
}

func TestDocumentsAreMadeSideBySide(t *testing.T) {
	want := map[string][]byte{}
	for name, d := range specimens() {
		want[name] = write(t, d)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for name, d := range specimens() {
				var out bytes.Buffer
				if err := d.Write(&out); err != nil || !bytes.Equal(out.Bytes(), want[name]) {
					t.Errorf("%s differs: %v", name, err)
				}
			}
		})
	}
	all.Wait()
}

func TestACutFontHasTheSignsItIsAskedForAndNoOther(t *testing.T) {
	for f := range faceCount {
		font := trueTypes()[f]
		for r, glyph := range font.signs {
			if len(font.glyph(glyph)) == 0 {
				continue
			}
			file, err := readTrueType(font.cut(func(other rune) bool { return other == r }))
			if !errors.Is(err, errNoSigns) { // a cut has no map: the paper has one
				t.Fatal(err)
			}
			if !bytes.Equal(file.glyph(glyph), font.glyph(glyph)) {
				t.Errorf("face %d: the outline of %q is lost", f, r)
			}
			if n := len(file.tables["glyf"]); n > len(font.tables["glyf"])/4 {
				t.Errorf("face %d: %q alone weighs %d bytes", f, r, n)
			}
		}
	}
}

func TestABrokenFontIsRefused(t *testing.T) {
	file := faceRegular.fontFile()
	for _, n := range []int{0, 4, 11, 40, 1000, len(file) - 1000} {
		if _, err := readTrueType(file[:n]); err == nil {
			t.Errorf("%d bytes of a font are taken for a font", n)
		}
	}
}
