package fr

import "testing"

func TestWordsTakeTheirPlaceInsideASentence(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Join("CE2", "", "école des Tilleuls"), "CE2, école des Tilleuls"},
		{Join("", ""), ""},
		{Lower("Art-thérapie"), "art-thérapie"},
		{Lower("Éveil"), "éveil"},
		{Lower("L’atelier"), "l’atelier"},
		{Lower("EPS"), "EPS"},
		{Lower("CPS collège"), "CPS collège"},
		{Lower("À deux"), "À deux"},
		{Lower("G1"), "G1"},
		{Lower("A"), "A"},
		{Lower(""), ""},
		{Excerpt("Deux  mots\nici", 40), "Deux mots ici"},
		{Excerpt("Chaque enfant fabrique un personnage", 20), "Chaque enfant…"},
		{Excerpt("anticonstitutionnellement", 4), "anti…"},
		{GroupWord("Groupe 1"), "groupe\u00a01"},
		{GroupWord("Trio du matin"), "trio du matin"},
		{GroupWord("Noé T."), "Noé T."},
		{GroupWord(""), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
