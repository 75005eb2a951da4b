package kit

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

// openTable shows a table of people in a window of 900 × 600.
func openTable(t *testing.T, p TableParts[person], rows []person) (*Table[person], fyne.Window) {
	t.Helper()
	if p.Columns == nil {
		p.Columns = personColumns()
	}
	p.Key = func(r person) string { return r.name }
	startApp(t)
	table := NewTable(p)
	table.SetRows(rows)
	w := test.NewTempWindow(t, Gap(1))
	w.SetPadded(false)
	w.SetContent(Band(table))
	w.Resize(fyne.NewSize(900, 600))
	w.Canvas().Focus(table)
	return table, w
}

func chosen(t *testing.T, table *Table[person]) string {
	t.Helper()
	r, _ := table.Selected()
	return r.name
}

// columnAt is the middle of the title of a column, or its right edge.
func columnAt(table *Table[person], column int, edge bool) (at fyne.Position) {
	table.cells(At(1, 0, table.top.Size().Width, look.HeaderHeight), func(c int, a Area) {
		if c == column {
			at = fyne.NewPos(a.X+a.W/2, 18)
			if edge {
				at.X = a.End()
			}
		}
	})
	return at
}

func TestArrowsPagesHomeAndEndMoveInATable(t *testing.T) {
	told := 0
	table, _ := openTable(t, TableParts[person]{OnSelect: func(person) { told++ }}, people(100))
	names := func(i int) string { return table.Rows()[i].name }
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, 0}, {fyne.KeyDown, 1}, {fyne.KeyUp, 0}, {fyne.KeyEnd, 99}, {fyne.KeyDown, 99}, {fyne.KeyPageUp, 86}, {fyne.KeyPageDown, 99}, {fyne.KeyHome, 0}} {
		key(table, step.key)
		if got := chosen(t, table); got != names(step.want) {
			t.Errorf("%s goes to %q, want %q", step.key, got, names(step.want))
		}
	}
	if told != 7 {
		t.Errorf("the page was told %d moves, want 7", told)
	}
}

func TestEnterAndAClickOpenARow(t *testing.T) {
	var opened []string
	table, _ := openTable(t, TableParts[person]{OnOpen: func(p person) { opened = append(opened, p.name) }}, people(3))
	key(table, fyne.KeyReturn)
	if opened != nil {
		t.Fatal("Enter opens a row although none is selected")
	}
	key(table, fyne.KeyDown, fyne.KeyReturn)
	table.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, look.HeaderHeight+2*look.RowHeight+10)})
	if want := []string{table.Rows()[0].name, table.Rows()[2].name}; !slices.Equal(opened, want) {
		t.Errorf("opened %q, want %q", opened, want)
	}
	table.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, look.HeaderHeight+5*look.RowHeight)})
	if len(opened) != 2 {
		t.Error("a click below the rows opens something")
	}
}

func TestLettersLookForARowWithoutAccents(t *testing.T) {
	table, _ := openTable(t, TableParts[person]{}, people(10))
	for _, step := range []struct{ typed, want string }{{"e", "Éliott V."}, {"k", "Kenza Z."}, {"l", "Lila K."}} {
		table.search = ""
		for _, r := range step.typed {
			table.TypedRune(r)
		}
		if got := chosen(t, table); got != step.want {
			t.Errorf("%q selects %q, want %q", step.typed, got, step.want)
		}
	}
	table.TypedRune('o')
	if got := chosen(t, table); got != "Louise N." {
		t.Errorf("« lo » selects %q", got)
	}
}

func TestSortingIsStableInBothDirectionsAndFrench(t *testing.T) {
	table, _ := openTable(t, TableParts[person]{}, people(40))
	table.SortBy("name")
	if got := table.Rows()[0].name; !strings.HasPrefix(got, "Adèle") {
		t.Errorf("the first name is %q", got)
	}
	for _, down := range []bool{false, true} {
		table.SortBy("age")
		rows := table.Rows()
		for i := 1; i < len(rows); i++ {
			a, b := rows[i-1], rows[i]
			if a.age != b.age && (a.age > b.age) != down {
				t.Fatalf("descending %v: %d stands before %d", down, a.age, b.age)
			}
			if came := slices.Index(people(40), a) < slices.Index(people(40), b); a.age == b.age && !came {
				t.Fatalf("descending %v: %s and %s changed places", down, a.name, b.name)
			}
		}
	}
}

