package kit

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

// catalogueDir is where TestCatalogue writes its pictures: go test ./ui/kit -run Catalogue -args -catalogue DIR.
var catalogueDir = flag.String("catalogue", "", "directory for the pictures of every component")

func capture(t *testing.T, dark bool, size fyne.Size, build func() fyne.CanvasObject) image.Image {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(dark))
	w := test.NewTempWindow(t, Band(Gap(1)))
	w.SetPadded(false)
	w.Resize(size)
	w.SetContent(Band(build()))
	w.Resize(size)
	return w.Canvas().Capture()
}

// inked counts the pixels that differ from the background.
func inked(img image.Image) (n int) {
	b := img.Bounds()
	ground := img.At(b.Max.X-1, b.Max.Y-1)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if img.At(x, y) != ground {
				n++
			}
		}
	}
	return n
}

func TestCatalogueDrawsEveryComponentInLightAndDark(t *testing.T) {
	for name, dark := range map[string]bool{"clair": false, "sombre": true} {
		img := capture(t, dark, fyne.NewSize(1366, 1180), catalogue)
		if n := inked(img); n < 100_000 {
			t.Errorf("%s: only %d pixels are drawn", name, n)
		}
		if *catalogueDir != "" {
			save(t, filepath.Join(*catalogueDir, "composants-"+name+".png"), img)
		}
	}
}

