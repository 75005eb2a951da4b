package planning

import (
	"cmp"
	"slices"
)

// What makes a proposal impossible, although the plan of today can be shown and checked.
const (
	NoRequestAtAll   FaultCode = "no-request-at-all"
	NoRoomAtAll      FaultCode = "no-room-at-all"
	DayEndsFirst     FaultCode = "day-ends-first" // the day, or one of its breaks, ends before it starts
	BadBreak         FaultCode = "bad-break"      // Start
	BadHours         FaultCode = "bad-hours"      // child or facilitator, whose hours end before they start
	MinAboveMax      FaultCode = "min-above-max"  // workshop; Count is min, Limit is max
	BadSize          FaultCode = "bad-size"       // workshop: min under 1, or something negative
	BadAges          FaultCode = "bad-ages"       // workshop
	LongerThanDay    FaultCode = "longer-than-day"
	LongerThanHalf   FaultCode = "longer-than-half" // workshop: longer than every stretch between two breaks
	LockedNowhere    FaultCode = "locked-nowhere"   // group: its workshop is no longer there
	LockedBadStart   FaultCode = "locked-bad-start" // group: no group of the workshop may start then
	LockedBadRoom    FaultCode = "locked-bad-room"  // group, room: gone, or too small
	LockedUnled      FaultCode = "locked-unled"     // group: nobody who can give it is free then
	LockedTogether   FaultCode = "locked-together"  // groups held at once, with too few rooms or facilitators for all
	LockedOneRoom    FaultCode = "locked-one-room"  // room, two groups held in it at once
	LockedTwice      FaultCode = "locked-twice"     // child, two groups: at once, or of one workshop
	LockedUnasked    FaultCode = "locked-unasked"   // group, child: there is no request any more
	LockedUnfit      FaultCode = "locked-unfit"     // group, child: neither the grade nor the age of the workshop
	LockedAway       FaultCode = "locked-away"      // group, child: cannot come at the locked hour
	LockedApart      FaultCode = "locked-apart"     // group, two children
	LockedSpan       FaultCode = "locked-span"      // group
	LockedTooMany    FaultCode = "locked-too-many"  // group; more children locked than places
	LockedTooFew     FaultCode = "locked-too-few"   // group; fewer children could come than its minimum
	LockedManyGroups FaultCode = "locked-many-groups"
	LockedTrips      FaultCode = "locked-trips" // Start
)

// Obstacles are the faults that no proposal can get around: the search refuses to begin, as a *SetupError. Checking a
// plan goes on working.
func Obstacles(in *Instance) []Fault {
	f := &faults{in: in}
	p := in.problem
	if len(p.Requests) == 0 {
		f.add(NoRequestAtAll)
	}
	if len(p.Rooms) == 0 {
		f.add(NoRoomAtAll)
	}
	f.day()
	for i := range in.workshops {
		f.workshop(&in.workshops[i])
	}
	f.hours()
	f.locks()
	return f.found
}

type faults struct {
	in    *Instance
	found []Fault
}

func (f *faults) add(code FaultCode, about ...string) {
	f.found = append(f.found, Fault{Code: code, About: about})
}

func (f *faults) counted(code FaultCode, count, limit int, about ...string) {
	f.found = append(f.found, Fault{Code: code, About: about, Count: count, Limit: limit})
}

func (f *faults) at(code FaultCode, start Time, about ...string) {
	f.found = append(f.found, Fault{Code: code, About: about, Start: start})
}

func (f *faults) day() {
	day := f.in.problem.Day
	if day.End <= day.Start {
		f.add(DayEndsFirst)
	}
	for _, b := range day.Breaks {
		if b.End <= b.Start {
			f.at(BadBreak, b.Start)
		}
	}
}

func (f *faults) workshop(w *workshop) {
	day := f.in.problem.Day
	negative := w.MaxGroups < 0 || w.Places < 0 || w.LengthMinutes < 1 || w.span < 0
	switch {
	case w.Min < 1 || w.Max < 1 || negative:
		f.add(BadSize, w.ID)
	case w.Min > w.Max:
		f.counted(MinAboveMax, w.Min, w.Max, w.ID)
	}
	if w.Ages != nil && w.Ages.From > w.Ages.To {
		f.counted(BadAges, w.Ages.From, w.Ages.To, w.ID)
	}
	if day.End <= day.Start {
		return
	}
	longest := f.in.longestStretch()
	switch {
	case w.LengthMinutes > int(day.End-day.Start):
		f.counted(LongerThanDay, w.LengthMinutes, int(day.End-day.Start), w.ID)
	case w.LengthMinutes > longest:
		f.counted(LongerThanHalf, w.LengthMinutes, longest, w.ID)
	}
}

// longestStretch is the longest part of the day without a break, in minutes.
func (in *Instance) longestStretch() int {
	day := in.problem.Day
	breaks := slices.Clone(day.Breaks)
	slices.SortFunc(breaks, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	longest, from := Time(0), day.Start
	for _, b := range append(breaks, Span{day.End, day.End}) {
		longest = max(longest, min(b.Start, day.End)-from)
		from = max(from, b.End)
	}
	return int(longest)
}

func (f *faults) hours() {
	upsideDown := func(s Span) bool { return s.End <= s.Start }
	for i := range f.in.facilitators {
		if slices.ContainsFunc(f.in.facilitators[i].Available, upsideDown) {
			f.add(BadHours, f.in.facilitators[i].ID)
		}
	}
	for i := range f.in.children {
		if slices.ContainsFunc(f.in.children[i].Available, upsideDown) {
			f.add(BadHours, f.in.children[i].ID)
		}
	}
}
