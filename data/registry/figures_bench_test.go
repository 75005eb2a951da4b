package registry_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/kv/bolt"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/data/vault"
)

// The figures of docs/figures.md stand on one invented town of 3,000 children and five school years, seen in the
// middle of the last one. It is made once for all benchmarks.

const (
	townDay    data.Date = 20270115
	townPhrase           = "a password for a benchmark"
)

// townCost makes the key quick to derive: what is measured comes after.
var townCost = vault.Cost{MemoryKiB: 64, Passes: 1, Lanes: 1}

// made is what the benchmarks share.
var made struct {
	town *sample.Town
	file []byte
	ring []byte             // sealed, with the town in it
	open *registry.Registry // in memory, with the town in it
}

func townWorld() registry.World {
	return registry.World{
		Today: func() data.Date { return townDay }, Random: rand.NewChaCha8([32]byte{11}), Cost: townCost,
	}
}

func wholeTown(b *testing.B) *sample.Town {
	b.Helper()
	if made.town == nil {
		town := must(sample.New(sample.Options{Children: 3000, Years: 5, Seed: 1, Today: townDay}))
		made.town = &town
	}
	return made.town
}

// largeTown is the town in memory, to be read.
func largeTown(b *testing.B) *registry.Registry {
	b.Helper()
	if made.open == nil {
		made.open = must(registry.InMemory(townWorld()))
		check(wholeTown(b).Keep(made.open))
		made.town = nil // kept: it has ids and revisions now
	}
	return made.open
}

// marksIn counts the marks of a town.
func marksIn(t *sample.Town) int {
	n := 0
	for _, a := range t.Attendance {
		n += len(a.Marks)
	}
	return n
}

// townFolder is a folder of its own with the sealed town in it.
func townFolder(b *testing.B) string {
	b.Helper()
	if made.file == nil {
		dir := b.TempDir()
		r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: townPhrase}, townWorld()))
		check(wholeTown(b).Keep(r))
		check(r.Close())
		made.town = nil // a town can be kept once
		made.file = must(os.ReadFile(filepath.Join(dir, "mercredi.db")))
		made.ring = must(os.ReadFile(filepath.Join(dir, "mercredi.cles")))
	}
	dir := b.TempDir()
	check(os.WriteFile(filepath.Join(dir, "mercredi.cles"), made.ring, 0o600))
	check(os.WriteFile(filepath.Join(dir, "mercredi.db"), made.file, 0o600))
	return dir
}

// BenchmarkOpenAndIndex decrypts, decodes and indexes every record of the town, once the key is derived. The figure to
// hold: at most 2 s.
func BenchmarkOpenAndIndex(b *testing.B) {
	dir := townFolder(b)
	ring := must(vault.ReadRing(made.ring))
	keys := must(ring.Unlock(ring.Slots()[0].ID, townPhrase, vault.Opening{}))
	store := must(vault.Open(must(bolt.Open(filepath.Join(dir, "mercredi.db"), bolt.Options{})), keys))
	defer func() { check(store.Close()) }()
	records, marks := 0, marksIn(wholeTown(b))
	b.ReportAllocs()
	before := cpuSpent()
	for b.Loop() {
		r := must(registry.Open(store, townWorld()))
		records = 0
		for _, c := range r.Counts() {
			records += c.Records
		}
	}
	b.ReportMetric((cpuSpent()-before).Seconds()*1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(records), "records")
	b.ReportMetric(float64(records)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
	b.ReportMetric(float64(marks), "marks")
	b.ReportMetric(float64(len(made.file))/1e6, "file-MB")
}

// BenchmarkKeepTown checks, encodes, seals and writes every record of the town, into a file that did not exist.
func BenchmarkKeepTown(b *testing.B) {
	spent := time.Duration(0)
	for b.Loop() {
		b.StopTimer()
		made.town = nil // a town can be kept once
		town := wholeTown(b)
		r := must(registry.CreateFolder(b.TempDir(), registry.Founder{Member: founder(), Password: townPhrase}, townWorld()))
		before := cpuSpent()
		b.StartTimer()
		check(town.Keep(r))
		b.StopTimer()
		spent += cpuSpent() - before
		check(r.Close())
		b.StartTimer()
	}
	b.ReportMetric(spent.Seconds()*1000/float64(b.N), "cpu-ms/op")
	made.town = nil
}
