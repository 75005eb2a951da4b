package planning_test

import (
	"errors"
	"slices"
	"testing"

	"mercredi/data/planning"
)

// lockable is that town with two groups of art at one hour, one of sophrologie, without lock yet.
func lockable() *planning.Problem {
	p := wednesday()
	all := []planning.Span{{Start: 9 * 60, End: 18 * 60}}
	p.Rooms = append(p.Rooms, planning.Room{ID: "petite", Places: 9})
	p.Facilitators = append(p.Facilitators, planning.Facilitator{ID: "bastien", Available: all})
	p.Workshops[0].Facilitators = []string{"maud", "bastien"}
	p.Current = []planning.Group{group("a", "art", 14*60, "kenza", "louise"), group("b", "art", 14*60, "rayan"), group("s", "sophro", 10*60, "kenza", "tiago")}
	p.Current[1].Room, p.Current[1].Facilitator = "petite", "bastien"
	p.Escorts = &planning.Escorts{TripsPerStart: 2, ChildrenPerTrip: 2}
	for i := range p.Children {
		p.Children[i].School, p.Children[i].Escort = "tilleuls", i < 3
	}
	return p
}

func lock(p *planning.Problem, slot, room bool, groups ...int) {
	for _, g := range groups {
		p.Current[g].Locks = &planning.Locks{Slot: slot, Room: room}
	}
}

func lockChildren(p *planning.Problem, g int, children ...string) {
	p.Current[g].Locks = &planning.Locks{Slot: true, Children: children}
}

// faultsOf are the codes of all that is said of a set-up, each once, in order.
func faultsOf(p *planning.Problem) (contradictions, obstacles, warnings []planning.FaultCode) {
	codes := func(faults []planning.Fault) (out []planning.FaultCode) {
		for _, f := range faults {
			if !slices.Contains(out, f.Code) {
				out = append(out, f.Code)
			}
		}
		return out
	}
	in, err := planning.New(p, "")
	if setup, ok := errors.AsType[*planning.SetupError](err); ok {
		return codes(setup.Faults), nil, nil
	}
	return nil, codes(planning.Obstacles(in)), codes(planning.Warnings(in))
}

func TestSetUpWithoutFaultHasNothingSaidOfIt(t *testing.T) {
	p := lockable()
	lock(p, true, true, 0, 1, 2)
	if a, b, c := faultsOf(p); len(a)+len(b)+len(c) > 0 {
		t.Errorf("said %v, %v, %v", a, b, c)
	}
}

func TestContradictionsAreRefused(t *testing.T) {
	for code, spoil := range map[planning.FaultCode]func(p *planning.Problem){
		planning.RepeatedID:      func(p *planning.Problem) { p.Rooms[1].ID = "grande" },
		planning.EmptyID:         func(p *planning.Problem) { p.Current[2].ID = "" },
		planning.RepeatedRequest: func(p *planning.Problem) { p.Requests[1] = p.Requests[0] },
		planning.UnknownAsker:    func(p *planning.Problem) { p.Requests[0].Child = "ghost" },
		planning.UnknownAsked:    func(p *planning.Problem) { p.Requests[0].Workshop = "yoga" },
		planning.UnknownLeader:   func(p *planning.Problem) { p.Workshops[0].Facilitators[0] = "nobody" },
		planning.UnknownInPair:   func(p *planning.Problem) { p.Together = []planning.Pair{{"kenza", "ghost"}} },
		planning.PairOfOne:       func(p *planning.Problem) { p.Apart = []planning.Pair{{"kenza", "kenza"}} },
		planning.UnknownPriority: func(p *planning.Problem) { p.Requests[0].Priority = "soon" },
		planning.UnknownGrade:    func(p *planning.Problem) { p.Children[0].Grade = "CE3" },
		planning.UnknownHalf:     func(p *planning.Problem) { p.Children[0].Prefers = "evening" },
		planning.LockedOutside:   func(p *planning.Problem) { lockChildren(p, 0, "rayan") },
		planning.BadStep:         func(p *planning.Problem) { p.StepMinutes = 0 },
		planning.BadTrips:        func(p *planning.Problem) { p.Escorts.ChildrenPerTrip = 0 },
	} {
		p := lockable()
		spoil(p)
		if found, _, _ := faultsOf(p); !slices.Equal(found, []planning.FaultCode{code}) {
			t.Errorf("%s: found %v", code, found)
		}
	}
}

