//go:build !windows

package folder

import (
	"errors"
	"os"
	"syscall"
)

// names is an open folder, whose names of files can be put on the disk.
type names struct{ *os.File }

func openNames(dir string) (names, error) {
	file, err := os.Open(dir)
	return names{file}, err
}

// Sync does what the disk can: some shares and USB sticks, good enough for a backup, know no such order.
func (n names) Sync() error {
	err := n.File.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}
