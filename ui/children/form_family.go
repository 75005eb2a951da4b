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

// editFamily is the sheet of the household.
func (p *File) editFamily() {
	f := sheet.New(p.desk)
	name, street := nameField("Nom de la famille", "Écrivez le nom."), shortField("Adresse", "")
	code, town := shortField("Code postal", ""), shortField("Commune", "")
	best := shortField("Quand appeler", "Par exemple après 17\u00a0h.")
	language := shortField("Langue, avec interprète", "Si le français n’est pas parlé.")
	notes := noteField("Remarques", 3)
	f.Field("Name", name)
	f.Field("Address.Street", street)
	f.Field("Address.PostCode", code)
	f.Field("Address.Town", town)
	f.Add(best, language)
	f.Field("Notes", notes)
	sheet.Edit(f, sheet.Record[data.Family]{
		Table: p.desk.Registry.Families, ID: p.file.Family.ID,
		Fill: func(x data.Family) {
			name.SetText(x.Name)
			street.SetText(x.Address.Street)
			code.SetText(x.Address.PostCode)
			town.SetText(x.Address.Town)
			best.SetText(x.BestTime)
			language.SetText(x.Interpreter)
			notes.SetText(x.Notes)
		},
		Read: func(x *data.Family) {
			x.Name, x.BestTime, x.Interpreter, x.Notes = name.Text(), best.Text(), language.Text(), notes.Text()
			x.Address = data.Address{Street: street.Text(), PostCode: code.Text(), Town: town.Text()}
		},
	}, sheet.Parts{Title: "Modifier la famille", Verb: "Enregistrer", Width: 620, Body: kit.VBox(look.Gap,
		name, street, kit.Columns(look.Gap, kit.Fixed(140, code), kit.Share(1, town)), kit.Grid(2, look.Gap, best, language), notes)})
}

// editGuardian is the sheet of an adult of the family; a place past the list is a new one.
func (p *File) editGuardian(place int) {
	f := sheet.New(p.desk)
	isNew := place >= len(p.file.Family.Guardians)
	first, last := shortField("Prénom", ""), nameField("Nom", "Écrivez le nom.")
	relation, authority := newChoice("Lien avec l’enfant", relations()), newChoice("Autorité parentale", answers())
	phone, other := sheet.NewPhone("Téléphone"), sheet.NewPhone("Autre téléphone")
	email := shortField("Adresse électronique", "")
	f.Field("Guardians.FirstName", first)
	f.Field("Guardians.LastName", last)
	f.Add(relation.in, authority.in, phone, other)
	f.Field("Guardians.Email", email)
	fill := func(g data.Guardian) {
		first.SetText(g.FirstName)
		last.SetText(g.LastName)
		relation.set(g.Relation)
		authority.set(g.Authority)
		phone.SetText(fr.Phone(g.Phone))
		other.SetText(fr.Phone(g.OtherTel))
		email.SetText(g.Email)
	}
	title := "Modifier le responsable"
	body := kit.VBox(look.Gap, kit.Grid(2, look.Gap, first, last, relation.in, authority.in, phone, other), email)
	if isNew {
		title = "Ajouter un responsable"
	} else {
		body.Add(kit.HBox(0, kit.NewSmall("Retirer de la famille", "trash-2", kit.Danger, func() {
			f.Close()
			p.removeGuardian(place)
		})))
	}
	sheet.Edit(f, sheet.Record[data.Family]{
		Table: p.desk.Registry.Families, ID: p.file.Family.ID,
		Fill: func(x data.Family) {
			switch {
			case place < len(x.Guardians):
				fill(x.Guardians[place])
			case isNew:
				fill(data.Guardian{LastName: x.Name})
			}
		},
		Read: func(x *data.Family) {
			g := data.Guardian{FirstName: first.Text(), LastName: last.Text(), Relation: relation.value(), Authority: authority.value(),
				Phone: sheet.PhoneOf(phone), OtherTel: sheet.PhoneOf(other), Email: email.Text()}
			x.Guardians = slices.Clone(x.Guardians)
			if isNew || place >= len(x.Guardians) {
				x.Guardians = append(x.Guardians, g)
			} else {
				x.Guardians[place] = g
			}
		},
	}, sheet.Parts{Title: title, Verb: "Enregistrer", Width: 620, Body: body})
}

// removeGuardian takes an adult out of the family, with a way back.
func (p *File) removeGuardian(place int) {
	t := p.desk.Registry.Families
	family, ok := t.Get(p.file.Family.ID)
	if !ok || place >= len(family.Guardians) {
		p.read()
		return
	}
	gone := family.Guardians[place]
	family.Guardians = slices.Delete(family.Guardians, place, place+1)
	p.desk.Do(func() error { return t.Save(&family) }, func() {
		p.desk.Window.Toast(gone.FullName()+" n’est plus dans la famille.", func() {
			p.desk.Do(func() error {
				again, ok := t.Get(family.ID)
				if !ok {
					return nil // the whole family is gone
				}
				again.Guardians = slices.Insert(again.Guardians, min(place, len(again.Guardians)), gone)
				return t.Save(&again)
			}, nil)
		})
	})
}

// chooseFamily puts the child in another family.
func (p *File) chooseFamily() {
	pickFamily(p.desk, "Choisir la famille", func(id data.ID[data.Family]) {
		p.setChild(func(c *data.Child) { c.FamilyID = id })
	})
}

// newFamily makes a family for the child, to be completed.
func (p *File) newFamily() {
	f := sheet.New(p.desk)
	first, last, phone := shortField("Prénom", ""), nameField("Nom", "Écrivez le nom."), sheet.NewPhone("Téléphone")
	relation := newChoice("Lien avec l’enfant", relations())
	f.Field("Guardians.FirstName", first)
	f.Field("Guardians.LastName", last)
	f.Add(relation.in, phone)
	f.Filling(func() { last.SetText(p.file.Child.Last) })
	r := p.desk.Registry
	f.Show(sheet.Parts{Title: "Écrire la famille", Verb: "Enregistrer", Width: 620,
		Body: kit.VBox(look.Gap, kit.Text("Le premier responsable à appeler.", look.Detail),
			kit.Grid(2, look.Gap, first, last, relation.in, phone)),
		Save: func() (func() error, func()) {
			family := data.Family{Name: last.Text(), Guardians: []data.Guardian{{
				FirstName: first.Text(), LastName: last.Text(), Relation: relation.value(), Phone: sheet.PhoneOf(phone)}}}
			return func() error { return keepFamily(r, p.id, family) }, nil
		}})
}

// setChild makes one change to the child as it is kept.
func (p *File) setChild(change func(*data.Child)) {
	t := p.desk.Registry.Children
	c, ok := t.Get(p.id)
	if !ok {
		p.read()
		return
	}
	change(&c)
	p.desk.Do(func() error { return t.Save(&c) }, nil)
}

// keepFamily keeps a new family and puts the child in it.
func keepFamily(r *registry.Registry, child data.ID[data.Child], family data.Family) error {
	c, ok := r.Children.Get(child)
	if !ok {
		return registry.ErrGone
	}
	return r.Update(func(tx *registry.Tx) error {
		if err := registry.Put(tx, r.Families, &family); err != nil {
			return err
		}
		c.FamilyID = family.ID
		return registry.Put(tx, r.Children, &c)
	})
}
