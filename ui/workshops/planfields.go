package workshops

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// planFields are what the planning of the Wednesdays must respect.
type planFields struct {
	min, span, places *kit.NumberField
	earliest, latest  *kit.TimeField
}

// planning is the part of the fiche that the proposal of groups reads.
func (f *fiche) planning() fyne.CanvasObject {
	p := &f.plan
	p.min = kit.NewNumberField("Enfants, au moins", "Pour ouvrir un groupe.", 0, 100)
	p.min.Hint("1")
	p.span = kit.NewNumberField("Écart de niveaux, au plus", gapHelp(0), 0, int(data.Terminale))
	p.span.Hint("sans limite")
	p.span.OnChange = func(string) { p.span.SetHelp(gapHelp(p.span.Value())) }
	p.places = kit.NewNumberField("Places de la salle", "Vide\u00a0: les enfants et l’intervenant.", 0, 500)
	p.earliest = kit.NewTimeField("Commence au plus tôt", "")
	p.latest = kit.NewTimeField("Commence au plus tard", "")
	p.earliest.Hint("libre")
	p.latest.Hint("libre")
	f.form.Field("MinChildren", p.min)
	f.form.Field("MaxGradeSpan", p.span)
	f.form.Field("RoomPlaces", p.places)
	f.form.Field("Earliest", p.earliest)
	f.form.Field("Latest", p.latest)
	capacity := f.capacity
	p.min.Valid = sayFirst(p.min.Valid, func() string {
		if p.min.Value() > capacity.Value() {
			return "Plus que les " + fr.Count(capacity.Value(), "place", "places") + " d’un groupe."
		}
		return ""
	})
	p.latest.Valid = sayFirst(p.latest.Valid, func() string {
		if early := p.earliest.Value(); early != 0 && p.latest.Value() < early {
			return "Plus tôt que «\u00a0au plus tôt\u00a0»."
		}
		return ""
	})
	return kit.VBox(look.Gap, kit.Section("Pour proposer les groupes"), row(p.min, p.span, p.places), row(p.earliest, p.latest))
}

// sayFirst asks one check, then another when there was nothing to say.
func sayFirst(first func(string) string, then func() string) func(string) string {
	return func(text string) string {
		if said := first(text); said != "" {
			return said
		}
		return then()
	}
}

// gapHelp says what a gap between levels allows: « CP avec CE2, pas avec CM1 ».
func gapHelp(gap int) string {
	from := data.CP
	if gap <= 0 || from+data.Grade(gap)+1 > data.Terminale {
		return "Dans un même groupe."
	}
	to := from + data.Grade(gap)
	return fr.Grade(from) + " avec " + fr.Grade(to) + ", pas avec " + fr.Grade(to+1) + "."
}

func (p *planFields) fill(w data.Workshop) {
	p.min.SetValue(w.MinChildren)
	p.span.SetValue(w.MaxGradeSpan)
	p.span.SetHelp(gapHelp(w.MaxGradeSpan))
	p.places.SetValue(w.RoomPlaces)
	p.earliest.SetValue(w.Earliest)
	p.latest.SetValue(w.Latest)
}

func (p *planFields) read(w *data.Workshop) {
	w.MinChildren, w.MaxGradeSpan, w.RoomPlaces = p.min.Value(), p.span.Value(), p.places.Value()
	w.Earliest, w.Latest = p.earliest.Value(), p.latest.Value()
}
