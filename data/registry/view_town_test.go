package registry_test

import (
	"math/rand/v2"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
)

// town is a small file seen on Friday 15 January 2027, in zone B. Its art group is the one drawn in the design:
//
//	             1    2    3    4    5    6   7     8    9   10   11  12
//	            7/10 14/10 4/11 18/11 25/11 2/12 9/12 16/12 6/1 13/1 20/1 27/1
//	Lila         P    P    P    P    P    P  annulée P    P    P    ·   ·
type town struct {
	*registry.Registry
	samira, odile      data.Member
	maud, irene, aline data.Facilitator
	room               data.Room
	school             data.School
	family             data.Family
	partner            data.Partner
	rubric             data.Rubric
	children           map[string]data.Child
	art, trio, meeting data.Group
	sessions           []data.Session // of the art group
	trioSessions       []data.Session
	met                []data.Session // by the psychologist
}

// artMarks are the marks of the art group: P present, R late, E excused, A absent, . not entered, - not there yet.
var artMarks = []struct{ name, marks string }{
	{"Lila", "PPPPPP.PPP"}, {"Mathis", "PPEPPP.AAA"}, {"Kenza", "PRPPPP.PEP"}, {"Noé", "PPPEPP.PPP"},
	{"Aminata", "PPPPPP.PRP"}, {"Éliott", "PEPPRP.PP."}, {"Inaya", "--PPAP.PP."},
}

var artDays = []data.Date{
	20261007, 20261014, 20261104, 20261118, 20261125, 20261202, 20261209, 20261216, 20270106, 20270113, 20270120, 20270127,
}

var letters = map[rune]data.Mark{'P': data.Present, 'R': data.Late, 'E': data.Excused, 'A': data.Absent}

func newTown(t testing.TB) *town {
	t.Helper()
	world := registry.World{Today: func() data.Date { return 20270115 }, Random: rand.NewChaCha8([32]byte{3})}
	v := &town{Registry: must(registry.Open(mem.New(), world)), children: map[string]data.Child{}}
	check(v.SaveSettings(&data.Settings{
		TeamName: "Programme", Town: "Sauvelande", Zone: "B", SchoolYear: 2026, AbsenceAlert: 3, LowRegularity: 70,
	}))
	v.people()
	v.artGroup()
	v.otherGroups()
	return v
}

func (v *town) people() {
	v.samira = keep(v.Members, data.Member{FirstName: "Samira", LastName: "Lounès", Role: data.RoleKeyWorker, Feminine: data.Yes})
	v.odile = keep(v.Members, data.Member{FirstName: "Odile", LastName: "Ferrand", Role: data.RoleCoordinator})
	v.partner = keep(v.Partners, data.Partner{Name: "Compagnie du Tilleul", Kind: data.KindAssociation, Phone: "0199004127"})
	v.maud = keep(v.Facilitators, data.Facilitator{
		FirstName: "Maud", LastName: "Estève", Profession: "dramathérapeute", PartnerID: v.partner.ID, Feminine: data.Yes,
	})
	v.irene = keep(v.Facilitators, data.Facilitator{FirstName: "Irène", LastName: "Salvat"})
	v.aline = keep(v.Facilitators, data.Facilitator{FirstName: "Aline", LastName: "Duroc"})
	v.room = keep(v.Rooms, data.Room{Name: "Grande salle", Site: "PRE", Places: 12})
	v.school = keep(v.Schools, data.School{Name: "Les Tilleuls", Network: data.REPPlus})
	v.family = keep(v.Families, data.Family{Name: "Kerdoun", Guardians: []data.Guardian{
		{FirstName: "Nora", LastName: "Kerdoun", Relation: data.Mother, Phone: "0612345678"},
	}})
	for _, x := range []struct {
		first, last string
		born        data.Date
	}{
		{"Lila", "Kerdoun", 20180312}, {"Mathis", "Roux", 20171001}, {"Kenza", "Zerrouki", 20161201}, {"Noé", "Tissier", 20180601},
		{"Aminata", "Sarr", 20171101}, {"Éliott", "Vasseur", 20190501}, {"Inaya", "Diallo", 20180801},
		{"Soan", "Mercier", 20141120}, {"Ilyès", "Amrani", 20141002}, {"Louise", "Nantier", 20170801}, {"Rayan", "Ortiz", 0},
	} {
		v.child(x.first, x.last, x.born)
	}
}

