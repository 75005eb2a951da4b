package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"mercredi/data/fold"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/export"
)

// makePaperKey makes a paper key, says its code, and sets its sheet.
func makePaperKey(w World, l line) error {
	return during(w, l, func(r *registry.Registry) error {
		code, slot, err := r.AddPaperKey(freeLabel(r.Slots()))
		if err != nil {
			return err
		}
		if path := l.values["sortie"]; path != "" {
			view := registry.RecoverySheetView{
				Letterhead: r.Letterhead(), Label: slot.Name, MadeOn: r.Today(), MadeBy: r.Keyholder().Name,
				Groups: strings.FieldsFunc(code, func(c rune) bool { return c == '-' || c == ' ' }),
				Folder: filepath.Base(l.values["dossier"]),
			}
			err := w.document(path, func(out io.Writer) error { return export.RecoverySheet(out, w.meta(), view) })
			if err != nil { // a key that nobody has a sheet of is no use
				_ = r.RemoveSlot(slot.ID)
				return err
			}
		}
		fmt.Fprintf(w.Stdout, "%s\u00a0: %s\n", slot.Name, code)
		fmt.Fprintln(w.Stdout, "Elle n’est gardée nulle part. Recopiez-la, essayez-la avec «\u00a0mercredi cle-papier essayer\u00a0», puis mettez-la sous enveloppe fermée.")
		return nil
	})
}

// freeLabel is the name of the next paper key: « Clé de secours 2 ».
func freeLabel(slots []vault.Slot) string {
	for n := 1; ; n++ {
		label := fmt.Sprintf("Clé de secours\u00a0%d", n)
		if !slices.ContainsFunc(slots, func(s vault.Slot) bool { return s.Paper && fold.Text(s.Name) == fold.Text(label) }) {
			return label
		}
	}
}

func listPaperKeys(w World, l line) error {
	return during(w, l, func(r *registry.Registry) error {
		none := true
		for _, s := range r.Slots() {
			if s.Paper {
				fmt.Fprintf(w.Stdout, "%s, %s\n", s.Name, made(s))
				none = false
			}
		}
		if none {
			fmt.Fprintln(w.Stdout, "Aucune clé de secours. Créez-en une avec «\u00a0mercredi cle-papier\u00a0».")
		}
		return nil
	})
}

// tryPaperKey says whether a code typed back opens the folder.
func tryPaperKey(w World, l line) error {
	return during(w, l, func(r *registry.Registry) error {
		code, err := secret(w, l, "code-fichier", "Clé de secours")
		if err != nil {
			return err
		}
		slot, err := r.TryPaperKey(code)
		if err != nil {
			return err
		}
		fmt.Fprintf(w.Stdout, "Cette clé ouvre le dossier\u00a0: %s.\n", slot.Name)
		return nil
	})
}

func removePaperKey(w World, l line) error {
	name, err := l.need("nom")
	if err != nil {
		return err
	}
	return during(w, l, func(r *registry.Registry) error {
		slots := r.Slots()
		i := slices.IndexFunc(slots, func(s vault.Slot) bool { return s.Paper && fold.Text(s.Name) == fold.Text(name) })
		if i < 0 {
			return unknown("Aucune clé de secours de ce nom. Leur liste\u00a0: «\u00a0mercredi cle-papier liste\u00a0».")
		}
		if err := r.RemoveSlot(slots[i].ID); err != nil {
			return err
		}
		fmt.Fprintf(w.Stdout, "%s n’ouvre plus le dossier. Déchirez sa feuille.\n", slots[i].Name)
		return nil
	})
}
