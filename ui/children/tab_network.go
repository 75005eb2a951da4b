package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/printing"
)

// networkTab is the structures the child was led to, and the interviews that are counted.
func (p *File) networkTab() fyne.CanvasObject {
	r := p.desk.Registry
	referrals, interviews := r.ReferralRows(p.id), r.InterviewRows(p.id)
	refer := kit.NewSmall("Ajouter une orientation", "plus", kit.Secondary, p.addReferral)
	meet := kit.NewSmall("Ajouter un entretien", "plus", kit.Secondary, p.addInterview)
	if !p.mayInterview() {
		meet.SetReason("Aucune convention n’est signée avec une structure")
	}
	return kit.VBox(look.Cards, kit.Card("Orientations", nil, p.referralRows(referrals), refer),
		kit.Card("Entretiens par convention", nil, p.interviewRows(interviews), meet))
}

func (p *File) referralRows(all []registry.ReferralRow) fyne.CanvasObject {
	if len(all) == 0 {
		return kit.Paragraph("Aucune orientation pour l’instant. La fiche de liaison s’imprime d’ici.", look.Detail)
	}
	rows := kit.VBox(0)
	for i, x := range all {
		detail := referralDetail(x)
		rows.Add(kit.EventRow(kit.Event{
			When: fr.DateShort(x.AskedOn), Icon: "signpost", Title: x.Partner, Detail: detail, First: i == 0,
			Action: kit.HBox(look.Tight, kit.NewSmall("Modifier", "pencil", kit.Secondary, func() { p.editReferral(x.ID) }),
				kit.NewMenuButton("Fiche de liaison", "printer", func() []kit.MenuItem { return p.liaisonMenu(x) })),
		}))
	}
	return rows
}

// referralDetail is the line under a structure: where the referral stands, and what the family has not signed.
func referralDetail(x registry.ReferralRow) string {
	said := fr.Capital(fr.ReferralState(x.State))
	if x.OfferedOn.Valid() {
		said = fr.Join(said, "premier entretien proposé le "+fr.DateLong(x.OfferedOn))
	}
	if !x.Consent.Allows() && x.Open() {
		said += ". Accord de la famille à recueillir"
	}
	return said
}

func (p *File) liaisonMenu(x registry.ReferralRow) []kit.MenuItem {
	s := catalogue.Subject{Child: p.id, Referral: x.ID}
	filled := kit.MenuItem{Icon: "printer", Title: "Avec la réponse", Do: func() { printing.Show(p.desk, printing.Ask{Hand: s, Key: "fiche-liaison"}) }}
	if x.AnsweredOn.IsZero() {
		filled.Reason = "Aucune réponse n’est saisie"
	}
	return []kit.MenuItem{
		{Icon: "printer", Title: "Réponse à remplir", Detail: "À envoyer à la structure", Do: func() {
			printing.Show(p.desk, printing.Ask{Hand: s, Key: "fiche-liaison", With: []catalogue.Key{catalogue.Blank}})
		}},
		filled,
	}
}

func (p *File) interviewRows(all []registry.InterviewRow) fyne.CanvasObject {
	if len(all) == 0 {
		return kit.Paragraph("Aucun entretien pour l’instant.", look.Detail)
	}
	rows := kit.VBox(0)
	counted := map[data.ID[data.Agreement]]bool{}
	for _, x := range all {
		if counted[x.AgreementID] {
			continue
		}
		counted[x.AgreementID] = true
		rows.Add(kit.Paragraph(countWords(x.Partner, p.desk.Registry.InterviewsHeld(p.id, x.AgreementID)), look.Body))
	}
	for _, x := range all {
		rows.Add(kit.EventRow(kit.Event{
			When: fr.DateShort(x.On), Icon: "messages-square", Title: x.Partner, Detail: interviewDetail(x),
			Do: func() { p.editInterview(x.ID) },
		}))
	}
	return rows
}

// interviewDetail is « Individuel, tenu, Anne Roche ».
func interviewDetail(x registry.InterviewRow) string {
	alone := ""
	if x.ChildID.IsZero() {
		alone = "avec la famille, sans nommer un enfant"
	}
	return fr.Join(fr.Capital(fr.InterviewKind(x.Kind)), fr.Outcome(x.Outcome), x.Psychologist, alone)
}

// countWords is « CMP enfants : 3 entretiens tenus sur 20, encore 17. »
func countWords(partner string, n registry.InterviewCount) string {
	said := partner + "\u00a0: " + fr.Count(n.Held, "entretien tenu", "entretiens tenus")
	switch {
	case n.Most == 0:
	case n.Held >= n.Most:
		said += " sur " + fr.Number(n.Most) + ", limite atteinte\u00a0: autre financement à prévoir"
	default:
		said += " sur " + fr.Number(n.Most) + ", encore " + fr.Number(n.Most-n.Held)
	}
	return said + "."
}
