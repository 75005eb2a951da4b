package planning

import (
	"context"
	"math"
)

// attempt is a run of an engine over goals, the first deciding.
type attempt struct {
	f      *formulation
	engine Exact
	effort int // for each solve; 0 is no bound
	values []float64
	// proven says that what was found, or that nothing can be found, is proven.
	proven bool
	// held says that the model keeps by itself what the last goals have won.
	held bool
}

// reach solves for the goals one after the other: what one has won is kept by those that follow. Goals whose numbers
// are small enough share a solve, weighed so that the first still decides.
//
//	urgent, high, normal │ days │ changes, pairs, preferences │ fill
//
// A solve begins without whole numbers. If that says that nothing beats what is known, nothing remains to be solved; and
// what it says of each column and row holds for all that follows (see narrow), so that each solve is smaller.
//
// It answers false when nothing keeps the rules, or nothing was found with the effort given.
func (a *attempt) reach(ctx context.Context, goals []goal) (bool, error) {
	a.proven = true
	for len(goals) > 0 {
		n, weight := 1, goals[0].reach
		for n < len(goals) && (weight+1)*(goals[n].reach+1) <= heaviest {
			weight = (weight+1)*(goals[n].reach+1) - 1
			n++
		}
		if found, err := a.solve(ctx, goals[:n]); err != nil || !found {
			return false, err
		}
		for i := range goals[:n] {
			if a.held {
				break
			}
			kept := sum{}
			for _, t := range goals[i].terms {
				kept.add(float64(t.value), t.column)
			}
			if len(kept.columns) > 0 {
				a.f.atLeast(kept, float64(goals[i].worth(a.values)))
			}
		}
		goals = goals[n:]
	}
	return true, nil
}

func (a *attempt) solve(ctx context.Context, goals []goal) (bool, error) {
	m := &a.f.model
	for i := range m.Columns {
		m.Columns[i].Cost = 0
	}
	weight := 1.
	for i := len(goals) - 1; i >= 0; i-- {
		for _, t := range goals[i].terms {
			m.Columns[t.column].Cost -= weight * float64(t.value)
		}
		weight *= float64(goals[i].reach + 1)
	}
	a.held = false
	relaxed, err := a.engine.Solve(ctx, m.relaxed())
	if err != nil {
		return false, err
	}
	if relaxed.Status == Infeasible {
		return false, nil
	}
	if relaxed.Status == Optimal && a.values != nil && m.cost(a.values)-relaxed.Objective < 1-slack {
		a.held = m.narrow(relaxed, m.cost(a.values))
		return true, nil
	}
	m.Known, m.Effort = a.values, a.effort
	s, err := a.engine.Solve(ctx, m)
	switch {
	case err != nil:
		return false, err
	case s.Status == Infeasible || s.Status == Stopped && a.values == nil:
		a.proven = a.proven && s.Status == Infeasible
		return false, nil
	case s.Status == Stopped:
		a.proven = false
		return true, nil
	}
	a.proven = a.proven && s.Status == Optimal
	a.values = s.Values
	a.f.follow(a.values)
	if relaxed.Status == Optimal && s.Status == Optimal {
		a.held = m.narrow(relaxed, m.cost(a.values))
	}
	return true, nil
}

// slack is what rounding may add to a cost. Costs of solutions are whole numbers, so that less than 1 − slack between
// two of them is nothing.
const slack = 1e-3

// relaxed is a model whose numbers need not be whole.
func (m *Model) relaxed() *Model {
	out := &Model{Rows: m.Rows, Columns: make([]Column, len(m.Columns))}
	for i, c := range m.Columns {
		c.Integer = false
		out.Columns[i] = c
	}
	return out
}

func (m *Model) cost(values []float64) float64 {
	total := 0.
	for i, c := range m.Columns {
		total += c.Cost * values[i]
	}
	return math.Round(total)
}

// narrow keeps, of the whole solutions, at least all those that cost best. A column that would add more than lies between
// best and the relaxed cost stays at its bound. Where nothing lies between, a row with a price stays at its bound too, and
// the answer is true: the model now holds the best solutions and no other.
func (m *Model) narrow(relaxed Solution, best float64) bool {
	between := max(0, best-relaxed.Objective)
	for i := range m.Columns {
		c := &m.Columns[i]
		switch price := relaxed.Reduced[i]; {
		case !c.Integer && between > slack:
		case price > between+slack && relaxed.Values[i] < c.Lower+slack:
			c.Upper = c.Lower
		case price < -between-slack && relaxed.Values[i] > c.Upper-slack:
			c.Lower = c.Upper
		}
	}
	if between > slack {
		return false
	}
	for i := range m.Rows {
		switch row := &m.Rows[i]; {
		case relaxed.Duals[i] > slack:
			row.Upper = row.Lower
		case relaxed.Duals[i] < -slack:
			row.Lower = row.Upper
		}
	}
	return true
}
