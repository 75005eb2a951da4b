package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/kit"
	"mercredi/ui/look"
)

func TestNameIsCountedInTheLettersOneSees(t *testing.T) {
	window(t)
	f := kit.NewTextField("Nom", "")
	for letters, want := range map[int]string{120: "", 121: "121 caractères, c’est trop\u00a0: 120 au plus."} {
		f.SetText("  " + strings.Repeat("e\u0301", letters) + "\u00a0 ")
		if f.Check(); f.Err() != want {
			t.Errorf("%d accented letters: %q, want %q", letters, f.Err(), want)
		}
		if got := f.Text(); got != strings.Repeat("é", letters) {
			t.Errorf("%d letters are given as %d bytes: %.20q…", letters, len(got), got)
		}
	}
}

func TestTagIsKeptInOneForm(t *testing.T) {
	window(t)
	tags := kit.NewTagField("Points d’appui", nil, []string{"Curiosité"})
	own := tags.Keyboard().(interface{ SetText(string) })
	own.SetText(" Curiosite\u0301 ")
	if tags.Check(); len(tags.Chosen()) != 1 {
		t.Errorf("one word typed in two ways is kept twice: %q", tags.Chosen())
	}
}

// TestLongNoteWithEmojiIsShownWhole: nothing is cut, and the field takes the height of its text.
func TestLongNoteWithEmojiIsShownWhole(t *testing.T) {
	w := window(t)
	note := []rune(strings.Repeat("Elle rit 😀 et aide 👩🏽‍🎨 les petits.\n", 300))[:9_999]
	text := string(note) + "."
	f := kit.NewNoteField("Remarques", "", 4)
	w.SetContent(f)
	w.Resize(fyne.NewSize(600, 700))
	short := f.HeightFor(600)
	f.SetText(text)
	if f.Check(); f.Err() != "" || f.Text() != text {
		t.Errorf("error %q, %d bytes of %d", f.Err(), len(f.Text()), len(text))
	}
	if got := f.HeightFor(600); got < short+200*18 {
		t.Errorf("the field is %.0f high, %.0f when empty: the end is out of sight", got, short)
	}
	w.Canvas().Capture()
	f.SetText(text + "!")
	if f.Check() || f.Err() != "10\u00a0001 caractères, c’est trop\u00a0: 10\u00a0000 au plus." {
		t.Errorf("one letter too many: %q", f.Err())
	}
	if f.Text() != text+"!" {
		t.Error("a text that is too long is cut while it is typed")
	}
}

func BenchmarkTypingInALongNote(b *testing.B) {
	test.NewApp().Settings().SetTheme(look.NewTheme(false))
	w := test.NewTempWindow(b, kit.Gap(1))
	f := kit.NewNoteField("Remarques", "", 4)
	w.SetContent(f)
	w.Resize(fyne.NewSize(600, 700))
	f.SetText(strings.Repeat("Elle rit 😀 et aide les petits. ", 320))
	for b.Loop() {
		f.Keyboard().TypedRune('a')
	}
}
