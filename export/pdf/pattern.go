package pdf

import "math"

// pattern fills the surfaces of one series of a chart. Each differs by its drawing as well as by its colour, so that a
// grey printer and a person who sees no colour lose nothing.
type pattern int

const (
	patternFull pattern = iota
	patternSlant
	patternPale
	patternLevel
	patternDots
	patternCross
	patternCount
)

// patternOf is the pattern of the nth series; after the last it begins again.
func patternOf(n int) pattern { return pattern(n) % patternCount }

var patternInks = [patternCount]struct{ edge, tint colour }{
	patternFull:  {primary, primary},
	patternSlant: {umber, honey},
	patternPale:  {primary, mist},
	patternLevel: {grey, paper},
	patternDots:  {umber, paper},
	patternCross: {primary, paper},
}

const hatch = 4.2 // points between the lines and dots of a pattern

// area is a rectangle of a chart.
type area struct{ x, y, w, h float64 }

// fill draws a pattern in an area, within a thin edge.
func (p pattern) fill(a area, elem *Element) []mark {
	if a.w <= 0 || a.h <= 0 {
		return nil
	}
	inks := patternInks[p]
	marks := []mark{{shape: shapeBox, x: a.x, y: a.y, w: a.w, h: a.h, colour: inks.tint, elem: elem}}
	line := func(x1, y1, x2, y2, size float64) {
		marks = append(marks, mark{shape: shapeRule, x: x1, y: y1, w: x2 - x1, h: y2 - y1, size: size, colour: inks.edge, elem: elem})
	}
	switch p {
	case patternFull:
		return marks
	case patternSlant:
		a.slants(1, line)
	case patternCross:
		a.slants(1, line)
		a.slants(-1, line)
	case patternLevel:
		for y := a.y + a.h - hatch; y > a.y+1; y -= hatch {
			line(a.x, y, a.x+a.w, y, 0.7)
		}
	case patternDots:
		marks = append(marks, a.dots(inks.edge, elem)...)
	}
	line(a.x, a.y, a.x+a.w, a.y, 0.8)
	line(a.x, a.y+a.h, a.x+a.w, a.y+a.h, 0.8)
	line(a.x, a.y, a.x, a.y+a.h, 0.8)
	line(a.x+a.w, a.y, a.x+a.w, a.y+a.h, 0.8)
	return marks
}

// slants draws lines at 45°, climbing to the right when way is 1 and to the left when it is -1, cut at the edges.
//
//	 ╱ ╱ ╱
//	╱ ╱ ╱     a line starts on the left edge or on the foot, and ends on the top or on the right edge
//	 ╱ ╱ ╱
func (a area) slants(way float64, line func(x1, y1, x2, y2, size float64)) {
	for along := hatch; along < a.w+a.h; along += hatch * math.Sqrt2 {
		from := max(0, along-a.h) // how far along the foot the line starts
		to := min(a.w, along)     // and how far along the top it ends
		y1, y2 := a.y+a.h-(along-to), a.y+a.h-(along-from)
		x1, x2 := a.x+to, a.x+from
		if way < 0 {
			x1, x2 = a.x+a.w-to, a.x+a.w-from
		}
		line(x1, y1, x2, y2, 0.7)
	}
}

func (a area) dots(ink colour, elem *Element) []mark {
	var marks []mark
	odd := false
	for y := a.y + hatch/2 + 0.5; y < a.y+a.h-1; y += hatch {
		x := a.x + hatch/2 + 0.5
		if odd {
			x += hatch / 2
		}
		for ; x < a.x+a.w-1; x += hatch {
			marks = append(marks, mark{shape: shapeDot, x: x, y: y, w: 1.6, colour: ink, elem: elem})
		}
		odd = !odd
	}
	return marks
}
