package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// wide is a table of twelve columns, as the plans of action of a town have.
func wide(rows int) Table {
	t := Table{RowHeads: true, Type: smallType}
	for _, title := range []string{"Objectif", "Action", "Pilote", "Partenaires", "Public", "Territoire", "Calendrier", "Moyens", "Financement",
		"Indicateur", "Cible", "Réalisé"} {
		t.Columns = append(t.Columns, Column{Title: title, Weight: 1})
	}
	for i := range rows {
		t.Rows = append(t.Rows, []string{fmt.Sprint("1.", i+1), "Ouvrir un lieu d’écoute le mercredi", "Coordinatrice", "Centre social, école", "6 à 11 ans",
			"Quartier des Tilleuls", "2026-2027", "Une salle, un intervenant", "Ville et État", "Enfants reçus", "40", "non saisi"})
	}
	return t
}

// tables shows tables with all that they can have.
func tables(m Meta) *Document {
	d := New(m)
	d.Title("Tableaux", "")
	d.Table(Table{RowHeads: true, Total: true, Groups: []Group{{0, "École des Tilleuls"}, {2, "École Jean Moulin"}},
		Columns: []Column{{Title: "Enfant", Weight: 1}, {Title: "Séances", Align: Right, Figures: true}, {Title: "Présences", Align: Right, Figures: true}},
		Rows:    [][]string{{"Lila K.", "11", "11"}, {"Noé A.", "11", "9"}, {"Inès V.", "10", "8"}, {"Total", "32", "28"}}})
	d.Link("pre@sauvelande.example", "mailto:pre@sauvelande.example")
	d.Spans(Span{Text: "Écrire à "}, Span{Text: "pre@sauvelande.example", To: "mailto:pre@sauvelande.example"}, Span{Text: " avant le 1er mars."})
	d.Table(wide(3))
	return d
}

func TestHeadsOfGroupsAndRowsAreHeads(t *testing.T) {
	said := outline(tables(Meta{}))
	for _, want := range []string{"head: École des Tilleuls\n", "head: Lila K.\n", "head: École Jean Moulin\n", "cell: 9\n", "head: Total\n",
		"link (mailto:pre@sauvelande.example): pre@sauvelande.example"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
}

func TestTwelveColumnsHoldOnALargeSheetWithoutACutWord(t *testing.T) {
	d := New(Meta{A3: true, Landscape: true, Wide: true})
	d.Table(wide(40))
	checkMargins(t, d)
	grid := map[string]bool{}
	for _, page := range d.layout() {
		for _, m := range page {
			if m.elem != nil && m.shape == shapeText && m.size < smallType {
				t.Fatalf("%q in %.1f points", m.text, m.size)
			}
			grid[strings.TrimSpace(m.text)] = true
		}
	}
	for _, whole := range []string{"Coordinatrice", "Financement", "Calendrier"} {
		if !grid[whole] {
			t.Errorf("%q is cut", whole)
		}
	}
	if d.Pages() > 6 {
		t.Errorf("40 rows take %d pages", d.Pages())
	}
}

func TestTableTooWideForItsPageIsSetRecordByRecord(t *testing.T) {
	d := New(Meta{Zoom: 1.4, Least: 14})
	d.Table(wide(2))
	checkMargins(t, d)
	said := outline(d)
	for _, want := range []string{"head: 1.1\n", "head: Coordinatrice", "head: Financement\n", "cell: Ville et État\n"} {
		if strings.Contains(said, want) != (want != "head: Coordinatrice") {
			t.Errorf("%q in\n%s", want, said)
		}
	}
}

func TestColumnThatCutsAWordTakesFromTheOthers(t *testing.T) {
	d := New(Meta{})
	d.Table(Table{Columns: []Column{{Title: "Nom", Weight: 9}, {Title: "Accompagnement", Weight: 1}}, Rows: [][]string{{"Lila", "oui"}}})
	if said := pageText(d, 0); !strings.Contains(said, "Accompagnement") {
		t.Errorf("the word is cut: %s", said)
	}
	lines := 0
	for _, m := range d.layout()[0] {
		if strings.HasPrefix("Accompagnement", strings.TrimSpace(m.text)) && m.text != "" {
			lines++
		}
	}
	if lines != 1 {
		t.Errorf("the word is set in %d pieces", lines)
	}
}

func TestOnlySafeAddressesAreLinks(t *testing.T) {
	for to, want := range map[string]bool{"https://sauvelande.example/pre": true, "mailto:pre@sauvelande.example": true, "tel:+33199001234": true,
		"javascript:alert(1)": false, "file:///etc": false, "pre@sauvelande.example": false, "https://": false, "https://a b": false, "": false, "mailto:é@x.fr": false} {
		d := New(Meta{})
		d.Link("ici", to)
		if got := strings.Contains(outline(d), "link"); got != want {
			t.Errorf("%q is a link: %v", to, got)
		}
	}
}
