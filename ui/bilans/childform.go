package bilans

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// childForm is what a child's form shows besides its texts.
type childForm struct {
	regularity *fyne.Container
	left       *fyne.Container // how many skills are left to rate
	ratings    []*kit.Rating   // one a skill
}

func (c *childBilan) form(final bool) form[childRecord] {
	var f form[childRecord]
	text := func(label string, lines int, name string, of func(*data.Bilan) *string) *kit.TextField {
		field := kit.NewNoteField(label, "", lines)
		field.SetReadOnly(final)
		f.inputs = append(f.inputs, note(field, label, name, of))
		return field
	}
	c.regularity = kit.Holder(kit.Gap(1))
	f.parts = append(f.parts, titled("Régularité", "Régularité", c.regularity), c.skills(final))
	for _, r := range c.ratings {
		f.more = append(f.more, r)
	}
	f.parts = append(f.parts,
		titled("Points d’appui", "Points d’appui", kit.Columns(look.Gap,
			kit.Share(1, text("Ressources et points forts", 2, "Strengths", func(b *data.Bilan) *string { return &b.Strengths })),
			kit.Share(1, text("Points de vigilance", 2, "Watch", func(b *data.Bilan) *string { return &b.Watch })))),
		titled("Paroles", "Paroles", kit.Columns(look.Gap,
			kit.Share(1, text("De l’enfant", 3, "ChildWords", func(b *data.Bilan) *string { return &b.ChildWords })),
			kit.Share(1, text("De la famille", 3, "FamilyWords", func(b *data.Bilan) *string { return &b.FamilyWords })),
			kit.Share(1, text("De l’école", 3, "SchoolWords", func(b *data.Bilan) *string { return &b.SchoolWords })))))
	title, who := c.author()
	synthesis := text(who, 4, "Synthesis", func(b *data.Bilan) *string { return &b.Synthesis })
	f.inputs[len(f.inputs)-1].label = "Synthèse"
	f.parts = append(f.parts, titled("Synthèse", title, synthesis))
	next := text("Proposition", 1, "Next", func(b *data.Bilan) *string { return &b.Next })
	f.parts = append(f.parts,
		titled("Suites", "Suites", kit.Columns(look.Gap, kit.Share(1, next), kit.Fixed(190, c.meeting(&f, final)))),
		titled("", "Demande et contexte",
			text("Pourquoi cet atelier, avec quels objectifs", 2, "Context", func(b *data.Bilan) *string { return &b.Context })))
	return f
}

// author is the title of the synthesis, and who signs it.
func (c *childBilan) author() (title, who string) {
	if len(c.view.Facilitators) == 0 {
		return "Synthèse", cmp.Or(c.view.Author.Name, "Synthèse")
	}
	a := c.view.Facilitators[0]
	who = a.Name
	if a.Profession != "" {
		who += ", " + fr.Lower(a.Profession)
	}
	return "Synthèse de " + strings.ToLower(fr.Le(fr.FacilitatorWord(a.Feminine))), who
}

// meeting is the day of the meeting with the family; once final it is only read.
func (c *childBilan) meeting(f *form[childRecord], final bool) fyne.CanvasObject {
	const label = "Rencontre avec la famille"
	on := func(b *data.Bilan) *data.Date { return &b.FamilyOn }
	if !final {
		field := kit.NewDateField(label, c.desk.Today())
		f.inputs = append(f.inputs, day(field, label, "FamilyOn", on))
		return field
	}
	field := kit.NewTextField(label, "")
	field.SetReadOnly(true)
	words := func(b data.Bilan) string { return fr.DateLong(b.FamilyOn) }
	f.inputs = append(f.inputs, input[childRecord]{
		Input: field, label: label, name: "FamilyOn", words: words,
		show: func(b data.Bilan) { field.SetText(words(b)) }, take: func(*data.Bilan) {}, unread: func() bool { return false },
	})
	return field
}

// fewSkills is how many skills are read at a glance; beyond, they stand by family.
const fewSkills = 7

// skills is the part of the levels: the words of the earlier moments, the boxes of this one.
func (c *childBilan) skills(final bool) part {
	c.left = kit.Holder(kit.Gap(0))
	c.ratings = nil
	body := kit.VBox(0, kit.HBox(look.Tight, kit.Section("Évolution par compétence"), c.left))
	before := momentsBefore(c.view.Bilan.Moment)
	if len(c.view.Skills) == 0 {
		body.Add(kit.Paragraph("Ce cycle n’a pas de grille d’évaluation.", look.Detail))
		return part{"Compétences", body}
	}
	var titles []string
	for _, m := range before {
		titles = append(titles, momentTitle(m))
	}
	body.Add(kit.RatingTitles(titles, momentTitle(c.view.Bilan.Moment)))
	rows := slices.Clone(c.view.Skills)
	byFamily := len(rows) > fewSkills
	for i, s := range c.view.Skills {
		if byFamily && (i == 0 || s.Skill != c.view.Skills[i-1].Skill) {
			body.Add(kit.PadXY(0, look.Hair, kit.Text(fr.Capital(fr.SkillFamily(s.Skill)), look.DetailBold)))
		}
		body.Add(c.skill(s, final))
	}
	return part{"Compétences", body}
}

func (c *childBilan) skill(s registry.SkillRow, final bool) fyne.CanvasObject {
	var before []string
	for _, m := range momentsBefore(c.view.Bilan.Moment) {
		before = append(before, levelWords(s.Level(m, data.ByFacilitator), c.view.Levels))
	}
	r := kit.NewRating(s.Label, c.view.Levels, func(level int) { c.rate(s.Key, level) })
	r.SetReadOnly(final)
	if final {
		r.Unrated = "non évalué"
	}
	c.ratings = append(c.ratings, r)
	return kit.RatingRow(s.Label, before, r)
}

// around shows the attendance and the levels as they are kept. A level on its way is left as it was chosen.
func (c *childBilan) around(b data.Bilan) {
	v, ok := c.desk.Registry.BilanView(b)
	if !ok {
		return
	}
	c.view = v
	left := 0
	for i, s := range v.Skills {
		level := s.Level(b.Moment, data.ByFacilitator)
		if level == 0 {
			left++
		}
		if i < len(c.ratings) && len(c.keep.jobs) == 0 && !c.keep.busy {
			c.ratings[i].SetValue(level)
		}
	}
	kit.Replace(c.regularity, regularityRow(v.Regularity, v.Low, regularityWords(v.Regularity)))
	if left > 0 && b.State == data.BilanDraft {
		kit.Replace(c.left, kit.Badge(fr.Number(left)+" à évaluer", "circle-alert", look.Warning))
	} else {
		kit.Replace(c.left)
	}
}

// regularityRow is the bar of attendance, its figure and its sentence.
func regularityRow(r data.Regularity, low bool, words string) fyne.CanvasObject {
	n, ok := r.Percent()
	if !ok {
		return kit.Text(words, look.Detail)
	}
	tone := look.Good
	if low {
		tone = look.Alarm
	}
	return kit.HBox(look.Wide, kit.Bar(float64(n)/100, tone, 150), kit.Text(fr.Percent(n), look.BodyBold.Tabular()),
		kit.Grow(kit.Text(words, look.Body.As(look.Ink2))))
}
