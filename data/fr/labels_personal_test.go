package fr_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

func TestEveryEnumOfPersonalRecordsHasALabel(t *testing.T) {
	for s := registry.RetentionDue; s <= registry.RetentionUndated; s++ {
		notEmpty(t, "retention state", int(s), fr.RetentionState(s))
	}
	for k := data.ContactUnknown; k <= data.ContactInterview; k++ {
		notEmpty(t, "contact", int(k), fr.ContactKind(k))
	}
	for a := data.AgeUnsaid; a <= data.AgeSixteen; a++ {
		notEmpty(t, "age band", int(a), fr.AgeBand(a))
	}
	for l := data.LengthUnsaid; l <= data.LengthLonger; l++ {
		notEmpty(t, "length", int(l), fr.Length(l))
	}
	for k := data.FigureYear; k <= data.FigureExit; k++ {
		notEmpty(t, "figure", int(k), fr.FigureKind(k))
	}
	for k := registry.MentionChild; k <= registry.MentionOutsider; k++ {
		notEmpty(t, "mention", int(k), fr.MentionKind(k))
	}
	for p := registry.PartChild; p <= registry.PartReferrals; p++ {
		notEmpty(t, "part", int(p), fr.FilePart(p))
	}
}
