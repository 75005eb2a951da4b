package sample

import (
	"fmt"

	"mercredi/data"
)

const postCode = "99120"

// phone gives a number of the range kept for fiction, different each time for ten thousand people.
func (b *builder) phone() string {
	b.phones++
	return fmt.Sprintf("019900%04d", (b.phones*7919+4127)%10_000)
}

// person is somebody of the team or a facilitator.
type person struct {
	first, last string
	feminine    bool
	job         string
}

// settleTeam writes the five members of the mockups. A larger town has more key workers.
func (b *builder) settleTeam() {
	team := []struct {
		person
		role data.Role
	}{
		{person{"Nadège", "Corbier", true, ""}, data.RoleCoordinator},
		{person{"Samira", "Lounès", true, ""}, data.RoleKeyWorker},
		{person{"Julien", "Pastre", false, ""}, data.RoleKeyWorker},
		{person{"Odile", "Ferrand", true, ""}, data.RoleKeyWorker},
		{person{"Aline", "Duroc", true, ""}, data.RolePsychologist},
	}
	for _, p := range team {
		b.addMember(p.person, p.role)
	}
	for range (b.opts.Children - 64) / 60 {
		b.addMember(b.somebody(), data.RoleKeyWorker)
	}
}

func (b *builder) addMember(p person, role data.Role) {
	m := data.Member{
		FirstName: p.first, LastName: p.last, Role: role, Feminine: answer(p.feminine), Phone: b.phone(),
		Email: mail(p.first, p.last, "sauvelande.example"),
	}
	m.ID = id[data.Member](b.draw)
	b.town.Members = append(b.town.Members, m)
}

func (b *builder) addFacilitator(p person) *data.Facilitator {
	f := data.Facilitator{
		FirstName: p.first, LastName: p.last, Profession: p.job, Feminine: answer(p.feminine), Phone: b.phone(),
		Email: mail(p.first, p.last, "ateliers.example"),
	}
	f.ID = id[data.Facilitator](b.draw)
	for _, m := range b.town.Members {
		if m.FirstName == p.first && m.LastName == p.last {
			f.MemberID, f.Phone, f.Email = m.ID, m.Phone, m.Email
		}
	}
	for _, x := range b.town.Partners {
		if x.Name == p.first+" "+p.last || p.job == "dramathérapeute" && x.Kind == data.KindAssociation {
			f.PartnerID = x.ID
		}
	}
	b.town.Facilitators = append(b.town.Facilitators, f)
	return &b.town.Facilitators[len(b.town.Facilitators)-1]
}

// somebody invents an adult of the team.
func (b *builder) somebody() person {
	if b.draw.chance(75) {
		return person{first: oneOf(b.draw, b.texts.names("girls")), last: b.familyName(), feminine: true}
	}
	return person{first: oneOf(b.draw, b.texts.names("boys")), last: b.familyName()}
}

func (b *builder) familyName() string {
	return oneOf(b.draw, b.texts.names("beginnings")) + oneOf(b.draw, b.texts.names("endings"))
}

func mail(first, last, host string) string { return ascii(first) + "." + ascii(last) + "@" + host }

// keyWorkers lists the members who follow children.
func (b *builder) keyWorkers() []data.ID[data.Member] {
	var out []data.ID[data.Member]
	for _, m := range b.town.Members {
		if m.Role == data.RoleKeyWorker {
			out = append(out, m.ID)
		}
	}
	return out
}

// member finds a member of the mockups by last name.
func (b *builder) member(last string) data.ID[data.Member] {
	for _, m := range b.town.Members {
		if m.LastName == last {
			return m.ID
		}
	}
	return data.ID[data.Member]{}
}

// quarter is a part of the town with its own rooms, facilitators and children.
type quarter struct {
	index        int
	name         string // "" for the first
	rooms        map[string]data.ID[data.Room]
	facilitators map[data.Discipline]data.ID[data.Facilitator]
	schools      []int // indexes in town.Schools
	kids         []*kid
}

// The rooms of the mockups.
const (
	smallRoom  = "Petite salle"
	largeRoom  = "Grande salle"
	ccasRoom   = "Salle 2"
	schoolA    = "Salle A"
	schoolB    = "Salle B"
	siteOffice = "PRE"
	siteCCAS   = "CCAS"
	siteSchool = "Service Éducation"
)

