package children

import (
	"cmp"
	"errors"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// place is something the child can be enrolled in: a group, or the waiting list of a cycle.
type place struct {
	group data.ID[data.Group] // zero for the waiting list
	cycle data.ID[data.Cycle]
	rank  int // free groups, then waiting lists, then full groups
	kit.Found
}

// The ranks of places.
const (
	freePlace = iota
	unusualPlace
	waitingPlace
	fullPlace
)

// openPlaces are the groups and the waiting lists of the cycles that are open, those the child is in left out, and
// those for one child that have theirs.
func openPlaces(cycles []registry.CycleRow, mine []registry.ChildWorkshop) []place {
	var out []place
	for _, c := range cycles {
		in := slices.ContainsFunc(mine, func(w registry.ChildWorkshop) bool {
			return w.Group.CycleID == c.ID && (w.Here || w.State == data.Waiting)
		})
		if c.State == data.CycleClosed || in {
			continue
		}
		base := kit.Found{Icon: look.DisciplineIcon(string(c.Workshop.Discipline)), Tone: look.ToneName(c.Workshop.Discipline)}
		for _, g := range c.Groups {
			if c.Workshop.Format == data.InGroup || g.Enrolled < g.Capacity {
				out = append(out, groupPlace(base, c, g))
			}
		}
		wait := place{cycle: c.ID, rank: waitingPlace, Found: base}
		wait.Title = c.Workshop.Name + ", liste d’attente"
		wait.Detail = c.Name + ", l’enfant sera à placer"
		out = append(out, wait)
	}
	return out
}

// groupPlace is a group with its day and its places: « Mercredi 14 h à 15 h, 5 places prises sur 7 ».
func groupPlace(base kit.Found, c registry.CycleRow, g registry.CycleGroup) place {
	x := place{group: g.ID, cycle: c.ID, Found: base}
	x.Title = c.Workshop.Name
	if g.Group != "" {
		x.Title += ", " + fr.GroupWord(g.Group)
	}
	x.Detail = fr.Capital(fr.Weekday(c.Weekday)) + " " + fr.TimeSpan(g.Start, g.LengthMinutes) + ", "
	if g.Enrolled >= g.Capacity {
		x.rank = fullPlace
		x.Detail += "complet (" + fr.Count(g.Capacity, "place", "places") + ")"
	} else {
		x.Detail += fr.Count(g.Capacity-g.Enrolled, "place libre", "places libres") + " sur " + fr.Number(g.Capacity)
	}
	x.Detail += ", " + fr.Numbered(fr.Lower(c.Name))
	return x
}

// cycles are those of the year on screen.
func (p *File) cycles() []registry.CycleRow {
	r := p.desk.Registry
	return r.CycleRows(cmp.Or(r.Settings().SchoolYear, int(calendar.SchoolYearOf(p.desk.Today()))))
}

// enroll chooses a group or a waiting list for the child.
func (p *File) enroll() {
	p.pickPlace("Inscrire "+p.name()+" à un atelier", p.weigh(openPlaces(p.cycles(), p.file.Workshops)), func(x place) {
		if x.group.IsZero() {
			p.wait(x.cycle)
			return
		}
		p.askReasons(x.group, func(reasons map[data.WarningCode]string) error {
			_, err := p.desk.Registry.Enroll(registry.Enrolling{ChildID: p.id, GroupID: x.group, Reasons: reasons, By: p.desk.Viewer})
			return err
		})
	})
}

// seat gives a child who waits a place in a group of the same cycle.
func (p *File) seat(w registry.ChildWorkshop) {
	var places []place
	for _, c := range p.cycles() {
		if c.ID != w.Group.CycleID {
			continue
		}
		for _, x := range openPlaces([]registry.CycleRow{c}, nil) {
			if !x.group.IsZero() {
				places = append(places, x)
			}
		}
	}
	p.pickPlace("Choisir le groupe "+fr.De(p.name()), p.weigh(places), func(x place) {
		p.askReasons(x.group, func(reasons map[data.WarningCode]string) error {
			_, err := p.desk.Registry.Place(w.Enrollment, x.group, reasons, p.desk.Viewer)
			return err
		})
	})
}

// weigh says of each group whether a reason will be asked for, and puts first what fits the child.
func (p *File) weigh(places []place) []place {
	for i := range places {
		x := &places[i]
		if x.group.IsZero() {
			continue
		}
		warnings := slices.DeleteFunc(p.desk.Registry.EnrollmentWarnings(p.id, x.group), func(w data.WarningCode) bool {
			return w == data.WarnCapacity // said already: « complet »
		})
		if len(warnings) > 0 {
			x.Detail += ", à justifier"
			x.rank = max(x.rank, unusualPlace)
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.rank, b.rank) })
	return places
}

