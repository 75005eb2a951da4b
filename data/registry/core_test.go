package registry_test

import (
	"errors"
	"reflect"
	"testing"

	"mercredi/data"
	"mercredi/data/kv"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
)

func TestSaveGivesANewRecordItsIDAndRevision(t *testing.T) {
	f := newFile(t)
	c := f.child("Lila")
	if c.ID.IsZero() || c.Revision != 1 {
		t.Errorf("id %v, revision %d", c.ID, c.Revision)
	}
	got, ok := f.Children.Get(c.ID)
	if !ok || !reflect.DeepEqual(got, c) {
		t.Errorf("kept %+v, want %+v", got, c)
	}
}

func TestSaveRefusesChildWithoutName(t *testing.T) {
	f := newFile(t)
	before := f.Children.Len()
	err := f.Children.Save(&data.Child{FirstName: "Lila"})
	wantErr(t, data.FaultOf(err, "LastName"), data.ErrMissing)
	want(t, "number of children", f.Children.Len(), before)
}

func TestStaleSaveIsAConflictAndKeepsTheFirst(t *testing.T) {
	f := newFile(t)
	c := f.child("Lila")
	mine, theirs := c, c
	theirs.Notes = "first"
	check(f.Children.Save(&theirs))
	mine.Notes = "second"
	err := f.Children.Save(&mine)
	conflict, ok := errors.AsType[*registry.Conflict](err)
	if !ok {
		t.Fatalf("error is %v, want a conflict", err)
	}
	want(t, "conflict", *conflict, registry.Conflict{Noun: registry.Children, Stored: 2, Started: 1})
	kept, _ := f.Children.Get(c.ID)
	want(t, "kept note", kept.Notes, "first")
}

func TestSaveOfARemovedRecordSaysThatItIsGone(t *testing.T) {
	f := newFile(t)
	c := f.child("Lila")
	must(f.Children.Remove(c.ID))
	wantErr(t, f.Children.Save(&c), registry.ErrGone)
	_, err := f.Children.Remove(c.ID)
	wantErr(t, err, registry.ErrGone)
}

func TestRestoreBringsBackWhatRemoveTookOut(t *testing.T) {
	f := newFile(t)
	c := f.child("Lila")
	removed := must(f.Children.Remove(c.ID))
	if _, ok := f.Children.Get(c.ID); ok {
		t.Fatal("the child is still there")
	}
	check(f.Children.Restore(removed))
	back, _ := f.Children.Get(c.ID)
	if !reflect.DeepEqual(back, c) {
		t.Errorf("came back as %+v, was %+v", back, c)
	}
}

func TestFailedChangeKeepsNothingInMemoryNorInTheStore(t *testing.T) {
	f := newFile(t)
	before := f.Rooms.Len()
	stop := errors.New("stop")
	err := f.Update(func(tx *registry.Tx) error {
		check(registry.Put(tx, f.Rooms, &data.Room{Name: "Blue"}))
		return stop
	})
	wantErr(t, err, stop)
	want(t, "rooms", f.Rooms.Len(), before)
	want(t, "rooms after reopening", f.open().Rooms.Len(), before)
}

func TestChangeThatPanicsLeavesTheFileUsable(t *testing.T) {
	f := newFile(t)
	func() {
		defer func() { _ = recover() }()
		_ = f.Update(func(*registry.Tx) error { panic("a fault in a page") })
	}()
	want(t, "name after the panic", f.child("Lila").FirstName, "Lila")
}

func TestWhatIsReadIsACopy(t *testing.T) {
	f := newFile(t)
	c := f.child("Lila")
	got, _ := f.Children.Get(c.ID)
	got.Consents[0].SignedBy = "somebody"
	again, _ := f.Children.Get(c.ID)
	want(t, "signature", again.Consents[0].SignedBy, "")
}

func TestListenersHearAChangeAfterItIsKeptUntilTheyCancel(t *testing.T) {
	f := newFile(t)
	var heard []registry.Change
	cancel := f.Subscribe(func(cs []registry.Change) { // reads the file: the lock is free again
		heard = append(heard, cs...)
		f.Children.Len()
	})
	c := f.child("Lila")
	must(f.Children.Remove(c.ID))
	cancel()
	f.child("Noé")
	wanted := []registry.Change{{Noun: registry.Children, ID: c.ID}, {Noun: registry.Children, ID: c.ID, Removed: true}}
	if !reflect.DeepEqual(heard, wanted) {
		t.Errorf("heard %+v, want %+v", heard, wanted)
	}
}

