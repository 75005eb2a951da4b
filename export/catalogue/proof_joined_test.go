package catalogue_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"mercredi/export/envelope"
)

// kept writes a paper into the folder named by MERCREDI_SHOTS, for judges of other makers; nothing without it.
func kept(t testing.TB, what string, file []byte) {
	t.Helper()
	dir := os.Getenv("MERCREDI_SHOTS")
	if dir == "" {
		return
	}
	name := []rune(strings.TrimSpace(strings.ReplaceAll(t.Name()+" "+what, "/", " ")))
	f, err := os.CreateTemp(dir, string(name[:min(len(name), 100)])+" *.pdf") // two papers may have one name
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Write(file)
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestAllPapersJoinedConform: one of each document in one file, as the window gives a batch.
func TestAllPapersJoinedConform(t *testing.T) {
	r := sampleTown(t)
	for n, name := range []string{"joined", "joined, large"} {
		var parts [][]byte
		for _, d := range documents() {
			parts = append(parts, paper(t, r, d, d.Subjects(r)[0].Subject, variants(d)[n]))
		}
		joined, err := envelope.Join("Tous les papiers du mercredi", parts)
		if err != nil {
			t.Fatal(err)
		}
		judged(t, name, joined)
	}
}
