package printing

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/export/catalogue"
	"mercredi/export/envelope"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

const (
	sheetWidth = 1280
	leftWidth  = 372
	copiesMost = 99
)

// fields are what is asked at the left of the preview.
type fields struct {
	what, who, printers      *kit.SelectField
	large, grey, named, lock *kit.CheckField
	to                       *kit.TextField
	password, again          *kit.TextField
	copies                   *kit.NumberField
	files                    *kit.Segmented
	joined                   bool
	form                     *kit.Form // of the password and the copies
	file                     *kit.Prose
	counted                  *kit.Label
	ticking                  bool // several, one by one
	search                   *kit.SearchBox
	ticks                    *fyne.Container // the boxes in sight
}

func (s *sheet) makeFields() {
	titles := make([]string, len(s.fits))
	for i, f := range s.fits {
		titles[i] = f.Title
	}
	s.what = kit.NewSelectField("Document", titles, s.doc)
	s.what.OnPick = func(i int) {
		s.doc = i
		s.pickDocument(true)
		s.changed()
	}
	s.large = s.tick("Gros caractères", func(on bool) { s.wish.Large = on })
	s.grey = s.tick("Noir et blanc", func(on bool) { s.wish.Grey = on })
	s.named = kit.NewCheckField("Mettre le nom dans le nom du fichier", false)
	s.named.OnSet = func(on bool) {
		s.wish.Named = on
		s.say()
	}
	s.to = kit.NewTextField("Destinataires, écrits sur le document", "").Hint("L’école, la famille")
	s.to.OnChange = func(string) { s.preview.Typed() }
	s.copies = kit.NewNumberField("Exemplaires", "", 1, copiesMost)
	s.copies.SetValue(1)
	s.files = kit.NewSegmented([]string{"Un fichier chacun", "Un seul fichier"}, func(i int) { s.joined = i == 1 })
	s.makePassword()
	s.form = kit.NewForm(s.copies)
	s.file = kit.Paragraph("", look.Caption)
	s.counted = kit.Text("", look.Caption)
}

func (s *sheet) tick(label string, set func(bool)) *kit.CheckField {
	c := kit.NewCheckField(label, false)
	c.OnSet = func(on bool) {
		set(on)
		s.changed()
	}
	return c
}

// makePassword makes the box that locks the file, and the password typed twice.
func (s *sheet) makePassword() {
	s.password = kit.NewPasswordField("Mot de passe du fichier", "Donnez-le au destinataire par un autre moyen\u00a0: au téléphone, de vive voix.")
	s.password.Needed = "Choisissez un mot de passe."
	s.password.Valid = func(text string) string { return fr.Error(envelope.CheckPassword(text)) }
	s.again = kit.NewPasswordField("Le même mot de passe", "")
	s.again.Needed = "Tapez-le une deuxième fois."
	s.again.Valid = func(text string) string {
		if text != s.password.Text() {
			return "Les deux mots de passe sont différents. Tapez le même."
		}
		return ""
	}
	s.lock = kit.NewCheckField("Protéger le fichier par un mot de passe", false)
	s.lock.OnSet = func(on bool) {
		s.form = kit.NewForm(s.copies)
		if on {
			s.form.Add(s.password, s.again)
		}
		s.fill()
	}
}

// pickDocument takes the choices of another document: all of them, or the first.
func (s *sheet) pickDocument(all bool) {
	f := s.document()
	s.chosen = make([]bool, len(f.Choices))
	s.at, s.ticking, s.query, s.wish.With = 0, false, "", nil
	for _, o := range f.Options {
		if o.Suggested {
			s.wish.With = append(s.wish.With, o.Key)
		}
	}
	all = all && !s.town // of all the town it is too many to begin with
	for i := range s.chosen {
		s.chosen[i] = all || i == 0
	}
	s.makeWho(all)
	s.fill()
}

// fill lays the fields out: those that mean something for this document.
func (s *sheet) fill() {
	f := s.document()
	box := kit.VBox(look.Gap)
	if len(s.fits) > 1 {
		box.Add(kit.VBox(2, s.what, kit.Paragraph(f.Purpose, look.Caption)))
	} else {
		box.Add(kit.VBox(2, kit.Text(f.Title, look.CardTitle), kit.Paragraph(f.Purpose, look.Caption)))
	}
	if len(f.Choices) > 1 {
		box.Add(s.who)
	} else if label := words(f.Choices[0]); label != "" {
		box.Add(kit.Text(label, look.BodyBold))
	}
	if s.ticking {
		box.Add(s.several())
	}
	box.Add(s.variants())
	box.Add(s.to)
	box.Add(s.onPaper())
	box.Add(s.asFile())
	box.Add(s.notices)
	kit.Replace(s.left, kit.Scroll(kit.PadXY(8, 0, box)))
	s.count()
}

// variants are the options of the document, and those of every document.
func (s *sheet) variants() fyne.CanvasObject {
	box := kit.VBox(0, kit.Text("Comment", look.DetailBold))
	for _, o := range s.document().Options {
		t := kit.NewCheckField(o.Label, s.wish.With.Has(o.Key))
		t.OnSet = func(on bool) {
			s.wish.With = slices.DeleteFunc(slices.Clone(s.wish.With), func(k catalogue.Key) bool { return k == o.Key })
			if on {
				s.wish.With = append(s.wish.With, o.Key)
			}
			s.changed()
		}
		box.Add(t)
		if o.Detail != "" {
			box.Add(kit.PadXY(30, 0, kit.Paragraph(o.Detail, look.Caption)))
		}
	}
	if why := s.document().OneSize; why == "" {
		box.Add(s.large)
	} else {
		box.Add(kit.Paragraph("Pas de gros caractères\u00a0: "+fr.Lower(why), look.Caption))
	}
	box.Add(s.grey)
	return box
}

// onPaper is what concerns a printer.
func (s *sheet) onPaper() fyne.CanvasObject {
	switch len(s.printer) {
	case 0:
		return kit.Gap(0)
	case 1:
		return kit.Columns(look.Gap, kit.Fixed(110, s.copies), kit.Share(1, kit.Gap(1)))
	}
	return kit.Columns(look.Gap, kit.Fixed(110, s.copies), kit.Share(1, s.printers))
}

// asFile is what concerns a file.
func (s *sheet) asFile() fyne.CanvasObject {
	box := kit.VBox(look.Tight, kit.Text("Le fichier", look.DetailBold))
	if len(s.picked()) > 1 || s.ticking {
		box.Add(kit.HBox(0, s.files))
	}
	box.Add(kit.VBox(0, s.named, s.lock))
	if s.lock.On() {
		box.Add(kit.Notice(look.Warning, "Ce fichier ne sera plus un document d’archive.",
			"Gardez aussi un exemplaire sans mot de passe\u00a0: oublié, il ne se retrouve pas.", nil))
		box.Add(s.password)
		box.Add(s.again)
	}
	box.Add(s.file)
	return box
}

// withPrinters is told which printers there are.
func (s *sheet) withPrinters() {
	if len(s.printer) == 0 {
		s.dialog.VerbButton().SetLabel("Ouvrir pour imprimer")
		s.opener.Hide() // it would say nearly the same
		kit.Relayout(s.left)
		return
	}
	s.printers = kit.NewSelectField("Imprimante", s.printer, 0)
	s.fill()
}
