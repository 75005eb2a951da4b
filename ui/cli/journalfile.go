package cli

import (
	"io"
	"path/filepath"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/sheet"
)

// spread is how an extract is written in a file of that name, nil for a name that says nothing known.
func spread(path string) func(World, *registry.Registry, extract, io.Writer) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return journalSheet
	case ".xlsx":
		return journalBook
	case ".pdf":
		return journalPaper
	}
	return nil
}

func journalSheet(w World, _ *registry.Registry, x extract, out io.Writer) error {
	return sheet.CSV(out, journalList(w, x))
}

func journalBook(w World, _ *registry.Registry, x extract, out io.Writer) error {
	return sheet.XLSX(out, journalList(w, x))
}

func journalList(w World, x extract) sheet.List {
	list := sheet.List{Name: "Journal", On: data.DateOf(w.Now()), Heads: []string{"N°", "Date", "Heure", "Qui", "Action", "Référence", "Détail"}}
	for _, l := range x.lines {
		at := l.At.In(w.Now().Location())
		list.Rows = append(list.Rows, []sheet.Cell{
			sheet.Number(int(l.Number)), sheet.Day(data.DateOf(at)), sheet.Hour(timeOfDay(at)), sheet.Text(l.By),
			sheet.Text(fr.Deed(l.Act, l.Noun, l.Count)), sheet.Text(l.Reference), sheet.Text(l.Detail),
		})
	}
	return list
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
