package highs

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"mercredi/data/planning"
)

// The exports of the module, minified: see PROVENANCE.md.
const (
	callConstructors  = "v"
	callMalloc        = "uc"
	callCreate        = "F"
	callPassMip       = "V"
	callSetBool       = "ia"
	callSetInt        = "ja"
	callSetDouble     = "ka"
	callSetSolution   = "Va"
	callRun           = "N"
	callModelStatus   = "Ga"
	callSolution      = "Ea"
	callIntInfo       = "Aa"
	callDoubleInfo    = "Ba"
	callSizeOfInteger = "Yb"
)

// What HiGHS answers.
const (
	statusOptimal    = 7
	statusInfeasible = 8
	statusNoBottom   = 9 // infeasible or unbounded
	statusUnbounded  = 10
	statusTimeLimit  = 13
	statusStopped    = 17 // interrupted; between the two, other limits

	callFailed       = -1
	solutionFeasible = 2
)

// Solve answers the best solution of a model. Each call has an instance of its own: an engine that was stopped, or that
// ran out of memory, is as good as new.
func (e *Engine) Solve(ctx context.Context, m *planning.Model) (s planning.Solution, err error) {
	if err := check(m); err != nil {
		return s, fmt.Errorf("reading a model: %w", err)
	}
	if len(m.Columns) == 0 {
		return withoutColumns(m), nil
	}
	if err := e.Prepare(); err != nil {
		return s, err
	}
	if ctx.Err() != nil {
		return s, nil // stopped before it began
	}
	ctx, host := withClock(ctx)
	ctx = experimental.WithMemoryAllocator(ctx, e.memories)
	instance, err := e.runtime.InstantiateModule(ctx, e.compiled, wazero.NewModuleConfig().WithName("").WithStartFunctions(callConstructors))
	if err != nil {
		return s, fmt.Errorf("starting the exact engine: %w", err)
	}
	defer func() { _ = instance.Close(context.Background()) }() // only memory
	r := run{ctx: ctx, instance: instance}
	s = r.solve(m)
	if r.err != nil && host.starved {
		return planning.Solution{}, nil // stopped: the model is too large for the memory it may take
	}
	if r.err != nil {
		return planning.Solution{}, fmt.Errorf("running the exact engine: %w", r.err)
	}
	return s, nil
}

// check refuses what is not a model.
func check(m *planning.Model) error {
	for i, c := range m.Columns {
		if math.IsNaN(c.Lower) || math.IsNaN(c.Upper) || math.IsNaN(c.Cost) || math.IsInf(c.Cost, 0) {
			return fmt.Errorf("column %d has no numbers: %v", i, c)
		}
	}
	for i, row := range m.Rows {
		if len(row.Columns) != len(row.Coefficients) {
			return fmt.Errorf("row %d has %d columns and %d coefficients", i, len(row.Columns), len(row.Coefficients))
		}
		if math.IsNaN(row.Lower) || math.IsNaN(row.Upper) {
			return fmt.Errorf("row %d has no bounds", i)
		}
		seen := make(map[int]bool, len(row.Columns))
		for n, column := range row.Columns {
			if value := row.Coefficients[n]; math.IsNaN(value) || math.IsInf(value, 0) {
				return fmt.Errorf("row %d has no number at column %d", i, column)
			}
			if column < 0 || column >= len(m.Columns) || seen[column] {
				return fmt.Errorf("row %d names column %d, which is not there or twice", i, column)
			}
			seen[column] = true
		}
	}
	if m.Known != nil && len(m.Known) != len(m.Columns) {
		return fmt.Errorf("%d known values for %d columns", len(m.Known), len(m.Columns))
	}
	return nil
}

func withoutColumns(m *planning.Model) planning.Solution {
	for _, row := range m.Rows {
		if row.Lower > 0 || row.Upper < 0 {
			return planning.Solution{Status: planning.Infeasible}
		}
	}
	return planning.Solution{Status: planning.Optimal}
}

// run is one use of an instance. After its first error it does nothing more.
type run struct {
	ctx      context.Context
	instance api.Module
	solver   uint64 // Highs*
	err      error
}

func (r *run) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// call calls an export that answers one number, or none.
func (r *run) call(name string, args ...uint64) uint64 {
	if r.err != nil {
		return 0
	}
	f := r.instance.ExportedFunction(name)
	if f == nil {
		r.fail("the module has no export %q", name)
		return 0
	}
	answer, err := f.Call(r.ctx, args...)
	if err != nil {
		r.fail("calling %q: %w", name, err)
		return 0
	}
	if len(answer) == 0 {
		return 0
	}
	return answer[0]
}

// status calls an export that answers whether it went well.
func (r *run) status(name string, args ...uint64) {
	if api.DecodeI32(r.call(name, args...)) == callFailed {
		r.fail("%q was refused", name)
	}
}

// keep puts bytes in the memory of the instance, and answers where.
func (r *run) keep(b []byte) uint64 {
	at := r.call(callMalloc, uint64(max(len(b), 8)))
	if r.err == nil && (at == 0 || !r.instance.Memory().Write(uint32(at), b)) {
		r.fail("no memory for %d bytes", len(b))
	}
	return at
}

func (r *run) text(s string) uint64 { return r.keep(append([]byte(s), 0)) }

