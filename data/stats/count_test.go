package stats_test

import (
	"fmt"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/stats"
)

// year is a school year that a hand can count: five children of whom four are followed, two groups.
func year() stats.Year {
	rep := &data.School{Network: data.REP, PriorityArea: data.No}
	plain := &data.School{Network: data.NoNetwork, PriorityArea: data.No}
	child := func(n byte, school *data.School, c data.Child) stats.Child {
		c.ID = data.ID[data.Child]{n}
		return stats.Child{Child: &c, School: school}
	}
	art, psy := stats.Workshop{ID: data.ID[data.Workshop]{1}, Name: "Art"}, stats.Workshop{ID: data.ID[data.Workshop]{2}, Name: "Psy"}
	return stats.Year{
		From: 20260901, To: 20270831, On: 20270115,
		Bands: []data.AgeSpan{{From: 2, To: 5}, {From: 6, To: 10}, {From: 11, To: 15}, {From: 16, To: 18}},
		Children: []stats.Child{
			child(1, rep, data.Child{Sex: data.Girl, BirthDate: 20161231, FamilyID: data.ID[data.Family]{1}, Grade: data.CM1, PriorityArea: data.No,
				Fragilities: []string{"Langage", "stress"}, Pathway: data.Pathway{StartedOn: 20260910, SpottedBy: "l’école", CommissionOn: 20260904, Decision: data.DecisionFavourable}}),
			child(2, plain, data.Child{Sex: data.Boy, BirthDate: 20160101, FamilyID: data.ID[data.Family]{1}, Grade: data.CM2, PriorityArea: data.No,
				Fragilities: []string{"langage"}, Pathway: data.Pathway{StartedOn: 20250301, EndedOn: 20261201, EndReason: "Objectifs atteints", SpottedBy: "L'Ecole"}}),
			child(3, nil, data.Child{Sex: data.Girl, FamilyID: data.ID[data.Family]{2}}), // no pathway, but a place
			child(4, nil, data.Child{PriorityArea: data.Yes, BirthDate: 20090601, Pathway: data.Pathway{CommissionOn: 20260904, Decision: data.DecisionFavourable}}),
			child(5, rep, data.Child{Sex: data.Boy, Pathway: data.Pathway{StartedOn: 20240901, EndedOn: 20260831}}), // ended the day before the year
		},
		Traces: []data.Figure{
			{Kind: data.FigureYear, Sex: data.Boy, Age: data.AgeSix, Network: true}, {Kind: data.FigureEntry},
			{Kind: data.FigureExit, Length: data.LengthYear}, {Kind: data.FigurePlace, WorkshopID: art.ID, Came: 4, Counted: 6, Bilans: 1},
		},
		Workshops: []stats.Workshop{art, psy},
		Groups: []stats.Group{
			{Workshop: art, Name: "Cycle 1, Groupe 1", Capacity: 7, Taken: 2, Bilans: stats.Bilans{Owed: 2, Done: 1, Late: 1},
				Sessions: []stats.Session{{On: 20261007, State: data.SessionHeld}, {On: 20261014, Marked: true}, {On: 20261104, State: data.SessionCancelled},
					{On: 20270113}, {On: 20270203}, {On: 20270210, State: data.SessionCancelled}},
				Places: []stats.Place{{Child: data.ID[data.Child]{1}, Regularity: data.Regularity{Came: 2, Counted: 2, NotEntered: 1, Cancelled: 1, ToCome: 1}},
					{Child: data.ID[data.Child]{2}, Regularity: data.Regularity{Came: 1, Counted: 2, NotEntered: 1, Cancelled: 1}}}},
			{Workshop: psy, Capacity: 1, Taken: 1, Sessions: []stats.Session{{On: 20261007, Marked: true}},
				Places: []stats.Place{{Child: data.ID[data.Child]{3}, Regularity: data.Regularity{Counted: 1}}}},
		},
		Requests:     []stats.Request{{Child: data.ID[data.Child]{4}, Workshop: psy}},
		Partners:     []stats.Partner{{Kind: data.KindCMPP, Active: true}, {Kind: data.KindOther}},
		Orientations: []stats.Orientation{{Kind: data.KindCMPP, AskedOn: 20261001, OfferedOn: 20261020, State: 2}, {Kind: data.KindMDA, AskedOn: 20261001, OfferedOn: 20261120}, {Kind: data.KindMDA, AskedOn: 20270110}},
	}
}

// told writes a list in one line: "1=2 2=3 ?1 /6".
func told(l stats.List) string {
	var b strings.Builder
	for _, row := range l.Rows {
		fmt.Fprintf(&b, "%d%s=%s ", row.Key, row.Text, number(row.Total))
	}
	return b.String() + "?" + number(l.Unsaid) + " /" + number(l.Whole)
}

func number(t stats.Total) string {
	if t.Hidden {
		return "x"
	}
	return fmt.Sprint(t.N)
}

