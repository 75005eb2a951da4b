package data

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ActionPlan is the « plan d'action » of a local council for mental health (CLSM): its objectives, its actions, and the
// indicators that say how far they have come. What is not decided yet stays as it was written (« à définir »).
type ActionPlan struct {
	Record[ActionPlan]
	Name   string `cbor:"10,keyasint"`
	Period string `cbor:"11,keyasint,omitempty"` // « 2026-2028 », as people write it
	Lead   string `cbor:"12,keyasint,omitempty"` // who carries it
	Aim    string `cbor:"13,keyasint,omitempty"` // « objectif global »
	// Objectives are the strategic ones ("1") and the specific ones ("1.2"), in any order.
	Objectives []Objective `cbor:"14,keyasint,omitempty"`
	Actions    []Action    `cbor:"15,keyasint,omitempty"`
}

// Objective is an « objectif », strategic or specific by its number.
type Objective struct {
	Number string `cbor:"1,keyasint"` // "1", "1.2"
	Title  string `cbor:"2,keyasint"`
}

// Strategic reports whether the objective is at the top: its number has one part.
func (o Objective) Strategic() bool { return !strings.Contains(o.Number, ".") }

// Action is one « action » of a plan. With the two objectives that its number names, its texts are the columns of the
// plan. An empty one is not said yet.
type Action struct {
	Number        string      `cbor:"1,keyasint"` // "1.2.1": the first action of the objective 1.2
	Title         string      `cbor:"2,keyasint"`
	Description   string      `cbor:"3,keyasint,omitempty"`
	Prerequisites string      `cbor:"4,keyasint,omitempty"`
	Public        string      `cbor:"5,keyasint,omitempty"`
	Existing      string      `cbor:"6,keyasint,omitempty"` // « dispositifs préexistants »
	Results       string      `cbor:"7,keyasint,omitempty"` // « résultats attendus »
	Indicators    []Indicator `cbor:"8,keyasint,omitempty"`
	Available     string      `cbor:"9,keyasint,omitempty"`  // « moyens mobilisables »
	Wanted        string      `cbor:"10,keyasint,omitempty"` // « moyens à mobiliser »
}

// Indicator is an « indicateur de résultat »: a share (numerator over denominator, against a percentage) or a number
// (against a number).
type Indicator struct {
	Label string        `cbor:"1,keyasint"`
	Kind  IndicatorKind `cbor:"2,keyasint,omitempty"`
	// Numerator and Denominator say in words what is counted.
	Numerator   string `cbor:"3,keyasint,omitempty"`
	Denominator string `cbor:"4,keyasint,omitempty"`
	// Target is a percentage of a share, a number of a number; zero is not decided.
	Target int    `cbor:"5,keyasint,omitempty"`
	Source string `cbor:"6,keyasint,omitempty"` // « source de vérification »
	// Measures are what was counted so far, in any order.
	Measures []Measure `cbor:"7,keyasint,omitempty"`
}

// IndicatorKind says how an indicator is measured.
type IndicatorKind uint8

// The kinds.
const (
	IndicatorShare  IndicatorKind = iota // numerator / denominator, in %
	IndicatorNumber                      // numerator alone
)

// Measure is one count of an indicator on a day. A numerator of zero is a count; a denominator of zero is not known.
type Measure struct {
	On          Date `cbor:"1,keyasint"`
	Numerator   int  `cbor:"2,keyasint,omitempty"`
	Denominator int  `cbor:"3,keyasint,omitempty"`
}

// Latest is the last measure, and false when nothing was measured.
func (x Indicator) Latest() (Measure, bool) {
	if len(x.Measures) == 0 {
		return Measure{}, false
	}
	return slices.MaxFunc(x.Measures, func(a, b Measure) int { return cmp.Compare(a.On, b.On) }), true
}

// Value is the last measure in the unit of the target: a percentage rounded to the nearest whole, or a number. It is
// false when it is not known.
func (x Indicator) Value() (int, bool) {
	m, ok := x.Latest()
	switch {
	case !ok || x.Kind == IndicatorShare && m.Denominator == 0:
		return 0, false
	case x.Kind == IndicatorShare:
		return (200*m.Numerator + m.Denominator) / (2 * m.Denominator), true
	}
	return m.Numerator, true
}

