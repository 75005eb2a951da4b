package cycles

import (
	"testing"

	"fyne.io/fyne/v2"

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
