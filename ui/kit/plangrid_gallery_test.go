package kit

import (
	"fmt"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func hm(h, m int) int { return h*60 + m }

// planDay is the day of the mockup.
func planDay() PlanParts {
	psy := func(start int, who string) PlanBlock {
		return PlanBlock{Column: 0, Start: start, Minutes: 60, Icon: "messages-square", Title: "Psychologue", Detail: who, Person: "Aline Duroc", Tone: "psychologist"}
	}
	p := PlanParts{
		From: hm(9, 0), To: hm(18, 0), Step: 15, OnOpen: func(int) {},
		Columns: []PlanColumn{{Title: "Petite salle", Sub: "PRE"}, {Title: "Grande salle", Sub: "PRE"}, {Title: "Salle 2", Sub: "CCAS"},
			{Title: "Salle A", Sub: "Service Éducation"}, {Title: "Salle B", Sub: "Service Éducation"}},
		Breaks: []PlanSpan{{hm(12, 0), hm(13, 30), "Pause de midi"}},
		Blocks: []PlanBlock{
			psy(hm(9, 30), "Ilyès A., rencontre 4"), psy(hm(10, 45), "Camille G., rencontre 2"), psy(hm(14, 30), "Yasmine H., rencontre 1"),
			{Column: 1, Start: hm(14, 0), Minutes: 60, Icon: "palette", Title: "Art-thérapie", Detail: "Groupe 1", Person: "Maud Estève", Trail: "7/7", Tone: "art", Alert: true},
			{Column: 1, Start: hm(15, 15), Minutes: 60, Icon: "palette", Title: "Art-thérapie", Detail: "Groupe 2", Person: "Maud Estève", Trail: "6/7", Tone: "art", Target: "Placer ici"},
			{Column: 2, Start: hm(9, 0), Minutes: 60, Icon: "wind", Title: "Sophrologie", Detail: "Ethan L., individuel", Person: "Irène Salvat", Tone: "sophrology"},
			{Column: 2, Start: hm(10, 15), Minutes: 90, Icon: "wind", Title: "Sophrologie", Detail: "Trio du matin", Person: "Irène Salvat", Trail: "2/3", Taken: 2, Places: 3, Tone: "sophrology"},
			{Column: 2, Start: hm(13, 30), Minutes: 90, Icon: "wind", Title: "Sophrologie", Detail: "Trio de l’après-midi", Person: "Irène Salvat", Trail: "3/3", Taken: 3, Places: 3, Tone: "sophrology", Alert: true},
			{Column: 2, Start: hm(15, 15), Minutes: 60, Icon: "wind", Title: "Sophrologie", Detail: "Rayan O., individuel", Person: "Irène Salvat", Tone: "sophrology"},
			{Column: 3, Start: hm(10, 0), Minutes: 60, Icon: "compass", Title: "Psychoéducation", Detail: "Groupe 1", Person: "Bastien Roche", Trail: "6/6", Tone: "psychoeducation"},
			{Column: 3, Start: hm(14, 0), Minutes: 60, Icon: "compass", Title: "Psychoéducation", Detail: "Groupe 2", Person: "Bastien Roche", Trail: "5/6", Tone: "psychoeducation"},
			{Column: 4, Start: hm(16, 0), Minutes: 60, Icon: "lightbulb", Title: "Petits penseurs", Detail: "6e et 5e", Person: "Théo Lambel", Trail: "6/8", Tone: "cps"},
		},
		Bridges: []PlanBridge{{3, 7, "user-round"}},
	}
	for i := range p.Blocks {
		p.Blocks[i].Key = fmt.Sprint(i)
	}
	return p
}

// planChanges is the same day in a preview, with short and overlapping blocks.
func planChanges() PlanParts {
	p := planDay()
	p.Bridges = nil
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.Alert, b.Target, b.Faded = false, "", i != 6 && i != 7
		if !b.Faded {
			b.Proposed, b.Change = true, "+1"
		}
	}
	p.Blocks[9].Locked = true
	p.Blocks = append(p.Blocks,
		PlanBlock{Key: "30", Column: 4, Start: hm(9, 0), Minutes: 30, Icon: "palette", Title: "Art-thérapie", Detail: "Stage", Trail: "3/4", Tone: "art"},
		PlanBlock{Key: "45", Column: 4, Start: hm(9, 45), Minutes: 45, Icon: "palette", Title: "Art-thérapie", Detail: "Stage, groupe 2", Trail: "3/4", Tone: "art", Locked: true},
		PlanBlock{Key: "a", Column: 1, Start: hm(9, 30), Minutes: 60, Icon: "book-open", Title: "Accompagnement scolaire", Detail: "Groupe 1", Trail: "3/4", Tone: "school"},
		PlanBlock{Key: "b", Column: 1, Start: hm(10, 0), Minutes: 90, Icon: "compass", Title: "Psychoéducation", Detail: "Groupe 3", Trail: "3/4", Tone: "psychoeducation", Alert: true})
	p.Bridges = []PlanBridge{{len(p.Blocks) - 2, len(p.Blocks) - 1, "map-pin"}}
	p.Columns[0].Off = []PlanSpan{{hm(9, 0), hm(12, 0), "Absente le matin"}}
	return p
}

