package kit

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// PlanColumn is one column of a plan: a room, a person. Off are the hours when it cannot be used.
type PlanColumn struct {
	Title, Sub string
	Off        []PlanSpan
}

// PlanSpan is a part of the day, in minutes since midnight.
type PlanSpan struct {
	From, To int
	Name     string
}

// PlanBlock is something that takes place in a column. Start is in minutes since midnight. A low block drops its last
// lines; the trail and the pips stand on the last one.
type PlanBlock struct {
	Key                    string // what it stays known by when the plan is set again
	Column, Start, Minutes int
	Icon, Title            string
	Detail, Person         string // the second and the third line
	Trail                  string // at the right of the last line: « 6/7 »
	Taken, Places          int    // pips, when there is room; no places is none
	Tone                   look.ToneName
	Alert                  bool   // a red border and a warning sign
	Locked                 bool   // a padlock
	Faded                  bool   // a grey bar on the card: unchanged in a preview
	Proposed               bool   // a strong border: changed in a preview
	Change                 string // a honey badge before the trail: « +1 »
	Target                 string // what is waiting may go here: « Placer ici »
	Fixed                  string // why it cannot be moved; "" = it can
	Tip                    string
}

func (b PlanBlock) end() int { return b.Start + b.Minutes }

// PlanBridge joins two blocks that want the same thing at the same time.
type PlanBridge struct {
	From, To int // blocks
	Icon     string
}

// PlanPlace is where a block would go.
type PlanPlace struct{ Column, Start int }

// PlanParts is what a plan shows and does. From and To are in minutes since midnight.
type PlanParts struct {
	From, To, Step int
	Columns        []PlanColumn
	Breaks         []PlanSpan
	Blocks         []PlanBlock
	Bridges        []PlanBridge
	OnOpen         func(i int)               // a block was clicked, or Enter
	OnMenu         func(i int, at Area)      // the right button, or the menu key; at is where the block lies in the window
	OnMove         func(i int, to PlanPlace) // a block was dropped elsewhere; nil = none can be moved
	// Judge says in a few words what a place is worth while a block is held over it; bad is shown in red. A bad place can
	// be chosen all the same.
	Judge    func(i int, to PlanPlace) (words string, bad bool)
	OnKey    func(i int, e *fyne.KeyEvent) bool // sees keys first; true = taken
	OnRune   func(i int, letter rune)
	OnEscape func() bool // before the window has the key; true = taken
}

// PlanGrid is a day: hours from top to bottom, columns side by side, and the blocks in them. Blocks of a column that
// overlap stand side by side. It is one stop for Tab; arrows go from block to block, and through the targets only when
// there are any. M takes hold of a block, which arrows then move. It scrolls when the day is longer than its room.
type PlanGrid struct {
	widget.BaseWidget
	parts   PlanParts
	shares  []planShare // by block
	order   []int       // blocks by column, start
	at      int         // the block the keyboard is on; -1 = none
	over    int         // the block under the mouse; -1 = none
	guest   int         // the block under something dragged from elsewhere; -1 = none
	focused bool
	ox, oy  float32 // how far the blocks are scrolled
	held    planHeld
	bar     planBar

	back, head, hours, body, bars *Painted
	box                           *fyne.Container
}

// planShare is the part of its column that a block has: the first of n, the second…
type planShare struct{ part, of int }

// NewPlanGrid makes a plan.
func NewPlanGrid(p PlanParts) *PlanGrid {
	g := &PlanGrid{at: -1, over: -1, guest: -1, held: planHeld{block: -1}}
	least := fyne.NewSize(1, 1)
	g.back, g.head, g.hours = NewPainted(least, g.paintBack), NewPainted(least, g.paintHead), NewPainted(least, g.paintHours)
	g.body, g.bars = NewPainted(least, g.paintBody), NewPainted(least, g.paintBars)
	g.box = container.New(&planLayout{g}, g.back, Clip(g.head), Clip(g.hours), Clip(g.body), g.bars)
	g.arrange(p)
	g.ExtendBaseWidget(g)
	return g
}

// Set replaces what the plan shows; the keyboard stays on the block of the same key.
func (g *PlanGrid) Set(p PlanParts) {
	key := ""
	if g.at >= 0 {
		key = g.parts.Blocks[g.at].Key
	}
	g.arrange(p)
	g.at = slices.IndexFunc(p.Blocks, func(b PlanBlock) bool { return key != "" && b.Key == key })
	g.over, g.guest, g.held = -1, -1, planHeld{block: -1}
	g.scrollTo(g.ox, g.oy)
	g.box.Refresh()
}

// arrange puts the blocks in order and shares each column among those that overlap.
func (g *PlanGrid) arrange(p PlanParts) {
	p.Step = max(1, p.Step)
	g.parts = p
	g.order, g.shares = nil, make([]planShare, len(p.Blocks))
	for i, b := range p.Blocks {
		if b.Column >= 0 && b.Column < len(p.Columns) {
			g.order = append(g.order, i)
		}
	}
	slices.SortStableFunc(g.order, func(a, b int) int {
		x, y := p.Blocks[a], p.Blocks[b]
		return cmp.Or(cmp.Compare(x.Column, y.Column), cmp.Compare(x.Start, y.Start))
	})
	var run []int // blocks that overlap one another, directly or not
	end, column := 0, -1
	for _, i := range g.order {
		b := p.Blocks[i]
		if b.Column != column || b.Start >= end {
			g.share(run)
			run, end, column = nil, 0, b.Column
		}
		run, end = append(run, i), max(end, b.end())
	}
	g.share(run)
}

// share gives each block of a run the first part of the column that is free when it starts.
func (g *PlanGrid) share(run []int) {
	var ends []int
	for _, i := range run {
		b := g.parts.Blocks[i]
		part := slices.IndexFunc(ends, func(end int) bool { return end <= b.Start })
		if part < 0 {
			part, ends = len(ends), append(ends, 0)
		}
		ends[part] = b.end()
		g.shares[i].part = part
	}
	for _, i := range run {
		g.shares[i].of = len(ends)
	}
}

// CreateRenderer implements fyne.Widget.
func (g *PlanGrid) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.box) }

// MinSize implements fyne.CanvasObject: a few columns and a few hours.
func (g *PlanGrid) MinSize() fyne.Size {
	cols := float32(max(1, min(4, len(g.parts.Columns))))
	return fyne.NewSize(planHours+cols*planColumnLeast+2, planHead+5*planHourLeast+2)
}

// Texts returns the words in sight, for tests and for reading aloud.
func (g *PlanGrid) Texts() (words []string) {
	for _, p := range []*Painted{g.head, g.hours, g.body} {
		words = append(words, p.Texts()...)
	}
	return words
}

// Label returns what the widget is.
func (*PlanGrid) Label() string { return "planning" }

// Keyboard is what takes the focus.
func (g *PlanGrid) Keyboard() fyne.Focusable { return g }

// At is the block the keyboard is on, or -1.
func (g *PlanGrid) At() int { return g.at }

// Blocks are the blocks on show.
func (g *PlanGrid) Blocks() []PlanBlock { return g.parts.Blocks }

// Columns are the columns on show.
func (g *PlanGrid) Columns() []PlanColumn { return g.parts.Columns }

// Stand puts the keyboard on a block and brings it into sight.
func (g *PlanGrid) Stand(i int) {
	if i < 0 || i >= len(g.parts.Blocks) {
		return
	}
	g.at = i
	g.reveal(g.block(i))
	g.body.Refresh()
}
