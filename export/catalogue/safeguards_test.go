package catalogue

import (
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestEliminationListHoldsWhatIsOverAndProposesToKeepWhatWasKept(t *testing.T) {
	rows := Eliminations([]registry.RetentionRow{
		{Reference: "AAAA", State: registry.RetentionDue, Due: 20260101}, {Reference: "BBBB", State: registry.RetentionSoon},
		{Reference: "CCCC", State: registry.RetentionKept, KeptUntil: data.NewDate(2028, 6, 30), KeptReason: "Recours en cours"},
		{Reference: "DDDD", State: registry.RetentionUndated},
	}, registry.ProposeAnonymise)
	if len(rows) != 2 || rows[0].Reference != "AAAA" || rows[0].Fate != registry.ProposeAnonymise || rows[1].Fate != registry.ProposeKeep ||
		rows[1].Reason != "Jusqu’au 30\u00a0juin 2028\u00a0: Recours en cours" {
		t.Errorf("the list is %+v", rows)
	}
}
