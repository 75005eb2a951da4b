package pdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mercredi/data"
	"mercredi/export/pdf/pdftest"
)

var monthLabels = []string{"sept.", "oct.", "nov.", "déc.", "janv.", "févr.", "mars", "avril", "mai", "juin"}

// graphs shows every drawing of values.
func graphs(m Meta) *Document {
	d := New(m)
	d.Letterhead(Letterhead{From: []string{"Programme de réussite éducative", "Ville de Sauvelande"}, Right: []string{"Fait le 29 janvier 2027"}})
	d.Title("Rapport d’activité", "Année scolaire 2026-2027")
	d.Heading("Les enfants")
	d.ColumnGraph(Graph{Title: "Enfants accompagnés, par mois", Labels: monthLabels,
		Series: []Series{{Name: "Filles", Values: []float64{12, 18, 21, 22, 24, 25, 25, 23, 22, 19}},
			{Name: "Garçons", Values: []float64{15, 20, 24, 28, 30, 31, 33, 31, 30, 26}}}})
	d.ColumnGraph(Graph{Title: "Âge à l’entrée", Labels: []string{"2 à 5 ans", "6 à 10 ans", "11 à 16 ans", "non précisé"},
		Series: []Series{{Values: []float64{7, 41, 12, math.NaN()}}}})
	d.StackGraph(Graph{Title: "Origine des demandes", Labels: []string{""},
		Series: []Series{{Name: "École", Values: []float64{31}}, {Name: "Famille", Values: []float64{14}}, {Name: "Centre social", Values: []float64{8}},
			{Name: "Protection maternelle", Values: []float64{5}}, {Name: "Autre", Values: []float64{2}}}})
	d.StackGraph(Graph{Title: "Présence par école", Labels: []string{"Les Tilleuls", "Jean Moulin", "École maternelle des Peupliers"},
		Series: []Series{{Name: "présences", Values: []float64{120, 80, 44}}, {Name: "absences excusées", Values: []float64{14, 12, 9}},
			{Name: "absences", Values: []float64{8, 22, 1}}}})
	d.LineGraph(Graph{Title: "Régularité par mois", Labels: monthLabels, Most: 100,
		Say: func(v float64) string { return decimal(v) + "\u00a0%" },
		Series: []Series{{Name: "Art-thérapie", Values: []float64{80, 84, 90, 88, 91, 93, 92, 95, 94, 96}},
			{Name: "Sophrologie", Values: []float64{70, 74, math.NaN(), 68, 71, 75, 74, 80, 78, 77}},
			{Name: "Compétences", Values: []float64{60, 62, 61, 66, 64, 66, 65, 67, 70, 71}}}})
	d.BarGraph(Graph{Title: "Actions", Table: true, Labels: []string{"Accompagnement à la scolarité", "Sorties et séjours avec les familles du quartier", "Santé"},
		Series: []Series{{Name: "prévues", Values: []float64{12, 6, 4}}, {Name: "réalisées", Values: []float64{11, 7, math.NaN()}, Texts: []string{"", "", "moins de 5"}}}})
	return d
}

func TestGraphSaysEveryValueInWords(t *testing.T) {
	d := New(Meta{})
	d.ColumnGraph(Graph{Title: "Enfants, par mois", Labels: []string{"Octobre", "Novembre", "Décembre"}, Series: []Series{
		{Name: "filles", Values: []float64{3, 1234.5, math.NaN()}}, {Name: "garçons", Values: []float64{0}, Texts: []string{"", "moins de 5"}}}})
	want := "Enfants, par mois. Octobre\u00a0: filles 3, garçons 0. Novembre\u00a0: filles 1\u00a0234,5, garçons moins de 5. " +
		"Décembre\u00a0: filles non saisi, garçons non saisi."
	if said := outline(d); !strings.Contains(said, "figure ("+want+")") {
		t.Errorf("%q is not said:\n%s", want, said)
	}
}

func TestPartsTooSmallForTheirValueHaveItInATable(t *testing.T) {
	for _, c := range []struct {
		parts []float64
		table bool
	}{{[]float64{30, 20, 0}, false}, {[]float64{300, 200, 1}, true}, {[]float64{30, math.NaN(), 1}, true}} {
		d := New(Meta{})
		g := Graph{Labels: []string{"Tout"}}
		for i, v := range c.parts {
			g.Series = append(g.Series, Series{Name: fmt.Sprint("part ", i), Values: []float64{v}})
		}
		d.StackGraph(g)
		if said := outline(d); strings.Contains(said, "table") != c.table {
			t.Errorf("%v: a table: %v\n%s", c.parts, !c.table, said)
		}
	}
}

func TestColumnsWithLongLabelsBecomeLyingBars(t *testing.T) {
	upright := func(d *Document) bool {
		labels := map[float64]bool{}
		for _, m := range d.layout()[0] {
			if strings.HasPrefix(m.text, "Label") {
				labels[m.y] = true
			}
		}
		return len(labels) == 1 // labels of columns share a line
	}
	for text, want := range map[string]bool{"Label": true, "Label-qui-dépasse-la-place-de-sa-colonne": false} {
		d := New(Meta{})
		d.ColumnGraph(Graph{Labels: slices.Repeat([]string{text}, 6), Series: []Series{{Values: []float64{1, 2, 3, 4, 5, 6}}}})
		if upright(d) != want {
			t.Errorf("with %q the columns stand: %v", text, !want)
		}
	}
}

