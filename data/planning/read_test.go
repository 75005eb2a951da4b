package planning_test

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"mercredi/data/planning"
	"mercredi/data/planning/instances"
)

const example = `{
  "format": "mercredi-planning/1", "reference_date": "2026-09-20", "step_minutes": 30,
  "day": {"start": "09:00", "end": "18:00", "breaks": [{"start": "12:00", "end": "13:30"}]},
  "rooms": [{"id": "r1", "places": 9}],
  "facilitators": [{"id": "f1", "available": [{"start": "09:00", "end": "12:00"}]}],
  "workshops": [{
    "id": "w1", "length_minutes": 60, "min": 4, "max": 7, "max_groups": 2,
    "grades": ["CP", "CE1", "CE2"], "max_grade_span": 2, "ages": {"from": 6, "to": 16},
    "facilitators": ["f1"], "earliest": "13:30", "latest": "17:00", "places": 8}],
  "children": [{
    "id": "c1", "grade": "CE1", "age": 7, "school": "s1", "family": "fam1",
    "available": [{"start": "09:00", "end": "18:00"}], "escort": true, "prefers": "afternoon"}],
  "requests": [{"child": "c1", "workshop": "w1", "priority": "urgent", "since": "2026-09-01"}],
  "apart": [["c1", "c2"]],
  "together": [["c3", "c4"]],
  "escorts": {"trips_per_start": 2, "children_per_trip": 4},
  "current": [{
    "id": "g1", "workshop": "w1", "room": "r1", "facilitator": "f1", "start": "14:00", "children": ["c1"],
    "locks": {"slot": true, "room": false, "children": ["c1"]}}]
}`

const examplePlan = `{
  "format": "mercredi-plan/1", "problem_sha256": "…", "seed": 1, "iterations": 200000, "proven": false,
  "groups": [{"id": "g1", "workshop": "w1", "room": "r1", "facilitator": "f1", "start": "14:00", "children": ["c1"]}],
  "waiting": [{"child": "c9", "workshop": "w1", "reasons": [{"code": "group-full", "text": "groupe complet", "about": ["g1"]}]}],
  "objective": [{"level": 1, "name": "urgent placed", "value": 3}]
}`

func TestTheExampleOfTheFormatIsReadToTheLastField(t *testing.T) {
	p, sum, err := planning.ReadProblem(strings.NewReader("\ufeff" + example))
	if err != nil {
		t.Fatal(err)
	}
	w, c := p.Workshops[0], p.Children[0]
	if w.Latest != 17*60 || *w.MaxGradeSpan != 2 || w.Ages.To != 16 || *c.Age != 7 || c.Prefers != planning.Afternoon || !c.Escort ||
		p.Apart[0] != (planning.Pair{"c1", "c2"}) || !p.Current[0].Locks.Slot || p.Requests[0].Since != 20260901 {
		t.Errorf("read %+v", p)
	}
	if _, other, _ := planning.ReadProblem(strings.NewReader(example)); len(sum) != 64 || other == sum {
		t.Errorf("sum %q is not that of the bytes", sum)
	}
	plan, err := planning.ReadPlan(strings.NewReader(examplePlan))
	if err != nil || plan.Iterations != 200000 || plan.Waiting[0].Reasons[0].About[0] != "g1" {
		t.Errorf("plan %+v, %v", plan, err)
	}
}

func TestWhatIsWrittenIsReadBackAndWrittenTheSame(t *testing.T) {
	p := instances.Make(instances.Small, 3)
	in := worked(t, p)
	plan := filled(in, 100)
	plan.Waiting, plan.Objective, plan.Seed = planning.Explain(in, plan), in.Score(plan.Groups).Levels(), 1<<63
	p.Current = plan.Groups
	var first, second bytes.Buffer
	if err := planning.WriteProblem(&first, p); err != nil {
		t.Fatal(err)
	}
	back, _, err := planning.ReadProblem(bytes.NewReader(first.Bytes()))
	if err != nil || planning.WriteProblem(&second, back) != nil || first.String() != second.String() {
		t.Errorf("problem: %v, %d bytes then %d", err, first.Len(), second.Len())
	}
	first.Reset()
	second.Reset()
	if err := planning.WritePlan(&first, plan); err != nil {
		t.Fatal(err)
	}
	again, err := planning.ReadPlan(bytes.NewReader(first.Bytes()))
	if err != nil || !reflect.DeepEqual(again.Groups, plan.Groups) || planning.WritePlan(&second, again) != nil || first.String() != second.String() {
		t.Errorf("plan: %v\n%s\n%s", err, first.String(), second.String())
	}
	if text := first.String(); !strings.HasSuffix(text, "}\n") || strings.Contains(text, "null") {
		t.Errorf("written %s", text)
	}
}

