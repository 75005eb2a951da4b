package export

import (
	"io"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// EliminationList writes the « bordereau d'élimination »: the files proposed to be destroyed, by reference, and the
// place where the archives sign before they are.
func EliminationList(w io.Writer, m Meta, v registry.EliminationListView) error {
	return eliminationList(m, v).Write(w)
}

func eliminationList(m Meta, v registry.EliminationListView) *pdf.Document {
	v.Confidential = "Bordereau d’élimination. Il ne nomme aucun enfant. Une fois visé, il se garde sans limite de durée."
	d := m.open(v.Letterhead, pdf.Meta{
		Title: "Bordereau d’élimination", Subject: "Archives publiques", Reference: typo(v.Reference), Landscape: true}, made(v.On))
	d.Title("Bordereau d’élimination", "Dossiers d’accompagnement tenus dans Mercredi, à viser par les archives avant toute destruction")
	d.Facts([]pdf.Fact{
		{Label: "Règle appliquée", Value: fr.Capital(typo(v.Rule))}, {Label: "Dossiers", Value: fr.Number(len(v.Rows))},
		{Label: "Dates extrêmes", Value: extremes(v.Rows)}, {Label: "Établi par", Value: typo(v.By)},
	})
	d.Gap(1)
	d.Paragraph(proposed(v.Rows))
	if len(v.Rows) == 0 {
		return d
	}
	d.Table(eliminationTable(v))
	d.Note("La référence permet à l’équipe de retrouver le dossier\u00a0; elle ne dit rien de l’enfant. Rendre anonyme détruit le nom, " +
		"les dates et les textes, et ne garde que des chiffres.")
	visas(d, len(v.Rows))
	return d
}

// extremes are the first and last years of all the files: "2021-2024".
func extremes(rows []registry.EliminationRow) string {
	var first, last data.Date
	for _, r := range rows {
		if r.First.Valid() && (first == 0 || r.First < first) {
			first = r.First
		}
		last = max(last, r.Last)
	}
	return fr.Range(first, last)
}

// proposed counts the files by fate: "40 dossiers : 32 à effacer, 6 à rendre anonymes, 2 à garder."
func proposed(rows []registry.EliminationRow) string {
	switch len(rows) {
	case 0:
		return "Aucun dossier n’est arrivé au terme de sa conservation\u00a0: il n’y a rien à éliminer à ce jour."
	case 1:
		return "Un dossier, à l’échéance de sa conservation."
	}
	count := map[registry.ProposedFate]int{}
	for _, r := range rows {
		count[known(r.Fate)]++
	}
	var said []string
	add := func(fate registry.ProposedFate, word string) {
		if n := count[fate]; n > 0 {
			said = append(said, fr.Number(n)+"\u00a0"+word)
		}
	}
	add(registry.ProposeErase, "à effacer")
	add(registry.ProposeAnonymise, "à rendre "+fr.Plural(count[registry.ProposeAnonymise], "anonyme", "anonymes"))
	add(registry.ProposeKeep, "à garder")
	add(0, "sans proposition")
	return fr.Count(len(rows), "dossier", "dossiers") + "\u00a0: " + fr.List(said) + "."
}

// known is a fate that this version can name, or none.
func known(f registry.ProposedFate) registry.ProposedFate {
	if f > registry.ProposeKeep {
		return 0
	}
	return f
}

func fateWord(f registry.ProposedFate) string {
	return [...]string{"à décider", "effacer", "rendre anonyme", "garder"}[known(f)]
}

// eliminationTable leaves out the column of rules when the rule of the list is everybody's.
func eliminationTable(v registry.EliminationListView) pdf.Table {
	ruled := slices.ContainsFunc(v.Rows, func(r registry.EliminationRow) bool { return r.Rule != "" && r.Rule != v.Rule })
	t := pdf.Table{Grid: true, Columns: []pdf.Column{{Title: "N°", Align: pdf.Right}, {Title: "Référence"}, {Title: "Nature", Weight: 1},
		{Title: "Premier contact"}, {Title: "Dernier contact"}, {Title: "Sort proposé"}, {Title: "Motif", Weight: 2.6},
		{Title: "Décision des archives", Weight: 1.3}}}
	if ruled {
		t.Columns = slices.Insert(t.Columns, 5, pdf.Column{Title: "Règle", Weight: 1.4})
	}
	for i, r := range v.Rows {
		cells := []string{fr.Number(i + 1), r.Reference, typo(r.Kind), fr.DateDigits(r.First), fr.DateDigits(r.Last), fateWord(r.Fate), typo(r.Reason), ""}
		if ruled {
			rule := r.Rule
			if rule == "" {
				rule = v.Rule
			}
			cells = slices.Insert(cells, 5, typo(rule))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// visas is where each signs, in the order of the way the paper goes. It says how many files are signed for: it may stand
// on a page of its own.
func visas(d *pdf.Document, files int) {
	d.KeepTogether(func() {
		d.Heading("Visas")
		listed := "Ce bordereau porte sur un seul dossier. "
		if files > 1 {
			listed = "Ce bordereau porte sur " + fr.Count(files, "dossier", "dossiers") + ", numérotés de 1 à\u00a0" + fr.Number(files) + ". "
		}
		d.Paragraph(listed + "Rien n’est détruit avant le visa écrit des Archives départementales (code du patrimoine, article L.\u00a0212-2). Le bordereau " +
			"s’envoie en deux exemplaires signés à la main\u00a0; l’un revient à l’équipe.")
		t := pdf.Table{Grid: true, RowHeight: 13, Columns: []pdf.Column{{Title: "Qui"}, {Title: "Avis ou visa", Weight: 2}, {Title: "Date", Weight: 1},
			{Title: "Nom et signature", Weight: 2}}}
		for _, who := range []string{"La direction", "Le délégué à la protection des données", "Les archives de la commune",
			"Les Archives départementales"} {
			t.Rows = append(t.Rows, []string{who})
		}
		d.Table(t)
	})
}
