package registry

import (
	"bytes"
	"cmp"
	"sync"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fold"
)

// ChildName is a child as lists name it. Screens show the first name and the initial, papers of the child the whole.
type ChildName struct {
	ID          data.ID[data.Child]
	First, Last string
}

// WorkshopName is a workshop as lists name it: its colour and pictogram come with its name.
type WorkshopName struct {
	ID         data.ID[data.Workshop]
	Name       string // the short name when the workshop has one
	Discipline data.Discipline
	Format     data.Format
}

// GroupName is a group as lists name it. In a workshop that receives one child at a time, Child is that child: it
// stands on screen in place of the group's own name. It is zero otherwise.
type GroupName struct {
	ID       data.ID[data.Group]
	CycleID  data.ID[data.Cycle]
	Workshop WorkshopName
	Cycle    string
	Group    string
	Child    ChildName
}

// Adult is a member of the team or a facilitator as screens and papers name them.
type Adult struct {
	Name       string
	Profession string      // of a facilitator
	Role       data.Role   // of a member
	Feminine   data.Answer // chooses the words that agree
	Phone      string
}

func childName(c *data.Child) ChildName { return ChildName{c.ID, c.FirstName, c.LastName} }

func workshopName(w *data.Workshop) WorkshopName {
	return WorkshopName{w.ID, cmp.Or(w.ShortName, w.Name), w.Discipline, w.Format}
}

func memberAdult(m *data.Member) Adult {
	return Adult{Name: m.FullName(), Role: m.Role, Feminine: m.Feminine, Phone: m.Phone}
}

func facilitatorAdult(f *data.Facilitator) Adult {
	return Adult{Name: f.FullName(), Profession: f.Profession, Feminine: f.Feminine, Phone: f.Phone}
}

// rowOr is the kept record, for reading, or an empty one. The lock is held.
func rowOr[T any](t *Table[T], id data.ID[T]) *T {
	if row, ok := t.rows[id]; ok {
		return row
	}
	return new(T)
}

// shownYear is the school year on screen: the one chosen in the settings, else that of today. The lock is held.
func (r *Registry) shownYear(today data.Date) int {
	return cmp.Or(r.settingsNow().SchoolYear, int(calendar.SchoolYearOf(today)))
}

// folds keeps the folded form of names, which sorting and searching ask for again and again.
type folds struct {
	mu   sync.Mutex
	kept map[string]string
}

// mostFolds bounds the memory of folds: more names than any town has children.
const mostFolds = 50_000

func (f *folds) of(s string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if folded, ok := f.kept[s]; ok {
		return folded
	}
	if f.kept == nil || len(f.kept) > mostFolds {
		f.kept = map[string]string{}
	}
	folded := fold.Text(s)
	f.kept[s] = folded
	return folded
}

// compare orders two names as a French index does.
func (f *folds) compare(a, b string) int {
	if a == b {
		return 0
	}
	return fold.CompareFolded(f.of(a), f.of(b), a, b)
}

// byFirstName and byLastName order children; the id settles between two of the same name.
func (r *Registry) byFirstName(a, b ChildName) int {
	if c := r.folds.compare(a.First, b.First); c != 0 {
		return c
	}
	return cmp.Or(r.folds.compare(a.Last, b.Last), compareIDs(a.ID, b.ID))
}

func (r *Registry) byLastName(a, b ChildName) int {
	if c := r.folds.compare(a.Last, b.Last); c != 0 {
		return c
	}
	return cmp.Or(r.folds.compare(a.First, b.First), compareIDs(a.ID, b.ID))
}

func compareIDs[T any](a, b data.ID[T]) int { return bytes.Compare(a[:], b[:]) }
