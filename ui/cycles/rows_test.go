package cycles

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/page"
)

// said compares sentences; which spaces do not break is the business of data/fr.
func said(t *testing.T, what, got, sentence string) {
	t.Helper()
	want(t, what, strings.ReplaceAll(got, nbsp, " "), sentence)
}

func TestGroupsAreNamedInsideASentence(t *testing.T) {
	art := registry.WorkshopName{Name: "Art-thérapie"}
	child := registry.ChildName{ID: data.ID[data.Child]{1}, First: "Lila", Last: "Kerdoun"}
	for _, c := range []struct {
		name registry.GroupName
		want string
	}{
		{registry.GroupName{Workshop: art, Group: "Groupe 1"}, "Art-thérapie, groupe 1"},
		{registry.GroupName{Workshop: art, Group: "Les Lucioles"}, "Art-thérapie, Les Lucioles"},
		{registry.GroupName{Workshop: art, Group: "Lila", Child: child}, "Art-thérapie, Lila K."},
	} {
		said(t, "title", page.GroupWords(c.name), c.want)
	}
}

func TestCourseSaysWhereTheCycleStands(t *testing.T) {
	v := registry.GroupView{GroupName: registry.GroupName{Cycle: "Cycle 1"}, First: 20261007, Last: 20270127}
	said(t, "nothing planned", course(v), "Cycle 1, aucune séance prévue")
	v.Sessions = make([]registry.GroupSession, 12)
	said(t, "to come", course(v), "Cycle 1, du 7 octobre au 27 janvier. 12 séances prévues")
	v.Done = 10
	said(t, "running", course(v), "Cycle 1, du 7 octobre au 27 janvier. Séance 10 sur 12")
	v.State = data.CycleClosed
	said(t, "closed", course(v), "Cycle 1, du 7 octobre au 27 janvier. Cycle clos")
}

func TestPlaceLeavesOutWhatIsNotSaid(t *testing.T) {
	v := registry.GroupView{Weekday: 3, Start: data.At(14, 0), LengthMinutes: 60}
	said(t, "bare", place(v), "Mercredi, 14 h à 15 h")
	v.Room, v.Facilitator = "Grande salle", registry.Adult{Name: "Maud Estève", Profession: "dramathérapeute"}
	said(t, "full", place(v), "Mercredi, 14 h à 15 h. Grande salle. Maud Estève, dramathérapeute")
	v.Rhythm = data.Stage
	said(t, "stage", place(v), "Stage, 14 h à 15 h. Grande salle. Maud Estève, dramathérapeute")
}

func TestRecountAgreesWithTheRegistry(t *testing.T) {
	s := open(t, "")
	before := s.view
	again, _ := s.desk.Registry.Group(s.id)
	recount(&again)
	want(t, "total", again.Total, before.Total)
	for i := range again.Rows {
		want(t, "row", again.Rows[i].Regularity, before.Rows[i].Regularity)
	}
	for i, x := range again.Sessions {
		want(t, "session", x.Count, before.Sessions[i].Count)
		want(t, "missing", x.Missing, before.Sessions[i].Missing)
		want(t, "expected", x.Expected, before.Sessions[i].Expected)
	}
}

func TestCountsAgreeInNumber(t *testing.T) {
	said(t, "one remaining", remaining(1), "L’enfant restant est présent")
	said(t, "two remaining", remaining(2), "Les 2 restants sont présents")
	said(t, "one entered", entered(1, 1), "1 présence saisie.")
	said(t, "two emptied", entered(0, 2), "2 présences effacées.")
	said(t, "to enter", toEnter(1), "1 présence à saisir")
}

func TestBilansSayWhereTheyStand(t *testing.T) {
	for _, c := range []struct {
		bilan      registry.BilanProgress
		word, when string
	}{
		{registry.BilanProgress{}, "Pas attendu", ""},
		{registry.BilanProgress{Step: registry.BilanToWrite, Due: 20270127}, "À faire", "pour le 27 janvier"},
		{registry.BilanProgress{Step: registry.BilanToWrite, Due: 20270106, LateDays: 9}, "En retard", "attendu depuis 9 jours"},
		{registry.BilanProgress{Step: registry.BilanStarted}, "Brouillon", ""},
		{registry.BilanProgress{Step: registry.BilanStarted, LateDays: 1}, "Brouillon en retard", "attendu depuis 1 jour"},
		{registry.BilanProgress{Step: registry.BilanDone, Due: 20270106}, "Finalisé", ""},
	} {
		said(t, "word", bilanWord(c.bilan), c.word)
		said(t, "when", deadline(c.bilan), c.when)
	}
}

func TestWarningsNameWhoIsInTheWay(t *testing.T) {
	said(t, "holiday", clashWords(registry.Clash{Code: data.WarnHoliday, Name: "vacances de Noël"}, "", ""),
		"La séance tombe pendant les vacances scolaires (vacances de Noël).")
	said(t, "room", clashWords(registry.Clash{Code: data.WarnRoom}, "Sophrologie, trio", ""),
		"La salle est déjà prise à la même heure (Sophrologie, trio).")
	said(t, "child", clashWords(registry.Clash{Code: data.WarnChildBusy}, "Sophrologie, trio", "Kenza Z."),
		"L’enfant est déjà dans un autre groupe à la même heure (Kenza Z., Sophrologie, trio).")
}

func TestMomentFollowsTheCycle(t *testing.T) {
	v := registry.GroupView{Sessions: make([]registry.GroupSession, 12)}
	for done, m := range map[int]data.Moment{0: data.MomentStart, 3: data.MomentStart, 6: data.MomentMid, 10: data.MomentEnd, 12: data.MomentEnd} {
		v.Done = done
		want(t, "moment", momentNow(v), m)
	}
}

func TestSessionsSayWhatIsParticular(t *testing.T) {
	s := registry.GroupSession{Number: 3, Date: 20261104, MovedFrom: 20261028, Reason: "Salle prise.", Added: true, Note: "Calme."}
	said(t, "detail", sessionDetail(s), "Déplacée, prévue le 28 octobre. Ajoutée au cycle. Salle prise. Calme.")
	said(t, "title", sessionTitle(s), "Séance 3, mercredi 4 novembre")
	want(t, "state", stateWord(s), "À venir")
	s.Past, s.Missing = true, 2
	want(t, "state", stateWord(s), "À saisir")
	said(t, "corner", corner(s), "Séance 3 en cours de saisie")
}
