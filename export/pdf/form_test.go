package pdf

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	qr "github.com/piglig/go-qr"
)

// picture paints the square code of a page as a reader sees it.
func picture(d *Document) image.Image {
	const scale = 4 // pixels in a point
	img := image.NewGray(image.Rect(0, 0, int(d.page.width*scale), int(d.page.height*scale)))
	for i := range img.Pix {
		img.Pix[i] = 0xFF
	}
	for _, m := range d.layout()[0] {
		if m.elem == nil || m.elem.Kind != KindFigure {
			continue
		}
		for y := int(m.y * scale); y < int((m.y+m.h)*scale); y++ {
			for x := int(m.x * scale); x < int((m.x+m.w)*scale); x++ {
				img.SetGray(x, y, color.Gray{})
			}
		}
	}
	return img
}

func TestSquareOnThePageSaysTheCode(t *testing.T) {
	for _, code := range []string{"7K2MQ-P4XW9-DT6HC-0VJ3R-A8NYE-5GZSB-M1QKF-X2C7D", "a", "Équipe 1"} {
		d := New(Meta{})
		d.QR(QR{Text: code, Title: "Comment s’en servir", Steps: []string{"Ouvrez Mercredi.", strings.Repeat(filler10, 4)}})
		checkMargins(t, d)
		if got, err := qr.Decode(picture(d)); err != nil || got != code {
			t.Errorf("the square of %q says %q: %v", code, got, err)
		}
	}
}

func TestTextTooLongForASquareLeavesItsSteps(t *testing.T) {
	d := New(Meta{})
	d.QR(QR{Text: strings.Repeat("é", 10_000), Title: "Comment s’en servir", Steps: []string{"Ouvrez Mercredi."}})
	write(t, d)
	if got := outline(d); !strings.Contains(got, "1. Ouvrez Mercredi.") || strings.Contains(got, "figure") {
		t.Errorf("reads\n%s", got)
	}
}

func TestEverySignOfAKeyTakesTheSameRoom(t *testing.T) {
	d := New(Meta{})
	d.Key([]string{"IIIII", "WWWWW", "I1l0O", "MMMMM"})
	middles := map[*Element][]float64{}
	for _, m := range d.layout()[0] {
		if m.elem != nil && m.size > labelStyle.size {
			middles[m.elem] = append(middles[m.elem], m.x+m.w/2)
		}
	}
	for _, at := range middles {
		for i := 2; i < len(at); i++ {
			if a, b := at[1]-at[0], at[i]-at[i-1]; a-b > tolerance || b-a > tolerance {
				t.Errorf("steps of %.2f and %.2f", a, b)
			}
		}
	}
	if len(middles) != 4 {
		t.Errorf("%d groups", len(middles))
	}
}

func TestKeyOfAnyLengthStaysInsideThePage(t *testing.T) {
	for groups := range 14 {
		for _, letters := range []int{0, 1, 5, 12, 40, 3000} {
			d := New(Meta{})
			var key []string
			for range groups {
				key = append(key, strings.Repeat("W", letters))
			}
			d.Key(key)
			checkMargins(t, d)
			if got := strings.Count(outline(d), "W"); got != groups*letters {
				t.Errorf("%d groups of %d: %d letters", groups, letters, got)
			}
		}
	}
}

func TestEntriesSayWhatIsAskedAndLeaveRoomToAnswer(t *testing.T) {
	d := New(Meta{})
	d.Heading("Qui")
	d.Entries(Entry{Label: "Responsable", Lines: []string{"Ville de Sauvelande"}}, Entry{Label: "Délégué", Blank: 2},
		Entry{Label: "Base légale", Lines: []string{"☐ mission d’intérêt public", "☐ consentement"}, Blank: 1}, Entry{}, Entry{Label: "Rien"})
	write(t, d)
	checkMargins(t, d)
	want := "head: Responsable\n    cell: Ville de Sauvelande\n  row\n    head: Délégué\n    cell\n  row\n    head: Base légale\n" +
		"    cell\n      list\n        item: ☐ mission d’intérêt public\n        item: ☐ consentement\n"
	if got := outline(d); !strings.Contains(got, want) {
		t.Errorf("reads\n%s", got)
	}
}

func TestLongEntryRunsOverPagesWithoutLoss(t *testing.T) {
	d := filled(20)
	text := strings.TrimSpace(strings.Repeat(filler10, 300))
	d.Entries(Entry{Label: "Mesures", Lines: []string{text, "fin"}, Blank: 3}, Entry{Label: strings.Repeat("W", 500)}, Entry{Blank: 200})
	write(t, d)
	checkMargins(t, d)
	if got := outline(d); !strings.Contains(got, text) || strings.Count(got, "W") != 500 {
		t.Errorf("text lost: %.300s", got)
	}
}

func TestStampStandsAboveThePageNumberAndTakesNoRoomOfTheText(t *testing.T) {
	d := New(Meta{Stamp: "état n° 1", Reference: "B-12"})
	d.Paragraph(strings.Repeat(filler10, 400))
	checkMargins(t, d)
	for n := range d.Pages() {
		if text := pageText(d, n); !strings.HasSuffix(text, fmt.Sprintf("état n° 1B-12 · page\u00a0%d\u00a0/\u00a0%d", n+1, d.Pages())) {
			t.Errorf("page %d ends with %q", n+1, text[max(0, len(text)-60):])
		}
	}
}
