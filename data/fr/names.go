package fr

import (
	"slices"
	"strings"
	"unicode"
)

// De puts « de » before a word: "de Lila", "d’Inès".
func De(word string) string { return elide("de", word) }

// Que puts « que » before a word: "que Lila", "qu’Inès".
func Que(word string) string { return elide("que", word) }

// Le puts the masculine article before a word: "le cycle", "l’atelier".
func Le(word string) string { return elide("le", word) }

// La puts the feminine article before a word: "la séance", "l’école".
func La(word string) string { return elide("la", word) }

func elide(small, word string) string {
	if Elides(word) {
		return small[:len(small)-1] + "’" + word
	}
	return small + " " + word
}

// silentH begins the words and first names whose h is silent; every other h is taken as aspirated (de Hassan, la hauteur).
var silentH = []string{
	"habill", "habit", "haleine", "haltere", "hamecon", "harmoni", "hebdo", "heberge", "hebreu", "hectare", "hemi", "hepat", "herb",
	"heredit", "heritage", "heriti", "hesit", "heure", "heureu", "histoi", "histori", "hiver", "homeo", "hommage",
	"homme", "homo", "honnete", "honneur", "honor", "hopita", "horair", "horizon", "horlog", "horoscope", "horreur",
	"horrible", "hospi", "hostil", "hote ", "hotes ", "hotel", "huile", "huissier", "huitre", "humain", "humanit", "humble",
	"humecte", "humeur", "humid", "humili", "humour", "hydr", "hygien", "hymne", "hyper", "hypn", "hypo",
	"hadrien", "hector", "helena", "helene", "helio", "heloise", "henri", "hermance", "hermine", "hilaire", "hippolyte",
	"hortense", "hubert", "hugo", "hugues", "huguette", "hyacinthe",
}

// firmVowel begins the words that start with a vowel and take no elision.
var firmVowel = []string{"onze", "onzi", "oui ", "ouistiti", "ouarda", "ouassi", "ouafa", "ululement"}

// Elides reports whether a small word loses its vowel before this one.
func Elides(word string) bool {
	folded := Fold(word) + " "
	begins := func(prefix string) bool { return strings.HasPrefix(folded, prefix) }
	switch folded[0] {
	case 'a', 'e', 'i', 'o', 'u':
		return !slices.ContainsFunc(firmVowel, begins)
	case 'y':
		return !strings.ContainsRune("aeiou ", rune(folded[1]))
	case 'h':
		return slices.ContainsFunc(silentH, begins)
	}
	return false
}

// List joins words: "a", "a et b", "a, b et c".
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " et " + words[last]
}

// FullName is a first and a last name, either of which may be missing.
func FullName(first, last string) string {
	return strings.TrimSpace(strings.TrimSpace(first) + " " + strings.TrimSpace(last))
}

// ShortName is a first name and the initial of the last one, for papers that others read: "Lila K.", "Marie-Lou K.",
// never parted at the end of a line.
func ShortName(first, last string) string {
	if initial := initialOf(last); initial != "" {
		return strings.TrimSpace(strings.TrimSpace(first) + nbsp + initial + ".")
	}
	return strings.TrimSpace(first)
}

// Numbered keeps a number beside the noun it follows: "Groupe 2", "cycle 1" never part at the end of a line.
func Numbered(name string) string { return numbered.ReplaceAllString(name, "$1"+nbsp+"$2") }

// Initials are the first letters of a name: "LK".
func Initials(first, last string) string { return initialOf(first) + initialOf(last) }

// initialOf is the first letter as a capital, accent kept: "É".
func initialOf(s string) string {
	for _, r := range NFC(s) {
		if unicode.IsLetter(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return ""
}

// Quote puts a text between French quotes: "« bonjour »".
func Quote(s string) string {
	if s == "" {
		return ""
	}
	return "«" + nbsp + s + nbsp + "»"
}
