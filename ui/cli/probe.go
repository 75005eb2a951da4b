package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"

	"mercredi/data/registry"
)

// checkInChild is the other side of Probe: the question comes on standard input, the verdict goes to standard output.
func checkInChild(w World, _ line) error { return registry.CheckInChild(w.Stdin, w.Stdout) }

// Probe checks a file in a process of its own, this program with the command « controle »: a file that is damaged enough
// brings that one down, and not the one that people look at.
func Probe(ask []byte) ([]byte, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("looking for this program: %w", err)
	}
	child := exec.Command(self, "controle")
	child.Stdin = bytes.NewReader(ask)
	answer, err := child.Output()
	if err != nil {
		return nil, fmt.Errorf("checking a file beside: %w", err)
	}
	return answer, nil
}
