package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// The content of a page is wrapped in marks as it is drawn, and the tree of elements says in what order and as what the
// marks are read (PDF 1.7 §14.7 and 14.8; PDF/UA-1 forbids to leave anything out):
//
//	page    /P <</MCID 7>> BDC  text  EMC      /Artifact <</Type/Layout>> BDC  rules, tints  EMC
//	               │
//	tree    Document ─ H1 ─ Table ─ TR ─ TD ─ L ─ LI ─ LBody ─ P …

// node is an element as the file holds it.
type node struct {
	tag        string
	up         *node
	kids       []kid // in reading order
	alt        string
	target     string // of a link: where it goes
	attributes string
	box        box // of a figure: where it stands on its page
	heading    heading
	object     int
}

// kid is what a node holds: another node, a link, or a piece of the content of a page.
type kid struct {
	node       *node
	annotation int // object of a link, else 0
	page       int // from 0
	mark       int // its number on the page
}

// box is an area of a page in points, from the top left corner.
type box struct{ left, top, right, bottom float64 }

// link is an area of a page, from 0, that opens something.
type link struct {
	node *node
	page int
	area box
}

// tagger makes the tree of a document and numbers the marks.
type tagger struct {
	root  *node
	level int       // of the last heading
	pages [][]*node // the node of each mark of each page
	links []link
}

// plainTags are the kinds that are one tag.
var plainTags = map[Kind]string{KindParagraph: "P", KindNote: "P", KindSignature: "P", KindTable: "Table", KindRow: "TR",
	KindHead: "TH", KindCell: "TD", KindFigure: "Figure", KindList: "L", KindItem: "LI", KindQuote: "BlockQuote", KindLink: "Link"}

// newTagger makes the tree of what is drawn. Elements without content are left out, but for the cells of a table.
func newTagger(root *Element, pages [][]mark) *tagger {
	t := &tagger{root: &node{tag: "Document"}, pages: make([][]*node, len(pages))}
	forEach(root, func(e *Element) { e.drawn, e.Label, e.body, e.label = false, "", nil, nil })
	for _, marks := range pages {
		for _, m := range marks {
			switch {
			case m.elem == nil:
			case m.part == partLabel:
				m.elem.Label += m.text
			default:
				m.elem.drawn = true
			}
		}
	}
	for _, e := range root.kids {
		t.grow(t.root, e)
	}
	return t
}

// grow adds an element to a node.
func (t *tagger) grow(up *node, e *Element) {
	n := &node{tag: plainTags[e.Kind], up: up}
	e.body = n
	switch e.Kind {
	case KindTitle, KindHeading:
		n.tag = t.heading(e)
	case KindTable:
		t.table(n, e)
	case KindHead, KindCell:
		n.attributes = cellAttributes(e, "Row")
	case KindList:
		if len(e.kids) > 0 {
			n.attributes = "/O/List/ListNumbering/" + numbering(e.kids[0].Label)
		}
	case KindQuote:
		e.body = n.inside("P")
	case KindItem:
		if e.Label != "" && e.drawn {
			e.label = n.inside("Lbl")
		}
		e.body = n.inside("LBody")
		if e.label == nil { // a label alone is all the item says
			e.label = e.body
		}
	case KindFigure:
		n.alt = e.Alt
		if e.Alt == "" { // a figure without words is an ornament of the words beside
			e.body = nil
			return
		}
	case KindLink: // it takes its place in the sentence when it is drawn
		n.target = e.Alt
		return
	}
	if e.Kind != KindTable {
		for _, kid := range e.kids {
			t.grow(e.body, kid)
		}
	}
	if e.drawn || e.Label != "" || e.leads() || len(e.body.kids) > 0 || e.Kind == KindHead || e.Kind == KindCell {
		up.kids = append(up.kids, kid{node: n})
	}
}

// inside adds a node to another.
func (n *node) inside(tag string) *node {
	part := &node{tag: tag, up: n}
	n.kids = append(n.kids, kid{node: part})
	return part
}

// numbering is how a list counts, in the words of PDF.
func numbering(label string) string {
	switch {
	case label == "":
		return "None"
	case label[0] >= '0' && label[0] <= '9':
		return "Decimal"
	case strings.HasPrefix(label, bullet):
		return "Disc"
	}
	return "Square"
}

