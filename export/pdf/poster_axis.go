package pdf

import "slices"

// axis lays the minutes of a day on a height. Hours that are used keep their proportion; a break is as high as its
// words, and an hour when nothing happens is pressed together:
//
//	 9 h ┤ used
//	     │
//	12 h ┤ break      one line
//	13 h ┤
//	14 h ┤ used
type axis struct {
	at []int     // minutes, rising
	y  []float64 // of each
}

func newAxis(p Poster, height, breakHeight float64) axis {
	var a axis
	var blocks []PosterBlock
	for _, c := range p.Columns {
		blocks = append(blocks, c.Blocks...)
	}
	if len(blocks) == 0 {
		return a
	}
	for _, b := range blocks {
		a.at = append(a.at, b.From, b.To)
	}
	first, last := slices.Min(a.at), slices.Max(a.at)
	first -= first % 60
	a.at = append(a.at, first)
	for _, b := range p.Breaks {
		if b.From > first && b.To < last {
			a.at = append(a.at, b.From, b.To)
		}
	}
	slices.Sort(a.at)
	a.at = slices.Compact(a.at)
	weights, fixed := make([]float64, len(a.at)-1), 0.0
	total := 0.0
	for i := range weights {
		from, to := a.at[i], a.at[i+1]
		used := slices.ContainsFunc(blocks, func(b PosterBlock) bool { return b.From < to && from < b.To })
		rests := slices.ContainsFunc(p.Breaks, func(b PosterBreak) bool { return b.From <= from && to <= b.To })
		switch weights[i] = float64(to - from); {
		case used:
		case rests:
			weights[i] = 0
			fixed += breakHeight
		default:
			weights[i] *= noRoomInTime
		}
		total += weights[i]
	}
	a.y = make([]float64, len(a.at))
	for i, w := range weights {
		high := w * (height - fixed) / max(total, 1)
		if w == 0 {
			high = breakHeight
		}
		a.y[i+1] = a.y[i] + high
	}
	return a
}

// of is the height of a minute, between the ends of the axis.
func (a axis) of(minute int) float64 {
	i, found := slices.BinarySearch(a.at, minute)
	switch {
	case len(a.at) == 0:
		return 0
	case found:
		return a.y[i]
	case i == 0:
		return 0
	case i == len(a.at):
		return a.y[i-1]
	}
	share := float64(minute-a.at[i-1]) / float64(a.at[i]-a.at[i-1])
	return a.y[i-1] + share*(a.y[i]-a.y[i-1])
}

// hours are the whole hours of the axis, in minutes.
func (a axis) hours() []int {
	var out []int
	if len(a.at) == 0 {
		return nil
	}
	for h := (a.at[0] + 59) / 60 * 60; h <= a.at[len(a.at)-1]; h += 60 {
		out = append(out, h)
	}
	return out
}

// lane is a block and its place among those that want the same minutes.
type lane struct {
	PosterBlock
	rank, of int
}

// lanes set blocks that meet side by side.
func lanes(blocks []PosterBlock) []lane {
	sorted := slices.Clone(blocks)
	slices.SortStableFunc(sorted, func(a, b PosterBlock) int { return a.From - b.From })
	var out []lane
	for i := 0; i < len(sorted); {
		end, n := sorted[i].To, i+1
		for n < len(sorted) && sorted[n].From < end {
			end = max(end, sorted[n].To)
			n++
		}
		out = append(out, side(sorted[i:n])...)
		i = n
	}
	return out
}

// side gives a rank to each block of a cluster: the first that is free when it begins.
func side(cluster []PosterBlock) []lane {
	var free []int // when each rank is free again
	out := make([]lane, len(cluster))
	for i, b := range cluster {
		rank := slices.IndexFunc(free, func(end int) bool { return end <= b.From })
		if rank < 0 {
			rank = len(free)
			free = append(free, 0)
		}
		free[rank] = b.To
		out[i] = lane{PosterBlock: b, rank: rank}
	}
	for i := range out {
		out[i].of = len(free)
	}
	return out
}