func TestFileThatIsNotOneIsRefusedWithItsPlace(t *testing.T) {
	change := func(old, new string) string {
		if !strings.Contains(example, old) {
			t.Fatalf("no %s in the example", old)
		}
		return strings.Replace(example, old, new, 1)
	}
	for text, want := range map[string]planning.FormatError{
		"":                                      {Code: planning.EmptyFile},
		" \n\t":                                 {Code: planning.EmptyFile},
		"\x00\x01\x02":                          {Code: planning.NotText},
		"\xff\xfe{\x00}\x00":                    {Code: planning.NotText},
		"Une liste":                             {Code: planning.NotJSON, Line: 1},
		"[]":                                    {Code: planning.WrongType, Line: 1, Found: "[", Want: planning.WantObject},
		"null":                                  {Code: planning.WrongType, Line: 1, Found: "null", Want: planning.WantObject},
		example + " {}":                         {Code: planning.Trailing, Line: 20},
		example + ",":                           {Code: planning.Trailing, Line: 20},
		example[:500]:                           {Code: planning.Truncated, Path: "workshops[0]", Line: 9},
		`{"rooms": [NaN]}`:                      {Code: planning.NotJSON, Path: "rooms[0]", Line: 1},
		`{"format": "other"}`:                   {Code: planning.OtherFormat, Path: "format", Line: 1, Found: "other"},
		`{"format": "mercredi-planning/1"}`:     {Code: planning.MissingField, Path: "reference_date", Line: 1, Found: "reference_date"},
		change(`"max": 7`, `"Max": 7`):          {Code: planning.UnknownField, Path: "workshops[0].Max", Line: 7, Found: "Max"},
		change(`"max": 7`, `"min": 7`):          {Code: planning.RepeatedField, Path: "workshops[0].min", Line: 7, Found: "min"},
		change(`"max": 7`, `"max": "7"`):        {Code: planning.WrongType, Path: "workshops[0].max", Line: 7, Found: `"7"`, Want: planning.WantNumber},
		change(`"max": 7`, `"max": 7.0`):        {Code: planning.WrongType, Path: "workshops[0].max", Line: 7, Found: "7.0", Want: planning.WantNumber},
		change(`"max": 7`, `"max": 1e999`):      {Code: planning.WrongType, Path: "workshops[0].max", Line: 7, Found: "1e999", Want: planning.WantNumber},
		change(`"max": 7`, `"max": 7000000000`): {Code: planning.WrongType, Path: "workshops[0].max", Line: 7, Found: "7000000000", Want: planning.WantNumber},
		change(`"max": 7, `, ``):                {Code: planning.MissingField, Path: "workshops[0].max", Line: 9, Found: "max"},
		change(`"escort": true`, `"escort": "oui"`): {Code: planning.WrongType, Path: "children[0].escort", Line: 12, Found: `"oui"`, Want: planning.WantFlag},
		change(`"grade": "CE1"`, `"grade": 3`):      {Code: planning.WrongType, Path: "children[0].grade", Line: 11, Found: "3", Want: planning.WantText},
		change(`"17:00"`, `"17h"`):                  {Code: planning.WrongType, Path: "workshops[0].latest", Line: 9, Found: `"17h"`, Want: planning.WantHour},
		change(`"17:00"`, `"24:01"`):                {Code: planning.WrongType, Path: "workshops[0].latest", Line: 9, Found: `"24:01"`, Want: planning.WantHour},
		change(`"2026-09-01"`, `"2026-02-30"`):      {Code: planning.WrongType, Path: "requests[0].since", Line: 13, Found: `"2026-02-30"`, Want: planning.WantDate},
		change(`["c1", "c2"]`, `["c1"]`):            {Code: planning.WrongType, Path: "apart[0]", Line: 14, Found: "1", Want: planning.WantPair},
		change(`["c1", "c2"]`, `["c1", "c2", ""]`):  {Code: planning.WrongType, Path: "apart[0]", Line: 14, Found: "3", Want: planning.WantPair},
		change(`[["c1", "c2"]]`, `{}`):              {Code: planning.WrongType, Path: "apart", Line: 14, Found: "{", Want: planning.WantList},
		change(`"rooms": [{`, `"rooms": [[{`):       {Code: planning.WrongType, Path: "rooms[0]", Line: 4, Found: "[", Want: planning.WantObject},
		change(`"ages": {"from"`, `"ages": null, "x": {"from"`): {
			Code: planning.WrongType, Path: "workshops[0].ages", Line: 8, Found: "null", Want: planning.WantObject},
	} {
		_, _, err := planning.ReadProblem(strings.NewReader(text))
		got, ok := errors.AsType[*planning.FormatError](err)
		if !ok || *got != want {
			t.Errorf("%.60q: %v, want %v", text, err, &want)
		}
	}
}

