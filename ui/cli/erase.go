package cli

import (
	"fmt"
	"io"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// erase erases a child for ever, or says what would go when --oui is not there.
func erase(w World, l line) error {
	if _, err := l.need("enfant"); err != nil {
		return err
	}
	_, sure := l.values["oui"]
	reason, err := l.need("motif")
	if sure && err != nil {
		return err
	}
	return during(w, l, func(r *registry.Registry) error {
		c, err := childOf(r, l)
		if err != nil {
			return err
		}
		if !sure {
			p, err := r.PreviewErasure(c.ID)
			if err != nil {
				return err
			}
			fmt.Fprintf(w.Stdout, "Le dossier %s serait effacé pour toujours\u00a0:\n", p.Reference)
			tellErased(w, p)
			return unknown("Rien n’a été effacé. Pour effacer, ajoutez «\u00a0--motif M --oui\u00a0».")
		}
		e, err := r.EraseChild(c.ID, reason)
		if err != nil {
			return err
		}
		tellErasure(w, e)
		if path := l.values["attestation"]; path != "" {
			view := certificate(r, e)
			return w.document(path, func(out io.Writer) error { return export.ErasureCertificate(out, w.meta(), view) })
		}
		return nil
	})
}

// tellErased lists what goes.
func tellErased(w World, p registry.ErasurePreview) {
	tellCounts(w, p.Counts)
	if p.Marks > 0 {
		fmt.Fprintf(w.Stdout, "  %s\n", fr.Count(p.Marks, "présence notée", "présences notées"))
	}
	if p.Family {
		fmt.Fprintln(w.Stdout, "  Personne d’autre n’est suivi dans sa famille\u00a0: elle part aussi.")
	}
}

// tellErasure says how an erasure stands.
func tellErasure(w World, e registry.Erasure) {
	fmt.Fprintf(w.Stdout, "Le dossier %s est effacé\u00a0:\n", e.Reference)
	tellErased(w, e.ErasurePreview)
	if e.Complete.IsZero() {
		fmt.Fprintln(w.Stdout, "Il reste à rafraîchir le trousseau de clés sur\u00a0:")
		for _, p := range e.Carriers {
			fmt.Fprintf(w.Stdout, "  %s\n", placeName(p))
		}
		fmt.Fprintln(w.Stdout, "Branchez ces supports, puis lancez «\u00a0mercredi sauvegarder\u00a0».")
	} else {
		fmt.Fprintln(w.Stdout, "Aucune copie connue du trousseau ne l’ouvre plus, même dans une ancienne sauvegarde.")
	}
	fmt.Fprintf(w.Stdout, "La dernière sauvegarde qui en garde la trace illisible aura disparu le %s.\n", fr.DateLong(e.Latest))
}
