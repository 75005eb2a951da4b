package home

import (
	"testing"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

var (
	today = data.NewDate(2027, 1, 15)
	child = registry.ChildName{ID: data.ID[data.Child]{1}, First: "Kenza", Last: "Zeggane"}
	art   = registry.GroupName{
		ID: data.ID[data.Group]{2}, CycleID: data.ID[data.Cycle]{3}, Cycle: "Cycle 1", Group: "Groupe 1",
		Workshop: registry.WorkshopName{ID: data.ID[data.Workshop]{4}, Name: "Art-thérapie", Discipline: data.ArtTherapy},
	}
	trio = registry.GroupName{
		ID: data.ID[data.Group]{5}, Group: "Trio du matin", Workshop: registry.WorkshopName{Name: "Sophrologie", Discipline: data.Sophrology},
	}
)

func TestWatchRowsSayWhatWhoAndWhere(t *testing.T) {
	toChild, toArt := page.Route{Page: page.Child, Child: child.ID}, page.Route{Page: page.Group, Group: art.ID}
	day := data.NewDate(2027, 1, 20)
	for _, c := range []struct {
		alert        registry.Alert
		fact, detail string
		tone         look.ToneName
		to           page.Route
	}{
		{registry.Alert{Kind: registry.AlertChildBusy, Child: child, Group: art, With: trio, On: day, Start: data.At(14, 0)},
			"Un enfant dans deux groupes", "Kenza\u00a0Z., mercredi 20\u00a0janvier, 14\u00a0h", look.Alarm, toArt},
		{registry.Alert{Kind: registry.AlertRoomTaken, Group: art, With: trio, On: day, Start: data.At(14, 30)},
			"Deux groupes dans la même salle", "Art-thérapie, groupe\u00a01 et Sophrologie, trio du matin, 14\u00a0h\u00a030", look.Alarm, toArt},
		{registry.Alert{Kind: registry.AlertAbsences, Child: child, Group: art, On: data.NewDate(2027, 1, 6), Count: 3},
			"3\u00a0absences non excusées de suite", "Kenza\u00a0Z., Art-thérapie, depuis le 6\u00a0janv.", look.Alarm, toChild},
		{registry.Alert{Kind: registry.AlertConsentEnding, Child: child, Group: art, Scope: data.ConsentFollowUp, On: data.NewDate(2027, 1, 31)},
			"Accord bientôt terminé", "Kenza\u00a0Z., suivi par le PRE, fin le 31\u00a0janvier", look.Warning, toChild},
		{registry.Alert{Kind: registry.AlertNoDecision, Child: child, Group: art},
			"Pas encore de décision EPS", "Kenza\u00a0Z., Art-thérapie", look.Warning, toChild},
		{registry.Alert{Kind: registry.AlertPlaceFree, Group: art, Count: 2, Free: 1},
			"1\u00a0place libre", "Art-thérapie, cycle\u00a01, 2\u00a0enfants attendent", look.Warning,
			page.Route{Page: page.Workshops, Workshop: art.Workshop.ID, Cycle: art.CycleID}},
	} {
		r := watchRow(c.alert)
		if r.fact != c.fact || r.detail != c.detail || r.tone != c.tone || r.to != c.to {
			t.Errorf("%d is said %q, %q, %v, %v;\nwant %q, %q, %v, %v", c.alert.Kind, r.fact, r.detail, r.tone, r.to, c.fact, c.detail, c.tone, c.to)
		}
	}
}

func TestEveryKindOfAlertHasItsWords(t *testing.T) {
	for k := registry.AlertChildBusy; k <= registry.AlertPlaceFree; k++ {
		if r := watchRow(registry.Alert{Kind: k, Group: art, With: trio, Child: child}); r.fact == "" || r.detail == "" || !look.HasIcon(r.icon) {
			t.Errorf("alert %d is said %+v", k, r)
		}
	}
}

func TestMarksLeftAreToldWhenSomeAreEntered(t *testing.T) {
	s := registry.ToEnter{Group: art, Date: data.NewDate(2027, 1, 13), Missing: 7, Total: 7}
	if r := enterRow(s); r.detail != "Mercredi 13\u00a0janvier, 7\u00a0enfants" {
		t.Errorf("nothing entered: %q", r.detail)
	}
	s.Missing = 2
	if r := enterRow(s); r.detail != "Mercredi 13\u00a0janvier, reste 2 sur 7" {
		t.Errorf("two left: %q", r.detail)
	}
}

func TestBilanRowsSayHowLateOrHowFar(t *testing.T) {
	due := registry.Due{Group: art, Moment: data.MomentMid, On: data.NewDate(2027, 1, 27)}
	due.Owed, due.Done = 6, 4
	if r := bilanRow(due, today); r.fact != "Art-thérapie, groupe\u00a01" || r.detail != "2\u00a0bilans pour le 27\u00a0janvier" || r.done != 4 || r.owed != 6 ||
		r.to != (page.Route{Page: page.Bilan, Group: art.ID, Moment: data.MomentMid}) {
		t.Errorf("a group's bilans: %+v", r)
	}
	due.Child, due.On, due.LateDays = child, data.NewDate(2027, 1, 6), 9
	if r := bilanRow(due, today); r.fact != "Kenza\u00a0Z., bilan de mi-cycle" || r.late != "9\u00a0jours de retard" || r.lateTone != look.Alarm || r.owed != 0 ||
		r.to != (page.Route{Page: page.Bilan, Child: child.ID, Cycle: art.CycleID, Moment: data.MomentMid}) {
		t.Errorf("a late bilan: %+v", r)
	}
	due.LateDays = 163
	if r := bilanRow(due, today); r.late != "5\u00a0mois de retard" {
		t.Errorf("a very late bilan is said %q", r.late)
	}
	due = registry.Due{Kind: registry.DueDecision, Group: trio, Moment: data.MomentEnd, Child: child, On: data.NewDate(2027, 1, 20), After: 4}
	if r := bilanRow(due, today); r.fact != "Kenza\u00a0Z., décision à prendre" || r.detail != "Après la 4e rencontre, le 20\u00a0janvier" || r.late != "Mercredi" {
		t.Errorf("a decision: %+v", r)
	}
}

func TestTheDaySaysWhenAndHowFull(t *testing.T) {
	d := registry.Day{Date: data.NewDate(2027, 1, 20), Number: 11, Of: 30, Held: 12, Expected: 39}
	if title, rank := dayTitle(d); title != "Mercredi 20\u00a0janvier" || rank != "11e sur 30" {
		t.Errorf("the day is called %q, %q", title, rank)
	}
	if s := daySentence(d, today); s != "Dans 5\u00a0jours\u00a0: 12\u00a0séances, 39\u00a0enfants attendus" {
		t.Errorf("the day is said %q", s)
	}
	if s := daySentence(registry.Day{Date: today}, today); s != "Aujourd’hui\u00a0: aucune séance prévue" {
		t.Errorf("an empty day is said %q", s)
	}
	if fact, next, settle := quiet(registry.Day{Date: data.NewDate(2027, 9, 8)}, today); settle || fact != "Aucun atelier à venir" ||
		next != "Le prochain mercredi hors vacances est le 8\u00a0septembre 2027. Ouvrez un cycle pour préparer la suite." {
		t.Errorf("in summer the day is said %q, %q", fact, next)
	}
	if _, _, settle := quiet(registry.Day{Date: today}, today); !settle {
		t.Error("holidays that are not known lead nowhere")
	}
	if known(registry.Day{Date: today}) {
		t.Error("a day that is no Wednesday of the year and has no session is shown as the next one")
	}
}

func TestTheDayGrowsForEarlyAndLateSessionsAndLeavesOutTheOthers(t *testing.T) {
	room := data.ID[data.Room]{7}
	d := registry.Day{
		Rooms: []registry.DayRoom{{ID: data.ID[data.Room]{6}, Name: "Vide"}, {ID: room, Name: "Salle 2", Site: "CCAS", Sessions: 1}, {Sessions: 3}},
		Sessions: []registry.DaySession{
			{Group: art, RoomID: room, Start: data.At(8, 30), LengthMinutes: 60, Enrolled: 6, Capacity: 7},
			{Group: trio, Start: data.At(17, 30), LengthMinutes: 45, State: data.SessionCancelled},
			{Group: trio}, // its hour is not said
			{Group: registry.GroupName{Child: child}, Start: data.At(12, 0), LengthMinutes: 45, Enrolled: 1, Capacity: 1,
				Clashes: []registry.DayClash{{Code: data.WarnChildBusy, Child: child, Group: art}}},
		},
	}
	parts, groups := timeline(d)
	if parts.From != 8*60 || parts.To != 19*60 || len(parts.Blocks) != 3 || len(groups) != 3 || groups[0] != art.ID {
		t.Errorf("from %d to %d, %d blocks, groups %v", parts.From, parts.To, len(parts.Blocks), groups)
	}
	if len(parts.Lanes) != 2 || parts.Lanes[0] != (kit.Lane{Title: "Salle 2", Sub: "CCAS"}) || parts.Lanes[1].Title != "Sans salle" {
		t.Errorf("lanes %v", parts.Lanes)
	}
	if b := parts.Blocks[0]; b.Trail != "6/7" || b.Lane != 0 || b.Alert {
		t.Errorf("a group is shown as %+v", b)
	}
	if b := parts.Blocks[1]; b.Trail != "annulée" || b.Tone != look.Neutral || b.Lane != 1 {
		t.Errorf("a cancelled session is shown as %+v", b)
	}
	if b := parts.Blocks[2]; b.Detail != "Kenza\u00a0Z." || b.Trail != "" || !b.Alert {
		t.Errorf("a child's session is shown as %+v", b)
	}
}

func TestTheRibbonTellsDoneNextAndDaysOff(t *testing.T) {
	day := func(d data.Date, s calendar.State, name string, p registry.RibbonPhase) registry.RibbonDay {
		return registry.RibbonDay{Day: calendar.Day{Date: d, Reason: calendar.Reason{State: s, Name: name}}, Phase: p}
	}
	cells := ribbon([]registry.RibbonDay{
		day(data.NewDate(2027, 1, 13), calendar.StateWorking, "", registry.RibbonDone),
		day(data.NewDate(2027, 1, 20), calendar.StateWorking, "", registry.RibbonNext),
		day(data.NewDate(2027, 2, 17), calendar.StateSchoolHolidays, "Hiver", registry.RibbonToCome),
		day(data.NewDate(2027, 3, 10), calendar.StateClosing, "", registry.RibbonToCome),
	})
	want := []kit.RibbonState{kit.RibbonDone, kit.RibbonNext, kit.RibbonHoliday, kit.RibbonFree}
	for i, c := range cells {
		if c.State != want[i] {
			t.Errorf("day %d is %v, want %v", i, c.State, want[i])
		}
	}
	if cells[2].Month != "févr." || cells[2].Tip != "Mercredi 17\u00a0février, Hiver" {
		t.Errorf("a holiday is called %q, %q", cells[2].Month, cells[2].Tip)
	}
}
