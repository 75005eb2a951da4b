package export

import (
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/stats"
	"mercredi/export/pdf"
)

// children says who the children are.
func (p *reportPaper) children() {
	p.d.Heading(fr.ReportSection(data.SectionChildren))
	if p.f.Children.N == 0 && !p.f.Children.Hidden {
		p.d.Callout("Aucun enfant n’a été suivi pendant cette année scolaire.")
		return
	}
	p.comment(data.SectionChildren, false)
	p.chart(listed{title: "Filles et garçons", list: p.f.Sex, say: keyed(girlsOrBoys)})
	p.ages()
	p.chart(listed{title: "Niveau scolaire", list: p.f.Grades, say: keyed(fr.Grade)})
	p.chart(listed{title: "Domicile en quartier prioritaire", list: p.f.Area, say: keyed(fr.Answer)})
	p.chart(listed{title: "Réseau de l’école", list: p.f.Network, say: keyed(fr.Network)})
	p.chart(listed{title: "Quartier prioritaire, ou école en réseau ou en quartier prioritaire", list: p.f.Eligible, say: keyed(fr.Answer)})
}

// girlsOrBoys is a sex as a bar of several children says it.
func girlsOrBoys(s data.Sex) string {
	switch s {
	case data.Girl:
		return "Filles"
	case data.Boy:
		return "Garçons"
	}
	return fr.Sex(s)
}

// ages draws girls and boys in each band, then tells them with those whose age or sex is not said.
func (p *reportPaper) ages() {
	t := pdf.Table{Total: true, Columns: []pdf.Column{{Title: "Âge", Weight: 1}, figures("Filles"), figures("Garçons"), figures(fr.Capital(unsaid)), figures("Ensemble")}}
	for i, a := range p.f.Ages {
		name := "Hors tranches ou non saisi"
		if i < len(p.f.Bands) {
			name = fr.AgeSpan(a.Band)
		} else if a.Both.N == 0 && !a.Both.Hidden {
			continue
		}
		t.Rows = append(t.Rows, []string{name, number(a.Girls), number(a.Boys), number(a.Unsaid), number(a.Both)})
	}
	t.Rows = append(t.Rows, []string{"Ensemble", number(p.f.Sex.Of(int(data.Girl))), number(p.f.Sex.Of(int(data.Boy))), number(p.f.Sex.Unsaid), number(p.f.Children)})
	p.together(p.agesBySex, t)
}

// pathways says how children came and left.
func (p *reportPaper) pathways() {
	f := p.f
	if f.Entries.N == 0 && !f.Entries.Hidden && f.Exits.Whole.N == 0 && !f.Exits.Whole.Hidden && f.Running.Whole.N == 0 && !f.Running.Whole.Hidden {
		return
	}
	p.d.Heading(fr.ReportSection(data.SectionPathways))
	p.comment(data.SectionPathways, false)
	p.d.Facts([]pdf.Fact{
		{Label: "Parcours commencés", Value: number(f.Entries)}, {Label: "Parcours terminés", Value: number(f.Exits.Whole)},
		{Label: "En cours au " + fr.DateLong(f.On), Value: number(f.Running.Whole)},
	})
	p.chart(listed{title: "Qui a repéré l’enfant", list: f.Spotted, say: worded})
	p.chart(listed{title: "Motifs", list: f.Reasons, say: worded})
	p.chart(listed{title: "Raison de la fin du parcours", list: f.Exits, say: worded})
	p.chart(listed{title: "Durée des parcours terminés", list: f.Lengths, say: keyed(fr.Length)})
	p.chart(listed{title: "Durée des parcours en cours", list: f.Running, say: keyed(fr.Length)})
}

// commission says what the commission examined.
func (p *reportPaper) commission() {
	if p.f.Meetings == 0 {
		return
	}
	p.d.Heading(fr.ReportSection(data.SectionCommission))
	p.comment(data.SectionCommission, false)
	p.d.Facts([]pdf.Fact{{Label: "Réunions de l’EPS", Value: fr.Number(p.f.Meetings)}, {Label: "Situations examinées", Value: number(p.f.Examined.Whole)}})
	p.chart(listed{title: "Avis rendus", list: p.f.Examined, say: keyed(fr.Decision)})
}

// workshops says what was held, and who came.
func (p *reportPaper) workshops() {
	p.d.Heading(fr.ReportSection(data.SectionWorkshops))
	if len(p.f.Workshops) == 0 {
		p.d.Callout("Aucun atelier n’a été ouvert pendant cette année scolaire.")
		return
	}
	p.comment(data.SectionWorkshops, false)
	p.months()
	p.regularity()
	p.places()
	p.groups()
}

