package sample

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mercredi/data"
)

func TestLilaIsTheChildOfTheMockups(t *testing.T) {
	x := town(t, Options{Today: mockupDay})
	c := childNamed(t, x, "Lila", "Kerdoun")
	if c.BirthDate != 20180312 || c.Grade != data.CE2 || c.ConsentFor(data.ConsentShareSchool, mockupDay) != data.ConsentEndsSoon {
		t.Errorf("%+v", c)
	}
	for _, s := range x.Schools {
		if s.ID == c.SchoolID && (s.Name != "École des Tilleuls" || s.Network != data.REPPlus) {
			t.Errorf("school %+v", s)
		}
	}
	for _, m := range x.Members {
		if m.ID == c.KeyWorkerID && m.FullName() != "Samira Lounès" {
			t.Errorf("key worker %s", m.FullName())
		}
	}
	states := map[data.Moment]data.BilanState{}
	for _, b := range x.Bilans {
		if b.ChildID == c.ID {
			states[b.Moment] = b.State
		}
	}
	if states[data.MomentMid] != data.BilanFinal || states[data.MomentEnd] != data.BilanDraft || len(states) != 2 {
		t.Errorf("bilans %v", states)
	}
}

// art1 is the group of the mockup: its sessions in order, and its children in order.
func art1(t *testing.T, x Town) (g data.Group, sessions []data.Session, children []data.Child) {
	t.Helper()
	lila := childNamed(t, x, "Lila", "Kerdoun").ID
	for _, e := range x.Enrollments {
		if e.ChildID == lila {
			for i := range x.Groups {
				if x.Groups[i].ID == e.GroupID && g.ID.IsZero() {
					g = x.Groups[i]
				}
			}
		}
	}
	for _, s := range x.Sessions {
		if s.GroupID == g.ID {
			sessions = append(sessions, s)
		}
	}
	for _, e := range x.Enrollments {
		for _, c := range x.Children {
			if e.GroupID == g.ID && e.ChildID == c.ID {
				children = append(children, c)
			}
		}
	}
	return g, sessions, children
}

