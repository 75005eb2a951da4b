package fr_test

import (
	"slices"
	"testing"

	"mercredi/data/fr"
)

func TestCountsAgreeWithTheirNoun(t *testing.T) {
	for n, want := range map[int]string{
		0: "0~enfant", 1: "1~enfant", 2: "2~enfants", 1234: "1~234~enfants", 1234567: "1~234~567~enfants",
		999: "999~enfants", 1000: "1~000~enfants", -1: "−1~enfant", -1500: "−1~500~enfants",
	} {
		expect(t, "count", fr.Count(n, "enfant", "enfants"), want)
	}
	expect(t, "percent", fr.Percent(86), "86~%")
	for n, want := range map[int]string{1: "1er", 2: "2e", 11: "11e", 21: "21e"} {
		expect(t, "ordinal", fr.Ordinal(n), want)
	}
	expect(t, "feminine", fr.OrdinalFeminine(1), "1re")
	expect(t, "feminine", fr.OrdinalFeminine(2), "2e")
}

func TestSmallWordsLoseTheirVowelBeforeASound(t *testing.T) {
	tests := map[string]string{
		"Lila": "de Lila", "Inès": "d’Inès", "Élodie": "d’Élodie", "Éloïse": "d’Éloïse", "œuvre": "d’œuvre",
		"Hugo": "d’Hugo", "Hélène": "d’Hélène", "Henri": "d’Henri", "Hassan": "de Hassan", "Hamza": "de Hamza",
		"Hawa": "de Hawa", "Yasmine": "de Yasmine", "Yves": "d’Yves", "Yanis": "de Yanis", "Ibrahim": "d’Ibrahim",
		"Oumar": "d’Oumar", "Ouassila": "de Ouassila", "onze": "de onze", "hôpital": "d’hôpital", "heurt": "de heurt",
		"heure": "d’heure", "hôte": "d’hôte", "hotte": "de hotte", "hiérarchie": "de hiérarchie", "hiver": "d’hiver",
		"handicap": "de handicap", "huit": "de huit", "habitants": "d’habitants", "11 ans": "de 11 ans",
		"herbier": "d’herbier", "héros": "de héros", "": "de ", "Y": "de Y",
	}
	for word, want := range tests {
		expect(t, word, fr.De(word), want)
	}
	expect(t, "que", fr.Que("Inès"), "qu’Inès")
	expect(t, "que", fr.Que("Lila"), "que Lila")
	expect(t, "le", fr.Le("atelier"), "l’atelier")
	expect(t, "le", fr.Le("cycle"), "le cycle")
	expect(t, "la", fr.La("école"), "l’école")
	expect(t, "la", fr.La("séance"), "la séance")
}

func TestListsNamesAndQuotes(t *testing.T) {
	expect(t, "numbered", fr.Numbered("Groupe 2, cycle 12"), "Groupe~2, cycle~12")
	expect(t, "numbered", fr.Numbered("Les 2 amis de Groupe"), "Les 2 amis de Groupe")
	expect(t, "list", fr.List(nil), "")
	expect(t, "list", fr.List([]string{"a"}), "a")
	expect(t, "list", fr.List([]string{"a", "b"}), "a et b")
	expect(t, "list", fr.List([]string{"a", "b", "c"}), "a, b et c")
	expect(t, "short name", fr.ShortName("Lila", "Karim"), "Lila~K.")
	expect(t, "double-barrelled", fr.ShortName("Marie-Lou", "Katz-Brun"), "Marie-Lou~K.")
	expect(t, "accent", fr.ShortName("Zoé", "éluard"), "Zoé~É.")
	expect(t, "apart accent", fr.ShortName("Zoé", "E\u0301luard"), "Zoé~É.")
	expect(t, "no last name", fr.ShortName("Zoé", " "), "Zoé")
	expect(t, "no first name", fr.ShortName("", "Karim"), "K.")
	expect(t, "initials", fr.Initials("lila", "Karim"), "LK")
	expect(t, "initials", fr.Initials("", "’Karim"), "K")
	expect(t, "full name", fr.FullName("Lila", ""), "Lila")
	expect(t, "quote", fr.Quote("oui"), "«~oui~»")
	expect(t, "quote", fr.Quote(""), "")
	expect(t, "capital", fr.Capital("école"), "École")
	expect(t, "capital", fr.Capital(""), "")
}

func TestFoldIsWhatASearchSees(t *testing.T) {
	for text, want := range map[string]string{
		"Éloïse": "eloise", "E\u0301LOI\u0308SE": "eloise", "Cœur": "coeur", "Lætitia": "laetitia", "ÇA": "ca",
		"Marie-Lou": "marie lou", "L’Hermitte": "l hermitte", "d'Arc": "d arc", "  deux   mots\u00a0ici ": "deux mots ici", "Lila\u00a0K.": "lila k.",
		"co\u00adop": "coop", "- - ": "", "Straße": "strasse", "n° 12": "n° 12",
	} {
		expect(t, text, fr.Fold(text), want)
	}
}

func TestFrenchAlphabeticalOrder(t *testing.T) {
	want := []string{"Aimé", "Chloé", "cote", "Cote", "coté", "côte", "côté", "D’Arc", "Dupont", "Élodie", "Émile",
		"Jean Paul", "Jean-Paul", "Jeanne", "Œdipe", "Offenbach", "zoé", "Zoé"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, fr.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("order %v", got)
	}
	if !fr.Less("Élodie", "Zoé") || fr.Less("Zoé", "Zoé") {
		t.Error("Less disagrees with Compare")
	}
}

func TestPhones(t *testing.T) {
	for typed, want := range map[string]string{
		"0199004127": "0199004127", "01 99 00 41 27": "0199004127", "01.99.00.41.27": "0199004127", "": "",
		"01-99-00-41-27": "0199004127", "+33 1 99 00 41 27": "0199004127", "+33 (0)1 99 00 41 27": "0199004127",
		"0033199004127": "0199004127", "+262 262 99 00 41": "0262990041", "+41 22 345 67 89": "+41223456789",
		"39 19": "3919", "119": "119", "15": "15", "116 006": "116006", " \u00a001\u00a099 00 41 27 ": "0199004127",
	} {
		got, err := fr.ParsePhone(typed)
		if err != nil || got != want {
			t.Errorf("%q: %q %v, want %q", typed, got, err, want)
		}
	}
	for typed, want := range map[string]string{
		"019900412":   "Un numéro de téléphone a 10 chiffres~; celui-ci en a 9.",
		"01990041277": "Un numéro de téléphone a 10 chiffres~; celui-ci en a 11.",
		"bureau":      "Un numéro de téléphone s’écrit avec des chiffres, comme 01~99~00~41~27.",
		"99004127":    "Écrivez un numéro comme 01~99~00~41~27, ou +41~22~345~67~89 pour l’étranger.",
		"()":          "Écrivez un numéro comme 01~99~00~41~27, ou +41~22~345~67~89 pour l’étranger.",
	} {
		got, err := fr.ParsePhone(typed)
		if got != "" {
			t.Errorf("%q was accepted", typed)
		}
		expect(t, typed, fr.Error(err), want)
	}
	for kept, want := range map[string]string{
		"0199004127": "01~99~00~41~27", "3919": "39~19", "116006": "116~006", "119": "119", "+41223456789": "+41223456789",
		"": "", "ancien numéro": "ancien numéro",
	} {
		expect(t, kept, fr.Phone(kept), want)
	}
}
