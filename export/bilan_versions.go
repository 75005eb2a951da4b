package export

import (
	"io"
	"strings"

	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// TeamBilan writes the bilan of one child with what the team shares of the sessions. It stays in the team: nobody signs
// it.
func TeamBilan(w io.Writer, m Meta, v registry.TeamBilanView) error {
	return teamBilan(m, v).Write(w)
}

func teamBilan(m Meta, v registry.TeamBilanView) *pdf.Document {
	v.Confidential = "Document interne de l’équipe. Il ne se transmet pas\u00a0: la version à transmettre est un autre document."
	p := beginBilan(m, v.BilanView, "Version de l’équipe")
	p.parts()
	if len(v.Fragilities) > 0 {
		p.d.Heading("Fragilités repérées")
		p.d.Paragraph(fr.Capital(fullStop(fr.List(typed(v.Fragilities)))))
	}
	p.observations(v.Observations)
	p.sessions()
	return p.d
}

// typed sets texts that somebody typed.
func typed(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = typo(s)
	}
	return out
}

// observations are what was noted in the sessions.
func (p *bilanPaper) observations(all []registry.BilanObservation) {
	if len(all) == 0 {
		return
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "Séance"}, {Title: "Participation", Align: pdf.Centre}, {Title: "Humeur", Align: pdf.Centre},
		{Title: "Observation", Weight: 1}, {Title: "Par"}}}
	for _, o := range all {
		t.Rows = append(t.Rows, []string{fr.DateShort(o.Date), outOfFive(o.Participation), outOfFive(o.Mood), typo(o.Text), typo(o.By.Name)})
	}
	p.d.Heading("Observations des séances")
	p.d.Table(t)
	p.d.Note("Participation et humeur sont notées de 1 à 5.")
}

// outOfFive is a note from 1 to 5, and says when there is none.
func outOfFive(n int) string {
	if n == 0 {
		return "non saisie"
	}
	return fr.Number(n)
}

// SentBilan writes what the recipients of a bilan need, and nothing else: no decision of the commission, no attendance day
// by day. It recalls the agreement of the family, and says it in honey when there is none. Without recipients in m, they
// are those that the family agreed to.
func SentBilan(w io.Writer, m Meta, v registry.BilanView, agreed []registry.Sharing) error {
	return sentBilan(m, v, agreed).Write(w)
}

func sentBilan(m Meta, v registry.BilanView, agreed []registry.Sharing) *pdf.Document {
	if len(m.Recipients) == 0 {
		m.Recipients = Agreed(agreed)
	}
	v.RequestedOn, v.CommissionOn = 0, 0
	p := beginBilan(m, v, "Document à transmettre")
	if said := agreement(m.Recipients, agreed); said != "" {
		p.d.Note(said)
	}
	for _, missing := range SharingWarnings(m.Recipients, agreed) {
		p.d.Callout(missing)
	}
	p.parts()
	p.d.Signatures(p.signatures()...)
	return p.d
}

// Agreed are those with whom the family agreed to share.
func Agreed(all []registry.Sharing) []string {
	var out []string
	for _, s := range all {
		if s.State.Allows() {
			out = append(out, s.Recipient)
		}
	}
	return out
}

// agreement recalls what the family agreed to, for each recipient.
func agreement(recipients []string, all []registry.Sharing) string {
	var said []string
	for _, s := range all {
		if s.State.Allows() && isAmong(s.Recipient, recipients) {
			words := "pour " + typo(s.Recipient) + ", le " + fr.DateLong(s.SignedOn)
			if by := typo(s.SignedBy); by != "" {
				words += " (" + by + ")"
			}
			said = append(said, words)
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "Transmis avec l’accord de la famille " + strings.Join(said, "\u00a0; ") + "."
}

// SharingWarnings say what keeps a document about a child from leaving: a recipient to whom the family did not agree, or
// no recipient at all. The family itself needs no agreement.
func SharingWarnings(recipients []string, all []registry.Sharing) []string {
	if len(recipients) == 0 {
		return []string{"À ne pas transmettre\u00a0: aucun accord de la famille pour partager n’est enregistré, et aucun destinataire n’est indiqué."}
	}
	agreed := Agreed(all)
	var missing []string
	for _, to := range recipients {
		if !strings.Contains(fold.Text(to), "famille") && !isAmong(to, agreed) {
			missing = append(missing, typo(to))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return []string{"À ne pas transmettre sans l’accord de la famille\u00a0: aucun n’est enregistré pour " + fr.List(missing) + "."}
}

// isAmong reports whether a recipient is one of some, whatever the accents and capitals.
func isAmong(name string, all []string) bool {
	for _, other := range all {
		a, b := fold.Text(name), fold.Text(other)
		if a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a)) {
			return true
		}
	}
	return false
}
