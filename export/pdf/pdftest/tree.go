package pdftest

import (
	"fmt"
	"slices"
	"strings"
)

// Element is one element of the structure: what a screen reader meets.
type Element struct {
	Type   Name // as RoleMap has it: one of the standard types
	Alt    string
	Kids   []*Element
	Pieces []Piece // its own content

	ref     Ref
	dict    Dict
	up      *Element
	order   []any // kids (*Element) and pieces (Piece), as they are read
	objects []Ref // annotations
}

// Piece is a content of an element: a mark on a page.
type Piece struct{ Page, MCID int }

// standard are the types of ISO 32000-1 14.8.4.
var standard = []Name{"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
	"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
	"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
	"Figure", "Formula", "Form"}

func (e *Element) object() string {
	if e.ref == (Ref{}) {
		return "tree of structure"
	}
	return fmt.Sprintf("%s, a %s", e.ref, e.Type)
}

// walk visits e and all that is under it, in the order of reading.
func (e *Element) walk(visit func(*Element)) {
	visit(e)
	for _, k := range e.Kids {
		k.walk(visit)
	}
}

// read visits the contents of e and of all that is under it, in the order of reading, with the element each belongs to.
func (e *Element) read(visit func(*Element, Piece)) {
	for _, o := range e.order {
		switch o := o.(type) {
		case *Element:
			o.read(visit)
		case Piece:
			visit(e, o)
		}
	}
}

func (e *Element) add(p Piece) { e.Pieces, e.order = append(e.Pieces, p), append(e.order, p) }

// Tree is the structure, in the order of reading. Its root is no element.
func (f *File) Tree() *Element {
	root, _ := f.catalog()["StructTreeRoot"].(Ref)
	b := treeReader{File: f, roles: f.dict(f.dict(root)["RoleMap"]), seen: map[Ref]bool{}, page: map[Ref]int{}}
	for i, p := range f.pages {
		b.page[p.ref] = i
	}
	e := &Element{ref: root, dict: f.dict(root)}
	b.kids(e, e.dict["K"], -1)
	e.ref = Ref{}
	return e
}

type treeReader struct {
	*File
	roles Dict
	seen  map[Ref]bool
	page  map[Ref]int
}

// kids reads what /K of an element says; page is that of its pieces.
func (b *treeReader) kids(e *Element, v any, page int) {
	if list := b.array(v); list != nil {
		for _, k := range list {
			b.kids(e, k, page)
		}
		return
	}
	if v == nil {
		return
	}
	if mcid, ok := b.resolve(v).(int); ok {
		e.add(Piece{page, mcid})
		return
	}
	d := b.dict(v)
	switch kind := b.name(d["Type"]); kind {
	case "MCR":
		if pg, ok := d["Pg"].(Ref); ok {
			page = b.pageOf(pg, e)
		}
		e.add(Piece{page, b.integer(d["MCID"], -1)})
	case "OBJR":
		obj, _ := d["Obj"].(Ref)
		e.objects = append(e.objects, obj)
	case "StructElem", "":
		ref, ok := v.(Ref)
		if !ok || b.seen[ref] || d == nil {
			b.blame("ISO 32000 14.7.2", e.object(), "its kid %v is no element, or stands twice in the tree", v)
			return
		}
		b.seen[ref] = true
		b.element(e, ref, page)
	default:
		b.blame("ISO 32000 14.7.2", e.object(), "a kid of type %s", kind)
	}
}

func (b *treeReader) pageOf(ref Ref, e *Element) int {
	n, ok := b.page[ref]
	if !ok {
		b.blame("ISO 32000 14.7.2", e.object(), "/Pg is %s, which is no page", ref)
		return -1
	}
	return n
}

func (b *treeReader) element(up *Element, ref Ref, page int) {
	d := b.dict(ref)
	e := &Element{ref: ref, dict: d, up: up, Alt: b.text(d["Alt"])}
	e.Type = b.role(b.name(d["S"]), ref)
	if d["P"] != up.ref {
		b.blame("UA 7.1", e.object(), "/P is %v; it stands in %s", d["P"], up.ref)
	}
	if pg, ok := d["Pg"].(Ref); ok {
		page = b.pageOf(pg, e)
	}
	up.Kids, up.order = append(up.Kids, e), append(up.order, e)
	b.kids(e, d["K"], page)
}

// role is the standard type that a type stands for.
func (b *treeReader) role(s Name, ref Ref) Name {
	if _, mapped := b.roles[s]; mapped && slices.Contains(standard, s) {
		b.blame("6.7.3.4", ref.String(), "the standard type %s is given another role", s)
		return s
	}
	first := s
	for range 20 {
		if slices.Contains(standard, s) {
			return s
		}
		next := b.name(b.roles[s])
		if next == "" {
			b.blame("6.7.3.4", ref.String(), "the type %s is no standard type, nor mapped to one", first)
			return s
		}
		s = next
	}
	b.blame("6.7.3.4", ref.String(), "the roles of %s run in circles", first)
	return s
}

// Text is all the text of e, in the order of reading.
func (f *File) Text(e *Element) string {
	var b strings.Builder
	e.read(func(_ *Element, p Piece) {
		if m := f.mark(p); m != nil {
			b.WriteString(m.Text)
		}
	})
	return b.String()
}

func (f *File) mark(p Piece) *Mark {
	if p.Page < 0 || p.Page >= len(f.pages) {
		return nil
	}
	marks := f.pages[p.Page].Marks
	i := slices.IndexFunc(marks, func(m Mark) bool { return m.MCID == p.MCID && p.MCID >= 0 })
	if i < 0 {
		return nil
	}
	return &marks[i]
}

