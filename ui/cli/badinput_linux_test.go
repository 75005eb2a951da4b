package cli_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"mercredi/data/vault"
	"mercredi/ui/cli"
)

// said runs a command in this process and answers what it says, on both outputs.
func said(t *testing.T, phrase string, args ...string) (string, int) {
	t.Helper()
	var out bytes.Buffer
	code := cli.Run(args, cli.World{
		Stdin: strings.NewReader(phrase), Stdout: &out, Stderr: &out, Now: clock, Random: rand.Reader,
		Cost: vault.Cost{MemoryKiB: 64, Passes: 1, Lanes: 1},
	})
	return out.String(), code
}

// visit makes a town, and goes on as somebody who has no power over root's files. Whatever is in the folder may be read
// and written then, except in « fermé »; a file of somebody else may not be replaced, as in /tmp.
func visit(t *testing.T, prepare func(root, phrase string)) (root, phrase string) {
	t.Helper()
	root = t.TempDir()
	made, _ := said(t, "", "demo", "--enfants", "10", "--annees", "1", filepath.Join(root, "ville"))
	phrase = phraseLine.FindStringSubmatch(made)[1] + "\n"
	prepare(root, phrase)
	err := os.Chmod(filepath.Dir(root), 0o755)
	err = errors.Join(err, filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		rights := 0o777 | os.ModeSticky
		if filepath.Base(path) == "fermé" {
			rights = 0o555
		}
		return errors.Join(err, os.Chmod(path, rights))
	}))
	if err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread()
	setUser := func(id int) {
		if err := syscall.Setfsuid(id); os.Geteuid() == 0 && err != nil {
			t.Error(err)
		}
	}
	if os.Geteuid() == 0 {
		setUser(65534)
	}
	t.Cleanup(func() {
		setUser(os.Geteuid())
		runtime.UnlockOSThread()
	})
	return root, phrase
}

func printing(root, folder string) []string {
	return []string{
		"bilans", "--tous", "--dossier", filepath.Join(root, "ville"), "--sortie", filepath.Join(root, folder), "--phrase-fichier", "-",
	}
}

// TestPaperThatMayNotBeReplacedIsPrintedUnderAnotherNameThatIsSaid: root's papers are as untouchable here as papers that
// are open on Windows. Their owner may replace them.
func TestPaperThatMayNotBeReplacedIsPrintedUnderAnotherNameThatIsSaid(t *testing.T) {
	root, phrase := visit(t, func(root, phrase string) {
		if out, code := said(t, phrase, printing(root, "papiers")...); code != cli.ExitDone || strings.Contains(out, "ouvert ailleurs") {
			t.Fatalf("exit code %d, %s", code, out)
		}
	})
	out, code := said(t, phrase, printing(root, "papiers")...)
	sentence := regexp.MustCompile(`L’ancien document «\x{a0}(\S+)\.pdf\x{a0}» est ouvert ailleurs\x{a0}: le nouveau est «\x{a0}\S+ \(2\)\.pdf\x{a0}»\.`)
	if code != cli.ExitDone || sentence.MatchString(out) != (os.Geteuid() == 0) {
		t.Errorf("exit code %d, %s", code, out)
	}
	for _, m := range sentence.FindAllStringSubmatch(out, -1) {
		both, err := filepath.Glob(filepath.Join(root, "papiers", "*", m[1]+"*.pdf"))
		if err != nil || len(both) != 2 {
			t.Errorf("%v, %v", both, err)
		}
	}
}

func TestFolderForReadingOnlyTakesNoPaperAndIsSaidSo(t *testing.T) {
	const told = "Il n’est pas permis d’écrire à cet endroit. Choisissez un autre dossier, ou demandez à votre service informatique.\n"
	var papers string
	root, phrase := visit(t, func(root, _ string) {
		papers = filepath.Join(root, "fermé")
		if err := os.Mkdir(papers, 0o700); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(papers, 0o700) }) // for TempDir to remove it
	})
	if out, code := said(t, phrase, printing(root, "fermé")...); code != cli.ExitWrite || out != told {
		t.Errorf("exit code %d, %q", code, out)
	}
	if left, err := os.ReadDir(papers); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
	if out, code := said(t, phrase, "demo", "--enfants", "10", "--annees", "1", filepath.Join(papers, "ville")); code != cli.ExitWrite || out != told {
		t.Errorf("demo: exit code %d, %q", code, out)
	}
}
