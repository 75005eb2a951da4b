package export

import (
	"math"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/stats"
	"mercredi/export/pdf"
)

// listed is a list of the figures as it is drawn.
type listed struct {
	title string
	list  stats.List
	say   func(stats.Row) string
}

// chart draws a bar a row with its value, then what is not said. A list without a count is left out.
func (p *reportPaper) chart(l listed) {
	if l.list.Whole.N == 0 && !l.list.Whole.Hidden || len(l.list.Rows) == 0 && l.list.Unsaid.N == 0 {
		return
	}
	g := pdf.Graph{Title: l.title, Opens: true}
	var s pdf.Series
	add := func(label string, t stats.Total) {
		said := number(t)
		if share := portion(t, l.list.Whole); share != "" {
			said += " (" + share + ")"
		}
		g.Labels, s.Values, s.Texts = append(g.Labels, label), append(s.Values, drawn(t)), append(s.Texts, said)
	}
	for _, row := range l.list.Rows {
		add(fr.Capital(typo(l.say(row))), row.Total)
	}
	if l.list.Unsaid.N > 0 || l.list.Unsaid.Hidden {
		add(fr.Capital(unsaid), l.list.Unsaid)
	}
	g.Series = []pdf.Series{s}
	p.d.BarGraph(g)
	if l.list.Several {
		p.d.Note("Un enfant peut en avoir plusieurs\u00a0: le total dépasse le nombre d’enfants.")
	}
}

// drawn is how high a count stands: nothing is drawn for one that is masked.
func drawn(t stats.Total) float64 {
	if t.Hidden {
		return math.NaN()
	}
	return float64(t.N)
}

// totals are counts as one series.
func totals(name string, of []stats.Total) pdf.Series {
	s := pdf.Series{Name: name}
	for _, t := range of {
		s.Values, s.Texts = append(s.Values, drawn(t)), append(s.Texts, number(t))
	}
	return s
}

// agesBySex draws girls and boys side by side in each band; who is neither said has a bar of its own when there is one.
func (p *reportPaper) agesBySex() {
	g := pdf.Graph{Title: "Âge au " + fr.DateLong(data.NewDate(p.f.From.Year(), 12, 31)), Opens: true}
	var girls, boys []stats.Total
	for i, a := range p.f.Ages {
		if i >= len(p.f.Bands) { // not said: the table tells
			continue
		}
		g.Labels = append(g.Labels, fr.AgeSpan(a.Band))
		girls, boys = append(girls, a.Girls), append(boys, a.Boys)
	}
	g.Series = []pdf.Series{totals("Filles", girls), totals("Garçons", boys)}
	if slices.ContainsFunc(slices.Concat(girls, boys), func(t stats.Total) bool { return t.Hidden }) {
		p.d.BarGraph(g) // there is room for a word after a bar
		return
	}
	p.d.ColumnGraph(g)
}

// sessionsByMonth draws what was planned and what was held.
func (p *reportPaper) sessionsByMonth() {
	g := pdf.Graph{Title: "Séances prévues et tenues, mois par mois", Opens: true}
	planned, held := pdf.Series{Name: "Prévues"}, pdf.Series{Name: "Tenues"}
	for _, m := range p.f.Months {
		g.Labels = append(g.Labels, fr.Capital(fr.MonthShort(m.First.Month())))
		planned.Values, held.Values = append(planned.Values, float64(m.Planned())), append(held.Values, float64(m.Held))
	}
	g.Series = []pdf.Series{planned, held}
	p.d.ColumnGraph(g)
}

// regularityByWorkshop draws who came, out of 100.
func (p *reportPaper) regularityByWorkshop() {
	g := pdf.Graph{Title: "Régularité par atelier", Opens: true, Most: 100}
	var s pdf.Series
	for _, l := range p.f.Workshops {
		share, known := l.Percent()
		value := math.NaN()
		if known && !l.Hidden {
			value = float64(share)
		}
		g.Labels, s.Values, s.Texts = append(g.Labels, workshopOf(l)), append(s.Values, value), append(s.Texts, rate(l))
	}
	g.Series = []pdf.Series{s}
	p.d.BarGraph(g)
}

