package export

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// longWords are notes and names as nobody should type them, and some will.
var longWords = map[string]string{
	"one word":    strings.Repeat("a", data.MaxNote),
	"emoji":       strings.Repeat("👩🏽‍🎨", data.MaxNote/4),
	"accents":     strings.Repeat("e\u0301", data.MaxNote/2),
	"empty lines": "a" + strings.Repeat("\n", data.MaxNote-2) + "b",
	"controls":    strings.Repeat("\x00\x1b\u202e\ufeff\u2028", data.MaxNote/5),
}

// TestNoNoteBreaksAPaper: each document is whole, readable by a drawing engine, and ends.
func TestNoNoteBreaksAPaper(t *testing.T) {
	for what, text := range longWords {
		t.Run(what, func(t *testing.T) {
			v := rich(t)
			v.Bilan.Strengths, v.Bilan.Next, v.Bilan.ChildWords = text, text, text
			v.Sessions[0].Theme = text[:min(len(text), 400)]
			g := groupBilanOf(t)
			g.Bilan.Course, g.Bilan.Dynamics, g.Bilan.Next = text, text, text
			for _, d := range []*pdf.Document{bilan(Meta{Date: day}, final(v)), groupBilan(Meta{Date: day}, g)} {
				if n := d.Pages(); n < 1 || n > 400 {
					t.Errorf("%d pages", n)
				}
				rendered(t, d.Write)
			}
		})
	}
}

func TestLongWordIsBrokenAndKeptWhole(t *testing.T) {
	v := rich(t)
	v.Bilan.Next = strings.Repeat("a", data.MaxNote)
	before := strings.Count(outline(bilan(Meta{}, rich(t))), "a")
	if got := strings.Count(outline(bilan(Meta{}, v)), "a") - before; got < data.MaxNote-20 {
		t.Errorf("%d letters of %d are on the paper", got, data.MaxNote)
	}
}

// TestNamesOfAHundredAndTwentyLettersFitOnEveryPaper, in words and without a single space.
func TestNamesOfAHundredAndTwentyLettersFitOnEveryPaper(t *testing.T) {
	for _, name := range []string{strings.Repeat("É", data.MaxName), strings.TrimSpace(strings.Repeat("Apolline ", data.MaxName/9)), strings.Repeat("😀", data.MaxName)} {
		v := rich(t)
		v.Child = registry.ChildName{First: name, Last: name}
		v.School, v.Author.Name, v.Group.Workshop.Name = name, name, name
		g := groupBilanOf(t)
		g.Children = append(g.Children, registry.ShortChild{First: name, Initial: "É"})
		g.Group.Group = name
		s := crowd(8, 12)
		s.Rows[3].Child = v.Child
		s.Group = registry.GroupName{Workshop: registry.WorkshopName{Name: name}, Cycle: name, Group: name}
		for what, d := range map[string]*pdf.Document{
			"bilan": bilan(Meta{Date: day}, final(v)), "group": groupBilan(Meta{Date: day}, g), "sheet": attendanceSheet(Meta{Date: day}, s, true),
		} {
			rendered(t, d.Write)
			letters := strings.Count(outline(d), "É")
			if strings.HasPrefix(name, "É") && letters < data.MaxName {
				t.Errorf("%s: %d letters of %d", what, letters, data.MaxName)
			}
		}
	}
}
