package pdf

import "math"

// share gives every column its width: natural for those without weight, then the rest by weight. When natural widths
// ask for too much, all of them shrink alike. At last every column that cuts a word takes from those with room.
func (s *tableSetter) share() []float64 {
	free := s.doc.page.measure()
	widths := make([]float64, len(s.Columns))
	natural, weights := 0.0, 0.0
	for i, c := range s.Columns {
		if c.Weight > 0 {
			weights += c.Weight
			continue
		}
		widths[i] = s.natural(i) + cellGap
		natural += widths[i]
	}
	budget := free
	if weights > 0 {
		budget = free * 0.7
	}
	shrink := min(1, budget/max(natural, 1))
	if weights == 0 {
		shrink = free / max(natural, 1)
	}
	for i, c := range s.Columns {
		if c.Weight > 0 {
			widths[i] = (free - natural*shrink) * c.Weight / weights
		} else {
			widths[i] *= shrink
		}
	}
	s.lend(widths)
	return widths
}

// natural is the width of a column whose cells stand on one line.
func (s *tableSetter) natural(i int) float64 {
	widest := 0.0
	s.each(i, func(line []word) { widest = max(widest, width(line)) })
	return math.Ceil(min(widest, s.doc.page.measure()/2))
}

// least is the width of a column that cuts no word. A word wider than a third of the page is cut in any case.
func (s *tableSetter) least(i int) float64 {
	widest := 0.0
	s.each(i, func(line []word) {
		for _, w := range line {
			widest = max(widest, w.width)
		}
	})
	return min(widest, s.doc.page.measure()/3) + cellGap
}

// each visits the lines of a column, its title first.
func (s *tableSetter) each(i int, visit func([]word)) {
	for _, line := range s.titles[i] {
		visit(line)
	}
	for _, row := range s.cells {
		for _, line := range row[i] {
			visit(line)
		}
	}
}

// lend widens the columns that cut a word with what others do not need.
func (s *tableSetter) lend(widths []float64) {
	lack, spare := 0.0, 0.0
	least := make([]float64, len(widths))
	for i, w := range widths {
		least[i] = s.least(i)
		lack += max(0, least[i]-w)
		spare += max(0, w-least[i])
	}
	if lack == 0 || spare == 0 {
		return
	}
	given := min(1, lack/spare)
	filled := min(1, spare/lack)
	for i, w := range widths {
		if w < least[i] {
			widths[i] += (least[i] - w) * filled
		} else {
			widths[i] -= (w - least[i]) * given
		}
	}
}

// narrow reports whether some column cuts a word that a third of the page could hold.
func (s *tableSetter) narrow() bool {
	for i, w := range s.widths {
		if w < s.least(i)-tolerance {
			return true
		}
	}
	return false
}

// canShrink reports whether smaller type is left to try.
func (s *tableSetter) canShrink() bool { return s.size > max(smallType, s.doc.types.least) }
