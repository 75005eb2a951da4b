package cycles

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
)

// choose opens a menu with show, and chooses a row of it.
func (s shown) choose(t testing.TB, items []kit.MenuItem, title string) {
	t.Helper()
	for _, it := range items {
		if it.Title == title {
			if it.Reason != "" {
				t.Fatalf("%q is off: %s", title, it.Reason)
			}
			it.Do()
			return
		}
	}
	t.Fatalf("the menu has no %q", title)
}

// session is a session of the view, by number.
func (s shown) session(number int) registry.GroupSession { return s.view.Sessions[number-1] }

func (s shown) sessionActions(number int) []kit.MenuItem {
	return s.parts[tabSessions].(*sessions).actions(s.session(number))
}

func TestSessionIsMovedWithItsReasonAndPutBack(t *testing.T) {
	s := open(t, "seances")
	was := s.session(12)
	s.choose(t, s.sessionActions(12), "Déplacer la séance")
	day := field[*kit.DateField](t, s, "Jour")
	day.SetValue(data.NewDate(2026, 12, 30))
	s.press(t, "Déplacer la séance")
	s.dialog(t) // a day of the holidays asks for a reason: the sheet stays
	want(t, "not moved", s.session(12).Date, was.Date)
	field[*kit.TextField](t, s, "Raison").SetText("stage de remplacement")
	s.press(t, "Déplacer la séance")
	kept, _ := s.desk.Registry.Sessions.Get(was.ID)
	want(t, "day", kept.Date, data.NewDate(2026, 12, 30))
	want(t, "reason", kept.Reason, "stage de remplacement")
	want(t, "warning", kept.Warnings[0].Code, data.WarnHoliday)
	s.w.Undo()
	kept, _ = s.desk.Registry.Sessions.Get(was.ID)
	want(t, "day after undo", kept.Date, was.Date)
	want(t, "number after undo", kept.Number, 12)
	s.noFailure(t)
}

func TestSessionIsCancelledAndComesBack(t *testing.T) {
	s := open(t, "seances")
	id := s.session(11).ID
	s.choose(t, s.sessionActions(11), "Annuler la séance")
	s.press(t, "Annuler la séance")
	s.dialog(t) // a reason is needed
	field[*kit.TextField](t, s, "Raison").SetText("Intervenante absente")
	s.press(t, "Annuler la séance")
	want(t, "state", s.session(11).State, data.SessionCancelled)
	want(t, "toast", s.toast(), "Séance annulée.")
	s.choose(t, s.sessionActions(11), "Rétablir la séance")
	want(t, "state", s.session(11).State, data.SessionPlanned)
	s.w.Undo()
	kept, _ := s.desk.Registry.Sessions.Get(id)
	want(t, "cancelled again", kept.Reason, "Intervenante absente")
	s.noFailure(t)
}

func TestSessionIsAddedAndRemoved(t *testing.T) {
	s := open(t, "seances")
	n := len(s.view.Sessions)
	s.press(t, "Ajouter une séance")
	want(t, "proposed day", field[*kit.DateField](t, s, "Jour").Value(), data.NewDate(2027, 2, 3))
	field[*kit.TextField](t, s, "Raison").SetText("rattrapage")
	s.press(t, "Ajouter la séance")
	want(t, "sessions", len(s.view.Sessions), n+1)
	want(t, "added", s.session(n+1).Added, true)
	s.choose(t, s.sessionActions(n+1), "Retirer la séance")
	want(t, "sessions", len(s.view.Sessions), n)
	s.w.Undo()
	want(t, "sessions after undo", len(s.view.Sessions), n+1)
	s.noFailure(t)
}

func TestSessionWithMarksIsCancelledRatherThanRemoved(t *testing.T) {
	s := open(t, "seances")
	for _, it := range s.sessionActions(1) {
		if it.Title == "Retirer la séance" && it.Reason == "" {
			t.Error("a session with marks can be removed")
		}
	}
}

