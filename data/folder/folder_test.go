package folder_test

import (
	"os"
	"path/filepath"
	"testing"

	"mercredi/data/folder"
)

func stands(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestUnmakeTakesAwayOnlyWhatWasMadeAndIsEmpty(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b", "c")
	unmake, err := folder.Make(deep)
	if err != nil || !stands(deep) {
		t.Fatalf("made %v, %v", stands(deep), err)
	}
	kept := filepath.Join(root, "a", "kept")
	if err := os.WriteFile(kept, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	unmake()
	if stands(filepath.Join(root, "a", "b")) || !stands(kept) {
		t.Errorf("the empty folder stands %v, what was kept stands %v", stands(filepath.Join(root, "a", "b")), stands(kept))
	}
}

func TestFolderThatWasThereStays(t *testing.T) {
	root := t.TempDir()
	unmake, err := folder.Make(root)
	if err != nil {
		t.Fatal(err)
	}
	unmake()
	if !stands(root) {
		t.Error("the folder is gone")
	}
}

func TestFolderThatCannotBeMadeLeavesNothing(t *testing.T) {
	root := t.TempDir()
	file := filepath.Join(root, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Make(filepath.Join(file, "under")); err == nil {
		t.Fatal("a folder was made under a file")
	}
	if !stands(file) {
		t.Error("the file is gone")
	}
}
