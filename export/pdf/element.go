package pdf

import (
	"fmt"
	"strings"
)

// Kind says what a piece of content is, for readers that do not see the page.
type Kind int

// The kinds of content. Container kinds (document, list, table, row) hold others and draw no text themselves.
const (
	KindDocument Kind = iota
	KindTitle
	KindHeading
	KindParagraph
	KindQuote
	KindNote
	KindList
	KindItem
	KindTable
	KindRow
	KindHead // a header cell
	KindCell
	KindFigure
	KindSignature
	KindLink // words of a sentence that open something
)

var kindNames = [...]string{"document", "title", "heading", "paragraph", "quote", "note", "list", "item",
	"table", "row", "head", "cell", "figure", "signature", "link"}

// String is the kind in one English word.
func (k Kind) String() string { return kindNames[k] }

// Element is one piece of content, in reading order, as a screen reader would meet it.
type Element struct {
	Kind  Kind
	Level int    // of a heading: 2 under the title, 3 under that
	Depth int    // how many elements hold this one
	Text  string // what was drawn, with the spaces between lines
	Label string // of an item: its bullet, its number, its box to tick
	Alt   string // of a figure: the sentence that replaces it; of a link: where it goes
	Page  int    // where it begins, from 1; 0 for a container or an empty cell

	kids  []*Element
	heads bool // of a row: it names the columns
	span  int  // of a cell: how many columns it takes; 0 is one
	drawn bool
	body  *node // what its marks belong to in the file
	label *node // the same for the marks of its label
}

// add opens a new element inside e.
func (e *Element) add(kind Kind) *Element {
	kid := &Element{Kind: kind, Depth: e.Depth + 1}
	e.kids = append(e.kids, kid)
	return kid
}

// width is how many columns a row takes.
func (e *Element) width() int {
	total := 0
	for _, cell := range e.kids {
		total += max(1, cell.span)
	}
	return total
}

// String is one indented line of an outline.
func (e Element) String() string {
	line := strings.Repeat("  ", max(0, e.Depth-1)) + e.Kind.String()
	if e.Level > 0 {
		line += fmt.Sprint(e.Level)
	}
	if e.Alt != "" {
		line += " (" + e.Alt + ")"
	}
	label := strings.TrimSpace(e.Label)
	if label == bullet { // it says nothing
		label = ""
	}
	if said := strings.TrimSpace(label + " " + e.Text); said != "" {
		line += ": " + said
	}
	return line
}

// Outline lists the content in reading order with the text that was really drawn: what tests compare and what
// accessible tags say. Page footers, rules and repeated table heads are decoration and not in it.
func (d *Document) Outline() []Element {
	forEach(d.root, func(e *Element) { e.Text, e.Label, e.Page = "", "", 0 })
	for n, page := range d.layout() {
		for _, m := range page {
			if m.elem == nil {
				continue
			}
			if m.elem.Page == 0 {
				m.elem.Page = n + 1
			}
			if m.part == partLabel {
				m.elem.Label += m.text
			} else {
				m.elem.Text += m.text
			}
		}
	}
	var list []Element
	forEach(d.root, func(e *Element) {
		if e != d.root {
			list = append(list, *e)
		}
	})
	return list
}

func forEach(e *Element, visit func(*Element)) {
	visit(e)
	for _, kid := range e.kids {
		forEach(kid, visit)
	}
}
