package registry

import (
	"errors"
	"os"
	"slices"
	"time"

	"mercredi/data"
	"mercredi/data/folder"
	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
)

// rotate takes out of a place the backups of this vault that the rotation no longer keeps, and answers how many went.
// One that cannot be removed stays for the next time.
func rotate(dir string, s data.Safety, vaultID [16]byte) (removed int) {
	files, err := ListBackups(dir)
	if err != nil {
		return 0
	}
	files = slices.DeleteFunc(files, func(f BackupFile) bool { return !ofVault(f.Path, vaultID) })
	for _, f := range outdated(files, s) {
		if os.Remove(f.Path) == nil {
			removed++
		}
	}
	return removed
}

// ofVault tells the backups of this team from those of another one in the same folder.
func ofVault(path string, id [16]byte) bool {
	store, err := bolt.OpenReadOnly(path)
	if err != nil {
		return false
	}
	_, of, err := vault.Format(store)
	return errors.Join(err, store.Close()) == nil && of == id
}

// outdated are the backups that the rotation no longer keeps: the last of each of the newest days, weeks and months
// with a backup stays, Daily, Weekly and Monthly of them.
func outdated(newestFirst []BackupFile, s data.Safety) []BackupFile {
	keep := map[string]bool{}
	for _, period := range []struct {
		most int
		of   func(time.Time) [2]int
	}{
		{s.Daily, func(t time.Time) [2]int { return [2]int{t.Year(), t.YearDay()} }},
		{s.Weekly, func(t time.Time) [2]int { year, week := t.ISOWeek(); return [2]int{year, week} }},
		{s.Monthly, func(t time.Time) [2]int { return [2]int{t.Year(), int(t.Month())} }},
	} {
		seen := map[[2]int]bool{}
		for _, f := range newestFirst {
			if k := period.of(f.At); !seen[k] && len(seen) < period.most {
				seen[k], keep[f.Path] = true, true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(newestFirst), func(f BackupFile) bool { return keep[f.Path] })
}

// renameDurably gives a file its name, on the disk.
func renameDurably(from, to string) error { return kv.Classify(folder.Rename(from, to)) }
