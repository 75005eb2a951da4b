package bolt

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"mercredi/data/folder"
	"mercredi/data/kv"
)

// Create makes an empty file and opens it. A path that exists is fs.ErrExist, whatever stands there.
// The file appears under its name only when it is whole and on the disk: bbolt's first pages are its weakest moment.
func Create(path string, opt Options) (kv.Store, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, fmt.Errorf("creating %s: %w", path, fs.ErrExist)
	}
	if err := create(path); err != nil {
		return nil, fmt.Errorf("creating %s: %w", path, kv.Classify(err))
	}
	return Open(path, opt)
}

func create(path string) error {
	beside, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.nouveau") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(beside.Name()) // nothing is left there after the rename
	if err := beside.Close(); err != nil {
		return err
	}
	if err := initialise(beside.Name()); err != nil {
		return err
	}
	return folder.Rename(beside.Name(), path)
}

func initialise(path string) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockWait, FreelistType: bbolt.FreelistMapType})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucket([]byte(markerBucket))
		if err != nil {
			return err
		}
		return b.Put([]byte(markerKey), []byte(markerValue))
	})
	if err != nil {
		_ = db.Close()
		return err
	}
	if err := db.Sync(); err != nil {
		_ = db.Close()
		return err
	}
	return db.Close()
}
