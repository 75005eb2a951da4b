package catalogue_test

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
	"mercredi/data/sample"
)

// Worlds to print: the sample town, and what it becomes when nobody types anything, or types too much, or when there are
// hundreds of everything. They are made of any noun the registry has, by its exported tables, so that one that is added
// is proven at once.

const provenOn = data.Date(20270114)

func sampleTown(t testing.TB) *registry.Registry {
	t.Helper()
	made, err := sample.New(sample.Options{Seed: 1, Today: provenOn})
	if err != nil {
		t.Fatal(err)
	}
	r, err := registry.Open(mem.New(), registry.World{Today: func() data.Date { return provenOn }, Random: rand.NewChaCha8([32]byte{1})})
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Keep(r); err != nil {
		t.Fatal(err)
	}
	return r
}

// table is one *registry.Table[T].
type table struct{ reflect.Value }

func tables(r *registry.Registry) []table {
	var all []table
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if v.Type().Field(i).IsExported() && f.Kind() == reflect.Pointer && f.MethodByName("Save").IsValid() {
			all = append(all, table{f})
		}
	}
	return all
}

// rows are copies of the records, each addressable.
func (t table) rows() []reflect.Value {
	all := t.MethodByName("All").Call(nil)[0]
	out := make([]reflect.Value, all.Len())
	for i := range out {
		out[i] = all.Index(i)
	}
	return out
}

func (t table) save(row reflect.Value) error {
	err, _ := t.MethodByName("Save").Call([]reflect.Value{row.Addr()})[0].Interface().(error)
	return err
}

// isRef reports whether a value is the id of a record.
func isRef(t reflect.Type) bool { return strings.HasPrefix(t.Name(), "ID[") }

// rewritten changes every text of every record by write, which is told how many times that text was refused; what is
// refused three times stays as it was.
func rewritten(t testing.TB, r *registry.Registry, write func(old string, refused int) string) *registry.Registry {
	t.Helper()
	const tries = 16
	for _, table := range tables(r) {
		for _, row := range table.rows() {
			refused, kept := refusals{}, false
			for try := range tries {
				next := retold(row, "", func(path, s string) string {
					n := refused.of(path)
					if n >= 3 || s == "" && try > 4 { // what is said about a thing is refused without the thing
						return s
					}
					return write(s, n)
				})
				err := table.save(next)
				if kept = err == nil; kept || !refused.learn(err, try > tries/2) {
					break
				}
			}
			if !kept {
				t.Errorf("%s is refused whatever is written in it: %v", row.Type(), refused)
			}
		}
	}
	return r
}

// refusals count how many times the registry refused what stands at a path of a record, as it names it: "Actions.Title",
// and "Indicators.Label" for "Actions.Indicators.Label".
type refusals map[string]int

// of is how many times the text at a path was refused, alone or with all that stands beside it.
func (refused refusals) of(path string) (n int) {
	for named, times := range refused {
		if path == named || strings.HasPrefix(path, named+".") || strings.HasSuffix(path, "."+named) {
			n += times
		}
	}
	return n
}

var index = regexp.MustCompile(`\[[^]]*\]`)

// learn counts what was refused, widely with all of the field of the record; false when the error names no field.
func (refused refusals) learn(err error, widely bool) bool {
	var faults data.Faults
	if !errors.As(err, &faults) {
		return false
	}
	seen := map[string]bool{}
	for _, f := range faults {
		named := index.ReplaceAllString(f.Field, "")
		if widely {
			named, _, _ = strings.Cut(named, ".")
		}
		if !seen[named] {
			refused[named]++
		}
		seen[named] = true
	}
	return true
}

// retold is v with each of its texts changed, and nothing shared with v.
func retold(v reflect.Value, path string, write func(path, old string) string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		out.SetString(write(path, v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !f.Anonymous {
				out.Field(i).Set(retold(v.Field(i), strings.TrimPrefix(path+"."+f.Name, "."), write))
			}
		}
	case reflect.Slice:
		if v.Len() > 0 && v.Type().Elem().Kind() != reflect.Uint8 {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(retold(v.Index(i), path, write))
			}
		}
	case reflect.Array:
		if !isRef(v.Type()) {
			for i := range v.Len() {
				out.Index(i).Set(retold(v.Index(i), path, write))
			}
		}
	}
	return out
}

// hollowTown is the sample where nothing was typed that could be left out.
func hollowTown(t testing.TB) *registry.Registry {
	return rewritten(t, sampleTown(t), func(old string, refused int) string {
		return []string{"", "X", old}[refused]
	})
}

// longTown is the sample where every text is as long as a name may be, and notes much longer. Half of the names are a
// single word.
func longTown(t testing.TB) *registry.Registry {
	n := 0
	name := []string{strings.TrimSpace(strings.Repeat("Apolline ", data.MaxName/9)), strings.Repeat("Œ", data.MaxName)}
	note := strings.Repeat("Élève attentif, qui s’exprime volontiers\u00a0; parle de « sa maison » et de 12\u00a0% de tout. ", 8)
	return rewritten(t, sampleTown(t), func(old string, refused int) string {
		n++
		return []string{note, name[n%2], old}[refused]
	})
}
