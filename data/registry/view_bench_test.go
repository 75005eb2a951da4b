package registry_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
)

// largeTown has 3,000 children in 600 groups a year for five years: 36,000 sessions, 252,000 marks. It is made once.
var largeTown *registry.Registry

func large(b *testing.B) *registry.Registry {
	b.Helper()
	if largeTown == nil {
		world := registry.World{Today: func() data.Date { return today }, Random: rand.NewChaCha8([32]byte{9})}
		largeTown = must(registry.Open(mem.New(), world))
		check(largeTown.SaveSettings(&data.Settings{TeamName: "Large", Zone: "B", AbsenceAlert: 3}))
		check(largeTown.Update(func(tx *registry.Tx) error { fillLarge(tx, largeTown); return nil }))
	}
	b.ReportAllocs()
	b.ResetTimer()
	return largeTown
}

func fillLarge(tx *registry.Tx, r *registry.Registry) {
	put := func(err error) { check(err) }
	firsts := []string{"Lila", "Éliott", "Noé", "Inaya", "Zoé", "Mathis", "Aminata", "Soan", "Marie-Lou", "Ilyès"}
	lasts := []string{"Kerdoun", "Vasseur", "Tissier", "Diallo", "Œuvrard", "Roux", "Sarr", "Mercier", "D’Arvieu", "Amrani"}
	var children []data.ID[data.Child]
	for i := range 3000 {
		f := data.Family{Name: lasts[i%10] + lasts[i/10%10], Guardians: []data.Guardian{{LastName: lasts[i%10], Phone: fmt.Sprintf("06%08d", i)}}}
		put(registry.Put(tx, r.Families, &f))
		c := data.Child{
			FirstName: firsts[i%10] + firsts[i/10%10], LastName: fmt.Sprint(lasts[i/100%10], i), BirthDate: 20170101, FamilyID: f.ID,
			Pathway: data.Pathway{CommissionOn: 20220601, Decision: data.DecisionFavourable},
		}
		put(registry.Put(tx, r.Children, &c))
		children = append(children, c.ID)
	}
	w := data.Workshop{Name: "Atelier", Capacity: 7, Groups: 10, Sessions: 12, SessionMinutes: 60, MidBilanAfter: 6}
	put(registry.Put(tx, r.Workshops, &w))
	for year := 2022; year <= 2026; year++ {
		for n := range 60 {
			c := data.Cycle{WorkshopID: w.ID, Name: fmt.Sprint("Cycle ", n), SchoolYear: year, EndBilanDue: data.Date(year+1)*10000 + 131,
				Rule: data.DateRule{First: data.Date(year)*10000 + 1007, Count: 12}}
			put(registry.Put(tx, r.Cycles, &c))
			for k := range 10 {
				fillGroup(tx, r, &c, children[(n*10+k)*7%2900:][:7], k)
			}
		}
	}
}

func fillGroup(tx *registry.Tx, r *registry.Registry, c *data.Cycle, children []data.ID[data.Child], k int) {
	g := data.Group{CycleID: c.ID, Name: fmt.Sprint("Groupe ", k), Start: data.At(8+k, 0), LengthMinutes: 60, Capacity: 7}
	check(registry.Put(tx, r.Groups, &g))
	for _, child := range children {
		check(registry.Put(tx, r.Enrollments, &data.Enrollment{ChildID: child, CycleID: c.ID, GroupID: g.ID, State: data.Enrolled}))
	}
	day := data.NewDate(c.SchoolYear, 10, 7)
	for i := range 12 {
		s := data.Session{GroupID: g.ID, CycleID: c.ID, Number: i + 1, Date: day, Start: g.Start, LengthMinutes: 60}
		check(registry.Put(tx, r.Sessions, &s))
		a := data.Attendance{GroupID: g.ID}
		a.ID = data.ID[data.Attendance](s.ID)
		for _, child := range children {
			if (i+k)%9 != 0 {
				a.Set(child, data.Present)
			}
		}
		check(registry.Put(tx, r.Attendances, &a))
		day = day.AddDays(10)
	}
}

func BenchmarkHome(b *testing.B) {
	r := large(b)
	for b.Loop() {
		r.Home(today)
	}
}

func BenchmarkChildRows(b *testing.B) {
	r := large(b)
	for b.Loop() {
		r.ChildRows()
	}
}

func BenchmarkCycleRows(b *testing.B) {
	r := large(b)
	for b.Loop() {
		r.CycleRows(2026)
	}
}

func BenchmarkGroup(b *testing.B) {
	r := large(b)
	g := r.Groups.All()[0].ID
	for b.Loop() {
		r.Group(g)
	}
}

func BenchmarkChildFile(b *testing.B) {
	r := large(b)
	c := r.Children.All()[0].ID
	for b.Loop() {
		r.ChildFile(c, noMember)
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, query := range []string{"l", "lila", "eliott ke", "0600"} {
		b.Run(query, func(b *testing.B) {
			r := large(b)
			for b.Loop() {
				r.Search(query, 20)
			}
		})
	}
}
