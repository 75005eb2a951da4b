package cycles

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// ratings is the tab « Évaluations »: a child, a moment, a viewpoint, and the grid to fill.
type ratings struct {
	page      *Group
	view      registry.RatingsView
	child     data.ID[data.Child]
	moment    data.Moment
	viewpoint data.Viewpoint

	root, grid *fyne.Container
	children   *kit.Table[registry.RatingsRow]
	moments    *kit.Segmented
	viewpoints *kit.Segmented
	count      *kit.Label
	fields     map[int]*kit.Rating // by key of the criterion
	built      gridKey             // what the grid was built for
}

// gridKey says which grid is on show: another one is built anew.
type gridKey struct {
	child     data.ID[data.Child]
	moment    data.Moment
	viewpoint data.Viewpoint
	criteria  int
	closed    bool
}

var (
	moments    = []data.Moment{data.MomentStart, data.MomentMid, data.MomentEnd}
	viewpoints = []data.Viewpoint{data.ByFacilitator, data.ByChild, data.ByFamily, data.BySchool}
)

func newRatings(p *Group, r page.Route) *ratings {
	t := &ratings{page: p, child: r.Child, moment: r.Moment, viewpoint: data.ByFacilitator}
	if t.moment == 0 {
		t.moment = momentNow(p.view)
	}
	t.moments = kit.NewSegmented([]string{"Début", "Mi-cycle", "Fin"}, func(i int) { t.turn(t.child, moments[i], t.viewpoint) })
	t.moments.Select(slices.Index(moments, t.moment))
	t.viewpoints = kit.NewSegmented([]string{"Intervenant", "Enfant", "Famille", "École"},
		func(i int) { t.turn(t.child, t.moment, viewpoints[i]) })
	t.count = kit.Text("", look.Detail)
	t.children = kit.NewTable(kit.TableParts[registry.RatingsRow]{
		Key: func(r registry.RatingsRow) string { return r.Child.ID.String() },
		Columns: []kit.Column[registry.RatingsRow]{
			{ID: "enfant", Title: "Enfant", Width: 140, Weight: 1, Text: func(r registry.RatingsRow) string { return short(r.Child) }},
			{ID: "fait", Title: "Critères", Width: 96, Align: kit.AlignRight, Figures: true, Draw: t.drawProgress},
		},
		OnSelect: func(r registry.RatingsRow) { t.turn(r.Child.ID, t.moment, t.viewpoint) },
		OnOpen:   func(r registry.RatingsRow) { t.start() },
	})
	t.root, t.grid = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1))
	return t
}

// momentNow is the moment of a cycle that is being lived: the middle begins a third of the way, the end at the last sessions.
func momentNow(v registry.GroupView) data.Moment {
	switch n := len(v.Sessions); {
	case 3*v.Done < n:
		return data.MomentStart
	case 6*v.Done < 5*n:
		return data.MomentMid
	}
	return data.MomentEnd
}

func (t *ratings) content() fyne.CanvasObject { return t.root }

// turn shows the grid of a child, at a moment, from a viewpoint.
func (t *ratings) turn(child data.ID[data.Child], m data.Moment, v data.Viewpoint) {
	if child == t.child && m == t.moment && v == t.viewpoint {
		return
	}
	t.child, t.moment, t.viewpoint = child, m, v
	t.children.SetRows(t.view.Rows)
	t.show()
}

// start puts the keyboard on the first criterion that has no level.
func (t *ratings) start() {
	for _, c := range t.view.Criteria {
		if f := t.fields[c.Key]; f != nil && f.Value() == 0 {
			t.page.desk.Window.Canvas().Focus(f.Keyboard())
			return
		}
	}
}

func (t *ratings) refresh() {
	p := t.page
	t.view, _ = p.desk.Registry.Ratings(p.id)
	switch {
	case len(t.view.Rows) == 0:
		t.replace(kit.EmptyState("users-round", "Aucun enfant dans ce groupe", "Inscrivez le premier pour l’évaluer.",
			kit.NewButton("Inscrire un enfant", "plus", kit.Primary, p.enroll)))
		return
	case len(t.view.Criteria) == 0:
		t.replace(kit.EmptyState("target", "Aucune grille d’évaluation", "Choisissez la grille de l’atelier dans les réglages.",
			kit.NewButton("Ouvrir les réglages", "settings", kit.Primary, func() { p.desk.Window.Go(page.Route{Page: page.Settings}) })))
		return
	}
	if t.row() == nil {
		t.child = t.view.Rows[0].Child.ID
	}
	t.children.SetRows(t.view.Rows)
	t.children.Select(t.child.String())
	if len(t.root.Objects) == 0 || t.built == (gridKey{}) {
		top := kit.RowWrap(look.Gap, t.moments, t.viewpoints)
		t.replaceWith(kit.Columns(look.Cards, kit.Fixed(280, t.children), kit.Share(1, kit.VBox(0, kit.Panel(kit.VBox(look.Gap, top, t.grid))))))
	}
	t.show()
}

// replace shows that there is nothing to evaluate.
func (t *ratings) replace(o fyne.CanvasObject) {
	t.built = gridKey{}
	t.replaceWith(kit.VBox(0, kit.Panel(o)))
}

func (t *ratings) replaceWith(o fyne.CanvasObject) {
	kit.Replace(t.root, o)
	kit.Relayout(t.root)
}

