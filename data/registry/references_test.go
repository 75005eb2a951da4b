package registry_test

import (
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/kv"
	"mercredi/data/registry"
)

func TestReferencesOfAWholeTownAllLeadSomewhere(t *testing.T) {
	if dangling := newTown(t).CheckReferences(); len(dangling) > 0 {
		t.Errorf("%d dangle, first %v", len(dangling), dangling[0])
	}
}

// TestRecordThatVanishedIsToldByThoseThatNameIt takes records out behind the back of the rules, as rot does.
func TestRecordThatVanishedIsToldByThoseThatNameIt(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila", func(c *data.Child) { c.KeyWorkerID = f.member.ID })
	_, groups := f.cycle(lila)
	s := f.sessions(groups[0].ID)[0]
	f.today = s.Date
	f.mark(s, lila, data.Present)
	place := f.Enrollments.All()[0]
	place.Warnings = []data.Warning{{Code: data.WarnCapacity, Reason: "why"}, {Code: data.WarnUnknownAge, Reason: "why", ByID: f.member.ID}}
	check(f.Enrollments.Save(&place))
	want(t, "before", len(f.CheckReferences()), 0)

	check(f.store.Update(func(tx kv.Tx) error { return tx.Delete(string(registry.Members), f.member.ID[:]) }))
	check(f.store.Update(func(tx kv.Tx) error { return tx.Delete(string(registry.Sessions), s.ID[:]) }))
	wantDangling(t, f, []registry.Dangling{
		{registry.Attendances, s.ID.Reference(), "ID", registry.Sessions},
		{registry.Children, lila.ID.Reference(), "KeyWorkerID", registry.Members},
		{registry.Enrollments, place.ID.Reference(), "Warnings.ByID", registry.Members},
	})
	check(f.store.Update(func(tx kv.Tx) error { return tx.Delete(string(registry.Children), lila.ID[:]) }))
	wantDangling(t, f, []registry.Dangling{
		{registry.Attendances, s.ID.Reference(), "ID", registry.Sessions},
		{registry.Attendances, s.ID.Reference(), "Marks.ChildID", registry.Children},
		{registry.Enrollments, place.ID.Reference(), "ChildID", registry.Children},
		{registry.Enrollments, place.ID.Reference(), "Warnings.ByID", registry.Members},
	})
}

func wantDangling(t *testing.T, f *file, wanted []registry.Dangling) {
	t.Helper()
	if got := f.open().CheckReferences(); !slices.Equal(got, wanted) {
		t.Errorf("dangling\n%v, want\n%v", got, wanted)
	}
}

func TestChildIsFoundByItsReferenceArchivedOrNot(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila", func(c *data.Child) { c.Archived = true })
	for _, text := range []string{lila.ID.Reference(), " " + strings.ToLower(lila.ID.Reference()) + "\n", lila.ID.String()} {
		if c, ok := f.ChildReferred(text); !ok || c.ID != lila.ID {
			t.Errorf("%q finds %v, %v", text, c.FirstName, ok)
		}
	}
	for _, text := range []string{"", "Lila", lila.ID.Reference()[:7]} {
		if c, ok := f.ChildReferred(text); ok {
			t.Errorf("%q finds %v", text, c.FirstName)
		}
	}
}
