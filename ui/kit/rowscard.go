package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// RowsCard is a card of rows of which it shows those that have room, a few at least; « Tout voir » shows the others.
// Its rows are lower when there is little room.
type RowsCard struct {
	widget.BaseWidget
	title *Label
	badge *fyne.Container
	more  *Button
	body  *fyne.Container // in place of the rows when there are none
	rows  []fyne.CanvasObject
	box   *fyne.Container
	all   bool // every row, whatever the room
}

// The heights of a RowsCard, and how many rows it shows at least.
const (
	rowsHead  = look.ControlSmall
	rowLow    = 44
	rowsLeast = 4
)

// NewRowsCard makes a card without rows; Set gives them.
func NewRowsCard(title string) *RowsCard {
	c := &RowsCard{title: Text(title, look.CardTitle), badge: Holder(Gap(0)), body: Holder(Gap(0))}
	c.more = NewSmall("Tout voir", "", Quiet, c.turn)
	c.more.Tip = "Tout voir\u00a0: " + title
	c.box = container.New(&rowsLayout{c})
	c.ExtendBaseWidget(c)
	c.Set(nil, Gap(0))
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *RowsCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.box) }

// Set replaces the rows. The badge says how many they are; empty is shown when there are none.
func (c *RowsCard) Set(badge, empty fyne.CanvasObject, rows ...fyne.CanvasObject) {
	if badge == nil {
		badge = Gap(0)
	}
	c.rows = rows
	c.badge.Objects = []fyne.CanvasObject{badge}
	c.body.Objects = []fyne.CanvasObject{empty}
	show(c.body, len(rows) == 0)
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) { s.Panel(At(0, 0, size.Width, size.Height)) })
	objs := []fyne.CanvasObject{back, HBox(look.Gap, c.title, c.badge), c.more, c.body}
	KeepFocus(c.box, func() { Replace(c.box, append(objs, rows...)...) })
}

func (c *RowsCard) turn() {
	c.all = !c.all
	words := "Tout voir"
	if c.all {
		words = "Réduire"
	}
	c.more.SetLabel(words)
	Relayout(c)
	c.box.Refresh()
}

// least is how many rows are shown even without room.
func (c *RowsCard) least() int {
	if c.all {
		return len(c.rows)
	}
	return min(rowsLeast, len(c.rows))
}

// HeightFor implements Flowing.
func (c *RowsCard) HeightFor(width float32) float32 {
	in := float32(rowsLeast) * rowLow
	if c.body.Visible() {
		in = max(in, HeightFor(c.body, width-2*look.Wide))
	}
	if c.all {
		in = max(in, float32(len(c.rows))*look.AlertHeight)
	}
	return 2*look.Gap + rowsHead + look.Tight + in
}

// MinSize implements fyne.CanvasObject.
func (c *RowsCard) MinSize() fyne.Size {
	w := c.Size().Width
	if w == 0 {
		w = look.TextWidthMax
	}
	return fyne.NewSize(280, c.HeightFor(w))
}

type rowsLayout struct{ c *RowsCard }

func (l *rowsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.c.MinSize() }

func (l *rowsLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	c := l.c
	Place(objs[0], At(0, 0, size.Width, size.Height))
	in := At(look.Wide, look.Gap, size.Width-2*look.Wide, size.Height-2*look.Gap)
	more := c.more.MinSize().Width
	Place(objs[1], At(in.X, in.Y, in.W-more-look.Tight, rowsHead))
	Place(c.more, At(in.End()-more+9, in.Y, more, rowsHead)) // its words end where the rows do
	top := in.Y + rowsHead + look.Tight
	room := in.Bottom() - top
	Place(c.body, At(in.X, top, in.W, room))
	h, shown := float32(look.AlertHeight), max(c.least(), min(len(c.rows), int((room+1)/look.AlertHeight)))
	if float32(shown)*h > room+1 {
		h = max(rowLow, room/float32(shown))
	}
	show(c.more, c.all || shown < len(c.rows))
	for i, r := range c.rows {
		show(r, i < shown)
		Place(r, At(in.X, top+float32(i)*h, in.W, h))
	}
}
