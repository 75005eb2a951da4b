package kit

import (
	"fmt"
	"math"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func TestEverythingFallsOnWholePixelsAtEveryScale(t *testing.T) {
	t.Cleanup(func() { SetScale(1) })
	for _, scale := range []float32{1, 1.3, 1.5, 2} {
		test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
		SetScale(scale)
		w := test.NewTempWindow(t, Gap(1))
		w.SetPadded(false)
		w.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
		page := VBox(0, Band(Pad(look.Margin, VBox(look.Gap, catalogueHeader(), catalogueTabs(), catalogueCards(), catalogueStates()))))
		w.SetContent(page)
		w.Resize(fyne.NewSize(1001, 701))
		objs := drawn(page)
		if len(objs) < 150 {
			t.Fatalf("only %d objects at %v", len(objs), scale)
		}
		for _, o := range objs {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			for _, v := range []float32{at.X * scale, at.Y * scale} {
				if off := math.Abs(float64(v) - math.Round(float64(v))); off > .1 {
					t.Errorf("at scale %v a %T lies at %v pixels", scale, o, v)
				}
			}
		}
		if *catalogueDir != "" {
			save(t, filepath.Join(*catalogueDir, fmt.Sprintf("composants-%v.png", scale)), w.Canvas().Capture())
		}
	}
}
