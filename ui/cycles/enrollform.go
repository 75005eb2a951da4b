package cycles

import (
	"slices"
	"strconv"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// choice is one child offered by the search.
type choice struct {
	registry.ChildName
	found kit.Found
}

// search is a sheet that looks for a child.
type search struct {
	title, notice string
	show          func(registry.ChildRow) kit.Found
	pick          func(registry.ChildName)
}

// enroll looks for a child and gives a place in the group.
func (p *Group) enroll() {
	notice := ""
	if p.view.Enrolled >= p.view.Capacity {
		notice = fr.Warning(data.WarnCapacity) + " Vous pourrez inscrire un enfant en notant la raison."
	}
	p.pickChild(search{title: "Inscrire un enfant", notice: notice, pick: p.enrollChild, show: func(c registry.ChildRow) kit.Found {
		f := p.offered(c)
		var words []string
		for _, code := range p.desk.Registry.EnrollmentWarnings(c.ID, p.id) {
			if code != data.WarnCapacity { // said once, above
				words = append(words, fr.Warning(code))
			}
		}
		if len(words) > 0 && f.Off == "" {
			f.Icon, f.Tone, f.Detail = "triangle-alert", look.Warning, f.Detail+". "+strings.Join(words, " ")
		}
		return f
	}})
}

// wait looks for a child and puts it on the waiting list of the cycle.
func (p *Group) wait() {
	r, cycle := p.desk.Registry, p.view.CycleID
	p.pickChild(search{title: "Mettre un enfant en attente", show: func(c registry.ChildRow) kit.Found {
		f := p.offered(c)
		if f.Off == "" && slices.ContainsFunc(p.view.Waiting, func(w registry.WaitingRow) bool { return w.Child.ID == c.ID }) {
			f.Off = "Déjà en attente dans ce cycle"
		}
		return f
	}, pick: func(c registry.ChildName) {
		var e data.Enrollment
		p.desk.Do(func() (err error) {
			e, err = r.Wait(c.ID, cycle)
			return err
		}, func() {
			p.undoable(short(c)+" est en attente.", func() error { _, err := r.Unenroll(e.ID); return err })
		})
	}})
}

// undoable says what is done and offers to undo it.
func (p *Group) undoable(sentence string, undo func() error) {
	p.desk.Window.Toast(sentence, func() { p.desk.Do(undo, nil) })
}

// offered is a child as the search shows it.
func (p *Group) offered(c registry.ChildRow) kit.Found {
	f := kit.Found{Icon: "user-round", Tone: look.Info, Title: fr.FullName(c.First, c.Last), Detail: ageAndGrade(c.Age, c.Grade)}
	if c.School != "" {
		f.Detail += ". " + c.School
	}
	if slices.ContainsFunc(p.view.Rows, func(row registry.GroupRow) bool { return !row.Left && row.Child.ID == c.ID }) {
		f.Off = "Déjà dans ce groupe"
	}
	for _, g := range p.view.Siblings {
		if slices.Contains(g.Children, c.ID) {
			f.Off = "Déjà dans " + fr.GroupWord(g.Name)
		}
	}
	return f
}

// pickChild opens a search among the children. Those who cannot be chosen come last.
func (p *Group) pickChild(s search) {
	rows := p.candidates()
	var d *kit.Dialog
	var shown []choice
	find := func(query string) []kit.Found {
		shown = shown[:0]
		words := strings.Fields(fr.Fold(query))
		for _, c := range rows {
			if len(shown) == pickerMost {
				break
			}
			if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(c.Folded, w) }) {
				continue
			}
			shown = append(shown, choice{registry.ChildName{ID: c.ID, First: c.First, Last: c.Last}, s.show(c)})
		}
		slices.SortStableFunc(shown, func(a, b choice) int { return off(a.found) - off(b.found) })
		found := make([]kit.Found, len(shown))
		for i, c := range shown {
			found[i] = c.found
		}
		return found
	}
	picker := kit.NewPicker("Prénom, nom ou école", "Aucun enfant ne correspond. Vérifiez le prénom.", find, func(i int) {
		child := shown[i].ChildName
		d.Close()
		s.pick(child)
	})
	body := kit.VBox(look.Gap)
	if s.notice != "" {
		body.Add(kit.Notice(look.Warning, s.notice, "", nil))
	}
	body.Add(picker)
	d = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{Title: s.title, Body: body})
	p.desk.Window.Canvas().Focus(picker.Keyboard())
}

