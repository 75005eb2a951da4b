package highs

import (
	"bytes"
	"compress/gzip"
	"context"
	"math"
	"strings"
	"testing"

	"mercredi/data/planning"
)

// shared is compiled once for the tests of this package.
var shared = New("")

func solve(t *testing.T, m *planning.Model) planning.Solution {
	t.Helper()
	s, err := shared.Solve(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// knapsack takes the most valuable things that fit.
func knapsack(values, weights []float64, room float64) *planning.Model {
	m := &planning.Model{Rows: []planning.Row{{Lower: math.Inf(-1), Upper: room}}}
	for i := range values {
		m.Columns = append(m.Columns, planning.Column{Upper: 1, Cost: -values[i], Integer: true})
		m.Rows[0].Columns = append(m.Rows[0].Columns, i)
		m.Rows[0].Coefficients = append(m.Rows[0].Coefficients, weights[i])
	}
	return m
}

func TestTheBestOfAKnapsackIsProven(t *testing.T) {
	m := knapsack([]float64{10, 13, 7, 8}, []float64{3, 4, 2, 3}, 7)
	for range 2 { // twice in a row: each has an engine of its own
		s := solve(t, m)
		if s.Status != planning.Optimal || s.Objective != -23 || s.Bound != -23 {
			t.Fatalf("%v", s)
		}
		if want := []float64{1, 1, 0, 0}; s.Values[0] != want[0] || s.Values[1] != want[1] || s.Values[2] != want[2] || s.Values[3] != want[3] {
			t.Fatalf("took %v", s.Values)
		}
	}
}

func TestAKnownSolutionIsAStart(t *testing.T) {
	m := knapsack([]float64{10, 13, 7, 8}, []float64{3, 4, 2, 3}, 7)
	m.Known = []float64{0, 0, 1, 1}
	if s := solve(t, m); s.Status != planning.Optimal || s.Objective != -23 {
		t.Fatalf("%v", s)
	}
}

func TestWithoutWholeNumbersTheBestIsOnTheEdge(t *testing.T) {
	m := knapsack([]float64{10, 13}, []float64{3, 4}, 5)
	m.Columns[0].Integer, m.Columns[1].Integer = false, false
	if s := solve(t, m); s.Status != planning.Optimal || math.Abs(s.Objective+16.5) > 1e-6 {
		t.Fatalf("%v", s)
	}
}

func TestWhatCannotBeIsProvenImpossible(t *testing.T) {
	m := knapsack([]float64{1, 1}, []float64{1, 1}, 1)
	m.Rows = append(m.Rows, planning.Row{Lower: 2, Upper: math.Inf(1), Columns: []int{0, 1}, Coefficients: []float64{1, 1}})
	if s := solve(t, m); s.Status != planning.Infeasible {
		t.Fatalf("%v", s)
	}
}

func TestAModelWithoutBottomIsAnError(t *testing.T) {
	m := &planning.Model{Columns: []planning.Column{{Upper: math.Inf(1), Cost: -1}}}
	if s, err := shared.Solve(t.Context(), m); err == nil {
		t.Fatalf("%v", s)
	}
}

func TestModelsOfNothing(t *testing.T) {
	if s := solve(t, &planning.Model{}); s.Status != planning.Optimal {
		t.Fatalf("nothing: %v", s)
	}
	if s := solve(t, &planning.Model{Rows: []planning.Row{{Lower: 1, Upper: 2}}}); s.Status != planning.Infeasible {
		t.Fatalf("nothing is 1: %v", s)
	}
	rowless := &planning.Model{Columns: []planning.Column{{Lower: 2, Upper: 5, Cost: 3, Integer: true}, {Lower: 2, Upper: 5, Cost: -3, Integer: true}}}
	if s := solve(t, rowless); s.Status != planning.Optimal || s.Objective != 3*2-3*5 {
		t.Fatalf("no row: %v", s)
	}
}

func TestWhatIsNotANumberIsRefused(t *testing.T) {
	refused := map[string]*planning.Model{
		"cost":        {Columns: []planning.Column{{Cost: math.NaN()}}},
		"endless":     {Columns: []planning.Column{{Cost: math.Inf(1)}}},
		"bound":       {Columns: []planning.Column{{}}, Rows: []planning.Row{{Lower: math.NaN()}}},
		"coefficient": {Columns: []planning.Column{{}}, Rows: []planning.Row{{Columns: []int{0}, Coefficients: []float64{math.Inf(1)}}}},
		"lonely":      {Columns: []planning.Column{{}}, Rows: []planning.Row{{Columns: []int{0}}}},
		"elsewhere":   {Columns: []planning.Column{{}}, Rows: []planning.Row{{Columns: []int{1}, Coefficients: []float64{1}}}},
		"twice":       {Columns: []planning.Column{{}}, Rows: []planning.Row{{Columns: []int{0, 0}, Coefficients: []float64{1, 1}}}},
		"known":       {Columns: []planning.Column{{}}, Known: []float64{1, 2}},
	}
	for name, m := range refused {
		if s, err := shared.Solve(t.Context(), m); err == nil {
			t.Errorf("%s: %v", name, s)
		}
	}
}

// hard is a model that no engine finishes: split 40 things in two halves that weigh the same on five scales, as nearly
// as can be (the market split of Cornuejols and Dawande).
func hard() *planning.Model {
	m := &planning.Model{}
	for range 40 {
		m.Columns = append(m.Columns, planning.Column{Upper: 1, Integer: true})
	}
	weight := uint32(1)
	for range 5 {
		row, total := planning.Row{}, 0.
		for c := range 40 {
			weight = weight*1664525 + 1013904223
			w := float64(weight >> 16 % 100)
			total += w
			row.Columns, row.Coefficients = append(row.Columns, c), append(row.Coefficients, w)
		}
		row.Lower = math.Floor(total / 2)
		row.Upper = row.Lower
		row.Columns = append(row.Columns, len(m.Columns), len(m.Columns)+1)
		row.Coefficients = append(row.Coefficients, 1, -1)
		m.Columns = append(m.Columns, planning.Column{Upper: 4000, Cost: 1}, planning.Column{Upper: 4000, Cost: 1})
		m.Rows = append(m.Rows, row)
	}
	return m
}

// stopping is done once the engine has read its clock so many times: a cancel in the middle of the work, at the same
// place in every run.
type stopping struct {
	context.Context
	after int
}

func (s *stopping) Err() error {
	if s.after--; s.after <= 0 {
		return context.Canceled
	}
	return nil
}

func TestAStoppedEngineAnswersAndWorksAgain(t *testing.T) {
	for _, after := range []int{1000, 100_000} {
		ctx := &stopping{t.Context(), after}
		s, err := shared.Solve(ctx, hard())
		if err != nil || s.Status == planning.Optimal || ctx.after > 0 {
			t.Fatalf("%v %v, %d readings left", s, err, ctx.after)
		}
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if s, err := shared.Solve(cancelled, hard()); err != nil || s.Status != planning.Stopped {
		t.Fatalf("stopped before it began: %v %v", s, err)
	}
	TestTheBestOfAKnapsackIsProven(t)
}

func TestEffortBoundsTheWorkTheSameEachTime(t *testing.T) {
	m := hard()
	m.Effort = 2_000
	first, second := solve(t, m), solve(t, m)
	if first.Status == planning.Optimal || first.Status != second.Status || first.Bound != second.Bound {
		t.Fatalf("%v then %v", first, second)
	}
}

func TestAModelTooLargeForItsMemoryIsStopped(t *testing.T) {
	small := New("")
	small.pages = 340 // 21 MiB: the module alone begins with 20
	m := &planning.Model{Columns: make([]planning.Column, 1000)}
	for i := range m.Columns {
		m.Columns[i] = planning.Column{Upper: 1, Cost: -1, Integer: true}
	}
	for range 500 {
		row := planning.Row{Lower: math.Inf(-1), Upper: 1}
		for i := range m.Columns {
			row.Columns, row.Coefficients = append(row.Columns, i), append(row.Coefficients, 1)
		}
		m.Rows = append(m.Rows, row)
	}
	if s, err := small.Solve(t.Context(), m); err != nil || s.Status != planning.Stopped {
		t.Fatalf("%v %v", s.Status, err)
	}
	if s, err := small.Solve(t.Context(), knapsack([]float64{1}, []float64{1}, 1)); err != nil || s.Status != planning.Optimal {
		t.Fatalf("the next one: %v %v", s.Status, err)
	}
}

func TestADamagedModuleIsRefused(t *testing.T) {
	code, err := unpack(module)
	if err != nil {
		t.Fatal(err)
	}
	code[len(code)/2] ^= 1
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(code); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	for name, packed := range map[string][]byte{"one bit": b.Bytes(), "cut": module[:len(module)/2], "empty": nil} {
		e := &Engine{module: packed, pages: memoryPages}
		if _, err := e.Solve(t.Context(), knapsack([]float64{1}, []float64{1}, 1)); err == nil || !strings.Contains(err.Error(), "unpacking") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
