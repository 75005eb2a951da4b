package registry_test

import (
	"fmt"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
)

func TestImportKeepsManyRecordsInAFewChanges(t *testing.T) {
	f := emptyFile(t, mem.New())
	rooms := make([]data.Room, 12_000)
	for i := range rooms {
		rooms[i].Name = fmt.Sprint("Room ", i)
	}
	first := data.ID[data.Room]{1}
	rooms[0].ID = first
	families := make([]data.Family, 9_000)
	for i := range families {
		families[i].Name = "Sample"
	}
	var changes []int
	f.Subscribe(func(cs []registry.Change) { changes = append(changes, len(cs)) })
	var heard [][2]int
	in := registry.NewImport(f.Registry)
	registry.AddSettings(in, &data.Settings{TeamName: "Team", Zone: "B", AbsenceAlert: 3})
	registry.Add(in, f.Rooms, rooms)
	registry.Add(in, f.Partners, nil)
	registry.Add(in, f.Families, families)
	check(in.Keep(func(kept, of int) { heard = append(heard, [2]int{kept, of}) }))

	if !slices.Equal(changes, []int{10_000, 10_000, 1_001}) {
		t.Errorf("changes of %v records", changes)
	}
	want(t, "last progress", heard[len(heard)-1], [2]int{21_001, 21_001})
	want(t, "id that was given", rooms[0].ID, first)
	want(t, "revision", rooms[11_999].Revision, 1)
	again := f.open()
	want(t, "rooms", again.Rooms.Len(), 12_000)
	want(t, "families", again.Families.Len(), 9_000)
	want(t, "zone", again.Settings().Zone, "B")
}

func TestImportStopsAtARecordThatCannotBeKept(t *testing.T) {
	f := emptyFile(t, mem.New())
	in := registry.NewImport(f.Registry)
	registry.Add(in, f.Rooms, []data.Room{{Name: "Blue"}, {}})
	wantErr(t, in.Keep(nil), data.ErrMissing)
	want(t, "rooms", f.Rooms.Len(), 0)
}
