package pdf

import (
	"fmt"
	"strings"
)

// A paper of so many pages has bookmarks, made of its headings: PDF/UA-1 §7.17 advises them for what is long, and asks
// that they follow the reading.
const (
	pagesToMark    = 5
	headingsToMark = 2 // one alone leads nowhere
)

// heading is what a bookmark says and where it leads.
type heading struct {
	words string
	page  int     // from 0
	top   float64 // points from the top of the page
}

// name gives a heading the words of marks that are drawn on a page, from 0.
func (n *node) name(page int, marks []mark) {
	if n.heading.words == "" {
		n.heading = heading{page: page, top: around(marks).top}
	}
	for _, m := range marks {
		n.heading.words += m.text
	}
}

// bookmark is a heading as the list beside the pages shows it.
type bookmark struct {
	heading
	level  int
	up     *bookmark // nil: at the top of the list
	kids   []*bookmark
	object int
}

// bookmarks adds the headings as a list that readers show beside the pages, and answers the entry of the catalogue; ""
// for a paper that needs none. The title is not in it: it is above.
func (a *archive) bookmarks(t *tagger, sheets []int, height float64) string {
	list := &bookmark{}
	all := headings(t, list)
	if len(sheets) < pagesToMark || len(all) < headingsToMark {
		return ""
	}
	list.object = a.pack("")
	for _, b := range all {
		b.object = a.pack("")
	}
	for _, b := range all {
		at := fmt.Sprintf("/Title%s/Parent %d 0 R/Dest[%d 0 R/XYZ %.2f %.2f null]", literal(b.words), b.up.object, sheets[b.page], 0.0, height-b.top)
		a.objects[b.object] = []byte("<<" + at + b.neighbours() + b.inside(-1) + ">>")
	}
	a.objects[list.object] = []byte("<</Type/Outlines" + list.inside(1) + ">>")
	return fmt.Sprintf("/Outlines %d 0 R", list.object)
}

// headings hangs the headings that were drawn under list, each under the one it is a part of, and answers them in the
// order of reading.
func headings(t *tagger, list *bookmark) []*bookmark {
	var all []*bookmark
	last := list
	for _, n := range t.nodes() {
		level, ok := strings.CutPrefix(n.tag, "H")
		n.heading.words = strings.TrimSpace(n.heading.words)
		if !ok || level == "1" || n.heading.words == "" {
			continue
		}
		b := &bookmark{heading: n.heading, level: int(level[0] - '0'), up: last}
		for b.up.level >= b.level {
			b.up = b.up.up
		}
		b.up.kids = append(b.up.kids, b)
		all = append(all, b)
		last = b
	}
	return all
}

// neighbours are the bookmarks before and after, under the same one.
func (b *bookmark) neighbours() string {
	said := ""
	for i, kid := range b.up.kids {
		if kid != b {
			continue
		}
		if i > 0 {
			said += fmt.Sprintf("/Prev %d 0 R", b.up.kids[i-1].object)
		}
		if i+1 < len(b.up.kids) {
			said += fmt.Sprintf("/Next %d 0 R", b.up.kids[i+1].object)
		}
	}
	return said
}

// inside are the bookmarks under b: shown when sign is 1, folded when it is -1.
func (b *bookmark) inside(sign int) string {
	if len(b.kids) == 0 {
		return ""
	}
	return fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", b.kids[0].object, b.kids[len(b.kids)-1].object, sign*len(b.kids))
}