func TestFiguresOfAYearThatAHandCanCount(t *testing.T) {
	f := year().Count(30)
	for name, c := range map[string]struct{ got, want string }{
		"children":     {fmt.Sprint(f.Children.N, f.Anonymised, f.Families.N, f.NoFamily), "5 1 2 1"},
		"sexes":        {told(f.Sex), "1=2 2=2 ?1 /5"},
		"home":         {told(f.Area), "1=1 2=2 ?2 /5"},
		"school":       {told(f.Network), "2=1 3=0 1=1 ?3 /5"},
		"eligible":     {told(f.Eligible), "1=3 2=1 ?1 /5"},
		"grades":       {told(f.Grades), "8=1 9=1 ?3 /5"},
		"spotted by":   {told(f.Spotted), "1L'Ecole=2 ?3 /5"},
		"reasons":      {told(f.Reasons), "1Langage=2 2stress=1 ?3 /5"},
		"entries":      {fmt.Sprint(f.Entries.N), "3"},
		"exits":        {told(f.Exits), "1Objectifs atteints=1 ?1 /2"},
		"lengths":      {told(f.Lengths), "1=0 2=1 3=1 4=0 ?0 /2"},
		"running":      {told(f.Running), "1=2 2=0 3=0 4=0 ?0 /2"},
		"commission":   {fmt.Sprint(f.Meetings, " ", told(f.Examined)), "1 1=2 2=0 3=0 ?0 /2"},
		"sessions":     {fmt.Sprint(f.All.Sessions), "{3 1 1 1}"},
		"months":       {fmt.Sprint(f.Months), "[{2026-10-01 {3 0 0 0}} {2026-11-01 {0 1 0 0}} {2027-01-01 {0 0 1 0}}]"},
		"presences":    {fmt.Sprint(f.All.Regularity), "{7 11 2 2 1}"},
		"art":          {fmt.Sprint(f.Workshops[0].Children.N, f.Workshops[0].Taken, f.Workshops[0].Capacity, f.Workshops[0].Bilans), "3 2 7 {3 2 1}"},
		"psychologist": {fmt.Sprint(f.Workshops[1].Children.N, f.Workshops[1].Waiting.N), "1 1"},
		"groups":       {fmt.Sprint(len(f.Groups), " ", f.Groups[0].Group), "1 Cycle 1, Groupe 1"},
		"partners":     {fmt.Sprint(told(f.Partners), " ", f.Active), "0=1 11=1 ?0 /2 1"},
		"orientations": {told(f.Orientations), "1=2 11=1 ?0 /3"},
		"delay":        {fmt.Sprint(f.Delay), "{2 1 19 1}"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", name, c.got, c.want)
		}
	}
	var ages []string
	for _, a := range f.Ages {
		ages = append(ages, fmt.Sprint(a.Girls.N, a.Boys.N, a.Unsaid.N, a.Both.N))
	}
	if got, want := strings.Join(ages, ", "), "0 0 0 0, 1 2 0 3, 0 0 0 0, 0 0 1 1, 1 0 0 1"; got != want {
		t.Errorf("ages: %s, want %s", got, want)
	}
}

func TestAnEmptyYearHasNoFigure(t *testing.T) {
	f := stats.Year{From: 20260901, To: 20270831, On: 20270115, Bands: year().Bands}.Count(30)
	if f.Children.N != 0 || f.All.Sessions.Planned() != 0 || len(f.Workshops) != 0 || f.Delay.Counted != 0 || f.Sex.Whole.N != 0 {
		t.Errorf("got %+v", f)
	}
	if m := f.Masked(5); m.Children.Hidden || m.Below != 5 {
		t.Errorf("zero is nobody: %+v", m.Children)
	}
}

func TestTracesFitNoOtherBandsThanTheirOwn(t *testing.T) {
	y := year()
	y.Bands = []data.AgeSpan{{From: 3, To: 10}, {From: 11, To: 17}}
	f := y.Count(30)
	last := f.Ages[len(f.Ages)-1]
	if f.Ages[0].Both.N != 2 || last.Boys.N != 1 || last.Both.N != 2 {
		t.Errorf("ages: %+v", f.Ages)
	}
}

func TestMaskedFiguresSayNothingOfAFewChildren(t *testing.T) {
	y := year()
	for n := range byte(40) {
		sex := data.Girl
		if n%2 == 0 {
			sex = data.Boy
		}
		c := data.Child{FirstName: "x", Sex: sex, BirthDate: 20180101, Pathway: data.Pathway{StartedOn: 20260910, SpottedBy: "la famille"}}
		c.ID = data.ID[data.Child]{100 + n}
		y.Children = append(y.Children, stats.Child{Child: &c})
	}
	open := y.Count(30)
	f := open.Masked(5)
	for name, c := range map[string]struct{ got, want string }{
		"children":  {number(f.Children), "45"},
		"ages":      {number(f.Ages[1].Both) + number(f.Ages[3].Both), "xx"},
		"school":    {told(f.Network), "2=x 3=0 1=x ?x /45"},
		"spotted":   {told(f.Spotted), "1la famille=40 -1=x ?x /45"},
		"reasons":   {told(f.Reasons), "?43 /45"},
		"exits":     {told(f.Exits), "-1=x ?1 /x"},
		"workshops": {number(f.Workshops[0].Children) + number(f.All.Children), "xx"},
		"delay":     {fmt.Sprint(f.Delay, len(f.Groups)), "{0 0 0 0} 0"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", name, c.got, c.want)
		}
	}
	if f.Workshops[0].Came != 0 || f.Workshops[0].Sessions.Held != 2 {
		t.Errorf("presences of three children are told: %+v", f.Workshops[0])
	}
	if open.Children.N != 45 || open.Network.Of(int(data.REP)).Hidden || len(open.Groups) != 1 {
		t.Error("masking changes the figures it was given")
	}
}
