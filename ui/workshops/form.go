package workshops

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// fiche is the sheet of a workshop: its numbers, and the written part of the fiche action.
type fiche struct {
	list *List
	w    data.Workshop // as it was read
	form *sheet.Form

	name, short, themes                         *kit.TextField
	discipline                                  *kit.TileField
	format, minGrade, maxGrade, weekday, rhythm *kit.SelectField
	rubric                                      *kit.SelectField
	minAge, maxAge, capacity, groups, sessions  *kit.NumberField
	minutes, midAfter, decisionAfter            *kit.NumberField
	plan                                        planFields
	rubrics                                     sheet.Choice[data.Rubric]
	written                                     []written
	disciplines                                 []data.Discipline
	formats                                     []data.Format
	grades                                      []data.Grade
}

// written is one text of the fiche.
type written struct {
	field *kit.TextField
	in    func(*data.Fiche) *string
}

// weekdays are those on which workshops can be held; Sunday is not among them.
var weekdays = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday}

// add describes a new workshop.
func (p *List) add() {
	p.show(data.Workshop{
		Discipline: data.SchoolSupport, Capacity: 6, Groups: 1, Sessions: 12, SessionMinutes: 60, Weekday: time.Wednesday,
		RubricID: p.onlyRubric(),
	}, false)
}

func (p *List) edit(id data.ID[data.Workshop]) {
	w, ok := p.desk.Registry.Workshops.Get(id)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	p.show(w, true)
}

// onlyRubric is the grid of a file that has one.
func (p *List) onlyRubric() data.ID[data.Rubric] {
	if all := p.desk.Registry.Rubrics.All(); len(all) == 1 {
		return all[0].ID
	}
	return data.ID[data.Rubric]{}
}

func (p *List) show(w data.Workshop, known bool) {
	f := &fiche{list: p, w: w, form: sheet.New(p.desk)}
	parts := sheet.Parts{Title: "Ajouter un atelier", Verb: "Ajouter l’atelier", Width: 720}
	body := kit.VBox(look.Wide, f.identity(), f.numbers(), f.planning(), f.texts())
	parts.Body = body
	if known {
		parts.Title, parts.Verb = "Fiche action, "+fr.Lower(w.Name), "Enregistrer"
		body.Add(kit.HBox(0, f.archiving()))
		sheet.Edit(f.form, sheet.Record[data.Workshop]{
			Table: p.desk.Registry.Workshops, ID: w.ID, Fill: f.fill, Read: f.read,
			Done: func() { p.desk.Window.Toast("La fiche est enregistrée.", nil) },
		}, parts)
		return
	}
	f.form.Filling(func() { f.fill(w) })
	parts.Save = func() (func() error, func()) {
		added := w
		f.read(&added)
		return func() error { return p.desk.Registry.Workshops.Save(&added) }, func() {
			p.desk.Window.Toast(added.Name+" rejoint les ateliers.", nil)
		}
	}
	f.form.Show(parts)
}

