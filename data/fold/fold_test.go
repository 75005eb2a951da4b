package fold_test

import (
	"slices"
	"testing"

	"mercredi/data/fold"
)

func TestTextIsWhatASearchSees(t *testing.T) {
	for in, want := range map[string]string{
		"Éliott": "eliott", "Marie-Lou  D’Arc": "marie lou d arc", "  Œuvre ": "oeuvre", "NOE\u0308L": "noel",
		"Lætitia": "laetitia", "co\u00adopération": "cooperation", "abc12": "abc12", "": "",
	} {
		if got := fold.Text(in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
}

func TestCompareOrdersLikeAFrenchIndex(t *testing.T) {
	names := []string{"Zoé", "Élodie", "élan", "Elodie", "Abel", "Œdipe", "Odile", "Marie Lou", "Marie-Lou"}
	slices.SortFunc(names, fold.Compare)
	want := []string{"Abel", "élan", "Elodie", "Élodie", "Marie Lou", "Marie-Lou", "Odile", "Œdipe", "Zoé"}
	if !slices.Equal(names, want) {
		t.Errorf("order %q", names)
	}
}