// bilansByWorkshop draws those that were owed and those that were done.
func (p *reportPaper) bilansByWorkshop(with []stats.Line) {
	g := pdf.Graph{Title: "Bilans attendus et rendus, par atelier"}
	owed, done := pdf.Series{Name: "Attendus"}, pdf.Series{Name: "Rendus"}
	for _, l := range with {
		g.Labels = append(g.Labels, workshopOf(l))
		owed.Values, done.Values = append(owed.Values, float64(l.Bilans.Owed)), append(done.Values, float64(l.Bilans.Done))
	}
	g.Series = []pdf.Series{owed, done}
	p.d.BarGraph(g)
}

// delays draws the orientations by the wait before the first interview that was offered.
func (p *reportPaper) delays() {
	d := p.f.Delay
	if d.Counted == 0 {
		return
	}
	one := func(name string, n int) pdf.Series { return pdf.Series{Name: name, Values: []float64{float64(n)}} }
	p.d.StackGraph(pdf.Graph{Title: "Délai avant le premier entretien proposé", Opens: true, Labels: []string{"Orientations"}, Series: []pdf.Series{
		one("En "+fr.Count(p.DelayDays, "jour", "jours")+" au plus", d.Within), one("Au-delà", d.Counted-d.Within), one(fr.Capital(unsaid), d.Unsaid),
	}})
}

// agreements says what the interviews under each agreement cost, quarter by quarter. Outside, nobody is counted.
func (p *reportPaper) agreements() {
	if len(p.Agreements) == 0 {
		return
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "Convention", Weight: 1}, figures("Entretiens tenus"), figures("Personnes"), figures("Au plafond"), figures("Coût")}}
	total, missing := 0, 0
	for _, a := range p.Agreements {
		most := "–"
		if a.PerPerson > 0 {
			most = fr.Number(a.Full) + " à " + fr.Number(a.PerPerson) + " sur " + fr.Number(a.PerPerson)
		}
		t.Rows = append(t.Rows, []string{commas(a.Partner, a.Number), heldOf(a), fr.Number(a.People), most, cost(a)})
		total, missing = total+a.Cents, missing+a.Unpriced+a.Unsaid
	}
	if p.Outside {
		t = only(t, 0, 1, 4)
	}
	p.d.KeepTogether(func() {
		p.d.Subheading("Entretiens et coût, par convention")
		p.d.Table(t)
	})
	if missing > 0 {
		p.d.Note(fullStop("Sans suite ou sans tarif saisi, " + fr.Count(missing, "entretien n’est pas dans le coût", "entretiens ne sont pas dans le coût")))
	}
	if total > 0 {
		p.quarters()
	}
}

// heldOf is "32 sur 60 budgétés".
func heldOf(a registry.AgreementYear) string {
	if a.Budgeted == 0 {
		return fr.Number(a.Held)
	}
	return fr.Number(a.Held) + " sur " + fr.Number(a.Budgeted) + " budgétés"
}

// cost is what an agreement cost, or that its fees are not said.
func cost(a registry.AgreementYear) string {
	if a.Cents == 0 && a.Unpriced > 0 {
		return unsaid
	}
	return fr.Euros(a.Cents)
}

// quarters draws the cost of all agreements, a column a quarter.
func (p *reportPaper) quarters() {
	g := pdf.Graph{Title: "Coût des entretiens, par trimestre", Opens: true}
	s := pdf.Series{}
	for _, q := range p.Quarters {
		g.Labels = append(g.Labels, fr.Capital(quarter(q.First)))
		s.Values, s.Texts = append(s.Values, float64(q.Cents)/100), append(s.Texts, fr.Euros(q.Cents))
	}
	g.Series = []pdf.Series{s}
	p.d.ColumnGraph(g)
}

// keyed says the rows of an enum.
func keyed[T ~uint8](say func(T) string) func(stats.Row) string {
	return func(row stats.Row) string { return say(T(row.Key)) }
}

// worded says the rows of free words.
func worded(row stats.Row) string {
	if row.Key == stats.OtherKey {
		return "autres"
	}
	return row.Text
}
