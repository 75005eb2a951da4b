package main_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What people read is set as French is printed. The rules look at every literal of the rooms that speak; a literal
// between back quotes is a pattern and is left alone.

type misprint struct {
	what  string
	found *regexp.Regexp
}

var misprints = []misprint{
	{"a plain space before : ; ! ? »: write \\u00a0", regexp.MustCompile(`[ \x{202f}](?:[:;!»](?:[ \x{a0}.,]|$)|\?(?:[^\w]|$))`)},
	{"no space before ; ! ? »: write \\u00a0", regexp.MustCompile(`\p{L}(?:[!?;](?: |$)|»)`)},
	{"no space before a colon: write \\u00a0", regexp.MustCompile(`^\p{Lu}.*\p{L}:(?: |$)`)}, // errors begin small
	{"a plain space before %: write \\u00a0", regexp.MustCompile(`(?:\d|%d|%s) %(?:%|[ .,]|$)|^ %$|^ %%`)},
	{"« without \\u00a0 after it", regexp.MustCompile(`«[^\x{a0}]`)},
	{"a plain space at the end, before what follows », write \\u00a0", regexp.MustCompile(`« $`)},
	{"a straight apostrophe: write ’", regexp.MustCompile(`\p{L}'\p{L}`)},
	{"three points: write …", regexp.MustCompile(`\p{L}\.\.\.`)},
	{"a number that may part from its word: write \\u00a0, or use fr.Count, fr.Age, fr.Date", regexp.MustCompile(
		`(?:\d|\b1er|%d) (?:ans?|mois|jours?|semaines?|min|minutes?|h|séances?|enfants?|places?|caractères?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\P{L}|$)`)},
	{"a word that may part from its number: write \\u00a0", regexp.MustCompile(`(?:[Gg]roupe|[Ss]éance|Page|n°) (?:\d|%d|%s)`)},
}

// mute are the words that no button bears: a button says what it does.
var mute = []string{"OK", "Ok", "Valider", "Confirmer", "Oui", "Non"}

func TestWhatPeopleReadIsSetAsFrenchIsPrinted(t *testing.T) {
	for _, s := range readHouse(t) {
		// export/pdf/pdftest tells those who write the program, in English, what is wrong with a paper.
		if s.test || !under(s.dir, "ui", "export", "data/fr") || under(s.dir, "export/pdf/pdftest") {
			continue
		}
		for _, b := range s.find(misprinted) {
			t.Errorf("%s:%d: %s", s.path, s.line(b.pos), b.what)
		}
		for _, b := range s.find(muteButton) {
			t.Errorf("%s:%d: %s", s.path, s.line(b.pos), b.what)
		}
	}
}

func misprinted(n ast.Node) string {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING || l.Value[0] == '`' {
		return ""
	}
	text, err := strconv.Unquote(l.Value)
	if err != nil {
		return ""
	}
	for _, m := range misprints {
		if m.found.MatchString(text) {
			return l.Value + ": " + m.what
		}
	}
	return ""
}

// muteButton finds the words of a button: the verb of a dialog, or the first text of a constructor of buttons.
func muteButton(n ast.Node) string {
	var word ast.Expr
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && slices.Contains([]string{"Verb", "Safe", "verb", "safe"}, key.Name) {
			word = n.Value
		}
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) > 0 && strings.HasPrefix(f.Sel.Name, "New") {
			word = n.Args[0]
		}
	}
	if l, ok := word.(*ast.BasicLit); ok && l.Kind == token.STRING {
		if text, _ := strconv.Unquote(l.Value); slices.Contains(mute, text) {
			return "a button says " + l.Value + ": say what it does"
		}
	}
	return ""
}

func TestTheRulesOfPrintedFrenchCatchWhatTheyName(t *testing.T) {
	for _, bad := range []string{"Bonjour !", "Vraiment ?", "Points forts : la lecture", "86 %", "%d %% de", "«oui»", "« oui »", "Fin: oui",
		"l'école", "Attendez...", "dans 5 jours", "le 1er mars", "groupe 2", "Séance %d"} {
		if misprinted(&ast.BasicLit{Kind: token.STRING, Value: strconv.Quote(bad)}) == "" {
			t.Errorf("%q passes", bad)
		}
	}
	for _, good := range []string{"Bonjour\u00a0!", "Points forts\u00a0: la lecture", "86\u00a0%", "%s sur %s", "«\u00a0oui\u00a0»", "l’école",
		"Attendez…", "dans 5\u00a0jours", "groupe\u00a02", "14\u00a0h\u00a030", "«", "2006-01-02 15:04"} {
		if what := misprinted(&ast.BasicLit{Kind: token.STRING, Value: strconv.Quote(good)}); what != "" {
			t.Error(what)
		}
	}
}
