package ui

import (
	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// searchRows is how many rows a search shows.
const searchRows = 8

// Search implements page.Searcher. It is Ctrl+K: one field that finds a child, a family, a group, a structure.
func (w *window) Search() {
	if !w.may(page.Children) {
		return
	}
	var hits []registry.Hit
	var dialog *kit.Dialog
	picker := kit.NewPicker("Chercher un enfant, un atelier, une structure", "Rien ne correspond. Essayez un autre mot.",
		func(query string) []kit.Found {
			hits = w.registry.Search(query, searchRows)
			return foundRows(hits)
		},
		func(i int) {
			dialog.Close()
			if r, ok := routeOf(hits[i]); ok {
				w.visit(r)
			}
		})
	dialog = kit.ShowSheet(w.window.Canvas(), kit.Sheet{Title: "Chercher", Body: picker, Safe: "Fermer", Width: 560})
}

// foundRows shows hits as rows.
func foundRows(hits []registry.Hit) []kit.Found {
	rows := make([]kit.Found, len(hits))
	for i, h := range hits {
		rows[i] = foundRow(h)
		if _, ok := routeOf(h); !ok {
			rows[i].Off = "aucun dossier d’enfant à ouvrir"
		}
	}
	return rows
}

func foundRow(h registry.Hit) kit.Found {
	row := kit.Found{Icon: "user-check", Tone: look.Neutral, Title: h.Name}
	switch h.Kind {
	case registry.HitChild:
		row.Icon, row.Tone, row.Title = "user-round", look.Info, fr.FullName(h.Child.First, h.Child.Last)
		row.Detail = fr.Join(fr.Age(h.Age), fr.Grade(h.Grade), h.School)
	case registry.HitFamily:
		row.Icon, row.Title = "users-round", "Famille "+h.Name
		var names []string
		for _, c := range h.Children {
			names = append(names, c.First)
		}
		row.Detail = fr.List(names)
	case registry.HitGroup:
		row.Icon, row.Tone = look.DisciplineIcon(string(h.Group.Workshop.Discipline)), look.ToneName(h.Group.Workshop.Discipline)
		row.Title = fr.Join(h.Group.Workshop.Name, fr.Numbered(h.Group.Group))
		row.Detail = fr.Join(fr.Numbered(h.Group.Cycle), fr.Time(h.Start))
	case registry.HitPartner:
		row.Icon, row.Tone, row.Detail = "map-pinned", look.Info, fr.PartnerKindLong(h.PartnerKind)
	case registry.HitMember:
		row.Detail = fr.Role(h.Role, data.Unsaid)
	case registry.HitFacilitator:
		row.Detail = h.Profession
	case registry.HitSchool:
		row.Icon, row.Detail = "school", "école"
	}
	return row
}

// routeOf is where a hit leads; false when nothing can be opened.
func routeOf(h registry.Hit) (page.Route, bool) {
	switch h.Kind {
	case registry.HitChild:
		return page.Route{Page: page.Child, Child: h.Child.ID}, true
	case registry.HitFamily:
		if len(h.Children) == 0 {
			return page.Route{}, false
		}
		return page.Route{Page: page.Child, Child: h.Children[0].ID, Tab: "famille"}, true
	case registry.HitGroup:
		return page.Route{Page: page.Group, Group: h.Group.ID}, true
	case registry.HitPartner:
		return page.Route{Page: page.Partners, Partner: h.PartnerID}, true
	}
	return page.Route{Page: page.Settings}, true
}
