package kit

import "maps"

// TableState is what a person changed in a table: it can be kept as JSON and restored.
type TableState struct {
	Sort       string             `json:"sort,omitempty"` // ID of the column
	Descending bool               `json:"descending,omitempty"`
	Widths     map[string]float32 `json:"widths,omitempty"` // by ID, only the columns that were resized
}

// Widths of columns.
const (
	columnWidth = 120 // when a column wants none
	columnLeast = 56
	columnStep  = 16 // one press of + or −
	cellMargin  = 8
	rowMargin   = 8 // more room at both ends of a row
)

// State returns the order and the widths.
func (t *Table[R]) State() TableState {
	s := t.state
	s.Widths = maps.Clone(s.Widths)
	return s
}

// Restore takes back an order and widths, without telling. Columns that are gone are ignored.
func (t *Table[R]) Restore(s TableState) {
	s.Widths = maps.Clone(s.Widths)
	t.state = s
	t.sortRows()
	t.filterRows()
}

// Columns are those on show, in their order.
func (t *Table[R]) Columns() []Column[R] {
	var out []Column[R]
	for _, i := range t.shown() {
		out = append(out, t.parts.Columns[i])
	}
	return out
}

// SetHidden hides or shows a column.
func (t *Table[R]) SetHidden(id string, hidden bool) {
	if i := t.column(id); i >= 0 && t.parts.Columns[i].Hidden != hidden {
		t.parts.Columns[i].Hidden = hidden
		t.header = -1
		t.repaint()
	}
}

func (t *Table[R]) changed() {
	if t.parts.OnState != nil {
		t.parts.OnState(t.State())
	}
}

func (t *Table[R]) column(id string) int {
	for i := range t.parts.Columns {
		if t.parts.Columns[i].ID == id {
			return i
		}
	}
	return -1
}

// shown lists the columns that are not hidden.
func (t *Table[R]) shown() []int {
	var cols []int
	for i := range t.parts.Columns {
		if !t.parts.Columns[i].Hidden {
			cols = append(cols, i)
		}
	}
	return cols
}

// spread shares the room among the columns on show. Each has the width it wants and what is left over goes by weight.
// When there is too little, the columns nobody resized give way first, down to columnLeast; then the others; then all.
func (t *Table[R]) spread(cols []int, room float32) []float32 {
	ws := make([]float32, len(cols))
	resized := make([]bool, len(cols))
	left, weights := room, float32(0)
	for i, c := range cols {
		col := &t.parts.Columns[c]
		ws[i], resized[i] = t.state.Widths[col.ID]
		if !resized[i] {
			ws[i] = col.Width
			weights += col.Weight
			if ws[i] == 0 {
				ws[i] = columnWidth
			}
		}
		ws[i] = max(ws[i], columnLeast)
		left -= ws[i]
	}
	switch {
	case left < 0:
		left = giveWay(ws, left, func(i int) bool { return !resized[i] })
		if left = giveWay(ws, left, func(i int) bool { return resized[i] }); left < -.5 {
			for i := range ws {
				ws[i] = room / float32(len(ws))
			}
		}
	case weights > 0:
		for i, c := range cols {
			if !resized[i] {
				ws[i] += left * t.parts.Columns[c].Weight / weights
			}
		}
	case len(ws) > 0:
		ws[len(ws)-1] += left
	}
	return ws
}

// giveWay takes what is missing (negative) from some columns, in proportion to what they can give, and returns what
// is still missing.
func giveWay(ws []float32, missing float32, some func(int) bool) float32 {
	var spare float32
	for i, w := range ws {
		if some(i) {
			spare += w - columnLeast
		}
	}
	if spare <= 0 || missing >= 0 {
		return missing
	}
	take := min(-missing, spare)
	for i, w := range ws {
		if some(i) {
			ws[i] -= take * (w - columnLeast) / spare
		}
	}
	return missing + take
}

// cells calls each for every column on show with its index and its area in a row.
func (t *Table[R]) cells(row Area, each func(column int, a Area)) {
	cols := t.shown()
	x := row.X + rowMargin
	for i, w := range t.spread(cols, row.W-2*rowMargin) {
		from, to := Snap(x), Snap(x+w)
		each(cols[i], At(from, row.Y, to-from, row.H))
		x += w
	}
}

// resize gives a column a width of its own.
func (t *Table[R]) resize(c int, w float32) {
	if t.state.Widths == nil {
		t.state.Widths = map[string]float32{}
	}
	t.state.Widths[t.parts.Columns[c].ID] = max(columnLeast, Snap(w))
	t.top.Refresh()
	t.body.Refresh()
}

// widthOf is the width a column has now.
func (t *Table[R]) widthOf(c int) (w float32) {
	t.cells(At(0, 0, t.top.Size().Width, 1), func(i int, a Area) {
		if i == c {
			w = a.W
		}
	})
	return w
}
