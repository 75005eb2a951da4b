package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// consents are the words that families read before they sign, and whom they call about what is kept.
func (p *Page) consents() fyne.CanvasObject {
	s := p.desk.Registry.Settings()
	rows := kit.VBox(0)
	row := func(icon, title, detail string, edit func()) {
		rows.Add(kit.NewAlertRow(kit.Alert{Icon: icon, Tone: look.Neutral, Fact: title, Detail: detail, Verb: "Modifier", First: len(rows.Objects) == 0, Do: edit}))
	}
	for _, scope := range fr.ConsentScopes() {
		detail := "les mots proposés par Mercredi"
		if slices.ContainsFunc(s.ConsentTexts, func(t data.ConsentText) bool { return t.Scope == scope }) {
			detail = "les mots de l’équipe"
		}
		row("file-text", consentTitle(scope), detail, func() { p.editConsent(scope) })
	}
	contact := s.RightsContact
	if contact == "" {
		contact = "l’équipe"
	}
	row("user-round", "À qui s’adresser pour ses données", contact, p.editRightsContact)
	return kit.Card("Accords de la famille", nil, kit.VBox(look.Gap,
		kit.Paragraph("Ce que la famille lit avant de signer. Des phrases courtes, une idée par phrase.", look.Detail), rows))
}

func consentTitle(scope data.ConsentScope) string { return fr.Capital(fr.ConsentScope(scope, "")) }

// editConsent changes the words about one thing to agree to. What is emptied, or left as it was, is the program's.
func (p *Page) editConsent(scope data.ConsentScope) {
	own := p.desk.Registry.Settings().ConsentTexts
	shown, ours := fr.ConsentText(scope, own), fr.ConsentText(scope, nil)
	note := func(label, text string) *kit.TextField {
		f := kit.NewNoteField(label, "", 3)
		f.SetText(text)
		return f
	}
	what, why, who := note("Ce que la famille accepte", shown.What), note("Pourquoi", shown.Why), note("Qui le saura", shown.Who)
	form := forms.New(p.desk)
	form.Field("ConsentTexts.What", what)
	form.Field("ConsentTexts.Why", why)
	form.Field("ConsentTexts.Who", who)
	form.Show(forms.Parts{
		Title: consentTitle(scope), Verb: "Enregistrer", Width: 640,
		Body: kit.VBox(look.Gap, what, why, who, kit.Paragraph("Videz un texte pour reprendre celui de Mercredi.", look.Detail)),
		Save: func() (func() error, func()) {
			typed := data.ConsentText{Scope: scope, What: unlike(what, ours.What), Why: unlike(why, ours.Why), Who: unlike(who, ours.Who)}
			return p.keepSettings(func(s *data.Settings) {
				s.ConsentTexts = slices.DeleteFunc(slices.Clone(s.ConsentTexts), func(t data.ConsentText) bool { return t.Scope == scope })
				if typed != (data.ConsentText{Scope: scope}) {
					s.ConsentTexts = append(s.ConsentTexts, typed)
				}
			})
		},
	})
}

// unlike is what was typed, or nothing when it says what the program says.
func unlike(f *kit.TextField, ours string) string {
	if f.Text() == ours {
		return ""
	}
	return f.Text()
}

func (p *Page) editRightsContact() {
	contact := kit.NewNoteField("Nom, téléphone ou courriel", "Par exemple le délégué à la protection des données de la ville. Vide\u00a0: l’équipe.", 2)
	contact.SetText(p.desk.Registry.Settings().RightsContact)
	form := forms.New(p.desk)
	form.Field("RightsContact", contact)
	form.Show(forms.Parts{
		Title: "À qui s’adresser pour ses données", Verb: "Enregistrer", Body: contact,
		Save: func() (func() error, func()) {
			text := contact.Text()
			return p.keepSettings(func(s *data.Settings) { s.RightsContact = text })
		},
	})
}

// keepSettings keeps a change of the settings from a sheet.
func (p *Page) keepSettings(edit func(*data.Settings)) (work func() error, done func()) {
	s := p.desk.Registry.Settings()
	edit(&s)
	return func() error { return p.desk.Registry.SaveSettings(&s) }, func() { p.desk.Window.Toast("Réglages enregistrés.", nil) }
}
