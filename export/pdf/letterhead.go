package pdf

// Letterhead is the head of the first page: who writes on the left, beside the logo, what the paper is on the right.
type Letterhead struct {
	Logo    []byte   // PNG, as export/picture makes it; nil: none
	LogoAlt string   // the sentence read instead of the logo
	From    []string // who writes, the first line strong
	Contact []string // small, under it: where to write and to call
	Right   []string // date or state
	About   []string // small, under it: reference, author, recipients
}

const (
	logoHigh = 17 * mm // the largest logo
	logoWide = 44 * mm
	logoGap  = 4 * mm
	headLeft = 0.57 // share of the width for who writes
)

// Letterhead sets the head. A logo that cannot be drawn is left out: papers are made all the same.
func (d *Document) Letterhead(h Letterhead) {
	left := d.page.measure()*headLeft - columnGap/2
	x := 0.0
	logo, high := d.logo(h)
	if logo.picture != nil {
		x = logo.w + logoGap/d.page.zoom
	}
	from := column{x: x, width: left - x}
	for i, s := range h.From {
		st := subStyle
		if i == 0 {
			st = smallStyle.strong()
		}
		from.lines = append(from.lines, d.text(s, st, from.width, d.root.add(KindParagraph))...)
	}
	for _, s := range h.Contact {
		from.lines = append(from.lines, d.text(s, contactStyle, from.width, d.root.add(KindParagraph))...)
	}
	to := column{x: d.page.measure()*headLeft + columnGap/2, right: true}
	to.width = d.page.measure() - to.x
	for _, s := range h.Right {
		to.lines = append(to.lines, d.text(s, subStyle, to.width, d.root.add(KindParagraph))...)
	}
	for _, s := range h.About {
		to.lines = append(to.lines, d.text(s, contactStyle, to.width, d.root.add(KindParagraph))...)
	}
	strips := d.whole(beside(from, to), d.room()/2)
	if logo.picture != nil {
		if len(strips) == 0 {
			strips = []strip{{}}
		}
		strips[0].height = max(strips[0].height, high)
		strips[0].over(logo)
	}
	d.add(0, strips...)
}

// logo is the picture of the team at the left of the head, and how high it stands.
func (d *Document) logo(h Letterhead) (mark, float64) {
	p, err := d.plateOf(h.Logo)
	if err != nil {
		return mark{}, 0
	}
	scale := min(logoHigh/float64(p.height), logoWide/float64(p.width)) / d.page.zoom // it grows no more than the room for the names
	figure := d.root.add(KindFigure)
	figure.Alt = clean(h.LogoAlt)
	high := float64(p.height) * scale
	return mark{shape: shapePicture, y: 1, w: float64(p.width) * scale, h: high, picture: p, elem: figure}, high + 1
}
