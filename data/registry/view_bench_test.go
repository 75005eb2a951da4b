package registry_test

import "testing"

// What the pages ask for when they are opened, in the town of figures_bench_test.go. "cpu-ms/op" is the figure to
// read: it counts the work of the garbage collector and does not count who else uses the machine.

func BenchmarkHome(b *testing.B) {
	r := largeTown(b)
	each(b, func() { r.Home(townDay) })
}

// BenchmarkPlanner is a Wednesday of the whole town. The figure to hold: at most 50 ms.
func BenchmarkPlanner(b *testing.B) {
	r := largeTown(b)
	if v := r.Planner(20270120); len(v.Problem.Requests) < 1500 {
		b.Fatalf("only %d requests", len(v.Problem.Requests))
	}
	each(b, func() { r.Planner(20270120) })
}

func BenchmarkChildRows(b *testing.B) {
	r := largeTown(b)
	each(b, func() { r.ChildRows() })
}

func BenchmarkCycleRows(b *testing.B) {
	r := largeTown(b)
	each(b, func() { r.CycleRows(2026) })
}

func BenchmarkGroup(b *testing.B) {
	r := largeTown(b)
	g := r.Groups.All()[0].ID
	each(b, func() { r.Group(g) })
}

func BenchmarkChildFile(b *testing.B) {
	r := largeTown(b)
	c := r.Children.All()[0].ID
	each(b, func() { r.ChildFile(c, noMember) })
}

func BenchmarkBilanRows(b *testing.B) {
	r := largeTown(b)
	each(b, func() { r.BilanRows(2026) })
}

func BenchmarkFinishedCycles(b *testing.B) {
	r := largeTown(b)
	each(b, func() { r.FinishedCycles() })
}

// BenchmarkSearchKeystroke is one letter typed in the search. The figure to hold: at most 5 ms.
func BenchmarkSearchKeystroke(b *testing.B) {
	for _, query := range []string{"l", "li", "lila", "eliott ke", "0600"} {
		b.Run(query, func(b *testing.B) {
			r := largeTown(b)
			each(b, func() { r.Search(query, 20) })
		})
	}
}

// each runs what is measured, and reports its processor time.
func each(b *testing.B, do func()) {
	b.Helper()
	before := cpuSpent()
	b.ReportAllocs()
	for b.Loop() {
		do()
	}
	b.ReportMetric((cpuSpent()-before).Seconds()*1000/float64(b.N), "cpu-ms/op")
}
