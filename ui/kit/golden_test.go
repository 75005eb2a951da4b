package kit

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// updateGolden rewrites the pictures: go test ./ui/kit -run Golden -args -golden.
var updateGolden = flag.Bool("golden", false, "rewrite the golden pictures")

func TestGoldenPictures(t *testing.T) {
	none := func() {}
	pictures := map[string]func() fyne.CanvasObject{
		"boutons": func() fyne.CanvasObject {
			off := NewButton("Finaliser", "lock", Primary, none)
			off.SetReason("Il manque un bilan.")
			return Pad(look.Wide, RowWrap(look.Gap, NewButton("Finaliser", "lock", Primary, none), forced(NewButton("Imprimer", "printer", Secondary, none), false, true),
				NewButton("Effacer", "trash-2", Danger, none), off, Badge("En retard", "circle-alert", look.Alarm), Pips(5, 7, "art"), Bar(.71, look.Good, 90)))
		},
		"parcours": func() fyne.CanvasObject {
			return Pad(look.Wide, Card("Parcours", CountBadge(3, look.Alarm), Stepper(Step{"eye", "Repérage", "12 mai", "par l’école", Done},
				Step{"shapes", "Ateliers", "depuis le 7 oct.", "séance 10", Running}, Step{"file-pen-line", "Bilan", "27 janv.", "brouillon", Coming})))
		},
	}
	for name, build := range pictures {
		for suffix, dark := range map[string]bool{"": false, "-sombre": true} {
			img := capture(t, dark, fyne.NewSize(480, 200), build)
			path := filepath.Join("testdata", name+suffix+".png")
			if *updateGolden {
				save(t, path, img)
				continue
			}
			if apart := differing(img, load(t, path)); apart > 10 {
				t.Errorf("%s: %d pixels differ", path, apart)
			}
		}
	}
}

func load(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// differing counts the pixels that are more than one part in a hundred apart.
func differing(a, b image.Image) (n int) {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	far := func(x, y uint32) bool { return max(x, y)-min(x, y) > 0xffff/100 }
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if far(r1, r2) || far(g1, g2) || far(b1, b2) {
				n++
			}
		}
	}
	return n
}
