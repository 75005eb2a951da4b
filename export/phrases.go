package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// Meta is what a paper does not find in its view.
type Meta struct {
	// Date is the day the paper is made, written in the file as its creation. The zero date writes none.
	Date data.Date
	// State is the number of the file's last change and JournalHead the first eight signs of the head of its journal:
	// printed, they anchor both outside the file. Zero and "" print nothing.
	State       uint64
	JournalHead string

	// Author is who makes the paper, when the paper does not say it better; Recipients are those it is for.
	Author     string
	Recipients []string
	// Large sets everything in at least 14 points, Grey in black and white: for any paper.
	Large, Grey bool
	// Missing, when it is not nil, is told the signs of the paper that no embedded font has, once it is written.
	Missing func(signs []rune)
}

// stamp is the state the paper was made from: "état n° 1 234 · journal a1b2c3d4".
func (m Meta) stamp() string {
	var said []string
	if m.State > 0 {
		said = append(said, "état n°\u00a0"+fr.Number(int(m.State)))
	}
	if m.JournalHead != "" {
		said = append(said, "journal "+m.JournalHead)
	}
	return strings.Join(said, " · ")
}

// Families read larger type than the team: 12 points in prose, and at least 14 everywhere in large print.
const (
	familyZoom = 12.0 / 11
	largeZoom  = 14.0 / 10
	largeType  = 14.0
)

// open begins a paper: the letterhead, with its date or state on the right, and what stands at the foot of every page.
// A reference, an author and recipients stand under the date.
func (m Meta) open(head registry.Letterhead, about pdf.Meta, right ...string) *pdf.Document {
	whole := m.document(head, about)
	d := pdf.New(whole)
	d.Letterhead(pdf.Letterhead{
		Logo: head.Logo, LogoAlt: logoAlt(head), From: sender(head), Contact: reached(head, whole.Zoom > 1),
		Right: there(right...), About: m.about(whole),
	})
	return d
}

// document completes what the typesetter wants to know of a document.
func (m Meta) document(head registry.Letterhead, about pdf.Meta) pdf.Meta {
	about.Date, about.Confidential, about.Stamp = m.Date, typo(head.Confidential), m.stamp()
	about.Author, about.Reference = cmp.Or(about.Author, m.Author), cmp.Or(about.Reference, m.made())
	about.Grey, about.Missing = m.Grey, m.Missing
	if m.Large {
		about.Zoom, about.Least = max(about.Zoom, largeZoom), largeType
	}
	return about
}

// referred is the reference of a record, "" when there is none.
func referred[T any](id data.ID[T]) string {
	if id.IsZero() {
		return ""
	}
	return id.Reference()
}

// made is the reference of a paper about no record: its day and the state of the file, "2027-01-14-1234".
func (m Meta) made() string {
	if !m.Date.Valid() || m.State == 0 {
		return ""
	}
	return fmt.Sprintf("%s-%d", m.Date, m.State)
}

// about is what stands small under the date: reference, author, recipients.
func (m Meta) about(d pdf.Meta) []string {
	recipients := there(m.Recipients...)
	to := fr.Plural(len(recipients), "Destinataire", "Destinataires")
	return there(labelled("Réf.\u00a0", d.Reference), labelled("Rédaction\u00a0: ", d.Author), labelled(to+"\u00a0: ", commas(recipients...)))
}

// labelled is a label and what it is about, or nothing when there is nothing.
func labelled(label, value string) string {
	if strings.TrimSpace(value) == "" {
		return ""
	}
	return label + value
}

// typo sets a text that somebody typed.
func typo(s string) string { return strings.TrimSpace(fr.Typo(s)) }

// sender is who writes: the left of the letterhead.
func sender(head registry.Letterhead) []string {
	var lines []string
	if team := typo(head.Team); team != "" {
		lines = append(lines, team)
	}
	if town := typo(head.Town); town != "" {
		lines = append(lines, "Ville "+fr.De(town))
	}
	return lines
}

