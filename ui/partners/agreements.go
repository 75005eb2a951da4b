package partners

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/printing"
)

// agreements are the conventions with the structure: those that hold, those to sign, those of before.
func (p *Page) agreements(s data.Partner) fyne.CanvasObject {
	all := p.desk.Registry.AgreementRows(s.ID)
	rows := kit.VBox(0)
	for i, a := range all {
		title, detail := agreementWords(a, p.desk.Today())
		rows.Add(kit.EventRow(kit.Event{
			Icon: "handshake", Title: title, Detail: detail, Right: agreementState(a, p.desk.Today()), First: i == 0,
			Action: kit.NewMenuButton("Actions", "", func() []kit.MenuItem { return p.agreementMenu(a) }),
		}))
	}
	if len(all) == 0 {
		rows.Add(kit.Paragraph("Aucune convention pour l’instant.", look.Detail))
	}
	add := kit.NewSmall("Ajouter une convention", "plus", kit.Secondary, func() { p.addAgreement(s.ID) })
	if len(all) > 0 {
		add = kit.NewSmall("Préparer la suivante", "plus", kit.Secondary, func() { p.addAgreement(s.ID) })
	}
	return kit.VBox(look.Tight, kit.Spread(kit.Section("Conventions"), add), rows)
}

// agreementWords are what a line says of an agreement.
func agreementWords(a registry.AgreementRow, today data.Date) (title, detail string) {
	title = "Convention"
	if a.Number != "" {
		title += " n°\u00a0" + a.Number
	}
	var end, held string
	if a.EndsSoon && a.Until >= today {
		end = "fin dans " + fr.Count(a.DaysLeft, "jour", "jours")
	}
	if a.Budgeted > 0 {
		held = fr.Number(a.Held) + " entretiens tenus sur " + fr.Number(a.Budgeted)
	} else if a.Held > 0 {
		held = fr.Count(a.Held, "entretien tenu", "entretiens tenus")
	}
	return title, sentences(fr.Range(a.From, a.Until), fr.Join(end, held))
}

// agreementState is where an agreement stands on a day.
func agreementState(a registry.AgreementRow, today data.Date) string {
	switch {
	case !a.Signed():
		return "À signer"
	case a.Covers(today):
		return "En cours"
	case a.From > today:
		return "À venir"
	}
	return "Terminée"
}

func (p *Page) agreementMenu(a registry.AgreementRow) []kit.MenuItem {
	s, today := catalogue.Subject{Partner: a.PartnerID, Agreement: a.ID}, p.desk.Today()
	month, quarter := s, s
	month.Day = data.NewDate(today.Year(), today.Month(), 1).AddMonths(-1)
	quarter.Day = data.NewDate(today.Year(), (today.Month()-1)/3*3+1, 1).AddMonths(-3)
	items := []kit.MenuItem{
		{Icon: "pencil", Title: "Modifier", Detail: "Parties, durée, tarifs, clauses", Do: func() { p.editAgreement(a.ID) }},
		{Icon: "file-text", Title: "Modifier les clauses", Detail: fr.Count(len(a.Terms.Clauses), "clause", "clauses"), Do: func() { p.editClauses(a.ID) }},
		{Icon: "plus", Title: "Ajouter un avenant", Do: func() { p.addAmendment(a.Agreement) }},
		{Icon: "printer", Title: "Imprimer la convention", Line: true, Do: func() { printing.Show(p.desk, printing.Ask{Hand: s, Key: "convention"}) }},
	}
	for _, x := range a.Amendments {
		amended := s
		amended.Number = x.Number
		name := "l’avenant n°\u00a0" + fr.Number(x.Number)
		items = append(items, kit.MenuItem{Icon: "pencil", Title: "Modifier " + name, Detail: fr.Excerpt(x.Object, 60), Do: func() { p.editAmendment(a.ID, x) }},
			kit.MenuItem{Icon: "printer", Title: "Imprimer " + name, Detail: fr.DateLong(x.On),
				Do: func() { printing.Show(p.desk, printing.Ask{Hand: amended, Key: "avenant"}) }})
	}
	items = append(items,
		kit.MenuItem{Icon: "printer", Title: "Tableau mensuel à remplir", Detail: fr.Capital(fr.MonthYear(month.Day)), Line: true,
			Do: func() {
				printing.Show(p.desk, printing.Ask{Hand: month, Key: "tableau-mensuel", With: []catalogue.Key{catalogue.Blank}})
			}},
		kit.MenuItem{Icon: "printer", Title: "Tableau mensuel rempli", Detail: fr.Capital(fr.MonthYear(month.Day)),
			Do: func() { printing.Show(p.desk, printing.Ask{Hand: month, Key: "tableau-mensuel"}) }},
		kit.MenuItem{Icon: "printer", Title: "État trimestriel", Detail: fr.Capital(fr.Range(quarter.Day, quarter.Day.AddMonths(3).AddDays(-1))),
			Do: func() { printing.Show(p.desk, printing.Ask{Hand: quarter, Key: "etat-trimestriel"}) }})
	remove := kit.MenuItem{Icon: "trash-2", Title: "Supprimer", Detail: "Pour une convention créée par erreur", Line: true, Do: func() { p.removeAgreement(a.ID) }}
	if a.Held > 0 {
		remove.Reason = "Des entretiens y sont comptés"
	}
	return append(items, remove)
}

// removeAgreement takes an agreement out, with a way back.
func (p *Page) removeAgreement(id data.ID[data.Agreement]) {
	t := p.desk.Registry.Agreements
	var gone data.Agreement
	p.desk.Do(func() (err error) {
		gone, err = t.Remove(id)
		return err
	}, func() {
		p.desk.Window.Toast("La convention est supprimée.", func() { p.desk.Do(func() error { return t.Restore(gone) }, nil) })
	})
}

// saveModel makes the terms of an agreement those that the next ones of the team start with.
func (p *Page) saveModel(terms data.AgreementTerms) {
	set := func(terms data.AgreementTerms) error {
		s := p.desk.Registry.Settings()
		s.Agreements = terms
		return p.desk.Registry.SaveSettings(&s)
	}
	before := p.desk.Registry.Settings().Agreements
	terms.Clauses = slices.Clone(terms.Clauses)
	p.desk.Do(func() error { return set(terms) }, func() {
		p.desk.Window.Toast("Les prochaines conventions partiront de ces clauses.", func() { p.desk.Do(func() error { return set(before) }, nil) })
	})
}
