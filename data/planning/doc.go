// Package planning plans a Wednesday: who is in which group, at what hour, in which room, with whom.
//
//	Problem ──New──▶ Instance ──Solve──▶ Plan ──Check──▶ what is impossible in it
//	   (JSON)        (indices)     │              ──Explain─▶ why each waiting child waits
//	                               └─ Exact, when there is one: proofs
//
// A Problem is one weekly pattern, in the format of docs/formats/planning.md; the window and the commands build the
// same. The checker, the objective, the solver and the explanations all read one compiled Instance, so they cannot
// disagree about a rule.
//
// The package is pure: no store, no clock, no goroutine, no French. Same problem, same seed, same iterations: same plan,
// on every machine, so nothing in it computes with floating point unless the order of the operations cannot matter.
// People read its codes through data/fr.
package planning
