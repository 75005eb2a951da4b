package export

import (
	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// priority is that of a request, "" for a usual one.
func priority(p data.Priority) string {
	if p == data.Normal {
		return ""
	}
	return fr.Priority(p)
}

// place is one place of the child, with its sessions.
func (p *wholePaper) place(x registry.WholePlace) {
	p.d.Heading(commas("Atelier\u00a0: "+typo(x.Workshop), fr.Lower(x.Cycle), fr.GroupWord(x.Group)))
	var items []string
	add := func(label, value string) {
		if value = typo(value); value != "" {
			items = append(items, label+"\u00a0: "+value)
		}
	}
	add("Place", commas(placeState(x.State), fr.Range(x.From, x.Until)))
	add("Demandée le", fr.DateLong(x.RequestedOn))
	add("Demandée par", x.AskedBy)
	add("Décidée en commission le", fr.DateLong(x.DecidedOn))
	add("Priorité", priority(x.Priority))
	for _, f := range x.Facilitators {
		name := f.Name
		if name == "" {
			name = fr.OtherPerson
		}
		add(fr.FacilitatorWord(f.Feminine), commas(name, f.Profession))
	}
	add("Départ", x.LeaveReason)
	for _, w := range x.Warnings {
		add("Accepté", fr.Warning(w.Code)+" "+w.Reason)
	}
	p.d.List(items)
	var rows []sessionRow
	for _, s := range x.Sessions {
		rows = append(rows, sessionRow{s.Number, s.Date, s.Theme, attended(s.Cell, p.Child.Sex)})
	}
	sessionTable(p.d, "Présence", rows)
	for _, s := range x.Sessions {
		for _, o := range s.Observations {
			p.d.Subheading(commas("Observation du "+fr.DateLong(s.Date), by(o.By)))
			p.text("", fr.Capital(commas(level("participation", o.Participation), level("humeur", o.Mood))))
			p.text("", o.Text)
		}
	}
}

// level is a level from 1 to 5 in words: "humeur 4 sur 5".
func level(what string, n int) string {
	if n == 0 {
		return ""
	}
	return what + "\u00a0" + fr.Number(n) + " sur 5"
}

func (p *wholePaper) evaluation(x registry.WholeEvaluation) {
	p.d.Heading(commas("Évaluation\u00a0: "+typo(x.Workshop), fr.Moment(x.Moment), "point de vue\u00a0: "+fr.Viewpoint(x.Viewpoint)))
	p.d.Note(commas(fr.DateLong(x.On), x.Rubric, by(x.By)))
	t := pdf.Table{Columns: []pdf.Column{{Title: "Compétence", Weight: 1}, {Title: "Niveau"}}}
	for _, s := range x.Scores {
		label := typo(s.Label)
		if label == "" {
			label = "Critère retiré de la grille"
		}
		t.Rows = append(t.Rows, []string{label, commas(fr.Number(s.Level)+" sur "+fr.Number(s.Levels), s.Word)})
	}
	if len(t.Rows) > 0 {
		p.d.Table(t)
	}
	p.text("Commentaire", x.Comment)
}

func (p *wholePaper) bilan(x registry.WholeBilan) {
	p.d.Heading(commas(fr.Capital(fr.BilanMoment(x.Moment)), x.Workshop, fr.Lower(x.Cycle)))
	p.d.Note(commas(fr.Lower(fr.BilanState(x.State)), fr.DateLong(x.FinalOn), by(x.By)))
	for _, part := range [][2]string{
		{"Demande et contexte", x.Context}, {"Points forts", x.Strengths}, {"Points de vigilance", x.Watch}, {"Parole de l’enfant", x.ChildWords},
		{"Parole de la famille", x.FamilyWords}, {"Parole de l’école", x.SchoolWords}, {"Synthèse", x.Synthesis}, {"Suites", x.Next},
		{"Rencontre avec la famille", fr.DateLong(x.FamilyOn)},
	} {
		p.text(part[0], part[1])
	}
}
