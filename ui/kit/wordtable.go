package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// WordRow is a line of a WordTable. A line without cells is the title of those below it.
type WordRow struct {
	Title string
	Cells []string // one a column; an empty one shows a dash
}

// WordTable is a small table to read, inside a card: no keyboard, no scrolling, every line in sight.
func WordTable(heads []string, rows []WordRow) *Painted {
	const lineHeight, headHeight = 30, 34
	return NewPainted(fyne.NewSize(320, headHeight+lineHeight*float32(len(rows))), func(s *Scene, size fyne.Size) {
		p := look.P()
		first := max(160, Snap(size.Width*.26))
		each := (size.Width - first) / float32(max(1, len(heads)))
		column := func(i int, y, h float32) Area { return At(first+float32(i)*each, y, each-look.Tight, h) }
		for i, h := range heads {
			s.Text(column(i, 0, headHeight), h, look.DetailBold)
		}
		for n, row := range rows {
			y := headHeight + lineHeight*float32(n)
			s.Rect(At(0, y, size.Width, 1), p.Line, 0)
			if len(row.Cells) == 0 {
				s.Text(At(0, y+4, size.Width, lineHeight-4), row.Title, look.DetailBold.As(look.Ink2))
				continue
			}
			s.Text(At(0, y, first-look.Tight, lineHeight), row.Title, look.Body)
			for i, c := range row.Cells {
				st := look.Body
				if c == "" {
					c, st = "–", look.Body.As(look.Ink3)
				}
				s.Text(column(i, y, lineHeight), c, st)
			}
		}
	})
}
