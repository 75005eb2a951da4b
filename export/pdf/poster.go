package pdf

import (
	"fmt"
	"math"
	"slices"
)

// Poster is a day on the wall, to be read from two metres: a grid of hours and columns with a large title. When the
// columns do not fit at a size that can be read, they go on over other pages.
type Poster struct {
	Title string // "Mercredi 20 janvier 2027"
	Aside string // on the right of the title
	// Columns without any block are left to the caller.
	Columns []PosterColumn
	Breaks  []PosterBreak
	Hour    func(minute int) string // the words of an hour, in minutes since midnight
	Empty   string                  // said in place of the grid when there is no column
	Notes   []string                // sentences under the grid
	Whole   string                  // heading of what the grid had no room to say whole
}

// PosterColumn is a place and what happens there.
type PosterColumn struct {
	Title, Sub string
	Blocks     []PosterBlock
}

// PosterBlock is what happens from one minute of the day to another. Lines are given by importance; neighbours share
// a line where there is room, and the last ones give way where there is none. Small ones come after, in smaller type.
type PosterBlock struct {
	From, To    int
	Tone        Tone
	Icon, Title string
	Lines       []string
	Brief       string // stands for the first line where room is short; "" for none
	Small       []string
	Off         bool // does not take place: struck out
}

// PosterBreak is a time when nothing happens, over all columns.
type PosterBreak struct {
	From, To     int
	Label, Brief string // Brief where a column is narrow
}

// The sizes of a poster in points, on paper of any format. Under readable, columns go to another page.
const (
	readable     = 20.0 // title of a block: capitals of 5 mm
	largest      = 34.0
	smallest     = 9.0
	ofDetail     = 0.84 // of the title of a block
	ofSmall      = 0.7
	posterLead   = 1.16
	posterPad    = 5.0
	posterGap    = 6.0 // between two columns
	posterNote   = 15.0
	sheetWorth   = 0.15 // one sheet more is worth so much larger type
	noRoomInTime = 0.3  // an hour when nothing happens takes so much of one that is used
)

// Poster sets one page, or several when there are many columns.
func (d *Document) Poster(p Poster) {
	s := newPosterSetter(d, p)
	pages := [][]PosterColumn{nil}
	if len(p.Columns) > 0 {
		pages = slices.Collect(slices.Chunk(p.Columns, s.perPage))
	}
	for i, columns := range pages {
		sheet := ""
		if len(pages) > 1 {
			sheet = fmt.Sprintf("feuille\u00a0%d sur %d", i+1, len(pages))
		}
		page := s.page(columns, sheet, i > 0)
		d.add(0, page)
	}
	shown, _ := s.noteLines()
	if s.told = append(s.told, s.Notes[len(shown):]...); len(s.told) > 0 {
		d.NewPage()
		d.unsaid(p.Whole, s.told)
	}
}

// posterSetter sets a poster whose size of type is settled.
type posterSetter struct {
	doc *Document
	Poster
	axis    axis
	unit    float64  // 1 on A4, 1.4 on A3
	perPage int      // columns
	size    float64  // of the title of a block
	tight   bool     // whatever does not fit is cut
	told    []string // whole, what was cut
}

// newPosterSetter looks for the fewest pages on which type is readable, and for the largest type there.
func newPosterSetter(d *Document, p Poster) *posterSetter {
	s := &posterSetter{doc: d, Poster: p, unit: max(d.page.width, d.page.height) / pageLong}
	n := len(p.Columns)
	s.perPage = max(n, 1)
	best, taken := 0.0, 1
	for pages := 1; pages <= n; pages++ {
		per := (n + pages - 1) / pages
		size := s.largestFor(per)
		if worth := best * (1 + sheetWorth*float64(pages-taken)); size > max(best, worth) || size >= readable && size > best {
			best, taken, s.perPage = size, pages, per
		}
		if size >= readable {
			break
		}
	}
	s.size = best
	if best < readable*0.75 { // a word or an hour out of all measure: better cut it than shrink the others
		s.tight, s.size = true, readable
		s.perPage = min(max(n, 1), int(math.Round(3*s.unit)))
	}
	s.settle(s.size)
	return s
}

// largestFor is the largest size at which so many columns a page hold all they say, 0 when none does.
func (s *posterSetter) largestFor(per int) float64 {
	for size := largest * s.unit; size >= smallest; size-- {
		s.settle(size)
		if s.holds(per) {
			return size
		}
	}
	return 0
}

// settle chooses a size and lays the hours for it.
func (s *posterSetter) settle(size float64) {
	s.size = size
	s.axis = newAxis(s.Poster, s.gridHeight(), s.style(ofDetail).leading()*1.25)
}

func (s *posterSetter) style(share float64) style {
	return style{size: max(s.size*share, 8), colour: ink}
}

func (s *posterSetter) titleStyle() style { return style{size: 36 * s.unit, colour: ink, bold: true} }
func (s *posterSetter) asideStyle() style {
	return style{size: 22 * s.unit, colour: primary, bold: true}
}
func (s *posterSetter) noteStyle() style { return style{size: posterNote * s.unit, colour: ink} }
func (s *posterSetter) hourStyle() style {
	return style{size: max(s.size*0.72, 12), colour: grey, bold: true}
}

