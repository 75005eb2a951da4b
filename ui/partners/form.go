package partners

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// fields are those of a structure.
type fields struct {
	suggested                                     data.PartnerKind // the type that filled in the rule and the ages
	form                                          *sheet.Form
	kind, direct                                  *kit.SelectField
	name, public, access, wait                    *kit.TextField
	from, to                                      *kit.NumberField
	purpose, support, resources, notes            *kit.TextField
	street, code, town, phone, email, web, sector *kit.TextField
	checked                                       *kit.DateField
	people                                        *people
}

// formWidth is the room of the sheet: two fields side by side.
const formWidth = 680

// add asks for a structure. Its type comes first: it fills in the usual rule and ages.
func (p *Page) add() {
	f := p.newFields()
	f.kind.OnPick = func(i int) { f.suggest(fr.PartnerKinds()[i]) }
	f.form.Show(sheet.Parts{Title: "Ajouter une structure", Verb: "Ajouter", Width: formWidth, Body: f.body(),
		Save: func() (func() error, func()) {
			var s data.Partner
			f.read(&s)
			return func() error { return p.desk.Registry.Partners.Save(&s) }, func() {
				p.filter = filter{}
				p.search.SetText("")
				p.chosen = s.ID
				p.read()
				p.desk.Window.Toast("Structure ajoutée.", nil)
			}
		}})
}

// edit changes the structure that is chosen.
func (p *Page) edit() {
	f := p.newFields()
	sheet.Edit(f.form, sheet.Record[data.Partner]{
		Table: p.desk.Registry.Partners, ID: p.chosen, Fill: f.fill, Read: f.read,
		Done: func() { p.desk.Window.Toast("Modifications enregistrées.", nil) },
	}, sheet.Parts{Title: "Modifier la structure", Verb: "Enregistrer", Width: formWidth, Body: f.body()})
}

func (p *Page) newFields() *fields {
	short := func(label, help string) *kit.TextField {
		t := kit.NewTextField(label, help)
		t.Max = data.MaxName
		return t
	}
	f := &fields{
		form: sheet.New(p.desk), name: short("Nom", ""), public: short("Public", "Par exemple enfants et parents."),
		access: short("Accès", "Par exemple accès libre, sur rendez-vous."), wait: short("Attente", "Par exemple environ 4\u00a0mois."),
		from: kit.NewNumberField("Âge minimum", "", 0, 120), to: kit.NewNumberField("Âge maximum", "Vide\u00a0: sans limite.", 0, 120),
		purpose: kit.NewNoteField("Fonction", "", 2), support: kit.NewNoteField("Nature de l’accompagnement", "", 2),
		resources: kit.NewNoteField("Ressources mobilisées", "", 2), notes: kit.NewNoteField("Remarques", "", 2),
		street: short("Adresse", ""), code: short("Code postal", ""), town: short("Commune", ""),
		phone: sheet.NewPhone("Téléphone"), email: short("Courriel", ""), web: short("Site", ""), sector: short("Secteur", ""),
		checked: kit.NewDateField("Vérifié le", p.desk.Today()),
	}
	f.kind = kit.NewSelectField("Type", kit.Labels(fr.PartnerKinds(), fr.PartnerKindLong), -1)
	f.kind.Needed = "Choisissez le type de la structure."
	f.direct = kit.NewSelectField("Le PRE peut-il orienter\u00a0?", kit.Labels(fr.DirectlyAll(), fr.Directly), 0)
	f.name.Needed, f.notes.Max = "Écrivez le nom de la structure.", data.MaxNote
	inRange := f.to.Valid
	f.to.Valid = func(text string) string {
		if wrong := inRange(text); wrong != "" {
			return wrong
		}
		if f.to.Value() < f.from.Value() {
			return "L’âge maximum est plus petit que l’âge minimum."
		}
		return ""
	}
	for _, x := range []struct {
		name string
		in   kit.Input
	}{
		{"Kind", f.kind}, {"Name", f.name}, {"Direct", f.direct}, {"Access", f.access}, {"Public", f.public}, {"MinAge", f.from},
		{"MaxAge", f.to}, {"Wait", f.wait}, {"Phone", f.phone}, {"Email", f.email}, {"Address.Street", f.street},
		{"Address.PostCode", f.code}, {"Address.Town", f.town}, {"Sector", f.sector}, {"Web", f.web}, {"Purpose", f.purpose},
		{"Support", f.support}, {"Resources", f.resources}, {"CheckedOn", f.checked}, {"Notes", f.notes},
	} {
		f.form.Field(x.name, x.in)
	}
	f.people = newPeople(f.form)
	return f
}

func (f *fields) body() fyne.CanvasObject {
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return kit.Grid(2, look.Gap, a, b) }
	return kit.VBox(look.Gap, pair(f.kind, f.name), pair(f.direct, f.access),
		kit.Columns(look.Gap, kit.Share(2, f.public), kit.Share(1, f.from), kit.Share(1, f.to)),
		pair(f.wait, f.sector), pair(f.phone, f.email), f.street,
		kit.Columns(look.Gap, kit.Share(1, f.code), kit.Share(2, f.town)), pair(f.web, f.checked),
		f.purpose, f.support, f.resources, f.notes, f.people.box)
}

