package children

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
)

// option is a value and its words.
type option[V comparable] struct {
	value V
	words string
}

// choice is a select field over values. Its first option is that nothing is said.
type choice[V comparable] struct {
	in      *kit.SelectField
	options []option[V]
}

func newChoice[V comparable](label string, options []option[V]) choice[V] {
	words := make([]string, len(options))
	for i, o := range options {
		words[i] = o.words
	}
	return choice[V]{kit.NewSelectField(label, words, 0), options}
}

func (c choice[V]) value() V {
	if i := c.in.Chosen(); i >= 0 && i < len(c.options) {
		return c.options[i].value
	}
	var none V
	return none
}

// set chooses a value; one that is not offered any more (an archived school) is shown as nothing said.
func (c choice[V]) set(v V) {
	c.in.Choose(max(0, slices.IndexFunc(c.options, func(o option[V]) bool { return o.value == v })))
}

const unsaid = "Non renseigné"

func sexes() []option[data.Sex] {
	return []option[data.Sex]{{data.SexUnknown, unsaid}, {data.Girl, "Fille"}, {data.Boy, "Garçon"}}
}

func answers() []option[data.Answer] {
	return []option[data.Answer]{{data.Unsaid, unsaid}, {data.Yes, "Oui"}, {data.No, "Non"}}
}

func grades() []option[data.Grade] {
	out := []option[data.Grade]{{data.GradeUnknown, unsaid}}
	for _, g := range fr.Grades() {
		if g != data.GradeUnknown {
			out = append(out, option[data.Grade]{g, fr.Grade(g)})
		}
	}
	return out
}

// schools lists those in use, and the one that is kept even when it is archived.
func schools(r *registry.Registry, kept data.ID[data.School]) []option[data.ID[data.School]] {
	out := []option[data.ID[data.School]]{{words: unsaid + "e"}}
	for _, s := range r.SchoolRows() {
		if !s.Archived || s.ID == kept {
			out = append(out, option[data.ID[data.School]]{s.ID, s.Name})
		}
	}
	return out
}

// members lists the team, and the one that is kept even when archived.
func members(r *registry.Registry, kept data.ID[data.Member]) []option[data.ID[data.Member]] {
	out := []option[data.ID[data.Member]]{{words: unsaid}}
	for _, m := range r.MemberRows() {
		if !m.Archived || m.ID == kept {
			out = append(out, option[data.ID[data.Member]]{m.ID, fr.FullName(m.First, m.Last)})
		}
	}
	return out
}

func relations() []option[data.Relation] {
	out := []option[data.Relation]{}
	for _, x := range fr.Relations() {
		out = append(out, option[data.Relation]{x, fr.Capital(fr.Relation(x))})
	}
	return out
}

func decisions() []option[data.Decision] {
	out := []option[data.Decision]{}
	for _, x := range []data.Decision{data.DecisionPending, data.DecisionFavourable, data.DecisionDeferred, data.DecisionRefused} {
		out = append(out, option[data.Decision]{x, fr.Capital(fr.Decision(x))})
	}
	return out
}

func noteKinds() []option[data.NoteKind] {
	out := []option[data.NoteKind]{}
	for _, x := range fr.NoteKinds() {
		out = append(out, option[data.NoteKind]{x, fr.NoteKind(x)})
	}
	return out
}

// nameField is a name that cannot be empty.
func nameField(label, needed string) *kit.TextField {
	t := kit.NewTextField(label, "")
	t.Needed, t.Max = needed, data.MaxName
	return t
}

// shortField is a line that may be empty.
func shortField(label, help string) *kit.TextField {
	t := kit.NewTextField(label, help)
	t.Max = data.MaxName
	return t
}

// noteField is a text of several lines.
func noteField(label string, lines int) *kit.TextField {
	t := kit.NewNoteField(label, "", lines)
	t.Max = data.MaxNote
	return t
}

// birthField is a birth date, with the age it makes.
func birthField(today data.Date) *kit.DateField {
	f := kit.NewDateField("Date de naissance", today)
	f.Explain = func(d data.Date) string { return cmp.Or(fr.Age(d.AgeOn(today)), fr.DateLong(d)) }
	f.Rule = func(d data.Date) string {
		if err := data.CheckBirth(d, today); err != nil {
			return fr.Error(err)
		}
		return ""
	}
	return f
}

// requiredDate is a date that cannot be empty.
func requiredDate(d page.Desk, label, needed string) *kit.DateField {
	f := kit.NewDateField(label, d.Today())
	f.Needed = needed
	return f
}
