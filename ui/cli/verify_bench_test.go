package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkVerify runs the whole program, « mercredi verifier », on a town of 3,000 children and five school years.
// The figure to hold: at most 400 MB of resident memory, the mapped file and the derivation of the key included.
//
// The town is made by another process: Linux counts in the memory of a new process what its parent held.
func BenchmarkVerify(b *testing.B) {
	folder, phrase := filepath.Join(b.TempDir(), "ville"), filepath.Join(b.TempDir(), "phrase")
	said := phraseLine.FindStringSubmatch(output(b, exec.Command("mercredi-usual", "demo", folder, "--enfants", "3000", "--annees", "5")))
	if err := os.WriteFile(phrase, []byte(said[1]+"\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	var memory, cpu float64
	for b.Loop() {
		c := exec.Command("mercredi-usual", "verifier", "--dossier", folder, "--phrase-fichier", phrase)
		output(b, c)
		memory = max(memory, residentMB(c.ProcessState))
		cpu += (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
	}
	b.ReportMetric(memory, "resident-MB")
	b.ReportMetric(1000*cpu/float64(b.N), "cpu-ms/op")
}

func output(b *testing.B, c *exec.Cmd) string {
	b.Helper()
	out, err := c.CombinedOutput()
	if err != nil {
		b.Fatalf("%v: %v\n%s", c, err, out)
	}
	return string(out)
}
