package settings_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

// kept writes a file in a folder of the test, and answers its path.
func kept(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLogoIsChosenSeenAndTakenAway(t *testing.T) {
	d, w := open(t, "papiers")
	before := d.Registry.Settings().Logo
	drawn := image.NewNRGBA(image.Rect(0, 0, 300, 100))
	draw.Draw(drawn, image.Rect(20, 20, 200, 80), image.NewUniform(color.NRGBA{0x80, 0x20, 0x20, 0xFF}), image.Point{}, draw.Src)
	draw.Draw(drawn, image.Rect(200, 20, 280, 80), image.NewUniform(color.NRGBA{0x20, 0x80, 0x20, 0xFF}), image.Point{}, draw.Src)
	var file bytes.Buffer
	if err := png.Encode(&file, drawn); err != nil {
		t.Fatal(err)
	}
	w.Picture = kept(t, "logo.png", file.Bytes())
	pagetest.Tap(t, w, "Changer de logo…")
	logo := d.Registry.Settings().Logo
	if bytes.Equal(logo, before) || len(logo) == 0 {
		t.Fatalf("%d bytes are kept; failures %v", len(logo), w.Failures)
	}
	pagetest.Shoot(t, w, "reglages-logo")
	if shown := pagetest.Find[*kit.Picture](w, ""); len(shown) != 1 || shown[0].Image() == nil {
		t.Error("the logo is not seen")
	}
	pagetest.Tap(t, w, "Retirer le logo")
	if n := len(d.Registry.Settings().Logo); n != 0 {
		t.Errorf("%d bytes are left", n)
	}
	pagetest.Tap(t, w, "Choisir un logo…")
	if len(d.Registry.Settings().Logo) == 0 {
		t.Error("a logo cannot be chosen again")
	}
}

func TestFileThatIsNoPictureLeavesTheLogoAndSaysWhatToDo(t *testing.T) {
	d, w := open(t, "papiers")
	before := d.Registry.Settings().Logo
	w.Picture = kept(t, "logo.png", []byte("%PDF-1.7"))
	pagetest.Tap(t, w, "Changer de logo…")
	if !bytes.Equal(before, d.Registry.Settings().Logo) || len(w.Failures) != 1 || !strings.Contains(fr.Error(w.Failures[0]), "PDF") {
		t.Errorf("failures %v", w.Failures)
	}
}
