package printing

import (
	"fyne.io/fyne/v2"

	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

const (
	searchFrom = 12 // as many choices are looked for, not looked through
	boxesMost  = 40 // boxes to tick at once; the search shows others
)

// The entries of « Pour » before the names.
const (
	forAll = iota
	forSeveral
	firstName
)

// makeWho is the list of those it can be printed for: all, several, or one.
func (s *sheet) makeWho(all bool) {
	choices := s.document().Choices
	n := len(choices)
	options := []string{"Tous\u00a0: " + fr.Count(n, "document", "documents"), "Plusieurs, à cocher"}
	for _, c := range choices {
		options = append(options, words(c))
	}
	at := firstName
	if all {
		at = forAll
	}
	s.who = kit.NewSelectField("Pour", options, at)
	if n >= searchFrom {
		s.who.Searched(kit.SelectSearch{Hint: "Un nom, un groupe, une date", Empty: "Rien ne correspond. Essayez un autre mot.", Found: s.found})
	}
	s.who.OnPick = s.pickWho
	s.search = kit.NewSearchBox("Chercher dans la liste", "", func(text string) {
		s.query = text
		s.fillTicks()
	})
	s.ticks = kit.VBox(0)
}

// found is an entry of « Pour » as the search lists it.
func (s *sheet) found(i int) kit.Found {
	if i < firstName {
		icon := [...]string{forAll: "files", forSeveral: "check-check"}[i]
		return kit.Found{Icon: icon, Tone: look.Neutral, Title: [...]string{
			forAll: "Tous\u00a0: " + fr.Count(len(s.chosen), "document", "documents"), forSeveral: "Plusieurs, à cocher",
		}[i]}
	}
	c := s.document().Choices[i-firstName]
	return kit.Found{Icon: "file-text", Tone: look.Info, Title: c.Label, Detail: c.Detail}
}

// pickWho takes all, one, or begins the ticking with what is chosen so far: nobody, when that is too many to see.
func (s *sheet) pickWho(i int) {
	s.ticking, s.at = i == forSeveral, 0
	none := len(s.picked()) > boxesMost
	for j := range s.chosen {
		switch i {
		case forAll:
			s.chosen[j] = true
		case forSeveral:
			s.chosen[j] = s.chosen[j] && !none
		default:
			s.chosen[j] = j == i-firstName
		}
	}
	s.fill()
	s.changed()
}

// several are the boxes to tick, with a search among many.
func (s *sheet) several() fyne.CanvasObject {
	box := kit.VBox(look.Tight)
	if len(s.chosen) >= searchFrom {
		box.Add(s.search)
	}
	set := func(on bool) func() {
		return func() {
			for _, i := range s.matching() {
				s.chosen[i] = on
			}
			s.fillTicks()
			s.changed()
		}
	}
	box.Add(kit.HBox(look.Tight, kit.NewSmall("Tout cocher", "", kit.Secondary, set(true)), kit.NewSmall("Tout décocher", "", kit.Secondary, set(false))))
	s.fillTicks()
	box.Add(s.counted)
	box.Add(s.ticks)
	return box
}

// matching are the choices that the search among those to tick finds.
func (s *sheet) matching() []int {
	var out []int
	for i, c := range s.document().Choices {
		if fold.Has(fold.Text(words(c)), s.query) {
			out = append(out, i)
		}
	}
	return out
}

// fillTicks shows one box for each choice that the search finds.
func (s *sheet) fillTicks() {
	found := s.matching()
	s.ticks.RemoveAll()
	for _, i := range found[:min(len(found), boxesMost)] {
		t := kit.NewCheckField(words(s.document().Choices[i]), s.chosen[i])
		t.OnSet = func(on bool) {
			s.chosen[i] = on
			s.changed()
		}
		s.ticks.Add(t)
	}
	rest := ""
	switch n := len(found) - boxesMost; {
	case len(found) == 0:
		rest = "Rien ne correspond. Essayez un autre mot."
	case n > 0:
		rest = "Et " + fr.Count(n, "autre", "autres") + "\u00a0: cherchez par un nom, un groupe, une date."
	}
	if rest != "" {
		s.ticks.Add(kit.Paragraph(rest, look.Caption))
	}
	kit.Relayout(s.left)
}
