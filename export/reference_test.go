package export

import (
	"strings"
	"testing"

	"mercredi/data/registry"
)

func TestPaperAboutNoRecordIsReferredToByItsDayAndTheStateOfTheFile(t *testing.T) {
	for _, c := range []struct {
		m    Meta
		want bool
	}{{Meta{Date: day, State: 1234}, true}, {Meta{Date: day}, false}, {Meta{State: 1234}, false}} {
		said := outline(partnerDirectory(c.m, registry.DirectoryView{On: day}))
		if got := strings.Contains(said, "Réf.\u00a02027-01-15-1234"); got != c.want || !c.want && strings.Contains(said, "Réf.") {
			t.Errorf("with %v and state %d it says %s", c.m.Date, c.m.State, said)
		}
	}
}