func TestGraduationsAreRoundAndFew(t *testing.T) {
	for most, want := range map[float64]string{1: "[0 1]", 3: "[0 1 2 3]", 7: "[0 2 4 6 8]", 41: "[0 10 20 30 40 50]", 100: "[0 20 40 60 80 100]",
		0: "[0 1]", 230: "[0 50 100 150 200 250]", 1200: "[0 250 500 750 1000 1250]"} {
		if got := fmt.Sprint(newRuler(most, true).ticks()); got != want {
			t.Errorf("up to %v: %s, want %s", most, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.Float64Range(0, 1e9).Draw(t, "most")
		r := newRuler(most, rapid.Bool().Draw(t, "whole"))
		if n := len(r.ticks()); r.most < most*0.999 || n < 2 || n > 7 {
			t.Fatalf("up to %v: %d graduations up to %v", most, n, r.most)
		}
	})
}

func TestEveryPatternDiffersWithoutColour(t *testing.T) {
	seen := map[string]pattern{}
	for p := range patternCount {
		drawing := ""
		for _, m := range p.fill(area{0, 0, 40, 20}, nil) {
			ink := m.colour.grey().r / 40 // what an eye tells apart
			drawing += fmt.Sprintf("%d %.1f %.1f %.1f %.1f %d;", m.shape, m.x, m.y, m.w, m.h, ink)
		}
		if other, twice := seen[drawing]; twice {
			t.Errorf("patterns %d and %d look alike in grey", p, other)
		}
		seen[drawing] = p
	}
}

func TestNoValueBreaksAGraph(t *testing.T) {
	value := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, 1, -3, math.NaN(), math.Inf(1), math.Inf(-1), 1e300, 5e-324}))
	rapid.Check(t, func(t *rapid.T) {
		g := Graph{Title: rapid.String().Draw(t, "title"), Labels: rapid.SliceOfN(rapid.String(), 0, 14).Draw(t, "labels"), Table: rapid.Bool().Draw(t, "table")}
		for range rapid.IntRange(0, 5).Draw(t, "series") {
			g.Series = append(g.Series, Series{Name: rapid.String().Draw(t, "name"), Values: rapid.SliceOfN(value, 0, 14).Draw(t, "values")})
		}
		d := New(Meta{})
		d.ColumnGraph(g)
		d.LineGraph(g)
		d.StackGraph(g)
		d.BarGraph(g)
		for _, page := range d.layout() {
			for _, m := range page {
				if sum := m.x + m.y + m.w + m.h; math.IsNaN(sum) || math.IsInf(sum, 0) || m.x+m.w > d.page.width {
					t.Fatalf("%q at %v %v, %v by %v", m.text, m.x, m.y, m.w, m.h)
				}
			}
		}
		if err := d.Write(new(strings.Builder)); err != nil {
			t.Fatal(err)
		}
	})
}

// TestLettersAndReportsConform judges papers with every part of a letter and of a report, in each variant.
func TestLettersAndReportsConform(t *testing.T) {
	for _, m := range []Meta{{Confidential: sentence}, {Zoom: 1.4, Least: 14}, {Grey: true, Landscape: true}} {
		m.Title, m.Date = "Essai", data.NewDate(2027, 1, 29)
		for name, d := range map[string]*Document{"letter": letter(m), "graphs": graphs(m), "tables": tables(m)} {
			checkMargins(t, d)
			var out bytes.Buffer
			if err := d.Write(&out); err != nil {
				t.Fatal(err)
			}
			for _, f := range append(pdftest.Conform(out.Bytes()), pdftest.Look(out.Bytes())...) {
				t.Errorf("%s, zoom %v: %v", name, m.Zoom, f)
			}
		}
	}
}

func TestALabelTooLongForItsBarIsSaidWholeUnderTheGraph(t *testing.T) {
	long := strings.Repeat("accompagnement ", 400) + "terminé"
	for name, draw := range map[string]func(*Document, Graph){"bars": (*Document).BarGraph, "stack": (*Document).StackGraph} {
		d := New(Meta{})
		d.Title("Rapport", "")
		draw(d, Graph{Title: "Ateliers", Labels: []string{long, "Sortie"}, Series: []Series{{Values: []float64{3, 1}}}})
		var file bytes.Buffer
		if err := d.Write(&file); err != nil {
			t.Fatal(err)
		}
		paper := pdftest.Read(file.Bytes())
		if faults := paper.Conform(); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
		if said := fmt.Sprint(paper.Outline()); !strings.Contains(said, "terminé") {
			t.Errorf("%s: the end of the label is nowhere", name)
		}
	}
}

func TestBarsThatNoPageHoldsAreSeveralFigures(t *testing.T) {
	d := New(Meta{})
	g := Graph{Title: "Ateliers", Opens: true, Series: []Series{{}}}
	for i := range 90 {
		g.Labels = append(g.Labels, fmt.Sprintf("Atelier %d", i))
		g.Series[0].Values = append(g.Series[0].Values, float64(i))
	}
	d.BarGraph(g)
	pages := map[*Element]int{}
	for n, marks := range d.layout() {
		for _, m := range marks {
			if m.elem == nil || m.elem.Kind != KindFigure {
				continue
			}
			if page, known := pages[m.elem]; known && page != n {
				t.Fatalf("a figure stands on pages %d and %d", page+1, n+1)
			}
			pages[m.elem] = n
		}
	}
	said := ""
	for e := range pages {
		said += e.Alt
	}
	for _, label := range g.Labels {
		if !strings.Contains(said, label+"\u00a0: ") {
			t.Errorf("%s is in no figure", label)
		}
	}
}
