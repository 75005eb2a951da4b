package page

import (
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// GroupWords names a group: « Art-thérapie, groupe 1 », « Psychologue, Lila K. ».
func GroupWords(g registry.GroupName) string { return fr.Join(g.Workshop.Name, GroupOnly(g)) }

// GroupOnly is what tells a group from the others of its workshop, in the middle of a sentence: « groupe 1 », or the
// child it receives.
func GroupOnly(g registry.GroupName) string {
	if g.Child.First != "" {
		return fr.ShortName(g.Child.First, g.Child.Last)
	}
	return fr.GroupWord(g.Group)
}
