package papers

import (
	"fmt"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// progressSheet shows how far a batch is. Its one button stops it, and so does Escape.
type progressSheet struct {
	dialog *kit.Dialog
	count  *kit.Label
	bar    *fyne.Container
}

// progressOf is what a batch is called, and how many documents there are.
type progressOf struct {
	title string
	total int
}

func showProgress(c fyne.Canvas, of progressOf, stop func()) *progressSheet {
	p := &progressSheet{count: kit.Text("", look.Body), bar: kit.Holder(kit.Gap(1))}
	p.show(0, of.total)
	p.dialog = kit.ShowSheet(c, kit.Sheet{
		Title: of.title, Safe: "Arrêter",
		Body: kit.VBox(look.Gap, p.count, p.bar),
		OnSafe: func() bool {
			stop()
			return false // it closes when the document under way is finished
		},
	})
	return p
}

func (p *progressSheet) show(done, total int) {
	p.count.SetText(fmt.Sprintf("Document %s sur %s", fr.Number(min(done+1, total)), fr.Number(total)))
	kit.Replace(p.bar, kit.Bar(float64(done)/float64(max(1, total)), look.Info, 1))
}

func (p *progressSheet) close() { p.dialog.Close() }

const namesShown = 5 // of the documents that failed for one reason

// showFailures says which documents are not kept, and why.
//
// Without open the documents were printed, not kept.
func showFailures(c fyne.Canvas, sentence string, o outcome, open func()) {
	done := "enregistré"
	if open == nil {
		done = "imprimé"
	}
	body := []fyne.CanvasObject{kit.Paragraph(sentence, look.Body)}
	title := 0
	for _, f := range o.failed {
		title += len(f.names)
		body = append(body, kit.Notice(look.Warning, f.sentence, fr.List(someNames(f.names)), nil))
	}
	sheet := kit.Sheet{
		Title: fr.Count(title, "document n’a pas pu être "+done, "documents n’ont pas pu être "+done+"s"),
		Body:  kit.VBox(look.Gap, body...), Safe: "Fermer",
	}
	if o.kept > 0 && open != nil {
		sheet.Verb = "Ouvrir le dossier"
		sheet.Do = func() bool { open(); return true }
	}
	kit.ShowSheet(c, sheet)
}

func someNames(names []string) []string {
	if len(names) <= namesShown {
		return names
	}
	rest := len(names) - namesShown
	return append(names[:namesShown:namesShown], fr.Count(rest, "autre", "autres"))
}