func TestThemeAndNoteAreKeptAndDroppedOnlyWhenSaid(t *testing.T) {
	s := open(t, "")
	now, _ := s.attendance().shown()
	s.press(t, "Modifier la séance")
	field[*kit.TextField](t, s, "Thème").SetText("")
	test.Type(field[*kit.TextField](t, s, "Thème").Keyboard(), "Ombres")
	first := s.dialog(t)
	first.Escape()
	if s.dialog(t) == first {
		t.Fatal("what was typed is dropped without asking")
	}
	s.press(t, "Continuer la saisie")
	want(t, "still typed", field[*kit.TextField](t, s, "Thème").Text(), "Ombres")
	s.press(t, "Enregistrer la séance")
	kept, _ := s.desk.Registry.Sessions.Get(now.ID)
	want(t, "theme", kept.Theme, "Ombres")
	s.noFailure(t)
}

func TestConflictKeepsWhatWasTypedAndOffersToSaveOver(t *testing.T) {
	s := open(t, "")
	now, _ := s.attendance().shown()
	s.press(t, "Modifier la séance")
	other, _ := s.desk.Registry.Sessions.Get(now.ID)
	other.Note = "note d’un autre"
	if err := s.desk.Registry.Sessions.Save(&other); err != nil {
		t.Fatal(err)
	}
	field[*kit.TextField](t, s, "Thème").SetText("Ombres")
	s.press(t, "Enregistrer la séance")
	s.press(t, "Revenir à ma saisie")
	want(t, "still typed", field[*kit.TextField](t, s, "Thème").Text(), "Ombres")
	s.press(t, "Enregistrer la séance")
	s.press(t, "Enregistrer ma version")
	kept, _ := s.desk.Registry.Sessions.Get(now.ID)
	want(t, "theme", kept.Theme, "Ombres")
	s.noFailure(t)
}

func TestNotesOfTheChildrenAreKeptTogether(t *testing.T) {
	s := open(t, "")
	now, _ := s.attendance().shown()
	before := len(s.desk.Registry.ObservationsIn(now.ID))
	s.press(t, "Notes des enfants")
	child := s.view.Rows[0].Child
	name := short(child)
	field[*kit.Rating](t, s, "Participation, "+name).Choose(4)
	field[*kit.Rating](t, s, "Humeur, "+name).TypedRune('5')
	s.press(t, "Enregistrer les notes")
	all := s.desk.Registry.ObservationsIn(now.ID)
	want(t, "observations", len(all), before+1)
	for _, o := range all {
		if o.ChildID == child.ID {
			want(t, "participation", o.Participation, 4)
			want(t, "mood", o.Mood, 5)
			want(t, "author", o.AuthorID, s.desk.Viewer)
		}
	}
	s.press(t, "Notes des enfants")
	field[*kit.Rating](t, s, "Participation, "+name).Choose(0)
	field[*kit.Rating](t, s, "Humeur, "+name).Choose(0)
	s.press(t, "Enregistrer les notes")
	want(t, "an emptied note is taken out", len(s.desk.Registry.ObservationsIn(now.ID)), before)
	s.noFailure(t)
}

func TestDigitsRateACriterion(t *testing.T) {
	s := open(t, "evaluations")
	r := s.parts[tabRatings].(*ratings)
	r.start()
	f, ok := s.w.Canvas().Focused().(*kit.Rating)
	if !ok {
		t.Fatal("the keyboard is not on a criterion")
	}
	f.TypedRune('4')
	want(t, "still focused", s.w.Canvas().Focused(), fyne.Focusable(f))
	v, _ := s.desk.Registry.Ratings(s.id)
	want(t, "kept", v.Rows[0].Rated(r.moment, data.ByFacilitator), 1)
	want(t, "progress", r.count.Text(), "1\u00a0critère évalué sur 5.")
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.w.Canvas().Focused() == fyne.Focusable(f) {
		t.Error("Enter does not go to the next criterion")
	}
	r.viewpoints.Choose(2)
	want(t, "another viewpoint is empty", r.fields[v.Criteria[0].Key].Value(), 0)
	r.moments.Choose(0)
	want(t, "titles of what was before", len(r.titles()), 0)
	s.noFailure(t)
}

