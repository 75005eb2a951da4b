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
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/printing"
)

// Menu is what can be printed of a day and of its school year, each entry opening the sheet on itself.
func Menu(desk page.Desk, day data.Date) []kit.MenuItem {
	p := papers{desk, desk.Registry, desk.Meta(), day, int(calendar.SchoolYearOf(day))}
	return append(append([]kit.MenuItem{
		p.item("Affiche du jour", "Les salles et les heures, en A4 ou en A3", printing.Ask{Hand: catalogue.Subject{Day: day}, Key: "affiche"}),
		p.item("Planning de l’année", "Tous les groupes, séance par séance", printing.Ask{Hand: p.ofYear(), Key: "planning"}),
	}, p.handed()...), p.agendas()...)
}

// papers are those of a day and of its school year.
type papers struct {
	desk page.Desk
	r    *registry.Registry
	meta export.Meta
	day  data.Date
	year int
}

func (p papers) ofYear() catalogue.Subject { return catalogue.Subject{SchoolYear: p.year} }

func (p papers) item(title, detail string, a printing.Ask) kit.MenuItem {
	return kit.MenuItem{Icon: "printer", Title: title, Detail: detail, Do: func() { printing.Show(p.desk, a) }}
}

// handed are what families and facilitators receive.
func (p papers) handed() []kit.MenuItem {
	expected, all := p.r.ExpectedOn(p.day), p.r.ExpectedIn(p.year)
	today := map[data.ID[data.Child]]bool{}
	for _, c := range expected {
		today[c.ID] = true
	}
	families := func(title string, n int, only func(catalogue.Subject) bool) kit.MenuItem {
		m := p.item(title, fr.Count(n, "famille", "familles"), printing.Ask{Hand: p.ofYear(), Key: "calendrier-famille", All: true, Only: only})
		m.Icon = "files"
		if n == 0 {
			m.Reason = "Aucun enfant n’a de place"
		}
		return m
	}
	ofDay := families("Calendriers des familles du jour", len(expected), func(s catalogue.Subject) bool { return today[s.Child] })
	ofDay.Line = true
	n := len(p.r.FacilitatorsOn(p.day))
	lists := p.item("Listes des intervenants", fr.Count(n, "liste", "listes")+", avec ou sans les téléphones",
		printing.Ask{Hand: catalogue.Subject{Day: p.day}, Key: "liste-intervenant", All: true})
	lists.Icon = "clipboard-list"
	if n == 0 {
		lists.Reason = "Aucune séance ce jour-là"
	}
	return []kit.MenuItem{ofDay, families("Calendriers des familles de l’année", len(all), nil), lists}
}

// agendas are for a calendar program: files, not papers.
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

// numbered tells apart two files of one name.
func numbered(used map[string]int, name string) string {
	if used[name]++; used[name] > 1 {
		return name + " " + strconv.Itoa(used[name])
	}
	return name
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
