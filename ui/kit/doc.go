// Package kit holds the widgets of Mercredi. They know no domain word: a page gives them texts, icons and
// functions, and composes them in layouts, without a coordinate, a colour or a size of its own. Sizes, text styles
// and tones come from package look; words are French and come from the page.
//
// # A page
//
//	func (p *Page) build() fyne.CanvasObject {
//		head := kit.Header(kit.PageHeader{
//			Title: "Enfants", Sub: "62 enfants suivis",
//			Actions: []fyne.CanvasObject{kit.NewButton("Ajouter un enfant", "plus", kit.Primary, p.add)},
//		})
//		body := kit.Columns(look.Wide,
//			kit.Share(1, kit.Card("À surveiller", kit.CountBadge(3, look.Alarm), rows)),
//			kit.Fixed(334, kit.Card("Famille", nil, facts, kit.NewSmall("Modifier", "pencil", kit.Secondary, p.edit))))
//		return kit.Page(head, kit.Grow(body))
//	}
//
// # Layouts
//
// All of them place on whole pixels and let heights follow widths. They return *fyne.Container, skip hidden objects
// and nil ones. To change what is inside: Replace(container, objects…), or c.Add, c.Remove, o.Hide, o.Show, and then
// Relayout(container) when the height may have changed.
//
//	VBox(gap, objs…)       below one another, full width      Grow(o)             takes the room left in a VBox or HBox
//	HBox(gap, objs…)       side by side, centred on the row   Spacer()            growing emptiness; Gap(side) a fixed one
//	HTop(gap, objs…)       the same, hanging from the top     Spread(left, right) one at each end, left gives way
//	Columns(gap, cells…)   Share(weight, o), Fixed(width, o)  Grid(n, gap, objs…) n equal columns
//	RowWrap(gap, objs…)    chips, badges: goes to the line    Stack(objs…)        over one another
//	UpTo(gap, wanted, upper, lower)   the upper one grows by wanted() when there is room, the lower takes the rest
//	Pad(m, o), PadXY(x, y, o)                                 Center(o), AtMost(width, o), Sized(w, h, o)
//	Scroll(o)              put the page's margins inside it   Holder(o)           a place to Replace later
//
// An object in a VBox is stretched to its width; wrap a button in an HBox to keep it small. A widget of your own whose
// height depends on its width implements Flowing (HeightFor). In an HBox, put a Paragraph in a Grow.
//
// # Passive pieces
//
//	Page(parts…) margins, scrolling; Grow(part) takes the height left
//	PageFoot(head, body, foot) only the body scrolls; also answers what scrolls
//	Header(PageHeader{Title, Sub, After, Back, BackTip, Icon, Tone, Initials, Badges, Actions})
//	Card(title, badge, body, actions…)   Panel(o)   Band(o) page background   Separator()   Section(title)
//	Text(words, style) one line, ellipsis; TextRight; .SetText     Paragraph(words, style) wraps; Centred
//	Facts(columns, Fact{Label, Value, Unknown}…)                   FigureTile(figure, label, detail)
//	Badge(words, icon, tone)   CountBadge(n, tone)   Avatar(initials, diameter)   Initials(name)
//	NewRowsCard(title) .Set(badge, empty, rows…)   a card of rows: those that have room, then « Tout voir »
//	Tile(icon, tone, side)   Icon(name, tone, side)   Bar(part, tone, width)   Pips(taken, places, tone)   Progress(done, all, words)
//	Stepper(Step{Icon, Title, Detail, Note, State}…) with Coming, Running, Done
//	EventRow(Event{When, Icon, Tone, Title, Detail, Right, First, Do}) a line of a history, a consent
//	WordTable(heads, []WordRow{{Title, Cells}}) a table to read inside a card
//	EmptyState(icon, sentence, next, buttons…)   Notice(tone, fact, next, button)   NewNoticeLine(tone, fact, next, buttons…)   NewNoticeBand(tone, icon, Sentence{Fact, Rest}, buttons…)
//	BarePanel(o), SunkenPanel(o) without margins   Beside(BesideParts{Main, Side…}) a form and its live preview
//	CodeGroups(groups) a code to copy by hand
//	NewPicture(words) a page of paper: .SetImage .SetWords .ZoomIn .OnPixels   ScrollTo(scroll, o)   OnScroll(scroll, f)
//
// Tones are look.Neutral, Plain, Info, Good, Warning, Alarm, Next, or a discipline key (look.ToneName("art")).
//
// # What can be pressed
//
// Everything has hover, a focus ring, Enter and Space, the pointer cursor, Disable; Label() gives its words.
//
//	NewButton(label, icon, weight, f)   NewSmall(label, icon, weight, f)   Secondary, Primary, Quiet, Danger
//	NewIconButton(icon, name, f)        NewLink(label, f)
//	b.After = "chevron-down"   b.Tall = true   b.Tip = "…"   b.SetLabel(words)
//	b.SetReason("Il manque…") disables with a reason, "" enables; Reason(b) shows it in words under the button
//	NewChip(label, on, func(on bool))   .On .SetOn .SetCount .Menu       NewChipRow(labels, func(i)) one on; .Select .SetCounts
//	NewTabs(labels, func(i)) .Select .Choose .SetCount(i, n)       NewSegmented(labels, func(i)) .Select .Choose
//	NewPickList(name, pick, open) .Set(rows) .Select(key)   a list beside the detail of its chosen line
//	NewSearchButton(hint, keyCap, open) .OnTyped     looks like a search field, opens the search of the window
//	NewMenuButton(label, icon, func() []MenuItem)                  NewPressPanel(name, body, f) a card to click
//	NewAlertRow(Alert{Icon, Tone, Fact, Detail, Verb, Right, First, Do})
//	NewNavItem(label, icon, f)   NewRail(RailParts{Brand, Entries, Foot, OnPick, OnLock, OnState}) .Select .SetCount .SetMember .SetState
//	NewPeople(name, []Person{{Name, Detail}}, at) one of a team, to choose: .OnPick .OnOpen .Chosen .Choose
//	NewRowButton(name, first, body, f) a row around anything passive   NewStages(labels, func(i)) the way through a long form
//	NewSearchBox(hint, keyCap, func(text)) .OnEnter .OnDown .Text .SetText .Keyboard
//
// # Fields and forms
//
// Each field has its label above and its message below, tells its Form, and is checked by Check. Lay fields out with
// the layouts above; a Form has no look of its own.
//
//	NewTextField(label, help)   NewNoteField(label, help, lines)   NewPasswordField(label, help)   .Text .SetText .Hint .Beside(button)
//	NewDateField(label, today)  NewTimeField(label, help)          NewNumberField(label, help, low, high)  .Value .SetValue
//	NewSelectField(label, options, chosen) .Chosen .Choose         NewTagField(label, offered, chosen) .Chosen
//	Labels(values, words) the options of a choice among values
//	NewTileField(label, []TileOption{{Icon, Label, Tone}}, chosen) .Chosen      a colour with its pictogram
//	NewSetField(label, help, words, on) .Chosen    several among a few
//	NewRowsField(RowsParts[T]{Label, Empty, Add, Take, Row, New, Rule}) .Values .SetValues    rows of inputs to add and take away
//	NewCheckField(label, on) .On .Set                              NewPicker search and choose
//	a record edited in a sheet: package ui/page/sheet
//	form := NewForm(inputs…); form.OnSubmit, form.Check(), form.Dirty(), form.Clean(), form.Focus()
//	in a sheet: ShowSheet(c, Sheet{Title, Body, Verb, Do: func() bool { return form.Check() && save() }})
//
// # Tables and grids
//
// Each is one stop for Tab, paints only what is in sight and repaints only what changed. Give them the room: Grow, or
// Sized with Wanted(), the height at which nothing scrolls.
//
//	NewTable(TableParts[R]{Columns, Key, OnOpen, OnSelect, OnState, Empty, NoMatch}) draws its own card
//	  Column[R]{ID, Title, Width, Weight, Align, Figures, Style, Hidden, Text, Sort, Draw}
//	  .SetRows .Filter .Rows .Count .Total .Selected .Select(key) .SortBy(id) .State .Restore .SetHidden(id, on)
//	  .Columns(), those on show, with .Rows() for a list that leaves the window (ui/page/listing)
//	NewMatrix(MatrixParts{Corner, Columns, Spans, Rows, Cell, Side, Foot, FootOf, Legend, Tip, OnMark, OnName, Current})
//	  .Set(parts) .Marked() after a change from elsewhere .Mark .Focus .SetFocus(row, col)
//	NewLegend([]Tool{{Label, Key, Look}}) the tools of a matrix, placed above it by the page
//	NewTimeline(TimelineParts{From, To, Lanes, Blocks, OnOpen}) .Set .At     a day, in minutes
//	NewPlanGrid(PlanParts{From, To, Step, Columns, Breaks, Blocks, Bridges, OnOpen, OnMenu, OnMove, Judge, OnKey, OnRune})
//	  a day of columns and hours; blocks move by mouse, M or Ctrl with arrows; a Target lights those that may be chosen
//	  .Set .At .Stand(i) .Over(position) .Leave() for what is dragged from elsewhere
//	NewDragList(DragListParts{Name, OnPick, OnOpen, OnMenu, OnDrag, OnDrop}) .Set(rows) .Select(key)   lines to carry elsewhere
//	NewRibbon([]RibbonCell{{Label, Month, State, Tip}}, big, func(i)) .Set .Choose(i)   NewDatedRibbon(cells, func(i))
//	NewRating(name, levels, func(level)) .Value .SetValue .SetReadOnly .Needed      an Input
//	RatingTitles(before, now)   RatingRow(label, before, rating)   NewStepChips(labels, func(i)) .SetDone .Select
//	inside a cell: s.Mark(area, CellLook), s.Regularity(area, Rate{Part, Percent, Count, Low}), s.Fact(area, icon, word, role)
//
// # What opens over the page
//
//	Ask(canvas, Question{Title, Text, Verb, Safe, Danger, Do, OnSafe}) *Dialog   focus on Safe, Escape = Safe
//	ShowSheet(canvas, Sheet{Title, Body, Verb, Safe, Danger, Do, OnSafe, Width}) *Dialog   .Close .Submit .VerbButton .SafeButton
//	ShowMenu(anchor, []MenuItem{{Icon, Title, Detail, Reason, Line, Do}}) *Menu  arrows, Enter, Escape; ShowMenuAt(canvas, area, items)
//	layer.Undo(words, undo)   layer.Say(words)   layer.Offer(words, verb, f)     toasts, six seconds
//	layer.Drag(ghost, at)     layer.Tip(words, at)
//	KeepFocus(root, rebuild) gives the keyboard back to the same words after a part of a page was made again
//	Escape(o) closes the topmost of these, or calls OnEscape; Reveal(o) scrolls o into sight
//
// # What the shell does once
//
//	kit.After = func(d time.Duration, f func()) (cancel func())   // f on the UI goroutine
//	kit.OnGesture = …; kit.NewWatch() under everything            // somebody is there
//	kit.OnEscape = …                                              // Escape with nothing open: leave a preview, go back
//	layer := kit.NewLayer(); window.SetContent(kit.Stack(kit.Band(content), layer))
//	kit.SetScale(canvas.Scale())                                  // in its layout; when true, refresh the content
//
// # A widget of one's own
//
// It embeds Painted (passive) or Press (interactive), and paints with a Scene, which keeps its canvas objects from
// one paint to the next by content. Ask for colours with look.P() while painting, never before.
//
//	type Lamp struct { kit.Press }
//	func NewLamp(f func()) *Lamp {
//		l := &Lamp{}
//		l.Name, l.OnTapped, l.Min, l.Paint = "lampe", f, fyne.NewSize(30, 30), l.paint
//		l.Extend(l)
//		return l
//	}
//	func (l *Lamp) paint(s *kit.Scene, size fyne.Size) {
//		s.Box(kit.At(0, 0, size.Width, size.Height), kit.Edge{1, look.P().Line}, look.P().Card, look.RadiusField)
//	}
//
//	s.Rect(area, fill, radius)   s.RectC(area, fill, radius, corners)   s.Box(area, edge, fill, radius)   s.Dot(area, colour)
//	s.Edged(area, edge, tone, radius)   s.Ring(area, radius) outside   s.RingIn(area, radius) inside   s.Shadow(area, radius)
//	s.Text(area, words, style) width   s.TextC   s.TextR   s.Lines(area, lines, style)   s.Icon(area, name, colour)
//	s.Badge, s.KeyCap, s.Tile, s.Avatar, s.Bar, s.Pips, s.Count, s.Block, s.Panel
//	Area: At(x, y, w, h)  .Inset .Shift .Left .Right .After .Middle .End .Bottom .Has
//	Width(words, style)  Ellipsis  Wrap  Ceil  Place(o, area)  Snap  Clip(o)
//
// Painted.Texts() returns the words a widget draws, for tests.
package kit
