package fr_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

func TestEveryStateOfTheReviewAndEveryContactHasALabel(t *testing.T) {
	for s := registry.RetentionDue; s <= registry.RetentionUndated; s++ {
		notEmpty(t, "retention state", int(s), fr.RetentionState(s))
	}
	for k := data.ContactUnknown; k <= data.ContactBilan; k++ {
		notEmpty(t, "contact", int(k), fr.ContactKind(k))
	}
}
