package pdf

// layout fills pages with the strips written so far and adds the footers.
func (d *Document) layout() [][]mark {
	d.accompany()
	f := filler{room: d.room(), pages: []leaf{{}}}
	for i := 0; i < len(d.strips); {
		chain := d.chain(i, f.room)
		f.place(chain, d.strips[i:])
		i += len(chain)
	}
	pages := make([][]mark, len(f.pages))
	for n, p := range f.pages {
		pages[n] = append(p.marks(d.page.margin, f.room), d.footer(n+1, len(f.pages))...)
	}
	return pages
}

// chain is the run of strips from i that must share a page: as many as are glued and still fit on one, giving
// up the weaker glue first. Strips that no page can hold together come back one by one.
func (d *Document) chain(i int, room float64) []strip {
	for _, weakest := range []glue{kept, stuck} {
		height := 0.0
		if d.strips[i].head != nil {
			height = d.strips[i].head.height
		}
		for j := i; j < len(d.strips); j++ {
			if j > i && d.strips[j].opens {
				return d.strips[i:j]
			}
			if j > i {
				height += d.strips[j].before
			}
			height += d.strips[j].height
			if height > room+tolerance {
				break
			}
			if d.strips[j].glue < weakest || j == len(d.strips)-1 {
				return d.strips[i : j+1]
			}
		}
	}
	return d.strips[i : i+1]
}

// closest is the share of its gaps that a page may give up, rather than send a few lines to the next one.
const closest = 0.4

// leaf is a page that is being filled.
type leaf struct {
	strips []strip
	used   float64 // height, gaps counted whole
	gaps   float64 // of it, what may be squeezed
}

// take adds a strip under the others.
func (p *leaf) take(s strip) {
	if p.used == 0 {
		s.before = 0
	}
	p.strips = append(p.strips, s)
	p.used += s.before + s.height
	if !s.firm {
		p.gaps += s.before
	}
}

// with is the page and more strips under it.
func (p leaf) with(strips []strip) leaf {
	p.strips = nil
	for _, s := range strips {
		p.take(s)
	}
	return p
}

// fits reports whether the page holds in room, once its gaps are squeezed by at most share.
func (p leaf) fits(room, share float64) bool { return p.used-p.gaps*share <= room+tolerance }

// marks are what the page shows. All gaps of a page that is a little too full are squeezed alike.
func (p leaf) marks(margin, room float64) []mark {
	squeeze := 1.0
	if over := p.used - room; over > 0 && p.gaps > 0 {
		squeeze -= min(over/p.gaps, closest)
	}
	var marks []mark
	y := 0.0
	for _, s := range p.strips {
		gap := s.before
		if !s.firm {
			gap *= squeeze
		}
		y += gap
		marks = append(marks, shift(s.marks, margin, margin+y)...)
		y += s.height
	}
	return marks
}

// filler sets strips on pages.
type filler struct {
	room  float64
	pages []leaf
}

// place puts a chain on this page or, when it does not fit, on the next. The rest begins with the chain.
func (f *filler) place(chain, rest []strip) {
	page := &f.pages[len(f.pages)-1]
	empty := true
	for _, s := range chain {
		empty = empty && s.height == 0
	}
	switch {
	case page.used == 0:
	case chain[0].opens:
		page = f.turn()
	case page.with(chain).fits(f.room, 0), page.with(chain).fits(f.room, closest) && f.closes(*page, chain, rest):
	case empty:
		return // a gap at the foot of a page opens no other
	default:
		page = f.turn()
	}
	for _, s := range chain {
		if page.used == 0 && s.head != nil && len(f.pages) > 1 {
			page.take(strip{height: s.head.height, marks: decoration(s.head.marks)})
		}
		page.take(s)
	}
}

// closes reports whether squeezing a page spares the next one: with the chain it holds all that is left, or what its
// writer wished to keep together.
func (f *filler) closes(page leaf, chain, rest []strip) bool {
	for _, s := range chain[:len(chain)-1] {
		if s.glue == kept {
			return true
		}
	}
	for i, s := range rest {
		if i > 0 && s.opens {
			rest = rest[:i]
			break
		}
	}
	return page.with(rest).fits(f.room, closest)
}

func (f *filler) turn() *leaf {
	f.pages = append(f.pages, leaf{})
	return &f.pages[len(f.pages)-1]
}

// decoration is a copy that belongs to no element: a repeated head is read once only.
func decoration(marks []mark) []mark {
	copied := make([]mark, len(marks))
	for i, m := range marks {
		m.elem, m.part = nil, partHead
		copied[i] = m
	}
	return copied
}
