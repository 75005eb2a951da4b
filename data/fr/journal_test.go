package fr_test

import (
	"fmt"
	"testing"

	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
)

func TestEveryActIsToldAfterTheNameOfWhoDidIt(t *testing.T) {
	said := map[string]journal.Act{}
	for a := journal.Unlocked; a <= journal.Repaired; a++ {
		deed := fr.Deed(a, registry.Notes, 1)
		if other, twice := said[deed]; twice || deed == "" {
			t.Errorf("acts %d and %d are both told %q", a, other, deed)
		}
		said[deed] = a
	}
}

func TestADeedNamesTheRecordWithItsArticle(t *testing.T) {
	for want, x := range map[string]struct {
		act   journal.Act
		noun  registry.Noun
		count int
	}{
		"a modifié une note":                  {journal.Changed, registry.Notes, 1},
		"a créé un bilan":                     {journal.Created, registry.Bilans, 1},
		"a créé 12~séances":                   {journal.Created, registry.Sessions, 12},
		"a modifié la fiche de l’enfant":      {journal.Changed, registry.Children, 1},
		"a modifié les réglages":              {journal.Changed, registry.Settings, 1},
		"a créé les réglages des sauvegardes": {journal.Created, registry.Safeties, 1},
		"a supprimé une fiche":                {journal.Removed, "later", 0},
		"a ouvert le dossier":                 {journal.Viewed, registry.Children, 1},
	} {
		expect(t, fmt.Sprint(x), fr.Deed(x.act, x.noun, x.count), want)
	}
}
