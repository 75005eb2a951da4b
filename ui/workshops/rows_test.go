package workshops

import (
	"slices"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

func TestTheDetailOfAWorkshopSaysForWhomItIs(t *testing.T) {
	art := registry.WorkshopRow{Capacity: 7, Groups: 2, SessionCount: 12, LengthMinutes: 60}
	calm := registry.WorkshopRow{Capacity: 1, Groups: 1, SessionCount: 30, LengthMinutes: 90, MinAge: 6, MaxAge: 16}
	calm.Format = data.Individual
	college := registry.WorkshopRow{Capacity: 8, Groups: 1, SessionCount: 3, LengthMinutes: 45, Rhythm: data.Stage, MinGrade: data.Sixieme, MaxGrade: data.Troisieme}
	for _, c := range []struct {
		row  registry.WorkshopRow
		want string
	}{
		{art, "En groupe de 7, 2\u00a0groupes par cycle, 12\u00a0séances de 1\u00a0h, tous les âges"},
		{calm, "Individuel, 30\u00a0séances de 1\u00a0h\u00a030, de 6 à 16\u00a0ans"},
		{college, "En groupe de 8, 3\u00a0séances de 45\u00a0min, en stage, 6e à 3e"},
	} {
		if got := workshopDetail(c.row); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestTheLimitsOfAPublicMayBeOpen(t *testing.T) {
	for _, c := range []struct {
		minAge, maxAge     int
		minGrade, maxGrade data.Grade
		want               string
	}{
		{0, 0, 0, 0, "tous les âges"},
		{6, 0, 0, 0, "dès 6\u00a0ans"},
		{0, 12, 0, 0, "jusqu’à 12\u00a0ans"},
		{7, 7, data.CP, data.CP, "7\u00a0ans, CP"},
		{0, 0, data.CP, data.CM2, "CP à CM2"},
	} {
		if got := publicOf(c.minAge, c.maxAge, c.minGrade, c.maxGrade); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestACycleIsOverAfterItsLastSessionOrOnceClosed(t *testing.T) {
	l := listing{today: 20270115}
	for _, c := range []struct {
		row  registry.CycleRow
		over bool
		when string
	}{
		{registry.CycleRow{First: 20261007, Last: 20270127, Done: 10, Of: 12}, false, "du 7\u00a0octobre au 27\u00a0janvier, séance\u00a010 sur 12"},
		{registry.CycleRow{First: 20261014, Last: 20261104, Done: 2, Of: 2}, true, "du 14\u00a0octobre au 4\u00a0novembre, 2\u00a0séances"},
		{registry.CycleRow{First: 20270203, Last: 20270519, Of: 12}, false, "du 3\u00a0février au 19\u00a0mai, 12\u00a0séances à venir"},
		{registry.CycleRow{First: 20261007, Last: 20270127, Done: 10, Of: 12, State: data.CycleClosed}, true, "du 7\u00a0octobre au 27\u00a0janvier, 12\u00a0séances"},
	} {
		if got := l.cycle(c.row); l.over(c.row) != c.over || got.when != c.when {
			t.Errorf("over %v, %q; want %v, %q", l.over(c.row), got.when, c.over, c.when)
		}
	}
}

func TestAGroupSaysItsNextSessionAndItsRegularity(t *testing.T) {
	l := listing{today: 20270115, low: 60}
	c := registry.CycleRow{Weekday: time.Wednesday, Last: 20270127}
	g := registry.CycleGroup{Start: data.At(14, 0), LengthMinutes: 60, Enrolled: 6, Capacity: 7, Next: 20270120,
		Regularity: data.Regularity{Came: 5, Counted: 9}}
	row := l.group(c, g)
	if row.hour != "Mercredi, 14\u00a0h à 15\u00a0h" || row.places != "6/7" || row.on != "Prochaine le 20\u00a0janvier" || row.percent != 56 || !row.low {
		t.Errorf("row %+v", row)
	}
	g.Next, g.Regularity, g.ToEnter = 0, data.Regularity{}, 2
	if row = l.group(c, g); row.on != "Terminé" || row.rated || row.unrated != "présences à saisir" {
		t.Errorf("row without sessions to come %+v", row)
	}
}

func TestDaysAreListedByMonth(t *testing.T) {
	days := []data.Date{20261007, 20261014, 20261104, 20261118, 20261125, 20270106, 20270601}
	want := "7 et 14\u00a0octobre, 4, 18 et 25\u00a0novembre, 6\u00a0janvier, 1er\u00a0juin"
	if got := inWords(days); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// autumn is what the rule of the acceptance values gives in zone B: twelve Wednesdays from 7 October 2026.
func autumn(t *testing.T) (registry.CyclePreview, data.DateRule) {
	t.Helper()
	r, err := registry.InMemory(registry.World{Today: func() data.Date { return 20260901 }, Random: zeros{}})
	if err != nil {
		t.Fatal(err)
	}
	s := data.Settings{TeamName: "PRE", Zone: "B", AbsenceAlert: 3, SeasonStart: 1001, SeasonEnd: 630}
	if err := r.SaveSettings(&s); err != nil {
		t.Fatal(err)
	}
	rule := data.DateRule{Weekday: time.Wednesday, First: 20261007, Count: 12, SkipHolidays: true}
	days, err := r.PlanDates(rule)
	if err != nil {
		t.Fatal(err)
	}
	return registry.CyclePreview{Days: days}, rule
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestTheSummaryCountsSessionsGroupsAndChildren(t *testing.T) {
	seen, _ := autumn(t)
	d := newDraft(registry.CyclePlan{Groups: []registry.GroupPlan{{Capacity: 7}, {Capacity: 7}}})
	for i := range 13 {
		d.put(child(i), d.free(0))
	}
	d.put(child(20), 2)
	d.put(child(21), 2)
	want := "12\u00a0séances, du 7\u00a0octobre au 27\u00a0janvier. 2\u00a0groupes, 13\u00a0enfants inscrits, 2 en attente."
	if got := summary(d, seen); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := summary(newDraft(registry.CyclePlan{}), registry.CyclePreview{}); got != "Aucune séance pour l’instant. 0\u00a0groupe, 0\u00a0enfant inscrit." {
		t.Errorf("an empty plan: %s", got)
	}
}

func child(n int) (id data.ID[data.Child]) {
	id[0] = byte(n + 1)
	return id
}

func TestDaysThatAreLeftOutSayWhy(t *testing.T) {
	seen, _ := autumn(t)
	want := []string{"Vacances de la Toussaint\u00a0: 21 et 28\u00a0octobre", "Armistice de 1918\u00a0: 11\u00a0novembre", "Vacances de Noël\u00a0: 23 et 30\u00a0décembre"}
	if got := leftOut(seen.Days); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestTheSeasonLightsTheChosenDays(t *testing.T) {
	seen, rule := autumn(t)
	team := data.Settings{Zone: "B", SeasonStart: 1001, SeasonEnd: 630}
	s := seasonOf(calendar.Of(&team), team, rule, seen.Days)
	count := map[kit.RibbonState]int{}
	for _, c := range s.cells {
		count[c.State]++
	}
	if count[kit.RibbonDone] != 12 || count[kit.RibbonComing] != 18 || count[kit.RibbonFree] != 1 || s.cells[0].Month != "Octobre" {
		t.Errorf("states %v of %d days", count, len(s.cells))
	}
}

func TestUnusualDatesAreTold(t *testing.T) {
	seen, rule := autumn(t)
	if got := remarks(rule, seen, 20260901); len(got) != 0 {
		t.Errorf("an ordinary cycle is remarked on: %+v", got)
	}
	got := remarks(rule, seen, 20261015)
	if len(got) != 1 || got[0].tone != look.Info || got[0].fact != "2\u00a0séances sont déjà passées." {
		t.Errorf("a cycle that has begun: %+v", got)
	}
	seen.Err = &calendar.ShortError{Wanted: 30, Laid: 12, Last: 20280831, Err: calendar.ErrUnknownYear}
	if got = remarks(rule, seen, 20260901); len(got) != 1 || got[0].only != 12 || !got[0].calendar {
		t.Errorf("a calendar that ends too early: %+v", got)
	}
}

func TestAClashIsToldOnceForAllItsSessions(t *testing.T) {
	var mine, other data.ID[data.Group]
	mine[0], other[0] = 1, 2
	seen := registry.CyclePreview{}
	for _, day := range []data.Date{20270203, 20270210, 20270217, 20270310, 20270317} {
		seen.Clashes = append(seen.Clashes,
			registry.Clash{Code: data.WarnRoom, Date: day, GroupID: mine, OtherGroupID: other},
			registry.Clash{Code: data.WarnChildBusy, Date: day, GroupID: mine, OtherGroupID: other})
	}
	seen.Clashes = append(seen.Clashes, registry.Clash{Code: data.WarnHoliday, Date: 20270224, GroupID: mine, Name: "Vacances d’hiver"})
	lines := clashesOf(seen, mine)
	if len(lines) != 2 {
		t.Fatalf("%d lines: %+v", len(lines), lines)
	}
	if got := lines[0].sentence("Sophrologie, trio", "Salle 2", ""); got != "Salle 2 est déjà prise par Sophrologie, trio\u00a0: 5\u00a0séances, à partir du 3\u00a0février." {
		t.Error(got)
	}
	if got := lines[1].sentence("", "", ""); got != "1\u00a0séance tombe pendant les vacances scolaires (vacances d’hiver)\u00a0: 24\u00a0février." {
		t.Error(got)
	}
	if codes := sessionCodes(seen); !slices.Equal(codes, []data.WarningCode{data.WarnRoom, data.WarnHoliday}) {
		t.Errorf("codes %v", codes)
	}
}

func TestWhoWaitsIsProposedFirst(t *testing.T) {
	w := data.Workshop{MinGrade: data.CP, MaxGrade: data.CP}
	w.ID[0] = 9
	rows := []registry.ChildRow{
		{First: "Ada", Age: 6, Grade: data.CP, Flags: registry.ChildFlags{Ended: true}},
		{First: "Bilal", Age: 9, Grade: data.CM1},
		{First: "Chloé", Age: 6, Grade: data.CP},
		{First: "Dario", Age: 6, Grade: data.CP, Flags: registry.ChildFlags{ToPlace: true}},
		{First: "Elsa", Age: 8, Grade: data.CE2, Waiting: []registry.WorkshopName{{ID: w.ID}}},
	}
	var got []string
	for _, p := range pupils(rows, w) {
		got = append(got, p.name)
	}
	if want := []string{"Elsa", "Dario", "Chloé", "Bilal", "Ada"}; !slices.Equal(got, want) {
		t.Errorf("order %q", got)
	}
}

func TestEachWarningGetsTheReasonGivenForIt(t *testing.T) {
	d := newDraft(registry.CyclePlan{Groups: []registry.GroupPlan{{Capacity: 1}}})
	d.put(child(1), 0)
	d.why[child(1)], d.groups[0].whyFull, d.whySessions = "demande de l’école", "fratrie", "co-animation"
	seen := registry.CyclePreview{
		Seats:   []registry.Seat{{ChildID: child(1), Warnings: []data.WarningCode{data.WarnNoDecision, data.WarnCapacity}}},
		Clashes: []registry.Clash{{Code: data.WarnRoom}},
	}
	p := d.plan(seen, data.ID[data.Member]{})
	reasons := p.Groups[0].Children[0].Reasons
	if reasons[data.WarnNoDecision] != "demande de l’école" || reasons[data.WarnCapacity] != "fratrie" || p.Reasons[data.WarnRoom] != "co-animation" {
		t.Errorf("child %v, sessions %v", reasons, p.Reasons)
	}
}

func TestTheChildrenOfARemovedGroupWait(t *testing.T) {
	d := newDraft(registry.CyclePlan{Groups: []registry.GroupPlan{{Capacity: 1}}})
	d.addGroup("Groupe 2", 60, 7)
	d.put(child(1), 1)
	d.removeGroup(1)
	if len(d.groups) != 1 || !slices.Equal(d.Waiting, []data.ID[data.Child]{child(1)}) || !d.has(child(1)) {
		t.Errorf("%d groups, waiting %v", len(d.groups), d.Waiting)
	}
}

func TestAGroupThatIsAddedFollowsTheLastOne(t *testing.T) {
	d := newDraft(registry.CyclePlan{Groups: []registry.GroupPlan{{Start: data.At(14, 0), LengthMinutes: 60, Capacity: 7}}})
	d.addGroup("Groupe 2", 60, 7)
	d.Rule.Rhythm = data.Stage
	d.addGroup("Groupe 3", 60, 7)
	if d.groups[1].Start != data.At(15, 15) || d.groups[2].Start != data.At(16, 15) {
		t.Errorf("at %v and %v", d.groups[1].Start, d.groups[2].Start)
	}
}
