package children

import (
	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/sheet"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/listing"
)

type column = kit.Column[registry.ChildRow]

// columns are those of the list.
func columns() []column {
	return []column{
		{ID: "enfant", Title: "Enfant", Width: 190, Weight: 1, Draw: drawChild,
			Text: func(r registry.ChildRow) string { return fr.ShortName(r.First, r.Last) }},
		{ID: "age", Title: "Âge", Width: 76, Sort: byAge, Draw: drawAge},
		{ID: "ecole", Title: "École et niveau", Width: 190, Weight: 1, Sort: byGrade, Draw: drawSchool},
		{ID: "referent", Title: "Référent·e", Width: 150, Draw: drawKeyWorker,
			Text: func(r registry.ChildRow) string { return r.KeyWorker }},
		{ID: "ateliers", Title: "Ateliers", Width: 216, Weight: 1, Text: workshopWords, Draw: drawWorkshops},
		{ID: "regularite", Title: "Régularité", Width: 136, Sort: byRegularity, Draw: drawRegularity},
		{ID: "suite", Title: "À faire", Width: 176, Weight: 1, Sort: byNext, Draw: drawNext},
	}
}

// listing is the list as it leaves the window.
func (p *List) listing() listing.List[registry.ChildRow] {
	return listing.List[registry.ChildRow]{
		Name: "Enfants", Columns: listing.Of(p.table, cells), Rows: p.table.Rows,
		Child: func(r registry.ChildRow) data.ID[data.Child] { return r.ID },
	}
}

// cells are the columns that are more than their words in a spreadsheet.
var cells = listing.Cells[registry.ChildRow]{
	"age": func(r registry.ChildRow) sheet.Cell {
		if r.Age < 0 {
			return sheet.Cell{}
		}
		return sheet.Number(r.Age)
	},
	"ecole":      func(r registry.ChildRow) sheet.Cell { return sheet.Text(gradeAndSchool(r.Grade, r.School)) },
	"regularite": func(r registry.ChildRow) sheet.Cell { return sheet.Rate(r.Regularity) },
	"suite": func(r registry.ChildRow) sheet.Cell {
		words, _ := nextOrEnded(r)
		return sheet.Text(words)
	},
}

// sortedBy ends the sentence under the table.
var sortedBy = map[string]string{
	"enfant": "par prénom", "age": "par âge", "ecole": "par niveau", "referent": "par référent·e", "ateliers": "par atelier",
	"regularite": "par régularité", "suite": "par urgence",
}

func drawChild(s *kit.Scene, a kit.Area, r registry.ChildRow) {
	s.Avatar(a.Left(28).Middle(28, 28), fr.Initials(r.First, r.Last))
	s.Text(a.After(38), fr.ShortName(r.First, r.Last), look.BodyBold)
}

func drawAge(s *kit.Scene, a kit.Area, r registry.ChildRow) {
	if words := fr.Age(r.Age); words != "" {
		s.Text(a, words, look.Body)
		return
	}
	drawNothing(s, a)
}

func drawSchool(s *kit.Scene, a kit.Area, r registry.ChildRow) {
	const grade = 46
	if r.Grade == 0 && r.School == "" {
		drawNothing(s, a)
		return
	}
	s.Text(a.Left(min(grade, a.W)), fr.Grade(r.Grade), look.Body)
	if a.W > grade {
		s.Text(a.After(grade), r.School, look.Body.As(look.Ink2))
	}
}

func drawKeyWorker(s *kit.Scene, a kit.Area, r registry.ChildRow) {
	if r.KeyWorker == "" {
		drawNothing(s, a)
		return
	}
	s.Text(a, r.KeyWorker, look.Body)
}

// drawWorkshops shows the first workshop with its colour, and how many others there are.
func drawWorkshops(s *kit.Scene, a kit.Area, r registry.ChildRow) {
	if len(r.Workshops) == 0 {
		words := "aucun"
		if len(r.Waiting) > 0 {
			words = "en attente"
		}
		s.Text(a, words, look.Body.As(look.Ink2))
		return
	}
	more := others(len(r.Workshops) - 1)
	room := a
	if more != "" {
		room.W -= kit.Width(more, look.Detail) + look.Tight
	}
	first := r.Workshops[0]
	tone := look.ToneName(first.Discipline)
	w := s.Badge(room, kit.Ellipsis(first.Name, look.CaptionBold, room.W-35), look.DisciplineIcon(string(first.Discipline)), tone)
	if more != "" {
		s.Text(a.After(w+look.Tight), more, look.Detail)
	}
}

func drawRegularity(s *kit.Scene, a kit.Area, r registry.ChildRow) {
	n, ok := r.Regularity.Percent()
	if !ok {
		drawNothing(s, a)
		return
	}
	const figure = 48
	edge := look.P().OkEdge
	if r.Flags.Low {
		edge = look.P().Danger
	}
	s.Bar(a.Left(max(0, min(56, a.W-figure))), float64(n)/100, edge)
	end := a
	end.W = min(a.W, 56+figure+4)
	s.TextR(end, fr.Percent(n), look.BodyBold.Tabular())
}

func drawNext(s *kit.Scene, a kit.Area, r registry.ChildRow) {
	words, w := nextOrEnded(r)
	style, icon := look.Detail, ""
	switch w {
	case good:
		style, icon = look.Detail.As(look.Ok), "circle-check"
	case warning:
		style, icon = look.Detail.As(look.Warn), "circle-alert"
	case alarm:
		style, icon = look.Detail.As(look.Danger), "triangle-alert"
	}
	if icon != "" {
		s.Icon(a.Left(look.IconMid), icon, style.Colour())
		a = a.After(look.IconMid + 6)
	}
	s.Text(a, words, style)
}

func drawNothing(s *kit.Scene, a kit.Area) { s.Text(a, "–", look.Body.As(look.Ink2)) }