// child is approved and agreed for, save Soan.
func (v *town) child(first, last string, born data.Date) {
	c := data.Child{
		FirstName: first, LastName: last, BirthDate: born, Grade: data.CE2, SchoolID: v.school.ID, KeyWorkerID: v.samira.ID,
		PriorityArea: data.Yes,
	}
	if first != "Soan" {
		c.Pathway = data.Pathway{
			SpottedOn: 20260512, IntakeOn: 20260602, CommissionOn: 20260618, Decision: data.DecisionFavourable, StartedOn: 20260618,
		}
		c.Consents = []data.Consent{{Scope: data.ConsentFollowUp, Given: data.Yes, SignedOn: 20260922, SignedBy: "Nora Kerdoun"}}
	}
	if first == "Lila" {
		c.FamilyID = v.family.ID
		c.Consents = append(c.Consents,
			data.Consent{Scope: data.ConsentShareSchool, Given: data.Yes, SignedOn: 20260922, Until: 20270131},
			data.Consent{Scope: data.ConsentPictures, Given: data.No, SignedOn: 20260922})
	}
	v.children[first] = keep(v.Children, c)
}

func (v *town) artGroup() {
	v.rubric = keep(v.Rubrics, data.Rubric{
		Name: "Compétences", Levels: []string{"pas encore", "rarement", "parfois", "souvent", "toujours"},
		Criteria: []data.Criterion{{Key: 7, Label: "Exprimer", Skill: data.Emotional}, {Key: 3, Label: "Attention", Skill: data.Cognitive}},
	})
	w := keep(v.Workshops, data.Workshop{
		Name: "Art-thérapie", Discipline: data.ArtTherapy, Capacity: 7, Groups: 1, Sessions: 12, SessionMinutes: 60,
		MidBilanAfter: 6, RubricID: v.rubric.ID,
	})
	c := keep(v.Cycles, data.Cycle{
		WorkshopID: w.ID, Name: "Cycle 1", SchoolYear: 2026, Rule: data.DateRule{Weekday: 3, First: 20261007, Count: 12},
		MidBilanDue: 20270106, EndBilanDue: 20270127,
	})
	v.art = keep(v.Groups, data.Group{
		CycleID: c.ID, Name: "Groupe 1", Start: data.At(14, 0), LengthMinutes: 60, Capacity: 7, RoomID: v.room.ID,
		FacilitatorID: v.maud.ID,
	})
	for _, m := range artMarks {
		e := data.Enrollment{ChildID: v.children[m.name].ID, CycleID: c.ID, GroupID: v.art.ID, State: data.Enrolled}
		if m.name == "Inaya" {
			e.From = 20261101
		}
		keep(v.Enrollments, e)
	}
	keep(v.Enrollments, data.Enrollment{ChildID: v.children["Louise"].ID, CycleID: c.ID, RequestedOn: 20261212})
	v.sessions = v.meet(v.art, artDays)
	v.sessions[6].State = data.SessionCancelled
	check(v.Sessions.Save(&v.sessions[6]))
	for i := range v.sessions[:10] {
		for _, m := range artMarks {
			v.enter(v.sessions[i], m.name, []rune(m.marks)[i])
		}
	}
	for _, m := range artMarks {
		if m.name != "Noé" {
			v.bilan(m.name, data.MomentMid, data.BilanFinal)
		}
	}
	for _, name := range []string{"Lila", "Kenza", "Aminata"} {
		v.bilan(name, data.MomentEnd, data.BilanDraft)
	}
}

