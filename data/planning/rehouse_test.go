package planning

import "testing"

func TestGroupsThatStayAtTheirHourGetTheirRoomAndTheirFacilitatorBack(t *testing.T) {
	all := []Span{{9 * 60, 18 * 60}}
	workshop := func(id string) Workshop {
		return Workshop{ID: id, LengthMinutes: 60, Min: 1, Max: 7, MaxGroups: 2, Facilitators: []string{"f1", "f2"}}
	}
	group := func(id, room, leader string, start Time) Group {
		return Group{ID: id, Workshop: "w" + id, Room: room, Facilitator: leader, Start: start, Children: []string{"c" + id}}
	}
	child := func(id string) Child { return Child{ID: id, Available: all} }
	p := Problem{
		Format: FormatProblem, StepMinutes: 30, Day: Day{Start: 9 * 60, End: 18 * 60},
		Rooms:        []Room{{"r1", 9}, {"r2", 9}},
		Facilitators: []Facilitator{{"f1", all}, {"f2", all}},
		Workshops:    []Workshop{workshop("w1"), workshop("w2"), workshop("w3")},
		Children:     []Child{child("c1"), child("c2"), child("c3")},
		Current:      []Group{group("1", "r1", "f1", 14*60), group("2", "r2", "f2", 14*60), group("3", "r1", "f1", 16*60)},
	}
	for _, id := range []string{"1", "2", "3"} {
		p.Requests = append(p.Requests, Request{Child: "c" + id, Workshop: "w" + id, Priority: Normal})
	}
	in, err := New(&p, "")
	if err != nil {
		t.Fatal(err)
	}
	// A search has exchanged what the first two had, and brought the third forward.
	groups := []Group{group("3", "r2", "f2", 15*60), group("1", "r2", "f2", 14*60), group("2", "r1", "f1", 14*60)}
	in.rehouse(groups)
	for i, want := range []Group{group("3", "r1", "f1", 15*60), group("1", "r1", "f1", 14*60), group("2", "r2", "f2", 14*60)} {
		if g := groups[i]; g.Room != want.Room || g.Facilitator != want.Facilitator {
			t.Errorf("group %s is in %s with %s, not in %s with %s", g.ID, g.Room, g.Facilitator, want.Room, want.Facilitator)
		}
	}
}
