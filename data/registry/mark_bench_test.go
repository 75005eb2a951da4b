package registry_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/kv/bolt"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// BenchmarkMark marks one child in one session: one durable transaction in a sealed file, in a file of 3,000 children
// of whom all come to one of 300 groups. The figure to hold is the 99th percentile: at most 20 ms.
func BenchmarkMark(b *testing.B) {
	plain := must(bolt.Create(filepath.Join(b.TempDir(), "bench.mercredi"), bolt.Options{}))
	f := furnish(emptyFile(b, must(vault.Create(plain, "a password for a benchmark", vault.Options{}))))
	defer func() { check(f.Close()) }()
	children := f.manyPlaces(b, 300, 10)
	f.today = 20270630
	sessions := f.Sessions.All()
	spent := make([]time.Duration, 0, b.N)
	b.ResetTimer()
	for i := range b.N {
		s := sessions[i%len(sessions)]
		before := b.Elapsed()
		must(f.Mark(s.ID, children[s.GroupID], data.Mark(1+i%4)))
		spent = append(spent, b.Elapsed()-before)
	}
	b.StopTimer()
	slices.Sort(spent)
	b.ReportMetric(float64(spent[len(spent)*99/100].Microseconds())/1000, "p99-ms")
}

// manyPlaces opens cycles of one group, and answers one child of each.
func (f *file) manyPlaces(b *testing.B, groups, each int) map[data.ID[data.Group]]data.ID[data.Child] {
	children := make([]data.Child, groups*each)
	for i := range children {
		children[i] = data.Child{FirstName: "Child", LastName: "Sample"}
	}
	in := registry.NewImport(f.Registry)
	registry.Add(in, f.Children, children)
	check(in.Keep(nil))
	p := f.plan()
	p.Reasons, p.Groups = anyWhy, p.Groups[:1]
	for some := range slices.Chunk(children, each) {
		p.Groups[0].Children = nil
		for _, c := range some {
			p.Groups[0].Children = append(p.Groups[0].Children, registry.ChildPlan{ChildID: c.ID, Reasons: anyWhy})
		}
		must(f.OpenCycle(p))
	}
	out := map[data.ID[data.Group]]data.ID[data.Child]{}
	for _, e := range f.Enrollments.All() {
		out[e.GroupID] = e.ChildID
	}
	b.Logf("%d children, %d groups, %d sessions", len(children), groups, f.Sessions.Len())
	return out
}
