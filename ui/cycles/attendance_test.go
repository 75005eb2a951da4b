package cycles

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// markOn is the mark that the file keeps.
func (s shown) markOn(child data.ID[data.Child], session data.ID[data.Session]) data.Mark {
	a, _ := s.desk.Registry.Attendances.Get(data.ID[data.Attendance](session))
	return a.Of(child)
}

// awaitedCells are the rows whose mark is missing in the session being entered, and its column.
func (s shown) awaitedCells() (rows []int, col int) {
	col = s.column(s.attendance().session)
	for i, row := range s.view.Rows {
		if awaited(row.Cells[col]) {
			rows = append(rows, i)
		}
	}
	return rows, col
}

func TestLettersMarkAndGoDown(t *testing.T) {
	s := open(t, "")
	rows, col := s.awaitedCells()
	want(t, "marks to enter", len(rows), 2)
	session, m := s.view.Sessions[col].ID, s.attendance().matrix
	s.Arrive()
	want(t, "focus on arrival", s.w.Canvas().Focused(), fyne.Focusable(m))
	m.SetFocus(rows[0], col)
	m.TypedRune('r')
	m.TypedRune('A')
	want(t, "first", s.markOn(s.view.Rows[rows[0]].Child.ID, session), data.Late)
	want(t, "second", s.markOn(s.view.Rows[rows[1]].Child.ID, session), data.Absent)
	want(t, "toast", s.toast(), "2\u00a0présences saisies.")
	want(t, "regularity counts them at once", s.view.Sessions[col].Count.Counted, 7)
	m.SetFocus(rows[1], col)
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	want(t, "Suppr empties", s.markOn(s.view.Rows[rows[1]].Child.ID, session), data.NotEntered)
	s.noFailure(t)
}

func TestOneUndoTakesBackAllThatWasMarkedTogether(t *testing.T) {
	s := open(t, "")
	rows, col := s.awaitedCells()
	session, child := s.view.Sessions[col].ID, s.view.Rows[0].Child.ID
	before := s.markOn(child, session)
	m := s.attendance().matrix
	m.Mark(rows[0], col, 'P')
	m.Mark(0, col, 'A')
	m.Mark(0, col, 'E')
	want(t, "toast counts cells", s.toast(), "2\u00a0présences saisies.")
	s.w.Undo()
	want(t, "one marked twice", s.markOn(child, session), before)
	want(t, "one that was empty", s.markOn(s.view.Rows[rows[0]].Child.ID, session), data.NotEntered)
	if !awaited(s.view.Rows[rows[0]].Cells[col]) {
		t.Error("the matrix still shows a mark that was taken back")
	}
}

func TestRemainingChildrenArePresentInOneGesture(t *testing.T) {
	s := open(t, "")
	rows, col := s.awaitedCells()
	session := s.view.Sessions[col].ID
	s.press(t, "Les 2 restants sont présents")
	for _, row := range rows {
		want(t, "mark", s.markOn(s.view.Rows[row].Child.ID, session), data.Present)
	}
	want(t, "the session stays on show", s.attendance().session, session)
	want(t, "missing", s.attendance().missing(), 0)
	s.w.Undo()
	want(t, "missing after undo", s.attendance().missing(), 2)
	s.button(t, "Les 2 restants sont présents")
}

func TestRefusedMarkIsPutBackAndSaysWhy(t *testing.T) {
	desk, w := pagetest.Open(t)
	s := shown{NewGroup(desk, page.Route{Group: art(t, desk.Registry)}).(*Group), w} // hears of nothing
	pagetest.Show(w, s)
	rows, col := s.awaitedCells()
	if err := desk.Registry.CancelSession(s.view.Sessions[col].ID, "grève"); err != nil {
		t.Fatal(err)
	}
	s.attendance().matrix.Mark(rows[0], col, 'P')
	want(t, "failures", len(w.Failures), 1)
	if !errors.Is(w.Failures[0], registry.ErrSessionCancelled) {
		t.Errorf("failure is %v", w.Failures[0])
	}
	want(t, "mark on show", s.view.Rows[rows[0]].Cells[col].Mark, data.Cancelled)
	want(t, "toasts", len(w.Toasts), 0)
}

