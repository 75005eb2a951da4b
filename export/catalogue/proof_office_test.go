//go:build office

package catalogue_test

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mercredi/export/pdf/pdftest"
)

// The bilan of a child, by us and by LibreOffice: the same words with the same structure, both written as a tagged PDF.
// What is compared is seconds of processor, children included: « make office ».

// printing is what the test does when it is started again to print so many bilans in a process of its own.
const printing = "MERCREDI_BILANS"

func TestLibreOfficeAgainstUs(t *testing.T) {
	if os.Getenv(printing) != "" {
		printBilans(t)
		return
	}
	const many = 20
	dir := t.TempDir()
	fodt := flatDocument(bilanFile(t))
	for n := range many {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("bilan%d.fodt", n)), []byte(fodt), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	office := func(n int) time.Duration {
		arguments := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to",
			`pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"2"}}`, "--outdir", dir}
		for i := range n {
			arguments = append(arguments, filepath.Join(dir, fmt.Sprintf("bilan%d.fodt", i)))
		}
		return processor(t, exec.Command("soffice", arguments...))
	}
	office(1) // its profile is made once
	ours := func(n int) time.Duration {
		c := exec.Command(os.Args[0], "-test.run", "LibreOfficeAgainstUs$")
		c.Env = append(os.Environ(), fmt.Sprintf("%s=%d", printing, n))
		return processor(t, c)
	}
	empty := processor(t, exec.Command(os.Args[0], "-test.run", "^$"))
	officeOne, officeMany := least(office, 1), least(office, many)
	town, one, all := least(ours, 0), least(ours, 1), least(ours, many+1)
	cold := one - town + empty // without the making of the sample town, with the start of a process
	each, officeEach := (all-one)/many, (officeMany-officeOne)/(many-1)
	t.Logf("one bilan, process included: LibreOffice %v, us %v: %.0f times", officeOne, cold, ratio(officeOne, cold))
	t.Logf("each one more: LibreOffice %v, us %v: %.1f times", officeEach, each, ratio(officeEach, each))
	if ratio(officeOne, cold) < 50 || ratio(officeEach, each) < 4 {
		t.Error("wanted 50 times and 4 times")
	}
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }

// least is the best of three runs: other programs of the machine only ever make it longer.
func least(run func(int) time.Duration, n int) time.Duration {
	return min(run(n), run(n), run(n))
}

func processor(t *testing.T, c *exec.Cmd) time.Duration {
	t.Helper()
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
}

func printBilans(t *testing.T) {
	var n int
	if _, err := fmt.Sscan(os.Getenv(printing), &n); err != nil {
		t.Fatal(err)
	}
	r := sampleTown(t)
	d := documents()[0]
	s := d.Subjects(r)[0].Subject
	for range n {
		paper(t, r, d, s, variants(d)[0])
	}
}

func bilanFile(t *testing.T) []byte {
	r := sampleTown(t)
	d := documents()[0]
	return paper(t, r, d, d.Subjects(r)[0].Subject, variants(d)[0])
}

// flatDocument says in OpenDocument what a paper says: headings, paragraphs, lists and tables of the same words.
func flatDocument(file []byte) string {
	f := pdftest.Read(file)
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
		`office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>`)
	var put func(*pdftest.Element)
	kids := func(e *pdftest.Element) {
		for _, k := range e.Kids {
			put(k)
		}
	}
	put = func(e *pdftest.Element) {
		text := html.EscapeString(strings.TrimSpace(f.Text(e)))
		switch e.Type {
		case "H1", "H2", "H3":
			fmt.Fprintf(&b, `<text:h text:outline-level="%c">%s</text:h>`, e.Type[1], text)
		case "L":
			b.WriteString("<text:list>")
			kids(e)
			b.WriteString("</text:list>")
		case "LI":
			fmt.Fprintf(&b, "<text:list-item><text:p>%s</text:p></text:list-item>", text)
		case "Table":
			b.WriteString("<table:table>")
			kids(e)
			b.WriteString("</table:table>")
		case "TR":
			b.WriteString("<table:table-row>")
			kids(e)
			b.WriteString("</table:table-row>")
		case "TH", "TD":
			fmt.Fprintf(&b, "<table:table-cell><text:p>%s</text:p></table:table-cell>", text)
		case "Document", "Sect", "Div", "THead", "TBody":
			kids(e)
		default:
			fmt.Fprintf(&b, "<text:p>%s</text:p>", text+html.EscapeString(e.Alt))
		}
	}
	for _, k := range f.Tree().Kids {
		put(k)
	}
	b.WriteString("</office:text></office:body></office:document>")
	return b.String()
}