// months draws the sessions held in each month.
func (p *reportPaper) months() {
	if len(p.f.Months) == 0 {
		return
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "Mois", Weight: 1}, figures("Prévues"), figures("Tenues"), figures("Annulées"), figures("Non saisies")}}
	for _, m := range p.f.Months {
		name := fr.Capital(fr.MonthYear(m.First))
		t.Rows = append(t.Rows, append([]string{name}, sessionsOf(m.Sessions)...))
	}
	t.Rows = append(t.Rows, append([]string{"Ensemble"}, sessionsOf(p.f.All.Sessions)...))
	t.Total = true
	p.together(p.sessionsByMonth, t)
}

// together keeps a graph and its values on one page.
func (p *reportPaper) together(graph func(), t pdf.Table) {
	p.d.KeepTogether(func() {
		graph()
		p.d.Table(t)
	})
}

func sessionsOf(s stats.Sessions) []string {
	return []string{fr.Number(s.Planned()), fr.Number(s.Held), fr.Number(s.Cancelled), fr.Number(s.Unsaid)}
}

// regularity draws who came, workshop by workshop.
func (p *reportPaper) regularity() {
	t := pdf.Table{Columns: []pdf.Column{{Title: "Atelier", Weight: 1}, figures("Enfants"), figures("Présences"), figures("Attendues"),
		figures("Non saisies"), figures("Régularité")}}
	for _, l := range p.f.Workshops {
		t.Rows = append(t.Rows, append([]string{workshopOf(l)}, presences(l)...))
	}
	t.Rows = append(t.Rows, append([]string{"Ensemble (places)"}, presences(p.f.All)...))
	t.Total = true
	if p.large {
		t = only(t, 0, 1, 5)
	}
	p.together(p.regularityByWorkshop, t)
	p.d.Note("Présences sur présences et absences. Les séances annulées et les présences non saisies ne comptent pas. Un enfant compte dans chacun de ses ateliers.")
}

func workshopOf(l stats.Line) string {
	if name := typo(l.Workshop.Name); name != "" {
		return name
	}
	return "Dossiers anonymisés"
}

// presences are the columns of a line: children, presences, expected ones, not entered, rate.
func presences(l stats.Line) []string {
	if l.Hidden {
		return []string{number(l.Children), masked, masked, masked, masked}
	}
	return []string{number(l.Children), fr.Number(l.Came), fr.Number(l.Counted), fr.Number(l.NotEntered), rate(l)}
}

// places says how full the workshops are.
func (p *reportPaper) places() {
	p.d.Subheading("Places au " + fr.DateLong(p.f.On))
	t := pdf.Table{Columns: []pdf.Column{{Title: "Atelier", Weight: 1}, figures("Places"), figures("Prises"), figures("Remplissage"), figures("En attente")}}
	row := func(name string, l stats.Line) []string {
		if l.Hidden {
			return []string{name, fr.Number(l.Capacity), masked, masked, number(l.Waiting)}
		}
		full := portion(stats.Total{N: l.Taken}, stats.Total{N: l.Capacity})
		if full == "" {
			full = "–"
		}
		return []string{name, fr.Number(l.Capacity), fr.Number(l.Taken), full, number(l.Waiting)}
	}
	for _, l := range p.f.Workshops {
		t.Rows = append(t.Rows, row(workshopOf(l), l))
	}
	t.Rows = append(t.Rows, row("Ensemble", p.f.All))
	t.Total = true
	p.d.Table(t)
}

// groups tells the groups apart, for the team alone.
func (p *reportPaper) groups() {
	if len(p.f.Groups) == 0 {
		return
	}
	p.d.Subheading("Groupe par groupe")
	t := pdf.Table{Columns: []pdf.Column{{Title: "Groupe", Weight: 1}, figures("Séances"), figures("Enfants"), figures("Places prises"), figures("Régularité")}}
	for _, l := range p.f.Groups {
		t.Rows = append(t.Rows, []string{commas(workshopOf(l), groupIn(l.Group)), fr.Number(l.Sessions.Held), number(l.Children),
			fr.Number(l.Taken) + " sur " + fr.Number(l.Capacity), rate(l)})
	}
	p.d.Table(t)
}

// groupIn is a group after its workshop: "cycle 1, groupe 2".
func groupIn(name string) string {
	cycle, group, _ := strings.Cut(name, ", ")
	return commas(fr.Lower(cycle), fr.Lower(group))
}

