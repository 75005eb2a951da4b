package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func key(w interface{ TypedKey(*fyne.KeyEvent) }, names ...fyne.KeyName) {
	for _, n := range names {
		w.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestButtonAnswersMouseEnterAndSpace(t *testing.T) {
	startApp(t)
	fired := 0
	b := NewButton("Finaliser", "lock", Primary, func() { fired++ })
	test.Tap(b)
	key(b, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyA)
	if fired != 4 {
		t.Errorf("fired %d times, want 4", fired)
	}
	if b.Cursor() != desktop.PointerCursor || b.Label() != "Finaliser" {
		t.Error("a button has a pointer cursor and its words")
	}
}

func TestDisabledButtonSaysWhyAndDoesNothing(t *testing.T) {
	startApp(t)
	fired := 0
	b := NewButton("Finaliser", "lock", Primary, func() { fired++ })
	why := Reason(b).(*Painted)
	b.SetReason("Il manque l’évaluation de mi-cycle.")
	test.Tap(b)
	key(b, fyne.KeyReturn, fyne.KeySpace)
	if fired != 0 || !b.Disabled() || b.Cursor() != desktop.DefaultCursor {
		t.Errorf("a disabled button fired %d times", fired)
	}
	if got := why.Texts(); len(got) != 1 || got[0] != b.Reason() {
		t.Errorf("the reason shown is %q", got)
	}
	b.SetReason("")
	test.Tap(b)
	if fired != 1 || why.MinSize().Height != 0 {
		t.Error("without a reason the button works and nothing is said")
	}
}

func TestTabsFollowArrowsAndTell(t *testing.T) {
	startApp(t)
	var told []int
	tabs := NewTabs([]string{"Présences", "Séances", "Bilans"}, func(i int) { told = append(told, i) })
	tabs.Resize(tabs.MinSize())
	key(tabs, fyne.KeyLeft, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd)
	if want := []int{1, 2, 0, 2}; len(told) != len(want) || told[0] != 1 || told[1] != 2 || told[2] != 0 || told[3] != 2 {
		t.Errorf("told %v, want %v", told, want)
	}
	a := tabs.tab(1)
	test.TapAt(tabs, fyne.NewPos(a.X+5, 10))
	if tabs.Selected() != 1 {
		t.Errorf("a click on the second word chose %d", tabs.Selected())
	}
}

func TestChipRowKeepsExactlyOneOn(t *testing.T) {
	startApp(t)
	got := -1
	row := NewChipRow([]string{"À placer", "Tous", "Mes suivis"}, func(i int) { got = i })
	test.Tap(row.Chips[2])
	if got != 2 || row.Chips[0].On() || !row.Chips[2].On() || row.Selected() != 2 {
		t.Errorf("told %d, first on %v, third on %v", got, row.Chips[0].On(), row.Chips[2].On())
	}
}

func TestNavEnterPicksThePage(t *testing.T) {
	startApp(t)
	picked, locked := "", 0
	r := NewRail(RailParts{Brand: "Mercredi", Entries: []RailEntry{{"home", "Accueil", "house"}, {"children", "Enfants", "users-round"}},
		OnPick: func(k string) { picked = k }, OnLock: func() { locked++ }})
	key(r.Item("children"), fyne.KeyReturn)
	key(r.Item(""), fyne.KeySpace)
	r.Select("children")
	if picked != "children" || locked != 1 || !r.Item("children").On() || r.Item("home").On() {
		t.Errorf("picked %q, locked %d", picked, locked)
	}
}

func TestSearchBoxEscapeEmptiesFirst(t *testing.T) {
	startApp(t)
	var said []string
	b := NewSearchBox("Chercher", "", func(s string) { said = append(said, s) })
	left := 0
	OnEscape = func() { left++ }
	defer func() { OnEscape = nil }()
	test.Type(b.entry, "lila")
	key(b.entry, fyne.KeyEscape)
	if b.Text() != "" || left != 0 || said[len(said)-1] != "" {
		t.Errorf("after one Escape: %q, said %q", b.Text(), said)
	}
	key(b.entry, fyne.KeyEscape)
	if left != 1 {
		t.Error("Escape in an empty search must go on to the shell")
	}
}

func TestPaintingTheCatalogueTwiceMakesNoObject(t *testing.T) {
	startApp(t)
	w := test.NewTempWindow(t, Gap(1))
	// without the search box: Fyne's own entry makes new rectangles when it is refreshed
	w.SetContent(Band(VBox(0, catalogueHeader(), catalogueTabs(), catalogueChoices(), catalogueCards(), catalogueStates())))
	w.Resize(fyne.NewSize(1366, 1180))
	before := drawn(w.Content())
	w.Content().Refresh()
	after := drawn(w.Content())
	if len(before) < 200 || len(before) != len(after) {
		t.Fatalf("%d objects, then %d", len(before), len(after))
	}
	for i := range before {
		if before[i] != after[i] {
			t.Fatalf("object %d (%T, %v) changed: an idle window would paint for ever", i, before[i], before[i].Size())
		}
	}
}

func BenchmarkRefreshOfAFullPage(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(false))
	w := test.NewTempWindow(b, Gap(1))
	w.SetContent(Band(catalogue()))
	w.Resize(fyne.NewSize(1366, 1180))
	for b.Loop() {
		w.Content().Refresh()
	}
	b.ReportMetric(float64(len(drawn(w.Content()))), "objects")
}

// Fyne asks every object of a window for its minimal size before each frame.
func BenchmarkMinSizesOfAFullPage(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(false))
	w := test.NewTempWindow(b, Gap(1))
	w.SetContent(Band(catalogue()))
	w.Resize(fyne.NewSize(1366, 1180))
	all := test.LaidOutObjects(w.Content())
	for b.Loop() {
		for _, o := range all {
			o.MinSize()
		}
	}
}

