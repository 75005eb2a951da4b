package folder_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mercredi/data/folder"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// wantFiles compares a folder with "name=content" for each file, hidden ones included.
func wantFiles(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, e.Name()+"="+string(content))
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

func TestWriteFileReplacesTheFormerFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ring")
	for _, s := range []string{"first", "second"} {
		if err := folder.WriteFile(path, text(s)); err != nil {
			t.Fatal(err)
		}
		wantFiles(t, dir, "ring="+s)
	}
}

func TestWriteFileThatFailsKeepsTheFormerFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ring")
	if err := folder.WriteFile(path, text("old")); err != nil {
		t.Fatal(err)
	}
	no := errors.New("no")
	err := folder.WriteFile(path, func(w io.Writer) error { return errors.Join(text("half")(w), no) })
	if !errors.Is(err, no) {
		t.Errorf("error %v", err)
	}
	wantFiles(t, dir, "ring=old")
}

func TestWriteFileThatPanicsKeepsTheFormerFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ring")
	if err := folder.WriteFile(path, text("old")); err != nil {
		t.Fatal(err)
	}
	func() {
		defer func() { _ = recover() }()
		err := folder.WriteFile(path, func(io.Writer) error { panic("odd") })
		t.Error("no panic came through:", err)
	}()
	wantFiles(t, dir, "ring=old")
}

func TestWriteFileRefusesAFolderOfThatName(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ring")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := folder.WriteFile(path, text("new")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left %v, %v", left, err)
	}
}

func TestWriteFileInAFolderThatIsMissingSaysSo(t *testing.T) {
	err := folder.WriteFile(filepath.Join(t.TempDir(), "nowhere", "ring"), text("new"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}