func (p *File) pickPlace(title string, places []place, pick func(place)) {
	var shown []place
	var dialog *kit.Dialog
	picker := kit.NewPicker("Atelier, groupe, jour", "Aucun groupe ouvert ne correspond. Ouvrez un cycle dans Ateliers.",
		func(text string) []kit.Found {
			shown = nil
			var found []kit.Found
			for _, x := range places {
				if fold.Has(fold.Text(x.Title+" "+x.Detail), text) {
					shown, found = append(shown, x), append(found, x.Found)
				}
			}
			return found
		}, func(i int) {
			dialog.Close()
			pick(shown[i])
		})
	dialog = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{Title: title, Body: picker, Width: 560})
}

// askReasons tries, and asks why when something is unusual.
func (p *File) askReasons(group data.ID[data.Group], try func(map[data.WarningCode]string) error) {
	warnings := p.desk.Registry.EnrollmentWarnings(p.id, group)
	if len(warnings) == 0 {
		p.desk.Do(func() error { return try(nil) }, p.enrolled)
		return
	}
	p.reasonsSheet(warnings, try)
}

func (p *File) reasonsSheet(warnings []data.WarningCode, try func(map[data.WarningCode]string) error) {
	f := sheet.New(p.desk)
	body := kit.VBox(look.Gap, kit.Paragraph("Rien n’empêche l’inscription. Notez pourquoi vous la faites quand même.", look.Body.As(look.Ink2)))
	fields := make([]*kit.TextField, len(warnings))
	for i, w := range warnings {
		fields[i] = kit.NewTextField(fr.Warning(w), "")
		fields[i].Needed, fields[i].Max = "Écrivez la raison.", data.MaxNote
		f.Add(fields[i])
		body.Add(fields[i])
	}
	f.Show(sheet.Parts{Title: "Inscrire " + p.name() + " quand même\u00a0?", Verb: "Inscrire en notant la raison", Width: 560, Body: body,
		Save: func() (func() error, func()) {
			reasons := map[data.WarningCode]string{}
			for i, w := range warnings {
				reasons[w] = fields[i].Text()
			}
			return func() error {
				err := try(reasons)
				if asked, ok := errors.AsType[*registry.NeedsReason](err); ok { // something changed meanwhile
					return &fr.Told{Sentence: "La situation a changé. " + fr.Error(asked), Err: err}
				}
				return err
			}, p.enrolled
		}})
}

func (p *File) enrolled() {
	p.desk.Window.Toast("L’inscription "+fr.De(p.name())+" est enregistrée.", nil)
}

// wait puts the child on the waiting list of a cycle, with a way back.
func (p *File) wait(cycle data.ID[data.Cycle]) {
	r, name := p.desk.Registry, p.name()
	var e data.Enrollment
	p.desk.Do(func() (err error) {
		e, err = r.Wait(p.id, cycle)
		return err
	}, func() {
		p.desk.Window.Toast("Sur la liste d’attente\u00a0: "+name+".", func() {
			p.desk.Do(func() error {
				_, err := r.Unenroll(e.ID)
				return err
			}, nil)
		})
	})
}

// leave is the sheet of a child who leaves a group before its end.
func (p *File) leave(w registry.ChildWorkshop) {
	f := sheet.New(p.desk)
	until := requiredDate(p.desk, "Dernier jour", "Indiquez la date.")
	reason := nameField("Motif du départ", "Écrivez pourquoi l’enfant quitte le groupe.")
	f.Add(until, reason)
	f.Filling(func() { until.SetValue(p.desk.Today()) })
	name, r := p.name(), p.desk.Registry
	f.Show(sheet.Parts{Title: "Départ " + fr.De(name) + ", " + fr.Lower(groupTitle(w.Group)), Verb: "Noter le départ",
		Body: kit.VBox(look.Gap, until, reason), Save: func() (func() error, func()) {
			day, why := until.Value(), reason.Text()
			return func() error { return r.Leave(w.Enrollment, day, why) }, func() {
				p.desk.Window.Toast("Le départ "+fr.De(name)+" est noté.", func() {
					p.desk.Do(func() error { return r.UndoLeave(w.Enrollment) }, nil)
				})
			}
		}})
}

// unenroll takes a place out as if it had never been, with a way back.
func (p *File) unenroll(w registry.ChildWorkshop) {
	r, sentence := p.desk.Registry, "L’inscription "+fr.De(p.name())+" est annulée."
	if w.State == data.Waiting {
		sentence = p.name() + " n’est plus sur la liste d’attente."
	}
	var undo func() error
	p.desk.Do(func() (err error) {
		undo, err = r.Unenroll(w.Enrollment)
		if errors.Is(err, registry.ErrInUse) {
			return &fr.Told{Sentence: "L’enfant est déjà venu dans ce groupe. Notez plutôt son départ.", Err: err}
		}
		return err
	}, func() {
		p.desk.Window.Toast(sentence, func() { p.desk.Do(undo, nil) })
	})
}
