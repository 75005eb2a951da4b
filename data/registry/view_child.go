package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// ChildFile is the file of one child: who, where on the way, what is next, what may be shared.
type ChildFile struct {
	Child       ChildName
	Archived    bool
	Sex         data.Sex
	BirthDate   data.Date
	Age         int // -1 when not known
	Grade       data.Grade
	SchoolID    data.ID[data.School]
	School      string
	SchoolKind  data.SchoolKind
	SchoolPhone string
	Network     data.Network
	Area        data.Answer
	Eligibility data.Eligibility
	KeyWorkerID data.ID[data.Member]
	KeyWorker   Adult
	Fragilities []string
	Strengths   []string
	PickUp      string
	Notes       string
	Step        ChildStep
	Pathway     data.Pathway
	Steps       []PathwayStep
	ToDo        []NextThing // most pressing first
	Workshops   []ChildWorkshop
	Earlier     []ChildWorkshop // other school years, latest first
	Regularity  data.Regularity // of the year on screen
	News        []News          // latest first
	Consents    []ConsentRow
	Family      FamilySheet // without id when there is none
	Evaluations []ChildEvaluations
	Documents   []ChildDocument
}

// ChildWorkshop is a place, or a wait, of the child.
type ChildWorkshop struct {
	Enrollment    data.ID[data.Enrollment]
	Group         GroupName // without group on the waiting list
	SchoolYear    int
	State         data.EnrollmentState
	Here          bool // in the group today, or to come
	RequestedOn   data.Date
	From, Until   data.Date
	LeaveReason   string
	Warnings      []data.Warning
	Start         data.TimeOfDay
	LengthMinutes int
	First, Last   data.Date // sessions of the group
	Done, Of      int       // sessions of the group that are past, of all; cancelled ones count
	Facilitator   Adult
	Room          string
	data.Regularity
	Low      bool
	InARow   int
	Mid, End BilanProgress
}

// ConsentRow is a consent and where it stands today.
type ConsentRow struct {
	data.Consent
	State data.ConsentState
}

// ChildEvaluations are the readings of a child's skills in one cycle.
type ChildEvaluations struct {
	Group    GroupName
	Rubric   string
	Levels   []string
	Skills   []SkillRow
	Comments []EvaluationComment
}

// EvaluationComment is what somebody added to an evaluation.
type EvaluationComment struct {
	Moment    data.Moment
	Viewpoint data.Viewpoint
	On        data.Date
	Text      string
}

// ChildDocument is a bilan of the child.
type ChildDocument struct {
	ID      data.ID[data.Bilan]
	Group   GroupName
	CycleID data.ID[data.Cycle]
	Moment  data.Moment
	State   data.BilanState
	SavedOn data.Date
	FinalOn data.Date
}

// ChildFile is the file of one child as one member of the team sees it: private notes are for their author alone.
// It is false when the child does not exist.
func (r *Registry) ChildFile(id data.ID[data.Child], viewer data.ID[data.Member]) (ChildFile, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	c, ok := r.Children.rows[id]
	if !ok {
		return ChildFile{}, false
	}
	today := r.world.Today()
	f := r.fileHeader(c, today)
	l := &life{}
	readings := r.placesInFile(&f, c, l, today)
	r.addClashes(map[data.ID[data.Child]]*life{id: l}, today)
	f.Step, f.Regularity = stepOf(c, l, today), l.Regularity
	f.ToDo = todoOf(c, l, f.Step, today)
	f.Steps = pathwaySteps(&f)
	r.newsOf(&f, viewer)
	r.evaluationsOf(&f, readings)
	for _, x := range latestConsents(c, today) {
		f.Consents = append(f.Consents, ConsentRow{x, x.On(today)})
	}
	return f, true
}

func (r *Registry) fileHeader(c *data.Child, today data.Date) ChildFile {
	school := rowOr(r.Schools, c.SchoolID)
	return ChildFile{
		Child: childName(c), Archived: c.Archived, Sex: c.Sex, BirthDate: c.BirthDate, Age: c.BirthDate.AgeOn(today),
		Grade: c.Grade, SchoolID: c.SchoolID, School: school.Name, SchoolKind: school.Kind, SchoolPhone: school.Phone,
		Network: school.Network, Area: c.PriorityArea, Eligibility: data.EligibilityOf(c, school),
		KeyWorkerID: c.KeyWorkerID, KeyWorker: memberAdult(rowOr(r.Members, c.KeyWorkerID)),
		Fragilities: slices.Clone(c.Fragilities), Strengths: slices.Clone(c.Strengths), PickUp: c.PickUp, Notes: c.Notes,
		Pathway: c.Pathway, Family: r.familySheet(c.FamilyID),
	}
}

