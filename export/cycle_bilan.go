package export

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// CycleBilan writes the bilan of a whole cycle: its groups side by side, what children gained, what is to adjust. It
// names no child.
func CycleBilan(w io.Writer, m Meta, v registry.CycleBilanView) error {
	return cycleBilan(m, v).Write(w)
}

func cycleBilan(m Meta, v registry.CycleBilanView) *pdf.Document {
	v.Confidential = "Bilan d’un cycle. Il ne donne aucun résultat individuel et ne nomme aucun enfant."
	if v.Children == 1 {
		v.Confidential = "Document de l’équipe\u00a0: ce cycle a reçu un seul enfant. Il ne le nomme pas, et ne se diffuse pas."
	}
	line := commas(v.Workshop.Name, fr.Lower(v.Cycle))
	title := "Bilan de cycle"
	if v.Moment == data.MomentMid {
		title = "Bilan à mi-cycle"
	}
	d := m.open(v.Letterhead, pdf.Meta{Title: title + ", " + line, Subject: line, Reference: v.CycleID.Reference()}, made(v.On))
	d.Title(title, commas(line, months(v.First, v.Last)))
	d.Facts([]pdf.Fact{
		{Label: "Groupes", Value: fr.Number(len(v.Groups))}, {Label: "Enfants", Value: fr.Number(v.Children)},
		{Label: "Séances tenues", Value: fr.Number(v.Held)}, {Label: "Séances annulées", Value: fr.Number(v.Off)}, facilitatorFact(v.Facilitators),
	})
	if len(v.Groups) == 0 {
		d.Callout("Ce cycle n’a aucun groupe.")
		return d
	}
	cycleRegularity(d, v)
	cycleGroups(d, v.Groups)
	p := groupPaper{d: d, GroupBilanView: registry.GroupBilanView{Skills: v.Skills, Facilitators: v.Facilitators}}
	p.Bilan.Moment = v.Moment
	p.evolution()
	for i, g := range v.Groups {
		cycleGroup(d, g, groupOf(g, i))
	}
	d.Signatures("Pour l’équipe")
	return d
}

func cycleRegularity(d *pdf.Document, v registry.CycleBilanView) {
	d.Heading("Régularité")
	share, ok := v.Percent()
	if !ok {
		d.Paragraph("Aucune présence n’est encore notée.")
		return
	}
	d.Paragraph(fr.Count(v.Came, "présence", "présences") + " sur " + fr.Number(v.Counted) + " attendues, tous groupes réunis.")
	d.Bars([]pdf.Bar{{Share: float64(v.Came) / float64(v.Counted), Text: fr.Percent(share), Alt: "Régularité du cycle\u00a0: " + fr.Percent(share) + "."}})
}

// cycleGroups sets the groups side by side.
func cycleGroups(d *pdf.Document, groups []registry.GroupBilanView) {
	t := pdf.Table{Columns: []pdf.Column{{Title: "Groupe"}, {Title: "Horaire et lieu", Weight: 1}, {Title: "Enfants", Align: pdf.Right},
		{Title: "Séances tenues", Align: pdf.Right}, {Title: "Régularité", Align: pdf.Right}}}
	for i, g := range groups {
		held, _ := heldAndOff(g.Sessions)
		share := "non saisie"
		if n, ok := g.Percent(); ok {
			share = fr.Percent(n)
		}
		t.Rows = append(t.Rows, []string{groupOf(g, i), heldAt(g.Start, g.LengthMinutes, g.Room, g.Site),
			fr.Number(len(g.Children)), fr.Number(held), share})
	}
	d.Heading("Groupes")
	d.Table(t)
}

// groupOf names a group by its rank when its name would be that of the child it receives.
func groupOf(g registry.GroupBilanView, i int) string {
	if g.Group.Group == "" {
		return "Suivi\u00a0" + fr.Number(i+1)
	}
	return fr.Capital(fr.GroupWord(g.Group.Group))
}

// cycleGroup is what was written of one group, when something was.
func cycleGroup(d *pdf.Document, g registry.GroupBilanView, name string) {
	b := g.Bilan
	parts := []struct{ title, text string }{{"Déroulement", b.Course}, {"Dynamique", b.Dynamics}, {"Ce qui a aidé", b.Works},
		{"Ajustements", b.Adjust}, {"Suites", b.Next}}
	var entries []pdf.Entry
	for _, x := range parts {
		if text := fullStop(typo(x.text)); text != "" {
			entries = append(entries, pdf.Entry{Label: x.title, Lines: []string{text}})
		}
	}
	if len(entries) == 0 {
		return
	}
	d.Heading(name)
	d.Entries(entries...)
}
