package bilans

import (
	"io"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

type groupRecord = data.GroupBilan

// groupBilan is the bilan of a group being written. It names no child.
type groupBilan struct {
	desk       page.Desk
	route      page.Route
	view       registry.GroupBilanView
	due        data.Date
	regularity *fyne.Container
	evolution  *fyne.Container
}

func newGroupBilan(d page.Desk, r page.Route) *groupBilan {
	return &groupBilan{desk: d, route: r}
}

func (g *groupBilan) read() (data.GroupBilan, bool) {
	b := g.desk.Registry.GroupBilan(g.route.Group, g.route.Moment)
	v, ok := g.desk.Registry.GroupBilanView(b)
	if ok {
		g.view = v
		cycle, _ := g.desk.Registry.Cycles.Get(v.Group.CycleID)
		g.due = cycle.EndBilanDue
		if b.Moment == data.MomentMid {
			g.due = cycle.MidBilanDue
		}
	}
	return b, ok
}

func (g *groupBilan) save(b *data.GroupBilan) error { return g.desk.Registry.SaveGroupBilan(b) }

func (g *groupBilan) finalize(b data.GroupBilan) error {
	return g.desk.Registry.FinalizeGroup(b.ID, g.desk.Viewer)
}

func (g *groupBilan) reopen(b data.GroupBilan) error { return g.desk.Registry.ReopenGroup(b.ID) }

func (g *groupBilan) gaps(b data.GroupBilan) []registry.BilanGap {
	return g.desk.Registry.MissingForGroupFinal(b)
}

func (g *groupBilan) about(b data.GroupBilan) about {
	a := about{
		title: "Bilan de groupe", the: "le bilan de groupe",
		under: under(g.view.Group, b.Moment, g.due, 0),
		final: b.State == data.BilanFinal,
		begun: !b.ID.IsZero(), key: "bilan-groupe",
		subject: catalogue.Subject{Group: g.route.Group, Cycle: g.view.Group.CycleID, Moment: g.route.Moment},
	}
	if a.final {
		by, _ := g.desk.Registry.Members.Get(b.AuthorID)
		a.finalised = finalisedWords(by.FullName(), b.FinalOn)
	}
	if !b.ID.IsZero() {
		a.kept = "Enregistré"
	}
	return a
}

func (g *groupBilan) done(b data.GroupBilan, gaps []registry.BilanGap) []bool {
	return []bool{
		g.view.Counted > 0 && g.view.NotEntered == 0,
		!lacks(gaps, registry.GapCourse),
		!lacks(gaps, registry.GapDynamics),
		b.Works != "" || b.Adjust != "",
		!lacks(gaps, registry.GapNext),
	}
}

func (g *groupBilan) form(final bool) form[groupRecord] {
	var f form[groupRecord]
	text := func(step, label, name string, of func(*data.GroupBilan) *string) *kit.TextField {
		field := kit.NewNoteField(label, "", 4)
		field.SetReadOnly(final)
		f.inputs = append(f.inputs, note(field, step, name, of))
		return field
	}
	g.regularity, g.evolution = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1))
	f.parts = []part{
		titled("Régularité", "Régularité et évolution", g.regularity, g.evolution),
		titled("Déroulement", "Déroulement", text("Déroulement", "Le cadre, les rituels, les supports, ce qui a été fait", "Course",
			func(b *data.GroupBilan) *string { return &b.Course })),
		titled("Dynamique", "Dynamique du groupe", text("Dynamique du groupe", "L’ambiance, l’entraide, ce qui a bougé, sans nommer un enfant", "Dynamics",
			func(b *data.GroupBilan) *string { return &b.Dynamics })),
		titled("Leviers", "Leviers", kit.Columns(look.Gap,
			kit.Share(1, text("Ce qui a aidé", "Ce qui a aidé", "Works", func(b *data.GroupBilan) *string { return &b.Works })),
			kit.Share(1, text("Ajustements", "Ajustements", "Adjust", func(b *data.GroupBilan) *string { return &b.Adjust })))),
		titled("Suites", "Suites", text("Suites", "Pour le groupe, pour l’atelier", "Next",
			func(b *data.GroupBilan) *string { return &b.Next })),
	}
	return f
}

func (g *groupBilan) around(b data.GroupBilan) {
	v, ok := g.desk.Registry.GroupBilanView(b)
	if !ok {
		return
	}
	g.view = v
	kit.Replace(g.regularity, regularityRow(v.Regularity, false, groupRegularityWords(v.Regularity)))
	rows := kit.VBox(look.Hair)
	for _, s := range v.Skills {
		if words := evolutionWords(s); words != "" {
			rows.Add(kit.Columns(look.Gap, kit.Share(2, kit.Text(s.Label, look.Detail.As(look.Ink))),
				kit.Share(3, kit.Text(words, look.Detail))))
		}
	}
	if len(rows.Objects) == 0 {
		rows.Add(kit.Text("Pas assez d’évaluations pour dire une évolution.", look.Detail))
	}
	kit.Replace(g.evolution, rows)
}

func (g *groupBilan) paper(b data.GroupBilan) func(io.Writer) error {
	d, meta := g.desk, g.desk.Meta()
	return func(w io.Writer) error {
		v, ok := d.Registry.GroupBilanView(b)
		if !ok {
			return registry.ErrGone
		}
		return export.GroupBilan(w, meta, v)
	}
}
