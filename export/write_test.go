package export

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// filesIn lists a directory, hidden files included.
func filesIn(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, ", ")
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestWriteFileReplacesTheOldDocumentAndLeavesNothingElse(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Bilan é.pdf")
	for _, s := range []string{"old", "new"} {
		if name, err := WriteFile(path, text(s)); err != nil || name != path {
			t.Fatal(name, err)
		}
	}
	if content(t, path) != "new" || filesIn(t, dir) != "Bilan é.pdf" {
		t.Errorf("%q in %s", content(t, path), filesIn(t, dir))
	}
	if there, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && there.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", there.Mode(), err)
	}
}

func TestWriteFileThatFailsHalfwayKeepsTheOldDocument(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "bilan.pdf")
	if _, err := WriteFile(path, text("old")); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	_, err := WriteFile(path, func(w io.Writer) error {
		if err := text("half")(w); err != nil {
			return err
		}
		return full
	})
	if !errors.Is(err, full) || content(t, path) != "old" || filesIn(t, dir) != "bilan.pdf" {
		t.Errorf("%v, %q in %s", err, content(t, path), filesIn(t, dir))
	}
}

func TestWriteFileThatPanicsLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	func() {
		defer func() { _ = recover() }()
		_, err := WriteFile(filepath.Join(dir, "bilan.pdf"), func(io.Writer) error { panic("odd sign") })
		t.Error("no panic came through:", err)
	}()
	if filesIn(t, dir) != "" {
		t.Error("left behind:", filesIn(t, dir))
	}
}

func TestWriteFileInAFolderThatIsNotThereFails(t *testing.T) {
	_, err := WriteFile(filepath.Join(t.TempDir(), "absent", "bilan.pdf"), text("x"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestWriteFileRefusesToReplaceAFolder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "bilan.pdf")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteFile(path, text("x")); !errors.Is(err, fs.ErrExist) || filesIn(t, dir) != "bilan.pdf" {
		t.Errorf("%v, left %s", err, filesIn(t, dir))
	}
}

// A read-only folder stops everybody but root, so the folder is a file here: nobody creates anything in it.
func TestWriteFileWhereNothingCanBeCreatedFails(t *testing.T) {
	notFolder := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(notFolder, nil, 0o400); err != nil {
		t.Fatal(err)
	}
	called := false
	_, err := WriteFile(filepath.Join(notFolder, "bilan.pdf"), func(io.Writer) error { called = true; return nil })
	if err == nil || called {
		t.Errorf("error %v, document made: %v", err, called)
	}
}

func TestWriteFileBesideAnOpenDocument(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "bilan.pdf")
	taken := filepath.Join(dir, "bilan (2).pdf")
	for _, p := range []string{path, taken} {
		if _, err := WriteFile(p, text("old")); err != nil {
			t.Fatal(err)
		}
	}
	open := func(from, to string) error { // as Windows answers while a reader shows the file
		if to == path {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: fs.ErrPermission}
		}
		return os.Rename(from, to)
	}
	name, err := writeFile(path, text("new"), open)
	if err != nil || name != filepath.Join(dir, "bilan (3).pdf") || content(t, name) != "new" {
		t.Fatalf("%s, %v", name, err)
	}
	if content(t, path) != "old" || content(t, taken) != "old" || filesIn(t, dir) != "bilan (2).pdf, bilan (3).pdf, bilan.pdf" {
		t.Error(filesIn(t, dir))
	}
}

func TestSafeNameIsReadable(t *testing.T) {
	for title, want := range map[string]string{
		"Bilan de Lila Kerdoun.pdf":       "Bilan de Lila Kerdoun.pdf",
		"E\u0301le\u0300ve n°\u00a03.pdf": "Élève n° 3.pdf",
		"Art-thérapie : groupe 1/2.pdf":   "Art-thérapie - groupe 1-2.pdf",
		`C:\a|b<c>"d"?*.pdf`:              "C--a-bcd.pdf",
		"fin de phrase...":                "fin de phrase",
		"espace .pdf":                     "espace.pdf",
		"nul.pdf":                         "_nul.pdf",
		"COM1":                            "_COM1",
		"con.tar.pdf":                     "_con.tar.pdf",
		"Construire.pdf":                  "Construire.pdf",
		"..":                              "document",
		"":                                "document",
		".pdf":                            "document.pdf",
		"???.pdf":                         "document.pdf",
		"a\x00b\u202egpj.pdf":             "abgpj.pdf",
		"Bilan de M. Duval":               "Bilan de M. Duval",
		strings.Repeat("é", 200) + ".pdf": strings.Repeat("é", 73) + ".pdf",
		"Groupe du mercredi. Suite à donner.pdf": "Groupe du mercredi. Suite à donner.pdf",
	} {
		if got := SafeName(title); got != want {
			t.Errorf("SafeName(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestSafeNameIsAlwaysAName(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		name := SafeName(rapid.String().Draw(t, "title"))
		if name == "" || len(name) > nameBytes+len("_") || !utf8.ValidString(name) || name != filepath.Base(name) ||
			strings.ContainsAny(name, `<>:"/\|?*`) || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
			t.Fatalf("%q", name)
		}
		if again := SafeName(name); again != name {
			t.Fatalf("%q becomes %q", name, again)
		}
		if _, err := WriteFile(filepath.Join(dir, name), text("x")); err != nil {
			t.Fatal(err)
		}
	})
}
