package catalogue

import (
	"fmt"
	"io"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// FirstNames asks for the children, by first name and initial.
const FirstNames Key = "prenoms"

// wednesdays are what is put on the wall of the Wednesdays, and what families and facilitators are given.
var wednesdays = []Document{
	{
		Key: "affiche", Title: "Affiche du mercredi", Purpose: "Les salles et les heures d’un jour, à afficher", About: AboutDay,
		Options: []Option{
			{Key: A3, Label: "En A3", Detail: "Se lit de plus loin"},
			{Key: FirstNames, Label: "Avec les prénoms", Detail: "Pour les locaux de l’équipe seulement"},
		},
		OneSize:  "Une affiche se lit déjà de deux mètres.",
		Subjects: days, Make: poster,
	},
	{
		Key: "planning", Title: "Planning de l’année", Purpose: "Tous les groupes, semaine par semaine", About: AboutYear,
		Options:  []Option{{Key: A3, Label: "En A3", Detail: "Le même, plus grand"}},
		OneSize:  "Une année tient sur une page\u00a0: demandez-la en A3 pour l’agrandir.",
		Subjects: years, Make: planning,
	},
	{
		Key: "calendrier-famille", Title: "Calendrier de la famille", Purpose: "Les jours d’un enfant, en toutes lettres", About: AboutChild,
		Subjects: placed, Make: familyCalendar,
	},
	{
		Key: "liste-intervenant", Title: "Liste d’un intervenant", Purpose: "Les groupes qu’il reçoit un jour", About: AboutPerson,
		Options:  []Option{{Key: Phones, Label: "Avec les téléphones", Detail: "Ceux des adultes de chaque famille"}},
		Subjects: facilitators, Make: facilitatorList,
	},
}

// days are those of the school year that have sessions, the next one first.
func days(r *registry.Registry) []Choice {
	var next, past []Choice
	for _, s := range sessions(r) {
		c := Choice{Subject: Subject{Day: s.Day}, Label: fr.Capital(fr.Date(s.Day))}
		if s.Day >= r.Today() {
			next = append(next, c)
		} else {
			past = append(past, c)
		}
	}
	byDay := func(a, b Choice) int { return int(a.Day) - int(b.Day) }
	slices.SortFunc(next, byDay)
	slices.SortFunc(past, func(a, b Choice) int { return byDay(b, a) })
	return slices.CompactFunc(append(next, past...), func(a, b Choice) bool { return a.Day == b.Day })
}

// years are the school years that have cycles, the one on screen first.
func years(r *registry.Registry) []Choice {
	shown := r.Settings().SchoolYear
	if shown == 0 {
		shown = int(calendar.SchoolYearOf(r.Today()))
	}
	all := []int{shown}
	for _, c := range r.CycleRows(0) {
		if !slices.Contains(all, c.SchoolYear) {
			all = append(all, c.SchoolYear)
		}
	}
	var out []Choice
	for _, y := range all {
		out = append(out, Choice{Subject: Subject{SchoolYear: y}, Label: yearWords(y)})
	}
	return out
}

func yearWords(y int) string { return fmt.Sprintf("Année %v", calendar.SchoolYear(y)) }

func poster(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v := r.WednesdayPoster(s.Day)
	o := export.PosterOptions{A3: with.Has(A3), Children: with.Has(FirstNames)}
	p := Paper{Reference: s.Day.String(), Write: func(w io.Writer) error { return export.WednesdayPoster(w, m, v, o) }}
	if o.Children {
		for _, c := range r.ExpectedOn(s.Day) {
			p.Children = append(p.Children, c.ID)
		}
		p.Warnings = append(p.Warnings, "Cette affiche porte des prénoms\u00a0: elle reste dans les locaux de l’équipe.")
	}
	return p, nil
}

func planning(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v := r.Season(s.SchoolYear)
	return Paper{
		Reference: calendar.SchoolYear(s.SchoolYear).String(),
		Write:     func(w io.Writer) error { return export.YearPlanning(w, m, v, export.YearOptions{A3: with.Has(A3)}) },
	}, nil
}

// placed are the children who have a place in a school year.
func placed(r *registry.Registry) []Choice {
	var out []Choice
	for _, y := range years(r) {
		for _, c := range r.ExpectedIn(y.SchoolYear) {
			out = append(out, Choice{Subject: Subject{Child: c.ID, SchoolYear: y.SchoolYear}, Label: fr.FullName(c.First, c.Last), Detail: y.Label})
		}
	}
	return out
}

func familyCalendar(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	year := s.SchoolYear
	if year == 0 { // asked from the file of the child
		year = years(r)[0].SchoolYear
	}
	v, ok := r.FamilyCalendar(s.Child, year)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	c, _ := r.Children.Get(s.Child)
	return Paper{Reference: s.Child.Reference(), Named: fr.FullName(c.FirstName, c.LastName), Children: []data.ID[data.Child]{s.Child},
		Write: func(w io.Writer) error { return export.FamilyCalendar(w, m, v, export.FamilyOptions{Large: m.Large}) }}, nil
}

// facilitators are those of each day.
func facilitators(r *registry.Registry) []Choice {
	var out []Choice
	for _, d := range days(r) {
		for _, f := range r.FacilitatorsOn(d.Day) {
			out = append(out, Choice{Subject: Subject{Facilitator: f.ID, Day: d.Day}, Label: f.Name, Detail: d.Label})
		}
	}
	return out
}

func facilitatorList(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v, ok := r.FacilitatorList(registry.FacilitatorListOf{Facilitator: s.Facilitator, Date: s.Day, Phones: with.Has(Phones)})
	if !ok {
		return Paper{}, registry.ErrGone
	}
	p := Paper{Reference: s.Facilitator.Reference() + " " + s.Day.String(), Named: fr.Join(v.Facilitator.Name, s.Day.String()),
		Write: func(w io.Writer) error { return export.FacilitatorList(w, m, v) }}
	for _, g := range v.Groups {
		for _, c := range g.Children {
			p.Children = append(p.Children, c.ID)
		}
	}
	return p, nil
}
