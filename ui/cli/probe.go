package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"time"

	"mercredi/data/registry"
)

// checkInChild is the other side of Probe: the question comes on standard input, the verdict goes to standard output.
func checkInChild(w World, _ line) error { return registry.CheckInChild(w.Stdin, w.Stdout) }

// longestCheck is long enough for the largest town on a slow disk, and short enough for a file that leads a reader in
// circles.
const longestCheck = 3 * time.Minute

// Probe checks a file in a process of its own, this program with the command « controle »: a file that is damaged enough
// brings that one down, and not the one that people look at.
func Probe(ask []byte) ([]byte, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("looking for this program: %w", err)
	}
	limit, done := context.WithTimeout(context.Background(), longestCheck)
	defer done()
	child := exec.CommandContext(limit, self, "controle")
	child.Stdin = bytes.NewReader(ask)
	answer, err := child.Output()
	if err != nil {
		return nil, fmt.Errorf("checking a file beside: %w", err)
	}
	return answer, nil
}
