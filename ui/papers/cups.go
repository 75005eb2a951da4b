//go:build !windows

package papers

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

// cupsPrinters asks CUPS which printers there are, the usual one first.
func cupsPrinters(ctx context.Context) []string {
	if _, err := exec.LookPath("lp"); err != nil {
		return nil
	}
	all, err := exec.CommandContext(ctx, "lpstat", "-e").Output()
	if err != nil {
		return nil
	}
	printers := strings.Fields(string(all))
	usual, err := exec.CommandContext(ctx, "lpstat", "-d").Output()
	if _, name, ok := strings.Cut(string(usual), ": "); err == nil && ok {
		if i := slices.Index(printers, strings.TrimSpace(name)); i > 0 {
			printers = slices.Insert(slices.Delete(slices.Clone(printers), i, i+1), 0, strings.TrimSpace(name))
		}
	}
	return printers
}

// cupsPrint hands a document over without a file: nothing of it stays on the disk but what CUPS keeps for itself.
func cupsPrint(ctx context.Context, j Job) error {
	cmd := exec.CommandContext(ctx, "lp", cupsOptions(j)...)
	cmd.Stdin = bytes.NewReader(j.PDF)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("printing: %w: %s", err, strings.TrimSpace(said.String()))
	}
	return nil
}

// cupsOptions are those of lp. The job is named after the program: a queue is read by everybody.
func cupsOptions(j Job) []string {
	media, sides := "A4", "two-sided-long-edge"
	if j.A3 {
		media = "A3"
	}
	if j.Landscape {
		sides = "two-sided-short-edge"
	}
	options := []string{"-t", "Mercredi", "-n", strconv.Itoa(max(1, j.Copies)), "-o", "media=" + media, "-o", "sides=" + sides}
	if j.Printer != "" {
		options = append(options, "-d", j.Printer)
	}
	return append(options, "--", "-")
}
