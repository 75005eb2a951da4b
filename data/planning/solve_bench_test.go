package planning_test

import (
	"testing"

	"mercredi/data/planning"
	"mercredi/data/planning/instances"
)

// benchmarkSolve measures a whole proposal on one core, and reports what it places by class.
func benchmarkSolve(b *testing.B, s instances.Shape) {
	p := instances.Make(s, 1)
	b.ReportAllocs()
	var plan planning.Plan
	for b.Loop() {
		_, plan = solve(b, p, planning.Options{Seed: 1})
	}
	for i, unit := range []string{"urgent", "high", "normal", "days"} {
		b.ReportMetric(float64(plan.Objective[i].Value), unit)
	}
	b.ReportMetric(float64(plan.Iterations), "iterations")
}

func BenchmarkSolve60(b *testing.B)  { benchmarkSolve(b, instances.Small) }
func BenchmarkSolve120(b *testing.B) { benchmarkSolve(b, instances.Medium) }
func BenchmarkSolve300(b *testing.B) { benchmarkSolve(b, instances.Large) }
