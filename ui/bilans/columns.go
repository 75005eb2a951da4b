package bilans

import (
	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/sheet"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/listing"
)

type column = kit.Column[row]

// columns are those of the list.
func columns() []column {
	return []column{
		{ID: "enfant", Title: "Enfant", Width: 200, Weight: 2, Text: func(r row) string { return r.who }, Draw: drawWho},
		{ID: "atelier", Title: "Atelier", Width: 250, Weight: 2, Text: func(r row) string { return groupWords(r.group) }, Draw: drawGroup},
		{ID: "moment", Title: "Moment", Width: 120, Text: func(r row) string { return momentTitle(r.moment) },
			Sort: func(a, b row) int { return int(a.moment) - int(b.moment) }},
		{ID: "pour", Title: "Pour le", Width: 130, Text: func(r row) string { return dueWords(r.due) },
			Sort: func(a, b row) int { return int(a.due) - int(b.due) }},
		{ID: "etat", Title: "État", Width: 130, Sort: func(a, b row) int { return int(a.step) - int(b.step) }, Draw: drawStep},
		{ID: "retard", Title: "Retard", Width: 120, Sort: func(a, b row) int { return a.late - b.late }, Draw: drawLate},
	}
}

// listing is the list as it leaves the window.
func (l *list) listing() listing.List[row] {
	return listing.List[row]{
		Name: "Bilans", Columns: listing.Of(l.table, cells), Rows: l.table.Rows,
		Child: func(r row) data.ID[data.Child] { return r.route.Child },
	}
}

// cells are the columns that are more than their words in a spreadsheet.
var cells = listing.Cells[row]{
	"pour": func(r row) sheet.Cell { return sheet.Day(r.due) },
	"etat": func(r row) sheet.Cell { return sheet.Text(stepWords(r.step)) },
	"retard": func(r row) sheet.Cell {
		if r.late == 0 {
			return sheet.Cell{}
		}
		return sheet.Text(fr.Count(r.late, "jour", "jours"))
	},
}

func dueWords(d data.Date) string {
	if d.IsZero() {
		return "–"
	}
	return fr.DayMonth(d)
}

func drawWho(s *kit.Scene, a kit.Area, r row) {
	if r.ofGroup() {
		s.Tile(a.Left(28).Middle(28, 28), "users-round", look.Neutral)
	} else {
		s.Avatar(a.Left(28).Middle(28, 28), kit.Initials(r.who))
	}
	s.Text(a.After(38), r.who, look.BodyBold)
}

// drawGroup shows the workshop in its colour, then the group.
func drawGroup(s *kit.Scene, a kit.Area, r row) {
	w := r.group.Workshop
	used := s.Badge(a, w.Name, look.DisciplineIcon(string(w.Discipline)), look.ToneName(w.Discipline))
	if r.group.Group != "" && r.group.Child.ID.IsZero() && a.W > used+look.Tight {
		s.Text(a.After(used+look.Tight), fr.GroupWord(r.group.Group), look.Detail)
	}
}

func drawStep(s *kit.Scene, a kit.Area, r row) {
	switch r.step {
	case registry.BilanDone:
		s.Badge(a, stepWords(r.step), "lock", look.Good)
	case registry.BilanStarted:
		s.Badge(a, stepWords(r.step), "pencil", look.Info)
	default:
		s.Badge(a, stepWords(r.step), "", look.Plain)
	}
}

func drawLate(s *kit.Scene, a kit.Area, r row) {
	if r.late == 0 {
		return
	}
	st := look.Detail.As(look.Danger)
	s.Icon(a.Left(look.IconMid), "clock-alert", st.Colour())
	s.Text(a.After(look.IconMid+6), fr.Count(r.late, "jour", "jours"), st)
}