func TestFileCutAnywhereIsToldAsSuch(t *testing.T) {
	for n := 1; n < len(example); n++ {
		_, _, err := planning.ReadProblem(strings.NewReader(example[:n]))
		if e, ok := errors.AsType[*planning.FormatError](err); !ok || e.Code != planning.Truncated {
			t.Fatalf("cut after %d bytes: %v", n, err)
		}
	}
}

func TestFileWithoutEndIsRefused(t *testing.T) {
	_, _, err := planning.ReadProblem(endless{})
	if e, ok := errors.AsType[*planning.FormatError](err); !ok || e.Code != planning.TooLarge {
		t.Errorf("endless file: %v", err)
	}
	if _, _, err := planning.ReadProblem(broken{}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("file that cannot be read: %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, os.ErrClosed }

func FuzzReadProblem(f *testing.F) {
	f.Add([]byte(example))
	f.Add([]byte(`{"format":"mercredi-planning/1","reference_date":"2026-09-20","step_minutes":30,"day":{"start":"09:00","end":"18:00"},` +
		`"rooms":[{"id":"r","places":9}],"facilitators":[{"id":"f","available":[{"start":"09:00","end":"18:00"}]}],` +
		`"workshops":[{"id":"w","length_minutes":60,"min":1,"max":2,"max_groups":1,"facilitators":["f"]}],` +
		`"children":[{"id":"c","available":[{"start":"09:00","end":"18:00"}]}],"requests":[{"child":"c","workshop":"w","priority":"normal"}],` +
		`"current":[{"id":"g","workshop":"w","room":"r","facilitator":"f","start":"10:00","children":["c"],"locks":{"slot":true}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, _, err := planning.ReadProblem(bytes.NewReader(text))
		if err != nil {
			if _, ok := errors.AsType[*planning.FormatError](err); !ok {
				t.Fatalf("not a FormatError: %v", err)
			}
			return
		}
		var out bytes.Buffer
		if err := planning.WriteProblem(&out, p); err != nil {
			t.Fatal(err)
		}
		if _, _, err := planning.ReadProblem(&out); err != nil {
			t.Fatalf("written and no longer read: %v", err)
		}
		in, err := planning.New(p, "")
		if err != nil {
			return
		}
		planning.Obstacles(in)
		planning.Warnings(in)
		plan := &planning.Plan{Groups: p.Current}
		planning.Check(in, plan)
		for _, w := range planning.Explain(in, plan) {
			planning.Remedies(in, plan, w.Child, w.Workshop)
		}
		changes := planning.Diff(in, &planning.Plan{}, plan)
		planning.Apply(in, &planning.Plan{}, changes, nil)
	})
}

func FuzzReadPlan(f *testing.F) {
	f.Add([]byte(examplePlan))
	problem := instances.Make(instances.Tiny, 1)
	in, err := planning.New(problem, "x")
	if err != nil {
		f.Fatal(err)
	}
	var known bytes.Buffer
	if err := planning.WritePlan(&known, filled(in, 20)); err != nil {
		f.Fatal(err)
	}
	f.Add(known.Bytes())
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := planning.ReadPlan(bytes.NewReader(text))
		if err != nil {
			if _, ok := errors.AsType[*planning.FormatError](err); !ok {
				t.Fatalf("not a FormatError: %v", err)
			}
			return
		}
		planning.Check(in, p)
		planning.Explain(in, p)
		changes := planning.Diff(in, &planning.Plan{}, p)
		planning.Diff(in, p, planning.Apply(in, &planning.Plan{}, changes, nil))
		var first, second bytes.Buffer
		if err := planning.WritePlan(&first, p); err != nil {
			t.Fatal(err)
		}
		back, err := planning.ReadPlan(bytes.NewReader(first.Bytes()))
		if err != nil || planning.WritePlan(&second, back) != nil || first.String() != second.String() {
			t.Fatalf("%v\n%s\n%s", err, first.String(), second.String())
		}
	})
}
