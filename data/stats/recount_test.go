package stats_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/data/stats"
)

var today = data.NewDate(2027, 1, 15)

// town is a sample town, as typed and as an opened file.
func town(t testing.TB, o sample.Options) (sample.Town, *registry.Registry) {
	t.Helper()
	o.Today = today
	made, err := sample.New(o)
	if err != nil {
		t.Fatal(err)
	}
	world := registry.World{Today: func() data.Date { return today }, Random: rand.NewChaCha8([32]byte{1})}
	r, err := registry.Open(mem.New(), world)
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Keep(r); err != nil {
		t.Fatal(err)
	}
	return made, r
}

// recount counts from the records as they were typed, one loop a figure, knowing nothing of how the figures are made.
type recount struct {
	sample.Town
	from, to data.Date
	cycles   map[data.ID[data.Cycle]]bool
}

func recountOf(t sample.Town, year int) recount {
	n := recount{t, data.NewDate(year, 9, 1), data.NewDate(year+1, 8, 31), map[data.ID[data.Cycle]]bool{}}
	for _, c := range t.Cycles {
		if c.SchoolYear == year {
			n.cycles[c.ID] = true
		}
	}
	return n
}

func (n recount) followed() (out []data.Child) {
	for _, c := range n.Children {
		began, ended := begins(c), c.Pathway.EndedOn
		is := !began.IsZero() && began <= n.to && began <= today && (ended.IsZero() || ended >= n.from)
		for _, e := range n.Enrollments {
			is = is || e.ChildID == c.ID && e.State != data.Waiting && n.cycles[e.CycleID]
		}
		if is {
			out = append(out, c)
		}
	}
	return out
}

func (n recount) sessions() (held, cancelled, unsaid int) {
	for _, s := range n.Sessions {
		if !n.cycles[s.CycleID] || s.Date > today {
			continue
		}
		marked := false
		for _, a := range n.Attendance {
			marked = marked || a.ID == data.ID[data.Attendance](s.ID) && len(a.Marks) > 0
		}
		switch {
		case s.State == data.SessionCancelled:
			cancelled++
		case s.State == data.SessionHeld || marked:
			held++
		default:
			unsaid++
		}
	}
	return held, cancelled, unsaid
}

func (n recount) presences() (came, counted int) {
	for _, s := range n.Sessions {
		if !n.cycles[s.CycleID] || s.State == data.SessionCancelled || s.Date > today {
			continue
		}
		for _, a := range n.Attendance {
			if a.ID != data.ID[data.Attendance](s.ID) {
				continue
			}
			for _, m := range a.Marks {
				if m.Mark.Came() {
					came++
				}
				if m.Mark.Counts() {
					counted++
				}
			}
		}
	}
	return came, counted
}

func (n recount) bilansDone() (done int) {
	for _, b := range n.Bilans {
		if n.cycles[b.CycleID] && b.State == data.BilanFinal {
			done++
		}
	}
	return done
}

func TestFiguresAreThoseOfANaiveRecount(t *testing.T) {
	for seed := range uint64(3) {
		made, r := town(t, sample.Options{Seed: seed + 1, Children: 60 + int(seed)*20})
		for _, year := range []int{2025, 2026} {
			f, n := r.ActivityReport(year).Figures, recountOf(made, year)
			followed := n.followed()
			held, cancelled, unsaid := n.sessions()
			came, counted := n.presences()
			families := map[data.ID[data.Family]]bool{}
			girls, area, sixToTen, language := 0, 0, 0, 0
			for _, c := range followed {
				families[c.FamilyID] = true
				if c.Sex == data.Girl {
					girls++
				}
				if c.PriorityArea == data.Yes {
					area++
				}
				if age := c.BirthDate.AgeOn(data.NewDate(year, 12, 31)); age >= 6 && age <= 10 {
					sixToTen++
				}
				if strings.Contains(strings.Join(c.Fragilities, ","), "langage") {
					language++
				}
			}
			reason := 0
			for _, row := range f.Reasons.Rows {
				if strings.EqualFold(row.Text, "langage") {
					reason = row.N
				}
			}
			got := [13]int{f.Children.N, f.Families.N, f.Sex.Of(int(data.Girl)).N, f.Area.Of(int(data.Yes)).N, f.Ages[1].Both.N, reason,
				f.All.Sessions.Held, f.All.Sessions.Cancelled, f.All.Sessions.Unsaid, f.All.Came, f.All.Counted, f.All.Bilans.Done, f.Entries.N}
			want := [13]int{len(followed), len(families), girls, area, sixToTen, language, held, cancelled, unsaid, came, counted, n.bilansDone(), n.entries()}
			if got != want {
				t.Errorf("seed %d, %d: %v, want %v", seed+1, year, got, want)
			}
		}
	}
}

// begins is the day a pathway began: the commission's yes, when no other day was typed.
func begins(c data.Child) data.Date {
	if c.Pathway.StartedOn != 0 || c.Pathway.Decision != data.DecisionFavourable {
		return c.Pathway.StartedOn
	}
	return c.Pathway.CommissionOn
}

func (n recount) entries() (entries int) {
	for _, c := range n.Children {
		if on := begins(c); on >= n.from && on <= min(n.to, today) {
			entries++
		}
	}
	return entries
}

// TestPartsOfFiguresMakeTheirWhole holds for the sample town in every one of its years, masked or not.
func TestPartsOfFiguresMakeTheirWhole(t *testing.T) {
	_, r := town(t, sample.Options{Seed: 7, Children: 120, Years: 3})
	for _, year := range r.ReportYears() {
		f := r.ActivityReport(year).Figures
		for name, l := range map[string]stats.List{"sex": f.Sex, "area": f.Area, "network": f.Network, "eligible": f.Eligible, "grades": f.Grades,
			"spotted": f.Spotted, "exits": f.Exits, "lengths": f.Lengths, "running": f.Running, "examined": f.Examined} {
			sum := l.Unsaid.N
			for _, row := range l.Rows {
				sum += row.N
			}
			if sum != l.Whole.N {
				t.Errorf("%d, %s: %d of %d", year, name, sum, l.Whole.N)
			}
		}
		ages := 0
		for _, a := range f.Ages {
			ages += a.Both.N
		}
		if ages != f.Children.N || f.Sex.Whole.N != f.Children.N || f.Lengths.Whole.N != f.Exits.Whole.N {
			t.Errorf("%d: ages make %d, sexes %d of %d children", year, ages, f.Sex.Whole.N, f.Children.N)
		}
		if f.Children.N < 20 {
			t.Errorf("%d: only %d children, the test proves little", year, f.Children.N)
		}
		masked := f.Masked(5)
		if masked.Children.N != f.Children.N {
			t.Errorf("%d: the children of the year are hidden, or changed", year)
		}
	}
}

func BenchmarkFiguresOfThreeThousandChildren(b *testing.B) {
	_, r := town(b, sample.Options{Seed: 1, Children: 3000})
	b.ResetTimer()
	for b.Loop() {
		if v := r.ActivityReport(2026); v.Figures.Children.N < 1000 {
			b.Fatal("a small town")
		}
	}
}

func BenchmarkMaskingOfThreeThousandChildren(b *testing.B) {
	_, r := town(b, sample.Options{Seed: 1, Children: 3000})
	f := r.ActivityReport(2026).Figures
	for b.Loop() {
		f.Masked(5)
	}
}