func (r *run) integers(values []int) uint64 {
	b := make([]byte, 0, 4*len(values))
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	return r.keep(b)
}

func (r *run) numbers(values []float64) uint64 {
	b := make([]byte, 0, 8*len(values))
	for _, v := range values {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return r.keep(b)
}

// read answers numbers that the instance wrote.
func (r *run) read(at uint64, count int) []float64 {
	if r.err != nil {
		return nil
	}
	b, ok := r.instance.Memory().Read(uint32(at), uint32(8*count))
	if !ok {
		r.fail("nothing to read at %d", at)
		return nil
	}
	values := make([]float64, count)
	for i := range values {
		values[i] = math.Float64frombits(binary.LittleEndian.Uint64(b[8*i:]))
	}
	return values
}

func (r *run) solve(m *planning.Model) (s planning.Solution) {
	r.solver = r.call(callCreate)
	if size := r.call(callSizeOfInteger, r.solver); r.err == nil && size != 4 {
		r.fail("integers of %d bytes", size)
	}
	r.options(m)
	r.pass(m)
	if m.Known != nil {
		r.status(callSetSolution, r.solver, r.numbers(m.Known), 0, 0, 0)
	}
	r.status(callRun, r.solver)
	status := api.DecodeI32(r.call(callModelStatus, r.solver))
	switch {
	case r.err != nil:
		return s
	case status == statusInfeasible:
		s.Status = planning.Infeasible
		return s
	case status == statusNoBottom || status == statusUnbounded:
		r.fail("the model has no best solution, or none at all")
		return s
	case status != statusOptimal && (status < statusTimeLimit || status > statusStopped):
		r.fail("the solver answers %d", status)
		return s
	}
	if r.info("primal_solution_status") != solutionFeasible {
		return s
	}
	s.Status = planning.Feasible
	if status == statusOptimal {
		s.Status = planning.Optimal
	}
	r.values(m, &s)
	return s
}

// options make the answer exact, and the same on every machine.
func (r *run) options(m *planning.Model) {
	r.status(callSetBool, r.solver, r.text("output_flag"), 0)
	r.status(callSetInt, r.solver, r.text("threads"), 1)
	limit := float64(patience)
	if m.Effort > 0 {
		limit = float64(m.Effort) / 1e6
	}
	for name, value := range map[string]float64{"mip_rel_gap": 0, "mip_abs_gap": absoluteGap, "time_limit": limit} {
		r.status(callSetDouble, r.solver, r.text(name), api.EncodeF64(value))
	}
}

// absoluteGap is under 1: between two solutions of a model with whole costs, there is at least 1.
const absoluteGap = 1e-6

// pass gives the model, row by row.
func (r *run) pass(m *planning.Model) {
	columns, rows := len(m.Columns), len(m.Rows)
	cost, lower, upper := make([]float64, columns), make([]float64, columns), make([]float64, columns)
	whole := make([]int, columns)
	for i, c := range m.Columns {
		cost[i], lower[i], upper[i] = c.Cost, c.Lower, c.Upper
		if c.Integer {
			whole[i] = 1
		}
	}
	least, most := make([]float64, rows), make([]float64, rows)
	begins := make([]int, rows+1)
	var index []int
	var values []float64
	for i, row := range m.Rows {
		least[i], most[i] = row.Lower, row.Upper
		index, values = append(index, row.Columns...), append(values, row.Coefficients...)
		begins[i+1] = len(index)
	}
	const rowWise, minimise = 2, 1
	r.status(callPassMip, r.solver, uint64(columns), uint64(rows), uint64(len(index)), rowWise, minimise, api.EncodeF64(0),
		r.numbers(cost), r.numbers(lower), r.numbers(upper), r.numbers(least), r.numbers(most),
		r.integers(begins), r.integers(index), r.numbers(values), r.integers(whole))
}

// values reads the solution; what is whole comes back whole.
func (r *run) values(m *planning.Model, s *planning.Solution) {
	columns, rows := len(m.Columns), len(m.Rows)
	value, row := r.numbers(make([]float64, columns)), r.numbers(make([]float64, rows))
	dual, rowDual := r.numbers(make([]float64, columns)), r.numbers(make([]float64, rows))
	r.status(callSolution, r.solver, value, dual, row, rowDual)
	s.Values = r.read(value, columns)
	for i, v := range s.Values {
		if m.Columns[i].Integer {
			s.Values[i] = math.Round(v)
		}
		s.Objective += m.Columns[i].Cost * s.Values[i]
	}
	s.Bound = s.Objective
	switch {
	case s.Status == planning.Feasible:
		s.Bound = r.number("mip_dual_bound")
	case !slices.ContainsFunc(m.Columns, func(c planning.Column) bool { return c.Integer }):
		s.Reduced, s.Duals = r.read(dual, columns), r.read(rowDual, rows)
	}
}

func (r *run) info(name string) int {
	at := r.keep(make([]byte, 8))
	r.status(callIntInfo, r.solver, r.text(name), at)
	if r.err != nil {
		return 0
	}
	v, _ := r.instance.Memory().ReadUint32Le(uint32(at))
	return int(int32(v))
}

func (r *run) number(name string) float64 {
	at := r.keep(make([]byte, 8))
	r.status(callDoubleInfo, r.solver, r.text(name), at)
	if v := r.read(at, 1); r.err == nil {
		return v[0]
	}
	return 0
}
