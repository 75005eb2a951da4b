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

func openWithSystem(ctx context.Context, path string) error {
	return exec.CommandContext(ctx, "xdg-open", path).Run()
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