func TestMarkingAnotherSessionMakesItTheOneOnShow(t *testing.T) {
	s := open(t, "")
	s.attendance().matrix.Mark(0, 0, 'A')
	now, _ := s.attendance().shown()
	want(t, "session on show", now.Number, 1)
	want(t, "corner", corner(now), "Séance\u00a01 saisie")
}

func TestNameAndBilansLeadWhereTheySay(t *testing.T) {
	s := open(t, "")
	m := s.attendance().matrix
	m.SetFocus(2, -1)
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	m.SetFocus(2, len(s.view.Sessions)+2)
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	child := s.view.Rows[2].Child.ID
	want(t, "name", s.w.Routes[0], page.Route{Page: page.Child, Child: child})
	want(t, "bilan", s.w.Routes[1], page.Route{Page: page.Bilan, Child: child, Cycle: s.view.CycleID, Moment: data.MomentEnd})
}

func TestClosedCycleIsReadOnlyUntilItIsReopened(t *testing.T) {
	s := open(t, "")
	s.setState(data.CycleClosed)
	want(t, "a mark is refused", s.attendance().matrix.Mark(0, 0, 'A'), false)
	for _, tab := range []int{tabSessions, tabRatings, tabBilans, tabEnrolled} {
		s.tabs.Choose(tab)
	}
	s.press(t, "Rouvrir le cycle")
	s.tabs.Choose(tabAttendance)
	want(t, "a mark is taken", s.attendance().matrix.Mark(0, 0, 'A'), true)
	s.w.Undo()
	s.noFailure(t)
}