// judgeTree checks the structure, its elements one by one, and that content and structure know each other.
func (f *File) judgeTree() {
	root := f.catalog()["StructTreeRoot"]
	if f.name(f.dict(root)["Type"]) != "StructTreeRoot" {
		f.blame("6.7.3.3", where(root, "catalog"), "the root of the structure has no /Type")
		return
	}
	if _, ok := root.(Ref); !ok {
		f.blame("ISO 32000 14.7.2", "catalog", "/StructTreeRoot must be an object of its own")
		return
	}
	tree := f.Tree()
	if len(tree.Kids) != 1 || tree.Kids[0].Type != "Document" {
		f.blame("house", tree.object(), "the structure is not one Document")
	}
	tree.walk(func(e *Element) {
		if e != tree {
			f.judgeElement(e)
		}
	})
	f.judgeHeadings(tree)
	f.judgeNotes(tree)
	f.judgeParents(tree)
}

// judgeHeadings: they begin at 1, and never go down by more than one level (UA 7.4.2).
func (f *File) judgeHeadings(tree *Element) {
	level := 0
	tree.walk(func(e *Element) {
		if e.Type == "H" {
			f.blame("UA 7.4.4", e.object(), "a heading without a level, beside those that have one")
		}
		if len(e.Type) != 2 || e.Type[0] != 'H' || e.Type[1] < '1' || e.Type[1] > '6' {
			return
		}
		next := int(e.Type[1] - '0')
		if next > level+1 {
			f.blame("UA 7.4.2", e.object(), "it comes after a heading of level %d", level)
		}
		level = next
	})
	if level == 0 {
		f.blame("house", tree.object(), "no heading at all")
	}
}

func (f *File) judgeNotes(tree *Element) {
	seen := map[string]bool{}
	tree.walk(func(e *Element) {
		if e.Type != "Note" {
			return
		}
		id := f.text(e.dict["ID"])
		if id == "" || seen[id] {
			f.blame("UA 7.9", e.object(), "its /ID is %q: a note has one of its own", id)
		}
		seen[id] = true
	})
}

// judgeParents checks the way back, from content to structure: /ParentTree, which says for each page, and for each
// annotation, the elements they belong to.
func (f *File) judgeParents(tree *Element) {
	parents := map[int]any{}
	f.readNumbers(f.dict(f.catalog()["StructTreeRoot"])["ParentTree"], parents, 0)
	owner := map[Piece]*Element{}
	tree.walk(func(e *Element) {
		for _, p := range e.Pieces {
			if owner[p] != nil {
				f.blame("ISO 32000 14.7.4", e.object(), "the content %d of page %d belongs to %s too", p.MCID, p.Page+1, owner[p].object())
			}
			if f.mark(p) == nil {
				f.blame("ISO 32000 14.7.4", e.object(), "the content %d of page %d is drawn nowhere", p.MCID, p.Page+1)
			}
			owner[p] = e
		}
	})
	used := map[int]bool{}
	for n := range f.pages {
		f.judgePageParents(n, parents, owner, used)
	}
	next := f.integer(f.dict(f.catalog()["StructTreeRoot"])["ParentTreeNextKey"], -1)
	for key := range parents {
		if next >= 0 && key >= next {
			f.blame("ISO 32000 14.7.2", "tree of structure", "/ParentTreeNextKey is %d, and the key %d is taken", next, key)
		}
	}
}

func (f *File) judgePageParents(n int, parents map[int]any, owner map[Piece]*Element, used map[int]bool) {
	p := &f.pages[n]
	key := f.integer(p.dict["StructParents"], -1)
	list, ok := f.resolve(parents[key]).(Array)
	tagged := slices.ContainsFunc(p.Marks, func(m Mark) bool { return m.MCID >= 0 })
	if key < 0 || used[key] || !ok {
		if tagged {
			f.blame("ISO 32000 14.7.4.4", p.object(n), "/StructParents is %d: no list of its own in the parent tree", key)
		}
		return
	}
	used[key] = true
	for _, m := range p.Marks {
		if m.MCID < 0 {
			continue
		}
		e := owner[Piece{n, m.MCID}]
		switch {
		case e == nil:
			f.blame("UA 7.1", p.object(n), "the content %d belongs to no element", m.MCID)
		case m.MCID >= len(list) || list[m.MCID] != e.ref:
			f.blame("ISO 32000 14.7.4.4", p.object(n), "the parent tree does not lead from the content %d to %s", m.MCID, e.object())
		}
	}
}

// readNumbers reads a tree of numbers (ISO 32000-1 7.9.7): keys in order.
func (f *File) readNumbers(v any, into map[int]any, depth int) {
	d := f.dict(v)
	nums := f.array(d["Nums"])
	if d == nil || depth > 20 || len(nums)%2 != 0 {
		f.blame("ISO 32000 7.9.7", where(v, "parent tree"), "no tree of numbers")
		return
	}
	last := -1
	for i := 0; i < len(nums); i += 2 {
		key := f.integer(nums[i], -1)
		if key <= last {
			f.blame("ISO 32000 7.9.7", where(v, "parent tree"), "the key %d comes after %d", key, last)
		}
		last = key
		into[key] = nums[i+1]
	}
	for _, k := range f.array(d["Kids"]) {
		f.readNumbers(k, into, depth+1)
	}
}

// Outline is what the paper reads to who does not see it, an element a line: its type, what replaces it, its text.
func (f *File) Outline() []string {
	var all []string
	f.Tree().walk(func(e *Element) {
		var text strings.Builder
		for _, p := range e.Pieces {
			if m := f.mark(p); m != nil {
				text.WriteString(m.Text)
			}
		}
		if e.Alt != "" || text.Len() > 0 {
			all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", e.Type, e.Alt, strings.TrimSpace(text.String()))))
		}
	})
	return all
}
