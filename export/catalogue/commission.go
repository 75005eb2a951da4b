package catalogue

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// commission are the papers of the commission (EPS), from the « saisine » to the minutes.
var commission = []Document{
	{
		Key: "saisine", Title: "Saisine", Purpose: "Une école ou un partenaire signale un enfant, avec sa famille", About: AboutChild,
		Options:  []Option{{Key: Blank, Label: "Vierge", Detail: "À remplir à la main par qui demande"}},
		Subjects: children, Make: intake,
	},
	{
		Key: "convocation-eps", Title: "Convocation à la commission", Purpose: "L’ordre du jour, par numéros et initiales", About: AboutCommission,
		Options: []Option{anonymous}, Subjects: meetings, Make: notice,
	},
	{
		Key: "situation-eps", Title: "Fiche de situation", Purpose: "Préparer l’examen d’un enfant par la commission", About: AboutCase,
		Subjects: situations, Make: caseSheet,
	},
	{
		Key: "compte-rendu-eps", Title: "Compte rendu de la commission", Purpose: "Présences, décisions, qui fait quoi", About: AboutCommission,
		Options: []Option{anonymous}, Subjects: meetings, Make: minutes,
	},
}

var anonymous = Option{Key: Anonymous, Label: "Version anonyme", Detail: "Ni nom, ni initiales, ni école, une tranche d’âge"}

// meetings are those of the commission, the latest first.
func meetings(r *registry.Registry) []Choice {
	var out []Choice
	for _, m := range r.CommissionRows() {
		out = append(out, Choice{Subject: Subject{Commission: m.ID}, Label: "Commission du " + fr.DateLong(m.On),
			Detail: fr.Count(m.Cases, "situation", "situations")})
	}
	return out
}

// situations are those of all the meetings, the latest first.
func situations(r *registry.Registry) []Choice {
	var out []Choice
	for _, m := range r.CommissionRows() {
		for _, c := range r.CommissionAgenda(m.ID) {
			out = append(out, Choice{Subject: Subject{Case: c.ID, Child: c.ChildID, Commission: m.ID}, Label: fr.FullName(c.Child.First, c.Child.Last),
				Detail: "Commission du " + fr.DateLong(m.On)})
		}
	}
	return out
}

func intake(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	if with.Has(Blank) {
		s.Child = data.ID[data.Child]{}
	}
	v, ok := r.IntakeView(s.Child, fr.OtherPerson)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	p := Paper{Reference: v.Reference, Write: func(w io.Writer) error { return export.IntakeForm(w, m, v) }}
	if !v.Blank {
		p.Named, p.Children = fr.FullName(v.Child.First, v.Child.Last), []data.ID[data.Child]{s.Child}
	}
	return p, nil
}

func notice(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	p, v, err := meeting(r, s, with)
	p.Write = func(w io.Writer) error { return export.CommissionNotice(w, m, v) }
	return p, err
}

func minutes(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	p, v, err := meeting(r, s, with)
	p.Write = func(w io.Writer) error { return export.CommissionMinutes(w, m, v) }
	for _, c := range v.Cases {
		if c.Decision == data.DecisionPending {
			p.Warnings = append(p.Warnings, "Des décisions ne sont pas encore saisies.")
			break
		}
	}
	return p, err
}

// meeting is what the papers of a meeting share.
func meeting(r *registry.Registry, s Subject, with With) (Paper, registry.CommissionView, error) {
	v, ok := r.CommissionView(s.Commission, registry.CommissionWords{
		Anonymous: with.Has(Anonymous), Person: fr.OtherPerson, Child: "[enfant]",
	})
	if !ok {
		return Paper{}, v, registry.ErrGone
	}
	p := Paper{Reference: v.Reference, Named: fr.DateLong(v.Meeting.On)}
	for _, c := range v.Cases {
		p.Children = append(p.Children, c.ChildID)
	}
	if v.Anonymous && v.Hidden > 0 {
		p.Warnings = append(p.Warnings, fr.Count(v.Hidden, "nom tapé dans les textes a été remplacé", "noms tapés dans les textes ont été remplacés")+
			". Un surnom, un lien de parenté ne sont pas reconnus\u00a0: relisez avant d’envoyer.")
	}
	return p, v, nil
}

func caseSheet(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.CaseSheetView(s.Case, fr.OtherPerson)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	return Paper{
		Reference: v.Reference, Named: fr.FullName(v.Child.First, v.Child.Last), Children: []data.ID[data.Child]{v.Child.ID},
		Write: func(w io.Writer) error { return export.CaseSheet(w, m, v) },
	}, nil
}
