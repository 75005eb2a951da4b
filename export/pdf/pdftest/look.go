package pdftest

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Look lists what an eye would see wrong in a paper: texts out of the page or over one another, an order of reading
// that jumps back, words that a voice would read as one.
func Look(file []byte) []Fault { return Read(file).Look() }

// Look is Look of a file that was read, and forgets the faults of before.
func (f *File) Look() []Fault {
	if !f.usable {
		return f.faults
	}
	f.faults, f.count = nil, map[string]int{}
	for n := range f.pages {
		f.lookAtEdges(n)
		f.lookAtOverlaps(n)
	}
	f.lookAtOrder()
	f.lookAtWords()
	return f.faults
}

// frame is the place something takes on a page.
type frame struct{ left, bottom, right, top float64 }

func (a frame) with(b frame) frame {
	return frame{min(a.left, b.left), min(a.bottom, b.bottom), max(a.right, b.right), max(a.top, b.top)}
}

// meets reports whether two frames share more than a hair.
func (a frame) meets(b frame) bool {
	const hair = 0.7 // points
	return min(a.right, b.right)-max(a.left, b.left) > hair && min(a.top, b.top)-max(a.bottom, b.bottom) > hair
}

// beside reports whether two frames share most of their height: they stand on one line.
func (a frame) beside(b frame) bool {
	return min(a.top, b.top)-max(a.bottom, b.bottom) > 0.6*min(a.top-a.bottom, b.top-b.bottom)
}

// frame is the place of the letters of a run: from below their tails to the top of their capitals. Text may climb.
func (r Run) frame() frame {
	const tail, capital = 0.19, 0.68 // of the size
	long := math.Hypot(r.EndX-r.X, r.EndY-r.Y)
	if long == 0 {
		return frame{r.X, r.Y, r.X, r.Y}
	}
	upX, upY := -(r.EndY-r.Y)/long*r.Size, (r.EndX-r.X)/long*r.Size
	corner := func(x, y, up float64) frame { return frame{x + up*upX, y + up*upY, x + up*upX, y + up*upY} }
	return corner(r.X, r.Y, -tail).with(corner(r.X, r.Y, capital)).with(corner(r.EndX, r.EndY, -tail)).with(corner(r.EndX, r.EndY, capital))
}

func (r Run) blank() bool { return strings.TrimSpace(r.Text) == "" }

// lookAtEdges: no printer prints the last millimetres of a page.
func (f *File) lookAtEdges(n int) {
	const edge = 4 * 72 / 25.4
	p := &f.pages[n]
	for _, r := range p.Runs {
		b := r.frame()
		if !r.blank() && (b.left < edge || b.bottom < edge || b.right > p.Width-edge || b.top > p.Height-edge) {
			f.blame("edge", p.object(n), "%q leaves the page, at %.0f %.0f to %.0f", r.Text, r.X, r.Y, r.EndX)
		}
	}
}

func (f *File) lookAtOverlaps(n int) {
	p := &f.pages[n]
	var runs []Run
	for _, r := range p.Runs {
		if !r.blank() {
			runs = append(runs, r)
		}
	}
	slices.SortFunc(runs, func(a, b Run) int { return cmp.Compare(b.frame().top, a.frame().top) })
	for i, a := range runs {
		for _, b := range runs[i+1:] {
			if b.frame().top < a.frame().bottom {
				break
			}
			if a.frame().meets(b.frame()) {
				f.blame("overlap", p.object(n), "%q and %q lie over one another, at %.0f %.0f", a.Text, b.Text, b.X, b.Y)
			}
		}
	}
}

// lookAtOrder: what is read next stands below, or to the right, never back above.
func (f *File) lookAtOrder() {
	frames := make([]map[int]frame, len(f.pages)) // by mark
	for n := range f.pages {
		frames[n] = map[int]frame{}
		for _, r := range f.pages[n].Runs {
			if r.Mark < 0 || r.blank() {
				continue
			}
			mcid := f.pages[n].Marks[r.Mark].MCID
			if known, ok := frames[n][mcid]; ok {
				frames[n][mcid] = known.with(r.frame())
			} else {
				frames[n][mcid] = r.frame()
			}
		}
	}
	last, before := -1, frame{}
	var words string
	f.Tree().read(func(e *Element, p Piece) {
		m := f.mark(p)
		if m == nil {
			return
		}
		now, ok := frames[p.Page][p.MCID]
		if !ok {
			return
		}
		switch {
		case p.Page < last && now.left > before.right-1: // the second of two columns that run over pages
		case p.Page < last:
			f.blame("order", e.object(), "%.40q, on page %d, is read after page %d", m.Text, p.Page+1, last+1)
		case p.Page == last && now.bottom > before.top && now.left < before.right-1:
			f.blame("order", e.object(), "%.40q, on page %d, is read after %.40q, which stands below", m.Text, p.Page+1, words)
		case p.Page == last && now.right < before.left+1 && now.beside(before):
			f.blame("order", e.object(), "%.40q, on page %d, is read after %.40q, which stands at its right", m.Text, p.Page+1, words)
		}
		last, before, words = p.Page, now, m.Text
	})
}

// lookAtWords: between two runs of an element that do not touch there is a space, or a voice reads one word.
func (f *File) lookAtWords() {
	runs := map[Piece][]Run{}
	for n := range f.pages {
		for _, r := range f.pages[n].Runs {
			if r.Mark >= 0 {
				p := Piece{n, f.pages[n].Marks[r.Mark].MCID}
				runs[p] = append(runs[p], r)
			}
		}
	}
	texts := map[*Element][]Run{}
	var order []*Element
	f.Tree().read(func(e *Element, p Piece) {
		if e.Type == "Figure" || e.Type == "Formula" {
			return // its text is replaced by another
		}
		for e.up != nil && slices.Contains([]Name{"Span", "Link", "Reference", "Quote"}, e.Type) {
			e = e.up
		}
		if texts[e] == nil {
			order = append(order, e)
		}
		texts[e] = append(texts[e], runs[p]...)
	})
	for _, e := range order {
		f.lookAtRuns(e, texts[e])
	}
}

func (f *File) lookAtRuns(e *Element, runs []Run) {
	widest := 0.0
	for _, r := range runs {
		widest = max(widest, r.EndX)
	}
	line := "" // what stands before b on the line of a
	for i := 1; i < len(runs); i++ {
		a, b := runs[i-1], runs[i]
		same := math.Abs(a.EndY-b.Y) < 0.45*max(a.Size, b.Size) && b.X > a.X-1
		line += a.Text
		if parted(a.Text, b.Text) {
			if !same {
				line = ""
			}
			continue
		}
		touch := same && b.X-a.EndX < 0.12*b.Size
		// A word longer than its line is cut: it began the line, and fills it. A no-break space is in the word.
		cut := !same && !strings.Contains(line, " ") && a.EndX > widest-2*a.Size
		if !touch && !cut {
			f.blame("glued", e.object(), "%q and %q are read as one word", lastWord(a.Text), b.Text)
		}
		if !same {
			line = ""
		}
	}
}

// parted reports whether a sign that is no letter parts two texts.
func parted(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return a == "" || b == "" || !word(last) && last != ',' && last != '.' || !word(first) && first != '('
}

func lastWord(s string) string {
	all := strings.Fields(s)
	if len(all) == 0 {
		return s
	}
	return all[len(all)-1]
}
