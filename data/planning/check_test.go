package planning_test

import (
	"slices"
	"testing"

	"mercredi/data/planning"
)

// ruled is a town where every rule bites, and a plan that keeps them all: art at 14 h and 15 h, sophrologie at 10 h.
func ruled() (*planning.Problem, *planning.Plan) {
	p := wednesday()
	one, age := 1, 8
	art, sophro := &p.Workshops[0], &p.Workshops[1]
	*art = planning.Workshop{ID: "art", LengthMinutes: 60, Min: 2, Max: 3, MaxGroups: 2, Grades: []planning.Grade{"CP", "CE1", "CE2"}, MaxGradeSpan: &one,
		Ages: &planning.Ages{From: 6, To: 10}, Facilitators: []string{"maud"}, Earliest: 13*60 + 45, Latest: 17 * 60, Places: 8}
	sophro.Min = 2
	p.Facilitators[0].Available = []planning.Span{{Start: 13*60 + 30, End: 17 * 60}, {Start: 17 * 60, End: 18 * 60}}
	p.Rooms = append(p.Rooms, planning.Room{ID: "petite", Places: 4})
	p.Escorts = &planning.Escorts{TripsPerStart: 1, ChildrenPerTrip: 2}
	for i := range p.Children {
		p.Children[i].Age, p.Children[i].School, p.Children[i].Escort = &age, "tilleuls", i < 3
	}
	p.Children = append(p.Children, planning.Child{ID: "nour", Grade: "CP", Available: p.Children[0].Available},
		planning.Child{ID: "old", Grade: "CE1", Age: new(int), Available: p.Children[0].Available},
		planning.Child{ID: "tall", Grade: "CM2", Available: p.Children[0].Available},
		planning.Child{ID: "late", Grade: "CE1", Available: []planning.Span{{Start: 16 * 60, End: 18 * 60}}},
		planning.Child{ID: "wide", Grade: "CE2", Available: p.Children[0].Available})
	*p.Children[6].Age = 17
	for _, id := range []string{"nour", "old", "tall", "late", "wide"} {
		p.Requests = append(p.Requests, planning.Request{Child: id, Workshop: "art", Priority: planning.Normal})
	}
	p.Apart = []planning.Pair{{"tiago", "ines"}}
	plan := standing(group("a", "art", 14*60, "kenza", "louise"), group("b", "art", 15*60, "ines", "nour"), group("m", "sophro", 10*60, "kenza", "rayan", "tiago"))
	p.Current = []planning.Group{plan.Groups[2]}
	p.Current[0].Locks = &planning.Locks{Slot: true, Room: true, Children: []string{"rayan"}}
	return p, plan
}

// spoiled is that town, to break a rule of: two groups of art, one of sophrologie.
type spoiled struct {
	a, b, m *planning.Group
	p       *planning.Problem
	plan    *planning.Plan
}

