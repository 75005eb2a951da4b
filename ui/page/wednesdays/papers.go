// Package wednesdays is the papers and calendars of the Wednesdays, as a page offers them: the poster of a day, the
// planning of its year, the calendars of the families, the lists of the facilitators, and files for a calendar program.
package wednesdays

import (
	"io"
	"strconv"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/ui/kit"
	"mercredi/ui/page"
)

// Menu is what can be printed of a day and of its school year.
func Menu(desk page.Desk, day data.Date) []kit.MenuItem {
	p := papers{desk, desk.Registry, desk.Meta(), day, int(calendar.SchoolYearOf(day))}
	items := []kit.MenuItem{
		p.poster("Affiche du jour, A4", export.PosterOptions{}),
		p.poster("Affiche du jour, A3", export.PosterOptions{A3: true}),
		p.poster("Affiche avec les prénoms, A3", export.PosterOptions{A3: true, Children: true}),
		p.season("Planning de l’année, A4", export.YearOptions{}),
		p.season("Planning de l’année, A3", export.YearOptions{A3: true}),
	}
	items[0].Detail, items[1].Detail = "Les salles et les heures, sans nom d’enfant", "Se lit de deux mètres"
	items[2].Detail, items[3].Detail, items[4].Detail = "Pour les locaux de l’équipe", "Tous les groupes, séance par séance", "Le même, plus grand"
	items[3].Line = true
	return append(items, append(p.families(), append(p.lists(), p.agendas()...)...)...)
}

// Families are the calendars of some children, one document each.
func Families(desk page.Desk, schoolYear int, children []registry.ChildName, o export.FamilyOptions) []page.Paper {
	p := papers{desk: desk, r: desk.Registry, meta: desk.Meta(), year: schoolYear}
	var out []page.Paper
	names := map[string]int{}
	for _, c := range children {
		name := numbered(names, "Calendrier "+fr.FullName(c.First, c.Last))
		out = append(out, page.Paper{
			Name: export.SafeName(name + ".pdf"), What: "Calendrier de la famille", Children: []data.ID[data.Child]{c.ID},
			Render: func(w io.Writer) error {
				v, ok := p.r.FamilyCalendar(c.ID, p.year)
				if !ok {
					return registry.ErrGone
				}
				return export.FamilyCalendar(w, p.meta, v, o)
			},
		})
	}
	return out
}

// FamilyAgenda is the calendar of one child for a calendar program.
func FamilyAgenda(desk page.Desk, schoolYear int, child data.ID[data.Child]) page.Paper {
	p := papers{desk: desk, r: desk.Registry, meta: desk.Meta(), year: schoolYear}
	paper := p.agenda("Agenda", registry.AgendaOf{Child: child})
	paper.Children = []data.ID[data.Child]{child}
	return paper
}

// FacilitatorList is the list of a facilitator for a day or a cycle.
func FacilitatorList(desk page.Desk, name string, of registry.FacilitatorListOf) page.Paper {
	r, meta := desk.Registry, desk.Meta()
	var children []data.ID[data.Child]
	if v, ok := r.FacilitatorList(of); ok {
		for _, g := range v.Groups {
			for _, c := range g.Children {
				children = append(children, c.ID)
			}
		}
	}
	return page.Paper{
		Name: export.SafeName("Liste " + fr.De(name) + ".pdf"), What: "Liste d’un intervenant", Children: children,
		Render: func(w io.Writer) error {
			v, ok := r.FacilitatorList(of)
			if !ok {
				return registry.ErrGone
			}
			return export.FacilitatorList(w, meta, v)
		},
	}
}

// papers are those of a day and of its school year.
type papers struct {
	desk page.Desk
	r    *registry.Registry
	meta export.Meta
	day  data.Date
	year int
}

// numbered tells apart two papers of one name.
func numbered(used map[string]int, name string) string {
	if used[name]++; used[name] > 1 {
		return name + " " + strconv.Itoa(used[name])
	}
	return name
}

func (p papers) season(title string, o export.YearOptions) kit.MenuItem {
	sheet := " A4"
	if o.A3 {
		sheet = " A3"
	}
	return kit.MenuItem{Icon: "calendar-days", Title: title, Do: func() {
		p.desk.Papers.Print(page.Paper{
			Name: export.SafeName("Planning " + calendar.SchoolYear(p.year).String() + sheet + ".pdf"), What: "Planning de l’année",
			Render: func(w io.Writer) error { return export.YearPlanning(w, p.meta, p.r.Season(p.year), o) },
		})
	}}
}

