// Package folder is what Mercredi asks of the folders of this PC: to be made and to leave nothing behind when what they
// were made for fails, to take a file whole or not at all, and to be fit for the team's file.
package folder

import (
	"os"
	"path/filepath"
)

// Make makes a folder and those above it, for their owner only. unmake removes those it made and that are still empty;
// it has nothing to do after an error. Errors are those of the system.
func Make(dir string) (unmake func(), err error) {
	var made []string // the deepest first
	for d := filepath.Clean(dir); d != filepath.Dir(d); d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil {
			break
		}
		made = append(made, d)
	}
	unmake = func() {
		for _, d := range made {
			_ = os.Remove(d) // refuses what is not empty, as it should
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		unmake()
		return nil, err
	}
	return unmake, nil
}
