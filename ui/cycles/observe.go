package cycles

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// The words of how a child took part and felt in a session: what one sees, never what one concludes.
var (
	participations = []string{"reste à distance", "regarde, écoute", "participe un peu", "participe", "participe beaucoup"}
	moods          = []string{"très difficile", "plutôt difficile", "entre les deux", "plutôt bien", "très bien"}
)

// observed is the note of one child being typed.
type observed struct {
	kept                data.Observation
	participation, mood *kit.Rating
	text                *kit.TextField
}

// observe opens the notes of the children who may have been there.
func (p *Group) observe(s registry.GroupSession) {
	r := p.desk.Registry
	kept := map[data.ID[data.Child]]data.Observation{}
	for _, o := range r.ObservationsIn(s.ID) {
		kept[o.ChildID] = o
	}
	col := p.column(s.ID)
	form, body := kit.NewForm(), kit.VBox(look.Wide)
	var fields []observed
	for _, row := range p.view.Rows {
		old, noted := kept[row.Child.ID]
		c := row.Cells[col]
		if c.Kind != registry.CellMark || !noted && (c.Mark == data.Excused || c.Mark == data.Absent) {
			continue // who was not there has nothing to be noted
		}
		if !noted {
			old = data.Observation{SessionID: s.ID, ChildID: row.Child.ID, AuthorID: p.desk.Viewer}
		}
		o := newObserved(short(row.Child), old)
		form.Add(o.participation, o.mood, o.text)
		fields = append(fields, o)
		body.Add(o.lay(short(row.Child), len(fields) == 1))
	}
	if len(fields) == 0 {
		body.Add(kit.EmptyState("users-round", "Aucun enfant présent à cette séance", "Corrigez les présences pour noter leurs observations."))
		kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{Title: "Notes des enfants", Body: body, Safe: "Fermer"})
		return
	}
	p.show(sheet{
		title: "Notes des enfants, séance" + nbsp + strconv.Itoa(s.Number) + ", " + dayWords(s.Date), verb: "Enregistrer les notes",
		body: body, form: form, width: 860,
		gather: func() change {
			var changed []data.Observation
			for _, o := range fields {
				if now := o.now(); now != o.kept {
					changed = append(changed, now)
				}
			}
			return change{work: func(attempt) error { return keepObservations(r, changed) }}
		},
		faults: func(err error) bool {
			for _, o := range fields {
				if now := o.now(); now.Check() != nil && forms.Beside(now.Check(), map[string]kit.Input{"Text": o.text}) {
					return true
				}
			}
			return false
		},
		done: func() { p.desk.Window.Toast("Notes enregistrées.", nil) },
	})
}

func newObserved(name string, old data.Observation) observed {
	o := observed{
		kept:          old,
		participation: kit.NewRating("Participation, "+name, participations, nil),
		mood:          kit.NewRating("Humeur, "+name, moods, nil),
		text:          kit.NewNoteField("", "", 1).Hint("Ce que vous avez vu, en quelques mots"),
	}
	o.participation.Unrated, o.mood.Unrated = "non saisi", "non saisi"
	o.participation.Calm, o.mood.Calm = true, true
	o.participation.SetValue(old.Participation)
	o.mood.SetValue(old.Mood)
	o.text.SetText(old.Text)
	return o
}

func (o observed) lay(name string, first bool) fyne.CanvasObject {
	rows := kit.VBox(look.Hair)
	if !first {
		rows.Add(kit.Separator())
		rows.Add(kit.Gap(look.Hair))
	}
	label := func(words string) *kit.Label { return kit.Text(words, look.Caption) }
	rows.Add(kit.Columns(look.Gap,
		kit.Fixed(150, kit.Text(name, look.BodyBold)),
		kit.Share(1, kit.VBox(0, label("Participation"), o.participation)),
		kit.Share(1, kit.VBox(0, label("Humeur"), o.mood))))
	rows.Add(o.text)
	return rows
}

// now is the note as it is typed.
func (o observed) now() data.Observation {
	n := o.kept
	n.Participation, n.Mood, n.Text = o.participation.Value(), o.mood.Value(), o.text.Text()
	return n
}

// keepObservations keeps all notes in one change; an emptied one is taken out.
func keepObservations(r *registry.Registry, changed []data.Observation) error {
	return r.Update(func(tx *registry.Tx) error {
		for i := range changed {
			o := &changed[i]
			empty := o.Participation == 0 && o.Mood == 0 && o.Text == ""
			var err error
			switch {
			case empty && !o.ID.IsZero():
				err = registry.Delete(tx, r.Observations, o.ID)
			case !empty:
				err = registry.Put(tx, r.Observations, o)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