func TestRefusedRatingIsPutBack(t *testing.T) {
	s := open(t, "evaluations")
	r := s.parts[tabRatings].(*ratings)
	f := r.fields[r.view.Criteria[0].Key]
	before := f.Value()
	r.child = data.ID[data.Child]{1}
	r.rate(r.view.Criteria[0].Key, 3)
	want(t, "failures", len(s.w.Failures), 1)
	want(t, "level on show", f.Value(), before)
}

// submit prints what the sheet « Imprimer » shows.
func (s shown) submit() { s.w.Canvas().Overlays().Top().(*kit.Dialog).Submit() }

func TestBilansAreOpenedAndPrinted(t *testing.T) {
	s := open(t, "bilans")
	b := s.parts[tabBilans].(*bilans)
	b.moments.Choose(1)
	b.open(s.view.Rows[0])
	want(t, "route", s.w.Routes[0], page.Route{Page: page.Bilan, Child: s.view.Rows[0].Child.ID, Cycle: s.view.CycleID, Moment: data.MomentEnd})
	s.press(t, "Écrire le bilan du groupe")
	want(t, "route", s.w.Routes[1], page.Route{Page: page.Bilan, Group: s.id, Moment: data.MomentEnd})
	b.moments.Choose(0)
	s.press(t, "Imprimer tous les bilans")
	s.submit()
	want(t, "papers", len(s.w.Printed), 6)
	s.noFailure(t)
}

func TestDocumentsArePrinted(t *testing.T) {
	s := open(t, "")
	for _, title := range []string{"Feuille d’émargement", "Feuille d’émargement vierge", "Bilans des enfants, mi-cycle"} {
		s.choose(t, s.documents(), title)
		s.submit()
	}
	s.Print()
	s.submit()
	want(t, "papers", len(s.w.Printed), 9)
	if !strings.HasSuffix(s.w.Printed[0], ".pdf") {
		t.Errorf("the sheet is called %q", s.w.Printed[0])
	}
	g := s.desk.Registry.GroupBilan(s.id, data.MomentMid)
	if err := s.desk.Registry.SaveGroupBilan(&g); err != nil {
		t.Fatal(err)
	}
	s.choose(t, s.documents(), "Bilan du groupe, mi-cycle")
	s.submit()
	want(t, "papers", len(s.w.Printed), 10)
	s.noFailure(t)
}

func TestGroupIsEditedAndItsFaultsStandBesideTheFields(t *testing.T) {
	s := open(t, "")
	s.choose(t, s.manage(), "Modifier le groupe")
	name := field[*kit.TextField](t, s, "Nom")
	name.SetText(strings.Repeat("n", 200))
	s.press(t, "Enregistrer le groupe")
	if name.Err() == "" {
		t.Error("a name that is too long is not shown beside its field")
	}
	name.SetText("Groupe du soir")
	field[*kit.NumberField](t, s, "Places").SetValue(9)
	s.press(t, "Enregistrer le groupe")
	want(t, "name", s.view.Group, "Groupe du soir")
	want(t, "places", s.view.Capacity, 9)
	s.noFailure(t)
}

func TestSiblingGroupOpensOnTheSameTab(t *testing.T) {
	s := open(t, "bilans")
	s.siblings()[0].Do()
	want(t, "route", s.w.Routes[0], page.Route{Page: page.Group, Group: s.view.Siblings[0].ID, Tab: "bilans"})
}

func TestChangesKeepTheTabAndTheFocus(t *testing.T) {
	s := open(t, "seances")
	b := s.parts[tabSessions].(*sessions).buttons[s.session(8).ID]
	s.w.Canvas().Focus(b)
	if err := s.desk.Registry.SetTheme(s.session(8).ID, "Ombres"); err != nil {
		t.Fatal(err)
	}
	want(t, "theme on show", s.session(8).Theme, "Ombres")
	want(t, "tab", s.tabs.Selected(), tabSessions)
	want(t, "focus", s.w.Canvas().Focused(), fyne.Focusable(b))
}
