package registry

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"mercredi/data"
)

// Dangling is a record that names one which is not there: the file has lost something.
type Dangling struct {
	Noun      Noun
	Reference string // of the record that names
	Field     string // where it names: "Marks.ChildID"
	Missing   Noun   // what it names
}

// CheckReferences looks up every id of every record, archived ones included, and answers those that lead nowhere, in
// a steady order. An id that is zero names nothing and is left alone.
func (r *Registry) CheckReferences() []Dangling {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []Dangling
	tables := r.tablesByID()
	for _, t := range r.tables {
		from := t.(mentioning)
		from.eachMention(func(n mention) {
			if named := tables[n.of]; named != nil && !named.has(n.id) {
				out = append(out, Dangling{from.ofNoun(), data.ID[any](n.from).Reference(), n.field, named.ofNoun()})
			}
		})
	}
	slices.SortFunc(out, func(a, b Dangling) int {
		return cmp.Or(cmp.Compare(a.Noun, b.Noun), cmp.Compare(a.Reference, b.Reference), cmp.Compare(a.Field, b.Field))
	})
	return out
}

// ChildReferred finds a child, archived or not, by the reference that papers and the journal give, or by the whole id.
// A reference that two children share finds none.
func (r *Registry) ChildReferred(text string) (data.Child, bool) {
	text = strings.TrimSpace(text)
	r.mu.RLock()
	defer r.mu.RUnlock()
	var found []*data.Child
	for id, row := range r.Children.rows {
		if strings.EqualFold(id.Reference(), text) || strings.EqualFold(id.String(), text) {
			found = append(found, row)
		}
	}
	if len(found) != 1 {
		return data.Child{}, false
	}
	return r.Children.copy(found[0]), true
}

// isNamed reports whether any record names this one. The lock is held.
func isNamed[T any](t *Table[T], id data.ID[T]) bool {
	for _, other := range t.reg.tables {
		found := false
		other.(mentioning).eachMention(func(n mention) { found = found || n.of == t.idType() && n.id == id })
		if found {
			return true
		}
	}
	return false
}

// mention is one id inside a record.
type mention struct {
	from, id [16]byte // the record, and the one it names
	of       reflect.Type
	field    string
}

// mentioning is a table of any kind, when references are looked up.
type mentioning interface {
	ofNoun() Noun
	idType() reflect.Type
	has(id [16]byte) bool
	eachMention(hear func(mention))
}

// tablesByID finds the table of a type of id.
func (r *Registry) tablesByID() map[reflect.Type]mentioning {
	out := map[reflect.Type]mentioning{}
	for _, t := range r.tables {
		out[t.(mentioning).idType()] = t.(mentioning)
	}
	return out
}

func (t *Table[T]) ofNoun() Noun { return t.noun }

func (t *Table[T]) idType() reflect.Type { return reflect.TypeFor[data.ID[T]]() }

func (t *Table[T]) has(id [16]byte) bool { return t.rows[id] != nil }

// eachMention hears every id in the records but their own. It finds the fields by their type, so that a field that comes
// later is looked up like the others.
func (t *Table[T]) eachMention(hear func(mention)) {
	paths := pathsOf(reflect.TypeFor[T](), t.idType())
	for id, row := range t.rows {
		for _, p := range paths {
			p.walk(reflect.ValueOf(row).Elem(), func(v reflect.Value) {
				n := mention{from: id, of: v.Type(), field: p.name}
				if reflect.Copy(reflect.ValueOf(&n.id).Elem(), v); n.id != [16]byte{} {
					hear(n)
				}
			})
		}
		if sheet, ok := any(row).(*data.Attendance); ok && len(sheet.Marks) > 0 { // it bears the id of its session
			hear(mention{from: id, id: sheet.ID, of: reflect.TypeFor[data.ID[data.Session]](), field: "ID"})
		}
	}
}

// path leads to an id in a record, through its parts and lists.
type path struct {
	name  string
	steps []int // fields; a list on the way is gone through
}

// walk hears the ids at the end of the path.
func (p path) walk(v reflect.Value, hear func(reflect.Value)) {
	for i, step := range p.steps {
		if v.Kind() == reflect.Slice {
			for j := range v.Len() {
				path{p.name, p.steps[i:]}.walk(v.Index(j), hear)
			}
			return
		}
		v = v.Field(step)
	}
	if v.Kind() == reflect.Slice {
		for j := range v.Len() {
			hear(v.Index(j))
		}
		return
	}
	hear(v)
}

// pathsOf finds the ids in a type of record, except the record's own.
func pathsOf(record, own reflect.Type) []path {
	var out []path
	for i := range record.NumField() {
		f := record.Field(i)
		t := f.Type
		if t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		switch {
		case t.Kind() == reflect.Array && t.ConvertibleTo(reflect.TypeFor[[16]byte]()):
			if f.Name != "ID" || t != own {
				out = append(out, path{f.Name, []int{i}})
			}
		case t.Kind() == reflect.Struct:
			for _, inner := range pathsOf(t, own) {
				step := path{f.Name + "." + inner.name, append([]int{i}, inner.steps...)}
				if f.Anonymous {
					step.name = inner.name
				}
				out = append(out, step)
			}
		}
	}
	return out
}