// suggest fills in what a type usually says, where the person has not said otherwise.
func (f *fields) suggest(k data.PartnerKind) {
	from, to := f.suggested.UsualAges()
	newFrom, newTo := k.UsualAges()
	f.form.Filling(func() {
		if fr.DirectlyAll()[f.direct.Chosen()] == f.suggested.UsualDirectly() {
			f.direct.Choose(slices.Index(fr.DirectlyAll(), k.UsualDirectly()))
		}
		if f.from.Value() == from && f.to.Value() == to {
			f.from.SetValue(newFrom)
			f.to.SetValue(newTo)
		}
	})
	f.suggested = k
}

func (f *fields) fill(s data.Partner) {
	f.kind.Choose(slices.Index(fr.PartnerKinds(), s.Kind))
	f.direct.Choose(max(0, slices.Index(fr.DirectlyAll(), s.Direct)))
	f.from.SetValue(s.MinAge)
	f.to.SetValue(s.MaxAge)
	f.checked.SetValue(s.CheckedOn)
	for field, text := range map[*kit.TextField]string{
		f.name: s.Name, f.public: s.Public, f.access: s.Access, f.wait: s.Wait, f.purpose: s.Purpose, f.support: s.Support,
		f.resources: s.Resources, f.notes: s.Notes, f.street: s.Address.Street, f.code: s.Address.PostCode,
		f.town: s.Address.Town, f.phone: fr.Phone(s.Phone), f.email: s.Email, f.web: s.Web, f.sector: s.Sector,
	} {
		field.SetText(text)
	}
	f.people.fill(s.Contacts)
}

func (f *fields) read(s *data.Partner) {
	s.Kind, s.Direct = fr.PartnerKinds()[f.kind.Chosen()], fr.DirectlyAll()[f.direct.Chosen()]
	s.Name, s.Public, s.Access, s.Wait = f.name.Text(), f.public.Text(), f.access.Text(), f.wait.Text()
	s.MinAge, s.MaxAge, s.CheckedOn = f.from.Value(), f.to.Value(), f.checked.Value()
	s.Purpose, s.Support, s.Resources, s.Notes = f.purpose.Text(), f.support.Text(), f.resources.Text(), f.notes.Text()
	s.Address = data.Address{Street: f.street.Text(), PostCode: f.code.Text(), Town: f.town.Text()}
	s.Phone, s.Email, s.Web, s.Sector = sheet.PhoneOf(f.phone), f.email.Text(), f.web.Text(), f.sector.Text()
	s.Contacts = f.people.read()
}

// people are the contacts of a structure in its form.
type people struct {
	form *sheet.Form
	all  []*person
	box  *fyne.Container
}

type person struct{ name, job, phone, email *kit.TextField }

func (x *person) inputs() []kit.Input { return []kit.Input{x.name, x.job, x.phone, x.email} }

func newPeople(form *sheet.Form) *people {
	l := &people{form: form, box: kit.VBox(look.Gap)}
	l.show()
	return l
}

// show lays the contacts out again.
func (l *people) show() {
	objs := []fyne.CanvasObject{kit.Section("Contacts")}
	for i, x := range l.all {
		remove := kit.NewSmall("Retirer le contact "+strconv.Itoa(i+1), "trash-2", kit.Quiet, func() { l.remove(x) })
		objs = append(objs, kit.Grid(2, look.Gap, x.name, x.job, x.phone, x.email), kit.HBox(0, kit.Spacer(), remove))
	}
	objs = append(objs, kit.HBox(0, kit.NewSmall("Ajouter un contact", "plus", kit.Secondary, func() {
		x := l.add(data.Contact{})
		l.show()
		if c := fyne.CurrentApp().Driver().CanvasForObject(l.box); c != nil {
			c.Focus(x.name.Keyboard())
		}
	})))
	kit.Replace(l.box, objs...)
	kit.Relayout(l.box)
}

func (l *people) add(c data.Contact) *person {
	x := &person{kit.NewTextField("Nom du contact", ""), kit.NewTextField("Fonction du contact", ""), sheet.NewPhone("Téléphone du contact"),
		kit.NewTextField("Courriel du contact", "")}
	x.name.Needed = "Écrivez le nom, ou retirez ce contact."
	for _, t := range []*kit.TextField{x.name, x.job, x.email} {
		t.Max = data.MaxName
	}
	x.name.SetText(c.Name)
	x.job.SetText(c.Job)
	x.phone.SetText(fr.Phone(c.Phone))
	x.email.SetText(c.Email)
	l.all = append(l.all, x)
	l.form.Add(x.inputs()...)
	return x
}

func (l *people) remove(x *person) {
	l.form.Remove(x.inputs()...)
	l.all = slices.DeleteFunc(l.all, func(o *person) bool { return o == x })
	l.show()
}

// fill shows other contacts.
func (l *people) fill(all []data.Contact) {
	for _, x := range l.all {
		l.form.Remove(x.inputs()...)
	}
	l.all = nil
	for _, c := range all {
		l.add(c)
	}
	l.show()
}

func (l *people) read() []data.Contact {
	var out []data.Contact
	for _, x := range l.all {
		out = append(out, data.Contact{Name: x.name.Text(), Job: x.job.Text(), Phone: sheet.PhoneOf(x.phone), Email: x.email.Text()})
	}
	return out
}
