package sheet_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"mercredi/data"
	"mercredi/export/sheet"
)

// texts are rows of words.
func texts(rows ...[]string) [][]sheet.Cell {
	var out [][]sheet.Cell
	for _, row := range rows {
		var cells []sheet.Cell
		for _, s := range row {
			cells = append(cells, sheet.Text(s))
		}
		out = append(out, cells)
	}
	return out
}

func written(t *testing.T, l sheet.List) string {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.CSV(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// read answers what another reader sees in the text file, heads first.
func read(t *testing.T, l sheet.List) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, l), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// opened answers the workbook as another program reads it.
func opened(t *testing.T, l sheet.List) (*excelize.File, string) {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.XLSX(&b, l); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, f.GetSheetName(0)
}

func TestASpreadsheetOpensInItsColumnsWithItsAccents(t *testing.T) {
	got := written(t, sheet.List{Heads: []string{"N°", "Qui"}, Rows: texts([]string{"1", "Éléa ; « dite » \"Lou\""})})
	if want := "\ufeffN°;Qui\r\n1;\"Éléa ; « dite » \"\"Lou\"\"\"\r\n"; got != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
}

var traps = []string{"=1+1", "+33", "-2", "@SUM(A1)", " =1", "\t=1", "\u00a0=1", "＝1", "|cmd", "%x", "\r=1", "\x00=1", "=cmd|'/c calc'!A0",
	"\n=HYPERLINK(\"http://x\")"}

func TestATextThatLooksLikeAFormulaIsMadeInert(t *testing.T) {
	for _, trap := range traps {
		if got := read(t, sheet.List{Heads: []string{"Qui"}, Rows: texts([]string{trap})}); !strings.HasPrefix(got[1][0], "'") {
			t.Errorf("%q is written %q", trap, got[1][0])
		}
	}
}

func TestNothingTypedIsAFormulaOfAWorkbook(t *testing.T) {
	for _, trap := range traps {
		f, name := opened(t, sheet.List{Heads: []string{trap}, Rows: texts([]string{trap})})
		for _, at := range []string{"A1", "A2"} {
			formula, err := f.GetCellFormula(name, at)
			kind, kindErr := f.GetCellType(name, at)
			if err != nil || kindErr != nil || formula != "" || kind != excelize.CellTypeSharedString {
				t.Errorf("%q is the formula %q, of kind %v (%v, %v)", trap, formula, kind, err, kindErr)
			}
		}
	}
}

func TestEveryTextComesBackFromASpreadsheet(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		row := rapid.SliceOfN(rapid.StringMatching(`[A-Za-zé]([A-Za-zé;"'\n<&>_ ]{0,20}[A-Za-zé])?`), 2, 5).Draw(rt, "row")
		l := sheet.List{Heads: slices.Repeat([]string{"a"}, len(row)), Rows: texts(row)}
		f, name := opened(t, l)
		rows, err := f.GetRows(name)
		if err != nil || !slices.Equal(rows[1], row) {
			rt.Fatalf("%q comes back from a workbook %q (%v)", row, rows[1], err)
		}
		if back := read(t, l)[1]; !slices.Equal(back, row) {
			rt.Fatalf("%q comes back %q", row, back)
		}
	})
}

func TestAnythingTypedMakesAListThatOpens(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		anything := rapid.String().Draw(rt, "text")
		l := sheet.List{Name: anything, Foot: anything, Heads: []string{anything, "b"}, Rows: texts([]string{anything, "fin"})}
		f, name := opened(t, l)
		if last, err := f.GetCellValue(name, "B2"); err != nil || last != "fin" {
			rt.Fatalf("the cell after it reads %q (%v)", last, err)
		}
		if back := read(t, l); back[1][1] != "fin" {
			rt.Fatalf("the cell after it reads %q", back[1][1])
		}
	})
}

func TestDatesNumbersAndRatesKeepTheirKind(t *testing.T) {
	l := sheet.List{Heads: []string{"Né le", "Âge", "Régularité", "Heure", "Inconnu"}, Rows: [][]sheet.Cell{
		{sheet.Day(data.NewDate(2018, 3, 12)), sheet.Number(8), sheet.Percent(85), sheet.Hour(data.At(14, 30)), sheet.Day(0)},
		{sheet.Day(data.NewDate(2017, 11, 2)), sheet.Number(-12)},
	}}
	f, name := opened(t, l)
	for at, want := range map[string][2]string{"A2": {"43171", "12/03/2018"}, "B2": {"8", "8"}, "C2": {"0.85", "85%"}, "D2": {"0.6041666666666666", "14:30"},
		"E2": {"", ""}, "B3": {"-12", "-12"}, "C3": {"", ""}} {
		raw, err := f.GetCellValue(name, at, excelize.Options{RawCellValue: true})
		shown, shownErr := f.GetCellValue(name, at)
		if err != nil || shownErr != nil || raw != want[0] || shown != want[1] {
			t.Errorf("%s holds %q and shows %q, want %q (%v, %v)", at, raw, shown, want, err, shownErr)
		}
		if kind, err := f.GetCellType(name, at); err != nil || want[0] != "" && kind == excelize.CellTypeSharedString {
			t.Errorf("%s is a text (%v)", at, err)
		}
	}
	if got, want := read(t, l)[1:], [][]string{{"12/03/2018", "8", "85 %", "14:30", ""}, {"02/11/2017", "-12", "", "", ""}}; !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("text reads %q, want %q", got, want)
	}
}

