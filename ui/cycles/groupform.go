package cycles

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// groupForm is the name, the hour, the place and the size of a group.
type groupForm struct {
	name              *kit.TextField
	start             *kit.TimeField
	length, capacity  *kit.NumberField
	room, facilitator *kit.SelectField
	rooms             []data.ID[data.Room]
	facilitators      []data.ID[data.Facilitator]
}

// editGroup opens what a group is. Its sessions to come follow.
func (p *Group) editGroup() {
	r, by := p.desk.Registry, p.desk.Viewer
	kept, ok := r.Groups.Get(p.id)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	f := newGroupForm(r, kept)
	p.show(sheet{
		title: "Modifier le groupe", verb: "Enregistrer le groupe", width: 560,
		form: kit.NewForm(f.name, f.start, f.length, f.room, f.facilitator, f.capacity),
		body: kit.VBox(look.Gap, f.name,
			kit.Columns(look.Gap, kit.Share(1, f.start), kit.Share(1, f.length), kit.Share(1, f.capacity)), f.room, f.facilitator,
			kit.Paragraph("L’heure, la salle et l’intervenant changent aussi pour les séances à venir, sauf celles que vous avez déplacées.", look.Detail)),
		gather: func() change {
			now := f.fill(kept)
			return change{verb: "Modifier quand même", work: func(x attempt) error {
				g := now
				if x.over {
					if other, ok := r.Groups.Get(g.ID); ok {
						g.Revision = other.Revision
					}
				}
				return r.ChangeGroup(&g, x.reasons, by)
			}}
		},
		faults: func(err error) bool {
			return forms.Beside(err, map[string]kit.Input{
				"Name": f.name, "Start": f.start, "LengthMinutes": f.length, "Capacity": f.capacity,
			})
		},
		done: func() { p.desk.Window.Toast("Groupe modifié.", nil) },
	})
}

func newGroupForm(r *registry.Registry, g data.Group) *groupForm {
	f := &groupForm{
		name: kit.NewTextField("Nom", ""), start: kit.NewTimeField("Heure", ""),
		length:   kit.NewNumberField("Durée", "En minutes.", 15, 480),
		capacity: kit.NewNumberField("Places", "", 1, 100),
	}
	f.name.Needed, f.start.Needed = "Donnez un nom au groupe.", "Indiquez l’heure."
	f.name.SetText(g.Name)
	f.start.SetValue(g.Start)
	f.length.SetValue(g.LengthMinutes)
	f.capacity.SetValue(g.Capacity)

	rooms := []string{"aucune"}
	f.rooms = []data.ID[data.Room]{{}}
	for _, x := range r.RoomRows() {
		if x.Archived && x.ID != g.RoomID {
			continue
		}
		name := x.Name
		if x.Site != "" {
			name += ", " + x.Site
		}
		rooms, f.rooms = append(rooms, name), append(f.rooms, x.ID)
	}
	f.room = kit.NewSelectField("Salle", rooms, max(0, slices.Index(f.rooms, g.RoomID)))

	people := []string{"personne"}
	f.facilitators = []data.ID[data.Facilitator]{{}}
	for _, x := range r.FacilitatorRows() {
		if x.Archived && x.ID != g.FacilitatorID {
			continue
		}
		name := fr.FullName(x.First, x.Last)
		if x.Profession != "" {
			name += ", " + x.Profession
		}
		people, f.facilitators = append(people, name), append(f.facilitators, x.ID)
	}
	f.facilitator = kit.NewSelectField("Intervenant", people, max(0, slices.Index(f.facilitators, g.FacilitatorID)))
	return f
}

// fill writes what was typed into the group.
func (f *groupForm) fill(g data.Group) data.Group {
	g.Name, g.Start, g.LengthMinutes, g.Capacity = f.name.Text(), f.start.Value(), f.length.Value(), f.capacity.Value()
	g.RoomID, g.FacilitatorID = f.rooms[f.room.Chosen()], f.facilitators[f.facilitator.Chosen()]
	return g
}

// noteContact opens a note about a child, to be found in the child's file.
func (p *Group) noteContact(c registry.ChildName) {
	r, author := p.desk.Registry, p.desk.Viewer
	var names []string
	for _, k := range fr.NoteKinds() {
		names = append(names, fr.NoteKind(k))
	}
	kind := kit.NewSelectField("Nature", names, slices.Index(fr.NoteKinds(), data.NoteCall))
	day := kit.NewDateField("Date", p.desk.Today())
	day.SetValue(p.desk.Today())
	day.Needed = "Indiquez la date."
	title := kit.NewTextField("En une ligne", "")
	title.Needed = "Écrivez en une ligne de quoi il s’agit."
	text := kit.NewNoteField("Ce qui s’est dit", "", 4)
	p.show(sheet{
		title: "Noter un contact, " + short(c), verb: "Enregistrer le contact", form: kit.NewForm(kind, day, title, text),
		body: kit.VBox(look.Gap, kit.Columns(look.Gap, kit.Share(1, kind), kit.Share(1, day)), title, text),
		gather: func() change {
			n := data.Note{ChildID: c.ID, On: day.Value(), Kind: fr.NoteKinds()[kind.Chosen()], Title: title.Text(), Text: text.Text(), AuthorID: author}
			return change{work: func(attempt) error {
				note := n
				return r.Notes.Save(&note)
			}}
		},
		faults: func(err error) bool {
			return forms.Beside(err, map[string]kit.Input{"On": day, "Title": title, "Text": text})
		},
		done: func() { p.desk.Window.Toast("Contact enregistré dans la fiche "+fr.De(short(c))+".", nil) },
	})
}
