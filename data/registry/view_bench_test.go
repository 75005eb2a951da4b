package registry_test

import "testing"

// What the pages ask for when they are opened, in the town of figures_bench_test.go.

func BenchmarkHome(b *testing.B) {
	r := largeTown(b)
	for b.Loop() {
		r.Home(townDay)
	}
}

func BenchmarkChildRows(b *testing.B) {
	r := largeTown(b)
	for b.Loop() {
		r.ChildRows()
	}
}

func BenchmarkCycleRows(b *testing.B) {
	r := largeTown(b)
	for b.Loop() {
		r.CycleRows(2026)
	}
}

func BenchmarkGroup(b *testing.B) {
	r := largeTown(b)
	g := r.Groups.All()[0].ID
	for b.Loop() {
		r.Group(g)
	}
}

func BenchmarkChildFile(b *testing.B) {
	r := largeTown(b)
	c := r.Children.All()[0].ID
	for b.Loop() {
		r.ChildFile(c, noMember)
	}
}

func BenchmarkBilanRows(b *testing.B) {
	r := largeTown(b)
	for b.Loop() {
		r.BilanRows(2026)
	}
}

func BenchmarkFinishedCycles(b *testing.B) {
	r := largeTown(b)
	for b.Loop() {
		r.FinishedCycles()
	}
}

// BenchmarkSearchKeystroke is one letter typed in the search. The figure to hold: at most 5 ms.
func BenchmarkSearchKeystroke(b *testing.B) {
	for _, query := range []string{"l", "li", "lila", "eliott ke", "0600"} {
		b.Run(query, func(b *testing.B) {
			r := largeTown(b)
			for b.Loop() {
				r.Search(query, 20)
			}
		})
	}
}
