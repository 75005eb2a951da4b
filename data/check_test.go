package data_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"mercredi/data"
)

const today data.Date = 20260910

func TestBirthDateIsNeitherToComeNorOverTwentyFiveYearsAgo(t *testing.T) {
	for birth, want := range map[data.Date]error{
		0: nil, 20180301: nil, 20260910: nil, 20010910: nil,
		20260911: data.ErrFutureBirth, 20010909: data.ErrTooOld, 19010101: data.ErrTooOld,
		20260231: data.ErrBadDate, 20181301: data.ErrBadDate, -5: data.ErrBadDate, 7: data.ErrBadDate,
	} {
		c := data.Child{FirstName: "Lila", LastName: "Sample", BirthDate: birth}
		got := data.FaultOf(c.Check(today), "BirthDate")
		if !errors.Is(got, want) || (got == nil) != (want == nil) {
			t.Errorf("born on %d: %v, want %v", birth, got, want)
		}
	}
}

func TestNameIsNeededAndHoldsAHundredAndTwentyLetters(t *testing.T) {
	for name, want := range map[string]error{
		"":                        data.ErrMissing,
		" \t\n":                   data.ErrMissing,
		"é":                       nil,
		strings.Repeat("é", 120):  nil,
		strings.Repeat("é", 121):  data.ErrTooLong,
		strings.Repeat("👩", 120):  nil,
		strings.Repeat("a", 9999): data.ErrTooLong,
	} {
		c := data.Child{FirstName: name, LastName: "Sample"}
		got := data.FaultOf(c.Check(today), "FirstName")
		if !errors.Is(got, want) || (got == nil) != (want == nil) {
			t.Errorf("a name of %d bytes: %v, want %v", len(name), got, want)
		}
	}
}

func TestNonsenseDateIsAFaultWhereverItStands(t *testing.T) {
	const nonsense data.Date = 20260231
	for field, c := range map[string]data.Child{
		"Pathway.SpottedOn":    {Pathway: data.Pathway{SpottedOn: nonsense}},
		"Pathway.IntakeOn":     {Pathway: data.Pathway{IntakeOn: nonsense}},
		"Pathway.CommissionOn": {Pathway: data.Pathway{CommissionOn: nonsense}},
		"Pathway.StartedOn":    {Pathway: data.Pathway{StartedOn: nonsense}},
		"Pathway.EndedOn":      {Pathway: data.Pathway{EndedOn: nonsense}},
		"Consents.SignedOn":    {Consents: []data.Consent{{SignedOn: nonsense}}},
		"Consents.Until":       {Consents: []data.Consent{{Until: nonsense}}},
		"Consents.WithdrawnOn": {Consents: []data.Consent{{WithdrawnOn: nonsense}}},
	} {
		if err := data.FaultOf(c.Check(today), field); !errors.Is(err, data.ErrBadDate) {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// TestNoTextIsEndless puts a text longer than any note in each field of each kind of record, in lists too.
func TestNoTextIsEndless(t *testing.T) {
	for _, record := range []any{
		&data.Settings{}, &data.Member{}, &data.Facilitator{}, &data.Room{}, &data.School{}, &data.Family{}, &data.Child{},
		&data.Note{}, &data.Partner{}, &data.Rubric{}, &data.Workshop{}, &data.Cycle{}, &data.Group{}, &data.Enrollment{},
		&data.Session{}, &data.Observation{}, &data.Evaluation{}, &data.Bilan{}, &data.GroupBilan{},
	} {
		v := reflect.ValueOf(record).Elem()
		texts := 0
		eachText(v, v.Type().Name(), func(field string, words reflect.Value) {
			texts++
			words.SetString(strings.Repeat("a", data.MaxNote+1))
			if err := check(record); !errors.Is(err, data.ErrTooLong) {
				t.Errorf("%s may be endless: %v", field, err)
			}
			words.SetString("")
		})
		if texts == 0 && v.Type() != reflect.TypeFor[data.Evaluation]() {
			t.Errorf("%T holds no text", record)
		}
	}
}

func check(record any) error {
	if c, ok := record.(interface{ Check(data.Date) error }); ok {
		return c.Check(today)
	}
	return record.(interface{ Check() error }).Check()
}

// eachText visits every text of a record; each list is given one element.
func eachText(v reflect.Value, path string, visit func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.String:
		visit(path, v)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				eachText(v.Field(i), path+"."+f.Name, visit)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		eachText(v.Index(0), path, visit)
	}
}
