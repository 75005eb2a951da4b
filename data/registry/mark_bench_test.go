package registry_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/registry"
)

// BenchmarkMark marks one child in one session of the sealed town: one durable transaction. The figure to hold is the
// 99th percentile: at most 20 ms. Much of it is the disk's, so the processor time is told apart.
func BenchmarkMark(b *testing.B) {
	r := must(registry.OpenFolder(townFolder(b), registry.Key{Password: townPhrase}, townWorld()))
	defer func() { check(r.Close()) }()
	sheets := slices.DeleteFunc(r.Attendances.All(), func(a data.Attendance) bool { return len(a.Marks) == 0 })
	var spent []time.Duration
	before := cpuSpent()
	for b.Loop() {
		i := len(spent)
		a := sheets[i*7919%len(sheets)] // a prime number: far from the mark before, as on other days
		began := b.Elapsed()
		must(r.Mark(data.ID[data.Session](a.ID), a.Marks[i%len(a.Marks)].ChildID, data.Mark(1+i%4)))
		spent = append(spent, b.Elapsed()-began)
	}
	b.ReportMetric((cpuSpent()-before).Seconds()*1000/float64(b.N), "cpu-ms/op")
	reportSpread(b, spent)
}

// BenchmarkBareSyncs is what a mark asks of the disk, without Mercredi: two writes, each synced. It says how much of
// BenchmarkMark is the disk and the other programs of the machine.
func BenchmarkBareSyncs(b *testing.B) {
	f := must(os.Create(filepath.Join(b.TempDir(), "bare")))
	defer func() { check(f.Close()) }()
	pages := make([]byte, 16<<20)
	must(f.WriteAt(pages, 0))
	check(f.Sync())
	var spent []time.Duration
	for b.Loop() {
		began := b.Elapsed()
		for _, n := range []int{16 << 10, 4 << 10} {
			must(f.WriteAt(pages[:n], int64(len(spent)*7919%1000)*16<<10))
			check(f.Sync())
		}
		spent = append(spent, b.Elapsed()-began)
	}
	reportSpread(b, spent)
}

func reportSpread(b *testing.B, spent []time.Duration) {
	b.Helper()
	slices.Sort(spent)
	b.ReportMetric(spent[len(spent)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(spent[len(spent)*99/100].Seconds()*1000, "p99-ms")
}