func (b *builder) settleQuarters() {
	names := b.texts.names("quarters")
	for i := range max(1, (b.opts.Children+quarterSize/2)/quarterSize) {
		q := &quarter{
			index:        i,
			rooms:        map[string]data.ID[data.Room]{},
			facilitators: map[data.Discipline]data.ID[data.Facilitator]{},
		}
		if i > 0 {
			q.name = fmt.Sprintf("%s %d", names[i%len(names)], 1+i/len(names))
		}
		b.settleRooms(q)
		b.settleFacilitators(q)
		b.quarters = append(b.quarters, q)
	}
}

func (b *builder) settleRooms(q *quarter) {
	for _, r := range []struct {
		name, site string
		places     int
	}{
		{smallRoom, siteOffice, 4}, {largeRoom, siteOffice, 14}, {ccasRoom, siteCCAS, 6},
		{schoolA, siteSchool, 10}, {schoolB, siteSchool, 12},
	} {
		room := data.Room{Name: r.name, Site: r.site, Places: r.places}
		if q.name != "" {
			room.Site += ", " + q.name
		}
		room.ID = id[data.Room](b.draw)
		b.town.Rooms = append(b.town.Rooms, room)
		q.rooms[r.name] = room.ID
	}
}

func (b *builder) settleFacilitators(q *quarter) {
	for _, f := range []struct {
		discipline data.Discipline
		person
	}{
		{data.ArtTherapy, person{"Maud", "Estève", true, "dramathérapeute"}},
		{data.Sophrology, person{"Irène", "Salvat", true, "sophrologue"}},
		{data.Psychoeducation, person{"Bastien", "Roche", false, "orthopédagogue"}},
		{data.Psychologist, person{"Aline", "Duroc", true, "psychologue"}},
		{data.SocialSkills, person{"Théo", "Lambel", false, "praticien en philosophie"}},
	} {
		p := f.person
		if q.index > 0 {
			p = b.somebody()
			p.job = f.job
			if f.discipline == data.SocialSkills && p.feminine {
				p.job = "praticienne en philosophie"
			}
		}
		q.facilitators[f.discipline] = b.addFacilitator(p).ID
	}
}

// settleSchools gives each quarter a primary school or two and a collège, and the town one lycée.
func (b *builder) settleSchools() {
	add := func(q *quarter, name string, kind data.SchoolKind, network data.Network) {
		s := data.School{
			Name: name, Kind: kind, Network: network, PriorityArea: answer(network != data.NoNetwork),
			Address: b.address(), Phone: b.phone(), Email: "ecole" + fmt.Sprint(len(b.town.Schools)+1) + "@ecoles.example",
		}
		head := b.somebody()
		s.Contact = "M. " + head.last
		if head.feminine {
			s.Contact = "Mme " + head.last
		}
		s.ID = id[data.School](b.draw)
		q.schools = append(q.schools, len(b.town.Schools))
		b.town.Schools = append(b.town.Schools, s)
	}
	for _, q := range b.quarters {
		if q.index == 0 {
			add(q, "École des Tilleuls", data.Primary, data.REPPlus)
			add(q, "École du Grand Pré", data.Primary, data.REP)
			add(q, "École de la Fontaine", data.Primary, data.NoNetwork)
			add(q, "Collège du Parc", data.MiddleSchool, data.REPPlus)
			add(q, "Lycée de la Tuilerie", data.HighSchool, data.NoNetwork)
			continue
		}
		network := oneOf(b.draw, []data.Network{data.REP, data.REPPlus, data.REP, data.NoNetwork})
		add(q, "École "+q.name, data.Primary, network)
		add(q, "Collège "+q.name, data.MiddleSchool, network)
		q.schools = append(q.schools, 4)
	}
}

func (b *builder) address() data.Address {
	return data.Address{
		Street:   fmt.Sprintf("%d, %s", b.draw.between(1, 88), oneOf(b.draw, b.texts.names("streets"))),
		PostCode: postCode, Town: "Sauvelande",
	}
}
