package wednesdays_test

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/page/wednesdays"
)

const wednesday = data.Date(20270120)

func TestEveryEntryOfTheMenuPrints(t *testing.T) {
	desk, window := pagetest.Open(t)
	for _, item := range wednesdays.Menu(desk, wednesday) {
		before := len(window.Printed)
		if item.Reason != "" {
			t.Errorf("%s is off: %s", item.Title, item.Reason)
		}
		item.Do()
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

func TestADayWithoutSessionSaysWhyItsListsAreOff(t *testing.T) {
	desk, window := pagetest.Open(t)
	off := 0
	for _, item := range wednesdays.Menu(desk, 20261028) {
		if item.Reason != "" {
			off++
			continue
		}
		item.Do()
	}
	if off != 3 || len(window.Failures) > 0 {
		t.Errorf("%d entries off, %v", off, window.Failures)
	}
}

func TestThePaperOfAFamilySaysWhoseItIs(t *testing.T) {
	desk, _ := pagetest.Open(t)
	children := desk.Registry.ExpectedOn(wednesday)
	if len(children) == 0 {
		t.Fatal("nobody is expected")
	}
	for i, paper := range wednesdays.Families(desk, 2026, children, export.FamilyOptions{Large: true}) {
		if len(paper.Children) != 1 || paper.Children[0] != children[i].ID || strings.Contains(paper.What, children[i].First) {
			t.Errorf("%+v", paper)
		}
	}
	if paper := wednesdays.FamilyAgenda(desk, 2026, children[0].ID); strings.Contains(paper.Name, children[0].First) || len(paper.Children) != 1 {
		t.Errorf("%+v", paper)
	}
}

func TestAListThatIsGoneIsNotPrinted(t *testing.T) {
	desk, window := pagetest.Open(t)
	desk.Papers.Print(wednesdays.FacilitatorList(desk, "Personne", registry.FacilitatorListOf{Facilitator: data.ID[data.Facilitator]{9}}))
	if len(window.Printed) != 0 || len(window.Failures) != 1 {
		t.Errorf("printed %q, failed %v", window.Printed, window.Failures)
	}
}
