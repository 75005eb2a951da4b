//go:build linux

package ordeal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"mercredi/data"
	"mercredi/data/registry"
)

// backingUp: a save, then a backup in the one place of the team, which carries the key ring too, and so on.
var backingUp = operation{
	name:    "backup",
	watched: 6, faulty: 2,
	prepare: func() error {
		if err := create(); err != nil {
			return err
		}
		return during(func(r *registry.Registry) error {
			s := r.Safety()
			s.Places = []data.BackupPlace{{Path: usb, Ring: true}}
			return errors.Join(r.SaveSafety(&s), backUp(r))
		})
	},
	run: alternating(saveHalf, func(w *writer, _ int) error { return backUp(w.Registry) }),
	read: func(int) (string, error) {
		saved, err := readFolder()
		if err != nil {
			return "", err
		}
		kept, err := readBackup()
		return saved + ", backup of " + kept, err
	},
	at: func(step int) string { return savedAt((step+1)/2) + ", backup of " + savedAt(step/2) },
}

func backUp(r *registry.Registry) error {
	outcomes, err := r.BackUp(nil)
	for _, o := range outcomes {
		err = errors.Join(err, o.Err)
	}
	return err
}

// readBackup restores the newest backup on the stick, with the key ring that is there, as on a new PC.
func readBackup() (string, error) {
	backups, err := registry.ListBackups(usb)
	if err != nil || len(backups) == 0 {
		return "", fmt.Errorf("%d backups, %v", len(backups), err)
	}
	const fresh = "essai"
	if err := os.RemoveAll(fresh); err != nil { // of a judge that was killed here
		return "", err
	}
	plan := registry.RestorePlan{
		Backup: backups[0].Path, Ring: filepath.Join(usb, "mercredi.cles"), Dir: fresh,
		Key: registry.Key{Password: password},
	}
	if _, err := registry.Restore(plan, world()); err != nil {
		return "", err
	}
	r, err := openWith(fresh, plan.Key)
	if err != nil {
		return "", fmt.Errorf("opening what was restored: %v", err)
	}
	k, err := readWhole(r)
	return savedAt(k), errors.Join(err, r.Close(), os.RemoveAll(fresh))
}

// restoring: the backup of save 3 is put in the place of the file, then there is a save, and so on. It begins at save 5.
var restoring = operation{
	name:    "restore",
	watched: 6, faulty: 1,
	prepare: func() error {
		if err := create(); err != nil {
			return err
		}
		return whileWriting(func(w *writer) error {
			for k := range 5 {
				if err := w.save(k + 1); err != nil {
					return err
				}
				if k+1 != 3 {
					continue
				}
				if _, err := w.BackUpTo(usb); err != nil {
					return err
				}
			}
			return nil
		})
	},
	run: func(from, to int, ack func(int)) error {
		for step := from; step <= to; step++ {
			do := func() error { return whileWriting(func(w *writer) error { return w.save(4) }) }
			if step%2 == 1 {
				do = restore
			}
			if err := do(); err != nil {
				return err
			}
			ack(step)
		}
		return nil
	},
	read: func(int) (string, error) { return readFolder() },
	at: func(step int) string {
		switch {
		case step == 0:
			return savedAt(5)
		case step%2 == 1:
			return savedAt(3)
		}
		return savedAt(4)
	},
}

func restore() error {
	backups, err := registry.ListBackups(usb)
	if err != nil || len(backups) != 1 {
		return fmt.Errorf("%d backups, %v", len(backups), err)
	}
	plan := registry.RestorePlan{Backup: backups[0].Path, Dir: team, Key: registry.Key{Password: password}}
	_, err = registry.Restore(plan, world())
	return err
}

// erasing: a child more, then that child erased, and so on.
var erasing = operation{
	name:    "erasure",
	watched: 6, faulty: 2,
	prepare: create,
	run: alternating(
		func(w *writer, _ int) error {
			child := data.Child{FirstName: "Ephemeral", LastName: guest}
			err := w.Update(func(tx *registry.Tx) error {
				if err := registry.Put(tx, w.Children, &child); err != nil {
					return err
				}
				return registry.Put(tx, w.Notes, &data.Note{ChildID: child.ID, On: day, Title: guest})
			})
			w.visitors[child.ID] = true
			return err
		},
		func(w *writer, _ int) error {
			child, ok := w.guest()
			if !ok {
				return errors.New("no child to erase")
			}
			delete(w.visitors, child.ID)
			_, err := w.EraseChild(child.ID, "asked for")
			return err
		}),
	read: func(int) (string, error) {
		r, err := open()
		if err != nil {
			return "", err
		}
		w, k, err := read(r)
		if err != nil {
			return "", errors.Join(err, r.Close())
		}
		guests := 0
		if _, there := w.guest(); there {
			guests = 1
		}
		_, err = r.VerifyJournal()
		return fmt.Sprintf("%s, %d guests", savedAt(k), guests), errors.Join(err, r.Close())
	},
	at: func(step int) string { return fmt.Sprintf("%s, %d guests", savedAt(0), step%2) },
}
