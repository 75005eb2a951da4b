package export

import (
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// referrals are the structures the child or the family was led to, one after the other.
func (p *wholePaper) referrals() {
	for _, x := range p.Referrals {
		partner := x.Partner
		if typo(partner) == "" {
			partner = fr.OtherPerson
		}
		p.lines(commas("Orientation\u00a0: "+typo(partner)), [2]string{"Demande", commas(fr.DateLong(x.AskedOn), by(x.By))}, [2]string{"Pour", whom(x.Whom)},
			[2]string{"État", fr.ReferralState(x.State)}, [2]string{"Adressée à", x.Contact}, [2]string{"Motif", x.Reason},
			[2]string{"Prescription", x.Prescriber}, [2]string{"Envoi", fr.DateLong(x.SentOn)}, [2]string{"Réponse", fr.DateLong(x.AnsweredOn)},
			[2]string{"Premier entretien proposé", fr.DateLong(x.OfferedOn)}, [2]string{"Psychologue", x.Psychologist},
			[2]string{"Texte de la réponse", x.Answer}, [2]string{"Fin", fr.DateLong(x.EndedOn)})
	}
}

// interviews are the interviews under an agreement: their dates and outcomes, never what was said.
func (p *wholePaper) interviews() {
	if len(p.Interviews) == 0 {
		return
	}
	p.d.Heading("Entretiens")
	t := pdf.Table{Columns: []pdf.Column{{Title: "Date"}, {Title: "Structure", Weight: 1.4}, {Title: "Entretien"}, {Title: "Suite"}}}
	for _, x := range p.Interviews {
		partner := typo(x.Partner)
		if partner == "" {
			partner = fr.OtherPerson
		}
		t.Rows = append(t.Rows, []string{fr.DateDigits(x.On), commas(partner, x.Psychologist), fr.InterviewKind(x.Kind), fr.Outcome(x.Outcome)})
	}
	p.d.Table(t)
}

type orientation struct {
	Structure    string `json:"structure,omitempty"`
	Pour         string `json:"pour,omitempty"`
	DemandeeLe   string `json:"demandee_le"`
	EnvoyeeLe    string `json:"envoyee_le,omitempty"`
	Motif        string `json:"motif,omitempty"`
	Etat         string `json:"etat"`
	Prescription string `json:"prescription,omitempty"`
	RepondueLe   string `json:"repondue_le,omitempty"`
	ProposeLe    string `json:"premier_entretien_propose_le,omitempty"`
	Contact      string `json:"adressee_a,omitempty"`
	Psychologue  string `json:"psychologue,omitempty"`
	Reponse      string `json:"reponse,omitempty"`
	FinLe        string `json:"fin_le,omitempty"`
	Role         string `json:"role_de_l_auteur,omitempty"`
}

type entretien struct {
	Structure   string `json:"structure,omitempty"`
	Date        string `json:"date"`
	Genre       string `json:"genre"`
	Suite       string `json:"suite"`
	Psychologue string `json:"psychologue,omitempty"`
}

func orientationsOf(all []registry.WholeReferral) []orientation {
	out := []orientation{}
	for _, x := range all {
		out = append(out, orientation{
			x.Partner, whom(x.Whom), x.AskedOn.String(), x.SentOn.String(), x.Reason, fr.ReferralState(x.State), x.Prescriber,
			x.AnsweredOn.String(), x.OfferedOn.String(), x.Contact, x.Psychologist, x.Answer, x.EndedOn.String(), roleOf(x.By),
		})
	}
	return out
}

func entretiensOf(all []registry.WholeInterview) []entretien {
	out := []entretien{}
	for _, x := range all {
		out = append(out, entretien{x.Partner, x.On.String(), fr.InterviewKind(x.Kind), fr.Outcome(x.Outcome), x.Psychologist})
	}
	return out
}
