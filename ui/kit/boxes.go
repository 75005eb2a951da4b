package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mercredi/ui/look"
)

// VBox puts objects below one another, gap apart, each as wide as the box and as high as it needs.
func VBox(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&vbox{gap: gap}, nonNil(objs)...)
}

type vbox struct {
	memory
	gap float32
}

func (l *vbox) Layout(all []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	objs := shown(all)
	var extra float32
	if n := countGrowing(objs); n > 0 {
		extra = (size.Height - l.heightFor(objs, size.Width)) / n // negative when there is too little room
	}
	y := float32(0)
	for _, o := range objs {
		h := HeightFor(o, size.Width)
		if growing(o) {
			h = max(0, h+extra)
		}
		Place(o, At(0, y, size.Width, h))
		y += h + l.gap
	}
}

func (l *vbox) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *vbox) wide(objs []fyne.CanvasObject) float32 { return widest(objs) }

func (l *vbox) heightFor(objs []fyne.CanvasObject, w float32) (h float32) {
	for i, o := range objs {
		if i > 0 {
			h += l.gap
		}
		h += HeightFor(o, w)
	}
	return h
}

// HBox puts objects side by side, gap apart, each as wide as it needs and centred on the height of the row. When
// there is too little room the widest gives way.
func HBox(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hbox{gap: gap}, nonNil(objs)...)
}

// HTop is an HBox whose objects hang from the top.
func HTop(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hbox{gap: gap, top: true}, nonNil(objs)...)
}

// Spread puts one object at the left, which takes the room it can, and one at the right.
func Spread(left, right fyne.CanvasObject) *fyne.Container {
	return HBox(look.Wide, Grow(left), right)
}

type hbox struct {
	memory
	gap float32
	top bool
}

func (l *hbox) widths(objs []fyne.CanvasObject, total float32) []float32 {
	ws := make([]float32, len(objs))
	rest := total - l.gap*float32(max(0, len(objs)-1))
	for i, o := range objs {
		if !growing(o) {
			ws[i] = minWidth(o)
			rest -= ws[i]
		}
	}
	if n := countGrowing(objs); n > 0 && rest > 0 {
		for i, o := range objs {
			if growing(o) {
				ws[i] = rest / n
			}
		}
	}
	if rest < 0 {
		big := 0
		for i := range ws {
			if ws[i] > ws[big] {
				big = i
			}
		}
		if len(ws) > 0 {
			ws[big] = max(0, ws[big]+rest)
		}
	}
	return ws
}

func (l *hbox) Layout(all []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	objs := shown(all)
	x := float32(0)
	for i, w := range l.widths(objs, size.Width) {
		h := min(HeightFor(objs[i], w), size.Height)
		y := (size.Height - h) / 2
		if l.top {
			y = 0
		}
		Place(objs[i], At(x, y, w, h))
		x += w + l.gap
	}
}

func (l *hbox) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *hbox) wide(objs []fyne.CanvasObject) float32 { return inRow(l.gap, objs) }

func (l *hbox) heightFor(objs []fyne.CanvasObject, total float32) (h float32) {
	for i, w := range l.widths(objs, total) {
		h = max(h, HeightFor(objs[i], w))
	}
	return h
}

// Cell is one column of Columns: a share of the width, or a fixed width.
type Cell struct {
	Weight, Width float32
	Object        fyne.CanvasObject
}

// Share is a column that takes a part of the free width in proportion to its weight.
func Share(weight float32, o fyne.CanvasObject) Cell { return Cell{Weight: weight, Object: o} }

// Fixed is a column of a given width.
func Fixed(width float32, o fyne.CanvasObject) Cell { return Cell{Width: width, Object: o} }

// Columns puts objects side by side, all as high as the row: cards, a list beside its detail. A column that changes
// is a Holder.
func Columns(gap float32, cells ...Cell) *fyne.Container {
	c := container.New(&columns{gap: gap, cells: cells})
	for _, cell := range cells {
		c.Objects = append(c.Objects, cell.Object)
	}
	return c
}

// Grid puts objects in n equal columns; the objects of a row have the same height.
func Grid(n int, gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	rows := VBox(gap)
	for len(objs) > 0 {
		cells := make([]Cell, n)
		for i := range cells {
			cells[i] = Share(1, NewPainted(fyne.NewSize(1, 1), nil))
			if len(objs) > 0 {
				cells[i].Object, objs = objs[0], objs[1:]
			}
		}
		rows.Add(Columns(gap, cells...))
	}
	return rows
}

type columns struct {
	memory
	gap   float32
	cells []Cell
}

// shown drops the columns whose object is hidden: the others share their room.
func (l *columns) shown() []Cell {
	return slices.DeleteFunc(slices.Clone(l.cells), func(c Cell) bool { return !c.Object.Visible() })
}

func (l *columns) widths(cells []Cell, total float32) []float32 {
	ws := make([]float32, len(cells))
	rest, weights := total-l.gap*float32(max(0, len(cells)-1)), float32(0)
	for i, c := range cells {
		ws[i] = c.Width
		rest -= c.Width
		weights += c.Weight
	}
	for i, c := range cells {
		if c.Weight > 0 {
			ws[i] = max(0, rest*c.Weight/weights)
		}
	}
	return ws
}

func (l *columns) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	cells, x := l.shown(), float32(0)
	for i, w := range l.widths(cells, size.Width) {
		Place(cells[i].Object, At(x, 0, w, size.Height))
		x += w + l.gap
	}
}

func (l *columns) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *columns) wide([]fyne.CanvasObject) float32 {
	cells := l.shown()
	w := l.gap * float32(max(0, len(cells)-1))
	for _, c := range cells {
		if c.Weight > 0 {
			w += min(minWidth(c.Object), look.TextWidthMax/4)
			continue
		}
		w += c.Width
	}
	return w
}

func (l *columns) heightFor(_ []fyne.CanvasObject, total float32) (h float32) {
	cells := l.shown()
	for i, w := range l.widths(cells, total) {
		h = max(h, HeightFor(cells[i].Object, w))
	}
	return h
}

// RowWrap puts objects side by side and goes to the next line when the row is full: chips, badges, tags.
func RowWrap(gap float32, objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowWrap{gap: gap}, nonNil(objs)...)
}

type rowWrap struct {
	memory
	gap float32
}

// each calls place for every object with its area, centred on the height of its line, and returns the height of all
// lines.
func (l *rowWrap) each(objs []fyne.CanvasObject, total float32, place func(fyne.CanvasObject, Area)) float32 {
	y := float32(0)
	for first := 0; first < len(objs); {
		var line []Area
		x, high := float32(0), float32(0)
		for _, o := range objs[first:] {
			w := min(minWidth(o), total)
			if len(line) > 0 && x+w > total {
				break
			}
			h := HeightFor(o, w)
			line = append(line, At(x, y, w, h))
			x, high = x+w+l.gap, max(high, h)
		}
		for i, a := range line {
			if place != nil {
				place(objs[first+i], a.Shift(0, (high-a.H)/2))
			}
		}
		first += len(line)
		y += high + l.gap
	}
	return max(0, y-l.gap)
}

func (l *rowWrap) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.each(shown(objs), size.Width, func(o fyne.CanvasObject, a Area) { Place(o, a) })
}

func (l *rowWrap) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *rowWrap) wide(objs []fyne.CanvasObject) float32 { return inRow(l.gap, objs) }

func (l *rowWrap) heightFor(objs []fyne.CanvasObject, w float32) float32 { return l.each(objs, w, nil) }