func TestArchivedRecordsAreHiddenAndComeBack(t *testing.T) {
	f := newFile(t)
	c := f.child("Lila")
	check(f.Children.Archive(c.ID))
	want(t, "children in lists", len(f.Children.All()), 0)
	want(t, "children kept", f.Children.Len(), 1)
	check(f.Children.Unarchive(c.ID))
	want(t, "children in lists", len(f.Children.All()), 1)
}

func TestFileOfALaterFormatIsNotHalfRead(t *testing.T) {
	store := mem.New()
	check(store.Update(func(tx kv.Tx) error { return tx.Put(string(registry.Rooms), make([]byte, 16), []byte{200, 0xa0}) }))
	_, err := registry.Open(store, registry.World{})
	wantErr(t, err, registry.ErrNewerFormat)
}

func TestRecordUnderAnotherIDIsDamage(t *testing.T) {
	f := newFile(t)
	room := keep(f.Rooms, data.Room{Name: "Blue"})
	check(f.store.Update(func(tx kv.Tx) error {
		value, err := tx.Get(string(registry.Rooms), room.ID[:])
		check(err)
		return tx.Put(string(registry.Rooms), make([]byte, 16), value)
	}))
	_, err := registry.Open(f.store, registry.World{})
	wantErr(t, err, kv.ErrDamaged)
}

func TestRecordsThatOthersNeedAreNotRemoved(t *testing.T) {
	f := newFile(t)
	room := keep(f.Rooms, data.Room{Name: "Blue"})
	family := keep(f.Families, data.Family{Name: "Sample"})
	school := keep(f.Schools, data.School{Name: "Elms"})
	lila := f.child("Lila", func(c *data.Child) { c.FamilyID, c.SchoolID, c.KeyWorkerID = family.ID, school.ID, f.member.ID })
	noted := f.child("Noé")
	keep(f.Notes, data.Note{ChildID: noted.ID, On: f.today, Title: "Call"})
	cycle, groups := f.cycle(lila)
	groups[1].RoomID = room.ID
	check(f.Groups.Save(&groups[1]))
	s := f.sessions(groups[0].ID)[0]
	f.today = s.Date
	f.mark(s, lila, data.Present)
	author := keep(f.Members, data.Member{FirstName: "Odile", LastName: "Sample"})
	lone := keep(f.Groups, data.Group{CycleID: cycle.ID, Name: "Lone", Start: groups[0].Start, LengthMinutes: 60, Capacity: 2})
	keep(f.GroupBilans, data.GroupBilan{GroupID: lone.ID, CycleID: cycle.ID, Moment: data.MomentMid, AuthorID: author.ID})

	place := f.Enrollments.All()[0]
	for what, remove := range map[string]func() error{
		"child in a group":       func() error { _, err := f.Children.Remove(lila.ID); return err },
		"child with notes":       func() error { _, err := f.Children.Remove(noted.ID); return err },
		"family with a child":    func() error { _, err := f.Families.Remove(family.ID); return err },
		"school with a child":    func() error { _, err := f.Schools.Remove(school.ID); return err },
		"member who follows":     func() error { _, err := f.Members.Remove(f.member.ID); return err },
		"member who wrote":       func() error { _, err := f.Members.Remove(author.ID); return err },
		"group with a bilan":     func() error { _, err := f.Groups.Remove(lone.ID); return err },
		"workshop with a cycle":  func() error { _, err := f.Workshops.Remove(f.workshop.ID); return err },
		"rubric in use":          func() error { _, err := f.Rubrics.Remove(cycle.RubricID); return err },
		"cycle with groups":      func() error { _, err := f.Cycles.Remove(cycle.ID); return err },
		"group with sessions":    func() error { _, err := f.Groups.Remove(groups[0].ID); return err },
		"room of a group":        func() error { _, err := f.Rooms.Remove(room.ID); return err },
		"session with a mark":    func() error { _, err := f.RemoveSession(s.ID); return err },
		"enrolment with a mark":  func() error { _, err := f.Unenroll(place.ID); return err },
		"enrolment by its table": func() error { _, err := f.Enrollments.Remove(place.ID); return err },
	} {
		t.Run(what, func(t *testing.T) { wantErr(t, remove(), registry.ErrInUse) })
	}
}
