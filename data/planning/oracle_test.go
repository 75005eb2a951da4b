//go:build oracle

package planning_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mercredi/data/planning"
)

// The oracle is a second way to the same answers, that shares nothing with the first: written from the problem and from
// docs/formats/planning.md, solved by CBC of Debian, another solver. Where exact.go has bands of grades, it has a row
// for each pair of grades too far apart; where that has pools of rooms, it has each room; where that adds up places, it
// picks a size.

// cell is a group that may be held; room is "" where it is to be chosen.
type cell struct {
	workshop          *planning.Workshop
	facilitator, room string
	start             int // minutes
	open              int // column
	seats             map[string]int
}

func (c *cell) end() int { return c.start + c.workshop.LengthMinutes }

// oracle is a model under construction, in columns, and the levels of the objective as it reads them.
type oracle struct {
	p       *planning.Problem
	cells   []cell
	entries [][]entry // by column: its rows
	whole   []bool
	rows    []bound
	levels  [8]map[int]int
}

type entry struct {
	row   int
	value int
}

// bound is "L" at most, "G" at least, "E" exactly.
type bound struct {
	kind  string
	value int
}

func (o *oracle) column() int {
	o.entries = append(o.entries, nil)
	o.whole = append(o.whole, true)
	return len(o.entries) - 1
}

// row adds Σ columns[c]·c kind value.
func (o *oracle) row(columns map[int]int, kind string, value int) {
	var order []int
	for c := range columns {
		order = append(order, c)
	}
	slices.Sort(order)
	for _, c := range order {
		if columns[c] != 0 {
			o.entries[c] = append(o.entries[c], entry{len(o.rows), columns[c]})
		}
	}
	o.rows = append(o.rows, bound{kind, value})
}

// write gives the model that maximises a sum as a free MPS file. Columns are whole, from 0 to 1, save those listed.
func (o *oracle) write(name string, goal map[int]int, wide map[int]int) error {
	var b bytes.Buffer
	b.WriteString("NAME m FREE\nROWS\n N z\n")
	for i, r := range o.rows {
		fmt.Fprintf(&b, " %s r%d\n", r.kind, i)
	}
	b.WriteString("COLUMNS\n M1 'MARKER' 'INTORG'\n")
	for c, entries := range o.entries {
		fmt.Fprintf(&b, " c%d z %d\n", c, -goal[c])
		for _, e := range entries {
			fmt.Fprintf(&b, " c%d r%d %d\n", c, e.row, e.value)
		}
	}
	b.WriteString(" M2 'MARKER' 'INTEND'\nRHS\n")
	for i, r := range o.rows {
		if r.value != 0 {
			fmt.Fprintf(&b, " R r%d %d\n", i, r.value)
		}
	}
	b.WriteString("BOUNDS\n")
	for c := range o.entries {
		fmt.Fprintf(&b, " UP B c%d %d\n", c, max(1, wide[c]))
	}
	b.WriteString("ENDATA\n")
	return os.WriteFile(name, b.Bytes(), 0o600)
}

// verdict is what CBC says: a value nothing exceeds, and whether it is reached.
type verdict struct {
	best   float64
	proven bool
}

// ask maximises a sum.
func (o *oracle) ask(t *testing.T, goal map[int]int, wide map[int]int, seconds int) verdict {
	t.Helper()
	name := filepath.Join(t.TempDir(), "m.mps")
	if err := o.write(name, goal, wide); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("cbc", name, "-seconds", strconv.Itoa(seconds), "-timeMode", "cpu", "-ratioGap", "0", "-allowableGap", "0.5", "-solve", "-quit").CombinedOutput()
	if err != nil {
		t.Fatalf("cbc: %v\n%s", err, out)
	}
	v := verdict{}
	found := false
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		key, value, _ := strings.Cut(lines.Text(), ":")
		number, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		switch {
		case strings.HasPrefix(key, "Result - Optimal"):
			v.proven = true
		case key == "Objective value" && v.proven, key == "Lower bound" && !v.proven:
			if err != nil {
				t.Fatalf("cbc: %s", lines.Text())
			}
			v.best, found = -number, true
		}
	}
	if !found {
		t.Fatalf("cbc has no answer:\n%s", out)
	}
	return v
}

func minutes(spans []planning.Span) map[int]bool {
	free := map[int]bool{}
	for _, s := range spans {
		for m := s.Start; m < s.End; m++ {
			free[int(m)] = true
		}
	}
	return free
}

// freeDuring reports whether every minute of a stretch is free.
func freeDuring(free map[int]bool, start, end int) bool {
	for m := start; m < end; m++ {
		if !free[m] {
			return false
		}
	}
	return true
}

// startsOf are the starts that rule 1 gives to a workshop.
func startsOf(p *planning.Problem, w *planning.Workshop) (starts []int) {
	day := minutes([]planning.Span{{Start: p.Day.Start, End: p.Day.End}})
	for _, b := range p.Day.Breaks {
		for m := b.Start; m < b.End; m++ {
			delete(day, int(m))
		}
	}
	for s := int(p.Day.Start); s < int(p.Day.End); s += p.StepMinutes {
		late := w.Latest != 0 && s > int(w.Latest)
		if freeDuring(day, s, s+w.LengthMinutes) && s >= int(w.Earliest) && !late {
			starts = append(starts, s)
		}
	}
	return starts
}

func needs(w *planning.Workshop) int {
	if w.Places != 0 {
		return w.Places
	}
	return w.Max + 1
}

// everywhere are the cells of the whole grid.
func everywhere(p *planning.Problem) (cells []cell) {
	for i := range p.Workshops {
		w := &p.Workshops[i]
		for _, start := range startsOf(p, w) {
			for _, f := range p.Facilitators {
				if slices.Contains(w.Facilitators, f.ID) && freeDuring(minutes(f.Available), start, start+w.LengthMinutes) {
					cells = append(cells, cell{workshop: w, facilitator: f.ID, start: start})
				}
			}
		}
	}
	return cells
}

// those are the cells of the groups of a plan.
func those(p *planning.Problem, groups []planning.Group) (cells []cell) {
	for _, g := range groups {
		for i := range p.Workshops {
			if w := &p.Workshops[i]; w.ID == g.Workshop {
				cells = append(cells, cell{workshop: w, facilitator: g.Facilitator, room: g.Room, start: int(g.Start)})
			}
		}
	}
	return cells
}

// suits reads rule 6 for one child.
func suits(w *planning.Workshop, c *planning.Child) bool {
	if c.Grade != "" && len(w.Grades) > 0 && !slices.Contains(w.Grades, c.Grade) {
		return false
	}
	return c.Age == nil || w.Ages == nil || *c.Age >= w.Ages.From && *c.Age <= w.Ages.To
}

var ladder = []planning.Grade{"TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "6e", "5e", "4e", "3e", "2de", "1re", "Tle"}

// best is what the levels are worth at best, one after the other.
func (o *oracle) best(t *testing.T, wide map[int]int) (levels [8]int) {
	t.Helper()
	for i, goal := range o.levels {
		if len(goal) == 0 {
			continue
		}
		v := o.ask(t, goal, wide, 120)
		if !v.proven {
			t.Fatalf("cbc proves nothing at level %d", i+1)
		}
		levels[i] = int(v.best + 0.5)
		if v.best < 0 {
			levels[i] = int(v.best - 0.5)
		}
		o.row(goal, "G", levels[i])
	}
	return levels
}
