package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/export"
)

// wednesdays writes the papers and the calendars of a Wednesday and of its school year into a folder.
func wednesdays(w World, l line) error {
	out, err := l.need("sortie")
	if err != nil {
		return err
	}
	return during(w, l, func(r *registry.Registry) error {
		p := wednesdayPrinter{World: w, registry: r, out: out}
		if err := p.choose(l); err != nil {
			return err
		}
		defer debug.SetGCPercent(debug.SetGCPercent(batchGC))
		for _, write := range []func() error{p.day, p.season, p.families, p.facilitators, p.rooms} {
			if err := write(); err != nil {
				return err
			}
		}
		fmt.Fprintf(w.Stdout, "%s, année %v\u00a0: %s dans «\u00a0%s\u00a0».\n", fr.Capital(fr.Date(p.date)), calendar.SchoolYear(p.year),
			fr.Count(p.written, "document", "documents"), out)
		return r.Printed(journal.Printed, "documents des mercredis, "+calendar.SchoolYear(p.year).String(), p.children...)
	})
}

// wednesdayPrinter writes the papers of one Wednesday and of its year.
type wednesdayPrinter struct {
	World
	registry *registry.Registry
	out      string
	date     data.Date
	year     int
	written  int
	children []data.ID[data.Child]
}

// choose reads the day and the school year: the next Wednesday, and the year of the day.
func (p *wednesdayPrinter) choose(l line) (err error) {
	today := p.registry.Today()
	if p.date, err = data.ParseDate(l.values["date"]); err != nil { // not as in the help: as people type it
		if p.date, err = l.date("date", today); err != nil {
			return err
		}
	}
	of := int(calendar.SchoolYearOf(today))
	if p.date.IsZero() {
		p.date = p.registry.Home(today).Next.Date
	} else {
		of = int(calendar.SchoolYearOf(p.date))
	}
	p.year, err = l.number("annee", of, 2000, 2100)
	return err
}

// file writes one document. Its name is made of references, never of a child's name.
func (p *wednesdayPrinter) file(dir, name string, render func(io.Writer) error) error {
	folder := filepath.Join(p.out, dir)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("making a folder for papers: %w", &outputError{err})
	}
	p.written++
	return p.document(filepath.Join(folder, name), render)
}

// day writes the poster, on both sheets.
func (p *wednesdayPrinter) day() error {
	v := p.registry.WednesdayPoster(p.date)
	for name, o := range map[string]export.PosterOptions{"a4": {}, "a3": {A3: true}} {
		err := p.file("", "affiche-"+p.date.String()+"-"+name+".pdf", func(w io.Writer) error { return export.WednesdayPoster(w, p.meta(), v, o) })
		if err != nil {
			return err
		}
	}
	return nil
}

// season writes the planning of the year, on both sheets, and the calendar of the team.
func (p *wednesdayPrinter) season() error {
	v, name := p.registry.Season(p.year), "planning-"+calendar.SchoolYear(p.year).String()
	for sheet, o := range map[string]export.YearOptions{"a4": {}, "a3": {A3: true}} {
		err := p.file("", name+"-"+sheet+".pdf", func(w io.Writer) error { return export.YearPlanning(w, p.meta(), v, o) })
		if err != nil {
			return err
		}
	}
	return p.agenda("", "agenda-equipe", registry.AgendaOf{})
}

func (p *wednesdayPrinter) agenda(dir, name string, of registry.AgendaOf) error {
	of.SchoolYear = p.year
	v, ok := p.registry.Agenda(of)
	if !ok {
		return nil
	}
	return p.file(dir, name+".ics", func(w io.Writer) error { return export.Agenda(w, p.meta(), v) })
}

// families writes the calendar of each child, in both sizes of type, and for a calendar program.
func (p *wednesdayPrinter) families() error {
	for _, c := range p.registry.ExpectedIn(p.year) {
		v, ok := p.registry.FamilyCalendar(c.ID, p.year)
		if !ok {
			continue
		}
		p.children = append(p.children, c.ID)
		for name, o := range map[string]export.FamilyOptions{"calendrier-": {}, "calendrier-gros-": {Large: true}} {
			err := p.file("familles", name+v.Reference+".pdf", func(w io.Writer) error { return export.FamilyCalendar(w, p.meta(), v, o) })
			if err != nil {
				return err
			}
		}
		if err := p.agenda("familles", "agenda-"+v.Reference, registry.AgendaOf{Child: c.ID}); err != nil {
			return err
		}
	}
	return nil
}

// facilitators writes the lists of the day, and the calendar of each for the year.
func (p *wednesdayPrinter) facilitators() error {
	for _, f := range p.registry.FacilitatorsOn(p.date) {
		v, ok := p.registry.FacilitatorList(registry.FacilitatorListOf{Facilitator: f.ID, Date: p.date})
		if !ok {
			continue
		}
		err := p.file("intervenants", "liste-"+p.date.String()+"-"+f.ID.Reference()+".pdf", func(w io.Writer) error {
			return export.FacilitatorList(w, p.meta(), v)
		})
		if err != nil {
			return err
		}
	}
	for _, f := range p.registry.FacilitatorsIn(p.year) {
		if err := p.agenda("intervenants", "agenda-"+f.ID.Reference(), registry.AgendaOf{Facilitator: f.ID}); err != nil {
			return err
		}
	}
	return nil
}

// rooms writes the calendar of each room.
func (p *wednesdayPrinter) rooms() error {
	for _, room := range p.registry.Rooms.All() {
		if err := p.agenda("salles", "agenda-"+room.ID.Reference(), registry.AgendaOf{Room: room.ID}); err != nil {
			return err
		}
	}
	return nil
}