// otherGroups are a trio that meets while the art group does, and a child who meets the psychologist.
func (v *town) otherGroups() {
	sophro := keep(v.Workshops, data.Workshop{
		Name: "Sophrologie", Discipline: data.Sophrology, Capacity: 3, Groups: 1, Sessions: 30, SessionMinutes: 90,
	})
	c := keep(v.Cycles, data.Cycle{WorkshopID: sophro.ID, Name: "Année", SchoolYear: 2026, Rule: data.DateRule{First: 20270113, Count: 2}})
	v.trio = keep(v.Groups, data.Group{
		CycleID: c.ID, Name: "Trio", Start: data.At(13, 30), LengthMinutes: 90, Capacity: 3, FacilitatorID: v.irene.ID,
	})
	for _, name := range []string{"Kenza", "Soan"} {
		keep(v.Enrollments, data.Enrollment{ChildID: v.children[name].ID, CycleID: c.ID, GroupID: v.trio.ID, State: data.Enrolled})
	}
	keep(v.Enrollments, data.Enrollment{ChildID: v.children["Rayan"].ID, CycleID: c.ID, RequestedOn: 20261217})
	v.trioSessions = v.meet(v.trio, []data.Date{20270113, 20270120})

	psy := keep(v.Workshops, data.Workshop{
		Name: "Rencontre avec la psychologue", ShortName: "Psychologue", Discipline: data.Psychologist, Format: data.WithFamily,
		Capacity: 1, Groups: 1, Sessions: 4, SessionMinutes: 60, DecisionAfter: 4,
	})
	c = keep(v.Cycles, data.Cycle{WorkshopID: psy.ID, Name: "Rencontres", SchoolYear: 2026, Rule: data.DateRule{First: 20261202, Count: 4}})
	v.meeting = keep(v.Groups, data.Group{
		CycleID: c.ID, Name: "A", Start: data.At(9, 30), LengthMinutes: 60, Capacity: 1, FacilitatorID: v.aline.ID,
	})
	keep(v.Enrollments, data.Enrollment{ChildID: v.children["Ilyès"].ID, CycleID: c.ID, GroupID: v.meeting.ID, State: data.Enrolled})
	v.met = v.meet(v.meeting, []data.Date{20261202, 20261216, 20270106, 20270120})
	for _, s := range v.met[:3] {
		v.enter(s, "Ilyès", 'P')
	}
}

func (v *town) meet(g data.Group, days []data.Date) []data.Session {
	var out []data.Session
	for i, day := range days {
		s := data.Session{
			GroupID: g.ID, CycleID: g.CycleID, Number: i + 1, Date: day, Start: g.Start, LengthMinutes: g.LengthMinutes,
			RoomID: g.RoomID, FacilitatorID: g.FacilitatorID,
		}
		if g.ID == v.art.ID {
			s.Theme = []string{"Arts plastiques", "Collage", "Modelage", "Création libre", "Marionnette", "Théâtre"}[i/2]
		}
		out = append(out, keep(v.Sessions, s))
	}
	return out
}

func (v *town) enter(s data.Session, name string, letter rune) {
	mark, ok := letters[letter]
	if !ok {
		return
	}
	a, _ := v.Attendances.Get(data.ID[data.Attendance](s.ID))
	a.ID, a.GroupID = data.ID[data.Attendance](s.ID), s.GroupID
	a.Set(v.children[name].ID, mark)
	check(v.Attendances.Save(&a))
}

func (v *town) bilan(name string, m data.Moment, state data.BilanState) data.Bilan {
	b := data.Bilan{ChildID: v.children[name].ID, CycleID: v.art.CycleID, GroupID: v.art.ID, Moment: m, State: state, SavedOn: 20270108}
	if state == data.BilanFinal {
		b.FinalOn, b.FinalByID = 20261216, v.samira.ID
	}
	return keep(v.Bilans, b)
}

// rate keeps the facilitator's reading of both criteria.
func (v *town) rate(name string, m data.Moment, levels ...int) {
	e := data.Evaluation{ChildID: v.children[name].ID, CycleID: v.art.CycleID, Moment: m, Viewpoint: data.ByFacilitator}
	for i, level := range levels {
		e.Rate(v.rubric.Criteria[i].Key, level)
	}
	keep(v.Evaluations, e)
}
