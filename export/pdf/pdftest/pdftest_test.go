package pdftest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAFileThatConformsHasNoFault(t *testing.T) {
	for _, f := range Conform(newSpecimen(t).file()) {
		t.Error(f)
	}
}

// TestEachDamageIsBlamed, on the clause it breaks: a judge that cannot condemn is no judge.
func TestEachDamageIsBlamed(t *testing.T) {
	for i, d := range damages {
		t.Run(fmt.Sprintf("%d %s %s", i, d.clause, d.to), func(t *testing.T) {
			s := newSpecimen(t)
			s.change(t, d.object, d.from, d.to)
			blames(t, s.file(), d.clause)
		})
	}
}

func blames(t *testing.T, file []byte, clause string) {
	t.Helper()
	faults := Conform(file)
	if !slices.ContainsFunc(faults, func(f Fault) bool { return f.Clause == clause }) {
		t.Errorf("nothing is blamed on %s; said: %v", clause, faults)
	}
}

// TestEachDamageOfTheBytesIsBlamed: what only shows once the file is written.
func TestEachDamageOfTheBytesIsBlamed(t *testing.T) {
	for _, d := range []struct{ clause, from, to string }{
		{"6.1.2", "%PDF-1.7\n", "%PDF-2.0\n"},
		{"6.1.2", "\n%\xe2\xe3\xcf\xd3\n", "\n%abcd\n"},
		{"6.1.3", "%%EOF\n", "%%EOF\n\n"},
		{"6.1.3", "/ID [<00FF> <00FF>]", "/ID [<00FF>      ]"},
		{"6.1.3", "/ID", "/Encrypt 1 0 R /ID"},
		{"6.1.4", "xref\n0 ", "xref \n0 "},
		{"6.1.4", "xref\n0 ", "xref\n\n0 "},
		{"6.1.4", "65535 f \n", "65535 f\n"},
		{"ISO 32000 7.5.4", "65535 f \n", "00000 f \n"},
		{"6.1.7.1", fmt.Sprintf("/Length %d", len(metadata)), fmt.Sprintf("/Length %d", len(metadata)-1)},
		{"6.1.7.1", "\nendstream", " endstream"},
		{"6.1.7.1", "stream\n<?xp", "stream\r<?xp"},
		{"6.1.9", "1 0 obj\n", "1 0 obj "},
		{"6.1.9", "3 0 obj\n", "3  0 obj"},
		{"6.1.9", "\nendobj\n2 0 obj", " endobj\n2 0 obj"},
		{"ISO 32000 7.5.5", "/Size 42", "/Size 43"},
		{"house", "/Size 42", "/Prev 9 /Size 42"},
		{"ISO 32000 7.3", "<</Type /Catalog", "<</Type  Catalog"},
	} {
		file := newSpecimen(t).file()
		if !bytes.Contains(file, []byte(d.from)) {
			t.Fatalf("no %q", d.from)
		}
		blames(t, bytes.Replace(file, []byte(d.from), []byte(d.to), 1), d.clause)
	}
}

// TestNothingMakesTheJudgeFall: a file cut or scratched anywhere is condemned or not, and judged in any case.
func TestNothingMakesTheJudgeFall(t *testing.T) {
	whole := newSpecimen(t).file()
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 150 {
		file := bytes.Clone(whole)
		if i%3 == 0 {
			Conform(file[:random.IntN(len(file))])
		}
		for range 20 {
			// Not in the font, which is most of the file.
			at := random.IntN(6000)
			if random.IntN(2) == 0 {
				at = len(file) - 1 - at
			}
			file[at] = byte(random.Uint32())
		}
		Conform(file)
	}
}

func TestTheTextIsReadWithItsPlace(t *testing.T) {
	f := Read(newSpecimen(t).file())
	runs := f.Pages()[0].Runs
	title := runs[1]
	if title.Text != "Bilan" || title.X != 50 || title.Y != 780 || title.Size != 20 || title.Artifact {
		t.Errorf("the title is %+v", title)
	}
	if title.EndX < 90 || title.EndX > 110 {
		t.Errorf("the title ends at %.1f", title.EndX)
	}
	if !runs[0].Artifact || runs[0].Text != "page 1" {
		t.Errorf("the foot is %+v", runs[0])
	}
	if last := runs[len(runs)-1]; last.X != 50 {
		t.Errorf("what was moved by ten points stands at %.1f", last.X)
	}
	var types []string
	f.Tree().walk(func(e *Element) {
		if len(e.Pieces) > 0 {
			types = append(types, string(e.Type)+":"+f.Text(e))
		}
	})
	want := "H1:Bilan P:Lila a suivi Link:le site Lbl:• LBody:une chose H2:Suite TH:Nom TH:Note TD:Lila TD:4 Figure: P:Lila a suivi"
	if got := strings.Join(types, " "); got != want {
		t.Errorf("read in the order %q", got)
	}
}

// TestAnotherProgramReadsTheSpecimen: the specimen is what it says, or the judge would be trained on nonsense.
func TestAnotherProgramReadsTheSpecimen(t *testing.T) {
	for _, bytes := range [][]byte{newSpecimen(t).file(), newSpecimen(t).packed(t)} {
		read(t, bytes)
	}
}

func read(t *testing.T, paper []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "specimen.pdf")
	if err := os.WriteFile(file, paper, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tool := range []string{"qpdf", "pdfinfo"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Logf("%s is not installed here", tool)
			continue
		}
		arguments := map[string][]string{"qpdf": {"--check"}, "pdfinfo": {"-struct-text"}}[tool]
		said, err := exec.Command(tool, append(arguments, file)...).CombinedOutput()
		if err != nil || bytes.Contains(said, []byte("WARNING")) || bytes.Contains(said, []byte("Error")) {
			t.Errorf("%s: %v\n%s", tool, err, said)
		}
	}
}
