package fold_test

import (
	"slices"
	"testing"

	"mercredi/data/fold"
)

func TestTextIsWhatASearchSees(t *testing.T) {
	for in, want := range map[string]string{
		"Éliott": "eliott", "Marie-Lou  D’Arc": "marie lou d arc", "  Œuvre ": "oeuvre", "NOE\u0308L": "noel",
		"Lætitia": "laetitia", "Lila\u00a0K.": "lila k.", "\u00a020\u00a0 janvier\u00a0": "20 janvier", "co\u00adopération": "cooperation", "abc12": "abc12", "": "",
	} {
		if got := fold.Text(in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
}

func TestCompareOrdersLikeAFrenchIndex(t *testing.T) {
	names := []string{"Zoé", "Élodie", "élan", "Elodie", "Abel", "Œdipe", "Odile", "Marie Lou", "Marie-Lou", "Léa\u00a0Z.", "Léa A."}
	slices.SortFunc(names, fold.Compare)
	want := []string{"Abel", "élan", "Elodie", "Élodie", "Léa A.", "Léa\u00a0Z.", "Marie Lou", "Marie-Lou", "Odile", "Œdipe", "Zoé"}
	if !slices.Equal(names, want) {
		t.Errorf("order %q", names)
	}
}

func TestEveryWordTypedMustBeThere(t *testing.T) {
	text := fold.Text("Nadia Kerdoun, École des Tilleuls")
	for typed, want := range map[string]bool{"": true, "  ": true, "kerd nad": true, "École-des": true, "nadia tulipes": false} {
		if got := fold.Has(text, typed); got != want {
			t.Errorf("%q: %v", typed, got)
		}
	}
}
