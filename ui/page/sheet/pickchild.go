package sheet

import (
	"cmp"
	"slices"

	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// ChildSearch looks for a child among those who are followed.
type ChildSearch struct {
	Title string
	// Off says why a child cannot be chosen, "" when one can; may be nil.
	Off  func(registry.ChildRow) string
	Pick func(registry.ChildRow)
}

// childrenShown is how many children a search shows.
const childrenShown = 40

// PickChild opens the search.
func PickChild(d page.Desk, s ChildSearch) {
	rows := slices.DeleteFunc(d.Registry.ChildRows(), func(c registry.ChildRow) bool { return c.Flags.Ended })
	var shown []registry.ChildRow
	var dialog *kit.Dialog
	picker := kit.NewPicker("Prénom, nom ou école", "Aucun enfant ne correspond. Vérifiez le prénom.", func(text string) []kit.Found {
		shown = nil
		off := map[string]string{}
		for _, c := range rows {
			if len(shown) < childrenShown && fold.Has(c.Folded, text) {
				shown = append(shown, c)
				if s.Off != nil {
					off[c.ID.String()] = s.Off(c)
				}
			}
		}
		slices.SortStableFunc(shown, func(a, b registry.ChildRow) int {
			return cmp.Compare(min(1, len(off[a.ID.String()])), min(1, len(off[b.ID.String()])))
		})
		found := make([]kit.Found, len(shown))
		for i, c := range shown {
			found[i] = kit.Found{Icon: "user-round", Tone: look.Info, Title: fr.FullName(c.First, c.Last), Detail: ChildDetail(c), Off: off[c.ID.String()]}
		}
		return found
	}, func(i int) {
		dialog.Close()
		s.Pick(shown[i])
	})
	dialog = kit.ShowSheet(d.Window.Canvas(), kit.Sheet{Title: s.Title, Body: picker})
}

// ChildDetail is « 8 ans, CE2, École Jules-Verne ».
func ChildDetail(c registry.ChildRow) string {
	age := ""
	if c.Age >= 0 {
		age = fr.Age(c.Age)
	}
	return fr.Join(age, fr.Grade(c.Grade), c.School)
}
