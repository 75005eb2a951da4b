package settings

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// team is the people: members, and those who run the workshops.
func (p *Page) team() fyne.CanvasObject {
	var members, facilitators []record
	for _, m := range p.desk.Registry.MemberRows() {
		members = append(members, record{"user-round", look.Info, fr.FullName(m.First, m.Last), memberDetail(m), m.Archived,
			func() { p.editMember(m.ID) }})
	}
	for _, f := range p.desk.Registry.FacilitatorRows() {
		facilitators = append(facilitators, record{"user-check", look.Neutral, fr.FullName(f.First, f.Last), facilitatorDetail(f), f.Archived,
			func() { p.editFacilitator(f.ID) }})
	}
	return kit.Columns(look.Wide,
		kit.Share(1, list{"Équipe", "Personne dans l’équipe pour l’instant.", "Ajouter un membre", func() { p.editMember(data.ID[data.Member]{}) }, members}.card()),
		kit.Share(1, list{"Intervenants", "Aucun intervenant pour l’instant.", "Ajouter un intervenant", func() { p.editFacilitator(data.ID[data.Facilitator]{}) }, facilitators}.card()))
}

// agreements are the ways to write somebody's role.
var agreements = []data.Answer{data.Unsaid, data.Yes, data.No}

func agreementField(a data.Answer) *kit.SelectField {
	return kit.NewSelectField("Accord", []string{"non précisé", "au féminin", "au masculin"}, indexOf(agreements, a))
}

// person is the part of a form that every person shares.
type person struct {
	first, last, phone, email *kit.TextField
	feminine                  *kit.SelectField
}

func newPerson(first, last, phone, email string) person {
	p := person{
		first: kit.NewTextField("Prénom", ""), last: kit.NewTextField("Nom", ""),
		phone: forms.NewPhone("Téléphone"), email: kit.NewTextField("Courriel", ""),
	}
	p.first.Needed, p.last.Needed = "Indiquez le prénom.", "Indiquez le nom."
	p.first.SetText(first)
	p.last.SetText(last)
	p.phone.SetText(fr.Phone(phone))
	p.email.SetText(email)
	return p
}

func (p *Page) editMember(id data.ID[data.Member]) {
	m, known := p.desk.Registry.Members.Get(id)
	if !known {
		m.Role = data.RoleKeyWorker
	}
	who := newPerson(m.FirstName, m.LastName, m.Phone, m.Email)
	who.feminine = agreementField(m.Feminine)
	roles := fr.Roles()
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = fr.Role(r, data.Unsaid)
	}
	role := kit.NewSelectField("Rôle", names, indexOf(roles, m.Role))
	sheet[data.Member]{
		page: p, table: p.desk.Registry.Members, id: id, known: known, archived: m.Archived,
		title: titleOf(known, "Ajouter un membre", m.FullName()), inputs: []kit.Input{who.first, who.last, role, who.feminine, who.phone, who.email},
		body: kit.VBox(look.Gap, pair(who.first, who.last), pair(role, who.feminine), pair(who.phone, who.email)),
		read: func(m *data.Member) {
			m.FirstName, m.LastName, m.Phone, m.Email = who.first.Text(), who.last.Text(), forms.PhoneOf(who.phone), who.email.Text()
			m.Role, m.Feminine = roles[role.Chosen()], agreements[who.feminine.Chosen()]
		},
	}.open()
}

func titleOf(known bool, add, name string) string {
	if known {
		return name
	}
	return add
}

func pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns(look.Gap, kit.Share(1, a), kit.Share(1, b))
}
