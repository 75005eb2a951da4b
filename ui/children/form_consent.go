package children

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// scopes are what a family can agree to.
func scopes() []option[data.ConsentScope] {
	var out []option[data.ConsentScope]
	for _, s := range fr.ConsentScopes() {
		out = append(out, option[data.ConsentScope]{s, fr.ConsentScope(s, "")})
	}
	return out
}

// given are the answers of a family.
func given() []option[data.Answer] {
	return []option[data.Answer]{{data.Yes, "Accord donné"}, {data.No, "Accord refusé"}, {data.Unsaid, "Pas encore de réponse"}}
}

// addConsent writes a new agreement, or a new one in place of one that ends.
func (p *File) addConsent(start data.Consent) {
	title := "Ajouter un accord"
	if slices.ContainsFunc(p.file.Consents, func(r registry.ConsentRow) bool {
		return r.Scope == start.Scope && r.Recipient == start.Recipient
	}) {
		title = "Renouveler l’accord"
	}
	start.Given, start.SignedOn, start.Until, start.WithdrawnOn = data.Yes, p.desk.Today(), 0, 0
	if start.SignedBy == "" && len(p.file.Family.Guardians) > 0 {
		start.SignedBy = p.file.Family.Guardians[0].FullName()
	}
	p.consentSheet(title, start, func(c *data.Child, x data.Consent) { c.Consents = append(slices.Clone(c.Consents), x) })
}

// editConsent mends an agreement that was written wrong.
func (p *File) editConsent(old data.Consent) {
	p.consentSheet("Modifier l’accord", old, func(c *data.Child, x data.Consent) { replaceConsent(c, old, x) })
}

// replaceConsent puts an agreement in place of another; when that is gone it is added.
func replaceConsent(c *data.Child, old, x data.Consent) {
	c.Consents = slices.Clone(c.Consents)
	if i := slices.Index(c.Consents, old); i >= 0 {
		c.Consents[i] = x
		return
	}
	c.Consents = append(c.Consents, x)
}

func (p *File) consentSheet(title string, start data.Consent, put func(*data.Child, data.Consent)) {
	f := sheet.New(p.desk)
	scope, who := newChoice("Pour", scopes()), shortField("Avec qui", "Pour un partage avec un partenaire.")
	answer, signed := newChoice("Réponse", given()), kit.NewDateField("Date", p.desk.Today())
	by, until := shortField("Signé par", ""), kit.NewDateField("Jusqu’au", p.desk.Today())
	until.Rule = func(d data.Date) string {
		if !signed.Value().IsZero() && d < signed.Value() {
			return fr.Error(data.ErrEndBeforeStart)
		}
		return ""
	}
	partner := func() bool { return scope.value() == data.ConsentSharePartner }
	toggle := func(int) {
		if partner() {
			who.Show()
		} else {
			who.Hide()
		}
		kit.Relayout(scope.in)
	}
	scope.in.OnPick = toggle
	answer.in.OnPick = func(int) { signed.Needed = signedNeeded(answer.value()) }
	f.Add(scope.in, who, answer.in, signed, by, until)
	sheet.Edit(f, sheet.Record[data.Child]{
		Table: p.desk.Registry.Children, ID: p.id,
		Fill: func(data.Child) {
			scope.set(start.Scope)
			who.SetText(start.Recipient)
			answer.set(start.Given)
			signed.SetValue(start.SignedOn)
			signed.Needed = signedNeeded(start.Given)
			by.SetText(start.SignedBy)
			until.SetValue(start.Until)
			toggle(0)
		},
		Read: func(c *data.Child) {
			x := data.Consent{Scope: scope.value(), Given: answer.value(), SignedOn: signed.Value(), SignedBy: by.Text(),
				Until: until.Value(), WithdrawnOn: start.WithdrawnOn}
			if partner() {
				x.Recipient = who.Text()
			}
			put(c, x)
		},
	}, sheet.Parts{Title: title, Verb: "Enregistrer l’accord", Body: kit.VBox(look.Gap,
		scope.in, who, kit.Grid(2, look.Gap, answer.in, signed, by, until))})
}

func signedNeeded(a data.Answer) string {
	if a == data.Yes {
		return "Indiquez la date de signature."
	}
	return ""
}

// withdrawConsent writes that the family takes an agreement back.
func (p *File) withdrawConsent(old data.Consent) {
	f := sheet.New(p.desk)
	on := requiredDate(p.desk, "Date du retrait", "Indiquez la date.")
	f.Add(on)
	sheet.Edit(f, sheet.Record[data.Child]{
		Table: p.desk.Registry.Children, ID: p.id,
		Fill: func(data.Child) { on.SetValue(p.desk.Today()) },
		Read: func(c *data.Child) {
			x := old
			x.WithdrawnOn = on.Value()
			replaceConsent(c, old, x)
		},
	}, sheet.Parts{Title: "Noter le retrait de l’accord", Verb: "Noter le retrait", Body: kit.VBox(look.Gap,
		kit.Paragraph(fr.ConsentScope(old.Scope, old.Recipient)+". À partir de cette date, l’accord ne couvre plus rien.", look.Body.As(look.Ink2)), on)})
}

// consentMenu is what can be done with an agreement.
func (p *File) consentMenu(r registry.ConsentRow) []kit.MenuItem {
	if r.State == data.ConsentMissing && r.SignedOn.IsZero() && r.Given == data.Unsaid {
		return []kit.MenuItem{{Icon: "pencil", Title: "Noter la réponse", Do: func() { p.addConsent(r.Consent) }}}
	}
	items := []kit.MenuItem{
		{Icon: "plus", Title: "Renouveler", Detail: "Un nouvel accord, l’ancien est gardé", Do: func() { p.addConsent(r.Consent) }},
		{Icon: "pencil", Title: "Corriger", Detail: "Une date, un nom", Do: func() { p.editConsent(r.Consent) }},
	}
	if r.State.Allows() {
		items = append(items, kit.MenuItem{Icon: "circle-minus", Title: "Noter le retrait", Detail: "La famille revient sur son accord",
			Do: func() { p.withdrawConsent(r.Consent) }})
	}
	return items
}
