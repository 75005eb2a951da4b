package wednesdays_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/page/wednesdays"
)

const wednesday = data.Date(20270120)

// submit prints what the sheet shows, when one is open.
func submit(w *pagetest.Window) {
	if d, ok := w.Canvas().Overlays().Top().(*kit.Dialog); ok {
		d.Submit()
	}
}

func TestEveryEntryOfTheMenuPrints(t *testing.T) {
	desk, window := pagetest.Open(t)
	window.SetContent(kit.Stack(kit.Band(kit.Gap(1)), kit.NewLayer()))
	window.Resize(fyne.NewSize(1366, 768))
	for _, item := range wednesdays.Menu(desk, wednesday) {
		before := len(window.Printed)
		if item.Reason != "" {
			t.Errorf("%s is off: %s", item.Title, item.Reason)
		}
		item.Do()
		submit(window)
		if len(window.Printed) == before || len(window.Failures) > 0 {
			t.Errorf("%s printed nothing, %v", item.Title, window.Failures)
		}
	}
	calendars := 0
	for _, name := range window.Printed {
		if strings.HasSuffix(name, ".ics") {
			calendars++
		}
	}
	if calendars < 3 {
		t.Errorf("%d calendars among %d papers", calendars, len(window.Printed))
	}
}

func TestCalendarsOfTheDayAreThoseOfTheChildrenExpected(t *testing.T) {
	desk, window := pagetest.Open(t)
	expected := map[data.ID[data.Child]]bool{}
	for _, c := range desk.Registry.ExpectedOn(wednesday) {
		expected[c.ID] = true
	}
	for _, item := range wednesdays.Menu(desk, wednesday) {
		if item.Title == "Calendriers des familles du jour" {
			item.Do()
			submit(window)
		}
	}
	if len(window.Delivered) != 1 || len(expected) == 0 || len(window.Delivered[0].Papers) != len(expected) {
		t.Fatalf("%d delivered for %d children", len(window.Delivered), len(expected))
	}
	for _, p := range window.Delivered[0].Papers {
		if len(p.Children) != 1 || !expected[p.Children[0]] {
			t.Errorf("%s is of %v", p.Name, p.Children)
		}
	}
}

func TestADayWithoutSessionSaysWhyItsListsAreOff(t *testing.T) {
	desk, window := pagetest.Open(t)
	off := 0
	for _, item := range wednesdays.Menu(desk, 20261028) {
		if item.Reason != "" {
			off++
		}
	}
	if off != 2 || len(window.Failures) > 0 {
		t.Errorf("%d entries off, %v", off, window.Failures)
	}
}
