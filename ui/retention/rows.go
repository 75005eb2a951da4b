package retention

import (
	"cmp"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/look"
)

// states are the chips above the table, after « Tous ».
var states = []struct {
	state registry.RetentionState
	label string
}{
	{registry.RetentionDue, "Délai dépassé"}, {registry.RetentionSoon, "Bientôt"}, {registry.RetentionKept, "Gardés"},
	{registry.RetentionUndated, "Sans date"},
}

// counts are the numbers on the chips.
func counts(rows []registry.RetentionRow) []int {
	out := make([]int, 1+len(states))
	out[0] = len(rows)
	for _, r := range rows {
		for i, s := range states {
			if r.State == s.state {
				out[1+i]++
			}
		}
	}
	return out
}

func contactWords(r registry.RetentionRow) string {
	if r.Last.On.IsZero() {
		return "aucun n’est daté"
	}
	return fr.Join(fr.DateLong(r.Last.On), fr.ContactKind(r.Last.Kind))
}

func dueWords(r registry.RetentionRow) string {
	if r.Last.On.IsZero() {
		return ""
	}
	return fr.DateLong(r.Due)
}

// stateWords is where a file stands, in a badge.
func stateWords(r registry.RetentionRow) (words, icon string, tone look.ToneName) {
	switch r.State {
	case registry.RetentionDue:
		return "À décider", "clock-alert", look.Warning
	case registry.RetentionSoon:
		return "Bientôt", "clock", look.Neutral
	case registry.RetentionKept:
		return "Gardé jusqu’au " + fr.DateLong(r.KeptUntil), "hourglass", look.Info
	}
	return "Sans date", "circle-alert", look.Neutral
}

func byDate(of func(registry.RetentionRow) data.Date) func(a, b registry.RetentionRow) int {
	return func(a, b registry.RetentionRow) int { return cmp.Compare(of(a), of(b)) }
}
