package registry

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"mercredi/data"
	"mercredi/data/folder"
	"mercredi/data/journal"
	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
)

// RestorePlan says what to restore and where.
type RestorePlan struct {
	Backup string // the file
	Ring   string // the key ring to open it with; "" for the one of the folder
	Dir    string // the team's folder, closed
	Key    Key
}

// RestorePreview is what a backup holds.
type RestorePreview struct {
	File     BackupFile
	Verified bool
	Counts   []Count
	Children int
	// Erased is how many children of the backup were erased since: they do not come back.
	Erased int
	// Lost is how many changes of the present file the restore would take back; -1 when there is no present file, or
	// when it cannot be read.
	Lost int64
}

// beforeName is what the former file is called after a restore. There is one: the next restore replaces it.
const beforeName = "mercredi-avant-restauration.db"

func (p RestorePlan) ring() string {
	if p.Ring != "" {
		return p.Ring
	}
	return filepath.Join(p.Dir, ringName)
}

// open reads the ring and opens it. keep writes the ring of the folder.
func (p RestorePlan) open(world World) (*vault.Keys, error) {
	ring, err := readRingFile(p.ring())
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("%w: %w", ErrNoRing, err)
	}
	if err != nil {
		return nil, err
	}
	target := &place{dir: p.Dir}
	return p.Key.open(ring, vault.Opening{Random: world.Random, Keep: target.keepRing})
}

// PreviewRestore opens a backup and reads all of it, changing nothing.
func PreviewRestore(p RestorePlan, world World) (RestorePreview, error) {
	preview, _, err := previewRestore(p, world)
	if err != nil {
		return preview, fmt.Errorf("looking at a backup: %w", err)
	}
	return preview, nil
}

func previewRestore(p RestorePlan, world World) (RestorePreview, *vault.Keys, error) {
	preview := RestorePreview{Lost: -1}
	if err := bolt.Inspect(p.Backup); err != nil {
		return preview, nil, err
	}
	if file, ok := backupOf(p.Backup); ok {
		preview.File = file
	} else if info, err := os.Stat(p.Backup); err == nil {
		preview.File = BackupFile{Path: p.Backup, At: info.ModTime(), Bytes: info.Size()}
	}
	keys, err := p.open(world)
	if err != nil {
		return preview, nil, err
	}
	if err := checkFile(p.Backup, p.ring(), keys, world); err != nil {
		return preview, nil, err
	}
	preview.Verified = true
	if err := preview.read(p, keys, world); err != nil {
		return preview, nil, err
	}
	return preview, keys, nil
}

// read counts what a verified backup holds.
func (preview *RestorePreview) read(p RestorePlan, keys *vault.Keys, world World) (err error) {
	store, err := bolt.OpenReadOnly(p.Backup)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	sealed, err := vault.Open(store, keys)
	if err != nil {
		return err
	}
	state, _, err := sealed.State()
	if err != nil {
		return err
	}
	preview.File.State = state
	if preview.Erased, err = erasedChildren(sealed); err != nil {
		return err
	}
	r, err := openReading(sealed, world)
	if err != nil {
		return err
	}
	preview.Counts, preview.Children = r.Counts(), len(r.Children.rows)
	if now, ok := presentState(p.Dir, keys); ok {
		preview.Lost = int64(max(now, state) - state)
	}
	return nil
}

// openReading is Open for a store that cannot be written.
func openReading(store kv.Store, world World) (*Registry, error) {
	r, err := bare(store, world)
	if err != nil {
		return nil, err
	}
	return r, r.load()
}

// erasedChildren counts the children of a file whose key was destroyed since.
func erasedChildren(s *vault.Store) (int, error) {
	n := 0
	ids, _ := s.Keys().Erased()
	for _, id := range ids {
		held, err := s.Holds(string(Children), id)
		if err != nil {
			return 0, err
		}
		if held {
			n++
		}
	}
	return n, nil
}

// presentState is the number of the last change of the file in a folder.
func presentState(dir string, keys *vault.Keys) (uint64, bool) {
	store, err := bolt.OpenReadOnly(filepath.Join(dir, fileName))
	if err != nil {
		return 0, false
	}
	defer store.Close()
	sealed, err := vault.Open(store, keys)
	if err != nil {
		return 0, false
	}
	state, _, err := sealed.State()
	return state, err == nil
}

// Restore puts a backup in the place of the team's file: copied into a new file, verified, then swapped. The file that
// was there is kept beside, under the name that is answered ("" when there was none). Children that were erased since
// the backup do not come back. After an error the folder is as it was.
func Restore(p RestorePlan, world World) (kept string, err error) {
	kept, err = restore(p, world)
	if err != nil {
		return "", fmt.Errorf("restoring a backup: %w", err)
	}
	return kept, nil
}

