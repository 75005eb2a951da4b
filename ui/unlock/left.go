package unlock

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// ctxt shortens the signature of works that never look at their context.
type ctxt = context.Context

// left is the calm side: the name, and the ribbon of the year's Wednesdays.
func (s *Screen) left() fyne.CanvasObject {
	parts := kit.VBox(look.Margin,
		kit.BrandMark("Mercredi"),
		kit.Paragraph("Programme de réussite éducative", look.CardTitle.As(look.Ink)))
	return kit.SideBand(kit.Pad(64, parts))
}

// sortedMembers is in the order in which people look for themselves.
func sortedMembers(all []data.Member) []data.Member {
	slices.SortFunc(all, func(a, b data.Member) int { return fr.Compare(a.FullName(), b.FullName()) })
	return all
}
