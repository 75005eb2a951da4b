package fr_test

import (
	"testing"

	"pgregory.net/rapid"

	"mercredi/data/fr"
)

func TestTypoSetsATypedTextAsItIsPrinted(t *testing.T) {
	for typed, want := range map[string]string{
		"Bonjour ! Ca va ?":                        "Bonjour~! Ca va~?",
		"Bonjour! Ca va?":                          "Bonjour~! Ca va~?",
		"Quoi?! Non ?":                             "Quoi~?! Non~?",
		"Points forts: la lecture; le calcul":      "Points forts~: la lecture~; le calcul",
		"Note :bien":                               "Note~:bien",
		"«oui» et « non »":                         "«~oui~» et «~non~»",
		"il dit «Oui!»":                            "il dit «~Oui~!~»",
		"l'école, aujourd'hui":                     "l’école, aujourd’hui",
		"qu'11 enfants et l'«atelier»":             "qu’11~enfants et l’«~atelier~»",
		"86% et 14 %":                              "86~% et 14~%",
		"le 1 er mars, la 1ère et le 2ème":         "le 1er~mars, la 1re et le 2e",
		"les 3èmes":                                "les 3es",
		"à 14h30, 9h ou 14 h 30":                   "à 14~h~30, 9~h ou 14~h~30",
		"de 14H à 15H":                             "de 14~h à 15~h",
		"à 14:30 précises":                         "à 14:30 précises",
		"deux  espaces   ici  ":                    "deux espaces ici",
		"ligne un  \nligne deux: \n":               "ligne un\nligne deux~:\n",
		"  - un point":                             "  - un point",
		"https://exemple.fr/a?b=c;d:e! Voir":       "https://exemple.fr/a?b=c;d:e! Voir",
		"écrire à l'adresse o'neil@exemple.fr ;":   "écrire à l’adresse o'neil@exemple.fr~;",
		"«a@exemple.fr» l'autre":                   "«~a@exemple.fr~» l’autre",
		"www.exemple.fr : le site":                 "www.exemple.fr~: le site",
		"bravo :) ou ;-) ou :-)":                   "bravo :) ou ;-) ou :-)",
		"(?) et (!)":                               "(?) et (!)",
		"étroit\u202f?":                            "étroit~?",
		"e\u0301cole":                              "école",
		"le 14 Hélène est venue":                   "le 14 Hélène est venue",
		"C:\\Dossier et ratio 1:3":                 "C:\\Dossier et ratio 1:3",
		"'entre apostrophes'":                      "'entre apostrophes'",
		"né le 20 janvier 2018, 8 ans":             "né le 20~janvier 2018, 8~ans",
		"Séance 10 du groupe 2, page 3":            "Séance~10 du groupe~2, page~3",
		"n° 3, avec M. Roy et Mme Aubin":           "n°~3, avec M.~Roy et Mme~Aubin",
		"12 séances, 7 mois, 1 an":                 "12~séances, 7~mois, 1~an",
		"2 marsouins, 3 ansérines, S.M. Dupont":    "2 marsouins, 3 ansérines, S.M. Dupont",
		"":                                         "",
		"?":                                        "?",
		"Pourquoi ? Parce que... (vraiment ?) oui": "Pourquoi~? Parce que... (vraiment~?) oui",
	} {
		expect(t, typed, fr.Typo(typed), want)
	}
}

func TestTypoSetTwiceChangesNothingMore(t *testing.T) {
	piece := rapid.SampledFrom([]string{" ", "  ", "\u00a0", "\n", "\t", "a", "é", "l'", "'", "«", "»", ":", ";", "!", "?", "%", "1",
		"14", "h", "H", "30", "1er", "2ème", "er", "mars", "ans", "groupe", "n°", "M.", "Mme", "R", "(", ")", "-", ".", "…", "@", "://", "www.", "\u202f", "\ue000", "e\u0301", "😀"})
	rapid.Check(t, func(t *rapid.T) {
		typed := ""
		for _, p := range rapid.SliceOfN(piece, 0, 20).Draw(t, "pieces") {
			typed += p
		}
		once := fr.Typo(typed)
		if twice := fr.Typo(once); twice != once {
			t.Fatalf("%q becomes %q then %q", typed, once, twice)
		}
	})
}
