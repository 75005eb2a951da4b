package pdf

import "fmt"

const (
	keyLetter  = 19.0 // points, when the cell is wide enough
	keySmall   = 8.0  // under this size groups are set as a sentence
	keyAdvance = 0.96 // of the size: every sign takes the same room, that of a W
	keyNumber  = 16.0 // points, room for the number of a group
	keyGap     = 6.0
	keyPad     = 5.0
)

// Key sets the groups of a code that somebody will copy by hand: numbered, large, every sign as wide as the next.
func (d *Document) Key(groups []string) {
	if len(groups) == 0 {
		return
	}
	perRow := keyPerRow(len(groups))
	each := (d.page.measure() - keyGap*float64(perRow-1)) / float64(perRow)
	longest := 1
	for _, g := range groups {
		longest = max(longest, len([]rune(clean(g))))
	}
	st := smallStyle.strong()
	st.size = min(keyLetter, (each-keyNumber-2*keyPad)/(float64(longest)*keyAdvance))
	if st.size < keySmall {
		d.List(groups)
		return
	}
	list := d.root.add(KindList)
	for i := 0; i < len(groups); i += perRow {
		row := strip{height: st.size*1.3 + 2*keyPad}
		for j, g := range groups[i:min(i+perRow, len(groups))] {
			c := keyCell{doc: d, style: st, x: float64(j) * (each + keyGap), width: each, height: row.height}
			row.over(c.marks(i+j+1, g, list.add(KindItem))...)
		}
		before := keyGap
		if i == 0 {
			before = d.aboveText() + 4
		}
		if i+perRow < len(groups) {
			row.glue = kept
		}
		d.add(before, row)
	}
}

// keyPerRow is how many groups stand in a row: rows of the same length where it can be.
func keyPerRow(groups int) int {
	for _, n := range []int{4, 5, 3} {
		if groups%n == 0 {
			return n
		}
	}
	return 4
}

// keyCell is the place of one group.
type keyCell struct {
	doc              *Document
	style            style
	x, width, height float64
}

// marks are the tint, the number, and the signs each in the middle of its place.
func (c keyCell) marks(number int, group string, elem *Element) []mark {
	marks := []mark{{shape: shapeBand, x: c.x, w: c.width, h: c.height, size: 3, colour: shade}}
	base := c.style.baseline(c.height)
	if lines := c.doc.types.wrap(c.doc.types.words(plain(fmt.Sprint(number)), labelStyle), keyNumber); len(lines) > 0 {
		for _, m := range lines[0].marks(c.x+keyPad, base, labelStyle, elem) {
			m.part = partLabel
			marks = append(marks, m)
		}
	}
	step := c.style.size * keyAdvance
	signs := []rune(clean(group))
	x := c.x + keyNumber + (c.width-keyNumber-step*float64(len(signs)))/2
	for i := range signs {
		for _, r := range c.doc.types.runs(signs, i, c.style) {
			marks = append(marks, mark{shape: shapeText, x: x + (step-r.width)/2, y: base, w: r.width, size: r.size,
				colour: c.style.colour, face: r.face, text: r.text, elem: elem})
		}
		x += step
	}
	return marks
}
