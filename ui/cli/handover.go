package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/export"
)

// handOver writes all that is kept about a child, for the family. What is about other people is masked, the adult who
// asks excepted.
func handOver(w World, l line) error {
	if _, err := l.need("enfant"); err != nil {
		return err
	}
	dir, err := l.need("sortie")
	if err != nil {
		return err
	}
	return during(w, l, func(r *registry.Registry) error {
		c, err := childOf(r, l)
		if err != nil {
			return err
		}
		o := registry.WholeFileOptions{Mask: fr.OtherPerson}
		if o.Asks, err = asking(r, l, c); err != nil {
			return err
		}
		v, err := r.WholeFile(c.ID, o)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return fmt.Errorf("making a folder for a whole file: %w", &outputError{err})
		}
		base := filepath.Join(dir, "dossier-"+v.Reference)
		err = errors.Join(
			w.document(base+".pdf", func(out io.Writer) error { return export.WholeFile(out, w.meta(), v) }),
			w.document(base+".json", func(out io.Writer) error { return export.WholeFileJSON(out, v) }),
		)
		if err := errors.Join(err, r.Printed(journal.HandedOver, "dossier entier", c.ID)); err != nil {
			return err
		}
		fmt.Fprintf(w.Stdout, "Le dossier %s est dans %s, en PDF et en JSON.\n", v.Reference, fr.Quote(dir))
		fmt.Fprintf(w.Stdout, "Relisez-le avant de le remettre\u00a0: %s.\n", fr.Count(len(v.Mentions), "nom d’une autre personne y est masqué",
			"noms d’autres personnes y sont masqués"))
		if v.ClosedNotes > 0 {
			fmt.Fprintf(w.Stdout, "%s n’y sont pas\u00a0: elles s’ouvrent avec la clé de leur auteur.\n", fr.Count(v.ClosedNotes, "note privée", "notes privées"))
		}
		return nil
	})
}

// asking is the rank in the family of the adult who asks, -1 for nobody.
func asking(r *registry.Registry, l line, c data.Child) (int, error) {
	name, ok := l.values["demandeur"]
	if !ok {
		return -1, nil
	}
	family, _ := r.Families.Get(c.FamilyID)
	i := slices.IndexFunc(family.Guardians, func(g data.Guardian) bool { return fold.Text(g.FullName()) == fold.Text(name) })
	if i < 0 {
		return 0, unknown("Aucun adulte de la famille ne s’appelle «\u00a0%s\u00a0».", name)
	}
	return i, nil
}
