package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mercredi/data"
)

func hour(minute int) string { return fmt.Sprintf("%d\u00a0h", minute/60) }

// dayOf is a poster of rooms with as many sessions each, one after the other.
func dayOf(rooms, sessions int) Poster {
	p := Poster{Title: "Mercredi 20 janvier 2027", Aside: "11e sur 30", Hour: hour, Empty: "Rien ce jour-là.",
		Breaks: []PosterBreak{{From: 720, To: 810, Label: "Pause"}}}
	for r := range rooms {
		c := PosterColumn{Title: fmt.Sprintf("Salle %d", r+1), Sub: "PRE"}
		for i := range sessions {
			from := 540 + 75*i
			if from >= 700 {
				from += 90
			}
			c.Blocks = append(c.Blocks, PosterBlock{From: from, To: from + 60, Tone: "art", Icon: "palette", Title: "Art-thérapie",
				Lines: []string{hour(from), fmt.Sprintf("Groupe %d", 10*r+i+1)}})
		}
		p.Columns = append(p.Columns, c)
	}
	return p
}

func poster(a3 bool, p Poster) *Document {
	d := New(Meta{Date: data.NewDate(2027, 1, 15), Landscape: true, Wide: true, A3: a3})
	d.Poster(p)
	return d
}

// smallestItem is the smallest size in which the title of a block is set.
func smallestItem(d *Document) float64 {
	least := math.Inf(1)
	for _, marks := range d.layout() {
		for _, m := range marks {
			if m.elem != nil && m.elem.Kind == KindItem && m.shape == shapeText && m.face == faceSemiBold {
				least = min(least, m.size)
			}
		}
	}
	return least
}

func TestAPosterHoldsFromNoneToThirtySessions(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {1, 1}, {3, 4}, {5, 6}, {13, 2}} {
		for _, a3 := range []bool{false, true} {
			d := poster(a3, dayOf(size[0], size[1]))
			write(t, d)
			checkMargins(t, d)
			text := outline(d)
			for i := range size[0] {
				for j := range size[1] {
					if !strings.Contains(text, fmt.Sprintf("Groupe %d", 10*i+j+1)) {
						t.Errorf("%v: group %d is not on the poster", size, 10*i+j+1)
					}
				}
			}
		}
	}
}

func TestAPosterIsReadFromTwoMetres(t *testing.T) {
	for rooms := 1; rooms <= 13; rooms++ {
		for _, a3 := range []bool{false, true} {
			if got := smallestItem(poster(a3, dayOf(rooms, 5))); got < readable {
				t.Errorf("%d rooms: titles of %.1f points", rooms, got)
			}
		}
	}
}

func TestALargerSheetHoldsMoreRooms(t *testing.T) {
	if small, large := poster(false, dayOf(13, 5)).Pages(), poster(true, dayOf(13, 5)).Pages(); large >= small {
		t.Errorf("%d pages of A3, %d of A4", large, small)
	}
}

func TestAMonstrousNameDoesNotShrinkTheOthers(t *testing.T) {
	p := dayOf(4, 3)
	p.Columns[2].Blocks[1].Title = strings.Repeat("É", 120)
	p.Columns[1].Title = strings.Repeat("Apolline ", 13)
	d := poster(true, p)
	write(t, d)
	checkMargins(t, d)
	if got := smallestItem(d); got < readable*0.75 {
		t.Errorf("titles of %.1f points", got)
	}
}

func TestWhatAPosterCutsIsSaidWholeAfterIt(t *testing.T) {
	p := dayOf(4, 3)
	name, room := strings.TrimSpace(strings.Repeat("Apolline ", 40)), strings.TrimSpace(strings.Repeat("Salle ", 30))
	p.Columns[2].Blocks[1].Title, p.Columns[1].Title, p.Whole = name, room, "En toutes lettres"
	for range 12 {
		p.Notes = append(p.Notes, "Une séance reportée à un autre jour.")
	}
	text := outline(poster(false, p))
	_, after, found := strings.Cut(text, "heading2: En toutes lettres")
	if !found || !strings.Contains(after, name) || !strings.Contains(after, room) {
		t.Errorf("the poster says\n%s", text)
	}
	if n := strings.Count(text, "Une séance reportée"); n != 12 {
		t.Errorf("%d notes of 12", n)
	}
	if strings.Contains(outline(poster(false, dayOf(4, 3))), "…") {
		t.Error("names that fit were cut")
	}
}