func (t *ratings) row() *registry.RatingsRow {
	i := slices.IndexFunc(t.view.Rows, func(r registry.RatingsRow) bool { return r.Child.ID == t.child })
	if i < 0 {
		return nil
	}
	return &t.view.Rows[i]
}

// show fills the grid; only another grid is built anew, so that the keyboard stays where it is.
func (t *ratings) show() {
	row := t.row()
	key := gridKey{t.child, t.moment, t.viewpoint, len(t.view.Criteria), t.page.view.State == data.CycleClosed}
	anew := key != t.built
	if anew {
		t.built = key
		kit.Replace(t.grid, t.newGrid(row))
		kit.Relayout(t.grid)
	}
	for _, s := range row.Skills {
		// A level on its way to the file shows already: what was read before it is not shown again.
		if f := t.fields[s.Key]; f != nil && (anew || len(t.page.queue.jobs) <= 1) {
			f.SetValue(s.Level(t.moment, t.viewpoint))
		}
	}
	t.count.SetText(rated(row.Rated(t.moment, t.viewpoint), len(row.Skills)))
}

// rated says how far an evaluation is.
func rated(n, all int) string {
	switch n {
	case 0:
		return "Rien n’est encore évalué. Tapez un chiffre, puis Entrée."
	case all:
		return "Tous les critères sont évalués."
	}
	return fr.Count(n, "critère évalué", "critères évalués") + " sur " + strconv.Itoa(all) + "."
}

// newGrid is one line a criterion, by family of skills, with what was said before.
func (t *ratings) newGrid(row *registry.RatingsRow) fyne.CanvasObject {
	t.fields = map[int]*kit.Rating{}
	form := kit.NewForm()
	grid := kit.VBox(0, kit.Spread(kit.Section(short(row.Child)), t.count))
	for i, family := range families(row.Skills) {
		grid.Add(kit.Gap(look.Gap))
		name := kit.HBox(0, kit.Text(fr.SkillFamily(family.skill), look.DetailBold.As(look.Ink2)))
		if i == 0 {
			grid.Add(kit.Stack(kit.RatingTitles(t.titles(), "Maintenant"), name))
		} else {
			grid.Add(kit.PadXY(0, 3, name))
		}
		for _, s := range family.rows {
			f := kit.NewRating(s.Label, t.view.Levels, func(level int) { t.rate(s.Key, level) })
			f.SetReadOnly(t.page.view.State == data.CycleClosed)
			t.fields[s.Key] = f
			form.Add(f)
			grid.Add(kit.RatingRow(s.Label, t.before(s), f))
		}
	}
	return grid
}

// skillFamily is a family of skills with its criteria.
type skillFamily struct {
	skill data.SkillFamily
	rows  []registry.SkillRow
}

// families groups criteria, in the order in which the grid names them first.
func families(rows []registry.SkillRow) []skillFamily {
	var out []skillFamily
	for _, s := range rows {
		i := slices.IndexFunc(out, func(f skillFamily) bool { return f.skill == s.Skill })
		if i < 0 {
			out = append(out, skillFamily{skill: s.Skill})
			i = len(out) - 1
		}
		out[i].rows = append(out[i].rows, s)
	}
	return out
}

// titles are those of the moments before.
func (t *ratings) titles() []string {
	return []string{"Début", "Mi-cycle"}[:t.moment-data.MomentStart]
}

// before are the levels said at the moments before, from the same viewpoint.
func (t *ratings) before(s registry.SkillRow) []string {
	var out []string
	for m := data.MomentStart; m < t.moment; m++ {
		words := "non saisi"
		if n := s.Level(m, t.viewpoint); n > 0 && n <= len(t.view.Levels) {
			words = strconv.Itoa(n) + " " + t.view.Levels[n-1]
		}
		out = append(out, words)
	}
	return out
}

func (t *ratings) drawProgress(s *kit.Scene, a kit.Area, r registry.RatingsRow) {
	n, all := r.Rated(t.moment, t.viewpoint), len(r.Skills)
	const figures = 44
	edge := look.P().HoneyEdge
	if n == all {
		edge = look.P().OkEdge
	}
	s.Bar(a.Left(max(0, a.W-figures-4)), float64(n)/float64(max(1, all)), edge)
	s.TextR(a, strconv.Itoa(n)+"/"+strconv.Itoa(all), look.DetailBold.Tabular())
}

// rate keeps one level; it shows already.
func (t *ratings) rate(key, level int) {
	p := t.page
	x := registry.Rating{
		ChildID: t.child, CycleID: p.view.CycleID, Moment: t.moment, Viewpoint: t.viewpoint,
		Key: key, Level: level, By: p.desk.Viewer,
	}
	p.queue.add(job{work: func() error { return p.desk.Registry.Rate(x) }, end: func(err error) {
		if len(p.queue.jobs) == 0 { // what is typed meanwhile is not shown back to front
			t.reread()
		}
		if err != nil {
			t.reread()
			p.desk.Window.Fail(err)
		}
	}})
}

// reread shows the levels that are kept.
func (t *ratings) reread() {
	t.view, _ = t.page.desk.Registry.Ratings(t.page.id)
	t.children.SetRows(t.view.Rows)
	if t.row() != nil {
		t.show()
	}
}