// titleHeight is the room of the title, on as many lines as it takes.
func (s *posterSetter) titleHeight() float64 {
	return float64(len(s.titleLines()))*s.titleStyle().size*posterLead + 8*s.unit
}

func (s *posterSetter) titleLines() []line {
	aside := width(s.doc.types.words(plain(s.Aside), s.asideStyle()))
	return s.doc.types.paragraph(s.Title, s.titleStyle(), max(s.doc.page.measure()-aside-12*mm, s.doc.page.measure()/2))
}

// headHeight is the room of the names of the columns: one line, and one for what stands under it.
func (s *posterSetter) headHeight() float64 {
	return s.style(1).size*posterLead + s.style(0.72).size*posterLead + 4
}

// notesMost is how many lines of notes a page spares; what is beyond is said after the poster.
const notesMost = 8

// noteLines are the notes that the page has room for, and how many they are.
func (s *posterSetter) noteLines() (lines [][]line, high int) {
	for _, note := range s.Notes {
		wrapped := s.doc.types.paragraph(note, s.noteStyle(), s.doc.page.measure())
		if high+len(wrapped) > notesMost {
			break
		}
		lines, high = append(lines, wrapped), high+len(wrapped)
	}
	return lines, high
}

func (s *posterSetter) notesHeight() float64 {
	_, n := s.noteLines()
	return float64(n)*s.noteStyle().leading() + float64(min(n, 1))*6
}

func (s *posterSetter) gridHeight() float64 {
	return s.doc.room() - s.titleHeight() - s.headHeight() - s.notesHeight() - 2
}

// gutter is the room of the hours on the left.
func (s *posterSetter) gutter() float64 {
	widest := 0.0
	for _, tick := range s.axis.hours() {
		widest = max(widest, width(s.doc.types.words(plain(s.Hour(tick)), s.hourStyle())))
	}
	return widest + 8
}

// columnWidth is that of one column of a page, gap included.
func (s *posterSetter) columnWidth(per int) float64 {
	return (s.doc.page.measure() - s.gutter()) / float64(per)
}

// holds reports whether every block of every column says all it has to say.
func (s *posterSetter) holds(per int) bool {
	each := s.columnWidth(per)
	for _, c := range s.Columns {
		if s.broken(c.Title, s.style(1).strong(), each-posterGap) || width(s.doc.types.words(plain(c.Title), s.style(1).strong())) > each-posterGap {
			return false
		}
		for _, lane := range lanes(c.Blocks) {
			b := s.block(lane, each)
			if !b.holds() {
				return false
			}
		}
	}
	return true
}

// broken reports whether a word is wider than the line.
func (s *posterSetter) broken(text string, st style, free float64) bool {
	return slices.ContainsFunc(s.doc.types.words(plain(text), st), func(w word) bool { return w.width > free })
}

// page is one page, as one strip. The title that comes again on the next is read once only.
func (s *posterSetter) page(columns []PosterColumn, sheet string, again bool) strip {
	page := strip{height: s.doc.room()}
	s.heading(&page)
	if again {
		page.marks = decoration(page.marks)
	}
	s.sheet(&page, sheet)
	if len(columns) == 0 {
		s.empty(&page)
	} else {
		s.grid(&page, columns)
	}
	s.notes(&page, again)
	return page
}

// notes stand at the foot of each page, and are read on the first.
func (s *posterSetter) notes(page *strip, again bool) {
	st := s.noteStyle()
	y := page.height - s.notesHeight() + 6 + st.size
	from := len(page.marks)
	notes, _ := s.noteLines()
	for _, lines := range notes {
		e := s.doc.root.add(KindNote)
		for _, l := range lines {
			page.over(l.marks(0, y, st, e)...)
			y += st.leading()
		}
	}
	if again {
		copy(page.marks[from:], decoration(page.marks[from:]))
	}
}

func (s *posterSetter) heading(page *strip) {
	st, e := s.titleStyle(), s.doc.root.add(KindTitle)
	e.Level = 1
	for i, l := range s.titleLines() {
		page.over(l.marks(0, st.size*(0.92+posterLead*float64(i)), st, e)...)
	}
	aside := s.asideStyle()
	for _, l := range s.doc.types.wrap(s.doc.types.words(plain(s.Aside), aside), s.doc.page.measure()/2) {
		page.over(l.marks(s.doc.page.measure()-l.width, st.size*0.92, aside, s.doc.root.add(KindParagraph))...)
		break
	}
}

// sheet says, under the aside, which sheet of several this is.
func (s *posterSetter) sheet(page *strip, text string) {
	st := style{size: 13 * s.unit, colour: grey}
	words := s.doc.types.words(plain(text), st)
	for _, l := range s.doc.types.wrap(words, s.doc.page.measure()/2) {
		page.over(l.marks(s.doc.page.measure()-l.width, s.titleHeight()-1, st, s.doc.root.add(KindNote))...)
		break
	}
}

// empty says in the middle of the page that there is nothing.
func (s *posterSetter) empty(page *strip) {
	st := style{size: 30 * s.unit, colour: primary, bold: true}
	lines := s.doc.types.paragraph(s.Empty, st, s.doc.page.measure()*0.8)
	e := s.doc.root.add(KindParagraph)
	y := (page.height - float64(len(lines))*st.leading()) / 2
	for i, l := range lines {
		page.over(l.marks((s.doc.page.measure()-l.width)/2, y+st.leading()*float64(i), st, e)...)
	}
}
