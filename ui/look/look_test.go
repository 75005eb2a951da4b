package look_test

import (
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func TestFyneSpeaksFrench(t *testing.T) {
	test.NewTempApp(t)
	if err := look.UseFrench(); err != nil {
		t.Fatal(err)
	}
	for english, french := range map[string]string{"Cancel": "Annuler", "Paste": "Coller"} {
		if got := lang.L(english); got != french {
			t.Errorf("%s is %q, want %q", english, got, french)
		}
	}
	if got := lang.X("wednesday.short", "Wed"); got != "mer." {
		t.Errorf("Wednesday is %q", got)
	}
}

func TestEveryDisciplineHasToneAndIcon(t *testing.T) {
	for _, key := range []string{"art", "sophrology", "psychoeducation", "psychologist", "cps", "school"} {
		if !look.HasIcon(look.DisciplineIcon(key)) {
			t.Errorf("%s has no icon", key)
		}
		for _, p := range []*look.Palette{look.Light, look.Dark} {
			if p.Tone(look.ToneName(key)) == p.Tone(look.Neutral) {
				t.Errorf("%s has no tone of its own", key)
			}
		}
	}
}