// off puts what cannot be chosen after the rest.
func off(f kit.Found) int {
	if f.Off != "" {
		return 1
	}
	return 0
}

// candidates are the children who are still followed: those who wait for a place first.
func (p *Group) candidates() []registry.ChildRow {
	rows := slices.DeleteFunc(p.desk.Registry.ChildRows(), func(c registry.ChildRow) bool { return c.Flags.Ended })
	rank := map[data.ID[data.Child]]int{}
	for i, w := range p.view.Waiting {
		rank[w.Child.ID] = i - len(p.view.Waiting)
	}
	slices.SortStableFunc(rows, func(a, b registry.ChildRow) int { return rank[a.ID] - rank[b.ID] })
	return rows
}

// pickerMost is how many children a search offers: what the eye can read.
const pickerMost = 8

// enrollChild gives a child a place, off the waiting list when the child was on it.
func (p *Group) enrollChild(c registry.ChildName) {
	r, group, by := p.desk.Registry, p.id, p.desk.Viewer
	wasWaiting := slices.ContainsFunc(p.view.Waiting, func(w registry.WaitingRow) bool { return w.Child.ID == c.ID })
	cycle := p.view.CycleID
	var e data.Enrollment
	p.try(change{verb: "Inscrire quand même", work: func(x attempt) (err error) {
		e, err = r.Enroll(registry.Enrolling{ChildID: c.ID, GroupID: group, Reasons: x.reasons, By: by})
		return err
	}}, attempt{}, func(err error) {
		if p.told(err) {
			return
		}
		p.undoable(short(c)+" rejoint le groupe.", func() error {
			if _, err := r.Unenroll(e.ID); err != nil || !wasWaiting {
				return err
			}
			_, err := r.Wait(c.ID, cycle)
			return err
		})
	})
}

// waitActions is what can be done with a child who waits.
func (p *Group) waitActions(w registry.WaitingRow) []kit.MenuItem {
	items := []kit.MenuItem{{Icon: "user-check", Title: "Placer dans ce groupe", Detail: p.free(p.view.Enrolled, p.view.Capacity),
		Do: func() { p.enrollChild(w.Child) }}}
	for _, g := range p.view.Siblings {
		items = append(items, kit.MenuItem{Icon: "users-round", Title: "Placer dans " + g.Name, Detail: p.free(g.Enrolled, g.Capacity),
			Do: func() { p.placeIn(w, g) }})
	}
	return append(items, kit.MenuItem{Icon: "x", Title: "Retirer de l’attente", Line: true, Do: func() { p.unenroll(w.Enrollment, w.Child) }})
}

func (p *Group) free(taken, places int) string {
	if n := places - taken; n > 0 {
		return fr.Count(n, "place libre", "places libres") + " sur " + strconv.Itoa(places)
	}
	return "Complet, la raison sera demandée"
}

// placeIn takes a child off the waiting list into another group of the cycle.
func (p *Group) placeIn(w registry.WaitingRow, g registry.SiblingGroup) {
	r, by, cycle := p.desk.Registry, p.desk.Viewer, p.view.CycleID
	p.try(change{verb: "Placer quand même", work: func(x attempt) error {
		_, err := r.Place(w.Enrollment, g.ID, x.reasons, by)
		return err
	}}, attempt{}, func(err error) {
		if !p.told(err) {
			p.undoable(short(w.Child)+" rejoint "+fr.GroupWord(g.Name)+".", func() error {
				if _, err := r.Unenroll(w.Enrollment); err != nil {
					return err
				}
				_, err := r.Wait(w.Child.ID, cycle)
				return err
			})
		}
	})
}

