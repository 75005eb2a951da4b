package bilans

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
	"mercredi/ui/page"
)

type childRecord = data.Bilan

// childBilan is the bilan of one child being written. Its levels keep themselves, one by one.
type childBilan struct {
	desk  page.Desk
	route page.Route
	keep  *keeper
	view  registry.BilanView
	childForm
}

func newChildBilan(d page.Desk, r page.Route, k *keeper) *childBilan {
	return &childBilan{desk: d, route: r, keep: k}
}

func (c *childBilan) read() (data.Bilan, bool) {
	b := c.desk.Registry.Bilan(c.route.Child, c.route.Cycle, c.route.Moment)
	v, ok := c.desk.Registry.BilanView(b)
	if ok {
		c.view = v
	}
	return b, ok
}

func (c *childBilan) save(b *data.Bilan) error { return c.desk.Registry.SaveBilan(b) }

func (c *childBilan) finalize(b data.Bilan) error {
	return c.desk.Registry.Finalize(b.ID, c.desk.Viewer)
}

func (c *childBilan) reopen(b data.Bilan) error { return c.desk.Registry.Reopen(b.ID) }

func (c *childBilan) gaps(b data.Bilan) []registry.BilanGap {
	return c.desk.Registry.MissingForFinal(b)
}

func (c *childBilan) about(b data.Bilan) about {
	name := fr.ShortName(c.view.Child.First, c.view.Child.Last)
	a := about{
		title: "Bilan " + fr.De(name), the: "le bilan " + fr.De(name),
		under: under(c.view.Group, b.Moment, c.view.Due, c.view.LateDays),
		final: b.State == data.BilanFinal,
		begun: !b.ID.IsZero(), key: "bilan",
		subject: catalogue.Subject{Child: c.route.Child, Cycle: c.route.Cycle, Moment: c.route.Moment},
	}
	if a.final {
		by, _ := c.desk.Registry.Members.Get(b.FinalByID)
		a.finalised = finalisedWords(by.FullName(), b.FinalOn)
	}
	if !b.SavedOn.IsZero() {
		a.kept = "Enregistré le " + fr.DayMonth(b.SavedOn)
	}
	return a
}

// finalisedWords is « Finalisé par Maud Estève le 29 janvier ».
func finalisedWords(by string, on data.Date) string {
	words := "Finalisé"
	if by != "" {
		words += " par " + by
	}
	if !on.IsZero() {
		words += " le " + fr.DayMonth(on)
	}
	return words
}

func (c *childBilan) done(b data.Bilan, gaps []registry.BilanGap) []bool {
	return []bool{
		c.view.Counted > 0 && c.view.NotEntered == 0,
		toRate(gaps) == 0,
		!lacks(gaps, registry.GapStrengths),
		b.ChildWords != "" || b.FamilyWords != "" || b.SchoolWords != "",
		!lacks(gaps, registry.GapSynthesis),
		!lacks(gaps, registry.GapNext),
	}
}

// rate keeps one level.
func (c *childBilan) rate(key, level int) {
	x := registry.Rating{
		ChildID: c.route.Child, CycleID: c.route.Cycle, Moment: c.route.Moment, Viewpoint: data.ByFacilitator,
		Key: key, Level: level, By: c.desk.Viewer,
	}
	c.keep.add(func() error { return c.desk.Registry.Rate(x) })
}

func (c *childBilan) paper(b data.Bilan) func(io.Writer) error {
	d, meta := c.desk, c.desk.Meta()
	return func(w io.Writer) error {
		v, ok := d.Registry.BilanView(b)
		if !ok {
			return registry.ErrNotEnrolled
		}
		return export.Bilan(w, meta, v)
	}
}
