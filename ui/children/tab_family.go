package children

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// familyTab is whom to call, and where the child goes to school.
func (p *File) familyTab() fyne.CanvasObject {
	left := kit.VBox(look.Wide)
	if p.file.Family.ID.IsZero() {
		left.Add(kit.Grow(kit.Panel(kit.EmptyState("users-round", "Aucune famille pour l’instant",
			"Écrivez un premier responsable, ou choisissez la famille d’un frère ou d’une sœur.",
			kit.NewButton("Choisir une famille", "search", kit.Secondary, p.chooseFamily),
			kit.NewButton("Écrire la famille", "plus", kit.Primary, p.newFamily)))))
	} else {
		left.Add(p.guardiansCard())
		left.Add(p.householdCard())
		left.Add(p.siblingsCard())
	}
	right := kit.VBox(look.Wide, p.schoolCard(), p.usefulCard(), p.planningCard())
	return kit.Columns(look.Wide, kit.Share(1, left), kit.Fixed(sideWidth, right))
}

func (p *File) guardiansCard() fyne.CanvasObject {
	rows := kit.VBox(0)
	for i, g := range p.file.Family.Guardians {
		row := kit.EventRow(kit.Event{Icon: "user-round", Tone: look.Info, Title: g.FullName(), Detail: guardianDetail(g),
			First: i == 0, Do: func() { p.editGuardian(i) }})
		rows.Add(kit.Stack(row, kit.HBox(0, kit.Spacer(), guardianPhones(g))))
	}
	if len(p.file.Family.Guardians) == 0 {
		rows.Add(kit.Text("Aucun responsable pour l’instant.", look.Body.As(look.Ink2)))
	}
	return kit.Card("Responsables", nil, rows, kit.NewSmall("Ajouter", "plus", kit.Secondary, func() {
		p.editGuardian(len(p.file.Family.Guardians))
	}))
}

// guardianDetail is « Mère, autorité parentale, nadia@example.fr ».
func guardianDetail(g data.Guardian) string {
	parts := []string{}
	if g.Relation != data.RelationUnknown {
		parts = append(parts, fr.Relation(g.Relation))
	}
	switch g.Authority {
	case data.Yes:
		parts = append(parts, "autorité parentale")
	case data.No:
		parts = append(parts, "sans autorité parentale")
	}
	if g.Email != "" {
		parts = append(parts, g.Email)
	}
	return fr.Capital(strings.Join(parts, ", "))
}

// guardianPhones are the telephones of an adult, to be read from afar.
func guardianPhones(g data.Guardian) fyne.CanvasObject {
	lines := kit.VBox(0)
	for _, number := range []string{g.Phone, g.OtherTel} {
		if number != "" {
			lines.Add(kit.TextRight(fr.Phone(number), look.BodyBold.Tabular()))
		}
	}
	if len(lines.Objects) == 0 {
		lines.Add(kit.TextRight("téléphone non saisi", look.Detail))
	}
	return lines
}

func (p *File) householdCard() fyne.CanvasObject {
	x := p.file.Family
	return kit.Card("Famille "+x.Name, nil, kit.Facts(2,
		kit.Fact{Label: "Adresse", Value: addressWords(x.Address)},
		kit.Fact{Label: "Quand appeler", Value: x.BestTime},
		kit.Fact{Label: "Interprète", Value: x.Interpreter, Unknown: "non nécessaire"},
		kit.Fact{Label: "Remarques", Value: x.Notes, Unknown: "aucune"}),
		kit.NewSmall("Changer de famille", "", kit.Secondary, p.chooseFamily),
		kit.NewSmall("Modifier", "pencil", kit.Secondary, p.editFamily))
}

func addressWords(a data.Address) string {
	town := strings.TrimSpace(a.PostCode + " " + a.Town)
	return strings.Join(slices.DeleteFunc([]string{a.Street, town}, func(s string) bool { return s == "" }), "\n")
}

func (p *File) siblingsCard() fyne.CanvasObject {
	rows := kit.VBox(0)
	for _, c := range p.file.Family.Children {
		if c.ID == p.id {
			continue
		}
		detail := strings.Join(slices.DeleteFunc([]string{ageWords(c.Age), gradeAndSchool(c.Grade, c.School)},
			func(s string) bool { return s == "" }), ", ")
		rows.Add(kit.EventRow(kit.Event{Icon: "user-round", Tone: look.Neutral, Title: fr.ShortName(c.First, c.Last), Detail: detail,
			First: len(rows.Objects) == 0, Do: func() { p.desk.Window.Go(page.Route{Page: page.Child, Child: c.ID}) }}))
	}
	if len(rows.Objects) == 0 {
		rows.Add(kit.Text("Aucun autre enfant de la famille n’est suivi.", look.Body.As(look.Ink2)))
	}
	return kit.Card("Frères et sœurs suivis", nil, rows)
}

func (p *File) schoolCard() fyne.CanvasObject {
	f := p.file
	area := ""
	if f.Area != data.Unsaid {
		area = fr.Capital(fr.Answer(f.Area))
	}
	network := ""
	if f.Network != data.NetworkUnknown {
		network = fr.Capital(fr.Network(f.Network))
	}
	return kit.Card("École", nil, kit.Facts(1,
		kit.Fact{Label: "Établissement", Value: f.School},
		kit.Fact{Label: "Niveau", Value: fr.Grade(f.Grade)},
		kit.Fact{Label: "Réseau", Value: network},
		kit.Fact{Label: "Téléphone", Value: fr.Phone(f.SchoolPhone)},
		kit.Fact{Label: "Vit dans un quartier prioritaire", Value: area}),
		kit.NewSmall("Changer", "pencil", kit.Secondary, p.editIdentity))
}

func (p *File) usefulCard() fyne.CanvasObject {
	return kit.Card("Informations utiles", nil, kit.Facts(1,
		kit.Fact{Label: "Venue de l’enfant", Value: p.file.PickUp},
		kit.Fact{Label: "Remarques", Value: p.file.Notes, Unknown: "aucune"}),
		kit.NewSmall("Modifier", "pencil", kit.Secondary, p.editNotes))
}
