package papers

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
)

type system struct{}

// openWithSystem opens a document or a folder with the program for it.
func openWithSystem(ctx context.Context, path string) error {
	return exec.CommandContext(ctx, "open", path).Run()
}

// Printers implements Device.
func (system) Printers(ctx context.Context) []string { return cupsPrinters(ctx) }

// Print implements Device.
func (system) Print(ctx context.Context, j Job) error { return cupsPrint(ctx, j) }

// Write implements Device: the folder is opened beside, to draw the documents into the letter.
func (system) Write(ctx context.Context, l Letter) (attached bool, err error) {
	if len(l.Attached) > 0 {
		if err := exec.CommandContext(ctx, "open", append([]string{"-R"}, l.Attached...)...).Run(); err != nil {
			return false, err
		}
	}
	return false, exec.CommandContext(ctx, "open", l.mailto()).Run()
}

// documents is the person's folder of documents.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "Documents")
}
