package commission

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/printing"
	"mercredi/ui/page/sheet"
)

// decisions are those offered, in the order of data.Decision.
var decisions = []data.Decision{data.DecisionPending, data.DecisionFavourable, data.DecisionDeferred, data.DecisionRefused}

// caseFields are the fields of a situation.
type caseFields struct {
	presenter                     *kit.TextField
	question, facts, tried, words *kit.TextField
	told                          *kit.SelectField
	decision                      *kit.SelectField
	note                          *kit.TextField
	actions                       *kit.RowsField[data.CaseAction]
	review                        *kit.DateField
	carry                         *kit.CheckField
}

func (p *Page) caseForm() (*sheet.Form, caseFields) {
	words := make([]string, len(decisions))
	for i, d := range decisions {
		words[i] = fr.Capital(fr.Decision(d))
	}
	x := caseFields{
		presenter: shortField("Présentée par"), question: noteField("Question posée à la commission", 2),
		facts: noteField("Ce qui est observé (des faits, partagés avec la commission)", 3), tried: noteField("Ce qui a déjà été fait", 2),
		words: noteField("Ce que dit la famille", 2), told: kit.NewSelectField("Famille prévenue", []string{"Non renseigné", "Oui", "Non"}, 0),
		decision: kit.NewSelectField("Décision", words, 0), note: noteField("Précisions sur la décision", 2),
		actions: actionsField(p.desk.Today()), review: kit.NewDateField("À revoir le", p.desk.Today()),
		carry: kit.NewCheckField("Reporter la date et la décision dans le parcours de l’enfant", true),
	}
	f := sheet.New(p.desk)
	f.Field("Presenter", x.presenter)
	f.Add(x.told)
	f.Field("Question", x.question)
	f.Field("Facts", x.facts)
	f.Field("Tried", x.tried)
	f.Field("FamilyWords", x.words)
	f.Add(x.decision)
	f.Field("ReviewOn", x.review)
	f.Field("DecisionNote", x.note)
	f.Field("Actions.What", x.actions)
	f.Add(x.carry)
	return f, x
}

func (x caseFields) body() *fyne.Container {
	return kit.VBox(look.Gap, kit.Grid(2, look.Gap, x.presenter, x.told), x.question, x.facts, x.tried, x.words,
		kit.Separator(), kit.Grid(2, look.Gap, x.decision, x.review), x.note, x.actions, x.carry)
}

func (x caseFields) fill(c data.CommissionCase) {
	x.presenter.SetText(c.Presenter)
	x.question.SetText(c.Question)
	x.facts.SetText(c.Facts)
	x.tried.SetText(c.Tried)
	x.words.SetText(c.FamilyWords)
	x.told.Choose(int(c.FamilyTold))
	x.decision.Choose(int(c.Decision))
	x.note.SetText(c.DecisionNote)
	x.actions.SetValues(c.Actions)
	x.review.SetValue(c.ReviewOn)
}

func (x caseFields) read(c *data.CommissionCase) {
	c.Presenter, c.Question, c.Facts, c.Tried, c.FamilyWords = x.presenter.Text(), x.question.Text(), x.facts.Text(), x.tried.Text(), x.words.Text()
	c.FamilyTold, c.Decision = data.Answer(max(0, x.told.Chosen())), decisions[max(0, x.decision.Chosen())]
	c.DecisionNote, c.Actions, c.ReviewOn = x.note.Text(), x.actions.Values(), x.review.Value()
}

// The widths of a row of actions.
const (
	whoWidth = 190
	byWidth  = 150
)

// actionsField edits who does what by when.
func actionsField(today data.Date) *kit.RowsField[data.CaseAction] {
	return kit.NewRowsField(kit.RowsParts[data.CaseAction]{
		Label: "Qui fait quoi", Help: "L’action, la personne, et avant quand.", Empty: "Aucune action n’est notée.",
		Add: "Ajouter une action", Take: "Retirer cette action",
		New: func([]data.CaseAction) data.CaseAction { return data.CaseAction{} },
		Row: func(a data.CaseAction) kit.FieldRow[data.CaseAction] {
			what, who, by := kit.NewTextField("", "").Hint("Ce qui est à faire"), shortField("").Hint("Qui"), kit.NewDateField("", today)
			what.Needed, what.Max = "Dites quoi.", data.MaxNote
			what.SetText(a.What)
			who.SetText(a.Who)
			by.SetValue(a.By)
			return kit.FieldRow[data.CaseAction]{
				Body:   kit.Columns(look.Tight, kit.Share(1, what), kit.Fixed(whoWidth, who), kit.Fixed(byWidth, by)),
				Inputs: []kit.Input{what, who, by},
				Value:  func() data.CaseAction { return data.CaseAction{What: what.Text(), Who: who.Text(), By: by.Value()} },
			}
		},
	})
}

// editCase is the sheet of a situation: what is asked, what is known, what is decided.
func (p *Page) editCase(row registry.CaseRow) {
	kept, ok := p.desk.Registry.CommissionCases.Get(row.ID)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	f, x := p.caseForm()
	f.Filling(func() { x.fill(kept) })
	leave := func(do func()) func() {
		return func() {
			f.Close()
			do()
		}
	}
	gestures := kit.HBox(look.Tight,
		kit.NewSmall("Ouvrir la fiche de l’enfant", "user-round", kit.Secondary, leave(func() {
			p.desk.Window.Go(page.Route{Page: page.Child, Child: row.ChildID})
		})),
		kit.NewSmall("Imprimer la fiche de situation", "printer", kit.Secondary, leave(func() {
			printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Case: row.ID, Child: row.ChildID}, Key: "situation-eps"})
		})),
		kit.NewSmall("Retirer de l’ordre du jour", "trash-2", kit.Danger, leave(func() { p.removeCase(row) })))
	f.Show(sheet.Parts{
		Title: caseTitle(row), Verb: "Enregistrer la situation", Width: sheetWidth, Body: kit.VBox(look.Gap, x.body(), gestures),
		Save: func() (func() error, func()) {
			changed := kept
			x.read(&changed)
			carry := x.carry.On()
			var undo func() error
			return func() (err error) {
					undo, err = p.desk.Registry.SaveCase(&changed, carry)
					return err
				}, func() {
					p.desk.Window.Toast(savedWords(changed, carry), func() { p.desk.Do(undo, nil) })
				}
		},
	})
}

// savedWords say what was kept, and where.
func savedWords(c data.CommissionCase, carry bool) string {
	if carry && c.Decision != data.DecisionPending {
		return "La situation est enregistrée, la décision est dans le parcours."
	}
	return "La situation est enregistrée."
}

// removeCase takes a situation off the agenda, with a way back.
func (p *Page) removeCase(row registry.CaseRow) {
	var undo func() error
	p.desk.Do(func() (err error) {
		undo, err = p.desk.Registry.RemoveCase(row.ID)
		return err
	}, func() {
		p.desk.Window.Toast("La situation est retirée de l’ordre du jour.", func() { p.desk.Do(undo, nil) })
	})
}
