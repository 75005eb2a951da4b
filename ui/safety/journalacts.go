package safety

import (
	"context"
	"errors"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// journalLines reads the newest entries of some acts; of all when none is named.
func journalLines(r *registry.Registry, f registry.JournalFilter, acts []journal.Act) ([]registry.JournalLine, error) {
	if len(acts) == 0 {
		return r.Journal(f)
	}
	var all []registry.JournalLine
	for _, a := range acts {
		f.Act = a
		lines, err := r.Journal(f)
		if err != nil {
			return nil, err
		}
		all = append(all, lines...)
	}
	slices.SortStableFunc(all, func(a, b registry.JournalLine) int {
		switch {
		case a.Number > b.Number:
			return -1
		case a.Number < b.Number:
			return 1
		}
		return 0
	})
	return all[:min(len(all), f.Most)], nil
}

// choice is a row of the menu of a chip.
func choice(title string, on bool, do func()) kit.MenuItem {
	item := kit.MenuItem{Title: title, Do: do}
	if on {
		item.Icon = "check"
	}
	return item
}

func (p *Journal) periodMenu() []kit.MenuItem {
	var items []kit.MenuItem
	for i, x := range periods {
		items = append(items, choice(x.words, i == p.filter.period, func() { p.refilter(func(f *filter) { f.period = i }) }))
	}
	return items
}

func (p *Journal) familyMenu() []kit.MenuItem {
	items := []kit.MenuItem{choice("Toutes les actions", p.filter.family == 0, func() { p.refilter(func(f *filter) { f.family = 0 }) })}
	for i, x := range families {
		item := choice(x.words, p.filter.family == i+1, func() { p.refilter(func(f *filter) { f.family = i + 1 }) })
		item.Line = i == 0
		items = append(items, item)
	}
	return items
}

func (p *Journal) memberMenu() []kit.MenuItem {
	items := []kit.MenuItem{choice("Toute l’équipe", p.filter.member.IsZero(), func() {
		p.refilter(func(f *filter) { f.member, f.memberName = data.ID[data.Member]{}, "" })
	})}
	for i, m := range p.desk.Registry.MemberRows() {
		name := fr.FullName(m.First, m.Last)
		item := choice(name, m.ID == p.filter.member, func() { p.refilter(func(f *filter) { f.member, f.memberName = m.ID, name }) })
		item.Line = i == 0
		items = append(items, item)
	}
	return items
}

func (p *Journal) childMenu() []kit.MenuItem {
	all := choice("Tous les enfants", p.filter.child.IsZero(), func() {
		p.refilter(func(f *filter) { f.child, f.childName = data.ID[data.Child]{}, "" })
	})
	return []kit.MenuItem{all, {Icon: "search", Title: "Chercher un enfant", Line: true, Do: p.pickChild}}
}

// pickChild opens a search among the children, archived ones included.
func (p *Journal) pickChild() {
	rows := append(p.desk.Registry.ChildRows(), p.desk.Registry.ArchivedChildRows()...)
	var found []registry.ChildRow
	var dialog *kit.Dialog
	picker := kit.NewPicker("Prénom ou nom", "Aucun enfant ne correspond.", func(text string) []kit.Found {
		found = nil
		var shown []kit.Found
		for _, r := range rows {
			if fold.Has(fold.Text(r.First+" "+r.Last), text) {
				found = append(found, r)
				shown = append(shown, kit.Found{Icon: "user-round", Tone: look.Info, Title: fr.ShortName(r.First, r.Last), Detail: r.School})
			}
		}
		return shown
	}, func(i int) {
		dialog.Close()
		r := found[i]
		p.refilter(func(f *filter) {
			f.child, f.childName = r.ID, fr.ShortName(r.First, r.Last)
		})
	})
	dialog = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{Title: "Le journal d’un enfant", Body: picker})
}

// verify reads the whole chain and says what it found.
func (p *Journal) verify() {
	r, now := p.desk.Registry, p.desk.Now()
	wait := kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{Title: "Vérification du journal", Safe: "Fermer",
		Body: kit.Paragraph("Chaque entrée est relue, avec sa signature…", look.Body)})
	task.Run(p.desk.Tasks, func(context.Context) (registry.JournalCheck, error) { return r.VerifyJournal() },
		func(c registry.JournalCheck, err error) {
			wait.Close()
			tone, fact, next := look.Good, "", ""
			switch {
			case errors.Is(err, journal.ErrBroken):
				tone, fact, next = look.Alarm, brokenWords(err), fr.Error(err)
			case err != nil:
				p.desk.Window.Fail(err)
				return
			default:
				fact, next = checkWords(c, now)
			}
			kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{Title: "Vérification du journal", Safe: "Fermer", Width: 560,
				Body: kit.Notice(tone, fact, next, nil)})
		})
}

// askPrune takes out the entries that are older than the team keeps them.
func (p *Journal) askPrune() {
	r := p.desk.Registry
	months := r.Safety().JournalMonths
	before := p.desk.Today().AddMonths(-months)
	kit.Ask(p.desk.Window.Canvas(), kit.Question{
		Title: "Élaguer le journal\u00a0?",
		Text: strings.Join([]string{
			"Les entrées d’avant le " + fr.DateLong(before) + " seront retirées\u00a0: l’équipe garde son journal " + fr.Months(months) + ".",
			"Une trace signée dira combien il y en avait. On ne revient pas en arrière.",
		}, " "),
		Verb: "Élaguer", Safe: "Ne rien retirer", Danger: true,
		Do: func() {
			removed := 0
			p.desk.Do(func() (err error) {
				removed, err = r.PruneJournal(before)
				return err
			}, func() {
				p.read()
				if removed == 0 {
					p.desk.Window.Toast("Rien à élaguer\u00a0: aucune entrée n’est aussi ancienne.", nil)
					return
				}
				p.desk.Window.Toast(fr.Count(removed, "entrée retirée", "entrées retirées")+" du journal.", nil)
			})
		},
	})
}
