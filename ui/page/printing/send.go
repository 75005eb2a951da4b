package printing

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// parts are those of the dialog.
func (s *sheet) parts() kit.Sheet {
	button := func(label, icon string, way page.Way) *kit.Button {
		return kit.NewButton(label, icon, kit.Secondary, func() { s.send(way) })
	}
	s.opener = button("Ouvrir", "eye", page.WayShow)
	return kit.Sheet{
		Title: "Imprimer", Verb: "Imprimer", Safe: "Fermer", Width: sheetWidth, Tall: true,
		Keys: map[fyne.KeyName]func(){
			fyne.KeyP: func() { s.send(page.WayPrint) }, fyne.KeyS: func() { s.send(page.WayKeep) },
		},
		Body: kit.Columns(look.Wide, kit.Fixed(leftWidth, s.left), kit.Share(1, s.preview.Content())),
		More: []fyne.CanvasObject{
			button("Envoyer par courriel…", "mail", page.WayMail), button("Enregistrer…", "folder-down", page.WayKeep),
			s.opener,
		},
		Do: func() bool {
			s.send(page.WayPrint)
			return false // it closes once the documents are on their way
		},
		OnSafe: func() bool {
			s.preview.Stop()
			return true
		},
	}
}

// say writes what is known of the paper in the preview: its name, and what to look at before it leaves.
func (s *sheet) say() {
	name := s.document().FileName(s.made.paper, s.document().Fit(s.wish))
	if n := len(s.picked()); n > 1 {
		name += " et " + fr.Count(n-1, "autre", "autres")
	}
	s.file.SetText(name)
	box := []fyne.CanvasObject{}
	for _, w := range s.made.paper.Warnings {
		box = append(box, kit.Notice(look.Warning, "À savoir avant de remettre ce document.", w, nil))
	}
	if len(s.made.missing) > 0 {
		box = append(box, kit.Notice(look.Warning, "Des signes n’existent dans aucune police.", missingWords(s.made.missing), nil))
	}
	kit.Replace(s.notices, box...)
	kit.Relayout(s.left)
}

// count says how many documents are ticked.
func (s *sheet) count() {
	s.counted.SetText(fr.Count(len(s.picked()), "document coché", "documents cochés") + " sur " + fr.Number(len(s.chosen)))
}

// send makes the documents and sends them their way, once all that was typed is right.
func (s *sheet) send(way page.Way) {
	if len(s.picked()) == 0 {
		s.who.SetErr("Cochez au moins un nom.")
		return
	}
	if !s.form.Check() {
		return
	}
	if way == page.WayMail && !s.lock.On() && len(s.made.paper.Children) > 0 {
		kit.Ask(s.desk.Window.Canvas(), kit.Question{
			Title: "Envoyer ce document sans mot de passe\u00a0?",
			Text:  "Il nomme un enfant, et un courriel peut être lu en chemin. Protégez le fichier par un mot de passe, que vous donnerez au téléphone.",
			Verb:  "Envoyer sans mot de passe", Safe: "Revenir au document", Do: func() { s.deliver(way) },
		})
		return
	}
	s.deliver(way)
}

func (s *sheet) deliver(way page.Way) {
	doc, wish := s.document(), s.document().Fit(s.wish)
	picked := doc.Ordered(s.desk.Registry, s.picked(), wish.With)
	meta := wish.Meta(s.desk.Meta())
	meta.Recipients = recipients(s.to.Text())
	r := s.desk.Registry
	task.Run(s.desk.Tasks, func(context.Context) ([]catalogue.Paper, error) {
		var out []catalogue.Paper
		for _, c := range picked {
			p, err := doc.Make(r, meta, c.Subject, wish.With)
			if err != nil {
				return nil, fmt.Errorf("making %s: %w", doc.Key, err)
			}
			out = append(out, p)
		}
		return out, nil
	}, func(made []catalogue.Paper, err error) {
		if err != nil {
			s.desk.Window.Fail(err)
			return
		}
		s.desk.Papers.Deliver(s.delivery(way, made))
	})
}

// delivery is the papers, with all that was asked around them.
func (s *sheet) delivery(way page.Way, made []catalogue.Paper) page.Delivery {
	doc := s.document()
	wish := doc.Fit(s.wish)
	d := page.Delivery{Way: way, Copies: s.copies.Value(), Done: s.done}
	for i, p := range made {
		if doc.Orders(wish.With) && len(made) > 1 {
			wish.Rank = i + 1
		}
		d.Papers = append(d.Papers, page.Paper{Name: doc.FileName(p, wish), What: doc.Title, Children: p.Children, Render: p.Write})
	}
	if n := len(made); n > 1 {
		d.Joined, d.Title = s.joined, fmt.Sprintf("%s, %d documents", doc.Title, n)
	}
	if s.lock.On() {
		d.Password = s.password.Text()
	}
	if len(s.printer) > 0 {
		d.Printer = s.printer[max(0, s.printers.Chosen())]
	}
	d.Subject, d.Body = s.letter(made)
	return d
}

// letter is what a mail says; it travels in the open, so it names documents by their references.
func (s *sheet) letter(made []catalogue.Paper) (subject, body string) {
	subject = s.document().Title
	if len(made) > 1 {
		subject += fmt.Sprintf(", %d documents", len(made))
	} else if made[0].Reference != "" {
		subject += " " + made[0].Reference
	}
	body = "Bonjour,\n\nVous trouverez en pièce jointe\u00a0: " + fr.Lower(subject) + ".\n"
	if s.lock.On() {
		body += "Le fichier est protégé par un mot de passe, que nous vous donnons par un autre moyen.\n"
	}
	if team := s.desk.Registry.Letterhead().Team; team != "" {
		body += "\nBien cordialement,\n" + team + "\n"
	}
	return subject, body
}

func (s *sheet) done() {
	s.preview.Stop()
	s.dialog.Close()
}
