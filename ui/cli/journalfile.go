package cli

import (
	"io"
	"path/filepath"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// spread is how an extract is written in a file of that name, nil for a name that says nothing known.
func spread(path string) func(World, *registry.Registry, extract, io.Writer) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return journalSheet
	case ".pdf":
		return journalPaper
	}
	return nil
}

func journalSheet(w World, _ *registry.Registry, x extract, out io.Writer) error {
	rows := [][]string{{"N°", "Date", "Heure", "Qui", "Action", "Référence", "Détail"}}
	for _, l := range x.lines {
		rows = append(rows, row(w, l))
	}
	return export.CSV(out, rows)
}

func journalPaper(w World, r *registry.Registry, x extract, out io.Writer) error {
	chain, err := r.VerifyJournal()
	v := registry.JournalPaperView{
		Letterhead: r.Letterhead(), On: r.Today(), From: x.From, To: x.To, Filter: fr.Capital(strings.Join(x.words, ", ")),
		Entries: chain.Entries, First: chain.PrunedUpTo, Head: chain.Head, VerifiedOn: r.Today(), Fault: fr.Error(err),
	}
	for _, l := range x.lines {
		at := l.At.In(w.Now().Location())
		v.Rows = append(v.Rows, registry.JournalPaperRow{
			Number: l.Number, On: data.DateOf(at), At: timeOfDay(at), By: l.By,
			What: fr.Capital(fr.Deed(l.Act, l.Noun, l.Count)), Reference: l.Reference,
		})
	}
	return export.JournalPaper(out, w.meta(), v)
}
