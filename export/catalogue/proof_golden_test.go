package catalogue_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the papers say anew")

// TestEachPaperSaysWhatItSaid compares what each document of the sample reads, to who does not see it, with
// testdata/<key>.txt, so that no word of a paper changes unseen.
func TestEachPaperSaysWhatItSaid(t *testing.T) {
	r := sampleTown(t)
	var keys []string
	for _, d := range documents() {
		keys = append(keys, d.Key+".txt")
		subjects := d.Subjects(r)
		if len(subjects) == 0 {
			t.Errorf("%s: nothing in the sample to make it of", d.Key)
			continue
		}
		path := filepath.Join("testdata", d.Key+".txt")
		got := textOf(paper(t, r, d, subjects[0].Subject, variants(d)[0]))
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%v (run with -update once the paper was looked at)", err)
			continue
		}
		if got != string(want) {
			t.Errorf("%s differs (run with -update to accept): %s", path, difference(got, string(want)))
		}
	}
	kept, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range kept {
		if !slices.Contains(keys, filepath.Base(path)) {
			t.Errorf("%s: no document has that name any more", path)
		}
	}
}

// difference is the first line that is not the same.
func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "it says\n" + a[i] + "\nwant\n" + b[i]
		}
	}
	return "it has more lines, or fewer"
}
