package kit

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// CodeGroups shows a code to be copied by hand: its groups in numbered boxes, four a row.
func CodeGroups(groups []string) *Painted {
	const across, high = 4, 52
	rows := (len(groups) + across - 1) / across
	return NewPainted(fyne.NewSize(across*86, float32(rows)*(high+look.Tight)-look.Tight), func(s *Scene, size fyne.Size) {
		p, wide := look.P(), (size.Width-(across-1)*look.Tight)/across
		for i, g := range groups {
			a := At(float32(i%across)*(wide+look.Tight), float32(i/across)*(high+look.Tight), wide, high)
			s.Box(a, Edge{1, p.LineStrong}, p.Card, look.RadiusField)
			s.Text(At(a.X+8, a.Y+4, 0, 16), strconv.Itoa(i+1), look.Caption)
			s.TextC(At(a.X, a.Y+18, a.W, 28), g, look.CardTitle.Tabular())
		}
	})
}
