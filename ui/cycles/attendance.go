package cycles

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// attendance is the tab « Présences »: the matrix, and three cards below it.
type attendance struct {
	page    *Group
	session data.ID[data.Session] // the one being entered
	legend  *kit.Legend
	matrix  *kit.Matrix
	state   gridState
	grid    *fyne.Container // the panel of the matrix, or what stands there when there is none
	cards   *fyne.Container
	root    *fyne.Container

	run  []step // what one « Annuler » takes back
	last time.Time
}

// step is one mark that was changed.
type step struct {
	session     data.ID[data.Session]
	child       data.ID[data.Child]
	before, now data.Mark
}

// together is how long after a mark the next one still belongs to the same « Annuler »: as long as a toast shows.
const together = 6 * time.Second

// tools are the marks, in the order of the legend.
var tools = []kit.Tool{
	{Label: "Présent", Key: 'P', Look: kit.CellLook{Kind: kit.MarkTick}},
	{Label: "Retard", Key: 'R', Look: kit.CellLook{Kind: kit.MarkClock}},
	{Label: "Absent excusé", Key: 'E', Look: kit.CellLook{Kind: kit.MarkLetter, Letter: "E"}},
	{Label: "Absent", Key: 'A', Look: kit.CellLook{Kind: kit.MarkCross}},
	{Label: "Non saisi", Look: kit.CellLook{Kind: kit.MarkEmpty}},
}

// markOf is the mark of a tool's key.
func markOf(key rune) data.Mark {
	switch key {
	case 'P':
		return data.Present
	case 'R':
		return data.Late
	case 'E':
		return data.Excused
	case 'A':
		return data.Absent
	}
	return data.NotEntered
}

func newAttendance(p *Group) *attendance {
	a := &attendance{page: p, legend: kit.NewLegend(tools)}
	a.choose()
	a.matrix = kit.NewMatrix(a.matrixParts())
	a.grid, a.cards = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1))
	wish := func() float32 {
		if a.state != full {
			return 0
		}
		return a.matrix.Wanted() - a.matrix.MinSize().Height
	}
	a.root = kit.Fit(look.Cards, wish, a.grid, a.cards)
	return a
}

func (a *attendance) content() fyne.CanvasObject { return a.root }

func (a *attendance) focus() { a.page.desk.Window.Canvas().Focus(a.matrix) }

// choose keeps the session being entered, or takes the one to look at first.
func (a *attendance) choose() {
	v := a.page.view
	if a.page.column(a.session) < 0 && v.Current >= 0 {
		a.session = v.Sessions[v.Current].ID
	}
}

// shown is the session being entered; false when there is none.
func (a *attendance) shown() (registry.GroupSession, bool) {
	i := a.page.column(a.session)
	if i < 0 {
		return registry.GroupSession{}, false
	}
	return a.page.view.Sessions[i], true
}

// missing counts the marks that are still empty in the session being entered.
func (a *attendance) missing() int {
	s, _ := a.shown()
	if s.State == data.SessionCancelled {
		return 0
	}
	return s.Missing
}

func (a *attendance) refresh() {
	a.choose()
	a.matrix.Set(a.matrixParts())
	kit.KeepFocus(a.root, func() {
		if state := a.stateOf(a.page.view); state != a.state {
			a.state = state
			kit.Replace(a.grid, kit.Panel(a.newGrid()))
		}
		kit.Replace(a.cards, a.newCards())
	})
	kit.Relayout(a.root)
}

// gridState is what stands in the upper panel.
type gridState int

const (
	unbuilt gridState = iota
	nobody
	noSession
	full
)

func (a *attendance) stateOf(v registry.GroupView) gridState {
	switch {
	case len(v.Rows) == 0:
		return nobody
	case len(v.Sessions) == 0:
		return noSession
	}
	return full
}

func (a *attendance) newGrid() fyne.CanvasObject {
	switch a.state {
	case nobody:
		return kit.EmptyState("users-round", "Aucun enfant dans ce groupe", "Inscrivez le premier pour noter ses présences.",
			kit.NewButton("Inscrire un enfant", "plus", kit.Primary, a.page.enroll))
	case noSession:
		return kit.EmptyState("calendar-days", "Aucune séance prévue", "Ajoutez la première pour noter les présences.",
			kit.NewButton("Ajouter une séance", "plus", kit.Primary, a.page.addSession))
	}
	hint := kit.PadXY(0, 7, kit.Text("Choisissez, puis cliquez", look.Detail))
	return kit.VBox(look.Hair, kit.Columns(0, kit.Fixed(176, hint), kit.Share(1, kit.HBox(0, a.legend))), kit.Grow(a.matrix))
}