// bilans says what was written, and what is late.
func (p *reportPaper) bilans() {
	with := slices.DeleteFunc(slices.Clone(p.f.Workshops), func(l stats.Line) bool { return l.Bilans.Owed == 0 })
	if p.f.All.Bilans.Owed == 0 {
		return
	}
	p.d.Heading(fr.ReportSection(data.SectionBilans))
	p.comment(data.SectionBilans, false)
	t := pdf.Table{Columns: []pdf.Column{{Title: "Atelier", Weight: 1}, figures("Attendus"), figures("Rendus"), figures("En retard")}}
	row := func(name string, b stats.Bilans) []string {
		return []string{name, fr.Number(b.Owed), fr.Number(b.Done), fr.Number(b.Late)}
	}
	for _, l := range with {
		t.Rows = append(t.Rows, row(workshopOf(l), l.Bilans))
	}
	t.Rows = append(t.Rows, row("Ensemble", p.f.All.Bilans))
	t.Total = true
	p.together(func() { p.bilansByWorkshop(with) }, t)
	if p.Outside && len(with) < len(p.f.Workshops) {
		p.d.Note("Les ateliers de quelques enfants ne sont comptés que dans l’ensemble.")
	}
}

// network says with whom the team works.
func (p *reportPaper) network() {
	f := p.f
	if f.Partners.Whole.N == 0 && f.Orientations.Whole.N == 0 && !f.Orientations.Whole.Hidden && p.Report.Comment(data.SectionNetwork) == "" {
		return
	}
	p.d.Heading(fr.ReportSection(data.SectionNetwork))
	p.comment(data.SectionNetwork, false)
	facts := []pdf.Fact{{Label: "Structures connues", Value: fr.Number(f.Partners.Whole.N)}, {Label: "Dont actives cette année", Value: fr.Number(f.Active)},
		{Label: "Adultes touchés par les actions collectives", Value: unsaid}}
	if n := p.Report.AdultsReached; n > 0 {
		facts[2].Value = fr.Number(n)
	}
	if f.Orientations.Whole.N > 0 {
		facts = append(facts, pdf.Fact{Label: "Orientations", Value: number(f.Orientations.Whole)})
	}
	if d := f.Delay; d.Counted > 0 {
		facts = append(facts, pdf.Fact{Label: "Premier entretien, délai médian", Value: fr.Count(d.Median, "jour", "jours")},
			pdf.Fact{Label: "Proposé en " + fr.Count(p.DelayDays, "jour", "jours") + " au plus", Value: fr.Number(d.Within) + " sur " + fr.Number(d.Counted)})
	}
	p.d.Facts(facts)
	p.delays()
	p.chart(listed{title: "Orientations, par structure", list: f.Orientations, say: keyed(fr.PartnerKind)})
	p.chart(listed{title: "Où en sont les orientations", list: f.Outcomes, say: keyed(fr.ReferralState)})
	p.chart(listed{title: "Entretiens sous convention", list: f.Interviews, say: keyed(fr.Outcome)})
	p.agreements()
	p.kinds()
}

// kinds counts the structures: as a sentence, since most towns have one or two of each.
func (p *reportPaper) kinds() {
	var said []string
	for _, row := range p.f.Partners.Rows {
		name := fr.PartnerKind(data.PartnerKind(row.Key))
		if row.N > 1 {
			name += " (" + fr.Number(row.N) + ")"
		}
		said = append(said, name)
	}
	if len(said) > 0 {
		p.d.Paragraph("Nature des structures\u00a0: " + fullStop(fr.List(said)))
	}
}

// method says where the figures come from and what they leave out.
func (p *reportPaper) method() {
	points := []string{
		"Un enfant est compté une fois\u00a0: son parcours touche l’année, ou il a eu une place dans un atelier de l’année.",
		"L’âge est celui du 31\u00a0décembre. Le niveau scolaire, le domicile et l’école sont ceux de la fiche au jour du rapport.",
		"Ce qui n’est pas saisi est compté à part, jamais comme un zéro ni comme un non.",
		"Une séance est tenue quand l’équipe l’a dit ou qu’une présence y est notée.",
		"Le délai d’un parcours va de son premier à son dernier jour\u00a0; la décision favorable de l’EPS en tient lieu quand le premier jour n’est pas saisi.",
	}
	if p.f.Anonymised > 0 {
		points = append(points, "Les dossiers anonymisés depuis ("+fr.Number(p.f.Anonymised)+") restent comptés, sans famille, niveau ni motif.")
	}
	if p.f.NoFamily > 0 {
		points = append(points, "Famille non saisie pour "+fr.Count(p.f.NoFamily, "enfant", "enfants")+".")
	}
	if p.Outside {
		points = append(points, "Les nombres de moins de "+fr.Number(p.f.Below)+", et ceux qui permettraient de les retrouver par soustraction, sont masqués. Les réponses rares sont réunies.")
	}
	p.d.KeepTogether(func() {
		p.d.Heading("Sources et méthode")
		p.d.Paragraph("Chiffres tirés du fichier Mercredi de l’équipe, état du " + fr.DateLong(p.On) + ".")
		p.d.List(points)
	})
}