func TestABreakStandsInEachColumnThatRests(t *testing.T) {
	p := dayOf(2, 2)
	p.Columns[0].Blocks = append(p.Columns[0].Blocks, PosterBlock{From: 855, To: 915, Title: "Soir"})
	p.Columns[1].Blocks = append(p.Columns[1].Blocks, PosterBlock{From: 700, To: 760, Title: "Repas"})
	text := outline(poster(true, p))
	if n := strings.Count(text, "item: Pause"); n != 1 {
		t.Errorf("%d breaks are named:\n%s", n, text)
	}
	first, _, _ := strings.Cut(text, "item: Pause")
	if !strings.Contains(first, "Groupe 2") || strings.Contains(first, "Soir") {
		t.Errorf("the break is not between the morning and the afternoon:\n%s", text)
	}
}

func TestASheetMoreIsTakenForMuchLargerTypeOnly(t *testing.T) {
	p := dayOf(5, 2)
	for i := range p.Columns {
		for j := range p.Columns[i].Blocks {
			p.Columns[i].Blocks[j].Small = []string{strings.Repeat("Lila K., ", 7)}
		}
	}
	d := poster(false, p)
	if n, size := d.Pages(), smallestItem(d); n > 3 {
		t.Errorf("%d sheets, for titles of %.0f points", n, size)
	}
}

func TestBlocksOfOneHourStandSideBySide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var blocks []PosterBlock
		for range rapid.IntRange(1, 12).Draw(t, "blocks") {
			from := 540 + 15*rapid.IntRange(0, 30).Draw(t, "from")
			blocks = append(blocks, PosterBlock{From: from, To: from + 15*rapid.IntRange(1, 8).Draw(t, "length")})
		}
		all := lanes(blocks)
		if len(all) != len(blocks) {
			t.Fatalf("%d of %d blocks", len(all), len(blocks))
		}
		for i, a := range all {
			if a.rank >= a.of {
				t.Fatalf("rank %d of %d", a.rank, a.of)
			}
			for _, b := range all[:i] {
				if a.From < b.To && b.From < a.To && a.rank*b.of == b.rank*a.of {
					t.Fatalf("%v and %v lie on each other", a, b)
				}
			}
		}
	})
}

func TestTheHoursOfAPosterNeverGoBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := dayOf(1, 0)
		for range rapid.IntRange(1, 8).Draw(t, "blocks") {
			from := 480 + 15*rapid.IntRange(0, 36).Draw(t, "from")
			p.Columns[0].Blocks = append(p.Columns[0].Blocks, PosterBlock{From: from, To: from + 15*rapid.IntRange(1, 8).Draw(t, "length")})
		}
		a := newAxis(p, 400, 20)
		for minute := 480; minute < 1200; minute += 5 {
			if a.of(minute) > a.of(minute+5)+tolerance || a.of(minute) > 400+tolerance {
				t.Fatalf("%d stands at %.1f, %d at %.1f", minute, a.of(minute), minute+5, a.of(minute+5))
			}
		}
	})
}

func TestEveryPictogramOfThePapersCanBeDrawn(t *testing.T) {
	for _, name := range []string{"palette", "wind", "compass", "messages-square", "lightbulb", "book-open", "shapes"} {
		if len(iconOf(name)) == 0 {
			t.Errorf("%s has no outline", name)
		}
	}
	if len(iconOf("nothing")) != 0 {
		t.Error("a pictogram that does not exist has an outline")
	}
}

func TestZoomedPaperSaysTheSameInLargerType(t *testing.T) {
	largest := func(zoom float64) (text string, size float64) {
		d := New(Meta{Zoom: zoom})
		d.Paragraph("Lila vient le mercredi.")
		for _, m := range zoomed(d.layout()[0], d.page.zoom) {
			if m.elem != nil {
				size = m.size
			}
		}
		return outline(d), size
	}
	plain, size := largest(0)
	large, larger := largest(1.4)
	if plain != large || math.Abs(larger-1.4*size) > tolerance {
		t.Errorf("%q in %.1f points, %q in %.1f", plain, size, large, larger)
	}
}
