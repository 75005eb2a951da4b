package sheet_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/page/sheet"
)

// openRoom shows a sheet over a room that is kept.
func openRoom(t *testing.T, refill bool) (page.Desk, *pagetest.Window, *kit.TextField, data.Room) {
	t.Helper()
	d, w := pagetest.Empty(t)
	room := data.Room{Name: "Petite salle"}
	if err := d.Registry.Rooms.Save(&room); err != nil {
		t.Fatal(err)
	}
	name := kit.NewTextField("Nom", "")
	name.SetText(room.Name)
	f := sheet.New(d)
	f.Field("Name", name)
	r := sheet.Record[data.Room]{Table: d.Registry.Rooms, ID: room.ID, Read: func(r *data.Room) { r.Name = name.Text() }}
	if refill {
		r.Fill = func(r data.Room) { name.SetText(r.Name) }
	}
	sheet.Edit(f, r, sheet.Parts{Title: "Modifier la salle", Verb: "Enregistrer", Body: kit.VBox(0, name)})
	return d, w, name, room
}

func TestWhatWasTypedIsNotDroppedUnasked(t *testing.T) {
	d, w, name, room := openRoom(t, true)
	test.Type(name.Keyboard(), "La ")
	pagetest.Tap(t, w, "Annuler")
	if len(pagetest.Find[*kit.Button](w, "Abandonner")) == 0 {
		t.Fatal("the sheet closed over what was typed")
	}
	pagetest.Tap(t, w, "Continuer la saisie")
	pagetest.Tap(t, w, "Enregistrer")
	if r, _ := d.Registry.Rooms.Get(room.ID); r.Name != "La Petite salle" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("kept %q; still open: %v", r.Name, w.Canvas().Overlays().Top() != nil)
	}
}

func TestASheetInWhichNothingWasTypedClosesAtOnce(t *testing.T) {
	_, w, _, _ := openRoom(t, true)
	pagetest.Tap(t, w, "Annuler")
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the sheet is still open")
	}
}

func TestAFaultIsShownBesideItsField(t *testing.T) {
	d, w, name, room := openRoom(t, true)
	name.SetText(strings.Repeat("a", data.MaxName+1))
	pagetest.Tap(t, w, "Enregistrer")
	if r, _ := d.Registry.Rooms.Get(room.ID); name.Err() == "" || r.Name != room.Name || len(w.Failures) != 0 {
		t.Errorf("beside the field: %q; kept %q; failures %v", name.Err(), r.Name, w.Failures)
	}
}

func TestAConflictKeepsWhatWasTyped(t *testing.T) {
	for _, refill := range []bool{true, false} {
		d, w, name, room := openRoom(t, refill)
		test.Type(name.Keyboard(), "La ")
		other := room
		other.Site = "CCAS"
		if err := d.Registry.Rooms.Save(&other); err != nil {
			t.Fatal(err)
		}
		pagetest.Tap(t, w, "Enregistrer")
		if name.Text() != "La Petite salle" {
			t.Fatalf("what was typed became %q", name.Text())
		}
		if got := len(pagetest.Find[*kit.Button](w, "Reprendre l’autre version")) > 0; got != refill {
			t.Errorf("the other version is offered: %v", got)
		}
		pagetest.Tap(t, w, "Enregistrer")
		if r, _ := d.Registry.Rooms.Get(room.ID); r.Name != "La Petite salle" || r.Site != "CCAS" {
			t.Errorf("the second time, kept %+v", r)
		}
	}
}
