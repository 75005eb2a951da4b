package settings

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// places is where things happen: rooms, and the schools of the children.
func (p *Page) places() fyne.CanvasObject {
	var rooms, schools []record
	for _, r := range p.desk.Registry.RoomRows() {
		rooms = append(rooms, record{"house", look.Neutral, r.Name, roomDetail(r), r.Archived, func() { p.editRoom(r.ID) }})
	}
	for _, s := range p.desk.Registry.SchoolRows() {
		schools = append(schools, record{"school", look.Neutral, s.Name, schoolDetail(s), s.Archived, func() { p.editSchool(s.ID) }})
	}
	return kit.Columns(look.Wide,
		kit.Share(1, list{"Salles", "Aucune salle pour l’instant.", "Ajouter une salle", func() { p.editRoom(data.ID[data.Room]{}) }, rooms}.card()),
		kit.Share(1, list{"Écoles", "Aucune école pour l’instant.", "Ajouter une école", func() { p.editSchool(data.ID[data.School]{}) }, schools}.card()))
}

func (p *Page) editRoom(id data.ID[data.Room]) {
	r, known := p.desk.Registry.Rooms.Get(id)
	name := kit.NewTextField("Nom", "")
	name.Needed = "Donnez un nom à la salle."
	name.SetText(r.Name)
	site := kit.NewTextField("Lieu", "").Hint("PRE, CCAS…")
	site.SetText(r.Site)
	seats := kit.NewNumberField("Places", "Laissez vide si ce n’est pas connu.", 0, 500)
	seats.SetValue(r.Places)
	order := kit.NewNumberField("Ordre dans le planning", "De gauche à droite. Vide\u00a0: après les autres.", 0, 10_000)
	order.SetValue(r.Order)
	closed := forms.WeekHours{Label: "Heures où la salle n’est pas libre", Empty: "Libre toute la journée.", Reasons: "Pourquoi"}.Field()
	closed.SetValues(r.Closed)
	notes := kit.NewNoteField("Remarques", "", 2)
	notes.SetText(r.Notes)
	sheet[data.Room]{
		page: p, table: p.desk.Registry.Rooms, id: id, known: known, archived: r.Archived,
		title: titleOf(known, "Ajouter une salle", r.Name), inputs: []kit.Input{name, site, seats, order, closed, notes},
		width: 620, body: kit.VBox(look.Gap, pair(name, site), pair(seats, order), closed, notes),
		read: func(r *data.Room) {
			r.Name, r.Site, r.Places, r.Notes = name.Text(), site.Text(), seats.Value(), notes.Text()
			r.Order, r.Closed = order.Value(), closed.Values()
		},
	}.open()
}

func (p *Page) editSchool(id data.ID[data.School]) {
	s, known := p.desk.Registry.Schools.Get(id)
	name := kit.NewTextField("Nom", "")
	name.Needed = "Donnez le nom de l’école."
	name.SetText(s.Name)
	kinds, networks := fr.SchoolKinds(), fr.Networks()
	kind := kit.NewSelectField("Type", kit.Labels(kinds, fr.SchoolKind), indexOf(kinds, s.Kind))
	network := kit.NewSelectField("Éducation prioritaire", kit.Labels(networks, fr.Network), indexOf(networks, s.Network))
	answers := []data.Answer{data.Unsaid, data.Yes, data.No}
	area := kit.NewSelectField("En quartier prioritaire", kit.Labels(answers, fr.Answer), indexOf(answers, s.PriorityArea))
	street, code, town := kit.NewTextField("Adresse", ""), kit.NewTextField("Code postal", ""), kit.NewTextField("Ville", "")
	street.SetText(s.Address.Street)
	code.SetText(s.Address.PostCode)
	town.SetText(s.Address.Town)
	phone, email := forms.NewPhone("Téléphone"), kit.NewTextField("Courriel", "")
	phone.SetText(fr.Phone(s.Phone))
	email.SetText(s.Email)
	contact := kit.NewTextField("Personne à contacter", "")
	contact.SetText(s.Contact)
	sheet[data.School]{
		page: p, table: p.desk.Registry.Schools, id: id, known: known, archived: s.Archived,
		title:  titleOf(known, "Ajouter une école", s.Name),
		inputs: []kit.Input{name, kind, network, area, street, code, town, phone, email, contact},
		body: kit.VBox(look.Gap, name, pair(kind, network), pair(area, contact), street,
			kit.Columns(look.Gap, kit.Share(1, code), kit.Share(2, town)), pair(phone, email)),
		read: func(s *data.School) {
			s.Name, s.Kind, s.Network, s.PriorityArea = name.Text(), kinds[kind.Chosen()], networks[network.Chosen()], answers[area.Chosen()]
			s.Address = data.Address{Street: street.Text(), PostCode: code.Text(), Town: town.Text()}
			s.Phone, s.Email, s.Contact = forms.PhoneOf(phone), email.Text(), contact.Text()
		},
	}.open()
}
