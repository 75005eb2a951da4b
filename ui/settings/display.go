package settings

import (
	"fmt"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// display is how the window looks on this PC.
func (p *Page) display() fyne.CanvasObject {
	theme := kit.NewSegmented([]string{"Clair", "Sombre"}, func(i int) { p.desk.Display.SetDark(i == 1) })
	theme.Select(map[bool]int{true: 1}[p.desk.Display.Dark()])
	sizes := look.DisplaySizes
	size := kit.NewSegmented(kit.Labels(sizes, func(n int) string { return fmt.Sprintf("%d\u00a0%%", n) }), func(i int) {
		p.desk.Display.SetSize(sizes[i])
		p.desk.Window.Toast("La nouvelle taille s’affichera à la prochaine ouverture de Mercredi.", nil)
	})
	size.Select(indexOf(sizes, p.desk.Display.Size()))
	return kit.AtMost(look.TextWidthMax, kit.Card("Sur ce poste", nil, kit.VBox(look.Wide,
		kit.VBox(look.Hair, kit.Text("Thème", look.DetailBold), kit.HBox(0, theme)),
		kit.VBox(look.Hair, kit.Text("Taille de l’affichage", look.DetailBold), kit.HBox(0, size)),
	)))
}

// letterhead is what every paper carries.
func (p *Page) letterhead() fyne.CanvasObject {
	s := p.desk.Registry.Settings()
	team, town := kit.NewTextField("Nom de l’équipe", ""), kit.NewTextField("Ville", "")
	team.Needed = "Indiquez le nom de l’équipe."
	team.SetText(s.TeamName)
	town.SetText(s.Town)
	street, code, place := kit.NewTextField("Adresse", ""), kit.NewTextField("Code postal", ""), kit.NewTextField("Commune", "")
	street.SetText(s.Address.Street)
	code.SetText(s.Address.PostCode)
	place.SetText(s.Address.Town)
	phone, email := forms.NewPhone("Téléphone"), kit.NewTextField("Courriel", "")
	phone.SetText(fr.Phone(s.Phone))
	email.SetText(s.Email)
	foot := kit.NewNoteField("Phrase au pied des documents remis aux familles", "", 2)
	foot.SetText(s.Confidential)
	form := kit.NewForm(team, town, street, code, place, phone, email, foot)
	form.OnSubmit = func() {
		p.change(func(s *data.Settings) {
			s.TeamName, s.Town, s.Phone, s.Email, s.Confidential = team.Text(), town.Text(), forms.PhoneOf(phone), email.Text(), foot.Text()
			s.Address = data.Address{Street: street.Text(), PostCode: code.Text(), Town: place.Text()}
		})
	}
	save := kit.NewButton("Enregistrer", "", kit.Primary, form.Submit)
	head := kit.Card("En-tête des documents", nil, kit.VBox(look.Gap,
		p.logo(), pair(team, town), street, kit.Columns(look.Gap, kit.Share(1, code), kit.Share(2, place)), pair(phone, email), foot,
		kit.HBox(0, save)))
	return kit.Columns(look.Wide, kit.Share(1, head), kit.Share(1, p.consents()))
}
