package registry

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
)

// The errors of backups.
var (
	ErrNotABackup   = errors.New("not a backup of Mercredi")
	ErrOtherTeam    = errors.New("backup or key ring of another team")
	ErrSameFolder   = errors.New("backup place is the team's own folder")
	ErrNoBackupYet  = errors.New("no backup yet")
	ErrDrillCounts  = errors.New("backup holds other counts than it should")
	ErrPlaceMissing = errors.New("backup place is not there")
	ErrNoFolder     = errors.New("file in memory has no folder")
)

// BackupFile is one backup in a place. Its name says when it was made, which change of the file was the last, and the
// head of the journal: what an anchor outside of the file is for.
type BackupFile struct {
	Path    string
	At      time.Time // local time, to the minute
	State   uint64    // number of the file's last change at that time
	Journal string    // first 8 hexadecimal signs of the head of the journal
	Bytes   int64
}

// backupForm is mercredi-2027-01-15-18h05-n1234-a1b2c3d4.db.
var backupForm = regexp.MustCompile(`^mercredi-(\d{4}-\d{2}-\d{2}-\d{2}h\d{2})-n(\d{1,19})-([0-9a-f]{8})\.db$`)

const backupTime = "2006-01-02-15h04"

// ListBackups are the backups in a folder, newest first. Other files are passed over.
func ListBackups(dir string) ([]BackupFile, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("listing the backups: %w", kv.Classify(err))
	}
	var out []BackupFile
	for _, e := range entries {
		if b, ok := backupOf(filepath.Join(dir, e.Name())); ok {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, func(a, b BackupFile) int {
		if c := b.At.Compare(a.At); c != 0 {
			return c
		}
		return cmp.Compare(b.State, a.State) // of the same minute
	})
	return out, nil
}

// backupOf reads what the name of a backup tells, and its size.
func backupOf(path string) (BackupFile, bool) {
	parts := backupForm.FindStringSubmatch(filepath.Base(path))
	info, err := os.Stat(path)
	if parts == nil || err != nil || !info.Mode().IsRegular() {
		return BackupFile{}, false
	}
	at, err := time.ParseInLocation(backupTime, parts[1], time.Local)
	if err != nil {
		return BackupFile{}, false
	}
	state, err := strconv.ParseUint(parts[2], 10, 64)
	return BackupFile{Path: path, At: at, State: state, Journal: parts[3], Bytes: info.Size()}, err == nil
}

// BackupOutcome is what became of one place.
type BackupOutcome struct {
	Place   data.BackupPlace // as it is now
	File    BackupFile
	Removed int   // older backups taken out by the rotation
	Err     error // nil when the backup was written, read again and verified
}

// BackUp writes a verified backup in every place, and the key ring on its carriers. The outcomes come in the order of
// the places; the error is for what concerns them all. hear, which may be nil, is told how many places are done; when
// it answers false the places that remain are left.
func (r *Registry) BackUp(hear func(done, of int) bool) ([]BackupOutcome, error) {
	if r.place == nil {
		return nil, fmt.Errorf("backing up: %w", ErrNoFolder)
	}
	safety := r.Safety()
	var outcomes []BackupOutcome
	for i, p := range safety.Places {
		if hear != nil && !hear(i, len(safety.Places)) {
			break
		}
		outcomes = append(outcomes, r.backUpPlace(p, safety))
	}
	var lines []journal.Line
	for _, o := range outcomes {
		act := journal.BackedUp
		if o.Err != nil {
			act = journal.BackupFailed
		}
		lines = append(lines, journal.Line{Act: act, Count: 1, Detail: placeName(o.Place)})
	}
	if len(outcomes) == 0 {
		return nil, nil
	}
	return outcomes, r.noteSafety(func(s *data.Safety) {
		for i := range s.Places {
			for _, o := range outcomes {
				if s.Places[i].Path == o.Place.Path {
					o.Place.Label, o.Place.Ring = s.Places[i].Label, s.Places[i].Ring
					s.Places[i] = o.Place
				}
			}
		}
	}, lines...)
}

func placeName(p data.BackupPlace) string {
	if p.Label != "" {
		return p.Label
	}
	return p.Path
}

