package settings_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

// hourFields are the hours on screen, in reading order.
func hourFields(w *pagetest.Window) []*kit.TimeField { return pagetest.Find[*kit.TimeField](w, "") }

func typeHours(w *pagetest.Window, from, to string) {
	f := hourFields(w)
	n := len(f)
	test.Type(f[n-2].Keyboard(), from)
	test.Type(f[n-1].Keyboard(), to)
}

func facilitator(t *testing.T) (*pagetest.Window, func() data.Facilitator) {
	t.Helper()
	d, w := open(t, "")
	first := d.Registry.Facilitators.All()[0]
	first.Hours, first.Exceptions, first.WorkshopIDs = nil, nil, nil
	if err := d.Registry.Facilitators.Save(&first); err != nil {
		t.Fatal(err)
	}
	for _, row := range pagetest.Find[*kit.AlertRow](w, "") {
		if row.Label() == first.FullName() {
			row.Tapped(nil)
		}
	}
	return w, func() data.Facilitator { f, _ := d.Registry.Facilitators.Get(first.ID); return f }
}

func TestTheHoursOfAFacilitatorAreTypedByDay(t *testing.T) {
	w, kept := facilitator(t)
	pagetest.Tap(t, w, "Ajouter des heures")
	typeHours(w, "9h", "12h")
	pagetest.Tap(t, w, "Ajouter des heures")
	typeHours(w, "13h30", "17h")
	pagetest.Tap(t, w, "Enregistrer")
	want := []data.WeekHours{
		{Weekday: time.Wednesday, From: data.At(9, 0), To: data.At(12, 0)},
		{Weekday: time.Wednesday, From: data.At(13, 30), To: data.At(17, 0)},
	}
	if got := kept().Hours; !slices.Equal(got, want) {
		t.Errorf("kept %v, want %v; failures %v", got, want, w.Failures)
	}
}

func TestHoursThatEndBeforeTheyStartOrMeetAreSaidBesideThem(t *testing.T) {
	w, kept := facilitator(t)
	pagetest.Tap(t, w, "Ajouter des heures")
	typeHours(w, "14h", "12h")
	pagetest.Tap(t, w, "Enregistrer")
	if f := hourFields(w); f[1].Err() != "Avant le début." || len(kept().Hours) != 0 {
		t.Errorf("beside the end: %q; kept %v", f[1].Err(), kept().Hours)
	}
	hourFields(w)[1].SetText("16h")
	pagetest.Tap(t, w, "Ajouter des heures")
	typeHours(w, "15h", "17h")
	pagetest.Tap(t, w, "Enregistrer")
	if len(kept().Hours) != 0 {
		t.Errorf("hours that meet were kept: %v", kept().Hours)
	}
	pagetest.Tap(t, w, "Retirer ces heures")
	pagetest.Tap(t, w, "Enregistrer")
	if got := kept().Hours; len(got) != 1 || got[0].From != data.At(15, 0) {
		t.Errorf("with the first line taken away, kept %v", got)
	}
}

func TestOtherHoursOfSeveralSpansAreOneException(t *testing.T) {
	w, kept := facilitator(t)
	for _, hours := range [][2]string{{"9h", "11h"}, {"14h", "16h"}} {
		pagetest.Tap(t, w, "Ajouter une absence ou d’autres heures")
		kinds := pagetest.Find[*kit.SelectField](w, "")
		kind := kinds[len(kinds)-1]
		kind.Choose(1)
		kind.OnPick(1)
		dates := pagetest.Find[*kit.DateField](w, "")
		test.Type(dates[len(dates)-2].Keyboard(), "20/1/27")
		typeHours(w, hours[0], hours[1])
	}
	pagetest.Tap(t, w, "Ajouter une absence ou d’autres heures")
	dates := pagetest.Find[*kit.DateField](w, "")
	test.Type(dates[len(dates)-2].Keyboard(), "27/1/27")
	test.Type(dates[len(dates)-1].Keyboard(), "3/2/27")
	pagetest.Shoot(t, w, "reglages-intervenant")
	pagetest.Tap(t, w, "Enregistrer")
	got := kept().Exceptions
	if len(got) != 2 || got[0].Away || len(got[0].Hours) != 2 || !got[1].Away || got[1].To != data.NewDate(2027, 2, 3) {
		t.Fatalf("kept %+v; failures %v", got, w.Failures)
	}
}