// heading is the tag of a heading: one level under the last at most.
func (t *tagger) heading(e *Element) string {
	if e.drawn {
		t.level = min(e.Level, t.level+1)
	}
	return fmt.Sprint("H", max(1, t.level))
}

// table gathers the rows under a head and a body, every row with as many cells as the longest. Heads without a row under
// them are the body: a table must have one.
func (t *tagger) table(n *node, e *Element) {
	columns, empty := 0, true
	for _, row := range e.kids {
		columns = max(columns, row.width())
		empty = empty && (row.heads || len(row.kids) == 0)
	}
	var group *node
	for _, row := range e.kids {
		if len(row.kids) == 0 {
			continue
		}
		tag := "TBody"
		if row.heads && !empty {
			tag = "THead"
		}
		if group == nil || group.tag != tag {
			group = n.inside(tag)
		}
		t.row(group, row, columns)
	}
}

func (t *tagger) row(up *node, e *Element, columns int) {
	n := up.inside("TR")
	e.body = n
	for _, cell := range e.kids {
		if cell.Kind != KindHead && cell.Kind != KindCell {
			t.grow(n.inside("TD"), cell)
			continue
		}
		t.grow(n, cell)
		if e.heads && cell.Kind == KindHead {
			cell.body.attributes = cellAttributes(cell, "Column")
		}
	}
	for range columns - e.width() {
		n.inside("TD")
	}
}

// cellAttributes say what a header cell is the head of, and how many columns a cell takes.
func cellAttributes(e *Element, scope string) string {
	said := ""
	if e.Kind == KindHead {
		said += "/Scope/" + scope
	}
	if e.span > 1 {
		said += fmt.Sprintf("/ColSpan %d", e.span)
	}
	if said == "" {
		return ""
	}
	return "/O/Table" + said
}

// open is what is written before marks that are drawn together on a page, from 0. All are of one element and one part.
func (t *tagger) open(page int, marks []mark) string {
	first := marks[0]
	n := t.nodeOf(first)
	if n == nil {
		return artifact(first.part)
	}
	if first.elem.Level > 0 {
		n.name(page, marks)
	}
	switch n.tag {
	case "Link":
		if len(n.kids) == 0 { // it takes its place in the sentence
			n.up.kids = append(n.up.kids, kid{node: n})
		}
		t.links = append(t.links, link{n, page, around(marks)})
	case "Figure":
		area := around(marks)
		if n.box != (box{}) {
			area = n.box.with(area)
		}
		n.box = area
	}
	number := len(t.pages[page])
	t.pages[page] = append(t.pages[page], n)
	n.kids = append(n.kids, kid{page: page, mark: number})
	return fmt.Sprintf("/%s <</MCID %d>> BDC", n.tag, number)
}

func (t *tagger) nodeOf(m mark) *node {
	switch {
	case m.elem == nil:
		return nil
	case m.part == partLabel:
		return m.elem.label
	}
	return m.elem.body
}

// artifact says what kind of decoration comes.
func artifact(p part) string {
	switch p {
	case partFooter:
		return "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC"
	case partHead:
		return "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC"
	}
	return "/Artifact <</Type/Layout>> BDC"
}

// around is the area that marks cover together.
func around(marks []mark) box {
	all := marks[0].area()
	for _, m := range marks[1:] {
		all = all.with(m.area())
	}
	return all
}

func (b box) with(other box) box {
	return box{min(b.left, other.left), min(b.top, other.top), max(b.right, other.right), max(b.bottom, other.bottom)}
}

// area is what a mark covers, roughly for text.
func (m mark) area() box {
	switch m.shape {
	case shapeText:
		return box{m.x, m.y - m.size, m.x + m.w, m.y + m.size*0.3}
	case shapeDot, shapeRing:
		return box{m.x - m.w/2, m.y - m.w/2, m.x + m.w/2, m.y + m.w/2}
	case shapeIcon:
		return box{m.x, m.y, m.x + m.w, m.y + m.w}
	}
	return box{min(m.x, m.x+m.w), min(m.y, m.y+m.h), max(m.x, m.x+m.w), max(m.y, m.y+m.h)}
}

// nodes lists the tree, each node before what it holds.
func (t *tagger) nodes() []*node {
	var list []*node
	var walk func(*node)
	walk = func(n *node) {
		list = append(list, n)
		for _, k := range n.kids {
			if k.node != nil {
				walk(k.node)
			}
		}
	}
	walk(t.root)
	return slices.Clip(list)
}
