package data_test

import (
	"errors"
	"testing"

	"mercredi/data"
)

func TestAgeBandsAreThoseOfTheFiguresOfTheYear(t *testing.T) {
	for years, want := range map[int]data.AgeBand{
		-1: data.AgeUnsaid, 1: data.AgeUnsaid, 2: data.AgeTwo, 5: data.AgeTwo, 6: data.AgeSix, 10: data.AgeSix, 11: data.AgeEleven,
		15: data.AgeEleven, 16: data.AgeSixteen, 18: data.AgeSixteen, 19: data.AgeUnsaid,
	} {
		if got := data.AgeBandOf(years); got != want {
			t.Errorf("%d years: band %d, want %d", years, got, want)
		}
	}
}

func TestLengthOfAPathwayIsRough(t *testing.T) {
	for to, want := range map[data.Date]data.Length{
		0: data.LengthUnsaid, 20250101: data.LengthUnsaid, 20260110: data.LengthHalfYear, 20260710: data.LengthHalfYear,
		20260711: data.LengthYear, 20270110: data.LengthYear, 20270111: data.LengthTwoYears, 20280111: data.LengthLonger,
	} {
		if got := data.LengthBetween(20260110, to); got != want {
			t.Errorf("until %v: length %d, want %d", to, got, want)
		}
	}
}

func TestEachStepSaysLessOfAFigure(t *testing.T) {
	f := data.Figure{
		Kind: data.FigurePlace, SchoolYear: 2026, Sex: data.Girl, Age: data.AgeSix, Area: true, Network: true,
		WorkshopID: [16]byte{1}, Came: 9, Counted: 11, Bilans: 2, Length: data.LengthYear,
	}
	one := f
	one.Sex = data.SexUnknown
	two := one
	two.Age = data.AgeUnsaid
	three := data.Figure{Kind: data.FigurePlace, SchoolYear: 2026, Came: 9, Counted: 11, Bilans: 2}
	for step, want := range []data.Figure{f, one, two, three} {
		if got := f.Generalised(step); got != want {
			t.Errorf("step %d: %+v, want %+v", step, got, want)
		}
	}
}

func TestFigureOfNoKindOrNoYearIsRefused(t *testing.T) {
	for field, f := range map[string]data.Figure{
		"Kind": {SchoolYear: 2026}, "SchoolYear": {Kind: data.FigureYear, SchoolYear: 26},
		"Came": {Kind: data.FigurePlace, SchoolYear: 2026, Came: 3, Counted: 2},
	} {
		if err := data.FaultOf(f.Check(), field); !errors.Is(err, data.ErrOutOfRange) {
			t.Errorf("%s: %v", field, err)
		}
	}
}
