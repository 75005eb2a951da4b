//go:build !windows && !darwin

package papers

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

type system struct{}

// openWithSystem opens a document or a folder with the program for it.
func openWithSystem(ctx context.Context, path string) error {
	return exec.CommandContext(ctx, "xdg-open", path).Run()
}

// Printers implements Device.
func (system) Printers(ctx context.Context) []string { return cupsPrinters(ctx) }

// Print implements Device.
func (system) Print(ctx context.Context, j Job) error { return cupsPrint(ctx, j) }

// Write implements Device. Without xdg-email, or with a mail program it cannot speak to, the folder is opened beside.
func (system) Write(ctx context.Context, l Letter) (attached bool, err error) {
	options := []string{"--utf8", "--subject", l.Subject, "--body", l.Body}
	for _, path := range l.Attached {
		options = append(options, "--attach", path)
	}
	if l.To != "" {
		options = append(options, l.To)
	}
	if err := exec.CommandContext(ctx, "xdg-email", options...).Run(); err == nil {
		return true, nil
	}
	if err := openWithSystem(ctx, l.mailto()); err != nil {
		return false, err
	}
	if len(l.Attached) == 0 {
		return false, nil
	}
	return false, openWithSystem(ctx, filepath.Dir(l.Attached[0]))
}

// documents is the person's folder of documents as the desktop names it, in French or not.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return filepath.Join(home, "Documents")
	}
	file, err := os.Open(filepath.Join(config, "user-dirs.dirs"))
	if err != nil {
		return filepath.Join(home, "Documents")
	}
	defer file.Close() // nothing was written
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if value, found := strings.CutPrefix(lines.Text(), "XDG_DOCUMENTS_DIR="); found {
			return strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)
		}
	}
	return filepath.Join(home, "Documents")
}
