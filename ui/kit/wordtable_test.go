package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestWordTableShowsADashWhereNothingWasSaid(t *testing.T) {
	startApp(t)
	w := WordTable([]string{"Début", "Fin"}, []WordRow{
		{Title: "Compétences sociales"}, {Title: "Coopération", Cells: []string{"parfois", ""}},
	})
	w.Resize(fyne.NewSize(600, 120))
	want := []string{"Début", "Fin", "Compétences sociales", "Coopération", "parfois", "–"}
	if got := w.Texts(); !slices.Equal(got, want) {
		t.Errorf("the table says %q", got)
	}
}
