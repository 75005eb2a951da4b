package sample

import (
	"strings"
	"time"

	"mercredi/data"
)

// leaveTraces writes the news of each child: calls, meetings, words of the school and of partners.
func (b *builder) leaveTraces() {
	kinds := []struct {
		kind    data.NoteKind
		section string
	}{
		{data.NoteCall, "call"}, {data.NoteCall, "call"}, {data.NoteMeeting, "meeting"},
		{data.NoteSchool, "schoolnote"}, {data.NotePartner, "partnernote"},
	}
	for _, k := range b.kids {
		if k.first == "Lila" && k.part != nil {
			b.noteLila(k)
			continue
		}
		from, to := b.town.Children[k.index].Pathway.SpottedOn, b.opts.Today
		if k.to != 0 {
			to = data.NewDate(k.to+1, time.July, 2)
		}
		for range b.draw.between(1, 5) {
			x := oneOf(b.draw, kinds)
			title, text, _ := strings.Cut(b.pick(x.section, 1, k, ""), "|")
			on := weekday(from.AddDays(b.draw.between(1, max(1, from.DaysUntil(to)-1))), -1)
			if on = beforeSummer(on); on < from {
				continue
			}
			b.addNote(k, data.Note{On: on, Kind: x.kind, Title: title, Text: text, Private: b.draw.chance(6)})
		}
	}
}

// weekday moves a day of the week-end to the working day before or after.
func weekday(d data.Date, step int) data.Date {
	for d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
		d = d.AddDays(step)
	}
	return d
}

// beforeSummer moves a day of July or August to the spring: nobody calls then.
func beforeSummer(d data.Date) data.Date {
	if d.Month() == time.July || d.Month() == time.August {
		return d.AddDays(-70)
	}
	return d
}

func (b *builder) addNote(k *kid, n data.Note) {
	if n.On >= b.opts.Today {
		return
	}
	n.ChildID, n.AuthorID = b.town.Children[k.index].ID, k.keyWorker
	n.ID = id[data.Note](b.draw)
	b.town.Notes = append(b.town.Notes, n)
}

// noteLila writes the news of the mockup, as far as they have happened.
func (b *builder) noteLila(k *kid) {
	y := b.year
	for _, n := range []data.Note{
		{On: data.NewDate(y, time.May, 12), Kind: data.NoteSchool, Title: "Repérage par l’école",
			Text: "L’enseignante décrit une élève discrète, qui se retire des jeux."},
		{On: data.NewDate(y, time.June, 2), Kind: data.NoteMeeting, Title: "Rencontre avec la mère",
			Text: "Elle souhaite un lieu où Lila puisse s’exprimer."},
		{On: data.NewDate(y, time.December, 2), Kind: data.NotePartner, Title: "Fiche de liaison envoyée",
			Text: "Au CMP enfants, avec l’accord de la famille."},
		{On: data.NewDate(y, time.December, 9), Kind: data.NoteMeeting, Title: "Bilan de mi-cycle remis",
			Text: "Lu avec la mère au PRE. Copie à l’école, avec accord."},
		{On: data.NewDate(y, time.December, 22), Kind: data.NotePartner, Title: "Premier entretien au CMP enfants",
			Text: "20 jours après la demande. 3 entretiens à ce jour, sur 20."},
		{On: data.NewDate(y+1, time.January, 8), Kind: data.NoteCall, Title: "Appel à la mère",
			Text: "Contente des ateliers. Préfère les rendez-vous après 17 h."},
	} {
		b.addNote(k, n)
	}
}
