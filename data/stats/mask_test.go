package stats

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// table is a release of rows and columns with their totals, as ages and sexes are.
func table(cells [][]int) (*release, []*Total) {
	var r release
	var all []*Total
	of := func(n int) *Total {
		t := &Total{N: n}
		all = append(all, t)
		return t
	}
	columns, rows, grand := make([][]*Total, len(cells[0])), []*Total(nil), 0
	for _, line := range cells {
		total := 0
		var parts []*Total
		for j, n := range line {
			parts = append(parts, of(n))
			columns[j] = append(columns[j], parts[j])
			total += n
		}
		rows = append(rows, of(total))
		r.sum(rows[len(rows)-1], true, parts...)
		grand += total
	}
	whole := of(grand)
	r.sum(whole, true, rows...)
	var feet []*Total
	for _, column := range columns {
		total := 0
		for _, t := range column {
			total += t.N
		}
		feet = append(feet, of(total))
		r.sum(feet[len(feet)-1], true, column...)
	}
	r.sum(whole, true, feet...)
	return &r, append(all, whole)
}

// free reports whether a hidden number could be another for who sees the rest, and knows that a hidden one is not zero. It
// looks for a way to add one here and take one away there that leaves every sum as it is: in tables of rows and columns
// that is all there is.
func free(r *release, was []int, cell int) bool {
	by := map[int]int{}
	balanced := func() bool {
		for _, s := range r.sums {
			sum, open := -by[s.whole], 0
			for _, i := range append(slices.Clone(s.parts), s.whole) {
				if i != s.whole {
					sum += by[i]
				}
				if _, decided := by[i]; r.cells[i].Hidden && !decided {
					open++
				}
			}
			if max(sum, -sum) > open {
				return false
			}
		}
		return true
	}
	var try func(i int) bool
	try = func(i int) bool {
		for i < len(r.cells) && (!r.cells[i].Hidden || i == cell) {
			i++
		}
		if i == len(r.cells) {
			return true
		}
		for _, step := range []int{0, 1, -1} {
			if by[i] = step; was[i]+step >= 1 && balanced() && try(i+1) {
				return true
			}
		}
		delete(by, i)
		return false
	}
	for _, step := range []int{1, -1} {
		clear(by)
		if by[cell] = step; was[cell]+step >= 1 && balanced() && try(0) {
			return true
		}
	}
	return false
}

func TestNothingHiddenCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 3).Draw(t, "rows"), rapid.IntRange(1, 4).Draw(t, "columns")
		cells := make([][]int, rows)
		for i := range cells {
			cells[i] = rapid.SliceOfN(rapid.IntRange(0, 9), columns, columns).Draw(t, "row")
		}
		r, all := table(cells)
		var was []int
		for _, c := range all {
			was = append(was, c.N)
		}
		r.hide(5)
		for i, c := range all {
			if n := was[i]; n > 0 && n < 5 && !c.Hidden {
				t.Fatalf("%v: %d is shown", cells, n)
			}
			if was[i] == 0 && c.Hidden {
				t.Fatalf("%v: a zero is hidden", cells)
			}
		}
		before := make([]int, len(r.cells))
		for i, c := range r.cells {
			before[i] = was[slices.Index(all, c)]
		}
		for i, c := range r.cells {
			if c.Hidden && !free(r, before, i) {
				t.Fatalf("%v: a hidden %d can be nothing else", cells, before[i])
			}
		}
	})
}

func TestOneSmallNumberTakesTheNextWithIt(t *testing.T) {
	var r release
	whole, parts := &Total{N: 62}, []*Total{{N: 3}, {N: 40}, {N: 15}, {N: 4}, {}}
	r.sum(whole, true, parts...)
	r.hide(5)
	shown := func() (out []bool) {
		for _, p := range append([]*Total{whole}, parts...) {
			out = append(out, !p.Hidden)
		}
		return out
	}
	if want := []bool{true, false, true, true, false, true}; !slices.Equal(shown(), want) {
		t.Errorf("two small ones hide each other: %v, want %v", shown(), want)
	}
	parts[0].N, parts[3].N, parts[0].Hidden, parts[3].Hidden = 3, 6, false, false
	whole.N = 64
	r.hide(5)
	if want := []bool{true, false, true, true, false, true}; !slices.Equal(shown(), want) {
		t.Errorf("the smallest of the others goes with it: %v, want %v", shown(), want)
	}
}

func TestTwoSmallNumbersThatSayEachOtherTakeAThird(t *testing.T) {
	var r release
	parts := []*Total{{N: 1}, {N: 1}, {N: 20}, {N: 28}}
	r.sum(&Total{N: 50}, true, parts...)
	r.hide(5)
	if !parts[0].Hidden || !parts[1].Hidden || !parts[2].Hidden || parts[3].Hidden {
		t.Errorf("1 + 1 hidden of 50: their sum of 2 tells both; got %v %v %v %v", *parts[0], *parts[1], *parts[2], *parts[3])
	}
}
