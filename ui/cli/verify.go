package cli

import (
	"errors"
	"fmt"
	"path/filepath"

	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
)

// verify opens a folder or a backup, reads everything, and says what it holds and what does not hold together.
func verify(w World, l line) error {
	if _, backup := l.values["sauvegarde"]; backup {
		return verifyBackup(w, l)
	}
	return during(w, l, func(r *registry.Registry) error { return verifyFolder(w, r) })
}

func verifyFolder(w World, r *registry.Registry) error {
	// Opening it was reading every page and every seal, and comparing the sum of all records with the one that is kept.
	dangling := r.CheckReferences()
	chain, err := r.VerifyJournal()
	if err != nil && !errors.Is(err, journal.ErrBroken) {
		return err
	}
	if err != nil || len(dangling) > 0 {
		return broken(dangling, err)
	}
	counts := r.Counts()
	fmt.Fprintf(w.Stdout, "Tout est en ordre\u00a0: %s.\n", fr.Count(total(counts), "enregistrement lu et déchiffré", "enregistrements lus et déchiffrés"))
	tellCounts(w, counts)
	fmt.Fprintln(w.Stdout, "Liens entre fiches\u00a0: tous mènent à une fiche.")
	tellChain(w, chain)
	if number, head := r.State(); number > 0 {
		fmt.Fprintf(w.Stdout, "État n°\u00a0%s, empreinte du journal %s.\n", fr.Number(int(number)), short(head))
	}
	return nil
}

func total(counts []registry.Count) int {
	n := 0
	for _, c := range counts {
		n += c.Records
	}
	return n
}

func tellCounts(w World, counts []registry.Count) {
	for _, c := range counts {
		if c.Records > 0 {
			fmt.Fprintf(w.Stdout, "  %s\n", fr.Records(c))
		}
	}
}

func tellChain(w World, c registry.JournalCheck) {
	if c.Entries == 0 {
		fmt.Fprintln(w.Stdout, "Journal\u00a0: vide.")
		return
	}
	fmt.Fprintf(w.Stdout, "Journal\u00a0: %s, du %s au %s.\n",
		fr.Count(c.Entries, "entrée vérifiée", "entrées vérifiées"), fr.When(c.First), fr.When(c.Last))
	if c.PrunedUpTo > 0 {
		fmt.Fprintf(w.Stdout, "  Les entrées d’avant le n°\u00a0%s ont été retirées, leur trace est signée.\n", fr.Number(int(c.PrunedUpTo)))
	}
}

// short is the beginning of a fingerprint, as papers print it.
func short(head string) string { return head[:min(8, len(head))] }

// mostDangling is how many references are listed.
const mostDangling = 20

// broken says what does not hold together.
func broken(dangling []registry.Dangling, chain error) error {
	text := ""
	if chain != nil {
		text = fr.Error(chain)
	}
	if len(dangling) > 0 {
		if text != "" {
			text += "\n"
		}
		text += fmt.Sprintf("%s vers une fiche qui n’existe pas. Gardez ce dossier de côté, et comparez avec la dernière sauvegarde\u00a0:",
			fr.Count(len(dangling), "lien mène", "liens mènent"))
	}
	for _, d := range dangling[:min(len(dangling), mostDangling)] {
		text += fmt.Sprintf("\n  %s %s\u00a0: %s (%s)", fr.Noun(d.Noun), d.Reference, fr.Noun(d.Missing), d.Field)
	}
	if more := len(dangling) - mostDangling; more > 0 {
		text += "\n  et " + fr.Count(more, "autre", "autres")
	}
	return &refusal{text, ExitBroken, chain}
}

// verifyBackup reads the whole of a backup, changing nothing.
func verifyBackup(w World, l line) error {
	plan, err := restorePlan(w, l)
	if err != nil {
		return err
	}
	preview, err := registry.PreviewRestore(plan, w.registryWorld())
	if err != nil {
		return err
	}
	fmt.Fprintf(w.Stdout, "Cette sauvegarde est en ordre\u00a0: %s.\n",
		fr.Count(total(preview.Counts), "enregistrement lu et déchiffré", "enregistrements lus et déchiffrés"))
	tellPreview(w, preview)
	return nil
}

func tellPreview(w World, p registry.RestorePreview) {
	fmt.Fprintf(w.Stdout, "  %s, %s, du %s, état n°\u00a0%s\n",
		filepath.Base(p.File.Path), size(p.File.Bytes), fr.When(p.File.At), fr.Number(int(p.File.State)))
	tellCounts(w, p.Counts)
	if p.Erased > 0 {
		fmt.Fprintf(w.Stdout, "  Effacés depuis, ils ne reviennent pas\u00a0: %s.\n", fr.Count(p.Erased, "enfant", "enfants"))
	}
}
