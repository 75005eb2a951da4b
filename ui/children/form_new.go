package children

import (
	"cmp"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/sheet"
)

// newChildForm is the sheet that writes down a child: what is known on the first day.
type newChildForm struct {
	*sheet.Form
	desk        page.Desk
	rows        []registry.ChildRow // to see whether the child is already there
	first, last *kit.TextField
	birth       *kit.DateField
	sex         choice[data.Sex]
	school      choice[data.ID[data.School]]
	grade       choice[data.Grade]
	worker      choice[data.ID[data.Member]]

	family      data.ID[data.Family] // one that exists; zero for a new one
	familyPlace *fyne.Container
	adultFirst  *kit.TextField
	adultLast   *kit.TextField
	adultPhone  *kit.TextField
	alike       data.ID[data.Child] // the child the warning is about
}

// newChild opens the sheet. The file of the child opens when it is kept.
func newChild(d page.Desk, rows []registry.ChildRow) {
	f := &newChildForm{
		Form: sheet.New(d), desk: d, rows: rows,
		first: nameField("Prénom", "Écrivez le prénom."), last: nameField("Nom", "Écrivez le nom."),
		birth: birthField(d.Today()), sex: newChoice("Sexe", sexes()),
		school: newChoice("École", schools(d.Registry, data.ID[data.School]{})), grade: newChoice("Niveau", grades()),
		worker:     newChoice("Référent·e de parcours", members(d.Registry, data.ID[data.Member]{})),
		adultFirst: shortField("Prénom", ""), adultLast: shortField("Nom", "Si vide, le nom de l’enfant."),
		adultPhone: sheet.NewPhone("Téléphone"),
	}
	f.worker.set(d.Viewer)
	f.Field("FirstName", f.first)
	f.Field("LastName", f.last)
	f.Field("BirthDate", f.birth)
	f.Add(f.sex.in, f.school.in, f.grade.in, f.worker.in)
	f.Field("Guardians.FirstName", f.adultFirst)
	f.Field("Guardians.LastName", f.adultLast)
	f.Add(f.adultPhone)
	f.familyPlace = kit.Holder(kit.Gap(1))
	f.showFamily()
	f.OnEdit = f.warn
	f.Show(sheet.Parts{Title: "Ajouter un enfant", Verb: "Ajouter l’enfant", Width: 620, Save: f.save, Body: kit.VBox(look.Gap,
		kit.Grid(2, look.Gap, f.first, f.last),
		kit.Grid(2, look.Gap, f.birth, f.sex.in),
		kit.Grid(2, look.Gap, f.school.in, f.grade.in),
		f.worker.in,
		kit.Separator(),
		f.familyPlace,
	)})
}

// showFamily shows the family that was chosen, or the fields of a new one.
func (f *newChildForm) showFamily() {
	if f.family.IsZero() {
		var choose fyne.CanvasObject
		if f.desk.Registry.Families.Len() > 0 {
			choose = kit.NewSmall("Choisir une famille connue", "search", kit.Secondary, f.chooseFamily)
		}
		kit.Replace(f.familyPlace, kit.VBox(look.Gap,
			kit.HBox(look.Tight, kit.Section("Famille"), kit.Spacer(), choose),
			kit.Text("Le premier responsable à appeler. Le reste se complète plus tard.", look.Detail),
			kit.Grid(3, look.Gap, f.adultFirst, f.adultLast, f.adultPhone)))
	} else {
		known, _ := f.desk.Registry.Family(f.family)
		kit.Replace(f.familyPlace, kit.VBox(look.Gap,
			kit.HBox(look.Tight, kit.Section("Famille"), kit.Spacer(),
				kit.NewSmall("Écrire une nouvelle famille", "", kit.Secondary, func() { f.setFamily(data.ID[data.Family]{}) })),
			kit.EventRow(kit.Event{Icon: "users-round", Tone: look.Info, Title: "Famille " + known.Name,
				Detail: familyDetail(known.Guardians, known.Children), First: true})))
	}
	kit.Relayout(f.familyPlace)
}

func (f *newChildForm) chooseFamily() { pickFamily(f.desk, "Choisir la famille", f.setFamily) }

func (f *newChildForm) setFamily(id data.ID[data.Family]) {
	f.family = id
	f.showFamily()
}

// warn says that a child like the one being typed is already there. It never stops.
func (f *newChildForm) warn() {
	found := alike(f.rows, f.first.Text(), f.last.Text(), f.birth.Value())
	if len(found) == 0 {
		f.alike = data.ID[data.Child]{}
		f.Say(nil)
		f.Rename("Ajouter l’enfant")
		return
	}
	r := found[0]
	if r.ID == f.alike {
		return
	}
	f.alike = r.ID
	f.Rename("Ajouter quand même")
	f.Say(kit.Notice(look.Warning, existing(r), "Vérifiez que ce n’est pas le même enfant.",
		kit.NewSmall("Ouvrir sa fiche", "", kit.Secondary, func() {
			f.Close()
			f.desk.Window.Go(page.Route{Page: page.Child, Child: r.ID})
		})))
}

func (f *newChildForm) save() (work func() error, done func()) {
	child := data.Child{
		FirstName: f.first.Text(), LastName: f.last.Text(), BirthDate: f.birth.Value(), Sex: f.sex.value(),
		SchoolID: f.school.value(), Grade: f.grade.value(), KeyWorkerID: f.worker.value(), FamilyID: f.family,
	}
	family, withFamily := f.newFamily()
	r := f.desk.Registry
	work = func() error {
		return r.Update(func(tx *registry.Tx) error {
			if withFamily {
				if err := registry.Put(tx, r.Families, &family); err != nil {
					return err
				}
				child.FamilyID = family.ID
			}
			return registry.Put(tx, r.Children, &child)
		})
	}
	return work, func() {
		f.desk.Window.Toast("La fiche "+fr.De(fr.ShortName(child.FirstName, child.LastName))+" est créée.", nil)
		f.desk.Window.Go(page.Route{Page: page.Child, Child: child.ID})
	}
}

// newFamily is the family that was typed; false when nothing was, or when one was chosen.
func (f *newChildForm) newFamily() (data.Family, bool) {
	first, last, phone := f.adultFirst.Text(), f.adultLast.Text(), sheet.PhoneOf(f.adultPhone)
	if !f.family.IsZero() || first == "" && last == "" && phone == "" {
		return data.Family{}, false
	}
	return data.Family{
		Name:      f.last.Text(),
		Guardians: []data.Guardian{{FirstName: first, LastName: cmp.Or(last, f.last.Text()), Phone: phone}},
	}, true
}
