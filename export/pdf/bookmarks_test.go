package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/export/pdf/pdftest"
)

// chapters is a report of so many pages, a chapter a page, the first of two parts.
func chapters(pages int) *Document {
	d := New(Meta{Title: "Rapport", Date: data.NewDate(2027, 1, 15)})
	d.Title("Rapport", "")
	for n := 1; n <= pages; n++ {
		d.Heading(fmt.Sprintf("Chapitre %d\u00a0: un titre qui est si long qu’il lui faut deux lignes au moins sur une page de cette largeur", n))
		if n == 1 {
			d.Subheading("Première partie")
			d.Subheading("Seconde partie")
		}
		for d.Pages() < n+1 && n < pages {
			d.Paragraph("Lila a suivi onze séances sur onze.")
		}
	}
	return d
}

func TestALongPaperHasItsHeadingsBesideThePages(t *testing.T) {
	d := chapters(pagesToMark)
	file := pdftest.Read(write(t, d))
	var want []string
	for _, e := range d.Outline() {
		if e.Level > 1 {
			want = append(want, fmt.Sprintf("%s%s: %d", strings.Repeat("  ", e.Level-2), e.Text, e.Page))
		}
	}
	if got := file.Bookmarks(); !slices.Equal(got, want) || len(got) != pagesToMark+2 || !strings.HasPrefix(got[1], "  Première partie: 1") {
		t.Errorf("bookmarks\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAPaperThatIsSeenAtOnceHasNoBookmark(t *testing.T) {
	for what, d := range map[string]*Document{"short": chapters(pagesToMark - 1), "one heading": sheetOf(1), "none": sheetOf(0)} {
		if got := pdftest.Read(write(t, d)).Bookmarks(); len(got) > 0 {
			t.Errorf("%s: bookmarks %q", what, got)
		}
	}
}

// sheetOf is a long table under so many headings.
func sheetOf(headings int) *Document {
	d := New(Meta{Title: "Feuille", Date: data.NewDate(2027, 1, 15)})
	d.Title("Feuille", "")
	for range headings {
		d.Heading("Les enfants")
	}
	d.Table(longTable(400))
	return d
}
