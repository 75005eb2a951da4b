package catalogue

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/export"
)

const today = data.Date(20270114)

// town is the sample in memory.
func town(t *testing.T) *registry.Registry { return townOn(t, today) }

func townOn(t *testing.T, today data.Date) *registry.Registry {
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

// TestEveryDocumentHasASubjectInADemo whatever the day of the school year on which the demo is made.
func TestEveryDocumentHasASubjectInADemo(t *testing.T) {
	for _, on := range []data.Date{20261005, 20261128, 20270315, 20270628} {
		r := townOn(t, on)
		for _, shelf := range All() {
			for _, d := range shelf.Documents {
				if len(d.Subjects(r)) == 0 {
					t.Errorf("%v: nothing to make %s of", on, d.Key)
				}
			}
		}
	}
}

// TestNamesTypedInAnonymousMinutesAreReplacedAndSaid: the texts keep no first name, and the person is told to read again.
func TestNamesTypedInAnonymousMinutesAreReplacedAndSaid(t *testing.T) {
	r := town(t)
	d, _ := Find("compte-rendu-eps")
	s := d.Subjects(r)[0].Subject
	c := r.CommissionAgenda(s.Commission)[0]
	child, _ := r.Children.Get(c.ChildID)
	family, _ := r.Families.Get(child.FamilyID)
	c.CommissionCase.Facts = child.FirstName + " progresse, dit " + family.Guardians[0].FullName() + "."
	if err := r.CommissionCases.Save(&c.CommissionCase); err != nil {
		t.Fatal(err)
	}
	warned := func(with With) string {
		p, err := d.Make(r, export.Meta{Date: today}, s, with)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(p.Warnings, " ")
	}
	if got := warned(With{Anonymous}); !strings.Contains(got, "remplacé") {
		t.Errorf("nobody is warned: %q", got)
	}
	if got := warned(nil); strings.Contains(got, "remplacé") {
		t.Errorf("minutes with names say %q", got)
	}
	v, _ := r.CommissionView(s.Commission, registry.CommissionWords{Anonymous: true, Person: "[autre]", Child: "[enfant]"})
	if got := v.Cases[0].Facts; strings.Contains(got, child.FirstName) || strings.Contains(got, family.Guardians[0].LastName) {
		t.Errorf("the text says %q", got)
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
