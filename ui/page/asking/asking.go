// Package asking holds the sheets that ask for a place in a workshop: the request of a child, and the cycles of a season
// in which children are asked for.
package asking

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/sheet"
)

// priorities in the order in which they are offered.
var priorities = []data.Priority{data.Normal, data.High, data.Urgent}

// request is the sheet of a request.
type request struct {
	desk           page.Desk
	form           *sheet.Form
	priority       *kit.SelectField
	decided, since *kit.DateField
	asked, why     *kit.TextField
	kept           []data.Warning // reasons that the sheet does not ask for
}

func newRequest(d page.Desk) *request {
	r := &request{desk: d, form: sheet.New(d)}
	r.priority = kit.NewSelectField("Priorité", kit.Labels(priorities, func(p data.Priority) string { return fr.Capital(fr.Priority(p)) }), 0)
	r.decided = kit.NewDateField("Décision de la commission", d.Today())
	r.since = kit.NewDateField("Demandé depuis le", d.Today())
	notYet := func(day data.Date) string {
		if day > d.Today() {
			return "Cette date est à venir. Vérifiez-la."
		}
		return ""
	}
	r.decided.Rule, r.since.Rule = notYet, notYet
	r.asked = kit.NewTextField("Demandé par", "").Hint("École, famille, référente…")
	r.why = kit.NewTextField("Placer sans décision de la commission, pourquoi\u00a0?", "Vide\u00a0: l’enfant attend la décision.")
	r.why.Max = data.MaxNote
	return r
}

// add puts the fields into the form, behind those that say for whom.
func (r *request) add() fyne.CanvasObject {
	r.form.Add(r.priority, r.since)
	r.form.Field("DecidedOn", r.decided)
	r.form.Field("AskedBy", r.asked)
	r.form.Add(r.why)
	return kit.VBox(look.Gap, kit.Grid(2, look.Gap, r.priority, r.since, r.asked, r.decided), r.why)
}

func (r *request) fill(e data.Enrollment) {
	r.priority.Choose(max(0, slices.Index(priorities, e.Priority)))
	r.decided.SetValue(e.DecidedOn)
	r.since.SetValue(e.RequestedOn)
	r.asked.SetText(e.AskedBy)
	r.why.SetText(e.Kept(data.WarnNoDecision))
	r.kept = slices.DeleteFunc(slices.Clone(e.Warnings), func(w data.Warning) bool { return w.Code == data.WarnNoDecision })
}

// read is what the fields say.
func (r *request) read() registry.Asking {
	x := registry.Asking{
		Priority: priorities[max(0, r.priority.Chosen())], DecidedOn: r.decided.Value(), AskedBy: r.asked.Text(), Since: r.since.Value(),
		By: r.desk.Viewer, Reasons: map[data.WarningCode]string{},
	}
	for _, w := range r.kept {
		x.Reasons[w.Code] = w.Reason
	}
	if why := r.why.Text(); why != "" {
		x.Reasons[data.WarnNoDecision] = why
	}
	return x
}

// Add is the sheet of a new request. A zero child is looked for first; without any open cycle the season is prepared
// first.
func Add(d page.Desk, child data.ID[data.Child]) {
	if child.IsZero() {
		sheet.PickChild(d, sheet.ChildSearch{Title: "Demande pour quel enfant\u00a0?", Pick: func(c registry.ChildRow) { Add(d, c.ID) }})
		return
	}
	open := free(d, child)
	if len(open) == 0 {
		PrepareSeason(d, func() { Add(d, child) })
		return
	}
	c, ok := d.Registry.Children.Get(child)
	if !ok {
		d.Window.Fail(registry.ErrGone)
		return
	}
	name := fr.ShortName(c.FirstName, c.LastName)
	r := newRequest(d)
	workshop := kit.NewSelectField("Atelier", kit.Labels(open, cycleWords), -1)
	workshop.Needed = "Choisissez l’atelier."
	r.form.Add(workshop)
	r.since.SetValue(d.Today())
	r.decided.SetValue(decision(c))
	other := kit.NewSmall("Préparer un autre atelier", "plus", kit.Secondary, func() {
		r.form.Close()
		PrepareSeason(d, func() { Add(d, child) })
	})
	r.form.Show(sheet.Parts{Title: "Demande pour " + name, Verb: "Ajouter la demande", Width: 620,
		Body: kit.VBox(look.Gap, workshop, kit.HBox(0, other), r.add()),
		Save: func() (func() error, func()) {
			x := r.read()
			x.ChildID, x.CycleID = child, open[workshop.Chosen()].ID
			var undo func() error
			return func() (err error) {
					_, undo, err = d.Registry.AddRequest(x)
					return err
				}, func() {
					undoable(d, "La demande pour "+name+" est ajoutée.", undo)
				}
		}})
}