func TestTheHeaderIsReachedWithTheKeyboard(t *testing.T) {
	table, _ := openTable(t, TableParts[person]{}, people(30))
	key(table, fyne.KeyDown, fyne.KeyUp, fyne.KeyRight, fyne.KeyReturn)
	if got := table.State(); got.Sort != "class" || got.Descending {
		t.Fatalf("Up, Right, Enter gives the order %+v", got)
	}
	key(table, fyne.KeyReturn)
	if !table.State().Descending {
		t.Error("a second Enter does not turn the order round")
	}
	before := table.widthOf(1)
	table.TypedRune('+')
	if got := table.widthOf(1); got != before+columnStep {
		t.Errorf("+ makes the column %v wide, it was %v", got, before)
	}
	at := chosen(t, table)
	key(table, fyne.KeyDown)
	if chosen(t, table) != at {
		t.Error("leaving the header moves the selection")
	}
	key(table, fyne.KeyHome, fyne.KeyDown, fyne.KeyF6)
	if table.header < 0 {
		t.Error("F6 does not reach the header from any row")
	}
}

func TestAFilterKeepsTheSelection(t *testing.T) {
	table, _ := openTable(t, TableParts[person]{}, people(10))
	table.Select("Kenza Z.")
	table.Filter(func(p person) bool { return p.name != "Kenza Z." })
	if _, ok := table.Selected(); ok || table.Count() != 9 || table.Total() != 10 {
		t.Fatalf("with the row hidden: selected %v, %d of %d rows", ok, table.Count(), table.Total())
	}
	table.SortBy("name")
	table.SetRows(people(10))
	table.Filter(nil)
	if got := chosen(t, table); got != "Kenza Z." {
		t.Errorf("the selection came back as %q", got)
	}
}

func TestATableSaysWhyItIsEmpty(t *testing.T) {
	empty, none := Text("vide", look.Body), Text("rien", look.Body)
	table, _ := openTable(t, TableParts[person]{Empty: empty, NoMatch: none}, nil)
	shows := func() fyne.CanvasObject {
		if !table.nothing.Visible() {
			return nil
		}
		return table.nothing.Objects[0]
	}
	if shows() != fyne.CanvasObject(empty) {
		t.Error("a table without rows does not show Empty")
	}
	table.SetRows(people(3))
	if shows() != nil {
		t.Error("a table with rows still shows that it is empty")
	}
	table.Filter(func(person) bool { return false })
	if shows() != fyne.CanvasObject(none) {
		t.Error("a filter that keeps nothing does not show NoMatch")
	}
	key(table, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd)
}

func TestOnlyTheRowsInSightArePainted(t *testing.T) {
	table, _ := openTable(t, TableParts[person]{}, people(3000))
	for _, k := range []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd} {
		key(table, k)
		painted := 0
		for _, w := range table.body.Texts() {
			if w == "Bilan pour le 3 février" {
				painted++
			}
		}
		if painted < 14 || painted > 16 {
			t.Errorf("after %s %d rows are painted, want 14 to 16", k, painted)
		}
		if !slices.Contains(table.Texts(), chosen(t, table)) {
			t.Errorf("after %s the selected row is out of sight", k)
		}
	}
	if n := len(table.body.scene.objs) + len(table.top.scene.objs); n > 400 {
		t.Errorf("%d objects for one table", n)
	}
}

func TestDraggingAnEdgeChangesAWidthThatIsRestored(t *testing.T) {
	var kept []byte
	parts := TableParts[person]{OnState: func(s TableState) { kept, _ = json.Marshal(s) }}
	table, _ := openTable(t, parts, people(5))
	at, before := columnAt(table, 0, true), table.widthOf(0)
	table.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if table.Cursor() != desktop.HResizeCursor {
		t.Error("the mouse does not show that the edge can be moved")
	}
	table.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	table.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(30, 0)}})
	table.DragEnd()
	after := table.widthOf(0)
	if after != before+30 {
		t.Fatalf("the column went from %v to %v, want 30 more", before, after)
	}
	table.Tapped(&fyne.PointEvent{Position: columnAt(table, 3, false)})
	var s TableState
	if err := json.Unmarshal(kept, &s); err != nil || s.Sort != "age" {
		t.Fatalf("kept %s, %v", kept, err)
	}
	other, _ := openTable(t, TableParts[person]{}, people(5))
	other.Restore(s)
	if other.widthOf(0) != after || !reflect.DeepEqual(other.State(), table.State()) || other.Rows()[0].age != 5 {
		t.Errorf("restored %+v with a first column of %v", other.State(), other.widthOf(0))
	}
}

