package partners

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// clauses are the clauses of a convention or of an amendment in their form.
type clauses struct {
	form *sheet.Form
	all  []*clause
	box  *fyne.Container
}

type clause struct{ title, text *kit.TextField }

func newClauses(form *sheet.Form) *clauses {
	l := &clauses{form: form, box: kit.VBox(look.Gap)}
	l.show()
	return l
}

// show lays the clauses out again.
func (l *clauses) show() {
	var objs []fyne.CanvasObject
	for _, x := range l.all {
		remove := kit.NewSmall("Retirer cette clause", "trash-2", kit.Quiet, func() {
			l.form.Remove(x.title, x.text)
			l.all = slices.DeleteFunc(l.all, func(o *clause) bool { return o == x })
			l.show()
		})
		objs = append(objs, x.title, x.text, kit.HBox(0, kit.Spacer(), remove))
	}
	objs = append(objs, kit.HBox(0, kit.NewSmall("Ajouter une clause", "plus", kit.Secondary, func() {
		l.add(data.Clause{})
		l.show()
	})), kit.Paragraph("Un mot entre accolades est remplacé par ce que dit la convention\u00a0: "+clauseWords()+".", look.Detail))
	kit.Replace(l.box, objs...)
	kit.Relayout(l.box)
}

// clauseWords are the names that a clause may hold.
func clauseWords() string {
	var out []string
	for _, w := range fr.ClauseWords() {
		out = append(out, "{"+w.Word+"}")
	}
	return strings.Join(out, ", ")
}

func (l *clauses) add(c data.Clause) {
	x := &clause{kit.NewTextField("Titre de la clause", ""), kit.NewNoteField("Texte de la clause", "", 2)}
	x.title.Needed = "Écrivez un titre, ou retirez cette clause."
	x.title.SetText(c.Title)
	x.text.SetText(c.Text)
	l.all = append(l.all, x)
	l.form.Add(x.title, x.text)
}

// fill shows other clauses.
func (l *clauses) fill(all []data.Clause) {
	for _, x := range l.all {
		l.form.Remove(x.title, x.text)
	}
	l.all = nil
	for _, c := range all {
		l.add(c)
	}
	l.show()
}

func (l *clauses) read() []data.Clause {
	var out []data.Clause
	for _, x := range l.all {
		out = append(out, data.Clause{Title: x.title.Text(), Text: x.text.Text()})
	}
	return out
}

// editClauses changes the clauses of one convention, and may make them those of the team.
func (p *Page) editClauses(id data.ID[data.Agreement]) {
	f := sheet.New(p.desk)
	l := newClauses(f)
	model := kit.NewCheckField("Reprendre ces clauses dans les prochaines conventions", false)
	f.Add(model)
	var kept data.AgreementTerms
	sheet.Edit(f, sheet.Record[data.Agreement]{
		Table: p.desk.Registry.Agreements, ID: id,
		Fill: func(a data.Agreement) { l.fill(a.Terms.Clauses) },
		Read: func(a *data.Agreement) {
			a.Terms.Clauses = l.read()
			kept = a.Terms
		},
		Done: func() {
			if model.On() {
				p.saveModel(kept)
				return
			}
			p.desk.Window.Toast("Clauses enregistrées.", nil)
		},
	}, sheet.Parts{Title: "Modifier les clauses", Verb: "Enregistrer", Width: formWidth, Body: kit.VBox(look.Gap, l.box, model)})
}