func TestObstaclesAreFoundBeforeTheSearch(t *testing.T) {
	for code, spoil := range map[planning.FaultCode]func(p *planning.Problem){
		planning.NoRequestAtAll: func(p *planning.Problem) { p.Requests = nil },
		planning.NoRoomAtAll:    func(p *planning.Problem) { p.Rooms = nil },
		planning.DayEndsFirst:   func(p *planning.Problem) { p.Day.End = p.Day.Start },
		planning.BadBreak:       func(p *planning.Problem) { p.Day.Breaks[0].End = p.Day.Breaks[0].Start },
		planning.BadHours: func(p *planning.Problem) {
			p.Children[0].Available = append([]planning.Span{{Start: 900, End: 600}}, p.Children[0].Available...)
		},
		planning.MinAboveMax:    func(p *planning.Problem) { p.Workshops[0].Min = 4 },
		planning.BadSize:        func(p *planning.Problem) { p.Workshops[0].Min = 0 },
		planning.BadAges:        func(p *planning.Problem) { p.Workshops[0].Ages = &planning.Ages{From: 9, To: 6} },
		planning.LongerThanDay:  func(p *planning.Problem) { p.Workshops[0].LengthMinutes = 600 },
		planning.LongerThanHalf: func(p *planning.Problem) { p.Workshops[0].LengthMinutes = 300 },
		planning.LockedNowhere: func(p *planning.Problem) {
			p.Current[0].Workshop = "yoga"
			lock(p, true, false, 0)
		},
		planning.LockedBadStart: func(p *planning.Problem) {
			p.Current[0].Start++
			lock(p, true, false, 0)
		},
		planning.LockedBadRoom: func(p *planning.Problem) {
			p.Current[0].Room = "cave"
			lock(p, false, true, 0)
		},
		planning.LockedUnled: func(p *planning.Problem) {
			p.Facilitators[1].Available = []planning.Span{{Start: 13 * 60, End: 18 * 60}}
			lock(p, true, false, 2)
		},
		planning.LockedTogether: func(p *planning.Problem) {
			p.Workshops[0].Facilitators = []string{"maud"}
			lock(p, true, false, 0, 1)
		},
		planning.LockedOneRoom: func(p *planning.Problem) {
			p.Current[1].Room = "grande"
			lock(p, true, true, 0, 1)
		},
		planning.LockedTwice: func(p *planning.Problem) {
			p.Current[2].Start = 14*60 + 30
			lockChildren(p, 0, "kenza")
			lockChildren(p, 2, "kenza")
		},
		planning.LockedUnasked: func(p *planning.Problem) {
			p.Requests = p.Requests[1:]
			lockChildren(p, 0, "kenza")
		},
		planning.LockedUnfit: func(p *planning.Problem) {
			p.Workshops[0].Grades, p.Children[1].Grade = []planning.Grade{"CE1"}, "CP"
			lockChildren(p, 0, "louise")
		},
		planning.LockedAway: func(p *planning.Problem) {
			p.Children[1].Available = []planning.Span{{Start: 9 * 60, End: 12 * 60}}
			lockChildren(p, 0, "louise")
		},
		planning.LockedApart: func(p *planning.Problem) {
			p.Apart = []planning.Pair{{"louise", "kenza"}}
			lockChildren(p, 0, "kenza", "louise")
		},
		planning.LockedSpan: func(p *planning.Problem) {
			p.Workshops[0].MaxGradeSpan, p.Children[1].Grade = new(int), "CP"
			lockChildren(p, 0, "kenza", "louise")
		},
		planning.LockedTooMany: func(p *planning.Problem) {
			p.Workshops[0].Max, p.Workshops[0].Places = 1, 4
			lockChildren(p, 0, "kenza", "louise")
		},
		planning.LockedTooFew: func(p *planning.Problem) {
			p.Requests = slices.DeleteFunc(p.Requests, func(r planning.Request) bool { return r.Workshop == "art" })
			lock(p, true, false, 0)
		},
		planning.LockedManyGroups: func(p *planning.Problem) {
			p.Workshops[0].MaxGroups = 1
			lock(p, true, false, 0, 1)
		},
		planning.LockedTrips: func(p *planning.Problem) {
			p.Escorts.TripsPerStart = 1
			lockChildren(p, 0, "kenza", "louise")
			lockChildren(p, 1, "rayan")
		},
	} {
		p := lockable()
		spoil(p)
		if refused, found, _ := faultsOf(p); len(refused) > 0 || !slices.Equal(found, []planning.FaultCode{code}) {
			t.Errorf("%s: refused for %v, found %v", code, refused, found)
		}
	}
}

func TestWarningsAreToldAndTheRestIsPlanned(t *testing.T) {
	for code, spoil := range map[planning.FaultCode]func(p *planning.Problem){
		planning.NobodyGives:    func(p *planning.Problem) { p.Workshops[0].Facilitators = nil },
		planning.NobodyFree:     func(p *planning.Problem) { p.Facilitators[1].Available = nil },
		planning.NoRoomLarge:    func(p *planning.Problem) { p.Workshops[0].Places = 10 },
		planning.NoStart:        func(p *planning.Problem) { p.Workshops[0].Earliest, p.Workshops[0].Latest = 900, 840 },
		planning.NoGroupAllowed: func(p *planning.Problem) { p.Workshops[1].MaxGroups = 0 },
		planning.NeverFree:      func(p *planning.Problem) { p.Children[4].Available = nil },
		planning.NeverFreeThen:  func(p *planning.Problem) { p.Children[4].Available = []planning.Span{{Start: 600, End: 660}} },
		planning.NotForChild: func(p *planning.Problem) {
			p.Workshops[0].Ages, p.Children[4].Age = &planning.Ages{From: 6, To: 16}, new(int)
		},
		planning.TooFewRequests: func(p *planning.Problem) { p.Workshops[1].Min, p.Workshops[1].Max = 6, 8 },
		planning.RequestsWithout: func(p *planning.Problem) {
			p.Workshops = append(p.Workshops, planning.Workshop{ID: "yoga", LengthMinutes: 60, Min: 1, Max: 2})
		},
		planning.CurrentNowhere: func(p *planning.Problem) { p.Current[0].Workshop = "yoga" },
		planning.CurrentBroken:  func(p *planning.Problem) { p.Current[0].Room = "cave" },
	} {
		p := lockable()
		if code != planning.CurrentNowhere && code != planning.CurrentBroken {
			p.Current = nil
		}
		spoil(p)
		refused, obstacles, found := faultsOf(p)
		if code == planning.TooFewRequests || code == planning.NoRoomLarge { // said besides, for the same workshop
			found = slices.DeleteFunc(found, func(c planning.FaultCode) bool { return c != code })
		}
		if len(refused)+len(obstacles) > 0 || !slices.Equal(found, []planning.FaultCode{code}) {
			t.Errorf("%s: refused for %v %v, found %v", code, refused, obstacles, found)
		}
	}
}
