package registry_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestGroupBilansAreThoseOfTheEndAndThoseWritten(t *testing.T) {
	v := newTown(t)
	steps := func() map[data.Moment]registry.BilanStep {
		out := map[data.Moment]registry.BilanStep{}
		for _, row := range v.GroupBilanRows(2026) {
			if row.Group.ID == v.art.ID {
				out[row.Moment] = row.Step
			}
		}
		return out
	}
	if got := steps(); len(got) != 1 || got[data.MomentEnd] != registry.BilanToWrite {
		t.Fatalf("before anything is written: %v", got)
	}
	mid := v.GroupBilan(v.art.ID, data.MomentMid)
	mid.Course, mid.Dynamics, mid.Next = "Marionnettes", "Un groupe qui s’écoute", "Un spectacle"
	check(v.SaveGroupBilan(&mid))
	if got := steps(); got[data.MomentMid] != registry.BilanStarted {
		t.Errorf("once a draft is kept: %v", got)
	}
	check(v.FinalizeGroup(mid.ID, v.samira.ID))
	if got := steps(); got[data.MomentMid] != registry.BilanDone || len(got) != 2 {
		t.Errorf("once final: %v", got)
	}
	if rows := v.GroupBilanRows(2031); len(rows) != 0 {
		t.Errorf("%d rows in an empty year", len(rows))
	}
}