func TestTheDayOfTheTeamHasItsHoursAndItsBreaks(t *testing.T) {
	d, w := open(t, "mercredis")
	pagetest.Tap(t, w, "Retirer cette pause")
	pagetest.Find[*kit.TimeField](w, "Fin de la journée")[0].SetText("8h")
	pagetest.Tap(t, w, "Enregistrer")
	if end := pagetest.Find[*kit.TimeField](w, "Fin de la journée")[0]; end.Err() == "" {
		t.Error("a day that ends before it starts is not told beside the field")
	}
	pagetest.Find[*kit.TimeField](w, "Fin de la journée")[0].SetText("17h30")
	pagetest.Tap(t, w, "Enregistrer")
	s := d.Registry.Settings()
	if s.Day().To != data.At(17, 30) || len(s.Pauses()) != 0 {
		t.Errorf("kept a day %v with breaks %v; failures %v", s.Day(), s.Pauses(), w.Failures)
	}
}

func TestEscortsNeedBothNumbersOrNone(t *testing.T) {
	d, w := open(t, "mercredis")
	s := d.Registry.Settings()
	s.TripsPerStart, s.ChildrenPerTrip = 0, 0
	if err := d.Registry.SaveSettings(&s); err != nil {
		t.Fatal(err)
	}
	trips := pagetest.Find[*kit.NumberField](w, "Trajets pour une même heure")[0]
	trips.SetText("2")
	buttons := pagetest.Find[*kit.Button](w, "Enregistrer")
	buttons[len(buttons)-1].Tapped(nil)
	if other := pagetest.Find[*kit.NumberField](w, "Enfants par trajet")[0]; other.Err() == "" || d.Registry.Settings().TripsPerStart != 0 {
		t.Errorf("half of the escorts was kept; beside the field: %q", other.Err())
	}
}

func TestAWednesdayIsKeptInReserveByATick(t *testing.T) {
	d, w := open(t, "mercredis")
	day := data.NewDate(2027, 6, 30)
	before := slices.Contains(d.Registry.Settings().SpareDays, day)
	pagetest.Tap(t, w, "30\u00a0juin")
	if slices.Contains(d.Registry.Settings().SpareDays, day) == before {
		t.Error("the tick changed nothing")
	}
	pagetest.Tap(t, w, "30\u00a0juin")
	if slices.Contains(d.Registry.Settings().SpareDays, day) != before {
		t.Error("a second tick does not go back")
	}
}

func TestARoomHasItsPlaceInThePlanningAndItsClosedHours(t *testing.T) {
	d, w := open(t, "lieux")
	pagetest.Tap(t, w, "Ajouter une salle")
	test.Type(pagetest.Find[*kit.TextField](w, "Nom")[0].Keyboard(), "Atelier bleu")
	test.Type(pagetest.Find[*kit.NumberField](w, "Ordre dans le planning")[0].Keyboard(), "7")
	pagetest.Tap(t, w, "Ajouter des heures")
	typeHours(w, "16h", "18h")
	pagetest.Shoot(t, w, "reglages-salle")
	pagetest.Tap(t, w, "Enregistrer")
	for _, r := range d.Registry.Rooms.All() {
		if r.Name == "Atelier bleu" {
			if r.Order != 7 || len(r.Closed) != 1 || r.Closed[0].To != data.At(18, 0) {
				t.Errorf("kept %+v", r)
			}
			return
		}
	}
	t.Errorf("the room was not kept; failures %v", w.Failures)
}
