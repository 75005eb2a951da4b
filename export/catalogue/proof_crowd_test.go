package catalogue_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
)

// crowdedTown is the sample where one group has many children, each with all that one of them has, and where there are
// as many of everything that concerns no child.
func crowdedTown(t testing.TB, many int) *registry.Registry {
	t.Helper()
	r := sampleTown(t)
	template := templateChild(t, r)
	clones := cloned(t, r, template, many)
	season(r, min(many, 40)) // a column each: a group of 400 children never has 400
	for _, table := range tables(r) {
		rows := table.rows()
		if len(rows) == 0 || rows[0].Type() == reflect.TypeFor[data.Child]() || rows[0].Type() == reflect.TypeFor[data.Rubric]() {
			continue
		}
		if child := rows[0].FieldByName("ChildID"); child.IsValid() {
			owned := slices.DeleteFunc(slices.Clone(rows), func(row reflect.Value) bool { return row.FieldByName("ChildID").Interface() != any(template) })
			for _, row := range owned {
				copies(t, table, row, clones)
			}
			if len(owned) == 0 { // the first that another child has
				for _, c := range clones {
					next := fresh(rows[0])
					next.FieldByName("ChildID").Set(reflect.ValueOf(c))
					_ = table.save(next)
				}
			}
			continue
		}
		for _, row := range rows {
			widen(table, row, template, clones)
		}
		if !slices.Contains([]string{"Workshop", "Cycle", "Group", "Session", "Settings", "Safety", "Family"}, rows[0].Type().Name()) {
			for range many {
				_ = table.save(fresh(rows[0])) // a noun may refuse to be there twice
			}
		}
	}
	return r
}

// season gives the group of the papers so many sessions, a day apart after the last that it has.
func season(r *registry.Registry, many int) {
	sheet, _ := catalogue.Find("emargement")
	var last data.Session
	for _, s := range r.Sessions.All() {
		if s.GroupID == sheet.Subjects(r)[0].Group && s.Date > last.Date {
			last = s
		}
	}
	for n := range many {
		s := last
		s.Record = data.Record[data.Session]{}
		s.Number, s.Date = last.Number+n+1, last.Date.AddDays(n+1)
		_ = r.Sessions.Save(&s) // the year has an end
	}
}

// templateChild is a child of the group that the papers of groups are made of.
func templateChild(t testing.TB, r *registry.Registry) data.ID[data.Child] {
	t.Helper()
	sheet, ok := catalogue.Find("emargement")
	if !ok {
		t.Fatal("no attendance sheet")
	}
	group := sheet.Subjects(r)[0].Group
	for _, e := range r.Enrollments.All() {
		if e.GroupID == group {
			return e.ChildID
		}
	}
	t.Fatal("nobody is in the group")
	return data.ID[data.Child]{}
}

func cloned(t testing.TB, r *registry.Registry, template data.ID[data.Child], many int) []data.ID[data.Child] {
	t.Helper()
	child, _ := r.Children.Get(template)
	var all []data.ID[data.Child]
	for i := range many {
		c := child
		c.Record = data.Record[data.Child]{}
		c.FirstName = child.FirstName + strings.Repeat("a", i%7)
		if err := r.Children.Save(&c); err != nil {
			t.Fatal(err)
		}
		all = append(all, c.ID)
	}
	return all
}

// fresh is a copy of a record that was never kept.
func fresh(row reflect.Value) reflect.Value {
	next := reflect.New(row.Type()).Elem()
	next.Set(row)
	next.FieldByName("Record").FieldByName("ID").SetZero()
	next.FieldByName("Record").FieldByName("Revision").SetZero()
	return next
}

func copies(t testing.TB, table table, row reflect.Value, children []data.ID[data.Child]) {
	t.Helper()
	for _, c := range children {
		next := fresh(row)
		next.FieldByName("ChildID").Set(reflect.ValueOf(c))
		if err := table.save(next); err != nil {
			t.Fatalf("%s: %v", row.Type(), err)
		}
	}
}

// widen adds the new children to the lists of a record that name the template: the marks of a session.
func widen(table table, row reflect.Value, template data.ID[data.Child], children []data.ID[data.Child]) {
	next := reflect.New(row.Type()).Elem()
	next.Set(row)
	changed := false
	for i := range next.NumField() {
		list := next.Field(i)
		if list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Struct {
			continue
		}
		for j := range list.Len() {
			if child := list.Index(j).FieldByName("ChildID"); !child.IsValid() || child.Interface() != any(template) {
				continue
			}
			all := reflect.AppendSlice(reflect.MakeSlice(list.Type(), 0, list.Len()), list)
			for _, c := range children {
				mark := reflect.New(list.Type().Elem()).Elem()
				mark.Set(list.Index(j))
				mark.FieldByName("ChildID").Set(reflect.ValueOf(c))
				all = reflect.Append(all, mark)
			}
			list.Set(all)
			changed = true
			break
		}
	}
	if changed {
		_ = table.save(next)
	}
}
