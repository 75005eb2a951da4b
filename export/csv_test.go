package export_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mercredi/export"
)

func written(t *testing.T, rows [][]string) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.CSV(&b, rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestASpreadsheetOpensInItsColumnsWithItsAccents(t *testing.T) {
	got := written(t, [][]string{{"N°", "Qui"}, {"1", "Éléa ; « dite » \"Lou\""}})
	if want := "\ufeffN°;Qui\r\n1;\"Éléa ; « dite » \"\"Lou\"\"\"\r\n"; got != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
}

func TestATextThatLooksLikeAFormulaIsMadeInert(t *testing.T) {
	for _, text := range []string{"=1+1", "+33", "-2", "@SUM(A1)", " =1", "\t=1", "\u00a0=1", "＝1", "|cmd", "%x"} {
		got := written(t, [][]string{{text}})
		cell, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(got, "\ufeff"))).Read()
		if err != nil || !strings.HasPrefix(cell[0], "'") {
			t.Errorf("%q is written %q (%v)", text, got, err)
		}
	}
}

func TestEveryTextComesBackFromASpreadsheet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.SliceOfN(rapid.StringMatching(`[A-Za-zé;"' ]{0,20}`), 2, 5).Draw(t, "row")
		var b bytes.Buffer
		if err := export.CSV(&b, [][]string{row}); err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff")))
		r.Comma = ';'
		back, err := r.Read()
		if err != nil || !slices.Equal(back, row) {
			t.Fatalf("%q comes back %q (%v)", row, back, err)
		}
	})
}