// placesInFile fills the workshops of the child, and answers the groups that were read.
func (r *Registry) placesInFile(f *ChildFile, c *data.Child, l *life, today data.Date) []*reading {
	var readings []*reading
	year := r.shownYear(today)
	for _, e := range r.enrolledOfChild.of(c.ID) {
		cycle := rowOr(r.Cycles, e.CycleID)
		if e.Archived || cycle.Archived {
			continue
		}
		var w ChildWorkshop
		g, placed := r.Groups.rows[e.GroupID]
		if placed && e.State != data.Waiting {
			i := slices.IndexFunc(readings, func(x *reading) bool { return x.group.ID == g.ID })
			if i < 0 {
				readings = append(readings, r.read(g, today))
				i = len(readings) - 1
			}
			x := readings[i]
			row := &x.rows[slices.IndexFunc(x.rows, func(row readRow) bool { return row.child.ID == c.ID })]
			w = r.childWorkshop(x, row)
			if cycle.SchoolYear == year && row.stays[0] == e { // once a group, however often the child came back
				r.live(l, x, row)
			}
		} else {
			w.Group = GroupName{CycleID: cycle.ID, Workshop: workshopName(rowOr(r.Workshops, cycle.WorkshopID)), Cycle: cycle.Name}
			if cycle.SchoolYear == year && cycle.State != data.CycleClosed {
				n := r.countPlaces(cycle, today)
				l.waiting, l.free = append(l.waiting, w.Group.Workshop), max(l.free, n.Capacity-n.Enrolled)
			}
		}
		w.Enrollment, w.SchoolYear, w.State, w.RequestedOn = e.ID, cycle.SchoolYear, e.State, e.RequestedOn
		w.From, w.Until, w.LeaveReason, w.Warnings = e.From, e.Until, e.LeaveReason, slices.Clone(e.Warnings)
		w.Here = e.State == data.Enrolled && (e.Until.IsZero() || today <= e.Until)
		if cycle.SchoolYear == year {
			f.Workshops = append(f.Workshops, w)
		} else {
			f.Earlier = append(f.Earlier, w)
		}
	}
	slices.SortFunc(f.Workshops, func(a, b ChildWorkshop) int {
		return cmp.Or(lastly(!a.Here, !b.Here), r.byGroup(a.Group, b.Group), compareIDs(a.Enrollment, b.Enrollment))
	})
	slices.SortFunc(f.Earlier, func(a, b ChildWorkshop) int {
		return cmp.Or(cmp.Compare(b.Last, a.Last), r.byGroup(a.Group, b.Group), compareIDs(a.Enrollment, b.Enrollment))
	})
	return readings
}

func (r *Registry) childWorkshop(x *reading, row *readRow) ChildWorkshop {
	w := ChildWorkshop{
		Group: x.name(), Start: x.group.Start, LengthMinutes: x.group.LengthMinutes,
		Facilitator: facilitatorAdult(rowOr(r.Facilitators, x.group.FacilitatorID)),
		Room:        rowOr(r.Rooms, x.group.RoomID).Name,
		Regularity:  row.Regularity, Low: r.low(row.Regularity), InARow: row.inARow,
		Mid: r.progress(x, row, data.MomentMid), End: r.progress(x, row, data.MomentEnd), Of: len(x.sessions),
	}
	for _, s := range x.sessions {
		if s.Date <= x.today {
			w.Done++
		}
	}
	if n := len(x.sessions); n > 0 {
		w.First, w.Last = x.sessions[0].Date, x.sessions[n-1].Date
	}
	return w
}

// evaluationsOf fills what was read of the child's skills, and the documents: latest cycle first.
func (r *Registry) evaluationsOf(f *ChildFile, readings []*reading) {
	slices.SortFunc(readings, func(a, b *reading) int {
		return cmp.Or(cmp.Compare(b.cycle.Rule.First, a.cycle.Rule.First), r.byGroup(a.name(), b.name()))
	})
	var seen []data.ID[data.Cycle]
	for _, x := range readings {
		of := childInCycle{f.Child.ID, x.cycle.ID}
		if slices.Contains(seen, x.cycle.ID) {
			continue
		}
		seen = append(seen, x.cycle.ID)
		for _, b := range r.bilansOf.of(of) {
			if !b.Archived {
				f.Documents = append(f.Documents, ChildDocument{b.ID, x.name(), x.cycle.ID, b.Moment, b.State, b.SavedOn, b.FinalOn})
			}
		}
		all := r.evaluated.of(of)
		if len(all) == 0 {
			continue
		}
		rubric := r.gridOf(x.cycle.ID)
		v := ChildEvaluations{
			Group: x.name(), Rubric: rubric.Name, Levels: slices.Clone(rubric.Levels), Skills: r.skills(of, data.MomentEnd),
		}
		for _, e := range all {
			if e.Comment != "" && !e.Archived {
				v.Comments = append(v.Comments, EvaluationComment{e.Moment, e.Viewpoint, e.On, e.Comment})
			}
		}
		slices.SortFunc(v.Comments, func(a, b EvaluationComment) int {
			return cmp.Or(cmp.Compare(a.Moment, b.Moment), cmp.Compare(a.Viewpoint, b.Viewpoint))
		})
		f.Evaluations = append(f.Evaluations, v)
	}
	slices.SortStableFunc(f.Documents, func(a, b ChildDocument) int {
		return cmp.Or(cmp.Compare(cmp.Or(b.FinalOn, b.SavedOn), cmp.Or(a.FinalOn, a.SavedOn)), cmp.Compare(b.Moment, a.Moment))
	})
}