// planPages are the plan at rest, in a preview, and with a block in hand.
func planPages() map[string]func() fyne.CanvasObject {
	framed := func(g *PlanGrid) fyne.CanvasObject { return Pad(look.Margin, Stack(g)) }
	held := func(byKey bool) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			p := planDay()
			p.OnMove = func(int, PlanPlace) {}
			p.Judge = func(int, PlanPlace) (string, bool) {
				return "Bastien Roche n’est pas là à 16 h 15. Salle B est libre.", true
			}
			g := NewPlanGrid(p)
			g.focused, g.at = true, 10
			g.held = planHeld{block: 10, byKey: byKey, to: PlanPlace{4, hm(14, 15)}, corner: fyne.NewPos(600, 300)}
			return framed(g)
		}
	}
	return map[string]func() fyne.CanvasObject{
		"planning": func() fyne.CanvasObject {
			g := NewPlanGrid(planDay())
			g.focused, g.at = true, 9
			return framed(g)
		},
		"planning-apercu":  func() fyne.CanvasObject { return framed(NewPlanGrid(planChanges())) },
		"planning-souris":  held(false),
		"planning-clavier": held(true),
	}
}

func TestAPlanIsDrawnInLightAndDark(t *testing.T) {
	for name, page := range planPages() {
		for variant, dark := range map[string]bool{"clair": false, "sombre": true} {
			for height, size := range map[string]fyne.Size{"": fyne.NewSize(882, 607), "-bas": fyne.NewSize(882, 526)} {
				img := capture(t, dark, size, page)
				if n := inked(img); n < 20_000 {
					t.Errorf("%s %s: only %d pixels are drawn", name, variant, n)
				}
				if *catalogueDir != "" {
					save(t, filepath.Join(*catalogueDir, name+height+"-"+variant+".png"), img)
				}
			}
		}
	}
}

// BenchmarkPlanRepaint is a step of a drag: the body of a plan of 60 blocks is painted again.
func BenchmarkPlanRepaint(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(false))
	p := planDay()
	for i := len(p.Blocks); i < 60; i++ {
		extra := p.Blocks[i%12]
		extra.Key, extra.Column, extra.Start = fmt.Sprint(i), i%8, hm(9, 0)+i/8*65
		p.Blocks = append(p.Blocks, extra)
	}
	for len(p.Columns) < 8 {
		p.Columns = append(p.Columns, PlanColumn{Title: "Salle", Sub: "PRE"})
	}
	p.OnMove = func(int, PlanPlace) {}
	g := NewPlanGrid(p)
	w := test.NewTempWindow(b, Band(g))
	w.Resize(fyne.NewSize(1192, 690))
	g.held = planHeld{block: 3}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		g.carry(fyne.NewPos(float32(200+i%300), float32(100+i%300)))
	}
}

// waitingRows are the children of the mockup.
func waitingRows() []DragRow {
	return []DragRow{
		{Key: "a", Title: "Louise N.", After: "9 ans, CM1", Right: "34 jours", Icon: "palette", Tone: "art", Detail: "Art-thérapie", Verdict: "1 place, groupe 2 à 15 h 15", Good: true},
		{Key: "b", Title: "Rayan O.", After: "8 ans, CE2", Right: "29 jours", Badge: "urgent", BadgeTone: look.Alarm, Icon: "palette", Tone: "art", Detail: "Art-thérapie",
			Verdict: "Groupe 1 complet. Groupe 2 : déjà en sophrologie à 15 h 15.", More: "Possible en déplaçant Inès D. au groupe 2."},
		{Key: "c", Title: "Tiago F.", After: "6 ans, CP", Right: "21 jours", Icon: "compass", Tone: "psychoeducation", Detail: "Psychoéducation", Verdict: "1 place, groupe 2 à 14 h", Good: true},
		{Key: "d", Title: "Soan M.", After: "12 ans, 6e", Right: "8 jours", Icon: "lightbulb", Tone: "cps", Detail: "Petits penseurs", Verdict: "Accord de la famille non reçu.", Fixed: "Accord de la famille non reçu"},
	}
}

func waitingPage() fyne.CanvasObject {
	l := NewDragList(DragListParts{Name: "enfants à placer", OnDrop: func(string, fyne.Position) {}})
	l.Set(waitingRows())
	l.Select("a")
	l.rows.focused = true
	few := NewDragList(DragListParts{Name: "enfants du groupe", OnDrop: func(string, fyne.Position) {}})
	few.Set([]DragRow{{Key: "a", Title: "Lila K.", After: "8 ans, CE2", Locked: true}, {Key: "b", Title: "Mathis R.", After: "9 ans, CM1"}})
	ribbon := NewDatedRibbon(datedYear(), func(int) {})
	ribbon.Choose(16)
	ribbon.focused = true
	return Pad(look.Margin, VBox(look.Wide, ribbon, NewDatedRibbon(datedYear(), func(int) {}),
		HTop(look.Wide, Sized(296, 400, Panel(l)), Sized(296, 400, Panel(few)))))
}

// datedYear is the year of the mockup, its holidays named.
func datedYear() []RibbonCell {
	cells := schoolYear()
	for i := range cells {
		if cells[i].State == RibbonHoliday {
			cells[i].Name = map[string]string{"oct.": "Toussaint", "déc.": "Noël", "févr.": "Hiver", "mars": "Hiver", "avril": "Printemps"}[cells[i].Month]
		}
	}
	return cells
}

func TestAListToDragFromIsDrawnInLightAndDark(t *testing.T) {
	for variant, dark := range map[string]bool{"clair": false, "sombre": true} {
		img := capture(t, dark, fyne.NewSize(1194, 560), waitingPage)
		if n := inked(img); n < 20_000 {
			t.Errorf("%s: only %d pixels are drawn", variant, n)
		}
		if *catalogueDir != "" {
			save(t, filepath.Join(*catalogueDir, "a-placer-"+variant+".png"), img)
		}
	}
}