// matrixParts shows the view in the matrix.
func (a *attendance) matrixParts() kit.MatrixParts {
	v := &a.page.view
	s, _ := a.shown()
	parts := kit.MatrixParts{
		Corner: corner(s), Foot: "Présents", Legend: a.legend, Current: max(0, a.page.column(a.session)),
		Cell: a.cell, OnMark: a.mark, Side: a.sides(),
		OnName: func(row int) {
			a.page.desk.Window.Go(page.Route{Page: page.Child, Child: v.Rows[row].Child.ID})
		},
		FootOf: func(col int) string { return came(v.Sessions[col]) },
		Tip: func(row, col int) string {
			return cellTip(v.Rows[row], v.Sessions[col], v.Rows[row].Cells[col])
		},
	}
	if v.State == data.CycleClosed {
		a.legend.Disable()
	} else {
		a.legend.Enable()
	}
	for _, row := range v.Rows {
		parts.Rows = append(parts.Rows, kit.MatrixRow{Name: short(row.Child), Detail: about(row)})
	}
	for _, s := range v.Sessions {
		parts.Columns = append(parts.Columns, a.column(s))
	}
	for _, t := range v.Themes {
		parts.Spans = append(parts.Spans, kit.Span{
			From: t.From, To: t.To, Text: t.Theme, Icon: themeIcon(t.Theme), Tone: look.ToneName(v.Workshop.Discipline),
		})
	}
	return parts
}

func (a *attendance) column(s registry.GroupSession) kit.MatrixColumn {
	c := kit.MatrixColumn{Title: strconv.Itoa(s.Number), Sub: fr.DateShort(s.Date)}
	switch {
	case s.State == data.SessionCancelled:
		c.Sub, c.Tone = "annulée", kit.ColumnOff
	case s.ID == a.session:
		c.Tone = kit.ColumnCurrent
	case !s.Past:
		c.Tone = kit.ColumnComing
	}
	return c
}

func (a *attendance) cell(row, col int) kit.CellLook {
	v := &a.page.view
	c := v.Rows[row].Cells[col]
	switch c.Kind {
	case registry.CellToCome:
		return kit.CellLook{Kind: kit.MarkDot}
	case registry.CellNotExpected:
		return kit.CellLook{Kind: kit.MarkDash}
	}
	look := kit.CellLook{Editable: v.State == data.CycleOpen}
	switch c.Mark {
	case data.Present:
		look.Kind = kit.MarkTick
	case data.Late:
		look.Kind = kit.MarkClock
	case data.Excused:
		look.Kind, look.Letter = kit.MarkLetter, "E"
	case data.Absent:
		look.Kind = kit.MarkCross
	case data.Cancelled:
		return kit.CellLook{Kind: kit.MarkBan}
	default:
		look.Kind = kit.MarkEmpty
	}
	return look
}

// sides are the columns at the right: the regularity, and the bilans that are owed.
func (a *attendance) sides() []kit.SideColumn {
	v := &a.page.view
	sides := []kit.SideColumn{{Title: "Régularité", Width: 158, Draw: func(s *kit.Scene, at kit.Area, row int) {
		n, low := v.Total, false
		if row >= 0 {
			n, low = v.Rows[row].Regularity, v.Rows[row].Low
		}
		part, percent, count := share(n)
		s.Regularity(at, kit.Rate{Part: part, Percent: percent, Count: count, Low: low})
	}}}
	if v.Mid.Owed > 0 {
		sides = append(sides, kit.SideColumn{Title: "Mi-cycle", Width: 62, Centre: true,
			Draw: func(s *kit.Scene, at kit.Area, row int) {
				if row >= 0 {
					p := v.Rows[row].Mid
					s.Icon(at.Middle(18, 18), bilanIcon(p), bilanRole(p).Colour())
				}
			},
			OnTap: func(row int) { a.page.openBilan(row, data.MomentMid) },
			Tip:   func(row int) string { return "Bilan de mi-cycle" + nbsp + ": " + bilanWord(v.Rows[row].Mid) },
		})
	}
	if v.End.Owed > 0 {
		sides = append(sides, kit.SideColumn{Title: "Fin de cycle", Width: 96,
			Draw: func(s *kit.Scene, at kit.Area, row int) {
				if row >= 0 {
					p := v.Rows[row].End
					s.Fact(at, bilanIcon(p), bilanWord(p), bilanRole(p).Role)
				}
			},
			OnTap: func(row int) { a.page.openBilan(row, data.MomentEnd) },
			Tip:   func(row int) string { return "Bilan de fin de cycle" + nbsp + ": " + bilanWord(v.Rows[row].End) },
		})
	}
	return sides
}

