package bilans

import (
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

func TestScreensCanBePainted(t *testing.T) {
	d := open(t)
	r := d.lila(t)
	e := d.edit(t, r)
	pagetest.Shoot(t, d.window, "bilan")
	d.window.Resize(fyne.NewSize(1194, 690))
	pagetest.Shoot(t, d.window, "bilan-690")
	d.window.Resize(fyne.NewSize(900, 690))
	pagetest.Shoot(t, d.window, "bilan-etroit")
	d.window.Resize(fyne.NewSize(1194, 768))
	d.complete(t, r)
	e.makeFinal() // no question over the picture
	pagetest.Shoot(t, d.window, "bilan-final")
	pagetest.Show(d.window, NewList(d.Desk, page.Route{Page: page.Bilans}))
	pagetest.Shoot(t, d.window, "bilans")
	pagetest.Show(d.window, NewList(d.Desk, page.Route{Page: page.Bilans, Tab: "tous"}))
	pagetest.Shoot(t, d.window, "bilans-tous")
	for _, b := range d.Registry.GroupBilanRows(2026) {
		pagetest.Show(d.window, NewEditor(d.Desk, page.Route{Page: page.Bilan, Group: b.Group.ID, Moment: b.Moment}))
		break
	}
	pagetest.Shoot(t, d.window, "bilan-groupe")
}