// crowd fills a group with children and sessions, all past.
func crowd(t *testing.T, desk page.Desk, children, sessions int) data.ID[data.Group] {
	t.Helper()
	r := desk.Registry
	var group data.Group
	err := r.Update(func(tx *registry.Tx) error {
		rubric := fr.DefaultRubric()
		if err := registry.Put(tx, r.Rubrics, &rubric); err != nil {
			return err
		}
		w := data.Workshop{Name: "Art", Discipline: data.ArtTherapy, Capacity: 40, Groups: 1, Sessions: 30, SessionMinutes: 60, RubricID: rubric.ID}
		if err := registry.Put(tx, r.Workshops, &w); err != nil {
			return err
		}
		c := data.Cycle{WorkshopID: w.ID, Name: "Cycle 1", SchoolYear: 2026, MidBilanDue: 20270106, EndBilanDue: 20270127,
			Rule: data.DateRule{First: 20261007, Count: 30, Weekday: 3}}
		if err := registry.Put(tx, r.Cycles, &c); err != nil {
			return err
		}
		group = data.Group{CycleID: c.ID, Name: "Groupe 1", Start: data.At(14, 0), LengthMinutes: 60, Capacity: max(1, children)}
		if err := registry.Put(tx, r.Groups, &group); err != nil {
			return err
		}
		var ids []data.ID[data.Child]
		for range children {
			child := data.Child{FirstName: "Marie-Emmanuelle-Joséphine", LastName: "de la Roche-Guyonnière", BirthDate: 20180312, Grade: data.CE2}
			if err := registry.Put(tx, r.Children, &child); err != nil {
				return err
			}
			e := data.Enrollment{ChildID: child.ID, CycleID: c.ID, GroupID: group.ID, State: data.Enrolled}
			if err := registry.Put(tx, r.Enrollments, &e); err != nil {
				return err
			}
			ids = append(ids, child.ID)
		}
		for i := range sessions {
			x := data.Session{GroupID: group.ID, CycleID: c.ID, Number: i + 1, Date: data.NewDate(2026, 9, 1).AddDays(4 * i), Start: group.Start,
				LengthMinutes: 60, Theme: []string{"Modelage en argile et peinture", "Collage", ""}[i/2%3]}
			if err := registry.Put(tx, r.Sessions, &x); err != nil {
				return err
			}
			sheet := data.Attendance{Record: data.Record[data.Attendance]{ID: data.ID[data.Attendance](x.ID)}, GroupID: group.ID}
			for k, id := range ids {
				sheet.Set(id, data.Present+data.Mark((i*3+k)%4))
			}
			if err := registry.Put(tx, r.Attendances, &sheet); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return group.ID
}

func TestGroupsOfEverySizeStayLight(t *testing.T) {
	for _, size := range []struct {
		name               string
		children, sessions int
	}{
		{"vide", 0, 0}, {"sans-seance", 2, 0}, {"sans-enfant", 0, 12}, {"un", 1, 4}, {"huit", 8, 12}, {"quarante", 40, 30},
	} {
		t.Run(size.name, func(t *testing.T) {
			desk, w := pagetest.Empty(t)
			s := openAt(t, desk, w, page.Route{Page: page.Group, Group: crowd(t, desk, size.children, size.sessions)})
			pagetest.Shoot(t, w, "cycle-taille-"+size.name)
			drawn := 0
			walk(w.Content(), func(o fyne.CanvasObject) {
				switch o.(type) {
				case *fyne.Container, fyne.Widget:
				default:
					drawn++
				}
			})
			t.Logf("%d objects", drawn)
			if drawn > 700 {
				t.Errorf("%d objects are drawn, at most 700", drawn)
			}
			for tab := range tabKeys[1:] {
				s.tabs.Choose(tab + 1)
				if size.children == 0 && size.sessions == 0 || size.children == 40 {
					pagetest.Shoot(t, w, "cycle-taille-"+size.name+"-"+tabKeys[tab+1])
				}
			}
			s.noFailure(t)
		})
	}
}

func TestLargeMatrixShowsTheCellOfTheKeyboard(t *testing.T) {
	desk, w := pagetest.Empty(t)
	s := openAt(t, desk, w, page.Route{Page: page.Group, Group: crowd(t, desk, 40, 30)})
	s.Arrive()
	m := s.attendance().matrix
	m.SetFocus(39, 0)
	m.TypedRune('e')
	want(t, "mark", s.markOn(s.view.Rows[39].Child.ID, s.view.Sessions[0].ID), data.Excused)
	row, col := m.Focus()
	want(t, "row", row, 39)
	want(t, "column", col, 0)
}

func TestGroupThatIsGoneSaysSo(t *testing.T) {
	desk, w := pagetest.Empty(t)
	s := openAt(t, desk, w, page.Route{Page: page.Group})
	pagetest.Shoot(t, w, "cycle-disparu")
	s.press(t, "Voir les ateliers")
	want(t, "route", w.Routes[0].Page, page.Workshops)
	s.Arrive()
}

func TestContactIsNotedInTheFileOfTheChild(t *testing.T) {
	s := open(t, "")
	all := alerts(s.view.Rows)
	if len(all) == 0 {
		t.Fatal("nobody is watched")
	}
	s.press(t, "Noter un contact")
	s.press(t, "Enregistrer le contact")
	s.dialog(t) // a title is needed: the sheet stays
	field[*kit.TextField](t, s, "En une ligne").SetText("Appel à la mère")
	s.press(t, "Enregistrer le contact")
	notes := s.desk.Registry.Notes.All()
	found := false
	for _, n := range notes {
		found = found || n.Title == "Appel à la mère" && n.ChildID == all[0].Child.ID && n.Kind == data.NoteCall
	}
	want(t, "the note is kept", found, true)
	s.noFailure(t)
}

func BenchmarkMark(b *testing.B) {
	s := open(b, "")
	m := s.attendance().matrix
	for i := 0; b.Loop(); i++ {
		m.Mark(0, 0, []rune("PA")[i%2])
	}
}
