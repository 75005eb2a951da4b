package papers

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"mercredi/data/fr"
	"mercredi/ui/page"
)

// asVisitor gives root's power over files away on this thread until the test ends, and lets the visitor into the
// folder with these rights. Without it the rights of a folder stop nobody in a container.
func asVisitor(t *testing.T, folder string, rights os.FileMode) {
	t.Helper()
	above := filepath.Dir(folder) // of t.TempDir, which makes two
	if err := errors.Join(os.Chmod(filepath.Dir(above), 0o755), os.Chmod(above, 0o755), os.Chmod(folder, rights)); err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread()
	user := os.Geteuid()
	setUser := func(id int) {
		if err := syscall.Setfsuid(id); user == 0 && err != nil {
			t.Error(err)
		}
	}
	if user == 0 {
		setUser(65534)
	}
	t.Cleanup(func() {
		setUser(user)
		runtime.UnlockOSThread()
		if err := os.Chmod(folder, 0o700); err != nil {
			t.Error(err)
		}
	})
}

// TestDocumentThatMayNotBeReplacedGetsAnotherNameAndTheToastSaysIt: in a folder where one replaces only one's own
// files, as in /tmp, root's document is as untouchable as one that is open on Windows. Its owner may replace it.
func TestDocumentThatMayNotBeReplacedGetsAnotherNameAndTheToastSaysIt(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Bilans")
	path := filepath.Join(folder, "Bilan.pdf")
	if err := errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(path, []byte("old"), 0o644)); err != nil {
		t.Fatal(err)
	}
	p := &person{path: path}
	s, _ := open(t, p)
	asVisitor(t, folder, 0o777|os.ModeSticky)
	s.Print(page.Paper{Name: "Bilan.pdf", Render: words("new")})
	other, said, left := path, "«\u00a0Bilan.pdf\u00a0» est enregistré dans Bilans.", []string{"Bilan.pdf"}
	if os.Geteuid() == 0 {
		other = filepath.Join(folder, "Bilan (2).pdf")
		said = "L’ancien document est ouvert ailleurs\u00a0: le nouveau est «\u00a0Bilan (2).pdf\u00a0», dans Bilans."
		left = []string{"Bilan (2).pdf", "Bilan.pdf"}
		if old, err := os.ReadFile(path); err != nil || string(old) != "old" {
			t.Errorf("the old document is %q, %v", old, err)
		}
	}
	if len(p.failures) != 0 || !slices.Equal(p.toasts, []string{said}) || !slices.Equal(names(t, folder), left) {
		t.Fatalf("failures %v, said %q, left %q", p.failures, p.toasts, names(t, folder))
	}
	if p.do(); !slices.Equal(p.opened, []string{other}) {
		t.Errorf("opens %q", p.opened)
	}
}

func TestFolderForReadingOnlyIsSaidInFrench(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Bilans")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	p := &person{path: filepath.Join(folder, "Bilan.pdf")}
	s, canvas := open(t, p)
	asVisitor(t, folder, 0o555)
	const told = "Il n’est pas permis d’écrire à cet endroit. Choisissez un autre dossier, ou demandez à votre service informatique."
	s.Print(page.Paper{Name: "Bilan.pdf", Render: words("%PDF")})
	if len(p.failures) != 1 || fr.Error(p.failures[0]) != told || len(p.toasts) != 0 {
		t.Errorf("failures %v, toasts %q", p.failures, p.toasts)
	}
	p.path = folder
	s.PrintAll("Tous", []page.Paper{{Name: "1.pdf", Render: words("1")}})
	if len(p.failures) != 2 || fr.Error(p.failures[1]) != told || canvas.Overlays().Top() != nil || len(names(t, folder)) != 0 {
		t.Errorf("failures %v, left %q", p.failures, names(t, folder))
	}
}

// TestFullDiskKeepsTheOldDocumentAndSaysWhatToDo: /dev/full is a disk without room; it stands for the writer here.
func TestFullDiskKeepsTheOldDocumentAndSaysWhatToDo(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "Bilan.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := &person{path: path}
	s, _ := open(t, p)
	s.Print(page.Paper{Name: "Bilan.pdf", Render: full})
	if len(p.failures) != 1 || fr.Error(p.failures[0]) != "Le disque est plein. Libérez de la place, puis réessayez." {
		t.Errorf("failures %v", p.failures)
	}
	if old, err := os.ReadFile(path); err != nil || string(old) != "old" || len(names(t, folder)) != 1 {
		t.Errorf("the old document is %q, %v, among %s", old, err, strings.Join(names(t, folder), ", "))
	}
}

// full writes where there is no room left.
func full(io.Writer) error {
	device, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer device.Close()
	return words("%PDF")(device)
}
