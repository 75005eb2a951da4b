package children

import (
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestFilterLooksForEveryWordOrForADigitOfATelephone(t *testing.T) {
	r := registry.ChildRow{Folded: "eliott vauclair ecole du grand pre vauclair sonia 0199004127"}
	for text, want := range map[string]bool{
		"": true, "Éliott": true, "grand eliott": true, "VAUCLAIR sonia": true, "01 99 00": true, "99.00.41": true,
		"lila": false, "eliott tilleuls": false, "01 98": false,
	} {
		if got := newQuery(text).keeps(r); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestSameChildIsRecognised(t *testing.T) {
	born := data.NewDate(2018, 3, 12)
	rows := []registry.ChildRow{{First: "Lila", Last: "Kerdoun", BirthDate: born}}
	tests := []struct {
		first, last string
		birth       data.Date
		want        bool
	}{
		{"Lila", "Kerdoun", 0, true},
		{"LILA", "kerdoun", born, true},
		{"Lila", "Kerdoune", born, true},                        // a letter more, born on the same day
		{"Lilah", "Kerdoune", 0, false},                         // close, nothing else says so
		{"Lila", "Kerdoun", data.NewDate(2018, 12, 3), true},    // day and month in the other order
		{"Lila", "Kerdoun", data.NewDate(2011, 3, 12), false},   // a cousin of the same name
		{"Sami", "Kerdoun", born, false},                        // a twin
		{"", "Kerdoun", born, false}, {"Lila", "", born, false}, // still typing
	}
	for _, x := range tests {
		if got := len(alike(rows, x.first, x.last, x.birth)) == 1; got != x.want {
			t.Errorf("%s %s, %v: %v", x.first, x.last, x.birth, got)
		}
	}
}

func TestCountSentenceLeavesOutWhoIsNotFollowed(t *testing.T) {
	family := data.ID[data.Family]{1}
	rows := []registry.ChildRow{
		{FamilyID: family}, {FamilyID: family}, {FamilyID: data.ID[data.Family]{2}, Flags: registry.ChildFlags{Ended: true}},
		{Archived: true},
	}
	if got := followed(rows); got != "2\u00a0enfants suivis, 1\u00a0famille" {
		t.Errorf("got %q", got)
	}
	if got := followed(nil); got != "Aucun enfant suivi" {
		t.Errorf("got %q", got)
	}
}

func TestUnknownComesLastInEveryOrder(t *testing.T) {
	known := registry.ChildRow{BirthDate: data.NewDate(2018, 3, 12), Grade: data.CE2, Regularity: data.Regularity{Came: 1, Counted: 1}}
	for name, order := range map[string]func(a, b registry.ChildRow) int{"age": byAge, "grade": byGrade, "regularity": byRegularity} {
		if order(known, registry.ChildRow{}) >= 0 {
			t.Errorf("%s: unknown comes first", name)
		}
	}
}

func TestEveryNextThingHasWords(t *testing.T) {
	for k := registry.NextClash; k <= registry.NextNothing; k++ {
		if words, _ := nextWords(registry.NextThing{Kind: k, Count: 2, On: data.NewDate(2027, 1, 20)}); words == "" {
			t.Errorf("kind %d has no words", k)
		}
	}
	if words, _ := nextWords(registry.NextThing{Kind: registry.NextMark, Count: 3}); words != "3\u00a0présences à saisir" {
		t.Errorf("got %q", words)
	}
}

func TestSessionToComeIsNothingToDo(t *testing.T) {
	got := todos([]registry.NextThing{{Kind: registry.NextPlace}, {Kind: registry.NextSession}})
	if len(got) != 1 || got[0].title != "Inscrire à un atelier" {
		t.Errorf("got %+v", got)
	}
}

func TestClashSeenFromBothGroupsIsToldOnce(t *testing.T) {
	clash := registry.NextThing{Kind: registry.NextClash, On: data.NewDate(2027, 1, 20), Start: data.At(14, 0)}
	other := clash
	clash.Group.ID, other.Group.ID = data.ID[data.Group]{1}, data.ID[data.Group]{2}
	if got := todos([]registry.NextThing{clash, other}); len(got) != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestStationsTellTheUnknownFromWhatIsToCome(t *testing.T) {
	got := stations([]registry.PathwayStep{
		{Kind: registry.PathSpotted},
		{Kind: registry.PathCommission, Done: registry.StepBehind, On: data.NewDate(2026, 6, 18), Decision: data.DecisionFavourable},
		{Kind: registry.PathEnd},
	})
	if got[0].detail != "non saisi" || got[1].detail != "18\u00a0juin 2026" || got[1].note != "avis favorable" || got[2].detail != "à venir" {
		t.Errorf("got %+v", got)
	}
}

func TestFollowUpConsentIsShownEvenWhenNeverAsked(t *testing.T) {
	got := consentRows([]registry.ConsentRow{{Consent: data.Consent{Scope: data.ConsentPictures}}})
	if len(got) != 2 || got[0].Scope != data.ConsentFollowUp || consentDetail(got[0]) != "À demander à la famille" {
		t.Errorf("got %+v", got)
	}
}

func TestMarksAreSummedInWords(t *testing.T) {
	got := marksWords(data.Regularity{Came: 9, Counted: 10, NotEntered: 1, Cancelled: 1, ToCome: 2})
	if got != "9\u00a0séances sur 10, 1 à saisir, 1\u00a0annulée, 2 à venir" {
		t.Errorf("got %q", got)
	}
}

func TestOpenPlacesLeaveOutTheCyclesOfTheChildAndClosedOnes(t *testing.T) {
	group := func(id byte) registry.CycleGroup {
		return registry.CycleGroup{GroupName: registry.GroupName{ID: data.ID[data.Group]{id}, Group: "Groupe 1"}, Capacity: 7, Enrolled: 2}
	}
	cycles := []registry.CycleRow{
		{ID: data.ID[data.Cycle]{1}, Groups: []registry.CycleGroup{group(1)}},
		{ID: data.ID[data.Cycle]{2}, State: data.CycleClosed, Groups: []registry.CycleGroup{group(2)}},
		{ID: data.ID[data.Cycle]{3}, Name: "Cycle 2", Workshop: registry.WorkshopName{Name: "Art-thérapie"}, Groups: []registry.CycleGroup{group(3)}},
	}
	mine := []registry.ChildWorkshop{{Group: registry.GroupName{CycleID: data.ID[data.Cycle]{1}}, Here: true}}
	got := openPlaces(cycles, mine)
	if len(got) != 2 || got[0].group != (data.ID[data.Group]{3}) || !got[1].group.IsZero() {
		t.Fatalf("got %+v", got)
	}
	if got[0].Title != "Art-thérapie, groupe\u00a01" || !strings.Contains(got[0].Detail, "5\u00a0places libres sur 7, cycle\u00a02") {
		t.Errorf("got %q, %q", got[0].Title, got[0].Detail)
	}
}

func TestFiltersHaveKeysOfTheirOwn(t *testing.T) {
	var keys []string
	for _, f := range filters(data.ID[data.Member]{1}) {
		if slices.Contains(keys, f.key) {
			t.Errorf("%s is twice", f.key)
		}
		keys = append(keys, f.key)
	}
}
