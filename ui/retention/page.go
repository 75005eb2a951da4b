// Package retention is the page where the team reviews the files whose last contact is too far back: each is kept with a
// reason, made anonymous, or erased.
package retention

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/parting"
)

// Page is the page « Conservation », a tab of « Sécurité ».
type Page struct {
	desk  page.Desk
	rows  []registry.RetentionRow
	chip  int // the state in use, 0 for all
	loads int // answers of older readings are dropped

	content, head, body *fyne.Container
	chips               *kit.ChipRow
	table               *kit.Table[registry.RetentionRow]
	list                *kit.Button
	foot                *kit.Label
}

// tableName is under which the widths and the order of the table are kept.
const tableName = "conservation"

// New makes the page.
func New(d page.Desk, _ page.Route) page.Page {
	p := &Page{desk: d}
	p.build()
	p.load()
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *Page) Changed([]registry.Change) { p.load() }

// Arrive implements page.Focuser.
func (p *Page) Arrive() {
	if len(p.rows) > 0 {
		p.desk.Window.Canvas().Focus(p.table)
	}
}

// Print implements page.Printer.
func (p *Page) Print() {
	if p.list.Reason() == "" {
		p.askList()
	}
}

func (p *Page) build() {
	labels := []string{"Tous"}
	for _, s := range states {
		labels = append(labels, s.label)
	}
	p.chips = kit.NewChipRow(labels, p.choose)
	p.table = kit.NewTable(kit.TableParts[registry.RetentionRow]{
		Columns: columns(),
		Key:     func(r registry.RetentionRow) string { return r.ChildID.String() },
		OnOpen:  p.decide,
		OnState: p.keepState,
		Empty:   kit.Gap(0),
		NoMatch: kit.EmptyState("search-x", "Aucun dossier dans cet état", "Retirez le filtre pour voir les autres.",
			kit.NewButton("Voir tous les dossiers", "", kit.Secondary, func() {
				p.chips.Select(0)
				p.choose(0)
			})),
	})
	if kept := p.desk.Tables.Table(tableName); kept != "" {
		var s kit.TableState
		if json.Unmarshal([]byte(kept), &s) == nil { // what cannot be read is what another version kept
			p.table.Restore(s)
		}
	}
	p.list = kit.NewButton("Imprimer la liste d’élimination", "printer", kit.Primary, p.askList)
	p.head, p.body, p.foot = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1)), kit.Text("", look.Detail)
	p.content = kit.Page(kit.VBox(look.Tight, p.head, page.SafetyTabs(p.desk, page.Retention)), kit.Grow(p.body))
}

// load reads the review again, beside the window.
func (p *Page) load() {
	p.loads++
	mine := p.loads
	var rows []registry.RetentionRow
	p.desk.Do(func() error {
		rows = p.desk.Registry.Retention()
		return nil
	}, func() {
		if mine == p.loads {
			p.rows = rows
			p.apply()
		}
	})
}

func (p *Page) apply() {
	kit.KeepFocus(p.content, func() {
		p.table.SetRows(p.rows)
		n := counts(p.rows)
		p.chips.SetCounts(n...)
		p.list.SetReason("")
		if n[1]+n[3] == 0 {
			p.list.SetReason("Aucun délai n’est dépassé.")
		}
		p.foot.SetText("Entrée ouvre les choix. Avant d’effacer un dossier arrivé à terme, attendez le visa des archives sur la liste d’élimination.")
		kit.Replace(p.head, p.header())
		if len(p.rows) == 0 {
			kit.Replace(p.body, kit.Panel(kit.EmptyState("check-check", "Aucun dossier à revoir",
				"Un dossier vient ici quand son délai approche\u00a0: "+fr.AfterLastContact(p.months())+".",
				kit.NewButton("Changer la règle", "pencil", kit.Secondary, p.editRule))))
			return
		}
		kit.Replace(p.body, kit.VBox(look.Gap, p.chips, kit.Grow(p.table), p.foot))
	})
	kit.Relayout(p.content)
}

func (p *Page) months() int { return p.desk.Registry.Safety().RetentionMonths }

func (p *Page) header() fyne.CanvasObject {
	rule := kit.NewButton("Changer la règle", "pencil", kit.Secondary, p.editRule)
	rule.SetReason(ruleReason(p.desk))
	sub := "Règle de l’équipe\u00a0: un dossier est revu " + fr.AfterLastContact(p.months()) + "."
	if reason := p.list.Reason(); reason != "" {
		sub += " " + reason
	}
	return kit.Header(kit.PageHeader{
		Title: "Sécurité", Sub: sub,
		Actions: []fyne.CanvasObject{
			kit.NewMenuButton("Papiers et liste", "files", p.papers), kit.VBox(0, rule, kit.Reason(rule)), p.list,
		},
	})
}

