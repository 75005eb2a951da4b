//go:build ci

package ui

import (
	"fmt"
	"os"
	"path/filepath"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/page"
)

// keepBackups gives the town two places: one with its backups, and a stick that has not been seen for a month.
func keepBackups(r *registry.Registry, dir string) error {
	disk := filepath.Join(dir, "Disque")
	if err := os.MkdirAll(disk, 0o755); err != nil {
		return fmt.Errorf("making a place for backups: %w", err)
	}
	for i := range 9 {
		name := fmt.Sprintf("mercredi-%v-18h05-n%d-a1b2c3d4.db", captureDay.AddDays(-1-i), 1234-57*i)
		if err := os.WriteFile(filepath.Join(disk, name), make([]byte, 940_000-3000*i), 0o600); err != nil {
			return fmt.Errorf("keeping a backup: %w", err)
		}
	}
	ago := func(days int) data.Instant {
		return data.Instant(captureDay.AddDays(-days).Time().Unix() + 18*60*60 + 5*60)
	}
	s := r.Safety()
	s.Places = []data.BackupPlace{
		{Path: disk, Label: "Disque du service", DoneAt: ago(1)},
		{Path: filepath.Join(dir, "Volumes", "CLE-ROUGE", "Sauvegardes du programme de réussite éducative"), Label: "Clé USB rouge, armoire du bureau de la coordination",
			Ring: true, DoneAt: ago(34), RingAt: ago(34)},
	}
	s.DrillOn = captureDay.AddDays(-12)
	return r.SaveSafety(&s)
}

// safetyScreens are the pages of « Sécurité ».
func safetyScreens(lila data.ID[data.Child]) []screen {
	backups, journal := page.Route{Page: page.Backups}, page.Route{Page: page.Journal}
	return []screen{
		{name: "sauvegardes", route: backups},
		{name: "sauvegardes-liste", route: backups, taps: []string{"Voir les sauvegardes"}},
		{name: "sauvegardes-emplacement", route: backups, taps: []string{"Modifier «\u00a0Disque du service\u00a0»"}},
		{name: "sauvegardes-retirer", route: backups, taps: []string{
			"Modifier «\u00a0Clé USB rouge, armoire du bureau de la coordination\u00a0»", "Retirer cet emplacement"}},
		{name: "sauvegardes-nombres", route: backups, taps: []string{"Modifier"}},
		{name: "sauvegardes-restaurer", route: backups, taps: []string{"Restaurer une sauvegarde"}},
		{name: "journal", route: journal},
		{name: "journal-enfant", route: page.Route{Page: page.Journal, Child: lila}},
		{name: "journal-filtre", route: journal, taps: []string{"Action"}},
		{name: "journal-verifier", route: journal, taps: []string{"Vérifier"}},
		{name: "journal-elaguer", route: journal, taps: []string{"Élaguer"}},
	}
}
