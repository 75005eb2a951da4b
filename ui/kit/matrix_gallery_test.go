package kit

import (
	"fmt"
	"path/filepath"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// The gallery draws the large widgets with rich content, as the pages of the product will: run with -catalogue DIR.

func TestLargeWidgetsAreDrawnInLightAndDark(t *testing.T) {
	pages := map[string]func() fyne.CanvasObject{"table": tablePage, "matrice": matrixPage, "journee": dayPage, "bilan": ratingPage}
	for name, page := range pages {
		for variant, dark := range map[string]bool{"clair": false, "sombre": true} {
			img := capture(t, dark, fyne.NewSize(1194, 690), page)
			if n := inked(img); n < 20_000 {
				t.Errorf("%s %s: only %d pixels are drawn", name, variant, n)
			}
			if *catalogueDir != "" {
				save(t, filepath.Join(*catalogueDir, name+"-"+variant+".png"), img)
			}
		}
	}
}

// person is a row of the gallery's table.
type person struct {
	name, class, school string
	age                 int
	tone                look.ToneName
	share               float64
	todo                string
}

func people(n int) []person {
	first := []string{"Adèle J.", "Aminata S.", "Éliott V.", "Gabriel P.", "Ilyès A.", "Kenza Z.", "Lila K.", "Louise N.", "Soan M.", "Zoé F."}
	tones := []look.ToneName{"art", "sophrology", "psychoeducation", "psychologist", "cps", "school"}
	rows := make([]person, n)
	for i := range rows {
		k := i * 7 % len(first)
		rows[i] = person{first[k], []string{"CP", "CE1", "CM2", "6e"}[i%4], []string{"Les Tilleuls", "Grand Pré", "Collège du Parc"}[i%3],
			5 + i%8, tones[i%len(tones)], float64(50+i*13%51) / 100, "Bilan pour le 3 février"}
		if n > len(first) {
			rows[i].name += " " + strconv.Itoa(i)
		}
	}
	return rows
}

func personColumns() []Column[person] {
	return []Column[person]{
		{ID: "name", Title: "Enfant", Width: 190, Weight: 1, Text: func(p person) string { return p.name },
			Draw: func(s *Scene, a Area, p person) {
				s.Avatar(a.Left(28).Middle(28, 28), Initials(p.name))
				w := s.Text(At(a.X+38, a.Y, max(1, a.W-38), a.H), p.name, look.BodyBold)
				if left := a.W - 38 - w - 6; left > 30 {
					s.Text(At(a.X+38+w+6, a.Y, left, a.H), strconv.Itoa(p.age)+" ans", look.Detail)
				}
			}},
		{ID: "class", Title: "Classe", Width: 60, Text: func(p person) string { return p.class }},
		{ID: "school", Title: "École", Width: 120, Weight: 1, Style: look.Detail, Text: func(p person) string { return p.school }},
		{ID: "age", Title: "Âge", Width: 70, Align: AlignRight, Figures: true, Text: func(p person) string { return strconv.Itoa(p.age) },
			Sort: func(a, b person) int { return a.age - b.age }},
		{ID: "workshop", Title: "Ateliers", Width: 150, Draw: func(s *Scene, a Area, p person) {
			s.Badge(a, "Art-thérapie", look.DisciplineIcon(string(p.tone)), p.tone)
		}},
		{ID: "share", Title: "Régularité", Width: 140, Draw: func(s *Scene, a Area, p person) {
			s.Regularity(a, Rate{Part: p.share, Percent: fmt.Sprintf("%.0f\u00a0%%", p.share*100), Low: p.share < .6})
		}},
		{ID: "todo", Title: "À faire", Width: 150, Weight: 1, Draw: func(s *Scene, a Area, p person) { s.Fact(a, "circle-alert", p.todo, look.Warn) }},
	}
}

func tablePage() fyne.CanvasObject {
	empty := EmptyState("sprout", "Aucun enfant pour l’instant", "Ajoutez-le, ou importez un tableau.", NewButton("Ajouter", "plus", Primary, nil))
	full := NewTable(TableParts[person]{Columns: personColumns(), Key: func(p person) string { return p.name }, OnOpen: func(person) {}})
	full.SetRows(people(300))
	full.SortBy("name")
	full.Select("Aminata S. 123")
	full.focused, full.hoverHead = true, 2
	full.hoverRow = full.at + 2
	few := NewTable(TableParts[person]{Columns: personColumns()[:4], Key: func(p person) string { return p.name }, Empty: empty})
	few.SetRows(people(3))
	few.Select("Adèle J.")
	none := NewTable(TableParts[person]{Columns: personColumns()[:4], Key: func(p person) string { return p.name }, Empty: empty})
	return Pad(look.Margin, VBox(look.Wide, Grow(full), Columns(look.Wide, Share(1, few), Share(1, Sized(1, 210, none)))))
}

const tickedMarks = "PPPPPP-PPP..PPEPPP-AAA..PRPPPP-PEP..PPPEPP-PPP..PPPPPP-PRP..PEPPRP-PP?..nnPPAP-PP?.."

func markLook(c byte) CellLook {
	kinds := map[byte]Mark{'P': MarkTick, 'R': MarkClock, 'E': MarkLetter, 'A': MarkCross, '?': MarkEmpty, '-': MarkBan, 'n': MarkDash}
	return CellLook{Kind: kinds[c], Letter: "E", Editable: c != '-' && c != 'n' && c != '.'}
}

func sampleTools() []Tool {
	return []Tool{
		{"Présent", 'P', CellLook{Kind: MarkTick}}, {"Retard", 'R', CellLook{Kind: MarkClock}},
		{"Absent excusé", 'E', CellLook{Kind: MarkLetter, Letter: "E"}}, {"Absent", 'A', CellLook{Kind: MarkCross}},
		{"Non saisi", 0, CellLook{Kind: MarkEmpty}},
	}
}

// sampleMatrix is a grid of n rows whose marks can be changed.
func sampleMatrix(n int) (MatrixParts, [][]byte) {
	marks := make([][]byte, n)
	for i := range marks {
		marks[i] = []byte(tickedMarks[i%7*12 : i%7*12+12])
	}
	p := MatrixParts{
		Corner: "Séance 10 en cours de saisie", Foot: "Présents", Legend: NewLegend(sampleTools()), Current: 9,
		Cell: func(r, c int) CellLook { return markLook(marks[r][c]) },
		OnMark: func(r, c int, key rune) {
			marks[r][c] = byte(key)
			if key == 0 {
				marks[r][c] = '?'
			}
		},
		OnName: func(int) {},
		FootOf: func(c int) string {
			if c == 6 || c > 9 {
				return ""
			}
			return "6/7"
		},
		Side: []SideColumn{
			{Title: "Régularité", Width: 162, Draw: func(s *Scene, a Area, r int) {
				s.Regularity(a, Rate{float64(100-r*8) / 100, fmt.Sprintf("%d\u00a0%%", 100-r*8), "9/9", r == 1})
			}},
			{Title: "Mi-cycle", Width: 56, Centre: true, Draw: func(s *Scene, a Area, r int) {
				if r >= 0 {
					s.Icon(a.Middle(18, 18), "circle-check", look.P().Ok)
				}
			}, OnTap: func(int) {}},
			{Title: "Fin de cycle", Width: 88, Draw: func(s *Scene, a Area, r int) {
				switch {
				case r < 0:
				case r%2 == 0:
					s.Fact(a, "pencil", "Brouillon", look.Primary)
				default:
					s.Fact(a, "circle", "À faire", look.Ink2)
				}
			}, OnTap: func(int) {}},
		},
	}
	for i := range n {
		names := []string{"Lila K.", "Mathis R.", "Kenza Z.", "Noé T.", "Aminata S.", "Éliott V.", "Inaya D."}
		p.Rows = append(p.Rows, MatrixRow{names[i%7], "8 ans, CE2"})
	}
	subs := []string{"7 oct.", "14 oct.", "4 nov.", "18 nov.", "25 nov.", "2 déc.", "annulée", "16 déc.", "6 janv.", "13 janv.", "20 janv.", "27 janv."}
	for i, sub := range subs {
		c := MatrixColumn{Title: strconv.Itoa(i + 1), Sub: sub}
		switch {
		case i == 6:
			c.Tone = ColumnOff
		case i == 9:
			c.Tone = ColumnCurrent
		case i > 9:
			c.Tone = ColumnComing
		}
		p.Columns = append(p.Columns, c)
	}
	for i, sp := range []struct{ text, icon string }{{"Arts plastiques", "brush"}, {"Collage", "scissors"}, {"Modelage", "hand"}, {"Création libre", "sparkle"}, {"Marionnette", "drama"}, {"Théâtre", "theater"}} {
		p.Spans = append(p.Spans, Span{2 * i, 2*i + 1, sp.text, sp.icon, "art"})
	}
	return p, marks
}

func matrixPage() fyne.CanvasObject {
	p, _ := sampleMatrix(7)
	m := NewMatrix(p)
	m.focused, m.row, m.col = true, 5, 9
	m.hoverRow, m.hoverCol = 2, 4
	small, _ := sampleMatrix(20)
	few := NewMatrix(small)
	card := Panel(VBox(look.Tight, HBox(look.Gap, Sized(172, 20, Text("Choisissez, puis cliquez", look.Detail)), p.Legend), Sized(1, m.Wanted(), m)))
	return Pad(look.Margin, VBox(look.Gap, card, AtMost(830, Grow(Sized(1, 170, few)))))
}

func day() TimelineParts {
	at := func(h, m int) int { return h*60 + m }
	return TimelineParts{
		From: at(9, 0), To: at(18, 0), OnOpen: func(int) {},
		Lanes: []Lane{{"Petite salle", "PRE"}, {"Grande salle", "PRE"}, {"Salle 2", "CCAS"}, {"Salle A", "Service Éducation"}, {"Salle B", "Service Éducation"}},
		Blocks: []TimeBlock{
			{0, at(9, 30), 60, "Psychologue", "Ilyès A.", "messages-square", "", "psychologist", false, ""},
			{0, at(14, 30), 60, "Psychologue", "Yasmine H.", "messages-square", "", "psychologist", false, ""},
			{1, at(14, 0), 60, "Art-thérapie", "Groupe 1", "palette", "7/7", "art", true, ""},
			{1, at(15, 15), 60, "Art-thérapie", "Groupe 2", "palette", "6/7", "art", false, ""},
			{2, at(9, 0), 60, "Sophrologie", "Ethan L.", "wind", "", "sophrology", false, ""},
			{2, at(13, 30), 90, "Sophrologie", "Trio après-midi", "wind", "3/3", "sophrology", true, ""},
			{2, at(14, 15), 30, "Psychologue", "Noé T.", "messages-square", "1/1", "psychologist", false, ""},
			{3, at(10, 0), 60, "Psychoéducation", "Groupe 1", "compass", "6/6", "psychoeducation", false, ""},
			{3, at(14, 0), 60, "Psychoéducation", "Groupe 2", "compass", "5/6", "psychoeducation", false, ""},
			{4, at(16, 0), 60, "Petits penseurs", "6e et 5e", "lightbulb", "6/8", "cps", false, ""},
		},
	}
}

func schoolYear() []RibbonCell {
	var cells []RibbonCell
	for _, m := range []struct{ name, days string }{
		{"oct.", "dd--"}, {"nov.", "d.dd"}, {"déc.", "ddd--"}, {"janv.", "ddnc"}, {"févr.", "ccc-"},
		{"mars", "-cccc"}, {"avril", "cc--"}, {"mai", "cccc"}, {"juin", "ccccc"},
	} {
		for i, d := range m.days {
			state := map[rune]RibbonState{'d': RibbonDone, 'n': RibbonNext, 'c': RibbonComing, '-': RibbonHoliday, '.': RibbonFree}[d]
			cells = append(cells, RibbonCell{Label: strconv.Itoa(3 + 7*i), Month: m.name, State: state})
		}
	}
	return cells
}

func dayPage() fyne.CanvasObject {
	tl := NewTimeline(day())
	tl.focused, tl.at = true, 3
	big := NewRibbon(schoolYear(), true, func(int) {})
	big.focused = true
	small := NewRibbon(schoolYear(), false, func(int) {})
	small.focused = true
	return Pad(look.Margin, VBox(look.Gap, HBox(look.Margin, NewRibbon(schoolYear(), false, nil), small), Panel(Sized(1, tl.Wanted(), tl)), big))
}

func ratingPage() fyne.CanvasObject {
	levels := []string{"pas encore", "rarement", "parfois", "souvent", "toujours"}
	steps := NewStepChips([]string{"Régularité", "Compétences", "Points d’appui", "Paroles", "Synthèse", "Suites"}, nil)
	for _, i := range []int{0, 2, 3, 4} {
		steps.SetDone(i, true)
	}
	steps.Select(1)
	rows := VBox(0, RatingTitles([]string{"Début", "Mi-cycle"}, "Fin de cycle"))
	for i, skill := range []string{"Exprimer ses émotions", "Confiance en soi", "Relation aux autres", "Demander de l’aide", "Attention"} {
		r := NewRating(skill, levels, nil)
		r.SetValue([]int{4, 3, 4, 0, 2}[i])
		if i == 4 {
			r.SetReadOnly(true)
		}
		r.focused = i == 0
		rows.Add(RatingRow(skill, []string{"2 rarement", "3 parfois"}, r))
	}
	return Pad(look.Margin, AtMost(640, VBox(look.Wide, Panel(steps), Panel(rows))))
}