func (p papers) poster(title string, o export.PosterOptions) kit.MenuItem {
	sheet := " A4"
	if o.A3 {
		sheet = " A3"
	}
	return kit.MenuItem{Icon: "printer", Title: title, Do: func() {
		paper := page.Paper{
			Name: export.SafeName("Affiche " + fr.Date(p.day) + sheet + ".pdf"), What: "Affiche du mercredi",
			Render: func(w io.Writer) error { return export.WednesdayPoster(w, p.meta, p.r.WednesdayPoster(p.day), o) },
		}
		if o.Children {
			for _, c := range p.r.ExpectedOn(p.day) {
				paper.Children = append(paper.Children, c.ID)
			}
		}
		p.desk.Papers.Print(paper)
	}}
}

// families are the calendars of the children expected that day, and of all those of the year.
func (p papers) families() []kit.MenuItem {
	item := func(title string, children []registry.ChildName, o export.FamilyOptions) kit.MenuItem {
		m := kit.MenuItem{Icon: "files", Title: title, Detail: fr.Count(len(children), "famille", "familles") + ", dans un dossier", Do: func() {
			p.desk.Papers.PrintAll(export.SafeName(title), Families(p.desk, p.year, children, o))
		}}
		if len(children) == 0 {
			m.Reason = "Aucun enfant n’a de place"
		}
		return m
	}
	day, year := p.r.ExpectedOn(p.day), p.r.ExpectedIn(p.year)
	out := []kit.MenuItem{
		item("Calendriers des familles du jour", day, export.FamilyOptions{}),
		item("Calendriers des familles de l’année", year, export.FamilyOptions{}),
		item("Calendriers en gros caractères", year, export.FamilyOptions{Large: true}),
	}
	out[0].Line = true
	return out
}

// lists are those of the facilitators of the day.
func (p papers) lists() []kit.MenuItem {
	who := p.r.FacilitatorsOn(p.day)
	item := func(title string, phones bool) kit.MenuItem {
		m := kit.MenuItem{Icon: "clipboard-list", Title: title, Detail: fr.Count(len(who), "liste", "listes") + ", dans un dossier", Do: func() {
			var all []page.Paper
			for _, f := range who {
				all = append(all, FacilitatorList(p.desk, f.Name, registry.FacilitatorListOf{Facilitator: f.ID, Date: p.day, Phones: phones}))
			}
			p.desk.Papers.PrintAll(export.SafeName("Listes "+fr.Date(p.day)), all)
		}}
		if len(who) == 0 {
			m.Reason = "Aucune séance ce jour-là"
		}
		return m
	}
	out := []kit.MenuItem{item("Listes des intervenants", false), item("Listes avec les téléphones", true)}
	out[0].Line = true
	return out
}

// agendas are for a calendar program.
func (p papers) agendas() []kit.MenuItem {
	team := kit.MenuItem{Icon: "calendar-check", Title: "Agenda de l’équipe", Detail: "Un fichier .ics, pour un logiciel d’agenda", Line: true,
		Do: func() { p.desk.Papers.Print(p.agenda("Agenda de l’équipe", registry.AgendaOf{})) }}
	each := kit.MenuItem{Icon: "calendar-check", Title: "Agendas des intervenants et des salles", Detail: "Un fichier .ics pour chacun, dans un dossier", Do: func() {
		var all []page.Paper
		names := map[string]int{}
		for _, f := range p.r.FacilitatorsIn(p.year) {
			all = append(all, p.agenda(numbered(names, "Agenda "+fr.De(f.Name)), registry.AgendaOf{Facilitator: f.ID}))
		}
		for _, room := range p.r.Rooms.All() {
			all = append(all, p.agenda(numbered(names, "Agenda, "+room.Name), registry.AgendaOf{Room: room.ID}))
		}
		p.desk.Papers.PrintAll(export.SafeName("Agendas "+calendar.SchoolYear(p.year).String()), all)
	}}
	return []kit.MenuItem{team, each}
}

func (p papers) agenda(name string, of registry.AgendaOf) page.Paper {
	of.SchoolYear = p.year
	return page.Paper{
		Name: export.SafeName(name + ".ics"), What: "Agenda", Act: journal.Exported,
		Render: func(w io.Writer) error {
			v, ok := p.r.Agenda(of)
			if !ok {
				return registry.ErrGone
			}
			return export.Agenda(w, p.meta, v)
		},
	}
}
