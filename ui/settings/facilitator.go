package settings

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// editFacilitator is the sheet of who runs workshops: the person, then when and what for the planning.
func (p *Page) editFacilitator(id data.ID[data.Facilitator]) {
	f, known := p.desk.Registry.Facilitators.Get(id)
	who := newPerson(f.FirstName, f.LastName, f.Phone, f.Email)
	who.feminine = agreementField(f.Feminine)
	profession := kit.NewTextField("Métier", "").Hint("dramathérapeute")
	profession.SetText(f.Profession)
	partners := p.desk.Registry.PartnerRows()
	from := forms.Among(partners, func(x registry.PartnerRow) (data.ID[data.Partner], string, bool) { return x.ID, x.Name, false })
	partner := from.Field("Structure", "à son compte ou de l’équipe", f.PartnerID)
	hours := forms.WeekHours{
		Label: "Heures de présence, chaque semaine", Empty: "Toute la journée de l’équipe, tant que rien n’est dit.",
	}.Field()
	hours.SetValues(f.Hours)
	away := forms.NewAbsences("Absences et autres heures", "Elles remplacent les heures de la semaine, ces jours-là seulement.", p.desk.Today())
	away.Set(f.Exceptions)
	gives := newGiven(p.desk.Registry, f.WorkshopIDs)
	sheet[data.Facilitator]{
		page: p, table: p.desk.Registry.Facilitators, id: id, known: known, archived: f.Archived, width: 660,
		title:  titleOf(known, "Ajouter un intervenant", f.FullName()),
		inputs: []kit.Input{who.first, who.last, profession, who.feminine, partner, who.phone, who.email, gives.field, hours, away},
		body: kit.VBox(look.Gap, pair(who.first, who.last), pair(profession, who.feminine), partner, pair(who.phone, who.email),
			kit.Separator(), kit.Section("Pour la planification des mercredis"), gives.field, hours, away),
		read: func(f *data.Facilitator) {
			f.FirstName, f.LastName, f.Phone, f.Email = who.first.Text(), who.last.Text(), forms.PhoneOf(who.phone), who.email.Text()
			f.Profession, f.Feminine = profession.Text(), agreements[who.feminine.Chosen()]
			f.PartnerID = from.Chosen(partner)
			f.Hours, f.Exceptions, f.WorkshopIDs = hours.Values(), away.Hours(), gives.chosen()
		},
	}.open()
}

// given is the choice of the workshops that somebody can give.
type given struct {
	field *kit.SetField
	ids   []data.ID[data.Workshop]
}

// newGiven offers the workshops in use, and those that are chosen already.
func newGiven(r *registry.Registry, chosen []data.ID[data.Workshop]) given {
	all := r.Workshops.All()
	slices.SortFunc(all, func(a, b data.Workshop) int { return fr.Compare(a.Name, b.Name) })
	var g given
	var names []string
	var on []bool
	for _, w := range all {
		if has := slices.Contains(chosen, w.ID); has || !w.Archived {
			g.ids, names, on = append(g.ids, w.ID), append(names, cmp.Or(w.ShortName, w.Name)), append(on, has)
		}
	}
	g.field = kit.NewSetField("Ateliers que cette personne peut animer", "Aucun choisi\u00a0: la question n’est pas posée, tous sont possibles.", names, on)
	return g
}

func (g given) chosen() []data.ID[data.Workshop] {
	var out []data.ID[data.Workshop]
	for i, on := range g.field.Chosen() {
		if on {
			out = append(out, g.ids[i])
		}
	}
	return out
}