func TestAWorkbookKeepsItsHeadsInSightAndFilters(t *testing.T) {
	f, name := opened(t, sheet.List{Name: "Enfants", On: data.NewDate(2026, 11, 27), Heads: []string{"Enfant", "École"},
		Rows: texts([]string{"Lila", strings.Repeat("École des Tilleuls ", 8)})})
	panes, err := f.GetPanes(name)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes are %+v (%v)", panes, err)
	}
	filters, titles := 0, 0
	for _, n := range f.GetDefinedName() {
		switch n.Name {
		case "_xlnm._FilterDatabase":
			filters++
		case "_xlnm.Print_Titles":
			titles++
		}
	}
	if filters != 1 || titles != 1 || name != "Enfants" {
		t.Errorf("%d filters and %d heads to print in the sheet %q", filters, titles, name)
	}
	first, _ := f.GetColWidth(name, "A")
	second, err := f.GetColWidth(name, "B")
	if err != nil || first >= second || second > 60 {
		t.Errorf("columns are %v and %v wide (%v)", first, second, err)
	}
}

func TestALargeListKeepsEveryRow(t *testing.T) {
	l := sheet.List{Name: "Enfants", Heads: []string{"Enfant", "Né le"}}
	for i := range 3000 {
		l.Rows = append(l.Rows, []sheet.Cell{sheet.Text(strings.Repeat("é", i%90)), sheet.Day(data.NewDate(2016, 1, 1).AddDays(i))})
	}
	f, name := opened(t, l)
	rows, err := f.GetRows(name)
	if err != nil || len(rows) != 3001 || rows[3000][1] != "18/03/2024" {
		t.Errorf("%d rows come back (%v)", len(rows), err)
	}
	if got := read(t, l); len(got) != 3001 || got[3000][0] != strings.Repeat("é", 29) {
		t.Errorf("%d rows come back", len(got))
	}
}

func TestTheSameListGivesTheSameBytes(t *testing.T) {
	l := sheet.List{Name: "Enfants", On: data.NewDate(2026, 11, 27), Foot: "Confidentiel", Heads: []string{"a", "b"},
		Rows: [][]sheet.Cell{{sheet.Text("x"), sheet.Percent(3)}, {sheet.Text("y"), sheet.Day(data.NewDate(2026, 1, 2))}}}
	var first []byte
	for i := range 20 {
		var b bytes.Buffer
		if err := sheet.XLSX(&b, l); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = b.Bytes()
		} else if !bytes.Equal(first, b.Bytes()) {
			t.Fatalf("other bytes the time n° %d", i+1)
		}
	}
}

func TestAnEmptyListHasItsHeadsStill(t *testing.T) {
	l := sheet.List{Name: "Enfants", Heads: []string{"Enfant", "Âge"}}
	f, name := opened(t, l)
	rows, err := f.GetRows(name)
	if err != nil || len(rows) != 1 || !slices.Equal(rows[0], l.Heads) || len(read(t, l)) != 1 {
		t.Errorf("rows are %q (%v)", rows, err)
	}
}

func TestSpacesOfTypesettingDoNotHideAWordFromASearch(t *testing.T) {
	if got := sheet.Text("9\u00a0ans,\u202fà\u2009peu près\u00a0").String(); got != "9 ans, à peu près" {
		t.Errorf("reads %q", got)
	}
}

func BenchmarkWorkbookOf3000Children(b *testing.B) {
	l := sheet.List{Name: "Enfants", Heads: slices.Repeat([]string{"colonne"}, 10)}
	for i := range 3000 {
		row := slices.Repeat([]sheet.Cell{sheet.Text("École des Tilleuls")}, 8)
		l.Rows = append(l.Rows, append(row, sheet.Number(i), sheet.Percent(i%100)))
	}
	for b.Loop() {
		var out bytes.Buffer
		if err := sheet.XLSX(&out, l); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
