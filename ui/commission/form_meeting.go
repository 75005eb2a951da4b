package commission

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// sheetWidth is that of the sheets of this page: their rows hold four fields.
const sheetWidth = 760

// meetingFields are the fields of a meeting.
type meetingFields struct {
	on                      *kit.DateField
	start                   *kit.TimeField
	place, chair, secretary *kit.TextField
	invited                 *kit.RowsField[data.Invitee]
	notes                   *kit.TextField
}

func (p *Page) meetingForm() (*sheet.Form, meetingFields) {
	x := meetingFields{
		on: kit.NewDateField("Date", p.desk.Today()), start: kit.NewTimeField("Heure", ""), place: shortField("Lieu"),
		chair: shortField("Présidence"), secretary: shortField("Secrétariat"), invited: inviteesField(),
		notes: noteField("Autres points, sans nom d’enfant", 3),
	}
	x.on.Needed = "Indiquez la date."
	f := sheet.New(p.desk)
	f.Field("On", x.on)
	f.Add(x.start)
	f.Field("Place", x.place)
	f.Field("Chair", x.chair)
	f.Field("Secretary", x.secretary)
	f.Field("Invited.Name", x.invited)
	f.Field("Notes", x.notes)
	return f, x
}

func shortField(label string) *kit.TextField {
	t := kit.NewTextField(label, "")
	t.Max = data.MaxName
	return t
}

func noteField(label string, lines int) *kit.TextField {
	t := kit.NewNoteField(label, "", lines)
	t.Max = data.MaxNote
	return t
}

func (x meetingFields) body() *fyne.Container {
	return kit.VBox(look.Gap, kit.Grid(2, look.Gap, x.on, x.start), x.place, kit.Grid(2, look.Gap, x.chair, x.secretary), x.invited, x.notes)
}

func (x meetingFields) fill(c data.Commission) {
	x.on.SetValue(c.On)
	x.start.SetValue(c.Start)
	x.place.SetText(c.Place)
	x.chair.SetText(c.Chair)
	x.secretary.SetText(c.Secretary)
	x.invited.SetValues(c.Invited)
	x.notes.SetText(c.Notes)
}

func (x meetingFields) read(c *data.Commission) {
	c.On, c.Start, c.Place, c.Chair, c.Secretary = x.on.Value(), x.start.Value(), x.place.Text(), x.chair.Text(), x.secretary.Text()
	c.Invited, c.Notes = x.invited.Values(), x.notes.Text()
}

// inviteesField edits who is invited, and who came.
func inviteesField() *kit.RowsField[data.Invitee] {
	return kit.NewRowsField(kit.RowsParts[data.Invitee]{
		Label: "Personnes invitées", Help: "Nom, fonction, structure\u00a0; la présence se note le jour même.", Empty: "Personne n’est noté.",
		Add: "Ajouter une personne", Take: "Retirer cette personne",
		New: func([]data.Invitee) data.Invitee { return data.Invitee{} },
		Row: inviteeRow,
		Rule: func(all []data.Invitee) string {
			for _, i := range all {
				if i.IsZero() {
					return "Indiquez un nom, une fonction ou une structure."
				}
			}
			return ""
		},
	})
}

// cameWidth is that of the choice of a presence in a row.
const cameWidth = 130

func inviteeRow(i data.Invitee) kit.FieldRow[data.Invitee] {
	name, job, structure := shortField("").Hint("Nom"), shortField("").Hint("Fonction"), shortField("").Hint("Structure")
	name.SetText(i.Name)
	job.SetText(i.Job)
	structure.SetText(i.Structure)
	came := kit.NewSelectField("", []string{"Non noté", "Présence", "Absence"}, int(i.Came))
	return kit.FieldRow[data.Invitee]{
		Body:   kit.Columns(look.Tight, kit.Share(1, name), kit.Share(1, job), kit.Share(1, structure), kit.Fixed(cameWidth, came)),
		Inputs: []kit.Input{name, job, structure, came},
		Value: func() data.Invitee {
			return data.Invitee{Name: name.Text(), Job: job.Text(), Structure: structure.Text(), Came: data.Answer(max(0, came.Chosen()))}
		},
	}
}

// prepare is the sheet of a new meeting. Who was invited to the latest one is invited again.
func (p *Page) prepare() {
	f, x := p.meetingForm()
	var start data.Commission
	if len(p.rows) > 0 {
		latest, _ := p.desk.Registry.Commissions.Get(p.rows[0].ID)
		start = data.Commission{Start: latest.Start, Place: latest.Place, Chair: latest.Chair, Secretary: latest.Secretary, Invited: latest.Invited}
		for i := range start.Invited {
			start.Invited[i].Came = data.Unsaid
		}
	}
	f.Filling(func() { x.fill(start) })
	f.Show(sheet.Parts{Title: "Préparer une réunion", Verb: "Créer la réunion", Width: sheetWidth, Body: x.body(), Save: func() (func() error, func()) {
		var c data.Commission
		x.read(&c)
		return func() error { return p.desk.Registry.Commissions.Save(&c) }, func() {
			p.chosen = c.ID
			p.load()
			p.desk.Window.Toast("La réunion du "+fr.DateLong(c.On)+" est créée.", nil)
		}
	}})
}

// edit is the sheet of the meeting on show.
func (p *Page) edit() {
	f, x := p.meetingForm()
	sheet.Edit(f, sheet.Record[data.Commission]{
		Table: p.desk.Registry.Commissions, ID: p.chosen, Fill: x.fill, Read: x.read,
		Done: func() { p.desk.Window.Toast("La réunion est enregistrée.", nil) },
	}, sheet.Parts{Title: "Modifier la réunion", Verb: "Enregistrer la réunion", Width: sheetWidth, Body: x.body()})
}
