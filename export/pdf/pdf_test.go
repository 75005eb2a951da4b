package pdf

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mercredi/data"
)

var update = flag.Bool("update", false, "write the golden outlines anew")

func write(t testing.TB, d *Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func outline(d *Document) string {
	var b strings.Builder
	for _, e := range d.Outline() {
		fmt.Fprintln(&b, e)
	}
	return b.String()
}

// checkMargins looks at every mark of every page: content inside the margins, the footer under it.
func checkMargins(t rapid.TB, d *Document) {
	t.Helper()
	for n, marks := range d.layout() {
		for _, m := range marks {
			left, right := m.x, m.x+m.w
			if m.shape == shapeDot || m.shape == shapeRing {
				left, right = m.x-m.w/2, m.x+m.w/2
			}
			spaced := strings.HasSuffix(m.text, " ") // the space that ends a line may hang out
			if left < d.page.margin-7 || right > d.page.width-d.page.margin+0.1 && !spaced {
				t.Fatalf("page %d: %q from %.1f to %.1f leaves the margins", n+1, m.text, left, right)
			}
			if m.y < d.page.margin-1 || m.elem != nil && m.y+max(0, m.h) > d.page.margin+d.room()+1 || m.y > d.page.height-footEdge+1 {
				t.Fatalf("page %d: %q at %.1f leaves the page", n+1, m.text, m.y)
			}
		}
	}
}

func TestOutlineSaysWhatIsOnThePaper(t *testing.T) {
	for name, d := range map[string]*Document{"bilan": bilan(), "everything": everything(), "sheet": sheet()} {
		file := filepath.Join("testdata", name+".txt")
		got := outline(d)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s reads\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestBilanOfTheMockupHoldsOnOnePage(t *testing.T) {
	if n := bilan().Pages(); n != 1 {
		t.Errorf("the bilan takes %d pages", n)
	}
}

func TestNothingLeavesTheMargins(t *testing.T) {
	for _, d := range []*Document{bilan(), everything(), sheet()} {
		checkMargins(t, d)
	}
}

func TestFileHasThePagesThatWereLaidOut(t *testing.T) {
	d := everything()
	if n := bytes.Count(write(t, d), []byte("/Type /Page\n")); n != d.Pages() || n < 2 {
		t.Errorf("%d pages in the file, %d laid out", n, d.Pages())
	}
}

func TestSameDocumentGivesSameBytes(t *testing.T) {
	first := write(t, everything())
	for range 20 {
		if !bytes.Equal(first, write(t, everything())) {
			t.Fatal("two runs differ")
		}
	}
	again := everything()
	write(t, again)
	if !bytes.Equal(first, write(t, again)) {
		t.Error("writing a document twice gives two files")
	}
}

func TestEmptyDocumentIsAPageWithItsFooter(t *testing.T) {
	d := New(Meta{Confidential: sentence})
	write(t, d)
	if d.Pages() != 1 || !strings.Contains(pageText(d, 0), "page\u00a01\u00a0/\u00a01") {
		t.Errorf("%d pages: %q", d.Pages(), pageText(d, 0))
	}
}

func TestEmptyContentIsNothing(t *testing.T) {
	d := New(Meta{})
	d.Letterhead(Letterhead{})
	d.Title("", "")
	d.Facts([]Fact{{"École", " "}})
	d.Heading("")
	d.Paragraph("\n \n")
	d.List(nil)
	d.Quote("", "")
	d.Columns()
	d.Table(Table{})
	d.Evolution(Evolution{})
	d.Bars(nil)
	d.Bars([]Bar{{}})
	d.Callout("")
	d.Signatures()
	d.KeepTogether(func() {})
	d.Gap(3)
	write(t, d)
	if d.Pages() != 1 {
		t.Errorf("%d pages", d.Pages())
	}
}

func TestFooterNamesReferenceAndTotalOnEveryPage(t *testing.T) {
	d := New(Meta{Reference: "B-12", Confidential: sentence})
	d.Paragraph(strings.Repeat("Une phrase assez longue pour remplir les pages. ", 400))
	total := d.Pages()
	if total < 3 {
		t.Fatalf("only %d pages", total)
	}
	for n := range total {
		text := pageText(d, n)
		if !strings.Contains(text, fmt.Sprintf("B-12 · page\u00a0%d\u00a0/\u00a0%d", n+1, total)) || !strings.Contains(text, sentence) {
			t.Errorf("page %d has no footer", n+1)
		}
	}
}

func TestWriterThatFailsIsReported(t *testing.T) {
	full := errors.New("disk full")
	if err := bilan().Write(failing{full}); !errors.Is(err, full) {
		t.Errorf("error is %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestPropertiesTakeAnyText(t *testing.T) {
	d := New(Meta{Title: "Bilan 🙂 \x00", Author: "\xff", Subject: "𝔅", Date: data.Date(99999999)})
	write(t, d)
}

// pageText is all that is drawn on a page, footer included, in drawing order.
func pageText(d *Document, n int) string {
	var b strings.Builder
	for _, m := range d.layout()[n] {
		b.WriteString(m.text)
	}
	return b.String()
}

// BenchmarkTwoPages writes the specimen of two pages.
func BenchmarkTwoPages(b *testing.B) {
	for b.Loop() {
		if n := len(write(b, everything())); n == 0 {
			b.Fatal("empty")
		}
	}
}

// BenchmarkOnePage writes the bilan of the mockup.
func BenchmarkOnePage(b *testing.B) {
	for b.Loop() {
		if n := len(write(b, bilan())); n == 0 {
			b.Fatal("empty")
		}
	}
}
