package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// editPlan edits what a plan says of itself, and its objectives.
func (p *Page) editPlan(id data.ID[data.ActionPlan]) {
	x, known := p.desk.Registry.ActionPlans.Get(id)
	name, period, lead := kit.NewTextField("Nom", ""), kit.NewTextField("Période", ""), kit.NewTextField("Porteur", "")
	name.Needed = "Donnez un nom au plan."
	name.SetText(x.Name)
	period.SetText(x.Period)
	lead.SetText(x.Lead)
	aim := kit.NewNoteField("Objectif global", "", 2)
	aim.SetText(x.Aim)
	objectives := kit.NewRowsField(kit.RowsParts[data.Objective]{
		Label: "Objectifs", Help: "1 pour un objectif stratégique, 1.2 pour un objectif spécifique.", Empty: "Aucun objectif.",
		Add: "Ajouter un objectif", Take: "Retirer cet objectif", Row: objectiveRow,
		New: func([]data.Objective) data.Objective { return data.Objective{} },
	})
	objectives.SetValues(slices.SortedFunc(slices.Values(x.Objectives), func(a, b data.Objective) int { return data.ByNumber(a.Number, b.Number) }))
	sheet[data.ActionPlan]{
		page: p, table: p.desk.Registry.ActionPlans, id: id, known: known, archived: x.Archived,
		title: titleOf(known, "Ajouter un plan", x.Name), inputs: []kit.Input{name, period, lead, aim, objectives}, width: 760,
		body: kit.VBox(look.Gap, name, pair(period, lead), aim, objectives),
		read: func(x *data.ActionPlan) {
			x.Name, x.Period, x.Lead, x.Aim, x.Objectives = name.Text(), period.Text(), lead.Text(), aim.Text(), objectives.Values()
		},
	}.open()
}

func objectiveRow(o data.Objective) kit.FieldRow[data.Objective] {
	number, title := kit.NewTextField("Numéro", ""), kit.NewTextField("Objectif", "")
	number.SetText(o.Number)
	title.SetText(o.Title)
	return kit.FieldRow[data.Objective]{
		Body:   kit.Columns(look.Gap, kit.Share(1, number), kit.Share(5, title)),
		Inputs: []kit.Input{number, title},
		Value:  func() data.Objective { return data.Objective{Number: number.Text(), Title: title.Text()} },
	}
}

// actions lists the actions of a plan.
func (p *Page) actions(id data.ID[data.ActionPlan]) fyne.CanvasObject {
	v, _ := p.desk.Registry.ActionPlanView(id)
	var records []record
	for _, a := range v.Actions {
		records = append(records, record{"target", look.Neutral, a.Number + " " + a.Title, fr.Count(len(a.Indicators), "indicateur", "indicateurs"), false,
			func() { p.editAction(id, a.Action) }})
	}
	return list{"Actions\u00a0: " + v.Plan.Name, "Aucune action pour l’instant.", "Ajouter une action", func() { p.editAction(id, data.Action{}) }, records}.card()
}

// actionFields are the texts of an action, in the order of the columns.
type actionFields struct {
	number, title                                                            *kit.TextField
	description, prerequisites, public, existing, results, available, wanted *kit.TextField
	indicators                                                               *kit.RowsField[data.Indicator]
}

func newActionFields(a data.Action) actionFields {
	note := func(label, text string) *kit.TextField {
		f := kit.NewNoteField(label, "", 2)
		f.SetText(text)
		return f
	}
	f := actionFields{
		number: kit.NewTextField("Numéro", ""), title: kit.NewTextField("Action", ""), description: note("Description", a.Description),
		prerequisites: note("Prérequis", a.Prerequisites), public: note("Public cible", a.Public), existing: note("Dispositifs préexistants", a.Existing),
		results: note("Résultats attendus", a.Results), available: note("Moyens mobilisables", a.Available), wanted: note("Moyens à mobiliser", a.Wanted),
	}
	f.number.Needed, f.title.Needed = "Donnez un numéro comme 1.2.1.", "Donnez un nom à l’action."
	f.number.SetText(a.Number)
	f.title.SetText(a.Title)
	return f
}

