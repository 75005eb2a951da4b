package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// backUp writes a verified backup in every place of the team, or in the folder of --vers.
func backUp(w World, l line) error {
	return during(w, l, func(r *registry.Registry) error {
		if dir, one := l.values["vers"]; one {
			file, err := r.BackUpTo(dir)
			if err != nil {
				return fmt.Errorf("backing up: %w", &outputError{err})
			}
			fmt.Fprintf(w.Stdout, "Sauvegarde vérifiée\u00a0: %s (%s)\n", file.Path, size(file.Bytes))
			return nil
		}
		if len(r.Safety().Places) == 0 {
			return usage("Aucun emplacement de sauvegarde n’est choisi pour ce dossier. Choisissez-en dans Mercredi, ou ajoutez «\u00a0--vers DIR\u00a0».")
		}
		outcomes, err := r.BackUp(nil)
		if err != nil {
			return err
		}
		return tellOutcomes(w, outcomes)
	})
}

// tellOutcomes says what became of each place; one that failed makes the whole fail.
func tellOutcomes(w World, outcomes []registry.BackupOutcome) error {
	failed := 0
	for _, o := range outcomes {
		if o.Err != nil {
			failed++
			fmt.Fprintf(w.Stdout, "Sauvegarde manquée\u00a0: %s. %s\n", placeName(o.Place), fr.Error(o.Err))
			continue
		}
		ring := ""
		if o.Place.Ring {
			ring = ", avec le trousseau de clés"
		}
		fmt.Fprintf(w.Stdout, "Sauvegarde vérifiée\u00a0: %s (%s)%s\n", o.File.Path, size(o.File.Bytes), ring)
		if o.Removed > 0 {
			fmt.Fprintf(w.Stdout, "  %s\n", fr.Count(o.Removed, "ancienne sauvegarde retirée", "anciennes sauvegardes retirées"))
		}
	}
	if failed > 0 {
		return &refusal{sentence: fmt.Sprintf("%s sur %s.", fr.Count(failed, "sauvegarde manquée", "sauvegardes manquées"),
			fr.Number(len(outcomes))), code: ExitWrite}
	}
	return nil
}

// placeName is how the team calls a place of backups.
func placeName(p data.BackupPlace) string {
	if p.Label != "" {
		return p.Label
	}
	return filepath.ToSlash(p.Path)
}

// size is a number of bytes in words: "1,2 Mo".
func size(bytes int64) string {
	units := []string{"octets", "ko", "Mo", "Go", "To"}
	n, unit := float64(bytes), 0
	for n >= 1000 && unit < len(units)-1 {
		n, unit = n/1000, unit+1
	}
	digits := fmt.Sprintf("%.1f", n)
	return strings.Replace(strings.TrimSuffix(digits, ".0"), ".", ",", 1) + "\u00a0" + units[unit]
}

// compact rewrites the file without the room that removed records left.
func compact(w World, l line) error {
	return during(w, l, func(r *registry.Registry) error {
		before, after, err := r.Compact()
		if err != nil {
			return err
		}
		fmt.Fprintf(w.Stdout, "Fichier compacté\u00a0: %s, au lieu de %s.\n", size(after), size(before))
		return nil
	})
}
