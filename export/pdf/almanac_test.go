package pdf

import (
	"fmt"
	"strings"
	"testing"
)

func yearOf(weeks, rows int) Almanac {
	var a Almanac
	for i := range weeks {
		c := AlmanacColumn{Month: fmt.Sprintf("Mois %d", i/4), Day: fmt.Sprint(i%28 + 1)}
		if i%9 == 8 {
			c.Shut, c.Reason = true, "Vacances de printemps"
		}
		a.Columns = append(a.Columns, c)
	}
	for r := range rows {
		row := AlmanacRow{Tone: "art", Icon: "palette", Title: fmt.Sprintf("Atelier %d", r), Sub: "Groupe 1", Cells: make([]AlmanacCell, weeks)}
		for i := range weeks {
			row.Cells[i] = AlmanacCell{AlmanacKind(i % 5), fmt.Sprint(i + 1)}
		}
		a.Rows = append(a.Rows, row)
	}
	a.Legend = []AlmanacKey{{Kind: AlmanacPlain, Text: "4", Label: "4e séance"}, {Shut: true, Label: "vacances"}, {Spare: true, Label: "réserve"}}
	return a
}

func TestAYearGoesOnOverPagesUnderTheSameHead(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {1, 0}, {39, 1}, {39, 60}, {60, 5}} {
		d := New(Meta{Landscape: true, Wide: true})
		d.Almanac(yearOf(size[0], size[1]))
		write(t, d)
		checkMargins(t, d)
		text := outline(d)
		for r := range size[1] {
			if !strings.Contains(text, fmt.Sprintf("Atelier %d", r)) {
				t.Errorf("%v: row %d is missing", size, r)
			}
		}
		for n, marks := range d.layout() {
			heads := 0
			for _, m := range marks {
				if strings.HasPrefix(m.text, "Mois") {
					heads++
				}
			}
			if size[1] > 0 && heads == 0 {
				t.Errorf("%v: no months on page %d", size, n+1)
			}
		}
	}
}

func TestLongNamesOfAYearAreCutInTheirPlaceAndSaidWholeUnderIt(t *testing.T) {
	a := yearOf(39, 2)
	a.Rows[0].Title, a.Rows[0].Sub = strings.Repeat("É", 120), strings.Repeat("Apolline ", 13)
	a.Columns[8].Reason = strings.Repeat("Anticonstitutionnellement ", 5)
	a.Rows[1].Cells[3].Text = "12 13 14 15 16 17 18"
	a.Whole = "En toutes lettres"
	d := New(Meta{Landscape: true, Wide: true})
	d.Almanac(a)
	write(t, d)
	checkMargins(t, d)
	drawn, after, _ := strings.Cut(outline(d), "heading2: En toutes lettres")
	if !strings.Contains(drawn, "…") {
		t.Error("nothing says that a name was shortened")
	}
	for _, whole := range []string{a.Rows[0].Title, strings.TrimSpace(a.Rows[0].Sub), strings.TrimSpace(a.Columns[8].Reason), a.Rows[1].Cells[3].Text} {
		if !strings.Contains(after, whole) {
			t.Errorf("%q is nowhere whole", whole)
		}
	}
}

func TestRealNamesOfAYearAreNotCut(t *testing.T) {
	a := yearOf(39, 1)
	a.Rows[0].Title, a.Rows[0].Sub = "Psychoéducation «\u00a0Apprendre à apprendre\u00a0», cycle 1", "Groupe 2, 14 h à 15 h, Grande salle du service Éducation"
	for i := range a.Columns {
		a.Columns[i].Reason = strings.Replace(a.Columns[i].Reason, "Vacances de p", "P", 1)
	}
	d := New(Meta{Landscape: true, Wide: true})
	d.Almanac(a)
	if text := outline(d); strings.Contains(text, "…") || !strings.Contains(text, "Éducation") {
		t.Errorf("%s", text)
	}
}
