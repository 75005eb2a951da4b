//go:build papers

package catalogue_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/export/pdf/pdftest"
)

// Programs of others read our papers: qpdf and pdfcpu find nothing to say about the file, poppler reads aloud what we wrote.

// plainly asks for the first of the variants.
func plainly(d catalogue.Document) []variant { return variants(d)[:1] }

func TestOtherProgramsFindNothingToSayOfEveryPaper(t *testing.T) {
	files := filed(t, sampleTown(t), variants)
	checked(t, files)
	figure(t, "%d papers (each document and variant): qpdf and pdfcpu (strict) say nothing", len(files))
}

// TestPopplerReadsAloudEveryDocument: one paper of each, since poppler takes seconds for one.
func TestPopplerReadsAloudEveryDocument(t *testing.T) {
	files := filed(t, sampleTown(t), plainly)
	for _, name := range files {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		said, err := exec.Command("pdfinfo", "-struct-text", name).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, said)
		}
		ours, theirs := words(file), wordsOfPoppler(string(said))
		if ours != theirs {
			i := 0
			for i < min(len(ours), len(theirs)) && ours[i] == theirs[i] {
				i++
			}
			t.Errorf("%s: poppler reads %.120q where we read %.120q", filepath.Base(name), theirs[max(0, i-20):], ours[max(0, i-20):])
		}
		if ours == "" {
			t.Errorf("%s reads nothing", filepath.Base(name))
		}
	}
	figure(t, "%d documents: poppler reads the same words in the same order", len(files))
}

func TestOtherProgramsFindNothingToSayOfFullAndHostilePapers(t *testing.T) {
	files := append(filed(t, crowdedTown(t, 400), plainly), filed(t, newTexts(7).hostileTown(t), plainly)...)
	checked(t, files)
	figure(t, "%d papers with 400 of everything or hostile texts: qpdf and pdfcpu (strict) say nothing", len(files))
}

// filed writes a paper of each document, in the ways that are asked for, and answers the names of the files.
func filed(t *testing.T, r *registry.Registry, asked func(catalogue.Document) []variant) (files []string) {
	t.Helper()
	folder := t.TempDir()
	for _, d := range documents() {
		for n, v := range asked(d) {
			name := filepath.Join(folder, fmt.Sprintf("%s-%d.pdf", d.Key, n))
			if err := os.WriteFile(name, paper(t, r, d, d.Subjects(r)[0].Subject, v), 0o600); err != nil {
				t.Fatal(err)
			}
			files = append(files, name)
		}
	}
	return files
}

// checked fails when qpdf or pdfcpu has anything to say.
func checked(t *testing.T, files []string) {
	t.Helper()
	for _, name := range files {
		if said, err := exec.Command("qpdf", "--check", name).CombinedOutput(); err != nil || bytes.Contains(said, []byte("WARNING")) {
			t.Errorf("qpdf: %v\n%s", err, said)
		}
	}
	said, err := exec.Command("pdfcpu", append([]string{"validate", "--mode", "strict", "--offline", "--conf", "disable"}, files...)...).CombinedOutput()
	if good := bytes.Count(said, []byte("validation ok")); err != nil || good != len(files) {
		t.Errorf("pdfcpu finds %d papers of %d valid: %v\n%.3000s", good, len(files), err, said)
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
