package export

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
)

// wholeOf is the whole file of a child of the sample, by first name.
func wholeOf(t testing.TB, first string) registry.WholeFileView {
	t.Helper()
	for _, c := range town().Children.All() {
		if c.FirstName == first {
			v, err := town().WholeFile(c.ID, registry.WholeFileOptions{Mask: fr.OtherPerson})
			if err != nil {
				t.Fatal(err)
			}
			v.Accesses = []registry.FileAccess{{On: day, Act: journal.Viewed, Role: data.RoleKeyWorker, Count: 3}}
			return v
		}
	}
	t.Fatalf("no %s in the sample", first)
	return registry.WholeFileView{}
}

func TestWholeFileReadsFromTheIdentityToWhoOpenedIt(t *testing.T) {
	golden(t, "whole-file", wholeFile(Meta{Date: day}, wholeOf(t, "Lila")))
}

func TestWholeFileOfAChildWithNothingIsStillAPaper(t *testing.T) {
	golden(t, "whole-file-empty", wholeFile(Meta{}, registry.WholeFileView{On: day, Child: data.Child{FirstName: "Inès", LastName: "Valmer"}}))
}

// TestWholeFilesOfTheSampleNameNoOtherChild, on paper and for programs.
func TestWholeFilesOfTheSampleNameNoOtherChild(t *testing.T) {
	all := town().Children.All()
	for _, c := range all[:20] {
		v, err := town().WholeFile(c.ID, registry.WholeFileOptions{Mask: fr.OtherPerson})
		if err != nil {
			t.Fatal(err)
		}
		texts := outline(wholeFile(Meta{}, v)) + string(rendered(t, func(w io.Writer) error { return WholeFileJSON(w, v) }))
		for _, other := range all {
			if other.ID != c.ID && other.FullName() != c.FullName() && strings.Contains(texts, other.FullName()) {
				t.Errorf("the file of %s names %s", c.FullName(), other.FullName())
			}
		}
	}
}

func TestHardTextsNeverBreakAWholeFile(t *testing.T) {
	for what, text := range longWords {
		v := wholeOf(t, "Lila")
		v.Child.FirstName, v.Child.Notes, v.Child.Pathway.EndNote = strings.Repeat("É", data.MaxName), text, text
		v.Notes = append(v.Notes, registry.WholeNote{On: day, Title: "Appel", Text: text})
		d := wholeFile(Meta{Date: day}, v)
		if n := d.Pages(); n < 1 || n > 600 {
			t.Errorf("%s: %d pages", what, n)
		}
		rendered(t, d.Write)
		if file := rendered(t, func(w io.Writer) error { return WholeFileJSON(w, v) }); !json.Valid(file) {
			t.Errorf("%s: not JSON", what)
		}
	}
}

func TestWholeFileForProgramsKeepsItsShape(t *testing.T) {
	got := rendered(t, func(w io.Writer) error { return WholeFileJSON(w, wholeOf(t, "Lila")) })
	const path = "testdata/whole-file.json"
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (run with -update to accept):\n%s", path, got)
	}
}

var jsonKey = regexp.MustCompile(`json:"([a-z_]+)`)

// TestEveryKeyOfTheWholeFileIsDescribed reads the code and the page.
func TestEveryKeyOfTheWholeFileIsDescribed(t *testing.T) {
	page, err := os.ReadFile("../docs/formats/dossier-enfant.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"whole_file_json.go", "whole_file_json_workshops.go", "whole_file_cases.go", "whole_file_network.go"} {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range jsonKey.FindAllSubmatch(code, -1) {
			if !bytes.Contains(page, []byte("`"+string(key[1])+"`")) {
				t.Errorf("%s is not described", key[1])
			}
		}
	}
}