// drawn lists what Fyne draws: the leaves of the tree.
func drawn(root fyne.CanvasObject) (leaves []fyne.CanvasObject) {
	for _, o := range test.LaidOutObjects(root) {
		switch o.(type) {
		case *canvas.Text, *canvas.Image, *canvas.Rectangle:
			leaves = append(leaves, o)
		}
	}
	return leaves
}

func TestMinimalSizesSettleAfterOneLayout(t *testing.T) {
	startApp(t)
	w := test.NewTempWindow(t, Gap(1))
	w.SetContent(Band(catalogue()))
	w.Resize(fyne.NewSize(1366, 1180))
	all := test.LaidOutObjects(w.Content())
	var before []fyne.Size
	for _, o := range all {
		before = append(before, o.MinSize())
	}
	w.Content().Refresh()
	for i, o := range all {
		if now := o.MinSize(); now != before[i] {
			t.Errorf("%T wanted %v, then %v: Fyne would lay its parent out at each frame", o, before[i], now)
		}
	}
}

func TestHeightFollowsWidth(t *testing.T) {
	startApp(t)
	text := Paragraph("Une phrase assez longue pour prendre deux ou trois lignes quand la colonne est étroite.", look.Body)
	below := Text("dessous", look.Body)
	box := Card("Note", nil, VBox(4, text, below))
	wide, narrow := HeightFor(box, 800), HeightFor(box, 220)
	if narrow < wide+2*look.Body.Line() {
		t.Errorf("800 wide needs %v, 220 wide needs %v", wide, narrow)
	}
	page := Scroll(VBox(0, box))
	test.NewTempWindow(t, page).Resize(fyne.NewSize(240, 100))
	if below.Position().Y < text.Position().Y+3*look.Body.Line() {
		t.Errorf("the line below starts at %v", below.Position().Y)
	}
	before := below.Position().Y
	text.SetText(text.Text() + " " + text.Text())
	Relayout(page)
	if below.Position().Y <= before {
		t.Error("a longer paragraph must push down what follows")
	}
}

func TestHiddenColumnLeavesItsRoom(t *testing.T) {
	startApp(t)
	left, right := Gap(1), Gap(1)
	row := Columns(20, Fixed(100, left), Share(1, right))
	row.Resize(fyne.NewSize(400, 50))
	if right.Position().X != 120 || right.Size().Width != 280 {
		t.Errorf("the share is at %v, %v wide", right.Position().X, right.Size().Width)
	}
	left.Hide()
	row.Refresh()
	if right.Position().X != 0 || right.Size().Width != 400 {
		t.Errorf("with the left one hidden the share is at %v, %v wide", right.Position().X, right.Size().Width)
	}
}

func TestFocusScrollsIntoSight(t *testing.T) {
	startApp(t)
	var buttons []fyne.CanvasObject
	for range 30 {
		buttons = append(buttons, NewButton("Ouvrir", "", Secondary, nil))
	}
	page := Scroll(VBox(8, buttons...))
	w := test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(buttons[29].(*Button))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(buttons[29])
	if at.Y < 0 || at.Y > 200-look.Control {
		t.Errorf("the focused button is at %v", at.Y)
	}
}