// Reached reports whether the target is reached, and false in known when there is no target or no value. A share is
// compared exactly, not once it is rounded.
func (x Indicator) Reached() (reached, known bool) {
	m, _ := x.Latest()
	if _, ok := x.Value(); !ok || x.Target == 0 {
		return false, false
	}
	if x.Kind == IndicatorShare {
		return 100*m.Numerator >= x.Target*m.Denominator, true
	}
	return m.Numerator >= x.Target, true
}

// Under reports whether a number stands below another: "1.2.1" under "1.2" and "1".
func Under(number, above string) bool { return strings.HasPrefix(number, above+".") }

// ByNumber orders "1.2" before "1.10".
func ByNumber(a, b string) int {
	left, right := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(left), len(right)) {
		m, _ := strconv.Atoi(left[i])
		n, _ := strconv.Atoi(right[i])
		if order := cmp.Compare(m, n); order != 0 {
			return order
		}
	}
	return cmp.Compare(len(left), len(right))
}

// Objective finds an objective by its number.
func (p *ActionPlan) Objective(number string) (Objective, bool) {
	i := slices.IndexFunc(p.Objectives, func(o Objective) bool { return o.Number == number })
	if i < 0 {
		return Objective{}, false
	}
	return p.Objectives[i], true
}

var (
	objectiveNumber = regexp.MustCompile(`^[1-9][0-9]{0,2}(\.[1-9][0-9]{0,2})?$`)
	actionNumber    = regexp.MustCompile(`^[1-9][0-9]{0,2}(\.[1-9][0-9]{0,2}){2}$`)
)

// Check verifies what one plan can verify alone: numbers are well made, none comes twice.
func (p *ActionPlan) Check() error {
	var f faults
	f.name("Name", p.Name)
	f.shorts(text{"Period", p.Period}, text{"Lead", p.Lead})
	f.note("Aim", p.Aim)
	seen := map[string]bool{}
	number := func(field, n string, shape *regexp.Regexp) {
		switch {
		case n == "":
			f.add(field, ErrMissing)
		case !shape.MatchString(n):
			f.add(field, ErrBadNumber)
		case seen[n]:
			f.add(field, ErrDuplicate)
		}
		seen[n] = true
	}
	for _, o := range p.Objectives {
		number("Objectives.Number", o.Number, objectiveNumber)
		f.needed("Objectives.Title", o.Title)
	}
	for _, a := range p.Actions {
		number("Actions.Number", a.Number, actionNumber)
		a.check(&f)
	}
	return f.err()
}

// needed: said, and at most MaxNote runes.
func (f *faults) needed(field, s string) {
	if strings.TrimSpace(s) == "" {
		f.add(field, ErrMissing)
	}
	f.note(field, s)
}

func (a Action) check(f *faults) {
	f.needed("Actions.Title", a.Title)
	f.notes(text{"Actions.Description", a.Description}, text{"Actions.Prerequisites", a.Prerequisites},
		text{"Actions.Public", a.Public}, text{"Actions.Existing", a.Existing}, text{"Actions.Results", a.Results},
		text{"Actions.Available", a.Available}, text{"Actions.Wanted", a.Wanted})
	for _, x := range a.Indicators {
		x.check(f)
	}
}

func (x Indicator) check(f *faults) {
	f.needed("Indicators.Label", x.Label)
	f.notes(text{"Indicators.Numerator", x.Numerator}, text{"Indicators.Denominator", x.Denominator}, text{"Indicators.Source", x.Source})
	f.between("Indicators.Kind", int(x.Kind), int(IndicatorShare), int(IndicatorNumber))
	most := 100
	if x.Kind == IndicatorNumber {
		most = mostCounted
	}
	f.between("Indicators.Target", x.Target, 0, most)
	for _, m := range x.Measures {
		if m.On.IsZero() {
			f.add("Measures.On", ErrMissing)
		}
		f.date("Measures.On", m.On)
		f.between("Measures.Numerator", m.Numerator, 0, mostCounted)
		f.between("Measures.Denominator", m.Denominator, 0, mostCounted)
		if x.Kind == IndicatorShare && m.Denominator > 0 && m.Numerator > m.Denominator {
			f.add("Measures.Numerator", ErrOutOfRange)
		}
	}
}

// mostCounted bounds a count: more people than a town has.
const mostCounted = 10_000_000
