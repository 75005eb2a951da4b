package pdf

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawnAs is the text that reaches the paper.
func drawnAs(d *Document, text string) string {
	from := len(d.Outline())
	d.Paragraph(text)
	return d.Outline()[from].Text
}

func TestTypedTextIsDrawnReadably(t *testing.T) {
	for typed, want := range map[string]string{
		"e\u0301le\u0300ve":        "élève",
		"peut\u00adêtre":           "peutêtre",
		"a\u200bb\ufeffc\x00d\x1b": "abcd",
		"tab\tici":                 "tab ici",
		"plein   d’espaces ":       "plein d’espaces",
		"14\u202fh":                "14\u2009h",
		"week\u2011end":            "week-end",
		"content 🙂":                "content ☺",
		"❤️":                       "□",
		"triste ☹️ 😢":              "triste ☹ ☹",
		"neutre 😐":                 "neutre □",
		"👍🏽":                       "□",
		"e\u0301\u0323":            "e",
		"ﬁn":                       "fin",
		"№ 1 ☑ ✓ →":                "№ 1 ☑ ✓ →",
		"漢":                        "□",
		"ḗ":                        "e",
		"\xff":                     "□",
		"le 1er mai":               "le 1er mai",
		"x²":                       "x²",
	} {
		d := New(Meta{})
		if got := drawnAs(d, typed); got != want {
			t.Errorf("%q is drawn %q, want %q", typed, got, want)
		}
		write(t, d)
	}
}

func TestReplacedNamesTheSignsThatWereLost(t *testing.T) {
	d := New(Meta{})
	d.Paragraph("漢 et 🚲, puis 漢 et 🙂")
	if got := string(d.Replaced()); got != "漢🚲" {
		t.Errorf("replaced %q", got)
	}
}

func TestOrdinalIsRaisedAndWordsAreNot(t *testing.T) {
	for text, want := range map[string]string{"1er": "er", "le 1er\u00a0mai": "er", "1re\u00a0fois": "re", "1er.": "er",
		"11er": "", "12e": "e", "la 6e, puis": "e", "A6e": "", "6e6": "", "1 234e": "e", "6en": "", "1ers": "", "amer": "", "ver 1": "", "1e": "", "A1er": ""} {
		types := newTypecase()
		raised := ""
		for _, w := range types.words(plain(text), textStyle) {
			for _, r := range w.runs {
				if r.rise > 0 {
					raised += r.text
				}
			}
		}
		if raised != want {
			t.Errorf("%q raises %q, want %q", text, raised, want)
		}
	}
}

func TestNoTextBreaksADocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.String(), 100, 120).Draw(t, "texts")
		odd := rapid.SliceOfN(rapid.Int32(), 40, 40).Draw(t, "signs")
		d := New(Meta{Title: texts[0], Reference: texts[1], Confidential: texts[2], Landscape: len(texts)%2 == 0})
		d.Title(texts[3], texts[4])
		d.Facts([]Fact{{texts[5], texts[6]}, {texts[7], texts[8]}})
		d.Columns(Block{texts[9], texts[10]}, Block{texts[11], texts[12]})
		d.Table(Table{Columns: []Column{{Title: texts[13]}, {Title: texts[14], Weight: 1}}, Rows: [][]string{texts[15:18], {texts[18]}}})
		d.Evolution(Evolution{Levels: int(odd[0]), Rows: []Progress{{Label: texts[19], Start: int(odd[1]), End: 2, Now: texts[20]}}})
		d.Bars([]Bar{{texts[21], float64(odd[2]), texts[22], texts[23]}})
		d.Callout(texts[24])
		d.Signatures(texts[25:29]...)
		d.Quote(texts[29], texts[30])
		var run strings.Builder
		for _, r := range odd {
			run.WriteRune(r & 0x1FFFFF)
		}
		d.List(append(texts[31:], run.String()))
		checkMargins(t, d)
		if err := d.Write(new(strings.Builder)); err != nil {
			t.Fatal(err)
		}
	})
}
