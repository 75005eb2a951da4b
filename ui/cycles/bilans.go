package cycles

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// bilans is the tab « Bilans »: those of the children at one moment, and that of the group.
type bilans struct {
	page    *Group
	moment  data.Moment
	root    *fyne.Container
	side    *fyne.Container
	moments *kit.Segmented
	table   *kit.Table[registry.GroupRow]
}

// bilanMoments are the moments at which a bilan is written.
var bilanMoments = []data.Moment{data.MomentMid, data.MomentEnd}

func newBilans(p *Group) *bilans {
	t := &bilans{page: p, moment: data.MomentMid, side: kit.Holder(kit.Gap(1))}
	if p.view.Mid.Owed == p.view.Mid.Done {
		t.moment = data.MomentEnd
	}
	t.moments = kit.NewSegmented([]string{"Mi-cycle", "Fin de cycle"}, func(i int) {
		t.moment = bilanMoments[i]
		t.refresh()
	})
	t.moments.Select(int(t.moment - data.MomentMid))
	t.table = kit.NewTable(kit.TableParts[registry.GroupRow]{
		Key: func(r registry.GroupRow) string { return r.Child.ID.String() },
		Columns: []kit.Column[registry.GroupRow]{
			{ID: "enfant", Title: "Enfant", Width: 190, Weight: 1, Draw: drawChild,
				Text: func(r registry.GroupRow) string { return short(r.Child) }},
			{ID: "etat", Title: "Bilan", Width: 190, Text: func(r registry.GroupRow) string { return bilanWord(t.of(r)) },
				Draw: func(s *kit.Scene, a kit.Area, r registry.GroupRow) {
					s.Fact(a, bilanIcon(t.of(r)), bilanWord(t.of(r)), bilanRole(t.of(r)).Role)
				}},
			{ID: "pour", Title: "À remettre", Width: 210, Style: look.Detail, Text: func(r registry.GroupRow) string { return deadline(t.of(r)) },
				Sort: func(a, b registry.GroupRow) int { return t.of(b).LateDays - t.of(a).LateDays }},
			{ID: "regularite", Title: "Régularité", Width: 180, Draw: func(s *kit.Scene, a kit.Area, r registry.GroupRow) {
				part, percent, count := share(r.Regularity)
				s.Regularity(a, kit.Rate{Part: part, Percent: percent, Count: count, Low: r.Low})
			}, Sort: func(a, b registry.GroupRow) int { return percentOf(a.Regularity) - percentOf(b.Regularity) }},
		},
		OnOpen: func(r registry.GroupRow) { t.open(r) },
		Empty: kit.EmptyState("users-round", "Aucun enfant dans ce groupe", "Inscrivez le premier pour préparer son bilan.",
			kit.NewButton("Inscrire un enfant", "plus", kit.Primary, p.enroll)),
	})
	hint := kit.Text("Entrée ou un clic pour ouvrir le bilan", look.Detail)
	left := kit.VBox(look.Gap, kit.HBox(look.Gap, t.moments, kit.Spacer(), hint), kit.Grow(t.table))
	t.root = kit.Columns(look.Cards, kit.Share(1, left), kit.Fixed(300, t.side))
	return t
}

func (t *bilans) content() fyne.CanvasObject { return t.root }

// of is the bilan of a child at the moment on show.
func (t *bilans) of(r registry.GroupRow) registry.BilanProgress {
	if t.moment == data.MomentMid {
		return r.Mid
	}
	return r.End
}

func (t *bilans) refresh() {
	t.table.SetRows(t.page.view.Rows)
	kit.KeepFocus(t.side, func() { kit.Replace(t.side, t.cards()) })
	kit.Relayout(t.root)
}

func (t *bilans) open(r registry.GroupRow) {
	t.page.goBilan(r, t.moment)
}

// cards are the bilan of the group, and the printing of all.
func (t *bilans) cards() fyne.CanvasObject {
	p := t.page
	step, count := p.groupStep(t.moment), p.view.Mid
	if t.moment == data.MomentEnd {
		count = p.view.End
	}
	verb := "Continuer le bilan du groupe"
	switch step {
	case registry.BilanDone:
		verb = "Relire le bilan du groupe"
	case registry.BilanToWrite, registry.BilanNotOwed:
		verb = "Écrire le bilan du groupe"
	}
	group := kit.Card("Bilan du groupe", nil, kit.VBox(look.Gap,
		kit.Paragraph(groupBilanWord(step)+". Il ne nomme aucun enfant et peut être remis aux partenaires.", look.Detail),
		kit.HBox(0, kit.NewButton(verb, "pencil", kit.Secondary, func() {
			p.desk.Window.Go(page.Route{Page: page.Bilan, Group: p.id, Moment: t.moment})
		}))))
	print := kit.NewButton("Imprimer tous les bilans", "printer", kit.Secondary, func() { p.printBilans(t.moment) })
	if p.keptBilans(t.moment) == 0 {
		print.SetReason("Aucun bilan n’est encore commencé.")
	}
	words := fr.Count(count.Done, "bilan finalisé", "bilans finalisés") + " sur " + fr.Number(count.Owed) + "."
	if rest, _ := bilanRest(count); rest != "" {
		words += " " + fr.Capital(rest) + "."
	}
	children := kit.Card("Bilans des enfants", nil, kit.VBox(look.Gap, kit.Paragraph(words, look.Detail),
		kit.VBox(0, kit.HBox(0, print), kit.Reason(print))))
	return kit.VBox(look.Cards, children, group)
}

// deadline says when a bilan is to be handed over, or how late it is.
func deadline(p registry.BilanProgress) string {
	switch {
	case p.LateDays > 0:
		return "attendu depuis " + fr.Count(p.LateDays, "jour", "jours")
	case p.Step == registry.BilanNotOwed || p.Step == registry.BilanDone || p.Due.IsZero():
		return ""
	}
	return "pour le " + fr.DayMonth(p.Due)
}

func percentOf(n data.Regularity) int {
	p, ok := n.Percent()
	if !ok {
		return -1
	}
	return p
}

func drawChild(s *kit.Scene, a kit.Area, r registry.GroupRow) {
	w := s.Text(a, short(r.Child), look.BodyBold)
	if left := a.W - w - 8; left > 40 {
		s.Text(a.After(w+8), about(r), look.Detail)
	}
}

// openBilan opens the bilan of the child of a row.
func (p *Group) openBilan(row int, m data.Moment) { p.goBilan(p.view.Rows[row], m) }

func (p *Group) goBilan(r registry.GroupRow, m data.Moment) {
	p.desk.Window.Go(page.Route{Page: page.Bilan, Child: r.Child.ID, Cycle: p.view.CycleID, Moment: m})
}
