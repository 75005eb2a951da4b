package children

import (
	"context"
	"io"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// handover is the sheet in which the whole file of a child is made ready for the family: who asks, what of other people
// stays readable, and the texts in which they are named, to be read by a person.
type handover struct {
	file                    *File
	asks                    *kit.SelectField
	adults, outside, secret *kit.CheckField
	done                    *kit.CheckField // the texts were read
	shown                   []string        // names that were read and left

	view    registry.WholeFileView
	reading task.Latest
	texts   *fyne.Container
	dialog  *kit.Dialog
}

// handOver opens the sheet.
func (p *File) handOver() {
	h := &handover{file: p, texts: kit.Holder(kit.Gap(1))}
	var adults []string
	for _, g := range p.file.Family.Guardians {
		adults = append(adults, fr.Join(g.FullName(), fr.Relation(g.Relation)))
	}
	h.asks = kit.NewSelectField("Qui demande le dossier", append(adults, "Une autre personne qui en a le droit"), 0)
	h.asks.OnPick = func(int) { h.gather() }
	box := func(label string) *kit.CheckField {
		c := kit.NewCheckField(label, false)
		c.OnSet = func(bool) { h.gather() }
		return c
	}
	h.adults, h.outside = box("Montrer aussi les autres adultes de la famille"), box("Nommer les professionnels extérieurs à l’équipe")
	h.secret = box("Ajouter mes notes privées")
	h.done = kit.NewCheckField("J’ai relu ces textes", false)
	h.done.OnSet = func(bool) { h.judge() }
	foot := kit.VBox(0, h.done)
	h.dialog = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{
		Title: "Remettre le dossier " + fr.De(p.name()) + " à la famille", Verb: "Enregistrer les 2\u00a0documents", Width: 760,
		Body: kit.VBox(look.Gap,
			kit.Paragraph("Un PDF à lire et un fichier de données, avec tout ce que Mercredi garde de l’enfant. Les autres personnes n’y sont pas nommées.", look.Body.As(look.Ink2)),
			h.asks, kit.VBox(0, h.adults, h.outside, h.secret), kit.Separator(), h.texts, foot),
		Do: func() bool {
			h.print()
			return true
		},
		OnSafe: func() bool {
			h.reading.Cancel()
			return true
		},
	})
	foot.Add(kit.Reason(h.dialog.VerbButton()))
	h.gather()
}

// gather reads the file again with what is ticked.
func (h *handover) gather() {
	o := registry.WholeFileOptions{
		Asks: h.asks.Chosen(), Adults: h.adults.On(), Outside: h.outside.On(), Private: h.secret.On(), Mask: fr.OtherPerson,
		Shown: slices.Clone(h.shown),
	}
	if o.Asks >= len(h.file.file.Family.Guardians) {
		o.Asks = -1
	}
	h.dialog.VerbButton().SetReason("Le dossier est en cours de lecture.")
	d := h.file.desk
	task.RunLatest(d.Tasks, &h.reading, func(context.Context) (registry.WholeFileView, error) {
		return d.Registry.WholeFile(h.file.id, o)
	}, func(v registry.WholeFileView, err error) {
		if err != nil {
			h.dialog.Close()
			d.Window.Fail(err)
			return
		}
		h.view = v
		kit.KeepFocus(h.texts, func() { kit.Replace(h.texts, h.mentions()) })
		kit.Relayout(h.texts)
		h.judge()
	})
}

// judge lets the documents be written once the texts were read.
func (h *handover) judge() {
	why := ""
	if !h.done.On() {
		why = "Relisez les textes, puis cochez la case."
	}
	h.dialog.VerbButton().SetReason(why)
}

// mentions are the texts to read, name after name, each of which may be left.
func (h *handover) mentions() fyne.CanvasObject {
	all := mentionsByName(h.view.Mentions)
	body := kit.VBox(look.Tight, kit.Section("Textes à relire"))
	if h.view.ClosedNotes > 0 {
		body.Add(kit.Paragraph(fr.Count(h.view.ClosedNotes, "note privée n’est pas", "notes privées ne sont pas")+" dans le dossier.", look.Detail))
	}
	if len(all) == 0 {
		body.Add(kit.Paragraph("Aucun nom d’une autre personne n’a été reconnu. Relisez quand même\u00a0: un surnom, un lien de parenté ne le sont pas.", look.Body.As(look.Ink2)))
		return body
	}
	body.Add(kit.Paragraph("Ces noms sont remplacés par «\u00a0"+fr.OtherPerson+"\u00a0». Cochez ceux qui peuvent rester. "+
		"Un surnom, un lien de parenté ne sont pas reconnus\u00a0: relisez aussi le PDF.", look.Detail))
	for _, m := range all {
		keep := kit.NewCheckField("Laisser "+fr.Quote(m.name)+", "+fr.MentionKind(m.kind), slices.Contains(h.shown, m.name))
		keep.OnSet = func(on bool) {
			h.shown = slices.DeleteFunc(h.shown, func(s string) bool { return s == m.name })
			if on {
				h.shown = append(h.shown, m.name)
			}
			h.gather()
		}
		body.Add(keep)
		for _, text := range m.texts {
			body.Add(kit.PadXY(30, 0, kit.Paragraph(text, look.Detail)))
		}
	}
	return body
}

// print writes the two documents into one folder.
func (h *handover) print() {
	d, v := h.file.desk, h.view
	meta, name := d.Meta(), "Dossier "+h.file.id.Reference()
	children := []data.ID[data.Child]{h.file.id}
	d.Papers.PrintAll(export.SafeName(name), []page.Paper{
		{Name: export.SafeName(name + ".pdf"), What: "Dossier pour la famille", Children: children, Act: journal.HandedOver,
			Render: func(w io.Writer) error { return export.WholeFile(w, meta, v) }},
		{Name: export.SafeName(name + ".json"), What: "Dossier pour la famille, données", Children: children, Act: journal.Exported,
			Render: func(w io.Writer) error { return export.WholeFileJSON(w, v) }},
	})
}
