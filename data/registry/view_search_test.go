package registry_test

import (
	"fmt"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func titles(hits []registry.Hit) string {
	text := ""
	for _, h := range hits {
		text += fmt.Sprintf("%s%s%s|", h.Child.First, h.Name, h.Group.Workshop.Name)
	}
	return text
}

func TestSearchIgnoresAccentsCapitalsAndOrder(t *testing.T) {
	v := newTown(t)
	for query, want := range map[string]string{
		"noe":       "Noé|",
		"ELIOTT va": "Éliott|",
		"kerdoun l": "Lila|",
		"kerd":      "Kerdoun|Lila|", // the name of a family before the last name of a child
		"tilleul":   "Compagnie du Tilleul|Les Tilleuls|",
		"art thera": "Art-thérapie|",
		"drama":     "Maud Estève|",
		"samira":    "Samira Lounès|",
		"les":       "Les Tilleuls|",
		"zzz":       "",
		"  ":        "",
	} {
		if got := titles(v.Search(query, 10)); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestSearchPutsTheBeginningOfAWordFirst(t *testing.T) {
	v := newTown(t)
	v.child("Camille", "Lino", 20170101)
	v.child("Angelina", "Zed", 20170101)
	if got, want := titles(v.Search("lin", 10)), "Camille|Angelina|Aline Duroc|"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
	if got := v.Search("lin", 1); len(got) != 1 || cap(got) != 1 {
		t.Errorf("%d hits, room for %d", len(got), cap(got))
	}
}

func TestSearchFindsAFamilyByItsTelephone(t *testing.T) {
	v := newTown(t)
	hits := v.Search("06 12 34", 10)
	if len(hits) != 1 || hits[0].FamilyID != v.family.ID || len(hits[0].Children) != 1 || hits[0].Children[0].First != "Lila" {
		t.Errorf("found %+v", hits)
	}
}

func TestSearchTellsEnoughToChooseAChild(t *testing.T) {
	h := newTown(t).Search("lila", 10)[0]
	if h.Kind != registry.HitChild || h.Age != 8 || h.Grade != data.CE2 || h.School != "Les Tilleuls" {
		t.Errorf("hit %+v", h)
	}
}

func TestSearchSeesAChangeAtOnce(t *testing.T) {
	v := newTown(t)
	v.Search("lila", 10)
	c := v.children["Lila"]
	c.FirstName = "Zélie"
	check(v.Children.Save(&c))
	if len(v.Search("lila", 10)) != 0 || len(v.Search("zelie", 10)) != 1 {
		t.Error("the old name is found, or the new one is not")
	}
}
