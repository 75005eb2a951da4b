package bolt

import (
	"fmt"
	"os"

	"mercredi/data/kv"
)

// Check reads a whole file, which nobody may have open for writing, and is kv.ErrDamaged with what is wrong in it:
// first every page, by our own code, then every key and value, then bbolt's own check, which would not come back from
// what the first looks for. It finds a broken structure; a rotten bit in a value is found by data/vault only.
func Check(path string) error {
	return check(path, (*store).checkPages, (*store).checkRecords, (*store).checkTree)
}

// CheckPages is Check without reading the records: for a caller who reads them all afterwards.
func CheckPages(path string) error { return check(path, (*store).checkPages, (*store).checkTree) }

func check(path string, steps ...func(*store) error) error {
	s, err := openOurs(path, true)
	if err != nil {
		return fmt.Errorf("checking: %w", err)
	}
	defer s.Close()
	for _, step := range steps {
		if err := step(s); err != nil {
			return fmt.Errorf("checking %s: %w", path, kv.Classify(err))
		}
	}
	return nil
}

func (s *store) checkPages() error {
	file, err := os.Open(s.path)
	if err != nil {
		return err
	}
	defer file.Close()
	m, err := newestMeta(file)
	if err != nil {
		return err
	}
	return walkPages(file, m)
}

func (s *store) checkRecords() error {
	return s.View(func(t kv.Tx) error {
		buckets, err := t.(*tx).buckets()
		if err != nil {
			return err
		}
		for _, bucket := range buckets {
			if err := eachRecord(t, bucket, func(_, _ []byte) error { return nil }); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *store) checkTree() error {
	return s.View(func(t kv.Tx) error {
		var first error
		faults := 0
		for err := range t.(*tx).inner.Check() { // to its end: it runs beside, until everything is heard
			if first == nil {
				first = err
			}
			faults++
		}
		if faults > 0 {
			return fmt.Errorf("%w: %d faults, first %v", kv.ErrDamaged, faults, first)
		}
		return nil
	})
}
