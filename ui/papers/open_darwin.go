package papers

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
)

func openWithSystem(ctx context.Context, path string) error {
	return exec.CommandContext(ctx, "open", path).Run()
}

// documents is the person's folder of documents.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "Documents")
}
