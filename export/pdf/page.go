package pdf

import "fmt"

const (
	mm        = 72 / 25.4 // points in a millimetre
	margin    = 20 * mm
	narrow    = 12 * mm // margin of a wide page
	footEdge  = 9 * mm  // from the foot of the page to the last line of the footer
	footGap   = 5 * mm  // from the last content to the footer
	footLines = 6       // the footer is for a sentence: more lines than this are not set
	pageShort = 595.28
	pageLong  = 841.89
	tolerance = 0.01 // points: sums of widths and heights are not exact
)

// geometry is the page in points. A page that is zoomed is laid out on a smaller sheet, and painted larger.
type geometry struct {
	width, height float64
	margin        float64
	zoom          float64
}

func newGeometry(meta Meta) geometry {
	g := geometry{width: pageShort, height: pageLong, margin: margin, zoom: max(meta.Zoom, 1)}
	if meta.A3 {
		g.width, g.height = pageLong, 2*pageShort
	}
	if meta.Landscape {
		g.width, g.height = g.height, g.width
	}
	if meta.Wide {
		g.margin = narrow
	}
	g.width, g.height, g.margin = g.width/g.zoom, g.height/g.zoom, g.margin/g.zoom
	return g
}

// measure is the width of the text.
func (g geometry) measure() float64 { return g.width - 2*g.margin }

// room is the height that strips can use on one page.
func (d *Document) room() float64 { return d.high }

func (d *Document) measuredRoom() float64 {
	foot := float64(max(len(d.sentence), len(d.footRight(888, 888)))) * d.footStyle().leading()
	return d.page.height - d.page.margin - max(d.page.margin, footEdge+foot+footGap)
}

// footer is the confidentiality sentence on the left, the stamp, the reference and the page number on the right.
func (d *Document) footer(n, total int) []mark {
	bottom := d.page.height - footEdge
	st := d.footStyle()
	marks := foot(d.sentence, bottom, st, func(line) float64 { return d.page.margin })
	right := d.page.margin + d.page.measure()
	return append(marks, foot(d.footRight(n, total), bottom, st, func(l line) float64 { return right - l.width })...)
}

func (d *Document) footStyle() style { return d.types.fit(noteStyle) }

// foot sets lines upwards from the bottom.
func foot(lines []line, bottom float64, st style, x func(line) float64) []mark {
	var marks []mark
	for i, l := range lines {
		y := bottom - float64(len(lines)-1-i)*st.leading()
		marks = append(marks, l.marks(x(l), y, st, nil)...)
	}
	for i := range marks {
		marks[i].part = partFooter
	}
	return marks
}

// footRight is the stamp, when there is one, above the reference and the number of the page: a line each.
func (d *Document) footRight(n, total int) []line {
	number := fmt.Sprintf("page\u00a0%d\u00a0/\u00a0%d", n, total)
	if d.meta.Reference != "" {
		number = brief(d.meta.Reference) + " · " + number
	}
	var lines []line
	for _, text := range []string{brief(d.meta.Stamp), number} {
		wrapped := d.types.wrap(d.types.words(plain(text), noteStyle), d.page.measure()/2)
		lines = append(lines, wrapped[:min(len(wrapped), 1)]...)
	}
	return lines
}

// brief bounds what stands beside the page number on every page, which must stay.
func brief(s string) string {
	const most = 44
	if signs := []rune(s); len(signs) > most {
		return string(signs[:most-1]) + "…"
	}
	return s
}

// footSentence leaves the right of the line to the page number.
func (d *Document) footSentence() []line {
	widest := 0.0
	for _, l := range d.footRight(888, 888) {
		widest = max(widest, l.width)
	}
	free := d.page.measure() - widest - 6*mm
	lines := d.types.paragraph(d.meta.Confidential, noteStyle, free)
	return lines[:min(len(lines), footLines)]
}
