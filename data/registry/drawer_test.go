package registry

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"

	"mercredi/data"
	"mercredi/data/kv"
	"mercredi/data/kv/mem"
)

var childID = reflect.TypeFor[data.ID[data.Child]]()

// bareFile is an empty file in memory, and its store.
func bareFile(t *testing.T) (*Registry, kv.Store) {
	t.Helper()
	store := mem.New()
	r, err := Open(store, World{Today: func() data.Date { return 20270115 }, Random: rand.NewChaCha8([32]byte{5})})
	if err != nil {
		t.Fatal(err)
	}
	return r, store
}

// nouns are the tables of a registry by noun, each with an empty record of its kind.
func nouns(t *testing.T) map[Noun]reflect.Type {
	t.Helper()
	r, _ := bareFile(t)
	all := map[Noun]reflect.Type{}
	for _, table := range r.tables {
		rows := reflect.ValueOf(table).Elem().FieldByName("rows")
		all[table.count().Noun] = rows.Type().Elem().Elem()
	}
	return all
}

// names reports whether a value of the type can hold the id of a child other than as its own field ChildID.
func names(t reflect.Type, seen map[reflect.Type]bool) bool {
	if t == childID {
		return true
	}
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Pointer, reflect.Map:
		return names(t.Elem(), seen)
	case reflect.Struct:
		for f := range t.Fields() {
			if names(f.Type, seen) {
				return true
			}
		}
	}
	return false
}

func TestEveryRecordThatNamesAChildLiesInItsDrawerOrIsScrubbed(t *testing.T) {
	scrubbed := map[Noun]bool{Attendances: true}
	all := nouns(t)
	if len(all) < 20 {
		t.Fatalf("only %d nouns found", len(all))
	}
	for noun, kind := range all {
		v := reflect.New(kind)
		id := [16]byte{7, 9}
		field := v.Elem().FieldByName("ChildID")
		switch {
		case field.IsValid() && field.Type() == childID:
			field.Set(reflect.ValueOf(data.ID[data.Child](id)))
			if ownedBy(noun, v.Interface()) != id {
				t.Errorf("%s belongs to a child, and ownedBy does not know", noun)
			}
		case noun == Children || noun == Families:
			v.Elem().FieldByName("Record").FieldByName("ID").Set(reflect.ValueOf(id).Convert(
				v.Elem().FieldByName("Record").FieldByName("ID").Type()))
			if ownedBy(noun, v.Interface()) != id {
				t.Errorf("%s is not its own drawer", noun)
			}
		case names(kind, map[reflect.Type]bool{}) != scrubbed[noun]:
			t.Errorf("%s names a child somewhere: let scrub take it out, and say so here", noun)
		case ownedBy(noun, v.Interface()) != [16]byte{}:
			t.Errorf("%s is shared, and ownedBy gives it to somebody", noun)
		}
	}
}

func TestFileForAFamilyNamesNoOtherChild(t *testing.T) {
	r, _ := bareFile(t)
	lila := data.Child{
		FirstName: "Lila", LastName: "Sample", Apart: []data.ID[data.Child]{{9}}, Together: []data.ID[data.Child]{{8}},
		Busy: []data.WeekHours{{Weekday: 3, From: data.At(9, 0), To: data.At(10, 0), Reason: "Judo"}},
	}
	if err := r.Children.Save(&lila); err != nil {
		t.Fatal(err)
	}
	v, err := r.WholeFile(lila.ID, WholeFileOptions{})
	if err != nil || len(v.Child.Apart)+len(v.Child.Together) > 0 || len(v.Child.Busy) != 1 || v.Child.Busy[0].Reason != "Judo" {
		t.Errorf("the file says %+v, %v", v.Child, err)
	}
}

func TestScrubLeavesNoTraceOfAChildInSharedRecords(t *testing.T) {
	r, store := bareFile(t)
	gone, stays := data.ID[data.Child]{1, 2, 3}, data.ID[data.Child]{4, 5, 6}
	err := r.Update(func(tx *Tx) error {
		return KeepAll(tx, r.Attendances, []data.Attendance{
			{Record: data.Record[data.Attendance]{ID: [16]byte{1}}, Marks: []data.ChildMark{{ChildID: gone, Mark: data.Present}, {ChildID: stays, Mark: data.Late}}},
			{Record: data.Record[data.Attendance]{ID: [16]byte{2}}, Marks: []data.ChildMark{{ChildID: stays, Mark: data.Absent}}},
			{Record: data.Record[data.Attendance]{ID: [16]byte{3}}, Marks: []data.ChildMark{{ChildID: gone, Mark: data.Absent}}},
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	others := []data.Child{
		{FirstName: "Noé", LastName: "Sample", Apart: []data.ID[data.Child]{gone, stays}, Together: []data.ID[data.Child]{gone}},
		{FirstName: "Inès", LastName: "Sample", Apart: []data.ID[data.Child]{stays}},
	}
	if err := errors.Join(err, r.Update(func(tx *Tx) error { return KeepAll(tx, r.Children, others) })); err != nil {
		t.Fatal(err)
	}
	var marks int
	err = r.Update(func(tx *Tx) (err error) {
		marks, err = r.scrub(tx, gone)
		return err
	})
	if err != nil || marks != 2 {
		t.Fatalf("%d marks taken out, %v", marks, err)
	}
	for noun := range nouns(t) {
		err := store.View(func(tx kv.Tx) error {
			return tx.Scan(string(noun), func(key, value []byte) error {
				if bytes.Contains(value, gone[:]) {
					t.Errorf("%s %x still names the child", noun, key)
				}
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	left, _ := r.Attendances.Get([16]byte{1})
	if len(left.Marks) != 1 || left.Of(stays) != data.Late || left.Revision != 2 {
		t.Errorf("the sheet of the others became %+v", left)
	}
	if untouched, _ := r.Attendances.Get([16]byte{2}); untouched.Revision != 1 {
		t.Error("a sheet without the child was written again")
	}
	if noe, _ := r.Children.Get(others[0].ID); len(noe.Apart) != 1 || noe.Apart[0] != stays || len(noe.Together) > 0 {
		t.Errorf("the one kept apart from both became %+v", noe)
	}
	if ines, _ := r.Children.Get(others[1].ID); ines.Revision != 1 {
		t.Error("a child who says nothing of the one gone was written again")
	}
}
