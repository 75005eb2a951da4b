package envelope

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"slices"
	"unicode/utf16"
)

// Join puts papers one behind the other into one file with this title: their pages, their tags, and a bookmark for each.
// It is as archival and as readable aloud as they are. The file speaks the language of the first.
func Join(title string, papers [][]byte) ([]byte, error) {
	j := joint{file: &file{objects: map[int]object{}}, same: map[[32]byte]ref{}}
	for i, pdf := range papers {
		one, err := read(pdf)
		if err != nil {
			return nil, fmt.Errorf("paper %d: %w", i+1, err)
		}
		if err := j.take(one); err != nil {
			return nil, fmt.Errorf("paper %d: %w", i+1, err)
		}
	}
	if len(j.sheaves) == 0 {
		return nil, fmt.Errorf("joining no paper: %w", ErrNotOurs)
	}
	j.finish(title)
	return j.bytes(nil), nil
}

// joint is the file under way.
type joint struct {
	*file
	same    map[[32]byte]ref // objects that refer to nothing, by their content: fonts, colours
	sheaves array            // the trees of pages
	pages   int
	tags    array // the highest of each paper, which becomes a part of the whole
	whole   ref
	parents array // of the tags: number, tag, number, tag…
	keys    int   // used in it
	marks   []mark
	tagRoot ref
}

// mark is a bookmark: the title of a paper, its first page, and its own bookmarks.
type mark struct {
	title value
	page  ref
	own   ref // 0 for none
}

// take moves the objects of a paper into the file.
func (j *joint) take(one *file) error {
	moved := j.move(one)
	trailer := renumber(one.trailer, moved).(dict)
	root := j.dict(trailer.get("Root"))
	tree, ok := root.get("Pages").(ref)
	pages := j.leaves(root.get("Pages"))
	if !ok || len(pages) == 0 {
		return fmt.Errorf("no pages: %w", ErrNotOurs)
	}
	if len(j.sheaves) == 0 {
		j.version, j.trailer = one.version, trailer
		j.tagRoot, j.whole = j.add(number("null")), j.add(number("null"))
	}
	j.sheaves = append(j.sheaves, tree)
	j.pages += len(pages)
	own, _ := root.get("Outlines").(ref)
	j.marks = append(j.marks, mark{j.dict(trailer.get("Info")).get("Title"), pages[0], own})
	j.takeTags(j.dict(root.get("StructTreeRoot")))
	j.shift(pages)
	return nil
}