func restore(p RestorePlan, world World) (kept string, err error) {
	if err := folder.Suit(p.Dir); err != nil {
		return "", err
	}
	target := &place{dir: p.Dir}
	if err := target.notHeld(); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	_, keys, err := previewRestore(p, world)
	if err != nil {
		return "", err
	}
	if !keys.Slot().Access.MayGovern() {
		return "", ErrNotAllowed
	}
	if err := p.sameTeam(keys); err != nil {
		return "", err
	}
	unmake, err := folder.Make(p.Dir)
	if err != nil {
		return "", kv.Classify(err)
	}
	fresh := target.file() + ".restauration"
	defer os.Remove(fresh)
	if err := p.copyVerified(fresh, keys, world); err != nil {
		unmake()
		return "", err
	}
	if kept, err = target.swap(fresh, keys); err != nil {
		return "", err
	}
	return kept, target.noteRestore(p, keys, world)
}

// sameTeam refuses to put the file of a team in the folder of another one, or an older ring in the place of a newer.
func (p RestorePlan) sameTeam(keys *vault.Keys) error {
	present, err := readRingFile(filepath.Join(p.Dir, ringName))
	if err != nil {
		return nil // none, or one that nobody can use
	}
	switch {
	case present.VaultID() != keys.VaultID():
		return ErrOtherTeam
	case present.Epoch() > keys.Epoch():
		return fmt.Errorf("the folder has a newer key ring: %w", vault.ErrOldRing)
	}
	return nil
}

// copyVerified copies the backup, whole, and reads the copy before anybody relies on it.
func (p RestorePlan) copyVerified(to string, keys *vault.Keys, world World) error {
	store, err := bolt.OpenReadOnly(p.Backup)
	if err != nil {
		return err
	}
	if err := errors.Join(bolt.Copy(store, to), store.Close()); err != nil {
		return err
	}
	return checkFile(to, p.ring(), keys, world)
}

// swap puts a new file in the place of the present one, which stays beside. The ring comes first: with it alone, the
// old file still opens.
func (p *place) swap(fresh string, keys *vault.Keys) (kept string, err error) {
	b, err := keys.Bytes()
	if err != nil {
		return "", err
	}
	if err := p.keepRing(b); err != nil {
		return "", err
	}
	if _, err := os.Lstat(p.file()); err == nil {
		kept = filepath.Join(p.dir, beforeName)
		if err := copyBeside(p.file(), kept); err != nil {
			return "", err
		}
	}
	return kept, renameDurably(fresh, p.file())
}

// noteRestore opens the restored file, which takes out the children erased since, and says in its journal where it
// comes from.
func (p *place) noteRestore(plan RestorePlan, keys *vault.Keys, world World) error {
	r, err := p.open(keys, world)
	if err != nil {
		return err
	}
	return errors.Join(r.keep(func(tx *Tx) error {
		for _, s := range keys.Slots() { // some may have come since the backup
			key, _ := keys.SignerOf(s.ID)
			tx.signers = append(tx.signers, journal.Signer{Slot: s.ID, Member: s.Member, Name: s.Name, Key: key})
		}
		tx.lines = append(tx.lines, journal.Line{Act: journal.Restored, Count: 1, Detail: filepath.Base(plan.Backup)})
		return nil
	}), r.store.Close())
}

// DrillOutcome is what a restore drill found.
type DrillOutcome struct {
	File    BackupFile
	Records int
}

// Drill opens the newest backup with a paper key, as on a new PC, and compares what it holds with its head. The errors
// are those of TryPaperKey and PreviewRestore, and ErrNoBackupYet.
func (r *Registry) Drill(paperCode string) (DrillOutcome, error) {
	if r.place == nil {
		return DrillOutcome{}, fmt.Errorf("drilling: %w", ErrNoFolder)
	}
	file, err := r.BackupState().newestBackup()
	if err != nil {
		return DrillOutcome{}, fmt.Errorf("drilling: %w", err)
	}
	ring := r.place.ring()
	if carried := filepath.Join(filepath.Dir(file.Path), ringName); exists(carried) {
		ring = carried
	}
	preview, err := PreviewRestore(RestorePlan{Backup: file.Path, Ring: ring, Dir: r.place.dir, Key: Key{Paper: paperCode}}, r.world)
	if err != nil {
		return DrillOutcome{File: file}, err
	}
	out := DrillOutcome{File: preview.File}
	for _, c := range preview.Counts {
		out.Records += c.Records
	}
	today := r.world.Today()
	return out, r.noteSafety(func(s *data.Safety) { s.DrillOn = today },
		journal.Line{Act: journal.Drilled, Count: 1, Detail: filepath.Base(file.Path)})
}

// copyBeside copies a file, whole, in place of whatever has that name.
func copyBeside(from, to string) error {
	return folder.WriteFile(to, func(w io.Writer) error {
		f, err := os.Open(from)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	})
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
