package partners

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// addAmendment writes an « avenant ».
func (p *Page) addAmendment(a data.Agreement) {
	x := data.Amendment{Number: a.NextAmendment()}
	p.amend(a.ID, x, sheet.Parts{Title: "Ajouter l’avenant n°\u00a0" + fr.Number(x.Number), Verb: "Ajouter"})
}

// editAmendment changes an « avenant », or takes it out.
func (p *Page) editAmendment(agreement data.ID[data.Agreement], x data.Amendment) {
	p.amend(agreement, x, sheet.Parts{Title: "Modifier l’avenant n°\u00a0" + fr.Number(x.Number), Verb: "Enregistrer"})
}

// amend is the sheet of an amendment; s has its title and its verb.
func (p *Page) amend(agreement data.ID[data.Agreement], x data.Amendment, s sheet.Parts) {
	f := sheet.New(p.desk)
	date := func(label string, on data.Date) *kit.DateField {
		d := kit.NewDateField(label, p.desk.Today())
		d.SetValue(on)
		return d
	}
	object := kit.NewNoteField("Objet de l’avenant", "", 2)
	object.Needed = "Dites en une phrase ce qui change."
	object.SetText(x.Object)
	signed, from, until := date("Signé le", x.On), date("Prise d’effet", x.From), date("Nouvelle fin de la convention", x.Until)
	f.Field("Amendments.Object", object)
	f.Field("Amendments.On", signed)
	f.Field("Amendments.From", from)
	f.Field("Amendments.Until", until)
	l := newClauses(f)
	l.fill(x.Clauses)
	body := kit.VBox(look.Gap, object, kit.Grid(3, look.Gap, signed, from, until), kit.Section("Clauses modifiées"), l.box)
	said := "Avenant n°\u00a0" + fr.Number(x.Number) + " enregistré."
	if x.Object != "" {
		body.Add(kit.HBox(0, kit.NewSmall("Supprimer l’avenant", "trash-2", kit.Danger, func() {
			f.Close()
			p.removeAmendment(agreement, x)
		})))
	}
	s.Width, s.Body = formWidth, body
	sheet.Edit(f, sheet.Record[data.Agreement]{
		Table: p.desk.Registry.Agreements, ID: agreement,
		Read: func(a *data.Agreement) {
			a.Amend(data.Amendment{Number: x.Number, On: signed.Value(), Object: object.Text(), From: from.Value(), Until: until.Value(), Clauses: l.read()})
		},
		Done: func() { p.desk.Window.Toast(said, nil) },
	}, s)
}

// removeAmendment takes an amendment out, with a way back. The others keep their numbers: they were signed under them.
func (p *Page) removeAmendment(agreement data.ID[data.Agreement], x data.Amendment) {
	change := func(edit func(*data.Agreement)) func() error {
		return func() error {
			a, ok := p.desk.Registry.Agreements.Get(agreement)
			if !ok {
				return registry.ErrGone
			}
			edit(&a)
			return p.desk.Registry.Agreements.Save(&a)
		}
	}
	p.desk.Do(change(func(a *data.Agreement) {
		a.Amendments = slices.DeleteFunc(slices.Clone(a.Amendments), func(y data.Amendment) bool { return y.Number == x.Number })
	}), func() {
		p.desk.Window.Toast("L’avenant n°\u00a0"+fr.Number(x.Number)+" est supprimé.", func() {
			p.desk.Do(change(func(a *data.Agreement) { a.Amend(x) }), nil)
		})
	})
}
