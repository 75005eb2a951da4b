package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
)

// everything is enough lines for the largest journal.
const everything = 10_000_000

// readJournal reads the chosen lines, on the terminal or in a file; or verifies the chain; or prunes it.
func readJournal(w World, l line) error {
	verifies, prunes := l.values["verifier"] != "", l.values["elaguer"] != ""
	switch path := l.values["sortie"]; {
	case verifies && prunes:
		return usage("Choisissez «\u00a0--verifier\u00a0» ou «\u00a0--elaguer\u00a0», pas les deux.")
	case path != "" && spread(path) == nil:
		return usage("«\u00a0--sortie\u00a0» attend un fichier en .xlsx, en .csv ou en .pdf.")
	}
	return during(w, l, func(r *registry.Registry) error {
		switch {
		case verifies:
			return verifyJournal(w, r)
		case prunes:
			return pruneJournal(w, r)
		}
		return showJournal(w, l, r)
	})
}

func verifyJournal(w World, r *registry.Registry) error {
	chain, err := r.VerifyJournal()
	if errors.Is(err, journal.ErrBroken) {
		return broken(nil, err)
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(w.Stdout, "Le journal est intact\u00a0: chaque entrée tient à la précédente et porte la signature de son auteur.")
	tellChain(w, chain)
	fmt.Fprintf(w.Stdout, "Empreinte\u00a0: %s\n", chain.Head)
	return nil
}

func pruneJournal(w World, r *registry.Registry) error {
	before := r.Today().AddMonths(-r.Safety().JournalMonths)
	removed, err := r.PruneJournal(before)
	if err != nil {
		return err
	}
	fmt.Fprintf(w.Stdout, "%s d’avant le %s.\n", fr.Count(removed, "entrée retirée", "entrées retirées"), fr.DateLong(before))
	return nil
}

// extract is what was chosen of the journal.
type extract struct {
	registry.JournalFilter
	words []string // the choice, for people
	lines []registry.JournalLine
}

func showJournal(w World, l line, r *registry.Registry) error {
	x, err := choose(r, l)
	if err != nil {
		return err
	}
	if path := l.values["sortie"]; path != "" {
		if err := w.document(path, func(out io.Writer) error { return spread(path)(w, r, x, out) }); err != nil {
			return err
		}
		fmt.Fprintf(w.Stdout, "%s dans %s.\n", fr.Count(len(x.lines), "entrée écrite", "entrées écrites"), fr.Quote(path))
		return r.Printed(journal.Exported, "journal")
	}
	for _, line := range slices.Backward(x.lines) { // the newest last, above the prompt
		fmt.Fprintln(w.Stdout, strings.TrimRight(strings.Join(row(w, line), "  "), " "))
	}
	if len(x.lines) == 0 {
		fmt.Fprintln(w.Stdout, "Aucune entrée ne répond à ce choix.")
	}
	return nil
}

// choose reads the options. The reference of a child who was erased still finds what was done to its file.
func choose(r *registry.Registry, l line) (extract, error) {
	x := extract{JournalFilter: registry.JournalFilter{Most: everything}}
	var err error
	if x.From, err = l.date("du", r.Today()); err != nil {
		return x, err
	}
	if x.To, err = l.date("au", r.Today()); err != nil {
		return x, err
	}
	if name := l.values["par"]; name != "" {
		by := r.Members.All()
		i := slices.IndexFunc(by, func(m data.Member) bool { return fold.Text(m.FullName()) == fold.Text(name) })
		if i < 0 {
			return x, unknown("Personne ne s’appelle «\u00a0%s\u00a0» dans l’équipe.", name)
		}
		x.Member, x.words = by[i].ID, append(x.words, "par "+by[i].FullName())
	}
	reference := strings.ToUpper(strings.TrimSpace(l.values["enfant"]))
	if c, ok := r.ChildReferred(reference); ok {
		x.Child, reference = c.ID, c.ID.Reference()
	}
	if reference != "" {
		x.words = append(x.words, "dossier "+reference)
	}
	x.lines, err = r.Journal(x.JournalFilter)
	if reference != "" {
		x.lines = slices.DeleteFunc(x.lines, func(l registry.JournalLine) bool { return l.Child.IsZero() || l.Reference != reference })
	}
	return x, err
}

// row is a line in words. It names no child.
func row(w World, l registry.JournalLine) []string {
	at := l.At.In(w.Now().Location())
	return []string{
		strconv.FormatUint(l.Number, 10), fr.DateDigits(data.DateOf(at)), fr.Time(timeOfDay(at)), l.By,
		fr.Deed(l.Act, l.Noun, l.Count), l.Reference, l.Detail,
	}
}

func timeOfDay(t time.Time) data.TimeOfDay { return data.At(t.Hour(), t.Minute()) }
