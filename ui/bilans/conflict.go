package bilans

import (
	"errors"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// stale reports that a save was refused because the bilan has changed since it was read.
func stale(err error) bool {
	var conflict *registry.Conflict
	return errors.As(err, &conflict) || errors.Is(err, registry.ErrFinal)
}

// meet compares what is kept now with what was read: it is taken over, unless something typed would be lost.
func (e *editor[R]) meet() {
	kept, ok := e.w.read()
	if !ok {
		kept = e.kept // the place is gone: a save would say so
	}
	switch {
	case kept == e.kept:
	case e.keep.pending() && e.now() != e.kept:
		e.other = &kept
	default:
		e.adopt(kept)
	}
}

// adopt shows a bilan kept elsewhere.
func (e *editor[R]) adopt(kept R) {
	e.keep.forget()
	was := e.about().final
	e.kept, e.other, e.trouble = kept, nil, nil
	if e.about().final != was {
		e.build()
		return
	}
	e.fill()
	e.showHead()
}

// faults shows beside each field what the record refuses in it.
func (e *editor[R]) faults(err error) {
	for _, in := range e.form.inputs {
		switch fault := data.FaultOf(err, in.name); {
		case fault != nil:
			in.SetErr(fr.Error(fault))
		case err == nil && !in.unread():
			in.SetErr("")
		}
	}
}

// showNotice shows the band above the form: what happened to the text first, else what is left to do.
func (e *editor[R]) showNotice(todo string) {
	key := todo
	switch {
	case e.about().final:
		key = "final"
	case e.other != nil:
		key = "other"
	case e.trouble != nil:
		key = "trouble " + fr.Error(e.trouble)
	}
	if key == e.shown {
		return
	}
	e.shown = key
	if band := e.band(todo); band != nil {
		kit.Replace(e.notice, band)
		e.notice.Show()
	} else {
		e.notice.Hide()
	}
	kit.Relayout(e.notice)
}

func (e *editor[R]) band(todo string) fyne.CanvasObject {
	switch {
	case e.about().final:
		return nil
	case e.other != nil:
		return kit.NewNoticeLine(look.Alarm, "Ce bilan a été enregistré ailleurs", " pendant que vous écriviez. Votre texte reste à l’écran.",
			kit.NewSmall("Voir l’autre version", "", kit.Quiet, e.showOther),
			kit.NewSmall("Reprendre mon texte", "", kit.Secondary, e.takeMine))
	case e.trouble != nil:
		var again []fyne.CanvasObject
		if !registry.Stopped(e.trouble) {
			again = append(again, kit.NewSmall("Réessayer", "", kit.Secondary, e.Save))
		}
		return kit.NewNoticeLine(look.Alarm, "Pas encore enregistré.", " "+fr.Error(e.trouble)+" Votre texte reste à l’écran.", again...)
	case todo == "":
		return kit.NewNoticeLine(look.Good, "Tout est prêt.", " Relisez l’aperçu, puis finalisez.")
	}
	return kit.NewNoticeLine(look.Warning, "Pour finaliser", ", "+todo+".")
}

// showOther shows, part by part, where the two versions differ.
func (e *editor[R]) showOther() {
	mine, other := e.now(), *e.other
	body := kit.VBox(look.Gap)
	said := func(words string) string {
		if words == "" {
			return "(rien)"
		}
		return words
	}
	for _, in := range e.form.inputs {
		if in.words(mine) == in.words(other) {
			continue
		}
		body.Add(kit.VBox(look.Hair, kit.Text(in.label, look.BodyBold),
			kit.Text("Votre texte", look.Caption), kit.Paragraph(said(in.words(mine)), look.Body),
			kit.Text("L’autre version", look.Caption), kit.Paragraph(said(in.words(other)), look.Body)))
	}
	if len(body.Objects) == 0 {
		body.Add(kit.Paragraph("Les textes sont les mêmes.", look.Body))
	}
	if e.w.about(other).final {
		body.Add(kit.Notice(look.Info, "L’autre version est finalisée.", "Reprendre votre texte la rouvrira.", nil))
	}
	kit.ShowSheet(e.desk.Window.Canvas(), kit.Sheet{
		Title: "L’autre version", Body: body, Verb: "Prendre l’autre version", Safe: "Garder mon texte à l’écran", Width: 640,
		Do: func() bool {
			e.adopt(other)
			e.again()
			return true
		},
	})
}

// takeMine keeps what is on screen over the other version, which is reopened first if it is final.
func (e *editor[R]) takeMine() {
	other := *e.other
	keep := func() {
		kept, ok := e.w.read()
		if !ok {
			return
		}
		e.kept, e.other, e.trouble = kept, nil, nil
		e.keep.edited()
		e.keep.flush(nil)
	}
	if !e.w.about(other).final {
		keep()
		return
	}
	e.desk.Do(func() error { return e.w.reopen(other) }, keep)
}
