package registry_test

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// The cost of the seals at ten thousand children of twenty records each: two hundred thousand records and as many keys as
// there are children.
const costChildren, costRecords = 10_000, 20

func costFolder(b *testing.B) (dir string, ring *vault.Ring) {
	b.Helper()
	dir = b.TempDir()
	world := townWorld()
	world.Random = rand.Reader
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: townPhrase}, world))
	text := strings.Repeat("Sauvelande ", 60)
	var children []data.Child
	var notes []data.Note
	for range costChildren {
		id := must(data.NewID[data.Child](rand.Reader))
		children = append(children, data.Child{Record: data.Record[data.Child]{ID: id}, FirstName: "Lila", LastName: "Sample"})
		for range costRecords - 1 {
			notes = append(notes, data.Note{ChildID: id, On: 20260910, Title: "Appel", Text: text})
		}
	}
	in := registry.NewImport(r)
	registry.Add(in, r.Children, children)
	registry.Add(in, r.Notes, notes)
	check(in.Keep(nil))
	check(r.Close())
	return dir, must(vault.ReadRing(must(os.ReadFile(filepath.Join(dir, "mercredi.cles")))))
}

// BenchmarkCostOfOpening opens the file as people do, the check of every page, seal and sum included, once the key is
// derived; it tells apart what the seals and the sum take. To hold: 3 s, and 15 % for the seals.
func BenchmarkCostOfOpening(b *testing.B) {
	dir, ring := costFolder(b)
	path := filepath.Join(dir, "mercredi.db")
	whole, seals := time.Duration(0), time.Duration(0)
	for b.Loop() {
		before := cpuSpent()
		r := must(registry.OpenFolder(dir, registry.Key{Password: townPhrase}, townWorld()))
		whole += cpuSpent() - before
		b.StopTimer()
		check(r.Close())
		keys := must(ring.Unlock(ring.Slots()[0].ID, townPhrase, vault.Opening{}))
		store := must(bolt.OpenReadOnly(path))
		sealed := must(vault.Open(store, keys))
		before = cpuSpent()
		scan(store)
		bare := cpuSpent() - before
		before = cpuSpent()
		scan(sealed)
		seals += cpuSpent() - before - bare
		check(sealed.Close())
		b.StartTimer()
	}
	n := float64(b.N)
	b.ReportMetric(whole.Seconds()*1000/n, "cpu-ms/op")
	b.ReportMetric(seals.Seconds()*1000/n, "seals-once-cpu-ms/op")
	b.ReportMetric(seals.Seconds()*100/whole.Seconds(), "seals-%")
	b.ReportMetric(float64(must(os.Stat(path)).Size())/1e6, "file-MB")
}

func scan(s kv.Store) {
	check(s.View(func(tx kv.Tx) error {
		for _, noun := range []registry.Noun{registry.Children, registry.Notes} {
			check(tx.Scan(string(noun), func(_, _ []byte) error { return nil }))
		}
		return nil
	}))
}

// BenchmarkCostOfSaving saves one note in that file. To hold: the 99th percentile, 20 ms.
func BenchmarkCostOfSaving(b *testing.B) {
	dir, _ := costFolder(b)
	r := must(registry.OpenFolder(dir, registry.Key{Password: townPhrase}, townWorld()))
	defer func() { check(r.Close()) }()
	notes := r.Notes.All()
	var spent []time.Duration
	before := cpuSpent()
	for b.Loop() {
		note, _ := r.Notes.Get(notes[len(spent)*7919%len(notes)].ID)
		began := b.Elapsed()
		check(r.Notes.Save(&note))
		spent = append(spent, b.Elapsed()-began)
	}
	b.ReportMetric((cpuSpent()-before).Seconds()*1000/float64(b.N), "cpu-ms/op")
	reportSpread(b, spent)
}
