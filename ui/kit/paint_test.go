package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func startApp(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	test.NewTempWindow(t, NewPainted(fyne.NewSize(1, 1), func(*Scene, fyne.Size) {}))
}

func sample(s *Scene, size fyne.Size) {
	p := look.P()
	s.Box(At(0, 0, size.Width, size.Height), Edge{1, p.Line}, p.Card, look.RadiusCard)
	s.Icon(At(8, 8, 18, 18), "palette", p.Ink)
	s.Icon(At(30, 8, 18, 18), "palette", p.Ink)
	s.Text(At(60, 8, 80, 18), "Une phrase bien trop longue", look.Body)
	s.Dot(At(8, 40, 7, 7), p.Honey)
}

func TestPaintingTwiceKeepsEveryObject(t *testing.T) {
	startApp(t)
	p := NewPainted(fyne.NewSize(200, 80), sample)
	p.Resize(p.Min)
	first := slices.Clone(p.scene.objs)
	if len(first) < 8 {
		t.Fatalf("painted %d objects", len(first))
	}
	p.Refresh()
	if !slices.Equal(first, p.scene.objs) {
		t.Error("a second paint of the same drawing changed the objects or their order")
	}
}

func TestTextsAreFoundWhole(t *testing.T) {
	startApp(t)
	p := NewPainted(fyne.NewSize(200, 80), sample)
	if got := p.Texts(); !slices.Equal(got, []string{"Une phrase bien trop longue"}) {
		t.Errorf("Texts() = %q", got)
	}
}

func TestWrapKeepsNoBreakSpacesTogether(t *testing.T) {
	startApp(t)
	for _, line := range Wrap("Rendez-vous à 15 h 30 à la grande salle", look.Body, 90) {
		if line == "15" || line == "h" || line == "30" {
			t.Errorf("« 15 h 30 » was broken: %q", line)
		}
	}
	if got := Wrap("un\ndeux", look.Body, 500); len(got) != 2 {
		t.Errorf("a line feed must break: %q", got)
	}
}

func TestEllipsisFits(t *testing.T) {
	startApp(t)
	short := Ellipsis("Accompagnement scolaire du mercredi", look.Body, 100)
	if w := Width(short, look.Body); w > 100 || short == "" {
		t.Errorf("%q is %v wide", short, w)
	}
}

func TestBitmapTextKnowsWhatTheFontLacks(t *testing.T) {
	if textBitmap(textBitmapKey{text: "→", size: 14, scale: 2}) != nil {
		t.Error("a missing glyph must fall back on canvas.Text")
	}
	if textBitmap(textBitmapKey{text: "Œuvre « été »", size: 14, scale: 2}) == nil {
		t.Error("French must be drawn")
	}
}
