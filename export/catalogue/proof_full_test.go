//go:build papers

package catalogue_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mercredi/export/catalogue"
	"mercredi/export/pdf/pdftest"
)

// The proofs at the size of docs/papiers.md: « make papers ».

func TestEveryPaperConformsWithFourHundredOfEverything(t *testing.T) {
	papers(t, crowdedTown(t, 400), func(d catalogue.Document) []variant { return variants(d)[:2] })
}

// TestEveryPaperOfEverySubjectConforms prints all that can be printed of the sample town.
func TestEveryPaperOfEverySubjectConforms(t *testing.T) {
	r, made := sampleTown(t), 0
	for _, d := range documents() {
		count := 0
		for n, s := range d.Subjects(r) {
			ways := variants(d)
			if n >= 5 {
				ways = ways[:1]
			}
			for _, v := range ways {
				judged(t, d.Key+" "+v.name+" "+s.Label, paper(t, r, d, s.Subject, v))
				count++
			}
		}
		t.Logf("%s: %d papers", d.Key, count)
		made += count
	}
	t.Logf("in all: %d papers", made)
}

func TestEveryPaperIsTheSameTwentyTimes(t *testing.T) {
	r, again := sampleTown(t), sampleTown(t)
	for _, d := range documents() {
		for _, v := range variants(d) {
			s := d.Subjects(r)[0].Subject
			first := paper(t, r, d, s, v)
			for range 20 {
				if !bytes.Equal(first, paper(t, again, d, s, v)) {
					t.Fatalf("%s, %s: two runs differ", d.Key, v.name)
				}
			}
		}
	}
}

// TestTenThousandTextsThroughEveryDocument: nothing breaks a paper, no word is lost. The texts come in shares that are
// printed side by side, each text counted once for a document, however many of its papers show it.
func TestTenThousandTextsThroughEveryDocument(t *testing.T) {
	const wanted, shares, mostRounds = 10_000, 4, 2_000
	var met [shares]map[string]int
	t.Run("share", func(t *testing.T) {
		for n := range shares {
			met[n] = map[string]int{}
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				t.Parallel()
				for round := 0; round < mostRounds && !t.Failed() && !enough(met[n], wanted/shares); round++ {
					newTexts(uint64(mostRounds*(n+1)+round)).throng(t, 12, wanted/shares, met[n])
				}
			})
		}
	})
	for _, d := range documents() {
		sum := 0
		for n := range shares {
			sum += met[n][d.Key]
		}
		t.Logf("%s: %d texts", d.Key, sum)
		if sum < wanted {
			t.Errorf("%s met %d texts only", d.Key, sum)
		}
	}
}

// enough reports whether every document has met so many texts.
func enough(met map[string]int, wanted int) bool {
	return !slices.ContainsFunc(documents(), func(d catalogue.Document) bool { return met[d.Key] < wanted })
}

// TestOtherProgramsReadEveryPaper: qpdf finds nothing to say, poppler reads the same words in the same order as we do.
func TestOtherProgramsReadEveryPaper(t *testing.T) {
	r := sampleTown(t)
	for _, d := range documents() {
		for _, v := range variants(d) {
			file := paper(t, r, d, d.Subjects(r)[0].Subject, v)
			name := filepath.Join(t.TempDir(), d.Key+".pdf")
			if err := os.WriteFile(name, file, 0o600); err != nil {
				t.Fatal(err)
			}
			if said, err := exec.Command("qpdf", "--check", name).CombinedOutput(); err != nil || bytes.Contains(said, []byte("WARNING")) {
				t.Errorf("%s, %s: qpdf: %v\n%s", d.Key, v.name, err, said)
			}
			said, err := exec.Command("pdfinfo", "-struct-text", name).CombinedOutput()
			if err != nil {
				t.Fatalf("%s: %v\n%s", d.Key, err, said)
			}
			ours, theirs := words(file), wordsOfPoppler(string(said))
			if ours != theirs {
				i := 0
				for i < min(len(ours), len(theirs)) && ours[i] == theirs[i] {
					i++
				}
				t.Errorf("%s, %s: poppler reads %.120q where we read %.120q", d.Key, v.name, theirs[max(0, i-20):], ours[max(0, i-20):])
			}
			if strings.TrimSpace(ours) == "" {
				t.Errorf("%s reads nothing", d.Key)
			}
		}
	}
}

// words are all the words of a paper, in the order of its structure.
func words(file []byte) string {
	f := pdftest.Read(file)
	var b strings.Builder
	for _, kid := range f.Tree().Kids {
		b.WriteString(f.Text(kid))
	}
	return strings.Join(strings.Fields(b.String()), "")
}

var quoted = regexp.MustCompile(`(?m)^\s*"(.*)"$`)

func wordsOfPoppler(said string) string {
	var b strings.Builder
	for _, m := range quoted.FindAllStringSubmatch(said, -1) {
		b.WriteString(m[1])
	}
	return strings.Join(strings.Fields(b.String()), "")
}
