package papers

import (
	"context"
	"path/filepath"

	"github.com/ncruces/zenity"

	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

var _ page.PictureChooser = (*Service)(nil)

// pictureChooser is a Chooser that asks for a picture too. It answers as a Chooser does.
type pictureChooser interface {
	Picture(answer func(path string))
}

// ChoosePicture asks for a picture on this PC, and calls chosen unless the person gives up.
func (s *Service) ChoosePicture(chosen func(string)) {
	asks, ok := s.world.Chooser.(pictureChooser)
	if !ok {
		asks = windowChooser{tasks: s.world.Tasks, canvas: s.world.Canvas}
	}
	asks.Picture(func(path string) {
		if path != "" {
			chosen(path)
		}
	})
}

// Picture asks with the dialog of the system.
func (c systemChooser) Picture(answer func(string)) {
	kinds := zenity.FileFilters{{Name: "Images PNG, JPEG et SVG", Patterns: []string{"*.png", "*.jpg", "*.jpeg", "*.svg"}, CaseFold: true}}
	task.Run(c.tasks, func(ctx context.Context) (string, error) {
		return zenity.SelectFile(zenity.Context(ctx), zenity.Title("Choisir le logo"), kinds)
	}, func(path string, err error) {
		c.answer(path, err, answer, func() { c.ours.Picture(answer) })
	})
}

// Picture asks for the path of a picture in the window.
func (c windowChooser) Picture(answer func(string)) {
	where := kit.NewTextField("Fichier du logo", "")
	where.Max = 0 // a path may be long
	where.Needed = "Indiquez le fichier."
	where.SetHelp("Une image PNG, JPEG ou SVG.")
	where.Valid = func(text string) string {
		if !filepath.IsAbs(text) {
			return "Écrivez le chemin du fichier en entier, à partir du disque."
		}
		return ""
	}
	form := kit.NewForm(where)
	var sheet *kit.Dialog
	form.OnSubmit = func() {
		sheet.Close()
		answer(filepath.Clean(where.Text()))
	}
	sheet = c.show(sheetOf{"Choisir le logo", "Choisir ce fichier", where}, form, func() { answer("") })
}
