package planning

import "context"

// Exact proves the best answer to a model. It is slower than the search, and the program works without: a nil Exact
// means that nothing is proven.
type Exact interface {
	// Solve answers the best solution it found. Solution.Status says whether it is proven; an error is a failure of the
	// engine, never of the model. It stops soon after ctx is done, with the best it has.
	Solve(ctx context.Context, m *Model) (Solution, error)
}

// Model is a linear model with whole numbers: minimise the sum of Cost × value, rows and columns within their bounds.
type Model struct {
	Columns []Column
	Rows    []Row
	// Known is a solution to begin from, one value a column, or nil.
	Known []float64
	// Effort bounds the work, so that an unfinished answer is the same on every machine, in readings of the engine's own
	// clock: some five thousand are a second of computing. 0 is no bound.
	Effort int
}

// Column is one unknown, a whole number if Integer.
type Column struct {
	Lower, Upper, Cost float64
	Integer            bool
}

// Row bounds a sum of Coefficients[i] × value of Columns[i].
type Row struct {
	Lower, Upper float64
	Columns      []int
	Coefficients []float64
}

// Solution is an answer to a model.
type Solution struct {
	Status Status
	Values []float64
	// Objective is the cost of Values, Bound what no solution can go under.
	Objective, Bound float64
	// Reduced and Duals are those of the columns and of the rows, for a model without whole numbers whose best is
	// proven: what a unit more of a column, or of the bound that holds a row, adds to the cost.
	Reduced, Duals []float64
}

// Status says what is known of a solution.
type Status uint8

// The states. Values are there for Optimal and Feasible.
const (
	Stopped    Status = iota // nothing found in the time or with the effort given
	Feasible                 // a solution, not proven to be the best
	Optimal                  // the best, proven
	Infeasible               // there is none, proven
)