func (r *Registry) backUpPlace(p data.BackupPlace, s data.Safety) (o BackupOutcome) {
	now := data.Instant(r.world.now().Unix())
	o.Place = p
	if o.File, o.Err = r.backUpTo(p.Path); o.Err != nil {
		o.Place.FailedAt = now
		return o
	}
	if p.Ring {
		if o.Err = r.carryRing(p.Path); o.Err != nil {
			o.Place.FailedAt = now
			return o
		}
		o.Place.RingAt = now
	}
	o.Place.DoneAt, o.Place.File, o.Place.FailedAt = now, filepath.Base(o.File.Path), 0
	o.Removed = rotate(p.Path, s, r.VaultID())
	return o
}

// carryRing overwrites the copy of the key ring on one of its carriers.
func (r *Registry) carryRing(dir string) error {
	b, err := r.keys.Bytes()
	if err != nil {
		return err
	}
	return writeRing(filepath.Join(dir, ringName), b)
}

// VaultID names the vault, for nobody but other files of it.
func (r *Registry) VaultID() (id [16]byte) {
	if r.keys != nil {
		id = r.keys.VaultID()
	}
	return id
}

// BackUpTo writes one verified backup in a folder that is not a place.
func (r *Registry) BackUpTo(dir string) (BackupFile, error) {
	if r.place == nil {
		return BackupFile{}, fmt.Errorf("backing up: %w", ErrNoFolder)
	}
	f, err := r.backUpTo(dir)
	act := journal.BackedUp
	if err != nil {
		act = journal.BackupFailed
	}
	return f, errors.Join(err, r.journal(journal.Line{Act: act, Count: 1, Detail: dir}))
}

// backUpTo copies the file beside its final name, reads the copy whole, and only then gives it that name.
func (r *Registry) backUpTo(dir string) (BackupFile, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return BackupFile{}, fmt.Errorf("backing up in %s: %w: %w", dir, ErrPlaceMissing, kv.Classify(err))
	}
	if inside(dir, r.place.dir) {
		return BackupFile{}, fmt.Errorf("backing up in %s: %w", dir, ErrSameFolder)
	}
	unverified := filepath.Join(dir, fmt.Sprintf("mercredi-%d.encours", r.world.now().UnixNano()))
	defer os.Remove(unverified)
	if err := r.copyTo(unverified); err != nil {
		return BackupFile{}, err
	}
	if err := checkFile(unverified, r.place.ring(), r.keys, r.world); err != nil {
		return BackupFile{}, err
	}
	name, err := r.backupName(unverified)
	if err != nil {
		return BackupFile{}, err
	}
	path := filepath.Join(dir, name)
	if err := renameDurably(unverified, path); err != nil {
		return BackupFile{}, err
	}
	f, ok := backupOf(path)
	if !ok {
		return BackupFile{}, fmt.Errorf("looking at %s: %w", path, ErrNotABackup)
	}
	return f, nil
}

// copyTo copies the open file. Nobody compacts it meanwhile; everybody may write.
func (r *Registry) copyTo(path string) error {
	r.moving.RLock()
	defer r.moving.RUnlock()
	return bolt.Copy(r.place.bolt, path)
}

// backupName is the name of a verified copy: when, which change was the last in it, and the head of its journal.
func (r *Registry) backupName(path string) (name string, err error) {
	store, err := bolt.OpenReadOnly(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	sealed, err := vault.Open(store, r.keys)
	if err != nil {
		return "", err
	}
	state, mark, err := sealed.State()
	if err != nil {
		return "", err
	}
	head, err := journal.ReadHead(mark)
	anchor := "00000000"
	if len(head.Hash) >= 4 {
		anchor = hex.EncodeToString(head.Hash[:4])
	}
	at := r.world.now().In(time.Local).Format(backupTime)
	return fmt.Sprintf("mercredi-%s-n%d-%s.db", at, state, anchor), err
}

// inside reports whether a folder is another one or below it.
func inside(dir, above string) bool {
	resolve := func(p string) string {
		if abs, err := filepath.Abs(p); err == nil {
			p = abs
		}
		if real, err := filepath.EvalSymlinks(p); err == nil {
			p = real
		}
		return p
	}
	rel, err := filepath.Rel(resolve(above), resolve(dir))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