func TestColumnsAlwaysFillTheTable(t *testing.T) {
	table, w := openTable(t, TableParts[person]{}, people(5))
	for _, width := range []float32{320, 700, 900, 1600} {
		w.Resize(fyne.NewSize(width, 400))
		var end float32
		table.cells(At(0, 0, width-2, 1), func(_ int, a Area) { end = a.End() })
		if end < width-2-rowMargin-1 || end > width-2-rowMargin+1 {
			t.Errorf("%v wide: the columns end at %v", width, end)
		}
	}
}

func TestScrollingStopsAtBothEnds(t *testing.T) {
	table, _ := openTable(t, TableParts[person]{}, people(100))
	wheel := func(dy float32) { table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: dy}}) }
	wheel(500)
	if table.offset != 0 {
		t.Errorf("scrolled above the first row: %v", table.offset)
	}
	wheel(-100_000)
	if want := 100*look.RowHeight - table.body.Size().Height; table.offset != want {
		t.Errorf("scrolled to %v, the last row ends at %v", table.offset, want)
	}
	bar := fyne.NewPos(table.Size().Width-6, table.Size().Height-10)
	table.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: bar}})
	table.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(bar.X, -500)}})
	table.DragEnd()
	if table.offset != 0 {
		t.Errorf("dragging the bar to the top leaves %v", table.offset)
	}
}

func TestPaintingLargeWidgetsTwiceMakesNoObject(t *testing.T) {
	for name, page := range map[string]func() fyne.CanvasObject{"table": tablePage, "matrix": matrixPage, "day": dayPage, "rating": ratingPage} {
		startApp(t)
		w := test.NewTempWindow(t, Gap(1))
		w.SetContent(Band(page()))
		w.Resize(fyne.NewSize(1366, 768))
		before := drawn(w.Content())
		w.Content().Refresh()
		after := drawn(w.Content())
		if len(before) < 60 || !slices.Equal(before, after) {
			t.Errorf("%s: %d objects, then %d, or others", name, len(before), len(after))
		}
	}
}

func TestLargeWidgetsKeepTheBudgetOfObjects(t *testing.T) {
	startApp(t)
	table := NewTable(TableParts[person]{Columns: personColumns(), Key: func(p person) string { return p.name }})
	table.SetRows(people(3000))
	large, _ := sampleMatrix(40)
	for name, o := range map[string]fyne.CanvasObject{
		"table": table, "matrix": NewMatrix(large), "timeline": NewTimeline(day()), "ribbon": NewRibbon(schoolYear(), false, nil),
	} {
		w := test.NewTempWindow(t, o)
		w.Resize(fyne.NewSize(1146, 600))
		if n := len(drawn(w.Content())); n < 40 || n > 600 {
			t.Errorf("%s: %d objects, want at most 600 of the 700 of a window", name, n)
		}
	}
}

func BenchmarkTableSetRowsAndSort3000(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(false))
	table := NewTable(TableParts[person]{Columns: personColumns(), Key: func(p person) string { return p.name }})
	test.NewTempWindow(b, table).Resize(fyne.NewSize(1194, 600))
	rows := people(3000)
	table.SortBy("name")
	for b.Loop() {
		table.SetRows(rows)
	}
}

func BenchmarkTableScrollStep(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(false))
	table := NewTable(TableParts[person]{Columns: personColumns(), Key: func(p person) string { return p.name }})
	table.SetRows(people(3000))
	test.NewTempWindow(b, table).Resize(fyne.NewSize(1194, 600))
	for i := 0; b.Loop(); i++ {
		table.ScrollTo(float32(i % 2000 * 25))
	}
}

func BenchmarkTableFilter3000(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(false))
	table := NewTable(TableParts[person]{Columns: personColumns(), Key: func(p person) string { return p.name }})
	table.SetRows(people(3000))
	test.NewTempWindow(b, table).Resize(fyne.NewSize(1194, 600))
	for i := 0; b.Loop(); i++ {
		typed := fmt.Sprint(i % 10)
		table.Filter(func(p person) bool { return strings.Contains(p.name, typed) })
	}
}