// placeActions is what can be done with a child who has a place.
func (p *Group) placeActions(row registry.GroupRow) []kit.MenuItem {
	if row.Left {
		return []kit.MenuItem{{Icon: "user-check", Title: "Rétablir l’inscription", Detail: "Jusqu’à la fin du cycle", Do: func() {
			p.desk.Do(func() error { return p.desk.Registry.UndoLeave(row.Enrollment) }, func() {
				p.desk.Window.Toast(short(row.Child)+" est de nouveau dans le groupe.", nil)
			})
		}}}
	}
	move := kit.MenuItem{Icon: "arrow-right", Title: "Changer de groupe", Detail: "Les présences déjà notées restent ici", Do: func() { p.moveChild(row) }}
	if len(p.view.Siblings) == 0 {
		move.Reason = "Ce cycle n’a pas d’autre groupe"
	}
	erase := kit.MenuItem{Icon: "x", Title: "Annuler l’inscription", Detail: "Comme si elle n’avait jamais été faite",
		Do: func() { p.unenroll(row.Enrollment, row.Child) }}
	if row.Counted > 0 {
		erase.Reason = "Des présences sont saisies" + nbsp + ": notez un départ"
	}
	return []kit.MenuItem{move,
		{Icon: "user-round-x", Title: "Noter un départ", Detail: "Avec sa date et sa raison", Line: true, Do: func() { p.leave(row) }}, erase}
}

// unenroll takes an enrolment out as if it had never been.
func (p *Group) unenroll(id data.ID[data.Enrollment], c registry.ChildName) {
	var undo func() error
	p.desk.Do(func() (err error) {
		undo, err = p.desk.Registry.Unenroll(id)
		return err
	}, func() {
		p.undoable("Inscription "+fr.De(short(c))+" annulée.", undo)
	})
}

// leave asks when and why a child left the group.
func (p *Group) leave(row registry.GroupRow) {
	r := p.desk.Registry
	day := kit.NewDateField("Dernier jour dans le groupe", p.desk.Today())
	day.SetValue(p.desk.Today())
	day.Needed = "Indiquez le dernier jour."
	reason := kit.NewTextField("Raison", "Par exemple"+nbsp+": déménagement, fin du besoin, horaires.")
	p.show(sheet{
		title: "Départ " + fr.De(short(row.Child)), verb: "Noter le départ", body: kit.VBox(look.Gap, day, reason),
		form: kit.NewForm(day, reason),
		gather: func() change {
			until, why := day.Value(), reason.Text()
			return change{work: func(attempt) error { return r.Leave(row.Enrollment, until, why) }}
		},
		done: func() {
			p.undoable("Départ "+fr.De(short(row.Child))+" noté.", func() error { return r.UndoLeave(row.Enrollment) })
		},
	})
}

// moveChild asks for another group of the cycle.
func (p *Group) moveChild(row registry.GroupRow) {
	r, by := p.desk.Registry, p.desk.Viewer
	var names []string
	for _, g := range p.view.Siblings {
		names = append(names, g.Name+", "+fr.Time(g.Start)+", "+strconv.Itoa(g.Enrolled)+"/"+strconv.Itoa(g.Capacity))
	}
	group := kit.NewSelectField("Nouveau groupe", names, 0)
	why := kit.NewTextField("Raison", "Elle est gardée avec l’inscription.")
	var before, after data.Enrollment
	p.show(sheet{
		title: "Changer " + short(row.Child) + " de groupe", verb: "Changer de groupe", body: kit.VBox(look.Gap, group, why),
		form: kit.NewForm(group, why),
		gather: func() change {
			to, words := p.view.Siblings[group.Chosen()], why.Text()
			return change{verb: "Changer quand même", work: func(x attempt) (err error) {
				before, _ = r.Enrollments.Get(row.Enrollment)
				after, err = r.MoveToGroup(registry.Moving{
					EnrollmentID: row.Enrollment, GroupID: to.ID, Why: words, Reasons: x.reasons, By: by,
				})
				return err
			}}
		},
		done: func() {
			p.undoable(short(row.Child)+" a changé de groupe.", func() error { return p.undoMove(before, after) })
		},
	})
}

// undoMove gives a child the first place back: the same enrolment, or the one that was left.
func (p *Group) undoMove(before, after data.Enrollment) error {
	r := p.desk.Registry
	if before.ID == after.ID {
		before.Revision = after.Revision
		return r.Enrollments.Save(&before)
	}
	if _, err := r.Unenroll(after.ID); err != nil {
		return err
	}
	return r.UndoLeave(before.ID)
}
