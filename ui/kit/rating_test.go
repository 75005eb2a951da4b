package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

var words = []string{"pas encore", "rarement", "parfois", "souvent", "toujours"}

func TestDigitsArrowsAndSupprChangeALevel(t *testing.T) {
	startApp(t)
	var told []int
	r := NewRating("Attention", words, func(l int) { told = append(told, l) })
	for _, c := range "4'9x" { // ' is an unshifted 4 on a French keyboard: nothing new; there is no ninth level
		r.TypedRune(c)
	}
	r.TypedRune('é')
	key(r, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyDelete)
	if want := []int{4, 2, 3, 5, 4, 1, 0}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestAClickChoosesALevelAndItsWordShows(t *testing.T) {
	startApp(t)
	r := NewRating("Attention", words, nil)
	r.Resize(r.MinSize())
	if !slices.Contains(r.Texts(), "à évaluer") {
		t.Errorf("an empty rating says %q", r.Texts())
	}
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(2*(levelSide+levelGap)+5, 15)})
	if r.Value() != 3 || !slices.Contains(r.Texts(), "parfois") {
		t.Errorf("level %d says %q", r.Value(), r.Texts())
	}
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(180, 15)})
	if r.Value() != 3 {
		t.Error("a click on the word changes the level")
	}
}

func TestAReadOnlyRatingRefuses(t *testing.T) {
	startApp(t)
	r := NewRating("Attention", words, func(int) { t.Error("a read-only level was changed") })
	r.SetValue(2)
	r.SetReadOnly(true)
	r.TypedRune('5')
	key(r, fyne.KeyRight, fyne.KeyDelete)
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 15)})
	if r.Value() != 2 || !r.Disabled() {
		t.Errorf("level %d, stop for Tab %v", r.Value(), !r.Disabled())
	}
}

func TestARatingIsAnInputOfAForm(t *testing.T) {
	startApp(t)
	r := NewRating("Attention", words, nil)
	r.Needed = "Choisissez un niveau."
	form := NewForm(r)
	if form.Check() || r.word() != "Choisissez un niveau." {
		t.Errorf("a needed level that is empty says %q", r.word())
	}
	r.TypedRune('1')
	if !form.Check() || !form.Dirty() {
		t.Error("choosing a level does not mend the form, or is no change")
	}
}

func TestStepChipsTellThePartAndKeepWhatIsDone(t *testing.T) {
	startApp(t)
	told := -1
	c := NewStepChips([]string{"Régularité", "Compétences", "Suites"}, func(i int) { told = i })
	key(c, fyne.KeyRight)
	if told != 1 || c.Selected() != 1 {
		t.Errorf("Right shows part %d, told %d", c.Selected(), told)
	}
	width := c.MinSize()
	c.SetDone(1, true)
	c.Select(2)
	if c.MinSize() != width {
		t.Error("choosing a part moves the others")
	}
}
