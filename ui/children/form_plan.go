package children

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

func halves() []option[data.HalfDay] {
	var out []option[data.HalfDay]
	for _, h := range []data.HalfDay{data.AnyHalf, data.Morning, data.Afternoon} {
		out = append(out, option[data.HalfDay]{h, fr.Capital(fr.HalfDay(h))})
	}
	return out
}

// editPlanning is the sheet of what the planning of the Wednesdays must know of a child.
func (p *File) editPlanning() {
	f := sheet.New(p.desk)
	busy := sheet.WeekHours{Label: "Heures où l’enfant ne peut pas venir", Empty: "Aucune\u00a0: l’enfant peut venir toute la journée.", Reasons: "Judo, orthophonie…"}.Field()
	escort, prefers := newChoice("L’équipe va chercher l’enfant", answers()), newChoice("Préfère", halves())
	apart := p.companions("À ne pas mettre dans le même groupe que", "L’équipe n’a pas à dire pourquoi ici.")
	together := p.companions("Bien dans le même groupe que", "Une préférence, jamais une obligation.")
	f.Field("Busy", busy)
	f.Add(escort.in, prefers.in)
	f.Field("Apart", apart)
	f.Field("Together", together)
	sheet.Edit(f, sheet.Record[data.Child]{
		Table: p.desk.Registry.Children, ID: p.id,
		Fill: func(c data.Child) {
			busy.SetValues(c.Busy)
			escort.set(c.NeedsEscort)
			prefers.set(c.Prefers)
			apart.SetPicked(p.companionRows(c.Apart, func(x data.Child) []data.ID[data.Child] { return x.Apart }))
			together.SetPicked(p.companionRows(c.Together, func(x data.Child) []data.ID[data.Child] { return x.Together }))
		},
		Read: func(c *data.Child) {
			c.Busy, c.NeedsEscort, c.Prefers = busy.Values(), escort.value(), prefers.value()
			c.Apart, c.Together = childIDs(apart.Keys()), childIDs(together.Keys())
		},
		Done: func() { p.desk.Window.Toast("La planification "+fr.De(p.name())+" est enregistrée.", nil) },
	}, sheet.Parts{Title: "Planification " + fr.De(p.name()), Verb: "Enregistrer", Width: 660, Body: kit.VBox(look.Wide,
		busy, kit.Grid(2, look.Gap, escort.in, prefers.in), apart, together)})
}

// companions is a list of other children, found one by one.
func (p *File) companions(label, help string) *kit.PickedField {
	var f *kit.PickedField
	f = kit.NewPickedField(kit.PickedParts{Label: label, Help: help, Add: "Choisir un enfant", Take: "Retirer", Find: func(add func(kit.Picked)) {
		sheet.PickChild(p.desk, sheet.ChildSearch{Title: label,
			Off: func(c registry.ChildRow) string {
				switch {
				case c.ID == p.id:
					return "C’est cet enfant"
				case f.Has(c.ID.String()):
					return "Déjà dans la liste"
				}
				return ""
			},
			Pick: func(c registry.ChildRow) {
				add(kit.Picked{Key: c.ID.String(), Title: fr.ShortName(c.First, c.Last), Detail: sheet.ChildDetail(c)})
			}})
	}})
	return f
}

// companionRows are the children that a child names, then those who name this one: a pair is kept on one of the two.
func (p *File) companionRows(named []data.ID[data.Child], of func(data.Child) []data.ID[data.Child]) []kit.Picked {
	var out []kit.Picked
	for _, c := range p.desk.Registry.Children.All() {
		here, there := slices.Contains(named, c.ID), slices.Contains(of(c), p.id)
		if !here && !there {
			continue
		}
		row := kit.Picked{Key: c.ID.String(), Title: fr.ShortName(c.FirstName, c.LastName), Fixed: !here}
		if row.Fixed {
			row.Detail = "Noté sur sa fiche"
		}
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b kit.Picked) int { return fr.Compare(a.Title, b.Title) })
	return out
}

func childIDs(keys []string) []data.ID[data.Child] {
	var out []data.ID[data.Child]
	for _, k := range keys {
		if id, err := data.ParseID[data.Child](k); err == nil {
			out = append(out, id)
		}
	}
	return out
}

// planningCard says in the tab of the family and the school what the planning knows of the child.
func (p *File) planningCard() fyne.CanvasObject {
	c, ok := p.desk.Registry.Children.Get(p.id)
	if !ok {
		return kit.Card("Planification", nil, nil)
	}
	names := func(rows []kit.Picked) string {
		var words []string
		for _, r := range rows {
			words = append(words, r.Title)
		}
		return fr.List(words)
	}
	escort := ""
	if c.NeedsEscort != data.Unsaid {
		escort = fr.Capital(fr.Answer(c.NeedsEscort))
	}
	facts := []kit.Fact{
		{Label: "Ne peut pas venir", Value: busyWords(c.Busy), Unknown: "toujours disponible"},
		{Label: "L’équipe va chercher l’enfant", Value: escort},
		{Label: "Préfère", Value: fr.Capital(fr.HalfDay(c.Prefers))},
	}
	for _, x := range []struct {
		label string
		rows  []kit.Picked
	}{
		{"À ne pas mettre avec", p.companionRows(c.Apart, func(x data.Child) []data.ID[data.Child] { return x.Apart })},
		{"Bien avec", p.companionRows(c.Together, func(x data.Child) []data.ID[data.Child] { return x.Together })},
	} {
		if len(x.rows) > 0 {
			facts = append(facts, kit.Fact{Label: x.label, Value: names(x.rows)})
		}
	}
	return kit.Card("Planification", nil, kit.Facts(1, facts...), kit.NewSmall("Modifier", "pencil", kit.Secondary, p.editPlanning))
}

// busyWords is « Mercredi 14 h à 16 h, judo ».
func busyWords(all []data.WeekHours) string {
	var words []string
	for _, h := range all {
		s := fr.Weekday(h.Weekday) + " " + fr.TimeSpan(h.From, data.Span{From: h.From, To: h.To}.Minutes())
		words = append(words, fr.Join(s, fr.Lower(h.Reason)))
	}
	return fr.Capital(fr.Join(words...))
}
