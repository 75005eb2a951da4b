package unlock

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// ctxt shortens the signature of works that never look at their context.
type ctxt = context.Context

// left is the calm side: the name, and the ribbon of the year's Wednesdays once a file has been opened on this PC.
func (s *Screen) left() fyne.CanvasObject {
	today := s.world.Registry.Today()
	parts := kit.VBox(look.Margin,
		kit.BrandMark("Mercredi"),
		kit.Paragraph("Programme de réussite éducative", look.CardTitle.Light()))
	cal := calendar.New(calendar.Settings{Zone: calendar.Zone(s.world.Zone)})
	if cal.Known(today) {
		settings := fr.DefaultSettings()
		from, to := settings.Season(int(calendar.SchoolYearOf(today)))
		cells, next := ribbon(cal.Days(time.Wednesday, from, to), today)
		parts.Add(kit.NewRibbon(cells, true, nil))
		if !next.IsZero() {
			parts.Add(kit.HBox(look.Tight, kit.Icon("calendar", look.Plain, look.IconMid),
				kit.Text("Prochain mercredi "+fr.Relative(next, today)+", le "+fr.DayMonth(next), look.Detail)))
		}
	}
	return kit.SideBand(kit.Scroll(kit.Pad(threshold, parts)))
}

// threshold is the margin of the calm side.
const threshold = 2.5 * look.Margin

// ribbon is the Wednesdays of a season, and the next one.
func ribbon(days []calendar.Day, today data.Date) (cells []kit.RibbonCell, next data.Date) {
	for _, d := range days {
		c := kit.RibbonCell{Label: strconv.Itoa(d.Date.Day()), Month: fr.Month(d.Date.Month()), Tip: fr.Date(d.Date)}
		switch {
		case d.State == calendar.StatePublicHoliday:
			c.State, c.Tip = kit.RibbonFree, c.Tip+", "+d.Name
		case d.State != calendar.StateWorking:
			c.State, c.Tip = kit.RibbonHoliday, c.Tip+", "+d.Name
		case d.Date < today:
			c.State = kit.RibbonDone
		case next.IsZero():
			next = d.Date
			c.State = kit.RibbonNext
		}
		cells = append(cells, c)
	}
	return cells, next
}