func TestArtGroupHasTheMarksOfTheMockup(t *testing.T) {
	x := town(t, Options{Today: mockupDay})
	_, sessions, children := art1(t, x)
	marks := map[data.ID[data.Attendance]]data.Attendance{}
	for _, a := range x.Attendance {
		marks[a.ID] = a
	}
	var got []string
	for _, c := range children {
		row := c.FirstName + " "
		for _, s := range sessions {
			a := marks[data.ID[data.Attendance](s.ID)]
			switch {
			case s.State == data.SessionCancelled:
				row += "."
			default:
				row += string(" PREA"[a.Of(c.ID)])
			}
		}
		got = append(got, strings.TrimRight(row, " "))
	}
	want := []string{
		"Lila PPPPPP.PPP", "Mathis PPEPPP.AAA", "Kenza PRPPPP.PEP", "Noé PPPEPP.PPP", "Aminata PPPPPP.PRP",
		"Éliott PEPPRP.PP", "Inaya   PPAP.PP",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestNextWednesdayLooksLikeTheMockup(t *testing.T) {
	x := town(t, Options{Today: mockupDay})
	day := data.NewDate(2027, time.January, 20)
	groups, children, places, sessions := map[data.ID[data.Group]]string{}, map[data.ID[data.Child]]bool{}, 0, 0
	for _, s := range x.Sessions {
		if s.Date == day {
			sessions++
			groups[s.GroupID] = ""
		}
	}
	var names []string
	for _, g := range x.Groups {
		if _, on := groups[g.ID]; on {
			names = append(names, g.Name)
		}
	}
	for _, e := range x.Enrollments {
		if _, on := groups[e.GroupID]; on && e.Covers(day) {
			children[e.ChildID] = true
			places++
		}
	}
	all := strings.Join(names, ", ")
	if sessions != 12 || places != 40 {
		t.Errorf("%d sessions, %d places: %s", sessions, places, all)
	}
	if len(children) < 37 {
		t.Errorf("%d children on the mockup's Wednesday", len(children))
	}
	for _, name := range []string{"Ilyès\u00a0A.", "Camille\u00a0G.", "Yasmine\u00a0H.", "Ethan\u00a0L.", "Rayan\u00a0O.", "6e et 5e", "Trio du matin"} {
		if !strings.Contains(all, name) {
			t.Errorf("no %s in %s", name, all)
		}
	}
}

func TestTownHasTheGapsOfARealFile(t *testing.T) {
	x := town(t, Options{Today: mockupDay})
	gaps := map[string]int{}
	count := func(name string, yes bool) {
		if yes {
			gaps[name]++
		}
	}
	for _, f := range x.Families {
		count("missing phone", f.Guardians[0].Phone == "")
		count("separated parents", strings.Contains(f.Notes, "séparés"))
	}
	births := map[string]int{}
	for _, c := range x.Children {
		p := c.Pathway
		count("missing birth date", c.BirthDate.IsZero())
		count("long name", len([]rune(c.FullName())) > 40)
		count("noticed only", p.IntakeOn.IsZero())
		count("deferred", p.Decision == data.DecisionDeferred)
		count("refused", p.Decision == data.DecisionRefused)
		count("waiting for commission", !p.IntakeOn.IsZero() && p.CommissionOn.IsZero())
		count("ended", !p.EndedOn.IsZero())
		count(fmt.Sprint("consent ", c.ConsentFor(data.ConsentFollowUp, mockupDay)), true)
		count("pictures refused", c.ConsentFor(data.ConsentPictures, mockupDay) == data.ConsentRefused)
		births[c.FamilyID.String()+c.BirthDate.String()]++
	}
	for _, n := range births {
		count("twins", n == 2)
	}
	for _, e := range x.Enrollments {
		count("waiting", e.State == data.Waiting)
		count("left", e.State == data.Left && e.LeaveReason != "")
		for _, w := range e.Warnings {
			count(fmt.Sprint("warning ", w.Code), w.Reason != "")
		}
	}
	for _, s := range x.Sessions {
		count("cancelled", s.State == data.SessionCancelled && s.Reason != "")
		count("postponed", !s.MovedFrom.IsZero())
		count("unmarked", s.State == data.SessionPlanned && s.Date == 20270113)
	}
	for _, b := range x.Bilans {
		count("draft", b.State == data.BilanDraft)
	}
	for _, name := range []string{
		"missing phone", "separated parents", "missing birth date", "long name", "noticed only", "deferred", "refused",
		"waiting for commission", "ended", "consent 0", "consent 1", "consent 2", "consent 5", "pictures refused", "twins",
		"waiting", "left", "warning 1", "cancelled", "postponed", "unmarked", "draft",
	} {
		if gaps[name] == 0 {
			t.Errorf("no %s in %v", name, gaps)
		}
	}
	if gaps["missing birth date"] != 1 || gaps["unmarked"] != 3 || gaps["waiting"] != 5 {
		t.Errorf("%v", gaps)
	}
}

func TestNamesAreVaried(t *testing.T) {
	x := town(t, Options{Today: mockupDay})
	first, initials := map[string]bool{}, map[rune]bool{}
	accents := 0
	for _, c := range x.Children {
		first[c.FirstName] = true
		initials[[]rune(c.LastName)[0]] = true
		if strings.ContainsAny(c.FullName(), "éèëïôçÉÈ") {
			accents++
		}
	}
	if len(first) < 55 || len(initials) < 15 || accents < 8 {
		t.Errorf("%d first names, %d initials, %d with accents", len(first), len(initials), accents)
	}
}

func TestLargeTownHasTheSizeOfTheBenchmarks(t *testing.T) {
	x := town(t, Options{Children: 3000, Years: 5, Today: mockupDay})
	marks := 0
	for _, a := range x.Attendance {
		marks += len(a.Marks)
	}
	t.Logf("%d marks, %d enrollments, %d sessions, %d bilans, %d evaluations, %d observations, %d families, %d members",
		marks, len(x.Enrollments), len(x.Sessions), len(x.Bilans), len(x.Evaluations), len(x.Observations), len(x.Families), len(x.Members))
	if marks < 250_000 || marks > 350_000 {
		t.Errorf("%d marks", marks)
	}
	if n := len(x.Enrollments); n < 20_000 || n > 30_000 {
		t.Errorf("%d enrollments", n)
	}
}

func TestLargerTownHasNoClash(t *testing.T) {
	x := town(t, Options{Children: 400, Years: 3, Today: mockupDay})
	checkAll(t, x, mockupDay)
	checkNoClash(t, x, mockupDay)
}

func TestHeroGoesOnInSpring(t *testing.T) {
	x := town(t, Options{Today: 20270331})
	lila, cycles := childNamed(t, x, "Lila", "Kerdoun"), 0
	for _, e := range x.Enrollments {
		if e.ChildID == lila.ID {
			cycles++
		}
	}
	for _, b := range x.Bilans {
		if b.ChildID == lila.ID && b.Moment == data.MomentEnd && (b.State != data.BilanFinal || b.Next != "Poursuivre au cycle 2.") {
			t.Errorf("end bilan %+v", b)
		}
	}
	if cycles != 2 {
		t.Errorf("Lila is in %d cycles", cycles)
	}
}