func TestEachRuleBrokenAloneIsTheOnlyOneNamed(t *testing.T) {
	for code, spoil := range map[planning.Code]func(s *spoiled){
		planning.OutsideDay: func(s *spoiled) {
			s.b.Start, s.p.Workshops[0].Latest, s.p.Facilitators[0].Available[1].End = 17*60+15, 0, 20*60
			for i := range s.p.Children {
				s.p.Children[i].Available = []planning.Span{{Start: 9 * 60, End: 20 * 60}}
			}
		},
		planning.OffGrid: func(s *spoiled) { s.b.Start++ },
		planning.InBreak: func(s *spoiled) {
			s.m.Start, s.p.Current = 11*60, nil
		},
		planning.TooEarly: func(s *spoiled) {
			s.p.Workshops[0].Earliest = 14*60 + 30
		},
		planning.TooLate: func(s *spoiled) {
			s.p.Workshops[0].Latest = 14*60 + 45
		},
		planning.RoomTaken: func(s *spoiled) {
			s.m.Start, s.m.Room, s.p.Current = 14*60+45, "grande", nil
			s.m.Children = []string{"rayan", "tiago"}
		},
		planning.RoomTooSmall: func(s *spoiled) { s.a.Room = "deux" },
		planning.FacilitatorBusy: func(s *spoiled) {
			s.b.Start, s.b.Room = 14*60+15, "deux"
			s.p.Rooms[1].Places = 8
		},
		planning.FacilitatorAway: func(s *spoiled) {
			s.p.Facilitators[0].Available[0].End = 15*60 + 45
		},
		planning.FacilitatorUnfit: func(s *spoiled) { s.a.Facilitator = "irene" },
		planning.ChildBusy: func(s *spoiled) {
			s.m.Start, s.p.Current = 13*60+30, nil
		},
		planning.ChildAway: func(s *spoiled) {
			s.b.Children = []string{"ines", "late"}
		},
		planning.ChildTwice: func(s *spoiled) {
			s.b.Children = []string{"ines", "kenza"}
		},
		planning.NoRequest: func(s *spoiled) {
			s.m.Children = []string{"rayan", "nour"}
		},
		planning.TooFew: func(s *spoiled) { s.b.Children = []string{"ines"} },
		planning.TooMany: func(s *spoiled) {
			s.p.Escorts = nil
			s.m.Children = []string{"rayan", "tiago", "louise", "kenza"}
		},
		planning.TooManyGroups: func(s *spoiled) {
			s.plan.Groups = append(s.plan.Groups, group("c", "art", 16*60, "rayan", "tiago"))
		},
		planning.WrongGrade: func(s *spoiled) {
			s.p.Workshops[0].MaxGradeSpan = nil
			s.a.Children = []string{"kenza", "tall"}
		},
		planning.WrongAge: func(s *spoiled) {
			s.a.Children = []string{"kenza", "old"}
		},
		planning.GradeSpan: func(s *spoiled) {
			s.b.Children = []string{"ines", "nour", "wide"}
		},
		planning.KeptApart: func(s *spoiled) {
			s.b.Children = []string{"ines", "tiago"}
		},
		planning.TooManyTrips: func(s *spoiled) {
			s.a.Children = []string{"kenza", "louise", "rayan"}
		},
		planning.LockedSlot: func(s *spoiled) { s.m.Start = 9 * 60 },
		planning.LockedRoom: func(s *spoiled) { s.m.Room = "grande" },
		planning.LockedChild: func(s *spoiled) {
			s.m.Children = []string{"tiago", "louise"}
		},
		planning.UnknownWorkshop: func(s *spoiled) {
			s.plan.Groups = append(s.plan.Groups, planning.Group{ID: "x", Workshop: "yoga", Room: "petite", Facilitator: "irene"})
		},
		planning.UnknownRoom:        func(s *spoiled) { s.a.Room = "cave" },
		planning.UnknownFacilitator: func(s *spoiled) { s.a.Facilitator = "nobody" },
		planning.UnknownChild: func(s *spoiled) {
			s.a.Children = append(s.a.Children, "ghost")
		},
		planning.RepeatedGroup: func(s *spoiled) { s.b.ID = "a" },
		planning.OtherProblem:  func(s *spoiled) { s.plan.ProblemSHA256 = "00" },
		planning.ForgottenRequest: func(s *spoiled) {
			s.plan.Waiting = s.plan.Waiting[1:]
		},
		planning.PlacedAndWaiting: func(s *spoiled) {
			s.plan.Waiting = append(s.plan.Waiting, planning.Waiting{Child: "kenza", Workshop: "art"})
		},
		planning.WaitingWithoutDemand: func(s *spoiled) {
			s.plan.Waiting = append(s.plan.Waiting, planning.Waiting{Child: "nour", Workshop: "sophro"})
		},
	} {
		p, plan := ruled()
		in := worked(t, p)
		plan.Waiting = planning.Explain(in, plan)
		if v := planning.Check(in, plan); len(v) > 0 {
			t.Fatalf("the plan itself: %+v", v)
		}
		whole := code == planning.OtherProblem || code == planning.ForgottenRequest || code == planning.PlacedAndWaiting || code == planning.WaitingWithoutDemand
		if !whole {
			plan.Waiting = nil
		}
		for i := range plan.Groups {
			plan.Groups[i].Children = slices.Clone(plan.Groups[i].Children)
		}
		spoil(&spoiled{&plan.Groups[0], &plan.Groups[1], &plan.Groups[2], p, plan})
		in, err := planning.New(p, "ff")
		if err != nil {
			t.Fatalf("%s: %v", code, err)
		}
		found := planning.Check(in, plan)
		if len(found) == 0 {
			t.Errorf("%s: nothing found", code)
		}
		for _, v := range found {
			if v.Code != code || (v.Severity == planning.Doubtful) != whole {
				t.Errorf("%s: found %+v", code, v)
			}
		}
	}
}
