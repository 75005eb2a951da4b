package registry

import (
	"cmp"
	"slices"
	"strings"

	"mercredi/data"
)

// CommissionRow is a meeting of the commission in a list.
type CommissionRow struct {
	ID      data.ID[data.Commission]
	On      data.Date
	Start   data.TimeOfDay
	Place   string
	Cases   int
	Decided int
	Past    bool // the day has come
}

// CommissionRows lists the meetings, the latest first.
func (r *Registry) CommissionRows() []CommissionRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var rows []CommissionRow
	for _, c := range r.Commissions.rows {
		if c.Archived {
			continue
		}
		row := CommissionRow{ID: c.ID, On: c.On, Start: c.Start, Place: c.Place, Past: c.On <= r.world.Today()}
		for _, x := range r.casesOfCommission.rows[c.ID] {
			row.Cases++
			if x.Decision != data.DecisionPending {
				row.Decided++
			}
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b CommissionRow) int { return cmp.Or(cmp.Compare(b.On, a.On), compareIDs(a.ID, b.ID)) })
	return rows
}

// CaseRow is a situation on the agenda, for the screen.
type CaseRow struct {
	data.CommissionCase
	Child ChildName
}

// CommissionAgenda is the situations of a meeting by number, for the screen. Each is a copy of its own.
func (r *Registry) CommissionAgenda(id data.ID[data.Commission]) []CaseRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var rows []CaseRow
	for _, c := range r.casesInOrder(id) {
		rows = append(rows, CaseRow{r.CommissionCases.copy(c), childName(rowOr(r.Children, c.ChildID))})
	}
	return rows
}

// CommissionWords say how a paper of the commission names people. Person stands in place of a name that is not the
// reader's to know, Child in place of the name of the child in an anonymous paper.
type CommissionWords struct {
	Anonymous     bool
	Person, Child string
}

// CommissionView is a meeting as its notice and its minutes show it. Children appear by their initials or, in an
// anonymous paper, by the number of the situation alone: nobody is named there, no school either.
type CommissionView struct {
	Letterhead
	Today     data.Date
	Reference string
	Meeting   data.Commission
	Anonymous bool
	Cases     []CaseLine
	Hidden    int // names that were typed in texts and replaced
}

// CaseLine is one situation on a paper of the meeting.
type CaseLine struct {
	ChildID  data.ID[data.Child] // for the journal, never printed
	Number   int
	Initials string // "L. K."; "" when anonymous
	Band     data.AgeBand
	Age      int // -1 when not known, or anonymous
	Grade    data.Grade
	School   string // "" when anonymous
	data.CommissionCase
}

// CommissionView shows a meeting; false when there is none.
func (r *Registry) CommissionView(id data.ID[data.Commission], words CommissionWords) (CommissionView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	kept, ok := r.Commissions.rows[id]
	if !ok {
		return CommissionView{}, false
	}
	v := CommissionView{
		Letterhead: r.letterhead(), Today: r.world.Today(), Reference: id.Reference(), Meeting: r.Commissions.copy(kept),
		Anonymous: words.Anonymous,
	}
	hide := r.discretion(words)
	v.Meeting.Notes = hide.others.text(0, 0, v.Meeting.Notes)
	if words.Anonymous {
		v.Meeting.Chair, v.Meeting.Secretary = "", ""
		for i, x := range v.Meeting.Invited {
			v.Meeting.Invited[i].Name, v.Meeting.Invited[i].Structure = "", hide.others.text(0, 0, x.Structure)
		}
		v.Meeting.Invited = slices.DeleteFunc(v.Meeting.Invited, data.Invitee.IsZero)
	}
	for _, c := range r.casesInOrder(id) {
		v.Cases = append(v.Cases, r.caseLine(hide, c, kept.On))
	}
	v.Hidden = hide.hidden()
	return v, true
}

