package cycles

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	spread "mercredi/export/sheet"
	"mercredi/ui/page"
	"mercredi/ui/page/listing"
)

// listing is the group as it leaves the window for a spreadsheet: a line a child, those who left last.
func (p *Group) listing() listing.List[registry.GroupRow] {
	type row = registry.GroupRow
	text := func(title string, of func(row) string) listing.Column[row] {
		return listing.Column[row]{Title: title, Cell: func(r row) spread.Cell { return spread.Text(of(r)) }}
	}
	number := func(title string, of func(row) int) listing.Column[row] {
		return listing.Column[row]{Title: title, Cell: func(r row) spread.Cell { return spread.Number(of(r)) }}
	}
	name := p.view.GroupName
	name.Child = registry.ChildName{} // the journal and the folder tell no name
	list := listing.List[row]{
		Name: page.GroupWords(name), Rows: p.stayedFirst, Child: func(r row) data.ID[data.Child] { return r.Child.ID },
		Columns: []listing.Column[row]{
			text("Enfant", func(r row) string { return short(r.Child) }),
			{Title: "Âge", Cell: func(r row) spread.Cell {
				if r.Age < 0 {
					return spread.Cell{}
				}
				return spread.Number(r.Age)
			}},
			text("Niveau", func(r row) string { return fr.Grade(r.Grade) }),
			{Title: "Depuis le", Cell: func(r row) spread.Cell { return spread.Day(r.From) }},
			number("Présences", func(r row) int { return r.Came }),
			number("Séances comptées", func(r row) int { return r.Counted }),
			{Title: "Régularité", Cell: func(r row) spread.Cell { return spread.Rate(r.Regularity) }},
			number("À saisir", func(r row) int { return r.NotEntered }),
			text("Bilan de mi-cycle", func(r row) string { return bilanWord(r.Mid) }),
			text("Bilan de fin", func(r row) string { return bilanWord(r.End) }),
		},
	}
	if slices.ContainsFunc(p.view.Rows, func(r row) bool { return r.Left }) {
		list.Columns = append(list.Columns, listing.Column[row]{Title: "Parti le", Cell: func(r row) spread.Cell { return spread.Day(r.LeftOn) }})
	}
	return list
}

// stayedFirst are the children of the group, those who left last.
func (p *Group) stayedFirst() []registry.GroupRow {
	var stay, left []registry.GroupRow
	for _, r := range p.view.Rows {
		if r.Left {
			left = append(left, r)
		} else {
			stay = append(stay, r)
		}
	}
	return append(stay, left...)
}