func (p *Page) choose(i int) {
	p.chip = i
	p.table.Filter(func(r registry.RetentionRow) bool { return i == 0 || r.State == states[i-1].state })
}

func (p *Page) keepState(s kit.TableState) {
	if b, err := json.Marshal(s); err == nil { // a state of words and numbers always can
		p.desk.Tables.SetTable(tableName, string(b))
	}
}

func columns() []kit.Column[registry.RetentionRow] {
	type row = registry.RetentionRow
	return []kit.Column[row]{
		{ID: "reference", Title: "Référence", Width: 120, Text: func(r row) string { return r.Reference }, Style: look.Detail.Tabular()},
		{ID: "enfant", Title: "Enfant", Width: 180, Weight: 1, Text: func(r row) string { return fr.ShortName(r.Name.First, r.Name.Last) }, Style: look.BodyBold},
		{ID: "contact", Title: "Dernier contact", Width: 240, Weight: 2, Text: contactWords, Sort: byDate(func(r row) data.Date { return r.Last.On })},
		{ID: "echeance", Title: "Échéance", Width: 150, Text: dueWords, Sort: byDate(func(r row) data.Date { return r.Due })},
		{ID: "etat", Title: "État", Width: 250, Weight: 1, Draw: drawState, Sort: func(a, b row) int { return int(a.State) - int(b.State) }},
	}
}

func drawState(s *kit.Scene, a kit.Area, r registry.RetentionRow) {
	words, icon, tone := stateWords(r)
	s.Badge(a.Left(min(a.W, kit.BadgeWidth(words, icon))).Middle(min(a.W, kit.BadgeWidth(words, icon)), look.BadgeHeight), words, icon, tone)
}

// decide shows what can be done with a file.
func (p *Page) decide(r registry.RetentionRow) {
	child := parting.Child{ID: r.ChildID, First: r.Name.First, Last: r.Name.Last}
	var dialog *kit.Dialog
	rows := kit.VBox(0)
	add := func(a kit.Alert, reason string, do func()) {
		a.First, a.Do = len(rows.Objects) == 0, func() {
			dialog.Close()
			do()
		}
		if reason != "" {
			a.Detail, a.Verb, a.Do = reason, "", nil
		}
		rows.Add(kit.NewAlertRow(a))
	}
	add(kit.Alert{Icon: "hourglass", Tone: look.Info, Fact: "Garder plus longtemps", Detail: "Jusqu’à un jour choisi, avec un motif", Verb: "Garder"},
		parting.KeepReason(p.desk), func() { parting.Keep(p.desk, r) })
	add(kit.Alert{Icon: "chart-column", Tone: look.Info, Fact: "Rendre anonyme", Detail: "Les chiffres des années passées restent", Verb: "Rendre anonyme"},
		parting.Reason(p.desk), func() { parting.Anonymise(p.desk, child, nil) })
	add(kit.Alert{Icon: "trash-2", Tone: look.Alarm, Fact: "Effacer", Detail: "Rien ne reste que le journal, sans le nom", Verb: "Effacer"},
		parting.Reason(p.desk), func() { parting.Erase(p.desk, child, nil) })
	add(kit.Alert{Icon: "user-round", Tone: look.Neutral, Fact: "Lire le dossier d’abord", Detail: fr.Count(r.Records, "fiche", "fiches"), Verb: "Ouvrir"},
		"", func() { p.desk.Window.Go(page.Route{Page: page.Child, Child: r.ChildID, Tab: "donnees"}) })
	body := kit.VBox(look.Gap, kit.Facts(2, kit.Fact{Label: "Dernier contact", Value: contactWords(r)},
		kit.Fact{Label: "Échéance", Value: dueWords(r), Unknown: "inconnue"}))
	if !r.KeptUntil.IsZero() {
		body.Add(kit.Facts(2, kit.Fact{Label: "Gardé jusqu’au", Value: fr.DateLong(r.KeptUntil)}, kit.Fact{Label: "Motif", Value: r.KeptReason}))
	}
	body.Add(rows)
	dialog = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{
		Title: "Dossier " + fr.De(fr.ShortName(r.Name.First, r.Name.Last)), Safe: "Fermer", Body: body,
	})
}
