package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"go.etcd.io/bbolt"

	"mercredi/data/folder"
	"mercredi/data/kv"
)

// batchLength bounds what one transaction of a copy holds in memory, in bytes.
const batchLength = 1 << 20

// recordCost is added to each record of a batch, in bytes: empty ones cost memory too.
const recordCost = 100

// Copy writes one state of an open store of this package to the file at path, while others go on reading and writing.
// It is made of the records alone, so that nothing deleted travels, beside path, and takes its place when it is whole
// and on the disk: after an error the former file stands as it was and nothing is left beside. A file at path that is
// open for writing is kv.ErrHeld. kv.ErrDamaged speaks of the store, never of the copy.
func Copy(from kv.Store, path string) error {
	s, ok := from.(*store)
	if !ok {
		return fmt.Errorf("copying to %s: not a store of this package: %T", path, from)
	}
	err := s.copyTo(path)
	if err != nil {
		return fmt.Errorf("copying %s to %s: %w", s.path, path, kv.Classify(err))
	}
	return nil
}

// Compact writes the closed file at path anew, from its records alone: it takes the room it needs, and nothing deleted
// is left in it. Until the new file is whole and on the disk the former one stands. kv.ErrHeld when somebody has it open.
//
// The former file's place on the disk is free, not wiped: what was in it was sealed.
func Compact(path string) error {
	if err := compact(path); err != nil {
		return fmt.Errorf("compacting %s: %w", path, kv.Classify(err))
	}
	return nil
}

func compact(path string) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	s, err := openOurs(path, false)
	if err != nil {
		return err
	}
	beside, err := s.copyBeside(path)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	defer os.Remove(beside) // nothing is left there after the rename
	if runtime.GOOS == "windows" {
		// An open file cannot be replaced there. Who opens it in between keeps it, and the rename fails.
		return errors.Join(s.Close(), folder.Rename(beside, path))
	}
	// Elsewhere it is replaced while it is held, so that nobody writes to the file that goes (see stillThere).
	return errors.Join(folder.Rename(beside, path), s.Close())
}

func (s *store) copyTo(path string) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if err := checkFree(path); err != nil {
		return err
	}
	beside, err := s.copyBeside(path)
	if err != nil {
		return err
	}
	defer os.Remove(beside) // nothing is left there after the rename
	return folder.Rename(beside, path)
}

// checkFree is kv.ErrHeld when somebody writes to the file at path: replaced under them, it would take their saves
// along.
func checkFree(path string) error {
	there, err := open(path, true)
	if errors.Is(err, kv.ErrHeld) {
		return err
	}
	if err != nil {
		return nil // nothing there, or a file that nobody can have open as a store
	}
	return guard(there.db.Close)
}

// copyBeside makes a whole copy under a new name in the folder of path.
func (s *store) copyBeside(path string) (beside string, err error) {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.nouveau") // 0600
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	if err := file.Close(); err != nil {
		return "", err
	}
	if err := s.fill(file.Name()); err != nil {
		return "", err
	}
	return file.Name(), settle(file.Name())
}

// fill copies every record into the empty file at path.
func (s *store) fill(path string) error {
	target := &copying{}
	err := target.step(func() (err error) {
		target.db, err = bbolt.Open(path, 0o600, &bbolt.Options{
			Timeout: lockWait, FreelistType: bbolt.FreelistMapType, NoStatistics: true,
			NoSync: true, // settle syncs the whole file, before anybody knows it
		})
		return err
	})
	if err != nil {
		return err
	}
	err = s.View(func(t kv.Tx) error {
		buckets, err := t.(*tx).buckets()
		if err != nil {
			return err
		}
		for _, bucket := range buckets {
			if err := copyBucket(target, t, bucket); err != nil {
				return err
			}
		}
		return target.flush()
	})
	return errors.Join(err, target.step(target.db.Close))
}

func copyBucket(target *copying, from kv.Tx, bucket string) error {
	if err := target.begin(bucket); err != nil {
		return err
	}
	return eachRecord(from, bucket, func(key, value []byte) error {
		return target.put(record{bucket: bucket, key: key, value: value})
	})
}

// settle cuts the file at path to the pages it uses and puts it on the disk.
func settle(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	m, err := newestMeta(file)
	if err == nil {
		err = file.Truncate(m.pages * m.pageSize)
	}
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// buckets lists the names of all buckets, the marker's too.
func (t *tx) buckets() (names []string, err error) {
	err = guard(func() error {
		return t.inner.ForEach(func(name []byte, _ *bbolt.Bucket) error {
			names = append(names, string(name))
			return nil
		})
	})
	return names, err
}

// eachRecord visits a bucket as Scan does, and is kv.ErrDamaged where its keys are out of order or lead to no value:
// a copy of it would look sound.
func eachRecord(t kv.Tx, bucket string, visit func(key, value []byte) error) error {
	var last []byte
	return t.Scan(bucket, func(key, value []byte) error {
		if value == nil || last != nil && bytes.Compare(last, key) >= 0 {
			return fmt.Errorf("%w: bucket %q, key %x out of place", kv.ErrDamaged, bucket, key)
		}
		last = key
		return visit(key, value)
	})
}

type record struct {
	bucket     string
	key, value []byte
}

// copying is a new file that records are put into, in batches.
type copying struct {
	db     *bbolt.DB
	batch  []record
	length int // of the batch, in bytes
}

// step runs one step of bbolt on the new file. Its faults are not those of a store that people know.
func (c *copying) step(do func() error) error {
	err := guard(do)
	if errors.Is(err, kv.ErrDamaged) {
		return fmt.Errorf("the new file cannot be read back: %v", err)
	}
	return err
}

// begin makes a bucket, so that an empty one is copied too.
func (c *copying) begin(bucket string) error {
	if err := c.flush(); err != nil {
		return err
	}
	return c.step(func() error {
		return c.db.Update(func(t *bbolt.Tx) error {
			_, err := t.CreateBucketIfNotExists([]byte(bucket))
			return err
		})
	})
}

func (c *copying) put(r record) error {
	c.batch = append(c.batch, r)
	c.length += len(r.key) + len(r.value) + recordCost
	if c.length < batchLength {
		return nil
	}
	return c.flush()
}

func (c *copying) flush() error {
	if len(c.batch) == 0 {
		return nil
	}
	err := c.step(func() error {
		return c.db.Update(func(t *bbolt.Tx) error {
			for _, r := range c.batch {
				b := t.Bucket([]byte(r.bucket))
				b.FillPercent = 0.9 // keys come in order; some room is left for those to come
				if err := b.Put(r.key, r.value); err != nil {
					return err
				}
			}
			return nil
		})
	})
	c.batch, c.length = nil, 0
	return err
}
