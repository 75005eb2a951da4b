package planner

import (
	"errors"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// faultsOf are the contradictions of a set-up.
func faultsOf(err error) []planning.Fault {
	if setup, ok := errors.AsType[*planning.SetupError](err); ok {
		return setup.Faults
	}
	return nil
}

// silent are the warnings that the page tells already, or that call for nothing.
var silent = []planning.FaultCode{planning.RequestsWithout, planning.CurrentBroken, planning.NotForChild}

func (p *Page) worthSaying(all []planning.Fault) []planning.Fault {
	return slices.DeleteFunc(slices.Clone(all), func(f planning.Fault) bool { return slices.Contains(silent, f.Code) })
}

// faultsShown is how many faults are read at once.
const faultsShown = 12

// showFaults says before a search what will not be possible, each with the way to mend it. anyway, when not nil, searches
// all the same.
func (p *Page) showFaults(faults []planning.Fault, anyway func()) {
	names := p.read.names
	body := kit.VBox(look.Tight)
	s := kit.Sheet{Title: "Avant de chercher", Safe: "Revenir", Body: body, Width: 560}
	if anyway != nil {
		s.Verb = "Proposer quand même"
		body.Add(kit.Paragraph("Tout le reste sera proposé. Ce qui suit ne pourra pas l’être.", look.Body.As(look.Ink2)))
	} else {
		s.Title = "Les groupes ne peuvent pas être proposés"
		body.Add(kit.Paragraph("Les réglages se contredisent. Corrigez ce qui suit, puis proposez de nouveau.", look.Body.As(look.Ink2)))
	}
	var dialog *kit.Dialog
	for _, f := range faults[:min(len(faults), faultsShown)] {
		var mend *kit.Button
		if to := p.mends(f); to.Page != "" {
			mend = kit.NewSmall("Corriger", "", kit.Secondary, func() {
				dialog.Close()
				p.desk.Window.Go(to)
			})
		}
		row := kit.HBox(look.Gap, kit.Icon("triangle-alert", look.Warning, look.IconMid), kit.Grow(kit.Paragraph(fr.PlanFault(names, f), look.Body)))
		if mend != nil {
			row.Add(mend)
		}
		body.Add(kit.Separator())
		body.Add(row)
	}
	if more := len(faults) - faultsShown; more > 0 {
		body.Add(kit.Paragraph("Et "+fr.Count(more, "autre", "autres")+".", look.Detail))
	}
	if anyway != nil {
		s.Do = func() bool {
			dialog.Close()
			anyway()
			return false
		}
	}
	dialog = kit.ShowSheet(p.desk.Window.Canvas(), s)
}

// mends is the page where a fault is mended, none when there is nothing to open.
func (p *Page) mends(f planning.Fault) page.Route {
	settings := func(tab string) page.Route { return page.Route{Page: page.Settings, Tab: tab} }
	switch f.Code {
	case planning.NobodyGives, planning.NobodyFree:
		return settings("")
	case planning.NoRoomLarge, planning.NoRoomAtAll:
		return settings("lieux")
	case planning.DayEndsFirst, planning.BadBreak, planning.BadStep, planning.BadTrips:
		return settings("mercredis")
	case planning.NeverFree, planning.NeverFreeThen:
		if id, err := data.ParseID[data.Child](f.About[0]); err == nil {
			return page.Route{Page: page.Child, Child: id, Tab: "famille"}
		}
	case planning.NoStart, planning.TooFewRequests, planning.NoGroupAllowed:
		return page.Route{Page: page.Workshops}
	}
	return page.Route{}
}
