package pagetest

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"mercredi/ui/kit"
)

// List makes the list of the page leave by the menu of that name, and answers it, heads first. A column that says nothing
// of anybody fails the test: its cell was forgotten.
func List(t testing.TB, w *Window, menu string) [][]string {
	t.Helper()
	Tap(t, w, menu)
	open := Find[*kit.Menu](w, "")
	if len(open) == 0 {
		t.Fatalf("%q opens no menu", menu)
	}
	open[0].Choose(slices.Index(open[0].Items(), "Exporter la liste en texte"))
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(w.Paper, []byte("\ufeff"))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows left (%v), failures %v", len(rows), err, w.Failures)
	}
	for i, head := range rows[0] {
		if !slices.ContainsFunc(rows[1:], func(row []string) bool { return row[i] != "" }) {
			t.Errorf("the column %q is empty for everybody", head)
		}
	}
	return rows
}
