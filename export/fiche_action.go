package export

import (
	"io"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// FicheAction writes the « fiche action » of a workshop: what it is for, how it runs, what it needs and how it is judged.
// What nobody wrote yet leaves lines to fill in by hand. It names no child.
func FicheAction(w io.Writer, m Meta, v registry.FicheView) error {
	return ficheAction(m, v).Write(w)
}

func ficheAction(m Meta, v registry.FicheView) *pdf.Document {
	v.Confidential = "Fiche d’un atelier. Elle ne nomme aucun enfant."
	name := typo(v.Workshop.Name)
	d := m.open(v.Letterhead, pdf.Meta{Title: "Fiche action, " + name, Subject: name, Reference: v.Workshop.ID.Reference()}, made(v.On))
	d.Title("Fiche action", name)
	d.Facts(ficheFacts(v.Workshop))
	x := v.Workshop.Fiche
	d.Entries(
		ficheEntry("Intitulé", 1, name), ficheEntry("Porteur", 1, x.Carrier), ficheEntry("Public", 1, x.Public),
		ficheEntry("Constats", 3, x.Findings), ficheEntry("Objectifs", 3, x.Objectives), ficheEntry("Description", 4, x.Description),
		ficheEntry("Lieu", 1, x.Venue), ficheEntry("Calendrier", 2, append([]string{x.Calendar}, ficheCycles(v)...)...),
		ficheEntry("Partenaires", 2, x.Partners), ficheEntry("Pilotes", 1, x.Leads), ficheEntry("Intervenants", 1, x.Provider),
		ficheEntry("Moyens humains", 2, x.Staff), ficheEntry("Moyens matériels", 2, x.Equipment),
		ficheEntry("Budget, coûts et recettes", 3, x.Budget),
		ficheEntry("Indicateurs et outils d’évaluation", 3, x.Indicators, ficheRubric(v.Rubric)),
	)
	if themes := ficheThemes(there(v.Workshop.Themes...)); len(themes) > 0 {
		d.Heading("Thèmes des séances")
		d.List(themes)
	}
	return d
}

// ficheFacts are the numbers proposed at the opening of a cycle.
func ficheFacts(w data.Workshop) []pdf.Fact {
	facts := []pdf.Fact{{Label: "Format", Value: fr.Capital(fr.Format(w.Format))}}
	if w.MaxAge > 0 {
		facts = append(facts, pdf.Fact{Label: "Âges", Value: fr.Number(w.MinAge) + " à " + fr.Age(w.MaxAge)})
	}
	if w.MinGrade != 0 || w.MaxGrade != 0 {
		grades := there(fr.Grade(w.MinGrade), fr.Grade(w.MaxGrade))
		if w.MinGrade == w.MaxGrade {
			grades = grades[:1]
		}
		facts = append(facts, pdf.Fact{Label: "Niveaux", Value: strings.Join(grades, " à ")})
	}
	return append(facts,
		pdf.Fact{Label: "Par cycle", Value: commas(fr.Count(w.Groups, "groupe", "groupes"), fr.Count(w.Sessions, "séance", "séances"))},
		pdf.Fact{Label: "Par groupe", Value: fr.Count(w.Capacity, "place", "places")},
		pdf.Fact{Label: "Durée d’une séance", Value: fr.Duration(w.SessionMinutes)})
}

// ficheCycles are the cycles of the school year, a line each.
func ficheCycles(v registry.FicheView) []string {
	var out []string
	for _, c := range v.Cycles {
		line := commas(c.Name, calendar.SchoolYear(c.SchoolYear).String())
		if c.First.Valid() {
			line += "\u00a0: " + fr.Range(c.First, c.Last)
		}
		out = append(out, commas(line, fr.Count(len(c.Groups), "groupe", "groupes")))
	}
	return out
}

// ficheThemes counts together the sessions in a row that have one theme.
func ficheThemes(all []string) []string {
	var out []string
	for i := 0; i < len(all); {
		n := 1
		for i+n < len(all) && all[i+n] == all[i] {
			n++
		}
		line := all[i]
		if n > 1 {
			line += ", " + fr.Count(n, "séance", "séances")
		}
		out = append(out, line)
		i += n
	}
	return out
}

func ficheRubric(name string) string {
	if name = typo(name); name == "" {
		return ""
	}
	return "Grille d’évaluation " + fr.Quote(name)
}

// ficheEntry is a heading of the fiche with its paragraphs, or lines to write on.
func ficheEntry(label string, blank int, texts ...string) pdf.Entry {
	var lines []string
	for _, s := range texts {
		lines = append(lines, there(strings.Split(s, "\n")...)...)
	}
	if len(lines) > 0 {
		blank = 0
	}
	return pdf.Entry{Label: label, Lines: lines, Blank: blank}
}
