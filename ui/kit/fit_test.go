package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestFitGivesTheFirstWhatItWishesAndTheRestItsOwnHeight(t *testing.T) {
	startApp(t)
	for _, c := range []struct{ window, wish, first float32 }{
		{400, 500, 290}, // all that is left
		{400, 60, 160},  // no more than it wishes
		{150, 60, 100},  // its least, whatever happens
		{400, -20, 100},
	} {
		first, rest := NewPainted(fyne.NewSize(50, 100), nil), NewPainted(fyne.NewSize(50, 100), nil)
		fit := Fit(10, func() float32 { return c.wish }, first, rest)
		w := test.NewTempWindow(t, fit)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(200, c.window))
		if first.Size().Height != c.first || rest.Size().Height != 100 {
			t.Errorf("in %v wishing %v: heights are %v and %v", c.window, c.wish, first.Size().Height, rest.Size().Height)
		}
		if want := c.first + 10; rest.Position().Y != want {
			t.Errorf("in %v wishing %v: the rest is at %v, want %v", c.window, c.wish, rest.Position().Y, want)
		}
	}
}
