package settings

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// report is what the team writes under the figures of a year, and the plan of the local council.
func (p *Page) report() fyne.CanvasObject {
	var years, plans []record
	for _, y := range p.desk.Registry.ReportYears() {
		years = append(years, record{"calendar", look.Neutral, calendar.SchoolYear(y).String(), commented(p.desk.Registry.YearReport(y)), false, func() { p.editReport(y) }})
	}
	for _, x := range p.desk.Registry.ActionPlanRows() {
		plans = append(plans, record{"target", look.Neutral, x.Name, fr.Join(x.Period, fr.Count(x.Actions, "action", "actions")), false, func() { p.editPlan(x.ID) }})
	}
	year := p.desk.Registry.ReportYears()[0]
	actions := kit.VBox(look.Gap, list{"Plans d’action du conseil local", "Aucun plan d’action pour l’instant.", "Ajouter un plan", func() { p.editPlan(data.ID[data.ActionPlan]{}) }, plans}.card())
	for _, x := range p.desk.Registry.ActionPlanRows() {
		actions.Add(p.actions(x.ID))
	}
	return kit.Columns(look.Wide,
		kit.Share(1, list{"Rapports d’activité", "Aucune année pour l’instant.", "Écrire celui de l’année", func() { p.editReport(year) }, years}.card()),
		kit.Share(1, actions))
}

// commented says how far the comments of a year are written.
func commented(y data.YearReport) string {
	if len(y.Comments) == 0 {
		return "aucun commentaire"
	}
	return fr.Count(len(y.Comments), "commentaire", "commentaires") + " sur " + fr.Number(len(fr.ReportSections()))
}

// editReport writes the comments of a year.
func (p *Page) editReport(year int) {
	y := p.desk.Registry.YearReport(year)
	form := forms.New(p.desk)
	body := kit.VBox(look.Gap)
	var notes []*kit.TextField
	for _, s := range fr.ReportSections() {
		note := kit.NewNoteField(fr.ReportSection(s), "", 3)
		note.SetText(y.Comment(s))
		notes = append(notes, note)
		form.Add(note)
		body.Add(note)
	}
	adults := kit.NewNumberField("Adultes touchés par les actions collectives", "Laissez vide si ce n’est pas connu.", 0, 1_000_000)
	adults.SetValue(y.AdultsReached)
	below := kit.NewNumberField("Masquer les nombres sous", "Dans la version à diffuser. Vide\u00a0: 5.", 0, 100)
	below.SetValue(y.MaskBelow)
	form.Add(adults, below)
	body.Add(pair(adults, below))
	ages := agesField(y)
	form.Field("Ages", ages)
	body.Add(ages)
	form.Show(forms.Parts{
		Title: "Rapport d’activité " + calendar.SchoolYear(year).String(), Verb: "Enregistrer", Width: 720, Body: body,
		Save: func() (func() error, func()) {
			for i, s := range fr.ReportSections() {
				y.Say(s, notes[i].Text())
			}
			y.AdultsReached, y.MaskBelow = adults.Value(), below.Value()
			y.Ages, _ = spansOf(ages.Text())
			kept := y
			return func() error { return p.desk.Registry.SaveYearReport(&kept) },
				func() { p.desk.Window.Toast("Modifications enregistrées.", nil) }
		},
	})
}

// agesField edits the bands of ages of a report, as people write them.
func agesField(y data.YearReport) *kit.TextField {
	usual := spanWords((&data.YearReport{}).Bands())
	f := kit.NewTextField("Tranches d’âge au 31\u00a0décembre", "Vide\u00a0: "+usual+".").Hint(usual)
	f.Valid = func(text string) string {
		if _, ok := spansOf(text); !ok {
			return "Écrivez des tranches qui se suivent, par exemple " + usual + "."
		}
		return ""
	}
	f.SetText(spanWords(y.Ages))
	return f
}

// spanWords is « 2-5, 6-10 ».
func spanWords(all []data.AgeSpan) string {
	words := make([]string, len(all))
	for i, a := range all {
		words[i] = fmt.Sprintf("%d-%d", a.From, a.To)
	}
	return strings.Join(words, ", ")
}

// spansOf reads what spanWords writes; false when it is none, or when they do not rise.
func spansOf(text string) ([]data.AgeSpan, bool) {
	var out []data.AgeSpan
	last := -1
	for part := range strings.SplitSeq(text, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		from, to, found := strings.Cut(strings.ReplaceAll(part, "–", "-"), "-")
		var a data.AgeSpan
		var wrong [2]error
		a.From, wrong[0] = strconv.Atoi(strings.TrimSpace(from))
		a.To, wrong[1] = strconv.Atoi(strings.TrimSpace(to))
		if !found || wrong[0] != nil || wrong[1] != nil || a.From <= last || a.To < a.From {
			return nil, false
		}
		last = a.To
		out = append(out, a)
	}
	return out, true
}