// reached is where to write and to call: a line each when the type is large.
func reached(head registry.Letterhead, large bool) []string {
	lines := []string{commas(head.Address.Street, townLine(head.Address))}
	reach := there(fr.Phone(head.Phone), head.Email)
	if large {
		lines = append(lines, reach...)
	} else {
		lines = append(lines, strings.Join(reach, " · "))
	}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// townLine is the last line of an address, never cut between the code and the town.
func townLine(a data.Address) string { return strings.Join(there(a.PostCode, a.Town), "\u00a0") }

// logoAlt is read instead of the logo.
func logoAlt(head registry.Letterhead) string {
	if name := cmp.Or(typo(head.Team), typo(head.Town)); name != "" {
		return "Logo\u00a0: " + name
	}
	return "Logo de l’équipe"
}

// state is the right of the letterhead.
func state(draft bool, on data.Date) string {
	if draft {
		return "Brouillon du " + fr.DateLong(on)
	}
	return "Fait le " + fr.DateLong(on)
}

// there are the texts that say something.
func there(texts ...string) []string {
	var out []string
	for _, s := range texts {
		if s = typo(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// commas joins what is there.
func commas(parts ...string) string { return strings.Join(there(parts...), ", ") }

// groupLine names a workshop and its cycle: "Art-thérapie, cycle 1".
func groupLine(g registry.GroupName) string { return commas(g.Workshop.Name, fr.Lower(g.Cycle)) }

// months is a span in months: "d’octobre 2026 à janvier 2027", "de février à juin 2027", "en avril 2027".
func months(first, last data.Date) string {
	if !first.Valid() || !last.Valid() {
		return ""
	}
	end := fr.MonthYear(last)
	switch {
	case first.Year() != last.Year():
		return fr.De(fr.MonthYear(first)) + " à " + end
	case first.Month() != last.Month():
		return fr.De(fr.Month(first.Month())) + " à " + end
	}
	return "en " + end
}

// quoted puts between French quotes what somebody said, unless the text quotes already.
func quoted(s string) string {
	s = typo(s)
	if s == "" || strings.Contains(s, "«") {
		return s
	}
	if bare := strings.Trim(s, `"“”`); bare != "" && !strings.ContainsAny(bare, `"“”`) {
		s = strings.TrimSpace(bare)
	}
	return fr.Quote(fullStop(s))
}

// fullStop ends a text that lacks its last mark.
func fullStop(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:;,") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "»") {
		return s
	}
	return s + "."
}

// numberOf is a small count in words, as prose writes it: "une", "deux" … "neuf", then figures.
func numberOf(n int) string {
	if words := []string{"aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"}; n >= 0 && n < len(words) {
		return words[n]
	}
	return fr.Number(n)
}

// absences tells the absences after "9 séances sur 11": ", avec une absence excusée et deux absences non excusées".
func absences(sessions []registry.BilanSession) string {
	count := map[data.Mark]int{}
	for _, s := range sessions {
		if s.Kind == registry.CellMark {
			count[s.Mark]++
		}
	}
	var said []string
	if n := count[data.Excused]; n > 0 {
		said = append(said, numberOf(n)+" "+fr.Plural(n, "absence excusée", "absences excusées"))
	}
	if n := count[data.Absent]; n > 0 {
		said = append(said, numberOf(n)+" "+fr.Plural(n, "absence non excusée", "absences non excusées"))
	}
	if len(said) == 0 {
		return ""
	}
	return ", avec " + fr.List(said)
}

// otherSessions tells those that are in no rate: "Une séance a été annulée, deux sont à venir."
func otherSessions(r data.Regularity) string {
	var said []string
	add := func(n int, one, many string) {
		if n == 0 {
			return
		}
		noun := ""
		if len(said) == 0 {
			noun = " " + fr.Plural(n, "séance", "séances")
		}
		said = append(said, numberOf(n)+noun+" "+fr.Plural(n, one, many))
	}
	add(r.Cancelled, "a été annulée", "ont été annulées")
	add(r.NotEntered, "n’a pas été notée", "n’ont pas été notées")
	add(r.ToCome, "est à venir", "sont à venir")
	if len(said) == 0 {
		return ""
	}
	return fr.Capital(strings.Join(said, ", ")) + "."
}

// attended says in words how a child attended a session.
func attended(c registry.Cell, sex data.Sex) string {
	switch {
	case c.Kind == registry.CellToCome:
		return "à venir"
	case c.Kind == registry.CellNotExpected:
		return "pas encore du groupe"
	case c.Mark == data.Present:
		return "présent" + feminine(sex)
	case c.Mark == data.Late:
		return "en retard"
	case c.Mark == data.Excused:
		return "absent" + feminine(sex) + " excusé" + feminine(sex)
	case c.Mark == data.Absent:
		return "absent" + feminine(sex)
	case c.Mark == data.Cancelled:
		return "annulée"
	}
	return "non noté"
}

// feminine is the ending that agrees with a child.
func feminine(sex data.Sex) string {
	switch sex {
	case data.Girl:
		return "e"
	case data.Boy:
		return ""
	}
	return "·e"
}

// facilitatorFact names those who ran the sessions.
func facilitatorFact(who []registry.Adult) pdf.Fact {
	var names []string
	for _, a := range who {
		names = append(names, typo(a.Name))
	}
	fact := pdf.Fact{Label: "Intervenants", Value: fr.List(names)}
	if len(who) == 1 {
		fact.Label = fr.FacilitatorWord(who[0].Feminine)
	}
	return fact
}

// facilitatorSigns and keyWorkerSigns are the words under the lines where they sign.
func facilitatorSigns(a registry.Adult) string {
	return fr.Capital(fr.Le(fr.Lower(fr.FacilitatorWord(a.Feminine))))
}

func keyWorkerSigns(a registry.Adult) string {
	word := fr.KeyWorker(a.Feminine)
	switch a.Feminine {
	case data.Yes:
		return "La " + fr.Lower(word)
	case data.No:
		return "Le " + fr.Lower(word)
	}
	return word
}

// longBlock is, in bytes, what a narrow column can hold without becoming hard to read.
const longBlock = 700

func block(title, text string) pdf.Block { return pdf.Block{Title: title, Body: fullStop(typo(text))} }

// beside sets side by side the blocks that have a text, or one under the other when one of them is long.
func beside(d *pdf.Document, blocks ...pdf.Block) {
	var there []pdf.Block
	long := false
	for _, b := range blocks {
		if b.Body != "" {
			there = append(there, b)
			long = long || len(b.Body) > longBlock
		}
	}
	switch {
	case len(there) == 0:
	case long || len(there) == 1:
		for _, b := range there {
			d.Heading(b.Title)
			d.Paragraph(b.Body)
		}
	default:
		d.Columns(there...)
	}
}

// part is a heading and its text. Without text, a draft says that it is to be written and a final paper says nothing.
func part(d *pdf.Document, title, text string, draft bool) {
	text = typo(text)
	switch {
	case text != "":
		d.Heading(title)
		d.Paragraph(fullStop(text))
	case draft:
		d.Heading(title)
		d.Callout("À compléter")
	}
}

// made is the right of the letterhead: the day of a paper, when it is known.
func made(on data.Date) string {
	if !on.Valid() {
		return ""
	}
	return "Fait le " + fr.DateLong(on)
}
