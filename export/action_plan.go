package export

import (
	"io"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// ActionPlan writes the « plan d'action » of a local council for mental health: twelve columns on A3, a row an action, then
// the indicators measured against their targets. What is not decided stays as it was written. In large print, where twelve
// columns would cut the words, each action is a sheet of twelve lines.
func ActionPlan(w io.Writer, m Meta, v registry.ActionPlanView) error {
	return actionPlan(m, v).Write(w)
}

func actionPlan(m Meta, v registry.ActionPlanView) *pdf.Document {
	v.Confidential = "Document de travail du conseil local. Il ne nomme aucune personne suivie."
	title := typo(v.Plan.Name)
	p := planPaper{ActionPlanView: v, large: m.Large}
	p.d = m.open(v.Letterhead, pdf.Meta{Title: commas(title, v.Plan.Period), Author: typo(v.Plan.Lead), Reference: v.Reference,
		Landscape: !m.Large, Wide: !m.Large, A3: !m.Large}, made(v.On))
	p.d.Title(title, commas(v.Plan.Period, fr.Count(p.objectives(true), "objectif stratégique", "objectifs stratégiques"),
		fr.Count(p.objectives(false), "objectif spécifique", "objectifs spécifiques"), fr.Count(len(v.Actions), "action", "actions")))
	if aim := typo(v.Plan.Aim); aim != "" {
		p.d.Paragraph("Objectif global\u00a0: " + fullStop(fr.Lower(aim)))
	}
	p.columns()
	p.idle()
	p.indicators()
	return p.d
}

// planPaper is a plan being written.
type planPaper struct {
	registry.ActionPlanView
	d     *pdf.Document
	large bool
}

func (p *planPaper) objectives(strategic bool) (n int) {
	for _, o := range p.Plan.Objectives {
		if o.Strategic() == strategic {
			n++
		}
	}
	return n
}

// planColumns are the twelve columns, and their share of the sheet.
var planColumns = []struct {
	title  string
	weight float64
}{
	{"Objectif stratégique", 0.8}, {"Objectif spécifique", 0.95}, {"Action", 1}, {"Description", 1.35}, {"Prérequis", 1.05}, {"Public cible", 0.95},
	{"Dispositifs préexistants", 1}, {"Résultats attendus", 1.1}, {"Indicateurs de résultat", 1.2}, {"Source de vérification", 0.95},
	{"Moyens mobilisables", 0.9}, {"Moyens à mobiliser", 0.9},
}

// columns sets the twelve columns.
func (p *planPaper) columns() {
	if len(p.Actions) == 0 {
		p.d.Callout("Aucune action n’est encore écrite dans ce plan.")
		return
	}
	rows := p.rows()
	if p.large {
		p.sheets(rows)
		return
	}
	t := pdf.Table{Grid: true}
	for _, c := range planColumns {
		t.Columns = append(t.Columns, pdf.Column{Title: c.title, Weight: c.weight})
	}
	for _, lines := range rows {
		var row []string
		for _, cell := range lines {
			row = append(row, pointed(cell))
		}
		t.Rows = append(t.Rows, row)
	}
	p.d.Table(t)
}

// sheets sets an action as a form: a line a column. What is empty is left out.
func (p *planPaper) sheets(rows [][][]string) {
	for i, lines := range rows {
		var entries []pdf.Entry
		for j, cell := range lines {
			if len(cell) > 0 {
				entries = append(entries, pdf.Entry{Label: planColumns[j].title, Lines: cell})
			}
		}
		p.d.Heading("Action " + p.Actions[i].Number)
		p.d.Entries(entries...)
	}
}

// rows are the twelve columns of each action, line by line. An objective is written in full on its first action, and by its
// number on the others.
func (p *planPaper) rows() [][][]string {
	seen := map[string]bool{}
	objective := func(o data.Objective, number string) []string {
		if o.Number == "" || seen[o.Number] {
			return []string{number}
		}
		seen[o.Number] = true
		return []string{o.Number + ". " + typo(o.Title)}
	}
	var out [][][]string
	for _, a := range p.Actions {
		parts := strings.Split(a.Number, ".")
		var indicators, sources []string
		for _, x := range a.Indicators {
			indicators = append(indicators, indicatorLine(x))
			if source := typo(x.Source); source != "" && !slices.Contains(sources, source) {
				sources = append(sources, source)
			}
		}
		out = append(out, [][]string{
			objective(a.Strategic, parts[0]), objective(a.Specific, strings.Join(parts[:min(2, len(parts))], ".")), {a.Number + ". " + typo(a.Title)},
			lined(a.Description), lined(a.Prerequisites), lined(a.Public), lined(a.Existing), lined(a.Results), indicators, sources,
			lined(a.Available), lined(a.Wanted),
		})
	}
	return out
}

// lined are the lines of a text that say something.
func lined(s string) []string { return there(strings.Split(s, "\n")...) }

// pointed sets lines in a cell, each after a point when there are several.
func pointed(lines []string) string {
	if len(lines) < 2 {
		return strings.Join(lines, "")
	}
	return "•\u00a0" + strings.Join(lines, "\n•\u00a0")
}

// indicatorLine is an indicator in the table: what is counted, over what, and its target.
func indicatorLine(x data.Indicator) string {
	line := typo(x.Label)
	if of := typo(x.Denominator); x.Kind == data.IndicatorShare && of != "" {
		line += ", sur " + fr.Lower(of)
	}
	if x.Target > 0 {
		line += " (cible " + target(x) + ")"
	}
	return line
}

func target(x data.Indicator) string {
	switch {
	case x.Target == 0:
		return "à définir"
	case x.Kind == data.IndicatorShare:
		return fr.Percent(x.Target)
	}
	return fr.Number(x.Target)
}

// idle names the objectives that no action serves yet.
func (p *planPaper) idle() {
	var bare []string
	for _, o := range p.Plan.Objectives {
		served := slices.ContainsFunc(p.Actions, func(a registry.PlannedAction) bool { return data.Under(a.Number, o.Number) })
		if !served {
			bare = append(bare, o.Number+". "+fullStop(typo(o.Title)))
		}
	}
	if len(bare) > 0 {
		slices.SortFunc(bare, data.ByNumber)
		p.d.Heading("Objectifs sans action")
		p.d.List(bare)
	}
}

// indicators measures each indicator against its target.
func (p *planPaper) indicators() {
	var measured []registry.PlannedAction
	for _, a := range p.Actions {
		if len(a.Indicators) > 0 {
			measured = append(measured, a)
		}
	}
	if len(measured) == 0 {
		return
	}
	p.d.NewPage()
	p.d.Heading("Indicateurs, mesurés au " + fr.DateLong(p.On))
	t := pdf.Table{Columns: []pdf.Column{{Title: "Action"}, {Title: "Indicateur", Weight: 1.6}, figures("Compté"), figures("Sur"), figures("Valeur"),
		figures("Cible"), {Title: "Mesuré le"}, {Title: "Source", Weight: 1}, {Title: "État"}}}
	narrow := []int{0, 1, 4, 5} // the columns that large print has room for
	var goals []pdf.Goal
	for _, a := range measured {
		for _, x := range a.Indicators {
			t.Rows = append(t.Rows, measure(a.Number, x))
			if g, ok := goal(a.Number, x); ok {
				goals = append(goals, g)
			}
		}
	}
	p.d.Goals(goals)
	if len(goals) > 0 {
		p.d.Note("Le trait vertical est la cible. Une barre vide est une mesure qui n’est pas saisie, ou un zéro\u00a0: le texte le dit.")
	}
	if p.large {
		t = only(t, narrow...)
	}
	p.d.Heading("Toutes les mesures")
	p.d.Table(t)
}

// only keeps some columns of a table.
func only(t pdf.Table, columns ...int) pdf.Table {
	out := pdf.Table{Grid: t.Grid, Total: t.Total}
	for _, c := range columns {
		out.Columns = append(out.Columns, t.Columns[c])
	}
	for _, row := range t.Rows {
		var kept []string
		for _, c := range columns {
			kept = append(kept, row[c])
		}
		out.Rows = append(out.Rows, kept)
	}
	return out
}

// measure is an indicator in the table of measures. What is not measured says so.
func measure(number string, x data.Indicator) []string {
	row := []string{number, typo(x.Label), "–", "–", unsaid, target(x), "–", typo(x.Source), "à mesurer"}
	if m, ok := x.Latest(); ok {
		row[2], row[6], row[8] = fr.Number(m.Numerator), fr.DateLong(m.On), "mesuré"
		if x.Kind == data.IndicatorShare && m.Denominator > 0 {
			row[3] = fr.Number(m.Denominator)
		}
	}
	row[4] = value(x)
	if reached, known := x.Reached(); known {
		row[8] = "cible à atteindre"
		if reached {
			row[8] = "cible atteinte"
		}
	}
	return row
}

func value(x data.Indicator) string {
	v, known := x.Value()
	switch {
	case !known:
		return unsaid
	case x.Kind == data.IndicatorShare:
		return fr.Percent(v)
	}
	return fr.Number(v)
}

// goal draws an indicator that has a target: its value may not be known yet.
func goal(number string, x data.Indicator) (pdf.Goal, bool) {
	if x.Target == 0 {
		return pdf.Goal{}, false
	}
	g := pdf.Goal{Label: number + "\u2002" + typo(x.Label), Text: value(x) + ", cible " + target(x), Target: 1}
	g.Alt = typo(x.Label) + "\u00a0: " + g.Text + "."
	most := max(x.Target, 1)
	if x.Kind == data.IndicatorShare {
		most = 100
	}
	v, known := x.Value()
	if known {
		most = max(most, v)
		g.Value = float64(v) / float64(most)
	}
	g.Target = float64(x.Target) / float64(most)
	return g, true
}
