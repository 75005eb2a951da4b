package export

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// CommissionMinutes writes the « compte rendu » of a meeting: who was there, what was decided of each situation, and the
// signatures. Children are told by initials or, in anonymous minutes, by the number of the situation and an age band.
func CommissionMinutes(w io.Writer, m Meta, v registry.CommissionView) error {
	return commissionMinutes(m, v).Write(w)
}

func commissionMinutes(m Meta, v registry.CommissionView) *pdf.Document {
	p := openMeeting(m, v, "Compte rendu de la commission (EPS)")
	p.invited(true)
	p.decisions()
	for _, c := range v.Cases {
		p.d.KeepTogether(func() { p.situation(c) })
	}
	part(p.d, "Autres points", v.Meeting.Notes, false)
	p.d.Signatures("La présidence", "Le secrétariat")
	return p.d
}

// decisions is one line a situation: what somebody in a hurry reads.
func (p meetingPaper) decisions() {
	p.d.Heading("Décisions")
	if len(p.Cases) == 0 {
		p.d.Callout("Aucune situation n’a été examinée.")
		return
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "N°", Figures: true}, {Title: "Situation", Weight: 1.3}, {Title: "Décision", Weight: 1}, {Title: "À revoir le"}}}
	for _, c := range p.Cases {
		t.Rows = append(t.Rows, []string{fr.Number(c.Number), p.who(c), decision(c.Decision), fr.DateDigits(c.ReviewOn)})
	}
	p.d.Table(t)
}

// decision is what was decided; a situation whose decision is not entered is not said to be undecided.
func decision(d data.Decision) string {
	if d == data.DecisionPending {
		return "non saisie"
	}
	return fr.Capital(fr.Decision(d))
}

// who is the child as the minutes tell it: "L. K., 8 ans, CE2, école des Tilleuls", or "6 à 10 ans".
func (p meetingPaper) who(c registry.CaseLine) string {
	if p.Anonymous {
		return fr.AgeBand(c.Band)
	}
	age := ""
	if c.Age >= 0 {
		age = fr.Age(c.Age)
	}
	return commas(c.Initials, age, fr.Grade(c.Grade), c.School)
}

// situation is one block: the question, what is known, what was decided and who does what.
func (p meetingPaper) situation(c registry.CaseLine) {
	p.d.Heading(situation(c.Number) + "\u00a0: " + p.who(c))
	var entries []pdf.Entry
	add := func(label, text string) {
		if text = typo(text); text != "" {
			entries = append(entries, pdf.Entry{Label: label, Lines: []string{text}})
		}
	}
	add("Présentée par", c.Presenter)
	add("Question posée", c.Question)
	add("Ce qui est observé", c.Facts)
	add("Ce qui a déjà été fait", c.Tried)
	add("Ce que dit la famille", c.FamilyWords)
	add("Famille prévenue", fr.Capital(saidOnly(c.FamilyTold)))
	if c.Decision == data.DecisionPending {
		entries = append(entries, pdf.Entry{Label: "Décision", Lines: []string{"non saisie"}})
	} else {
		add("Décision", fr.Capital(decided(c.Decision, c.DecisionNote)))
	}
	var who []string
	for _, a := range c.Actions {
		who = append(who, actionLine(a))
	}
	if len(who) > 0 {
		entries = append(entries, pdf.Entry{Label: "Qui fait quoi", Lines: who})
	}
	add("À revoir le", fr.DateLong(c.ReviewOn))
	p.d.Entries(entries...)
}