// bilanRole is the style of where a bilan stands.
func bilanRole(p registry.BilanProgress) look.Style {
	switch {
	case p.Step == registry.BilanDone:
		return look.Detail.As(look.Ok)
	case p.LateDays > 0:
		return look.Detail.As(look.Danger)
	case p.Step == registry.BilanStarted:
		return look.Detail.As(look.Primary)
	}
	return look.Detail
}

// mark shows a mark at once and keeps it beside the window.
func (a *attendance) mark(row, col int, key rune) {
	v := &a.page.view
	s, child := v.Sessions[col].ID, v.Rows[row].Child.ID
	before, now := v.Rows[row].Cells[col].Mark, markOf(key)
	if before == now {
		return
	}
	a.enter([]step{{s, child, before, now}})
}

// enter shows what was marked, keeps it, and offers to take it back.
func (a *attendance) enter(steps []step) {
	if now := a.page.desk.Now(); now.Sub(a.last) > together {
		a.run, a.last = nil, now
	} else {
		a.last = now
	}
	a.run = append(a.run, steps...)
	marks := make([]data.ChildMark, len(steps))
	for i, s := range steps {
		marks[i] = data.ChildMark{ChildID: s.child, Mark: s.now}
	}
	a.send(steps[0].session, marks, a.say)
}

// send shows marks and puts them on their way; done is told when they are kept.
func (a *attendance) send(session data.ID[data.Session], marks []data.ChildMark, done func()) {
	p := a.page
	r := p.desk.Registry
	for _, m := range marks {
		p.put(session, m)
	}
	recount(&p.view)
	moved := a.session != session
	a.session = session
	if moved {
		a.refresh()
	} else {
		a.matrix.Marked()
		kit.Replace(a.cards, a.newCards())
	}
	p.refreshHead()
	p.queue.add(job{session: session, marks: marks,
		work: func() error {
			_, err := r.SetMarks(session, marks)
			return err
		},
		end: func(err error) {
			if err != nil {
				a.run = nil
				p.Changed(nil) // what the file says is shown again
				p.desk.Window.Fail(err)
				return
			}
			done()
		},
	})
}

// say tells how many marks the last gestures put, and offers to take them all back.
func (a *attendance) say() {
	run := a.run
	kept := 0
	cells := map[step]bool{}
	for i := len(run) - 1; i >= 0; i-- { // the last mark of each cell is what it holds
		cell := step{session: run[i].session, child: run[i].child}
		if !cells[cell] && run[i].now != data.NotEntered {
			kept++
		}
		cells[cell] = true
	}
	a.page.desk.Window.Toast(entered(kept, len(cells)), func() { a.takeBack(run) })
}

// takeBack gives every cell of a run its first mark again.
func (a *attendance) takeBack(run []step) {
	a.run = nil
	var sessions []data.ID[data.Session]
	before := map[data.ID[data.Session]][]data.ChildMark{}
	seen := map[step]bool{}
	for _, s := range run {
		cell := step{session: s.session, child: s.child}
		if seen[cell] {
			continue
		}
		seen[cell] = true
		if before[s.session] == nil {
			sessions = append(sessions, s.session)
		}
		before[s.session] = append(before[s.session], data.ChildMark{ChildID: s.child, Mark: s.before})
	}
	for _, id := range sessions {
		a.send(id, before[id], func() {})
	}
}

// markRemaining gives every empty cell of the session being entered the mark « présent ».
func (a *attendance) markRemaining() {
	p := a.page
	col := p.column(a.session)
	var steps []step
	for _, row := range p.view.Rows {
		if awaited(row.Cells[col]) {
			steps = append(steps, step{a.session, row.Child.ID, data.NotEntered, data.Present})
		}
	}
	if len(steps) > 0 {
		a.run = nil // one « Annuler » takes back this gesture alone
		a.enter(steps)
	}
}
