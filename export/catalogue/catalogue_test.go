package catalogue

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/export"
)

const today = data.Date(20270114)

// town is the sample in memory.
func town(t *testing.T) *registry.Registry {
	t.Helper()
	made, err := sample.New(sample.Options{Seed: 1, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	r, err := registry.Open(mem.New(), registry.World{Today: func() data.Date { return today }, Random: rand.NewChaCha8([32]byte{1})})
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Keep(r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestEveryDocumentIsMadeOfTheSample takes the first subject of each document and asks for every option.
func TestEveryDocumentIsMadeOfTheSample(t *testing.T) {
	r := town(t)
	for _, shelf := range All() {
		for _, d := range shelf.Documents {
			t.Run(d.Key, func(t *testing.T) {
				subjects := d.Subjects(r)
				if len(subjects) == 0 {
					t.Fatal("nothing in the sample to make it of")
				}
				for _, with := range append([]With{nil}, each(d.Options)...) {
					p, err := d.Make(r, export.Meta{Date: today}, subjects[0].Subject, with)
					if err != nil {
						t.Fatal(err)
					}
					var out bytes.Buffer
					if err := p.Write(&out); err != nil || !bytes.HasPrefix(out.Bytes(), []byte("%PDF")) {
						t.Errorf("with %v: %v, %d bytes", with, err, out.Len())
					}
				}
			})
		}
	}
}

func TestKeysNameOneDocumentEach(t *testing.T) {
	seen := map[string]bool{}
	for _, shelf := range All() {
		for _, d := range shelf.Documents {
			if found, ok := Find(d.Key); seen[d.Key] || !ok || found.Title != d.Title {
				t.Errorf("%q", d.Key)
			}
			seen[d.Key] = true
		}
	}
}

func each(options []Option) []With {
	var out []With
	for _, o := range options {
		out = append(out, With{o.Key})
	}
	return out
}
