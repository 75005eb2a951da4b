//go:build papers

package catalogue_test

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/export/pdf/pdftest"
)

// TestEveryPaperConformsWithNoneAndOneOfEverything: the subject alone, then with one of each thing that has to do with it.
// A document may refuse to be made of a subject that is alone, as one that is gone; it never fails otherwise.
func TestEveryPaperConformsWithNoneAndOneOfEverything(t *testing.T) {
	full, made, refused := sampleTown(t), 0, 0
	for _, d := range documents() {
		subject := d.Subjects(full)[0].Subject
		t.Run(d.Key, func(t *testing.T) {
			for others := range 2 {
				r := sparse(t, subject, others)
				for _, v := range variants(d)[:2] {
					if _, err := d.Make(r, v.meta, subject, v.with); errors.Is(err, registry.ErrGone) {
						refused++
						continue
					}
					file := paper(t, r, d, subject, v)
					judged(t, v.name, file)
					t.Logf("%d others: %d rows", others, rowsOf(file))
					made++
				}
			}
		})
	}
	figure(t, "%d papers with none or one of everything, 0 faults; %d are not made of so little", made, refused)
}

// rowsOf counts the rows of tables and the items of lists of a paper.
func rowsOf(file []byte) int {
	var count func(*pdftest.Element) int
	count = func(e *pdftest.Element) int {
		n := 0
		if e.Type == "TR" || e.Type == "LI" {
			n = 1
		}
		for _, k := range e.Kids {
			n += count(k)
		}
		return n
	}
	sum := 0
	for _, k := range pdftest.Read(file).Tree().Kids {
		sum += count(k)
	}
	return sum
}

// placed is a record and the number of its table.
type placed struct {
	table int
	row   reflect.Value
}

// sparse is the sample cut down to a subject and what it refers to, and to so many others of each noun: those that refer
// to the subject if there are any. Lists inside records are cut to as many.
func sparse(t *testing.T, subject catalogue.Subject, others int) *registry.Registry {
	t.Helper()
	full := sampleTown(t)
	all := map[[16]byte][]placed{}
	for n, table := range tables(full) {
		for _, row := range table.rows() {
			id := idOf(row)
			all[id] = append(all[id], placed{n, row})
		}
	}
	kept := map[[16]byte]bool{}
	keep(all, kept, mentions(reflect.ValueOf(subject)))
	for _, table := range tables(full) {
		rows := table.rows()
		related := func(row reflect.Value) bool {
			return slices.ContainsFunc(mentions(row), func(id [16]byte) bool { return kept[id] })
		}
		slices.SortStableFunc(rows, func(a, b reflect.Value) int { return cmp.Compare(number(related(b)), number(related(a))) })
		for _, row := range rows[:min(others, len(rows))] {
			keep(all, kept, [][16]byte{idOf(row)})
		}
	}
	r, err := registry.Open(mem.New(), registry.World{Today: func() data.Date { return provenOn }, Random: rand.NewChaCha8([32]byte{1})})
	if err != nil {
		t.Fatal(err)
	}
	restored(t, r, all, kept)
	for _, table := range tables(r) {
		for _, row := range table.rows() {
			shorten(table, row, others)
		}
	}
	return r
}

func number(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func idOf(row reflect.Value) (id [16]byte) {
	reflect.Copy(reflect.ValueOf(&id).Elem(), row.FieldByName("Record").FieldByName("ID"))
	return id
}

// mentions are the ids in a value.
func mentions(v reflect.Value) (all [][16]byte) {
	switch v.Kind() {
	case reflect.Array:
		if isRef(v.Type()) {
			var id [16]byte
			reflect.Copy(reflect.ValueOf(&id).Elem(), v)
			return [][16]byte{id}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				all = append(all, mentions(v.Field(i))...)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, mentions(v.Index(i))...)
		}
	}
	return all
}

// keep marks records and all that they refer to.
func keep(all map[[16]byte][]placed, kept map[[16]byte]bool, ids [][16]byte) {
	for _, id := range ids {
		if kept[id] || len(all[id]) == 0 {
			continue
		}
		kept[id] = true
		for _, p := range all[id] {
			keep(all, kept, mentions(p.row))
		}
	}
}

// restored puts what is kept into a registry, what is referred to first.
func restored(t *testing.T, r *registry.Registry, all map[[16]byte][]placed, kept map[[16]byte]bool) {
	t.Helper()
	var waiting []placed
	for id := range kept {
		waiting = append(waiting, all[id]...)
	}
	slices.SortFunc(waiting, func(a, b placed) int {
		one, other := idOf(a.row), idOf(b.row)
		return cmp.Or(cmp.Compare(a.table, b.table), slices.Compare(one[:], other[:]))
	})
	to := tables(r)
	for len(waiting) > 0 {
		var refused []placed
		var why error
		for _, p := range waiting {
			if err, _ := to[p.table].MethodByName("Restore").Call([]reflect.Value{p.row})[0].Interface().(error); err != nil {
				refused, why = append(refused, p), err
			}
		}
		if len(refused) == len(waiting) {
			t.Logf("%d records are refused, the last because %v", len(refused), why)
			return
		}
		waiting = refused
	}
}

// shorten cuts the lists of a record, as far as the registry lets it.
func shorten(table table, row reflect.Value, most int) {
	for i := range row.NumField() {
		list := row.Field(i)
		if list.Kind() != reflect.Slice || list.Len() <= most || list.Type().Elem().Kind() != reflect.Struct {
			continue
		}
		next := reflect.New(row.Type()).Elem()
		next.Set(row)
		next.Field(i).Set(list.Slice(0, most))
		if table.save(next) == nil {
			row.Set(next)
		}
	}
}