// caseLine is one situation, its texts discreet. The lock is held.
func (r *Registry) caseLine(hide *discretion, kept *data.CommissionCase, on data.Date) CaseLine {
	child := rowOr(r.Children, kept.ChildID)
	age := child.BirthDate.AgeOn(on)
	line := CaseLine{
		ChildID: kept.ChildID, Number: kept.Order, Band: data.AgeBandOf(age), Age: -1, CommissionCase: r.CommissionCases.copy(kept),
	}
	c := &line.CommissionCase
	if hide.words.Anonymous {
		c.Presenter = ""
	} else {
		line.Initials, line.Age = strings.TrimSpace(dotted(child.FirstName)+" "+dotted(child.LastName)), age
		line.Grade, line.School = child.Grade, rowOr(r.Schools, child.SchoolID).Name
	}
	say := hide.of(child)
	for _, text := range []*string{&c.Question, &c.Facts, &c.Tried, &c.FamilyWords, &c.DecisionNote} {
		*text = say(*text)
	}
	for i, a := range c.Actions {
		c.Actions[i].What = say(a.What)
		if hide.words.Anonymous {
			c.Actions[i].Who = say(a.Who)
		}
	}
	return line
}

func dotted(name string) string {
	if letter := initial(strings.TrimSpace(name)); letter != "" {
		return letter + "."
	}
	return ""
}

// discretion writes texts of a commission so that readers from outside do not learn the name of a child. A paper that is
// not anonymous still names adults: they decide there. It knows the names that are in records, no other.
type discretion struct {
	words  CommissionWords
	others *masking
	own    []*masking // of each child whose texts were written
}

// hidden is how many names were replaced so far.
func (d *discretion) hidden() int {
	n := len(d.others.mentions)
	for _, m := range d.own {
		n += len(m.mentions)
	}
	return n
}

// discretion knows everybody who is not to be named. The lock is held.
func (r *Registry) discretion(words CommissionWords) *discretion {
	m := emptyMasking(words.Person)
	for _, c := range r.Children.rows {
		if words.Anonymous {
			m.person(c.FirstName, c.LastName, MentionChild)
			continue
		}
		// A first name alone is also that of many adults who sit there.
		m.name(c.FullName(), MentionChild, true)
		m.name(c.LastName+" "+c.FirstName, MentionChild, true)
	}
	if words.Anonymous {
		r.maskAdults(m)
		r.maskOutsiders(m)
		for _, x := range r.Members.rows {
			m.person(x.FirstName, x.LastName, MentionOutsider)
		}
		for _, meeting := range r.Commissions.rows {
			for _, x := range meeting.Invited {
				m.name(x.Name, MentionOutsider, true)
			}
		}
		for _, s := range r.Schools.rows {
			m.name(s.Name, MentionOutsider, true)
		}
	}
	m.ready()
	return &discretion{words: words, others: m}
}

func (r *Registry) maskAdults(m *masking) {
	for _, f := range r.Families.rows {
		for _, g := range f.Guardians {
			m.person(g.FirstName, g.LastName, MentionAdult)
		}
	}
}

// emptyMasking knows nobody yet.
func emptyMasking(mask string) *masking {
	return &masking{mask: mask, shown: map[string]bool{}, own: map[string]bool{}, names: map[string]*spelling{}, byFirst: map[string][]*spelling{}}
}

// of is how the texts about one child are written: its own name becomes initials, or the word for a child.
func (d *discretion) of(c *data.Child) func(string) string {
	var own []*masking
	for _, x := range [][2]string{
		{c.FullName(), dotted(c.FirstName) + " " + dotted(c.LastName)}, {c.LastName + " " + c.FirstName, dotted(c.FirstName) + " " + dotted(c.LastName)},
		{c.FirstName, dotted(c.FirstName)}, {c.LastName, dotted(c.LastName)},
	} {
		mask := strings.TrimSpace(x[1])
		if d.words.Anonymous {
			mask = d.words.Child
		}
		m := emptyMasking(mask)
		m.name(x[0], MentionChild, true)
		m.ready()
		own = append(own, m)
	}
	d.own = append(d.own, own...)
	return func(text string) string {
		for _, m := range own {
			text = m.text(0, 0, text)
			text = strings.ReplaceAll(text, m.mask+".", strings.TrimSuffix(m.mask, ".")+".") // the full stop that ends a sentence
		}
		return d.others.text(0, 0, text)
	}
}
