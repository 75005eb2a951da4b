//go:build !windows

package bolt

import "os"

// syncFolder puts the name of a new file on the disk.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}
