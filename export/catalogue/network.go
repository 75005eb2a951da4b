package catalogue

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// network are the papers that go to the structures around the children and come back.
var network = []Document{
	{
		Key: "fiche-liaison", Title: "Fiche de liaison", Purpose: "La demande à une structure, et sa réponse", About: AboutReferral,
		Options:  []Option{{Key: Blank, Label: "Réponse vierge", Detail: "À remplir par la structure"}},
		Subjects: referrals, Make: liaison,
	},
	{
		Key: "convention", Title: "Convention de partenariat", Purpose: "À signer avec une structure", About: AboutAgreement,
		Subjects: agreements, Make: convention,
	},
	{
		Key: "avenant", Title: "Avenant", Purpose: "Ce qui change dans une convention", About: AboutAmendment, Subjects: amendments, Make: amendment,
	},
	{
		Key: "tableau-mensuel", Title: "Tableau mensuel", Purpose: "Les personnes suivies, pour la structure", About: AboutAgreementMonth,
		Options:  []Option{{Key: Blank, Label: "Assiduité vierge", Detail: "À compléter par la structure"}},
		Subjects: months, Make: monthly,
	},
	{
		Key: "etat-trimestriel", Title: "État trimestriel des actes", Purpose: "Pour le règlement", About: AboutAgreementMonth, Subjects: quarters, Make: statement,
	},
	{
		Key: "annuaire", Title: "Annuaire des structures", Purpose: "Le réseau autour de l’enfant", About: AboutTeam,
		Subjects: func(*registry.Registry) []Choice { return []Choice{{Label: "Toutes les structures"}} }, Make: directory,
	},
}

func referrals(r *registry.Registry) []Choice {
	var out []Choice
	for _, x := range r.ReferralRows(data.ID[data.Child]{}) {
		out = append(out, Choice{Subject: Subject{Child: x.ChildID, Referral: x.ID}, Label: fr.FullName(x.Child.First, x.Child.Last),
			Detail: fr.Join(x.Partner, fr.DateLong(x.AskedOn))})
	}
	return out
}

func liaison(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v, ok := r.LiaisonView(s.Referral)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	write := export.LiaisonForm
	if with.Has(Blank) {
		write = export.BlankLiaisonForm
	}
	p := Paper{
		Reference: v.Reference, Named: fr.FullName(v.Child.First, v.Child.Last), Children: []data.ID[data.Child]{v.Referral.ChildID},
		Write: func(w io.Writer) error { return write(w, m, v) },
	}
	if !v.ConsentState.Allows() {
		p.Warnings = append(p.Warnings, "Accord de la famille à recueillir avant d’envoyer cette fiche.")
	}
	return p, nil
}

func agreements(r *registry.Registry) []Choice {
	var out []Choice
	for _, a := range r.AgreementRows(data.ID[data.Partner]{}) {
		out = append(out, agreementChoice(a))
	}
	return out
}

func agreementChoice(a registry.AgreementRow) Choice {
	detail := fr.Capital(fr.Range(a.From, a.Until))
	if a.From.IsZero() {
		detail = "À signer"
	}
	return Choice{Subject: Subject{Partner: a.PartnerID, Agreement: a.ID}, Label: a.Partner, Detail: detail}
}

func convention(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.AgreementView(s.Agreement)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	return Paper{Reference: v.Reference, Named: v.Partner.Name, Write: func(w io.Writer) error { return export.Convention(w, m, v) }}, nil
}

func amendments(r *registry.Registry) []Choice {
	var out []Choice
	for _, a := range r.AgreementRows(data.ID[data.Partner]{}) {
		for _, x := range a.Amendments {
			c := agreementChoice(a)
			c.Number, c.Detail = x.Number, fr.Join("Avenant n°\u00a0"+fr.Number(x.Number), fr.DateLong(x.On))
			out = append(out, c)
		}
	}
	return out
}

func amendment(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.AgreementView(s.Agreement)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	for _, x := range v.Agreement.Amendments {
		if x.Number == s.Number {
			return Paper{Reference: v.Reference + "-" + fr.Number(s.Number), Named: v.Partner.Name,
				Write: func(w io.Writer) error { return export.Amendment(w, m, v, s.Number) }}, nil
		}
	}
	return Paper{}, registry.ErrGone
}

// recent is how many periods of an agreement are offered, the one before today's first: it is the one to send.
const recent = 4

// periods are the latest periods of each agreement that has begun; step is their length in months, name says one.
func periods(r *registry.Registry, step int, name func(first data.Date) string) []Choice {
	var out []Choice
	today := r.Today()
	for i := range recent {
		back := []int{1, 0, 2, 3}[i]
		month := (int(today.Month()) - 1) / step * step
		first := data.NewDate(today.Year(), 1, 1).AddMonths(month - back*step)
		for _, a := range r.AgreementRows(data.ID[data.Partner]{}) {
			if a.From.IsZero() || a.From > first.AddMonths(step).AddDays(-1) || !a.Until.IsZero() && a.Until < first {
				continue
			}
			c := agreementChoice(a)
			c.Day, c.Detail = first, fr.Capital(name(first))
			out = append(out, c)
		}
	}
	return out
}

func months(r *registry.Registry) []Choice { return periods(r, 1, fr.MonthYear) }

func quarters(r *registry.Registry) []Choice {
	return periods(r, 3, func(first data.Date) string { return fr.Range(first, first.AddMonths(3).AddDays(-1)) })
}

func monthly(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v, ok := r.MonthlyView(s.Agreement, s.Day)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	write := export.MonthlyTable
	if with.Has(Blank) {
		write = export.BlankMonthlyTable
	}
	p := Paper{Reference: v.Reference + "-" + v.From.String()[:7], Named: v.Partner.Name, Write: func(w io.Writer) error { return write(w, m, v) }}
	for _, row := range v.Rows {
		if !row.ChildID.IsZero() {
			p.Children = append(p.Children, row.ChildID)
		}
	}
	return p, nil
}

func statement(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.StatementView(s.Agreement, s.Day)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	p := Paper{Reference: v.Reference + "-" + v.From.String()[:7], Named: v.Partner.Name,
		Write: func(w io.Writer) error { return export.QuarterlyStatement(w, m, v) }}
	if v.Unsaid+v.Unpriced > 0 {
		p.Warnings = append(p.Warnings, "Des entretiens ne sont pas comptés\u00a0: il manque leur suite ou leur tarif.")
	}
	return p, nil
}

func directory(r *registry.Registry, m export.Meta, _ Subject, _ With) (Paper, error) {
	v := r.DirectoryView()
	return Paper{Reference: v.On.String(), Write: func(w io.Writer) error { return export.PartnerDirectory(w, m, v) }}, nil
}
