package safety

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// placeFields are those of a place.
type placeFields struct {
	label, path *kit.TextField
	ring        *kit.CheckField
	form        *sheet.Form
}

func (p *Backups) placeFields(place data.BackupPlace) *placeFields {
	f := &placeFields{
		label: kit.NewTextField("Nom", "Ce que l’équipe en dit\u00a0: disque du service, clé USB rouge…"),
		path:  kit.NewTextField("Dossier", ""), ring: kit.NewCheckField("Y copier aussi le trousseau de clés", place.Ring),
		form: sheet.New(p.desk),
	}
	f.label.SetText(place.Label)
	f.path.Max, f.path.Needed = 0, "Choisissez un dossier."
	f.path.Valid = func(text string) string {
		if !filepath.IsAbs(text) {
			return "Écrivez le chemin du dossier en entier, à partir du disque."
		}
		return ""
	}
	f.path.SetText(place.Path)
	browse := kit.NewButton("Choisir", "folder-down", kit.Secondary, func() {
		p.desk.Papers.ChooseFolder(f.path.Text(), func(dir string) { f.path.SetText(dir) })
	})
	f.path.Beside(browse)
	f.form.Field("Places.Label", f.label)
	f.form.Field("Places.Path", f.path)
	f.form.Add(f.ring)
	return f
}

func (f *placeFields) body() *fyne.Container {
	return kit.VBox(look.Gap, f.path, f.label, kit.VBox(2, f.ring,
		kit.Paragraph("Le trousseau ouvre les sauvegardes. Gardez-le sur une ou deux clés USB rangées sous clé, "+
			"jamais sur un dossier que d’autres voient.", look.Detail)))
}

// read lays what was typed over a place.
func (f *placeFields) read(place data.BackupPlace) data.BackupPlace {
	place.Label, place.Path, place.Ring = f.label.Text(), filepath.Clean(f.path.Text()), f.ring.On()
	return place
}

// add asks for a folder, then for its name.
func (p *Backups) add() {
	p.desk.Papers.ChooseFolder("", func(dir string) {
		f := p.placeFields(data.BackupPlace{Path: dir, Ring: !slices.ContainsFunc(p.safety.Places, func(x data.BackupPlace) bool { return x.Ring })})
		f.form.Show(sheet.Parts{Title: "Ajouter un emplacement", Verb: "Ajouter", Body: f.body(), Save: func() (func() error, func()) {
			place := f.read(data.BackupPlace{})
			return p.change(func(s *data.Safety) { s.Places = append(s.Places, place) }), func() {
				p.desk.Window.Toast("Emplacement ajouté.", nil)
			}
		}})
	})
}

// edit changes a place, or takes it away.
func (p *Backups) edit(i int) {
	old := p.safety.Places[i]
	f := p.placeFields(old)
	remove := kit.NewSmall("Retirer cet emplacement", "trash-2", kit.Danger, func() {
		f.form.Close()
		p.askRemove(old)
	})
	body := kit.VBox(look.Wide, f.body(), kit.HBox(0, remove))
	f.form.Show(sheet.Parts{Title: "Modifier l’emplacement", Verb: "Enregistrer", Body: body, Save: func() (func() error, func()) {
		place := f.read(old)
		if place.Path != old.Path { // another folder has nothing yet
			place.DoneAt, place.File, place.RingAt, place.FailedAt = 0, "", 0, 0
		}
		return p.change(func(s *data.Safety) {
			if at := placeAt(s, old); at >= 0 {
				s.Places[at] = place
			}
		}), func() { p.desk.Window.Toast("Modifications enregistrées.", nil) }
	}})
}

// placeAt finds a place by its folder; -1 when it is gone.
func placeAt(s *data.Safety, place data.BackupPlace) int {
	return slices.IndexFunc(s.Places, func(x data.BackupPlace) bool { return x.Path == place.Path })
}

func (p *Backups) askRemove(old data.BackupPlace) {
	text := "Mercredi n’y écrira plus. Les sauvegardes qui s’y trouvent restent lisibles."
	if old.Ring {
		text += " La copie du trousseau aussi\u00a0: détruisez le fichier mercredi.cles si ce support ne sert plus."
	}
	kit.Ask(p.desk.Window.Canvas(), kit.Question{
		Title: "Retirer " + fr.Quote(placeName(old)) + "\u00a0?", Text: text, Verb: "Retirer", Safe: "Garder", Danger: true,
		Do: func() {
			p.desk.Do(p.change(func(s *data.Safety) {
				if at := placeAt(s, old); at >= 0 {
					s.Places = slices.Delete(s.Places, at, at+1)
				}
			}), func() { p.desk.Window.Toast("Emplacement retiré.", nil) })
		},
	})
}

// change answers what keeps one change of the record as it is then: backups write in it too.
func (p *Backups) change(edit func(*data.Safety)) func() error {
	r := p.desk.Registry
	return func() error {
		s := r.Safety()
		s.Places = slices.Clone(s.Places)
		edit(&s)
		return r.SaveSafety(&s)
	}
}

// editNumbers changes how much is kept and how often.
func (p *Backups) editNumbers() {
	s := p.safety
	number := func(label, help string, low, high int) *kit.NumberField {
		return kit.NewNumberField(label, help, low, high)
	}
	fields := []struct {
		name  string
		field *kit.NumberField
		of    func(*data.Safety) *int
	}{
		{"Daily", number("Une par jour", "Nombre de jours.", 1, 60), func(s *data.Safety) *int { return &s.Daily }},
		{"Weekly", number("Puis une par semaine", "Nombre de semaines.", 0, 60), func(s *data.Safety) *int { return &s.Weekly }},
		{"Monthly", number("Puis une par mois", "Nombre de mois.", 0, 60), func(s *data.Safety) *int { return &s.Monthly }},
		{"CarrierDays", number("Trousseau à revoir, en jours", "Au-delà, un support non revu est signalé.", 1, 366),
			func(s *data.Safety) *int { return &s.CarrierDays }},
		{"DrillDays", number("Essai de restauration, en jours", "Au-delà, un nouvel essai est demandé.", 1, 366),
			func(s *data.Safety) *int { return &s.DrillDays }},
		{"JournalMonths", number("Journal gardé, en mois", "De 6 à 36, à choisir avec le délégué à la protection des données.", 6, 36),
			func(s *data.Safety) *int { return &s.JournalMonths }},
	}
	form := sheet.New(p.desk)
	var objs []fyne.CanvasObject
	for _, x := range fields {
		x.field.SetValue(*x.of(&s))
		form.Field(x.name, x.field)
		objs = append(objs, x.field)
	}
	body := kit.VBox(look.Gap, kit.Grid(3, look.Gap, objs[:3]...), kit.Grid(2, look.Gap, objs[3:5]...), objs[5])
	form.Show(sheet.Parts{Title: "Ce qui est gardé", Verb: "Enregistrer", Body: body, Width: 640, Save: func() (func() error, func()) {
		values := make([]int, len(fields))
		for i, x := range fields {
			values[i] = x.field.Value()
		}
		return p.change(func(s *data.Safety) {
			for i, x := range fields {
				*x.of(s) = values[i]
			}
		}), func() { p.desk.Window.Toast("Réglages enregistrés.", nil) }
	}})
}