// identity is what the workshop is called, and for whom it is.
func (f *fiche) identity() fyne.CanvasObject {
	f.name, f.short = kit.NewTextField("Nom", ""), kit.NewTextField("Nom court", "Celui des listes et des plannings.")
	f.name.Needed, f.name.Max, f.short.Max = "Donnez un nom à l’atelier.", data.MaxName, data.MaxName
	f.disciplines = fr.Disciplines()
	if !slices.Contains(f.disciplines, f.w.Discipline) {
		f.disciplines = append(f.disciplines, f.w.Discipline)
	}
	tiles := make([]kit.TileOption, len(f.disciplines))
	for i, d := range f.disciplines {
		tiles[i] = kit.TileOption{Icon: look.DisciplineIcon(string(d)), Label: said(fr.Discipline(d), "Autre"), Tone: look.ToneName(d)}
	}
	f.discipline = kit.NewTileField("Couleur et pictogramme", tiles, slices.Index(f.disciplines, f.w.Discipline))
	f.formats = []data.Format{data.InGroup, data.Individual, data.WithFamily}
	f.format = kit.NewSelectField("Format", kit.Labels(f.formats, func(x data.Format) string { return fr.Capital(fr.Format(x)) }), 0)
	f.grades = fr.Grades()
	names := kit.Labels(f.grades, func(g data.Grade) string { return said(fr.Grade(g), "tous") })
	f.minGrade, f.maxGrade = kit.NewSelectField("Niveau, de", names, 0), kit.NewSelectField("Niveau, à", names, 0)
	f.minAge = kit.NewNumberField("Âge, de", "", 0, 25)
	f.maxAge = kit.NewNumberField("Âge, à", "", 0, 25)
	f.minAge.Hint("tous")
	f.maxAge.Hint("tous")
	f.form.Field("Name", f.name)
	f.form.Field("ShortName", f.short)
	f.form.Add(f.discipline, f.format, f.minAge)
	f.form.Field("MaxAge", f.maxAge)
	f.form.Add(f.minGrade)
	f.form.Field("MaxGrade", f.maxGrade)
	return kit.VBox(look.Gap, row(f.name, f.short), f.discipline, row(f.format, row(f.minAge, f.maxAge), row(f.minGrade, f.maxGrade)))
}

// numbers are the defaults of every cycle that is opened.
func (f *fiche) numbers() fyne.CanvasObject {
	f.capacity = kit.NewNumberField("Places par groupe", "", 1, 100)
	f.groups = kit.NewNumberField("Groupes par cycle", "", 1, 50)
	f.sessions = kit.NewNumberField("Séances", "", 1, 60)
	f.minutes = kit.NewNumberField("Durée, en minutes", "", 15, 480)
	f.weekday = kit.NewSelectField("Jour", kit.Labels(weekdays, dayWord), 0)
	f.rhythm = kit.NewSelectField("Rythme", kit.Labels(rhythms, rhythmWord), 0)
	f.midAfter = kit.NewNumberField("Bilan de mi-cycle après la séance", "Vide\u00a0: pas de bilan à mi-cycle.", 0, 60)
	f.decisionAfter = kit.NewNumberField("Décider de la suite après la séance", "Vide\u00a0: pas de décision.", 0, 60)
	rubrics := f.list.desk.Registry.Rubrics.All()
	slices.SortFunc(rubrics, func(a, b data.Rubric) int { return fr.Compare(a.Name, b.Name) })
	f.rubrics = sheet.Among(rubrics, func(r data.Rubric) (data.ID[data.Rubric], string, bool) {
		return r.ID, r.Name, r.Archived && r.ID != f.w.RubricID
	})
	f.rubric = f.rubrics.Field("Grille d’évaluation", "aucune grille", f.w.RubricID)
	f.themes = kit.NewNoteField("Thèmes des séances, un par ligne", "Dans l’ordre. Ils se répartissent sur les séances du cycle.", 3)
	f.form.Field("Capacity", f.capacity)
	f.form.Field("Groups", f.groups)
	f.form.Field("Sessions", f.sessions)
	f.form.Field("SessionMinutes", f.minutes)
	f.form.Add(f.weekday, f.rhythm, f.midAfter, f.decisionAfter, f.rubric, f.themes)
	return kit.VBox(look.Gap, kit.Section("Proposé à l’ouverture d’un cycle"),
		row(f.capacity, f.groups, f.sessions, f.minutes), row(f.weekday, f.rhythm), row(f.midAfter, f.decisionAfter), f.rubric, f.themes)
}

