package safety

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/ui/page"
)

// Print implements page.Printer: what the filters keep, on paper.
func (p *Journal) Print() {
	if len(p.rows) == 0 {
		p.desk.Window.Toast("Il n’y a rien à imprimer\u00a0: aucune entrée ne correspond.", nil)
		return
	}
	r, view, meta := p.desk.Registry, p.paper(), p.desk.Meta()
	p.desk.Papers.Print(page.Paper{
		Name: "Journal " + p.desk.Today().String() + ".pdf", What: "Journal",
		Render: func(w io.Writer) error {
			c, err := r.VerifyJournal()
			return export.JournalPaper(w, meta, checked(view, c, err))
		},
	})
}

// paper is what the filters keep, for paper: by reference, without the name of a child.
func (p *Journal) paper() registry.JournalPaperView {
	v := registry.JournalPaperView{Letterhead: p.desk.Registry.Letterhead(), On: p.desk.Today(), Filter: p.words(),
		From: periods[p.filter.period].from(p.desk.Today()), To: p.desk.Today()}
	for _, e := range p.table.Rows() {
		v.Rows = append(v.Rows, registry.JournalPaperRow{Number: e.number, On: data.DateOf(e.at), At: data.At(e.at.Hour(), e.at.Minute()),
			By: e.who, What: fr.Capital(e.what), Reference: e.reference})
	}
	return v
}

// words says what the filters keep, without the name of a child.
func (p *Journal) words() string {
	var parts []string
	if !p.filter.child.IsZero() {
		parts = append(parts, "dossier "+p.filter.child.Reference())
	}
	parts = append(parts, p.filter.memberName)
	if p.filter.family > 0 {
		parts = append(parts, fr.Lower(families[p.filter.family-1].words))
	}
	return fr.Capital(fr.Join(parts...))
}

// checked writes on the paper what verifying the journal found.
func checked(v registry.JournalPaperView, c registry.JournalCheck, err error) registry.JournalPaperView {
	v.Entries, v.First, v.Head, v.VerifiedOn = c.Entries, c.PrunedUpTo, c.Head, v.On
	if err != nil {
		v.VerifiedOn, v.Fault = 0, brokenWords(err)
	}
	return v
}
