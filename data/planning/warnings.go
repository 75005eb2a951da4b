package planning

import "slices"

// Warnings: the rest is planned all the same.
const (
	NobodyGives     FaultCode = "nobody-gives"     // workshop: no facilitator is named
	NobodyFree      FaultCode = "nobody-free"      // workshop: its facilitators are there at none of its hours
	NoRoomLarge     FaultCode = "no-room-large"    // workshop; Limit is the places it needs
	NoStart         FaultCode = "no-start"         // workshop: its hours leave it none
	NoGroupAllowed  FaultCode = "no-group-allowed" // workshop: at most 0 groups
	NeverFree       FaultCode = "never-free"       // child: no hour at all
	NeverFreeThen   FaultCode = "never-free-then"  // child, workshop: no hour when it can be given
	NotForChild     FaultCode = "not-for-child"    // child, workshop: grade or age
	TooFewRequests  FaultCode = "too-few-requests" // workshop; Count could come, Limit is its minimum
	CurrentNowhere  FaultCode = "current-nowhere"  // group of today whose workshop is no longer there
	CurrentBroken   FaultCode = "current-broken"   // group of today, with what no longer holds
	RequestsWithout FaultCode = "requests-without" // workshop that nobody asks for
)

// Warnings are the causes, known before any search, why some requests cannot be placed or some groups not kept. People
// are told them at once, each with what to do.
func Warnings(in *Instance) []Fault {
	f := &faults{in: in}
	for i := range in.workshops {
		f.warnWorkshop(&in.workshops[i])
	}
	for i := range in.children {
		f.warnChild(&in.children[i])
	}
	f.warnCurrent()
	return f.found
}

func (f *faults) warnWorkshop(w *workshop) {
	if len(w.requests) == 0 {
		f.add(RequestsWithout, w.ID)
		return
	}
	if w.MaxGroups == 0 {
		f.add(NoGroupAllowed, w.ID)
	}
	if len(w.rooms) == 0 && len(f.in.rooms) > 0 {
		f.counted(NoRoomLarge, 0, w.places(), w.ID)
	}
	switch {
	case len(w.facilitators) == 0:
		f.add(NobodyGives, w.ID)
	case len(w.starts) == 0:
		f.add(NoStart, w.ID)
	case !slices.ContainsFunc(w.starts, func(s int) bool { return len(f.in.leadersAt(w, f.in.starts[s])) > 0 }):
		f.add(NobodyFree, w.ID)
	}
	coming := 0
	for _, r := range w.requests {
		if len(f.in.requests[r].starts) > 0 {
			coming++
		}
	}
	if coming < w.Min && len(w.starts) > 0 {
		f.counted(TooFewRequests, coming, w.Min, w.ID)
	}
}

func (f *faults) warnChild(kid *child) {
	if len(kid.requests) == 0 {
		return
	}
	day := f.in.problem.Day
	if !slices.ContainsFunc(kid.Available, func(s Span) bool { return s.meets(Span{day.Start, day.End}) }) {
		f.add(NeverFree, kid.ID)
		return
	}
	for _, r := range kid.requests {
		asked := &f.in.requests[r]
		w := &f.in.workshops[asked.workshop]
		switch {
		case !asked.fits:
			f.add(NotForChild, kid.ID, w.ID)
		case len(asked.starts) == 0 && len(w.starts) > 0:
			f.add(NeverFreeThen, kid.ID, w.ID)
		}
	}
}

// warnCurrent says once a group what can no longer be held as it is today. A child who has left is no such thing.
func (f *faults) warnCurrent() {
	said := map[string]bool{}
	for _, v := range Check(f.in, &Plan{Groups: f.in.problem.Current}) {
		gone := v.Code == NoRequest || v.Code == UnknownChild
		if v.Severity != Impossible || gone || len(v.Groups) == 0 || said[v.Groups[0]] {
			continue
		}
		said[v.Groups[0]] = true
		if v.Code == UnknownWorkshop {
			f.add(CurrentNowhere, v.Groups[0], v.Workshop)
			continue
		}
		f.found = append(f.found, Fault{Code: CurrentBroken, About: []string{v.Groups[0]}, Start: v.Start, Count: v.Count, Limit: v.Limit, Broken: &v})
	}
}
