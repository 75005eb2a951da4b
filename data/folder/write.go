package folder

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// WriteFile lets write make the file at path, for its owner only. It is made beside and renamed when it is whole and
// on the disk: after an error, or a power cut, the former file stands as it was and nothing is left beside. A link is
// followed. A folder of that name is fs.ErrExist; the other errors are those of the system, for kv.Classify.
//
// One error comes too late for that: when the disk fails to note the new name, the new file stands at path, whole, and
// nobody knows which of the two a power cut would leave.
func WriteFile(path string, write func(io.Writer) error) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	beside, err := Beside(filepath.Dir(path), write)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer os.Remove(beside) // nothing is left there after the rename
	if err := Rename(beside, path); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}

// Beside lets write make a whole file under a new name in dir, for its owner only, puts it on the disk and answers its
// path. After an error or a panic nothing is left.
func Beside(dir string, write func(io.Writer) error) (path string, err error) {
	file, err := os.CreateTemp(dir, ".mercredi-*.tmp") // created 0600
	if err != nil {
		return "", err
	}
	whole := false
	defer func() { // also when write panics
		if !whole {
			_ = file.Close() // closed already or not, it goes
			_ = os.Remove(file.Name())
		}
	}()
	if err := write(file); err != nil {
		return "", fmt.Errorf("making the file: %w", err)
	}
	if err := file.Sync(); err != nil {
		return "", fmt.Errorf("flushing the file: %w", err)
	}
	if err := file.Close(); err != nil {
		return "", fmt.Errorf("closing the file: %w", err)
	}
	whole = true
	return file.Name(), nil
}

// Rename gives a file another name in its folder, in place of whatever file has it, and puts that on the disk.
func Rename(from, to string) error {
	names, err := openNames(filepath.Dir(to)) // before: a folder that may not be opened must not fail after the rename
	if err != nil {
		return err
	}
	defer names.Close()
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return names.Sync()
}

// Sync puts the names of the files in dir on the disk: of one that is new, renamed or removed. On Windows there is
// nothing to do.
func Sync(dir string) error {
	names, err := openNames(dir)
	if err != nil {
		return err
	}
	defer names.Close()
	return names.Sync()
}
