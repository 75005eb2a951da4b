package children

import (
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// pickFamily opens a search among the families.
func pickFamily(d page.Desk, title string, pick func(data.ID[data.Family])) {
	rows := d.Registry.FamilyRows()
	var found []registry.FamilyRow
	var dialog *kit.Dialog
	picker := kit.NewPicker("Nom d’un parent ou d’un enfant", "Aucune famille ne correspond.", func(text string) []kit.Found {
		found = nil
		var shown []kit.Found
		for _, r := range rows {
			if !fold.Has(r.Folded+" "+r.Phone, text) {
				continue
			}
			found = append(found, r)
			shown = append(shown, kit.Found{Icon: "users-round", Tone: look.Info, Title: "Famille " + r.Name,
				Detail: familyDetail(r.Guardians, r.Children)})
		}
		return shown
	}, func(i int) {
		dialog.Close()
		pick(found[i].ID)
	})
	dialog = kit.ShowSheet(d.Window.Canvas(), kit.Sheet{Title: title, Body: picker})
}

// familyDetail is « Nadia Kerdoun. Lila, Sami ».
func familyDetail(adults []data.Guardian, children []registry.FamilyChild) string {
	var parts, names []string
	if len(adults) > 0 {
		parts = append(parts, adults[0].FullName())
	}
	for _, c := range children {
		names = append(names, c.First)
	}
	if len(names) > 0 {
		parts = append(parts, fr.Plural(len(names), "enfant\u00a0: ", "enfants\u00a0: ")+fr.List(names))
	}
	return strings.Join(parts, ", ")
}