func (f actionFields) read() data.Action {
	return data.Action{
		Number: f.number.Text(), Title: f.title.Text(), Description: f.description.Text(), Prerequisites: f.prerequisites.Text(), Public: f.public.Text(),
		Existing: f.existing.Text(), Results: f.results.Text(), Indicators: f.indicators.Values(), Available: f.available.Text(), Wanted: f.wanted.Text(),
	}
}

// editAction edits one action of a plan with its indicators.
func (p *Page) editAction(plan data.ID[data.ActionPlan], a data.Action) {
	f := newActionFields(a)
	f.indicators = kit.NewRowsField(kit.RowsParts[data.Indicator]{
		Label: "Indicateurs", Help: "La mesure porte sa date. Une date nouvelle ajoute une mesure, les anciennes restent.", Empty: "Aucun indicateur.",
		Add: "Ajouter un indicateur", Take: "Retirer cet indicateur", New: func([]data.Indicator) data.Indicator { return data.Indicator{} },
		Row: func(x data.Indicator) kit.FieldRow[data.Indicator] { return indicatorRow(x, p.desk.Registry.Today()) },
	})
	f.indicators.SetValues(a.Indicators)
	form := forms.New(p.desk)
	form.Field("Actions.Number", f.number)
	form.Field("Indicators.Label", f.indicators)
	form.Add(f.title, f.description, f.prerequisites, f.public, f.existing, f.results, f.available, f.wanted)
	forms.Edit(form, forms.Record[data.ActionPlan]{
		Table: p.desk.Registry.ActionPlans, ID: plan,
		Read: func(x *data.ActionPlan) {
			same := func(kept data.Action) bool { return a.Number != "" && kept.Number == a.Number }
			x.Actions = append(slices.DeleteFunc(slices.Clone(x.Actions), same), f.read())
		},
		Done: func() { p.desk.Window.Toast("Modifications enregistrées.", nil) },
	}, forms.Parts{
		Title: titleOf(a.Number != "", "Ajouter une action", "Action "+a.Number), Verb: "Enregistrer", Width: 820,
		Body: kit.VBox(look.Gap, kit.Columns(look.Gap, kit.Share(1, f.number), kit.Share(4, f.title)), f.description, pair(f.prerequisites, f.public),
			pair(f.existing, f.results), f.indicators, pair(f.available, f.wanted)),
	})
}

// indicatorRow edits an indicator and its latest measure.
func indicatorRow(x data.Indicator, today data.Date) kit.FieldRow[data.Indicator] {
	label, of, source := kit.NewTextField("Ce qui est compté", ""), kit.NewTextField("Sur combien de quoi", ""), kit.NewTextField("Source de vérification", "")
	label.SetText(x.Label)
	of.SetText(x.Denominator)
	source.SetText(x.Source)
	kinds := fr.IndicatorKinds()
	kind := kit.NewSelectField("Mesure", kit.Labels(kinds, fr.IndicatorKind), indexOf(kinds, x.Kind))
	target, on := kit.NewNumberField("Cible", "", 0, 10_000_000), kit.NewDateField("Mesuré le", today)
	numerator, denominator := kit.NewNumberField("Compté", "", 0, 10_000_000), kit.NewNumberField("Sur", "", 0, 10_000_000)
	target.SetValue(x.Target)
	last, _ := x.Latest()
	on.SetValue(last.On)
	numerator.SetValue(last.Numerator)
	denominator.SetValue(last.Denominator)
	return kit.FieldRow[data.Indicator]{
		Body: kit.VBox(look.Tight, pair(label, of), kit.Columns(look.Gap, kit.Share(2, kind), kit.Share(1, target), kit.Share(3, source)),
			kit.Columns(look.Gap, kit.Share(2, on), kit.Share(1, numerator), kit.Share(1, denominator))),
		Inputs: []kit.Input{label, of, kind, target, source, on, numerator, denominator},
		Value: func() data.Indicator {
			y := data.Indicator{Label: label.Text(), Kind: kinds[kind.Chosen()], Numerator: x.Numerator, Denominator: of.Text(), Target: target.Value(),
				Source: source.Text(), Measures: slices.Clone(x.Measures)}
			if day := on.Value(); !day.IsZero() {
				y.Measures = slices.DeleteFunc(y.Measures, func(m data.Measure) bool { return m.On == day })
				y.Measures = append(y.Measures, data.Measure{On: day, Numerator: numerator.Value(), Denominator: denominator.Value()})
			}
			return y
		},
	}
}