func save(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func named(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return VBox(4, o, Text(label, look.Caption))
}

func forced(b *Button, hover, focus bool) *Button { b.Force(hover, focus); return b }

func catalogue() fyne.CanvasObject {
	rail := NewRail(RailParts{
		Brand:   "Mercredi",
		Entries: []RailEntry{{"a", "Accueil", "house"}, {"b", "Survol", "calendar-days"}, {"c", "Choisi", "users-round"}, {"d", "Focus", "shapes"}, {"e", "Mercredis", "calendar-days"}},
		Foot:    []RailEntry{{"r", "Réglages", "settings"}},
	})
	rail.Select("c")
	rail.Item("b").Force(true, false)
	rail.Item("d").Force(false, true)
	rail.SetCount("e", 1)
	rail.SetMember("Nadège Corbier", "Coordinatrice")
	page := Scroll(Pad(look.Margin, VBox(look.Wide,
		catalogueHeader(), catalogueTabs(), catalogueButtons(), catalogueChoices(), catalogueCards(), catalogueStates())))
	return Columns(0, Fixed(look.RailWidth, rail), Share(1, page))
}

func catalogueHeader() fyne.CanvasObject {
	return Header(PageHeader{
		Title: "Lila Kerdoun", After: "8 ans, née le 12 mars 2018", Initials: "LK", Back: func() {},
		Badges:  []fyne.CanvasObject{Badge("CE2, école des Tilleuls", "school", look.Plain), Badge("REP+", "", look.Info), Badge("Quartier prioritaire", "map-pin", look.Info)},
		Actions: []fyne.CanvasObject{NewButton("Remettre le dossier", "folder-down", Secondary, func() {}), NewButton("Ajouter une action", "plus", Primary, func() {})},
	})
}

func catalogueTabs() fyne.CanvasObject {
	tabs := NewTabs([]string{"Parcours", "Famille et école", "Ateliers", "Observations", "Documents"}, nil)
	tabs.SetCount(2, 2)
	tabs.SetCount(4, 7)
	focus := NewTabs([]string{"Présences", "Séances", "Bilans"}, nil)
	focus.Force(false, true)
	return Columns(look.Margin, Share(2, tabs), Share(1, focus))
}

func catalogueButtons() fyne.CanvasObject {
	none := func() {}
	off := NewButton("Finaliser", "lock", Primary, none)
	off.SetReason("Il manque l’évaluation de mi-cycle.")
	menu := NewButton("Documents", "printer", Secondary, none)
	menu.After = "chevron-down"
	return VBox(look.Tight, HTop(look.Wide,
		named("principal", NewButton("Finaliser", "lock", Primary, none)),
		named("survol", forced(NewButton("Finaliser", "lock", Primary, none), true, false)),
		named("focus", forced(NewButton("Finaliser", "lock", Primary, none), false, true)),
		VBox(0, off, Reason(off)),
		named("menu", menu),
		named("lien", NewLink("Corriger", none)),
		named("icône", NewIconButton("arrow-left", "Retour", none)),
	), HTop(look.Wide,
		named("secondaire", NewButton("Imprimer", "printer", Secondary, none)),
		named("survol", forced(NewButton("Imprimer", "printer", Secondary, none), true, false)),
		named("focus", forced(NewButton("Imprimer", "printer", Secondary, none), false, true)),
		named("définitif", NewButton("Effacer", "trash-2", Danger, none)),
		named("petit", NewSmall("Noter la raison", "", Secondary, none)),
		named("petit", NewSmall("Écrire une note", "pencil", Secondary, none)),
	), AtMost(400, NewSearchBox("Chercher un enfant, un atelier, une structure", "Ctrl K", nil)))
}

func catalogueChoices() fyne.CanvasObject {
	row := NewChipRow([]string{"À placer", "Tous", "Mes suivis"}, nil)
	row.SetCounts(5, 62, 18)
	row.Select(1)
	row.Chips[2].Force(false, true)
	return RowWrap(look.Wide, Sized(400, 36, row), NewSegmented([]string{"Salles", "Intervenants"}, nil),
		Badge("Brouillon", "pencil", look.Info), Badge("Finalisé", "lock", look.Good), Badge("À saisir", "clock-alert", look.Warning),
		Badge("En retard", "circle-alert", look.Alarm), Badge("émotions", "", look.Neutral),
		Pips(5, 7, "art"), TextRight("5/7", look.BodyBold.Tabular()), Bar(.71, look.Good, 120), TextRight("71 %", look.BodyBold.Tabular()))
}

func catalogueCards() fyne.CanvasObject {
	path := Stepper(Step{"eye", "Repérage", "12 mai 2026", "par l’école", Done}, Step{"inbox", "Saisine", "2 juin 2026", "avec la mère", Done},
		Step{"shapes", "Ateliers", "depuis le 7 oct.", "séance 10 sur 12", Running}, Step{"file-pen-line", "Bilan", "27 janv. 2027", "brouillon", Coming})
	alerts := VBox(0,
		NewAlertRow(Alert{Icon: "triangle-alert", Tone: look.Alarm, Fact: "Un enfant dans deux groupes", Detail: "Kenza Z., mercredi 20 janvier, 14 h", Verb: "Corriger", Do: func() {}}),
		NewAlertRow(Alert{Icon: "hourglass", Tone: look.Warning, Fact: "Pas d’entretien depuis 37 jours", Detail: "Gabriel P., demande au CMPP", Right: NewSmall("Saisir", "", Secondary, nil)}),
		NewAlertRow(Alert{Icon: "palette", Tone: "art", Fact: "Noé T., bilan de mi-cycle", Detail: "Attendu le 6 janvier", Right: Badge("9 jours de retard", "", look.Alarm)}))
	facts := Facts(2, Fact{Label: "École", Value: "Les Tilleuls, CE2"}, Fact{Label: "Téléphone de la mère", Unknown: "non saisi"},
		Fact{Label: "Ce qui l’aide", Value: "Préfère les rendez-vous après 17 h ; contente des ateliers, et de venir à pied avec sa sœur."}, Fact{Label: "Langue", Value: "français"})
	return VBox(look.Wide,
		Columns(look.Wide, Share(3, Card("Parcours", Badge("En cours depuis 7 mois", "", look.Info), path)), Share(2, Card("Famille", nil, facts, NewSmall("Modifier", "pencil", Secondary, nil)))),
		Columns(look.Wide, Share(1, Card("À surveiller", CountBadge(3, look.Alarm), alerts)),
			Share(1, Card("Séances", nil, EmptyState("sprout", "Aucune séance ce mercredi", "Reprenez le planning du 13 janvier.", NewSmall("Reprendre", "", Secondary, nil), NewSmall("Ajouter", "plus", Primary, nil))))))
}

func catalogueStates() fyne.CanvasObject {
	return VBox(look.Gap,
		Columns(look.Wide,
			Share(1, Notice(look.Warning, "Pas encore de décision EPS pour Louise N.", "Vous pouvez l’inscrire en notant la raison.", NewSmall("Noter la raison", "", Secondary, nil))),
			Share(1, Notice(look.Alarm, "Le PRE ne peut pas orienter directement vers le CATTP.", "L’accès passe par le CMP enfants.", NewSmall("Voir le CMP", "", Secondary, nil)))),
		Grid(6, look.Gap, disciplines()...),
		Columns(look.Wide, Share(1, Card("Dernières nouvelles", nil, VBox(0,
			EventRow(Event{When: "13 janv.", Icon: "palette", Tone: "art", Title: "Art-thérapie, séance 10", Detail: "A joué devant le groupe pour la première fois.", Right: "Maud Estève", Do: func() {}}),
			EventRow(Event{When: "8 janv.", Icon: "phone", Title: "Appel à la mère", Detail: "Contente des ateliers. Préfère les rendez-vous après 17 h, et demande si sa sœur pourrait venir aussi en février.", Right: "Samira Lounès"})))),
			Fixed(334, Card("Accords de la famille", nil, VBox(0,
				EventRow(Event{Icon: "circle-check", Tone: look.Good, Title: "Suivi par le PRE", Detail: "Signé par la mère, 22 septembre 2026", First: true}),
				EventRow(Event{Icon: "clock-alert", Tone: look.Warning, Title: "Partage avec l’école", Detail: "Jusqu’au 31 janvier 2027", First: true}))))))
}

func disciplines() (tiles []fyne.CanvasObject) {
	for _, d := range [][2]string{{"art", "Art-thérapie"}, {"sophrology", "Sophrologie"}, {"psychoeducation", "Psychoéducation"}, {"psychologist", "Psychologue"}, {"cps", "Petits penseurs"}, {"school", "Accompagnement scolaire"}} {
		tiles = append(tiles, NewPainted(fyne.NewSize(120, 46), func(s *Scene, size fyne.Size) {
			a, t := At(0, 0, size.Width, size.Height), look.P().Tone(look.ToneName(d[0]))
			s.Block(a, Edge{Width: 1}, look.ToneName(d[0]))
			s.Icon(a.Left(40).Middle(18, 18), look.DisciplineIcon(d[0]), t.Ink)
			s.Text(a.After(40), d[1], look.DetailBold.With(t.Ink))
		}))
	}
	return tiles
}