// move gives the objects of a paper new numbers; what is already there word for word is not taken again.
func (j *joint) move(one *file) map[ref]ref {
	numbers := make([]int, 0, len(one.objects))
	for n := range one.objects {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	moved := map[ref]ref{}
	for _, n := range numbers {
		o := one.objects[n]
		sum := fingerprint(o)
		if there, ok := j.same[sum]; ok && o.stream != nil {
			moved[ref(n)] = there
			continue
		}
		to := j.add(o.value)
		moved[ref(n)] = to
		if o.stream != nil && !refers(o.value) {
			j.same[sum] = to
		}
	}
	for _, n := range numbers {
		to := int(moved[ref(n)])
		o := one.objects[n]
		j.objects[to] = object{value: renumber(o.value, moved), stream: o.stream}
	}
	return moved
}

func fingerprint(o object) [32]byte {
	var b bytes.Buffer
	o.value.write(&b)
	b.WriteByte(0)
	b.Write(o.stream)
	return sha256.Sum256(b.Bytes())
}

func refers(v value) (found bool) {
	mapped(v, func(leaf value) value {
		_, ok := leaf.(ref)
		found = found || ok
		return leaf
	})
	return found
}

// takeTags hangs the tags of a paper below those of the file.
func (j *joint) takeTags(root dict) {
	kids := j.array(root.get("K"))
	if r, ok := root.get("K").(ref); ok && kids == nil {
		kids = array{r}
	}
	for _, kid := range kids {
		r, ok := kid.(ref)
		if !ok {
			continue
		}
		o := j.objects[int(r)]
		o.value = j.dict(r).with("P", j.whole).with("S", name("Part"))
		j.objects[int(r)] = o
		j.tags = append(j.tags, r)
	}
	j.takeParents(j.dict(root.get("ParentTree")))
}

func (j *joint) takeParents(tree dict) {
	for _, kid := range j.array(tree.get("Kids")) {
		j.takeParents(j.dict(kid))
	}
	for i, v := range j.array(tree.get("Nums")) {
		if key, ok := integer(v); ok && i%2 == 0 {
			v = whole(key + j.keys)
		}
		j.parents = append(j.parents, v)
	}
}

// shift tells the pages and their links where their tags are now.
func (j *joint) shift(pages []ref) {
	next := j.keys
	move := func(r ref, field name) {
		d := j.dict(r)
		if key, ok := integer(d.get(field)); ok {
			next = max(next, key+j.keys+1)
			o := j.objects[int(r)]
			o.value = d.with(field, whole(key+j.keys))
			j.objects[int(r)] = o
		}
	}
	for _, page := range pages {
		move(page, "StructParents")
		for _, note := range j.array(j.dict(page).get("Annots")) {
			if r, ok := note.(ref); ok {
				move(r, "StructParent")
			}
		}
	}
	j.keys = next
}

// finish makes the one tree of pages, the one of tags, the bookmarks and the title.
func (j *joint) finish(title string) {
	all := j.add(dict{{"Type", name("Pages")}, {"Kids", j.sheaves}, {"Count", whole(j.pages)}})
	for _, sheaf := range j.sheaves {
		r := sheaf.(ref)
		j.objects[int(r)] = object{value: j.dict(r).with("Parent", all)}
	}
	root := j.root().with("Pages", all).with("Outlines", j.bookmarks()).with("PageMode", name("UseOutlines")).with("Names", nil).with("Dests", nil)
	if len(j.tags) > 0 {
		parents := j.add(dict{{"Nums", j.parents}})
		j.objects[int(j.whole)] = object{value: dict{{"S", name("Document")}, {"P", j.tagRoot}, {"K", j.tags}}}
		j.objects[int(j.tagRoot)] = object{value: j.dict(root.get("StructTreeRoot")).
			with("K", j.whole).with("ParentTree", parents).with("ParentTreeNextKey", whole(j.keys))}
		root = root.with("StructTreeRoot", j.tagRoot)
	}
	if r, ok := root.get("Metadata").(ref); ok {
		o := j.objects[int(r)]
		o.stream = retitled(o.stream, title)
		o.value = j.dict(r).with("Length", whole(len(o.stream)))
		j.objects[int(r)] = o
	}
	info := j.dict(j.trailer.get("Info")).with("Title", words(title))
	j.trailer = j.trailer.with("Root", j.add(root)).with("Info", j.add(info)).with("ID", nil)
}

// bookmarks are the titles of the papers, one below the other. The list of a paper's own becomes the title it hangs under,
// folded: its bookmarks already call it their parent.
func (j *joint) bookmarks() ref {
	list := j.add(number("null"))
	items := make([]ref, len(j.marks))
	for i, m := range j.marks {
		if items[i] = m.own; m.own == 0 {
			items[i] = j.add(number("null"))
		}
	}
	for i, m := range j.marks {
		if m.title == nil {
			m.title = words("")
		}
		d := dict{{"Title", m.title}, {"Parent", list}, {"Dest", array{m.page, name("Fit")}}}
		if i > 0 {
			d = d.with("Prev", items[i-1])
		}
		if i+1 < len(items) {
			d = d.with("Next", items[i+1])
		}
		if own := j.dict(m.own); own != nil {
			count, _ := integer(own.get("Count"))
			d = d.with("First", own.get("First")).with("Last", own.get("Last")).with("Count", whole(-count))
		}
		j.objects[int(items[i])] = object{value: d}
	}
	j.objects[int(list)] = object{value: dict{{"Type", name("Outlines")}, {"First", items[0]}, {"Last", items[len(items)-1]}, {"Count", whole(len(items))}}}
	return list
}

// words is a text of the document's properties.
func words(s string) text {
	out := text{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = binary.BigEndian.AppendUint16(out, unit)
	}
	return out
}

// retitled is the description of a file with another title.
func retitled(xmp []byte, title string) []byte {
	before, rest, ok1 := bytes.Cut(xmp, []byte("<dc:title>"))
	inside, after, ok2 := bytes.Cut(rest, []byte("</dc:title>"))
	open := bytes.Index(inside, []byte("<rdf:li"))
	if !ok1 || !ok2 || open < 0 {
		return xmp
	}
	from := open + bytes.IndexByte(inside[open:], '>') + 1
	to := bytes.Index(inside, []byte("</rdf:li>"))
	if to < from {
		return xmp
	}
	var escaped bytes.Buffer
	_ = xml.EscapeText(&escaped, []byte(title)) // a buffer takes everything
	return slices.Concat(before, []byte("<dc:title>"), inside[:from], escaped.Bytes(), inside[to:], []byte("</dc:title>"), after)
}
