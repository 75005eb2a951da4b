package export

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/export/pdf"
	"mercredi/export/pdf/pdftest"
)

var update = flag.Bool("update", false, "write the golden outlines anew")

// day is when the sample town is looked at: a Friday of the mockups.
var day = data.NewDate(2027, 1, 15)

// town is the sample town, opened once.
var town = sync.OnceValue(func() *registry.Registry {
	world := registry.World{Today: func() data.Date { return day }, Random: rand.NewChaCha8([32]byte{1})}
	r, err := registry.Open(mem.New(), world)
	if err != nil {
		panic(err)
	}
	t, err := sample.New(sample.Options{Seed: 1, Today: day})
	if err != nil {
		panic(err)
	}
	if err := t.Keep(r); err != nil {
		panic(err)
	}
	return r
})

// bilanOf is the sample's bilan of a child at a moment, in the last school year where there is one.
func bilanOf(t testing.TB, first string, m data.Moment) registry.BilanView {
	t.Helper()
	for _, cycle := range town().CycleRows(0) {
		for _, row := range town().BilansOf(cycle.ID) {
			if row.Kept() && row.Child.First == first && row.Moment == m {
				b, _ := town().Bilans.Get(row.Progress.ID)
				v, ok := town().BilanView(b)
				if !ok {
					t.Fatal("no view of a kept bilan")
				}
				return v
			}
		}
	}
	t.Fatalf("no bilan of %s in the sample", first)
	return registry.BilanView{}
}

func outline(d *pdf.Document) string {
	var b strings.Builder
	for _, e := range d.Outline() {
		fmt.Fprintln(&b, e)
	}
	return b.String()
}

// golden compares what was really drawn with testdata/name.txt.
func golden(t *testing.T, name string, d *pdf.Document) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := outline(d)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (run with -update to accept):\n%s", path, got)
	}
}

func rendered(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	if bytes.HasPrefix(out.Bytes(), []byte("%PDF")) {
		for _, fault := range pdftest.Conform(out.Bytes()) {
			t.Error(fault)
		}
	}
	return out.Bytes()
}
