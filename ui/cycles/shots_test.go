package cycles

import (
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

func TestEveryTabIsPainted(t *testing.T) {
	for _, tab := range tabKeys {
		s := open(t, tab)
		pagetest.Shoot(t, s.w, "cycle-"+tab)
		s.noFailure(t)
	}
}

func TestSheetsArePainted(t *testing.T) {
	s := open(t, "")
	now, _ := s.attendance().shown()
	next := s.view.Sessions[len(s.view.Sessions)-1]
	for name, show := range map[string]func(){
		"notes": func() { s.observe(now) }, "seance": func() { s.editSession(now) }, "deplacer": func() { s.moveSession(next) },
		"groupe": s.editGroup, "inscrire": s.enroll, "contact": func() { s.noteContact(s.view.Rows[0].Child) },
		"depart": func() { s.leave(s.view.Rows[0]) }, "changer": func() { s.moveChild(s.view.Rows[0]) },
	} {
		show()
		pagetest.Shoot(t, s.w, "cycle-sheet-"+name)
		s.dialog(t).Close()
	}
}

func TestPageFitsASmallWindow(t *testing.T) {
	s := open(t, "")
	s.w.Resize(fyne.NewSize(1366-172, 690))
	pagetest.Shoot(t, s.w, "cycle-690")
}

func TestMenusAndWarningsArePainted(t *testing.T) {
	s := open(t, "inscriptions")
	for name, b := range map[string]string{"documents": "Documents", "groupes": "Groupes", "gerer": "Gérer le groupe"} {
		s.press(t, b)
		pagetest.Shoot(t, s.w, "cycle-menu-"+name)
		s.w.Canvas().Overlays().Top().(*kit.Menu).Escape()
	}
	s.press(t, "Inscrire un enfant")
	enter(s.picker(t))
	pagetest.Shoot(t, s.w, "cycle-sheet-raison")
	field[*kit.TextField](t, s, "Pourquoi continuer\u00a0?").SetText("Sa sœur est dans le groupe, la famille ne peut venir qu’à cette heure.")
	s.press(t, "Inscrire quand même")
	pagetest.Shoot(t, s.w, "cycle-inscriptions-raison")
	s.setState(data.CycleClosed)
	pagetest.Shoot(t, s.w, "cycle-clos")
}
