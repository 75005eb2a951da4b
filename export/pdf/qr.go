package pdf

import (
	"errors"
	"fmt"

	qr "github.com/piglig/go-qr"
)

// QR is a square code that a reader types for you, beside the words that say how.
type QR struct {
	Text  string // what the code says
	Alt   string // the sentence read instead of the square
	Title string
	Steps []string // numbered, beside the square
}

const (
	qrSide = 36 * mm
	qrGap  = 9 * mm // at least the four white squares that readers need
	qrSeam = 0.03   // points by which squares overlap, so that no screen shows a line between them
)

// QR sets the code on the right of its title and steps. Without a text, or with one too long for a code, it leaves the words alone.
func (d *Document) QR(q QR) {
	squares, err := qrSquares(q.Text)
	width := d.page.measure()
	if err == nil {
		width -= qrSide + qrGap
	}
	head := d.root.add(KindHeading)
	head.Level = 2
	title := beside(column{lines: d.text(q.Title, headingStyle, width, head)})
	if n := len(title); n > 0 {
		title[n-1].height += belowHeading
	}
	strips := append(title, d.steps(q.Steps, width)...)
	above := d.aboveTitle()
	if err == nil {
		figure := d.root.add(KindFigure)
		figure.Alt = clean(q.Alt)
		whole := fuse(strips)
		x := d.page.measure() - qrSide
		for _, m := range squares {
			m.elem = figure
			whole.over(shift([]mark{m}, x, 2)...)
		}
		whole.height = max(whole.height, qrSide+2)
		strips = []strip{whole}
	}
	bind(strips, kept)
	d.add(above, strips...)
}

// Steps sets items in the order they are to be done, each after its number.
func (d *Document) Steps(items []string) {
	d.add(d.aboveText(), d.steps(items, d.page.measure())...)
}

func (d *Document) steps(items []string, width float64) []strip {
	const indent = 16.0
	list := d.root.add(KindList)
	var strips []strip
	for i, item := range items {
		e := list.add(KindItem)
		number := labels(sets(open(d.types.wrap(d.types.words(plain(fmt.Sprint(i+1)+"."), textStyle), indent)), textStyle, e))
		step := flow(beside(column{lines: number}, column{x: indent, lines: d.text(item, textStyle, width-indent, e)}))
		if len(step) > 0 && i > 0 {
			step[0].before = 1.5
		}
		strips = append(strips, step...)
	}
	return strips
}

// qrSquares are the black squares of the code of a text, in a square of side qrSide, those of a row joined.
func qrSquares(text string) ([]mark, error) {
	if text == "" {
		return nil, errors.New("no text for a square code")
	}
	code, err := qr.EncodeText(text, qr.Quartile)
	if err != nil {
		return nil, err
	}
	side := qrSide / float64(code.Size())
	var marks []mark
	for y := range code.Size() {
		for x := 0; x < code.Size(); x++ {
			from := x
			for x < code.Size() && code.Module(x, y) {
				x++
			}
			if x > from {
				marks = append(marks, mark{shape: shapeBox, x: float64(from) * side, y: float64(y) * side,
					w: float64(x-from)*side + qrSeam, h: side + qrSeam, colour: black})
			}
		}
	}
	return marks, nil
}
