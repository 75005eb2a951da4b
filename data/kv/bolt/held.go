package bolt

import (
	"fmt"
	"os"

	"mercredi/data/kv"
)

// Held answers kv.ErrHeld when another instance has the file open, without reading it. It only asks: between the answer
// and an opening somebody else may come.
func Held(path string) error {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return kv.Classify(err) // a pipe would wait for its writer for ever; Inspect says what it is
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("looking whether %s is held: %w", path, kv.Classify(err))
	}
	defer file.Close()
	free, err := tryLock(file)
	if err != nil {
		return fmt.Errorf("looking whether %s is held: %w", path, kv.Classify(err))
	}
	if !free {
		return fmt.Errorf("looking at %s: %w", path, kv.ErrHeld)
	}
	return nil
}

// Inspect reads what bbolt believes blindly, before it does: kv.ErrNotOurs for another kind of file, kv.ErrDamaged for
// one that is cut or whose beginning is broken.
func Inspect(path string) error {
	if err := inspect(path); err != nil {
		return fmt.Errorf("inspecting %s: %w", path, kv.Classify(err))
	}
	return nil
}
