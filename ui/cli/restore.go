package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"mercredi/data/fr"
	"mercredi/data/registry"
)

// restore shows what a backup holds, then puts it in the place of the team's file.
func restore(w World, l line) error {
	if _, err := l.need("dossier"); err != nil {
		return err
	}
	plan, err := restorePlan(w, l)
	if err != nil {
		return err
	}
	preview, err := registry.PreviewRestore(plan, w.registryWorld())
	if err != nil {
		return err
	}
	if l.values["apercu"] != "" {
		fmt.Fprintln(w.Stdout, "Cette sauvegarde est en ordre. Rien n’a été restauré.")
		tellPreview(w, preview)
		tellLost(w, preview, "seraient perdus")
		return nil
	}
	kept, err := registry.Restore(plan, w.registryWorld())
	if err != nil {
		return err
	}
	fmt.Fprintf(w.Stdout, "La sauvegarde est restaurée dans %s.\n", fr.Quote(plan.Dir))
	tellPreview(w, preview)
	tellLost(w, preview, "sont perdus")
	if kept != "" {
		fmt.Fprintf(w.Stdout, "L’ancien fichier est gardé à côté\u00a0: %s\n", filepath.Base(kept))
	}
	return nil
}

// tellLost says how much of the present file a restore takes back.
func tellLost(w World, p registry.RestorePreview, are string) {
	if p.Lost > 0 {
		fmt.Fprintf(w.Stdout, "  %s de cette sauvegarde au fichier présent %s.\n",
			fr.Count(int(p.Lost), "changement", "changements"), are)
	}
}

// restorePlan reads which backup, with which key ring, where, and what opens it. Without --trousseau the ring is the
// one of the folder.
func restorePlan(w World, l line) (registry.RestorePlan, error) {
	backup, err := l.need("sauvegarde")
	if err != nil {
		return registry.RestorePlan{}, err
	}
	p := registry.RestorePlan{Backup: backup, Ring: l.values["trousseau"], Dir: l.values["dossier"]}
	if p.Ring == "" && p.Dir == "" {
		return p, usage("Il manque l’option «\u00a0--trousseau\u00a0» ou l’option «\u00a0--dossier\u00a0».")
	}
	if info, err := os.Stat(backup); err != nil {
		return p, fmt.Errorf("looking for a backup: %w", err) // before a password is asked in vain
	} else if info.IsDir() {
		return p, unknown("«\u00a0%s\u00a0» est un dossier. Donnez le fichier de la sauvegarde.", backup)
	}
	ring := p.Ring
	if ring == "" {
		ring = p.Dir
	}
	if info, err := os.Stat(ring); err == nil && info.IsDir() {
		ring = registry.RingIn(ring)
		if p.Ring != "" {
			p.Ring = ring
		}
	}
	slots, err := registry.SlotsOf(ring)
	if err != nil {
		return p, err
	}
	p.Key, err = keyOf(w, l, slots)
	return p, err
}
