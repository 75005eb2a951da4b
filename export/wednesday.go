package export

import (
	"io"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// PosterOptions choose the sheet of a Wednesday poster.
type PosterOptions struct {
	A3 bool
	// Children writes first names and initials in the groups. A family name is never on a poster.
	Children bool
}

// WednesdayPoster writes the poster of a day of workshops: hours by room, to be read from two metres.
func WednesdayPoster(w io.Writer, m Meta, v registry.WednesdayPosterView, o PosterOptions) error {
	return wednesdayPoster(m, v, o).Write(w)
}

func wednesdayPoster(m Meta, v registry.WednesdayPosterView, o PosterOptions) *pdf.Document {
	v.Confidential, m.Large = "", false // it is read from two metres already
	if o.Children {
		v.Confidential = "Cette affiche nomme des enfants\u00a0: elle reste dans les locaux de l’équipe."
	}
	title := fr.Capital(fr.Date(v.Date))
	d := pdf.New(m.document(v.Letterhead, pdf.Meta{Title: "Affiche, " + title, Reference: typo(v.Team), Landscape: true, Wide: true, A3: o.A3}))
	p := posterPaper{v, o}
	poster := pdf.Poster{
		Title: title, Aside: p.rank(), Columns: p.columns(), Empty: p.nothing(), Notes: p.notes(), Whole: inFull,
		Hour: func(minute int) string { return fr.Time(data.TimeOfDay(minute)) },
	}
	for _, b := range v.Breaks {
		poster.Breaks = append(poster.Breaks, pdf.PosterBreak{From: int(b.From), To: int(b.To), Label: "Pause, " + fr.TimeSpan(b.From, int(b.To-b.From)), Brief: "Pause"})
	}
	d.Poster(poster)
	return d
}

// inFull is over the list of what a drawing had no room to say whole.
const inFull = "En toutes lettres"

// posterPaper is a poster being written.
type posterPaper struct {
	registry.WednesdayPosterView
	PosterOptions
}

// rank is the place of the day in the year: "11e sur 30".
func (p posterPaper) rank() string {
	switch {
	case p.Number > 0:
		return fr.Ordinal(p.Number) + " sur " + fr.Number(p.Of)
	case p.Reason.State == calendar.StateWorking || p.Reason.State == calendar.StateUnknown:
		return ""
	}
	return dayOff(p.Reason)
}

// dayOff names why a day has no workshop: "Vacances de la Toussaint", "Armistice de 1918, jour férié".
func dayOff(r calendar.Reason) string {
	switch r.State {
	case calendar.StateSchoolHolidays:
		return holidays(r.Name)
	case calendar.StatePublicHoliday:
		return commas(fr.Capital(r.Name), "jour férié")
	case calendar.StateClosing:
		if r.Name == "" {
			return "Fermeture"
		}
		return "Fermeture\u00a0: " + typo(r.Name)
	}
	return ""
}

// holidays names school holidays; the tables of the calendar give whole names, a team may type short ones.
func holidays(name string) string {
	if name = typo(name); name != "" {
		return fr.Capital(name)
	}
	return "Vacances scolaires"
}

func (p posterPaper) nothing() string {
	if off := dayOff(p.Reason); off != "" {
		return "Pas d’atelier ce jour-là.\n" + off + "."
	}
	return "Aucun atelier n’est prévu ce jour-là."
}

// columns are the rooms where something happens, with the sessions whose hour is known.
func (p posterPaper) columns() []pdf.PosterColumn {
	var out []pdf.PosterColumn
	for _, room := range p.Rooms {
		c := pdf.PosterColumn{Title: typo(fr.Numbered(room.Name)), Sub: typo(room.Site)}
		if room.ID.IsZero() {
			c.Title = "Salle à préciser"
		}
		for _, s := range p.Sessions {
			if s.RoomID == room.ID && s.Start != 0 {
				c.Blocks = append(c.Blocks, p.block(s))
			}
		}
		if len(c.Blocks) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// unsaidMinutes is how long a session is drawn when its length is not said.
const unsaidMinutes = 60

func (p posterPaper) block(s registry.WednesdaySession) pdf.PosterBlock {
	minutes := s.LengthMinutes
	if minutes == 0 {
		minutes = unsaidMinutes
	}
	b := pdf.PosterBlock{
		From: int(s.Start), To: int(s.Start) + minutes, Tone: pdf.Tone(s.Workshop.Discipline), Icon: disciplineIcon(s.Workshop.Discipline),
		Title: typo(s.Workshop.Name), Brief: fr.Time(s.Start),
		Lines: []string{fr.TimeSpan(s.Start, s.LengthMinutes)}, Off: s.State == data.SessionCancelled,
	}
	if group := groupLabel(s); group != "" {
		b.Lines = append(b.Lines, group)
	}
	switch {
	case b.Off:
		b.Lines, b.Brief = append([]string{"Annulée"}, b.Lines...), ""
	case !s.MovedFrom.IsZero() && s.MovedFrom != s.Date:
		b.Lines = append(b.Lines, "au lieu du "+fr.DayMonth(s.MovedFrom))
	}
	if p.Children && !b.Off && len(s.Children) > 0 {
		b.Small = []string{shortChildren(s.Children)}
	}
	return b
}

// groupLabel is what stands for a group on a paper that others read: its name, or what kind of session it is.
func groupLabel(s registry.WednesdaySession) string {
	switch {
	case s.Group != "":
		return typo(fr.Numbered(fr.Capital(s.Group)))
	case s.Workshop.Format == data.WithFamily:
		return "Rendez-vous"
	case s.Workshop.Format == data.Individual || s.Places == 1:
		return "Individuel"
	}
	return ""
}

// groupWord is groupLabel in the middle of a sentence.
func groupWord(s registry.WednesdaySession) string {
	if s.Group != "" {
		return typo(fr.GroupWord(s.Group))
	}
	return fr.Lower(groupLabel(s))
}

// shortChildren are first names and initials: "Lila K., Noé T."
func shortChildren(all []registry.ShortChild) string {
	var names []string
	for _, c := range all {
		names = append(names, fr.ShortName(typo(c.First), c.Initial))
	}
	return strings.Join(names, ", ")
}

// disciplineIcon is the pictogram of a discipline, as on screen.
func disciplineIcon(d data.Discipline) string {
	switch d {
	case data.ArtTherapy:
		return "palette"
	case data.Sophrology:
		return "wind"
	case data.Psychoeducation:
		return "compass"
	case data.Psychologist:
		return "messages-square"
	case data.SocialSkills:
		return "lightbulb"
	case data.SchoolSupport:
		return "book-open"
	}
	return "shapes"
}

// notes are what the grid cannot show: sessions that went to another day, and those without an hour.
func (p posterPaper) notes() []string {
	var out []string
	for _, s := range p.Away {
		out = append(out, commas(s.Workshop.Name, groupWord(s))+"\u00a0: séance reportée au "+fr.Date(s.Date)+at(s.Start)+".")
	}
	for _, s := range p.Sessions {
		if s.Start == 0 {
			out = append(out, commas(s.Workshop.Name, groupWord(s), s.Room)+"\u00a0: heure à préciser.")
		}
	}
	return out
}

// at is an hour in a sentence: " à 14 h".
func at(t data.TimeOfDay) string {
	if t == 0 {
		return ""
	}
	return " à " + fr.Time(t)
}