// decision is the day when the commission said yes to a child, zero when it did not.
func decision(c data.Child) data.Date {
	if c.Pathway.Approved() {
		return c.Pathway.CommissionOn
	}
	return 0
}

// Change is the sheet of a request that waits.
func Change(d page.Desk, id data.ID[data.Enrollment]) {
	e, ok := d.Registry.Enrollments.Get(id)
	if !ok {
		d.Window.Fail(registry.ErrGone)
		return
	}
	r := newRequest(d)
	body := r.add()
	r.form.Filling(func() { r.fill(e) })
	r.form.Show(sheet.Parts{Title: "Demande pour " + nameOf(d, e.ChildID), Verb: "Enregistrer", Width: 620, Body: body,
		Save: func() (func() error, func()) {
			x := r.read()
			var undo func() error
			return func() (err error) {
					undo, err = d.Registry.ChangeRequest(id, x)
					return err
				}, func() {
					undoable(d, "La demande est enregistrée.", undo)
				}
		}})
}

// Withdraw takes a request off the list, with a way back.
func Withdraw(d page.Desk, id data.ID[data.Enrollment]) {
	e, _ := d.Registry.Enrollments.Get(id)
	name := nameOf(d, e.ChildID)
	var undo func() error
	d.Do(func() (err error) {
		undo, err = d.Registry.WithdrawRequest(id)
		return err
	}, func() { undoable(d, "La demande pour "+name+" est retirée.", undo) })
}

func undoable(d page.Desk, sentence string, undo func() error) {
	d.Window.Toast(sentence, func() { d.Do(undo, nil) })
}

func nameOf(d page.Desk, id data.ID[data.Child]) string {
	c, _ := d.Registry.Children.Get(id)
	return fr.ShortName(c.FirstName, c.LastName)
}

// year is the school year on screen.
func year(d page.Desk) int {
	return cmp.Or(d.Registry.Settings().SchoolYear, int(calendar.SchoolYearOf(d.Today())))
}

// free are the open cycles in which a child is not yet, and neither waits, by workshop.
func free(d page.Desk, child data.ID[data.Child]) []registry.CycleRow {
	taken := map[data.ID[data.Cycle]]bool{}
	for _, e := range d.Registry.Enrollments.All() {
		if e.ChildID == child && (e.State == data.Waiting || e.State == data.Enrolled) {
			taken[e.CycleID] = true
		}
	}
	rows := slices.DeleteFunc(d.Registry.CycleRows(year(d)), func(c registry.CycleRow) bool {
		return c.State != data.CycleOpen || !c.Last.IsZero() && c.Last < d.Today() || taken[c.ID]
	})
	slices.SortStableFunc(rows, func(a, b registry.CycleRow) int {
		return cmp.Or(fr.Compare(a.Workshop.Name, b.Workshop.Name), cmp.Compare(a.First, b.First))
	})
	return rows
}

// cycleWords is « Art-thérapie, cycle 2, du 3 février au 19 mai ».
func cycleWords(c registry.CycleRow) string {
	when := "en préparation"
	if !c.First.IsZero() {
		when = fr.RangeShort(c.First, c.Last)
	}
	return fr.Join(c.Workshop.Name, fr.Numbered(fr.Lower(c.Name)), when)
}
