package data_test

import (
	"errors"
	"slices"
	"testing"

	"mercredi/data"
)

func TestNumbersOfAPlanAreOrderedPartByPart(t *testing.T) {
	got := []string{"1.10", "2", "1", "1.2.1", "1.2", "10", "1.1.12", "1.1.2"}
	slices.SortFunc(got, data.ByNumber)
	want := []string{"1", "1.1.2", "1.1.12", "1.2", "1.2.1", "1.10", "2", "10"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if data.Under("1.10", "1.1") || !data.Under("1.1.1", "1.1") || data.Under("1.1", "1.1") {
		t.Error("1.10 is not under 1.1, 1.1.1 is, and nothing is under itself")
	}
}

func TestPlanRefusesNumbersThatAreNotOnes(t *testing.T) {
	plan := func(o, a string) error {
		p := data.ActionPlan{Name: "Plan", Objectives: []data.Objective{{Number: "1", Title: "Un"}, {Number: o, Title: "Deux"}},
			Actions: []data.Action{{Number: a, Title: "Action"}}}
		return p.Check()
	}
	if err := plan("1.1", "1.1.1"); err != nil {
		t.Errorf("a plan that is well numbered: %v", err)
	}
	for _, c := range []struct {
		objective, action, field string
		want                     error
	}{
		{"", "1.1.1", "Objectives.Number", data.ErrMissing}, {"1.1.1", "1.2.1", "Objectives.Number", data.ErrBadNumber},
		{"1", "1.1.1", "Objectives.Number", data.ErrDuplicate}, {"1.1", "1.1", "Actions.Number", data.ErrBadNumber},
		{"un", "1.1.1", "Objectives.Number", data.ErrBadNumber}, {"1.1", "1.01.1", "Actions.Number", data.ErrBadNumber},
	} {
		if err := data.FaultOf(plan(c.objective, c.action), c.field); !errors.Is(err, c.want) {
			t.Errorf("objective %q, action %q: %v, want %v", c.objective, c.action, err, c.want)
		}
	}
}

func TestIndicatorNeverTakesTheUnknownForZero(t *testing.T) {
	share := func(target, n, of int) data.Indicator {
		return data.Indicator{Label: "x", Target: target, Measures: []data.Measure{{On: 20270110, Numerator: n, Denominator: of}, {On: 20260110, Numerator: 1, Denominator: 2}}}
	}
	for _, c := range []struct {
		name           string
		x              data.Indicator
		value          int
		known          bool
		reached, weigh bool
	}{
		{"nothing measured", data.Indicator{Label: "x", Target: 60}, 0, false, false, false},
		{"no denominator", share(60, 3, 0), 0, false, false, false},
		{"zero of twenty", share(60, 0, 20), 0, true, false, true},
		{"the latest counts", share(60, 13, 20), 65, true, true, true},
		{"no target", share(0, 13, 20), 65, true, false, false},
		{"rounding is not reaching", share(60, 119, 199), 60, true, false, true},
		{"a number", data.Indicator{Label: "x", Kind: data.IndicatorNumber, Target: 240, Measures: []data.Measure{{On: 20270110, Numerator: 240}}}, 240, true, true, true},
	} {
		value, known := c.x.Value()
		reached, weigh := c.x.Reached()
		if value != c.value || known != c.known || reached != c.reached || weigh != c.weigh {
			t.Errorf("%s: %d %v, reached %v %v", c.name, value, known, reached, weigh)
		}
	}
}

func TestShareAboveItsWholeIsRefused(t *testing.T) {
	p := data.ActionPlan{Name: "Plan", Actions: []data.Action{{Number: "1.1.1", Title: "Action",
		Indicators: []data.Indicator{{Label: "x", Measures: []data.Measure{{On: 20270110, Numerator: 21, Denominator: 20}}}}}}}
	if err := data.FaultOf(p.Check(), "Measures.Numerator"); !errors.Is(err, data.ErrOutOfRange) {
		t.Errorf("21 of 20: %v", err)
	}
}

func TestReportKeepsOneCommentASection(t *testing.T) {
	var y data.YearReport
	y.Say(data.SectionBilans, "Un")
	y.Say(data.SectionSummary, "Deux")
	y.Say(data.SectionBilans, "Trois")
	if got := y.Comment(data.SectionBilans); got != "Trois" || len(y.Comments) != 2 {
		t.Errorf("got %q among %d", got, len(y.Comments))
	}
	y.Say(data.SectionBilans, "")
	if y.Comment(data.SectionBilans) != "" || len(y.Comments) != 1 {
		t.Error("an empty comment stays")
	}
}

func TestReportRefusesBandsThatOverlap(t *testing.T) {
	y := data.YearReport{SchoolYear: 2026, Ages: []data.AgeSpan{{From: 2, To: 6}, {From: 6, To: 10}}}
	if err := data.FaultOf(y.Check(), "Ages"); !errors.Is(err, data.ErrOutOfRange) {
		t.Errorf("bands 2-6 and 6-10: %v", err)
	}
	y.Ages = y.Bands()[:0]
	if err := y.Check(); err != nil || y.Bands()[3].To != 18 || y.Below() != 5 {
		t.Errorf("the usual bands: %v", err)
	}
}
