package planner

import (
	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// showBand writes above the day what is wrong with it, one trouble at a time, and what can be done.
func (p *Page) showBand() {
	x := p.read
	p.tried = max(0, min(p.tried, len(x.troubles)-1))
	var bands []fyne.CanvasObject
	if x.setup != nil {
		bands = append(bands, kit.NewNoticeBand(look.Warning, "circle-alert",
			kit.Sentence{Fact: "Le planning ne peut pas être vérifié", Rest: nbsp + ": " + fr.Error(x.setup)}))
	}
	if name := offName(x.view.Day); name != "" && x.view.Day.Held > 0 {
		bands = append(bands, kit.NewNoticeBand(look.Info, "info",
			kit.Sentence{Fact: name, Rest: nbsp + ": seuls les stages et les séances ajoutées se tiennent ce mercredi-là."}))
	}
	if n := p.hourless(); n > 0 {
		bands = append(bands, kit.NewNoticeBand(look.Warning, "clock-alert",
			kit.Sentence{Fact: fr.Count(n, "séance sans heure", "séances sans heure"), Rest: nbsp + ": elles ne sont pas dans la grille."}, p.hourlessButton()))
	}
	if len(x.troubles) > 0 {
		bands = append(bands, p.troubleBand(x.troubles[p.tried]))
	}
	bands = append(bands, p.bands()...)
	kit.KeepFocus(p.band, func() { kit.Replace(p.band, bands...) })
	if len(bands) == 0 {
		p.band.Hide()
	} else {
		p.band.Show()
	}
	kit.Relayout(p.band)
}

// troubleBand is one trouble, with its way out and the way to the others.
func (p *Page) troubleBand(t trouble) fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	if n := len(p.read.troubles); n > 1 {
		others := kit.NewSmall(fr.Number(p.tried+1)+" sur "+fr.Number(n), "", kit.Quiet, nil)
		others.After = "chevron-down"
		others.OnTapped = func() { kit.ShowMenu(others, p.troubleItems()) }
		buttons = append(buttons, others)
	}
	var act *kit.Button
	if t.code == planning.ChildBusy && p.locked() == "" {
		act = kit.NewSmall("Choisir la séance", "", kit.Secondary, nil)
		act.OnTapped = func() { kit.ShowMenu(act, p.keepItems(t)) }
	} else {
		act = kit.NewSmall("Voir le groupe", "", kit.Secondary, func() { p.see(t) })
	}
	return kit.NewNoticeBand(look.Alarm, "triangle-alert", kit.Sentence{Fact: t.fact, Rest: t.rest}, append(buttons, act)...)
}

// troubleItems lists what is wrong with the day.
func (p *Page) troubleItems() (items []kit.MenuItem) {
	for i, t := range p.read.troubles {
		items = append(items, kit.MenuItem{Icon: "triangle-alert", Title: t.words(), Do: func() {
			p.tried = i
			p.showBand()
			p.see(t)
		}})
	}
	return items
}

// see puts the keyboard on the group of a trouble.
func (p *Page) see(t trouble) {
	for i, s := range p.board.sessions {
		if s.Group.ID.String() == t.groups[0] {
			p.desk.Window.Canvas().Focus(p.grid)
			p.grid.Stand(i)
			return
		}
	}
}

// keepItems are the sessions between which to choose, for a child who is expected in two: the other place is given up.
func (p *Page) keepItems(t trouble) (items []kit.MenuItem) {
	for i, keep := range t.groups[:2] {
		leave := t.groups[1-i]
		of := p.read.group(leave)
		if of == nil {
			continue
		}
		kept, left := p.read.view.Names.Groups[keep], p.read.view.Names.Groups[leave]
		c := (&groupPanel{page: p, group: leave}).choiceOf(t.child)
		items = append(items, kit.MenuItem{
			Icon: workshopIcon(kept.Workshop), Title: "Garder " + page.GroupWords(kept),
			Detail: "De nouveau à placer en " + fr.Lower(left.Workshop.Name), Do: func() { p.putBack(c) },
		})
	}
	return items
}

// hourless counts the sessions whose hour is not said.
func (p *Page) hourless() (n int) {
	for _, s := range p.read.view.Day.Sessions {
		if s.Start == 0 {
			n++
		}
	}
	return n
}

// hourlessButton leads to the first of them.
func (p *Page) hourlessButton() fyne.CanvasObject {
	for _, s := range p.read.view.Day.Sessions {
		if s.Start == 0 {
			return kit.NewSmall("Choisir l’heure", "", kit.Secondary, func() { p.goToGroup(s) })
		}
	}
	return kit.Gap(0)
}