// texts is the written part.
func (f *fiche) texts() fyne.CanvasObject {
	out := kit.VBox(look.Gap, kit.Section("Fiche action"))
	for _, x := range []struct {
		label string
		lines int
		in    func(*data.Fiche) *string
	}{
		{"Porteur", 1, func(x *data.Fiche) *string { return &x.Carrier }},
		{"Public", 1, func(x *data.Fiche) *string { return &x.Public }},
		{"Constats", 2, func(x *data.Fiche) *string { return &x.Findings }},
		{"Objectifs", 2, func(x *data.Fiche) *string { return &x.Objectives }},
		{"Description", 3, func(x *data.Fiche) *string { return &x.Description }},
		{"Lieu", 1, func(x *data.Fiche) *string { return &x.Venue }},
		{"Calendrier", 1, func(x *data.Fiche) *string { return &x.Calendar }},
		{"Partenaires", 1, func(x *data.Fiche) *string { return &x.Partners }},
		{"Pilotes", 1, func(x *data.Fiche) *string { return &x.Leads }},
		{"Intervenants", 1, func(x *data.Fiche) *string { return &x.Provider }},
		{"Moyens humains", 1, func(x *data.Fiche) *string { return &x.Staff }},
		{"Moyens matériels", 1, func(x *data.Fiche) *string { return &x.Equipment }},
		{"Budget, coûts et recettes", 1, func(x *data.Fiche) *string { return &x.Budget }},
		{"Indicateurs et outils d’évaluation", 2, func(x *data.Fiche) *string { return &x.Indicators }},
	} {
		field := kit.NewNoteField(x.label, "", x.lines)
		f.written = append(f.written, written{field, x.in})
		f.form.Add(field)
		out.Add(field)
	}
	return out
}

// fill shows a record in the fields.
func (f *fiche) fill(w data.Workshop) {
	f.name.SetText(w.Name)
	f.short.SetText(w.ShortName)
	f.discipline.Select(slices.Index(f.disciplines, w.Discipline))
	f.format.Choose(slices.Index(f.formats, w.Format))
	f.minAge.SetValue(w.MinAge)
	f.maxAge.SetValue(w.MaxAge)
	f.minGrade.Choose(slices.Index(f.grades, w.MinGrade))
	f.maxGrade.Choose(slices.Index(f.grades, w.MaxGrade))
	f.capacity.SetValue(w.Capacity)
	f.groups.SetValue(w.Groups)
	f.sessions.SetValue(w.Sessions)
	f.minutes.SetValue(w.SessionMinutes)
	f.weekday.Choose(max(0, slices.Index(weekdays, w.Weekday)))
	f.rhythm.Choose(slices.Index(rhythms, w.Rhythm))
	f.midAfter.SetValue(w.MidBilanAfter)
	f.decisionAfter.SetValue(w.DecisionAfter)
	f.rubric.Choose(f.rubrics.Index(w.RubricID))
	f.themes.SetText(strings.Join(w.Themes, "\n"))
	f.plan.fill(w)
	for _, x := range f.written {
		x.field.SetText(*x.in(&w.Fiche))
	}
}

// read lays what the fields say over a record.
func (f *fiche) read(w *data.Workshop) {
	w.Name, w.ShortName = f.name.Text(), f.short.Text()
	w.Discipline, w.Format = f.disciplines[f.discipline.Chosen()], f.formats[f.format.Chosen()]
	w.MinAge, w.MaxAge = f.minAge.Value(), f.maxAge.Value()
	w.MinGrade, w.MaxGrade = f.grades[f.minGrade.Chosen()], f.grades[f.maxGrade.Chosen()]
	w.Capacity, w.Groups, w.Sessions, w.SessionMinutes = f.capacity.Value(), f.groups.Value(), f.sessions.Value(), f.minutes.Value()
	w.Weekday, w.Rhythm = weekdays[f.weekday.Chosen()], rhythms[f.rhythm.Chosen()]
	w.MidBilanAfter, w.DecisionAfter = f.midAfter.Value(), f.decisionAfter.Value()
	f.plan.read(w)
	w.RubricID, w.Themes = f.rubrics.Chosen(f.rubric), linesOf(f.themes.Text())
	for _, x := range f.written {
		*x.in(&w.Fiche) = x.field.Text()
	}
}

// archiving is the button that hides the workshop from what can be opened.
func (f *fiche) archiving() fyne.CanvasObject {
	if f.w.Archived {
		return kit.NewSmall("Sortir des archives", "", kit.Secondary, func() { f.form.Close(); f.list.archive(f.w.ID, false) })
	}
	return kit.NewSmall("Archiver l’atelier", "inbox", kit.Secondary, func() { f.form.Close(); f.list.archive(f.w.ID, true) })
}
