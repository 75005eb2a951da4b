package export

import (
	"io"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// WholeFile writes all that is kept about one child, for the family who asks for it (RGPD, article 15). Names of other
// people were masked in the view; the list of those found, which is for the team, is not printed.
func WholeFile(w io.Writer, m Meta, v registry.WholeFileView) error {
	return wholeFile(m, v).Write(w)
}

func wholeFile(m Meta, v registry.WholeFileView) *pdf.Document {
	v.Confidential = "Dossier remis à la famille à sa demande. Il rapporte des observations, non un diagnostic."
	p := wholePaper{WholeFileView: v}
	title := "Dossier " + fr.De(fr.FullName(v.Child.FirstName, v.Child.LastName))
	p.d = m.open(v.Letterhead, pdf.Meta{Title: title, Subject: "Droit d’accès", Reference: v.Reference}, made(v.On))
	p.d.Title(title, "Tout ce que le programme garde au sujet de l’enfant")
	p.d.Note("Les noms d’autres personnes sont remplacés par " + fr.Quote(fr.OtherPerson) + ". Les bilans de groupe et les notes de séance, " +
		"qui parlent de plusieurs enfants, ne figurent pas ici.")
	p.identity()
	p.family()
	p.pathway()
	p.consents()
	p.notes()
	for _, x := range v.Places {
		p.place(x)
	}
	for _, x := range v.Evaluations {
		p.evaluation(x)
	}
	for _, x := range v.Bilans {
		p.bilan(x)
	}
	p.cases()
	p.referrals()
	p.interviews()
	p.accesses()
	return p.d
}

// wholePaper is a whole file being written.
type wholePaper struct {
	registry.WholeFileView
	d *pdf.Document
}

// lines writes the labels that have a value; false when there is none.
func (p *wholePaper) lines(title string, pairs ...[2]string) bool {
	var items []string
	for _, x := range pairs {
		if value := typo(x[1]); value != "" {
			items = append(items, x[0]+"\u00a0: "+value)
		}
	}
	if len(items) == 0 {
		return false
	}
	p.d.Heading(title)
	p.d.List(items)
	return true
}

func (p *wholePaper) identity() {
	c := p.Child
	var kept string
	if c.KeepUntil.Valid() {
		kept = commas("jusqu’au "+fr.DateLong(c.KeepUntil), c.KeepReason)
	}
	p.lines("Identité", [2]string{"Prénom", c.FirstName}, [2]string{"Nom", c.LastName}, [2]string{"Sexe", fr.Sex(c.Sex)},
		[2]string{"Date de naissance", fr.DateLong(c.BirthDate)}, [2]string{"École", commas(p.School.Name, fr.Grade(c.Grade))},
		[2]string{"Réseau de l’école", fr.Network(p.School.Network)}, [2]string{"Vit en quartier prioritaire", fr.Answer(c.PriorityArea)},
		[2]string{fr.KeyWorker(p.KeyWorker.Feminine), p.KeyWorker.Name}, [2]string{"Points repérés", strings.Join(c.Fragilities, ", ")},
		[2]string{"Points d’appui", strings.Join(c.Strengths, ", ")}, [2]string{"Venue de l’enfant", c.PickUp},
		[2]string{"Ne peut pas venir", strings.Join(busy(c), "\u00a0; ")}, [2]string{"Accompagnement depuis l’école", saidOnly(c.NeedsEscort)},
		[2]string{"Vient de préférence", preference(c.Prefers)}, [2]string{"Remarques", c.Notes},
		[2]string{"Dossier conservé", kept})
}

// busy are the hours when the child cannot come.
func busy(c data.Child) []string {
	var out []string
	for _, h := range c.Busy {
		out = append(out, fr.WeekHours(h))
	}
	return out
}

// saidOnly is an answer, "" when it was not given.
func saidOnly(a data.Answer) string {
	if a == data.Unsaid {
		return ""
	}
	return fr.Answer(a)
}

// preference is a half of the day, "" when either suits.
func preference(h data.HalfDay) string {
	if h == data.AnyHalf {
		return ""
	}
	return fr.HalfDay(h)
}

func (p *wholePaper) family() {
	f := p.Family
	pairs := [][2]string{{"Nom", f.Name}, {"Adresse", oneLine(f.Address)},
		{"Langue", f.Interpreter}, {"Quand joindre la famille", f.BestTime}, {"Remarques", f.Notes}}
	for _, a := range f.Adults {
		name := fr.OtherPerson
		if !a.Masked {
			name = a.FullName()
		}
		pairs = append(pairs, [2]string{"Adulte", commas(name, fr.Relation(a.Relation), "autorité parentale\u00a0: "+fr.Answer(a.Authority), fr.Phone(a.Phone), fr.Phone(a.OtherTel), a.Email)})
	}
	if f.Siblings > 0 {
		pairs = append(pairs, [2]string{"Fratrie suivie", fr.Count(f.Siblings, "autre enfant", "autres enfants")})
	}
	p.lines("Famille", pairs...)
}

func (p *wholePaper) pathway() {
	x := p.Child.Pathway
	var decided string
	if x.CommissionOn.Valid() {
		decided = fr.Decision(x.Decision)
	}
	p.lines("Parcours", [2]string{"Repérage", commas(fr.DateLong(x.SpottedOn), x.SpottedBy)},
		[2]string{"Saisine", commas(fr.DateLong(x.IntakeOn), x.IntakeReason)},
		[2]string{"Commission (EPS)", commas(fr.DateLong(x.CommissionOn), decided, x.DecisionNote)},
		[2]string{"Début", fr.DateLong(x.StartedOn)}, [2]string{"Fin", commas(fr.DateLong(x.EndedOn), x.EndReason, x.EndNote)})
}

func (p *wholePaper) consents() {
	if len(p.Consents) > 0 {
		t := pdf.Table{Columns: []pdf.Column{{Title: "Accord", Weight: 1.4}, {Title: "État"}, {Title: "Signé le"}, {Title: "Par", Weight: 1}, {Title: "Fin"}}}
		for _, c := range p.Consents {
			until := fr.DateDigits(c.Until)
			if c.WithdrawnOn.Valid() {
				until = "retiré le " + fr.DateDigits(c.WithdrawnOn)
			}
			t.Rows = append(t.Rows, []string{fr.ConsentScope(c.Scope, typo(c.Recipient)), fr.ConsentState(c.State), fr.DateDigits(c.SignedOn), typo(c.SignedBy), until})
		}
		p.d.Heading("Accords de la famille")
		p.d.Table(t)
	}
	p.d.Heading("Destinataires")
	if len(p.Recipients) == 0 {
		p.d.Paragraph("La famille n’a donné aucun accord de partage hors de l’équipe du programme.")
		return
	}
	var items []string
	for _, x := range p.Recipients {
		items = append(items, commas(x.Name, fr.Lower(fr.ConsentScope(x.Scope, "")), fr.ConsentState(x.State)))
	}
	p.d.List(items)
}

func (p *wholePaper) notes() {
	if len(p.Notes) == 0 && p.ClosedNotes == 0 {
		return
	}
	p.d.Heading("Notes")
	for _, n := range p.Notes {
		head := commas(fr.DateLong(n.On), fr.Lower(fr.NoteKind(n.Kind)), n.Title, by(n.By))
		if n.Private {
			head += " (note personnelle)"
		}
		p.d.Subheading(head)
		p.text("", n.Text)
	}
	if p.ClosedNotes > 0 {
		p.d.Note(fr.Count(p.ClosedNotes, "note personnelle de travail n’est pas jointe", "notes personnelles de travail ne sont pas jointes") + ".")
	}
}

// by is who wrote, by role.
func by(w registry.Writer) string {
	if !w.Known {
		return ""
	}
	return fr.Lower(fr.Role(w.Role, data.Unsaid))
}

// text is a text that somebody typed, with its label.
func (p *wholePaper) text(label, text string) {
	if text = typo(text); text == "" {
		return
	}
	if label != "" {
		text = label + "\u00a0: " + text
	}
	p.d.Paragraph(text)
}

func (p *wholePaper) accesses() {
	p.d.Heading("Qui a ouvert ce dossier")
	if len(p.Accesses) == 0 {
		p.d.Paragraph("Le journal n’en garde aucune trace.")
		return
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "Date"}, {Title: "Ce qui a été fait", Weight: 1.4}, {Title: "Rôle", Weight: 1}, {Title: "Fois", Align: pdf.Right}}}
	for _, a := range p.Accesses {
		t.Rows = append(t.Rows, []string{fr.DateDigits(a.On), commas(fr.Act(a.Act), a.Detail), fr.Role(a.Role, data.Unsaid), fr.Number(a.Count)})
	}
	p.d.Table(t)
}
