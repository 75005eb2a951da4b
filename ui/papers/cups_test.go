//go:build !windows

package papers

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// commands makes programs of these names, that do what their scripts say, the only ones there are.
func commands(t *testing.T, scripts map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+"/usr/bin"+string(os.PathListSeparator)+"/bin")
	return dir
}

func TestPrintersAreThoseOfCupsTheUsualOneFirst(t *testing.T) {
	commands(t, map[string]string{"lp": "", "lpstat": `case "$1" in -e) printf 'Accueil\nBureau\n';; -d) echo 'system default destination: Bureau';; esac`})
	if got := cupsPrinters(context.Background()); !slices.Equal(got, []string{"Bureau", "Accueil"}) {
		t.Errorf("%q", got)
	}
}

func TestJobGoesToThePrinterWithoutAFileNorAName(t *testing.T) {
	dir := commands(t, map[string]string{"lp": `echo "$@" > "$(dirname "$0")/said"; cat > "$(dirname "$0")/got"`})
	err := cupsPrint(context.Background(), Job{PDF: []byte("%PDF"), Printer: "Bureau", Copies: 2, A3: true, Landscape: true})
	said, err1 := os.ReadFile(filepath.Join(dir, "said"))
	got, err2 := os.ReadFile(filepath.Join(dir, "got"))
	if err != nil || err1 != nil || err2 != nil || string(got) != "%PDF" {
		t.Fatalf("%v %v %v, got %q", err, err1, err2, got)
	}
	const want = "-t Mercredi -n 2 -o media=A3 -o sides=two-sided-short-edge -d Bureau -- -"
	if strings.TrimSpace(string(said)) != want {
		t.Errorf("asked %q, want %q", said, want)
	}
}

func TestPrinterThatRefusesSaysWhy(t *testing.T) {
	commands(t, map[string]string{"lp": `echo 'lp: The printer is paused' >&2; exit 1`})
	if err := cupsPrint(context.Background(), Job{PDF: []byte("%PDF")}); err == nil || !strings.Contains(err.Error(), "paused") {
		t.Errorf("%v", err)
	}
}
