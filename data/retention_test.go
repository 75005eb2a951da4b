package data_test

import (
	"errors"
	"strings"
	"testing"

	"mercredi/data"
)

func TestLastContactIsTheLatestDayThatIsNotToCome(t *testing.T) {
	for want, c := range map[data.LastContact]data.Child{
		{}:                                 {},
		{20240110, data.ContactSpotted}:    {Pathway: data.Pathway{SpottedOn: 20240105, IntakeOn: 20240110}},
		{20240301, data.ContactStart}:      {Pathway: data.Pathway{CommissionOn: 20240201, StartedOn: 20240301, EndedOn: 20270101}},
		{20250701, data.ContactEnd}:        {Pathway: data.Pathway{StartedOn: 20240301, EndedOn: 20250701}},
		{20250801, data.ContactConsent}:    {Pathway: data.Pathway{EndedOn: 20250701}, Consents: []data.Consent{{SignedOn: 20240101, WithdrawnOn: 20250801}}},
		{20240201, data.ContactCommission}: {Pathway: data.Pathway{CommissionOn: 20240201, StartedOn: 20240231}},
	} {
		if got := c.LastSeen(today); got != want {
			t.Errorf("last contact %+v, want %+v", got, want)
		}
	}
}

func TestDecisionToKeepAFileHasADayAndAReason(t *testing.T) {
	for _, x := range []struct {
		until  data.Date
		reason string
		field  string
		want   error
	}{
		{0, "", "KeepUntil", nil},
		{20270101, "appeal under way", "KeepReason", nil},
		{20270101, " ", "KeepReason", data.ErrMissing},
		{0, "appeal under way", "KeepUntil", data.ErrMissing},
		{20270231, "appeal under way", "KeepUntil", data.ErrBadDate},
		{20270101, strings.Repeat("a", data.MaxNote+1), "KeepReason", data.ErrTooLong},
	} {
		c := data.Child{FirstName: "Lila", LastName: "Sample", KeepUntil: x.until, KeepReason: x.reason}
		if err := data.FaultOf(c.Check(today), x.field); !errors.Is(err, x.want) || (err == nil) != (x.want == nil) {
			t.Errorf("until %d for %.20q: %v, want %v", x.until, x.reason, err, x.want)
		}
	}
}
