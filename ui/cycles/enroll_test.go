package cycles

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
)

// picker is the search that is open.
func (s shown) picker(t testing.TB) *kit.Picker {
	t.Helper()
	var found *kit.Picker
	walk(s.w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if p, ok := o.(*kit.Picker); ok {
			found = p
		}
	})
	if found == nil {
		t.Fatal("no search is open")
	}
	return found
}

// row is the row of a child in the group; false when the child is not there.
func (s shown) row(id data.ID[data.Child]) (registry.GroupRow, bool) {
	i := slices.IndexFunc(s.view.Rows, func(r registry.GroupRow) bool { return r.Child.ID == id })
	if i < 0 {
		return registry.GroupRow{}, false
	}
	return s.view.Rows[i], true
}

func enter(p *kit.Picker) { p.Keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

func TestChildIsEnrolledInAFullGroupWithAReason(t *testing.T) {
	s := open(t, "inscriptions")
	waiting := s.view.Waiting[0]
	s.press(t, "Inscrire un enfant")
	p := s.picker(t)
	want(t, "who waits comes first", p.Found()[0].Title, waiting.Child.First+" "+waiting.Child.Last)
	enter(p)
	s.press(t, "Inscrire quand même")
	s.dialog(t) // no reason yet
	field[*kit.TextField](t, s, "Pourquoi continuer\u00a0?").SetText("fratrie")
	s.press(t, "Inscrire quand même")
	row, ok := s.row(waiting.Child.ID)
	want(t, "in the group", ok, true)
	e, _ := s.desk.Registry.Enrollments.Get(row.Enrollment)
	want(t, "reason", e.Warnings[0].Reason, "fratrie")
	want(t, "who accepted", e.Warnings[0].ByID, s.desk.Viewer)
	want(t, "waiting", len(s.view.Waiting), 1)
	s.w.Undo()
	_, ok = s.row(waiting.Child.ID)
	want(t, "in the group after undo", ok, false)
	want(t, "waiting after undo", len(s.view.Waiting), 2)
	s.noFailure(t)
}

func TestGivingUpAReasonChangesNothing(t *testing.T) {
	s := open(t, "inscriptions")
	s.press(t, "Inscrire un enfant")
	enter(s.picker(t))
	s.press(t, "Annuler")
	want(t, "enrolled", s.view.Enrolled, 7)
	want(t, "failures", len(s.w.Failures), 0)
	want(t, "toasts", len(s.w.Toasts), 0)
}

func TestChildOfTheGroupCannotBeChosenAgain(t *testing.T) {
	s := open(t, "inscriptions")
	s.press(t, "Inscrire un enfant")
	p := s.picker(t)
	p.Field().SetText(s.view.Rows[0].Child.Last)
	p.Refresh()
	last := p.Found()[len(p.Found())-1]
	want(t, "why", last.Off, "Déjà dans ce groupe")
}

func TestChildWaitsAndIsTakenOffTheList(t *testing.T) {
	s := open(t, "inscriptions")
	n := len(s.view.Waiting)
	s.press(t, "Mettre en attente")
	p := s.picker(t)
	for i, f := range p.Found()[1:] {
		if f.Off == "" && p.Found()[i].Off != "" {
			t.Errorf("%q comes after a child who cannot be chosen", f.Title)
		}
	}
	enter(p)
	want(t, "waiting", len(s.view.Waiting), n+1)
	s.w.Undo()
	want(t, "waiting after undo", len(s.view.Waiting), n)
	s.choose(t, s.waitActions(s.view.Waiting[0]), "Retirer de l’attente")
	want(t, "waiting", len(s.view.Waiting), n-1)
	s.w.Undo()
	want(t, "waiting after undo", len(s.view.Waiting), n)
	s.noFailure(t)
}

func TestWaitingChildIsPlacedInTheOtherGroup(t *testing.T) {
	s := open(t, "inscriptions")
	g, child := s.view.Siblings[0], s.view.Waiting[0].Child.ID
	s.choose(t, s.waitActions(s.view.Waiting[0]), "Placer dans "+g.Name)
	if g.Enrolled >= g.Capacity {
		field[*kit.TextField](t, s, "Pourquoi continuer\u00a0?").SetText("fratrie")
		s.press(t, "Placer quand même")
	}
	want(t, "in the other group", slices.Contains(s.view.Siblings[0].Children, child), true)
	s.w.Undo()
	want(t, "in the other group after undo", slices.Contains(s.view.Siblings[0].Children, child), false)
	want(t, "waiting after undo", len(s.view.Waiting), 2)
	s.noFailure(t)
}

func TestChildLeavesOnADayAndComesBack(t *testing.T) {
	s := open(t, "inscriptions")
	row := s.view.Rows[0]
	s.choose(t, s.placeActions(row), "Noter un départ")
	field[*kit.TextField](t, s, "Raison").SetText("déménagement")
	s.press(t, "Noter le départ")
	left, _ := s.row(row.Child.ID)
	want(t, "left", left.LeftOn, s.desk.Today())
	e, _ := s.desk.Registry.Enrollments.Get(row.Enrollment)
	want(t, "reason", e.LeaveReason, "déménagement")
	s.w.Undo()
	back, _ := s.row(row.Child.ID)
	want(t, "left after undo", back.Left, false)
	s.noFailure(t)
}

func TestDepartureBeforeAMarkIsRefusedAndKeepsTheSheet(t *testing.T) {
	s := open(t, "inscriptions")
	s.choose(t, s.placeActions(s.view.Rows[0]), "Noter un départ")
	field[*kit.DateField](t, s, "Dernier jour dans le groupe").SetValue(data.NewDate(2026, 10, 8))
	s.press(t, "Noter le départ")
	want(t, "failures", len(s.w.Failures), 1)
	s.dialog(t)
}

func TestChildChangesGroupAndComesBack(t *testing.T) {
	s := open(t, "inscriptions")
	row, g := s.view.Rows[0], s.view.Siblings[0]
	s.choose(t, s.placeActions(row), "Changer de groupe")
	field[*kit.TextField](t, s, "Raison").SetText("horaires du judo")
	s.press(t, "Changer de groupe")
	if g.Enrolled >= g.Capacity {
		field[*kit.TextField](t, s, "Pourquoi continuer\u00a0?").SetText("place promise")
		s.press(t, "Changer quand même")
	}
	want(t, "in the other group", slices.Contains(s.view.Siblings[0].Children, row.Child.ID), true)
	s.w.Undo()
	want(t, "in the other group after undo", slices.Contains(s.view.Siblings[0].Children, row.Child.ID), false)
	back, _ := s.row(row.Child.ID)
	want(t, "left after undo", back.Left, false)
	s.noFailure(t)
}

func TestEnrolmentThatWasLivedIsNotUndone(t *testing.T) {
	s := open(t, "inscriptions")
	for _, it := range s.placeActions(s.view.Rows[0]) {
		if it.Title == "Annuler l’inscription" && it.Reason == "" {
			t.Error("an enrolment with marks can be taken out")
		}
	}
}
