// Package envelope is what is done to finished papers before they leave: several put into one file (Join), one locked
// with a password (Lock). It reads the PDF files that export/pdf writes, and no others: a table that is a stream, objects
// in bundles, nothing added to the file afterwards. It writes them in the same way.
//
//	read ──▶ objects by number ──▶ renumbered, hung below one tree of pages and one of tags ──▶ written
//	                           └─▶ every text and stream sealed with AES-256 ─────────────────▶ written
package envelope

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// ErrNotOurs is a file that export/pdf did not write, or not whole.
var ErrNotOurs = errors.New("not a paper of ours")

// file is a paper taken apart.
type file struct {
	version string // "%PDF-1.7"
	objects map[int]object
	trailer dict
}

// object is one numbered value, with the stream that may follow it.
type object struct {
	value  value
	stream []byte // nil for none
}

// read takes a paper apart.
func read(pdf []byte) (*file, error) {
	version, _, ok := bytes.Cut(pdf, []byte("\n"))
	at := bytes.LastIndex(pdf, []byte("startxref"))
	if !ok || at < 0 || !bytes.HasPrefix(version, []byte("%PDF-")) {
		return nil, fmt.Errorf("no beginning or no end: %w", ErrNotOurs)
	}
	p := &parser{text: pdf, at: at + len("startxref")}
	place, err := strconv.Atoi(p.word())
	if err != nil || place < 0 || place > len(pdf) {
		return nil, fmt.Errorf("no place of the table: %w", ErrNotOurs)
	}
	table, err := p.object(place)
	if err != nil {
		return nil, fmt.Errorf("the table: %w", err)
	}
	f := &file{version: string(bytes.TrimSpace(version)), objects: map[int]object{}}
	f.trailer, _ = table.value.(dict)
	rows, err := table.inflated()
	if err != nil || len(rows)%rowSize != 0 || f.trailer.get("Type") != name("XRef") {
		return nil, fmt.Errorf("no table of objects: %w", ErrNotOurs)
	}
	for _, key := range []name{"Type", "Size", "W", "Length", "Filter"} {
		f.trailer = f.trailer.with(key, nil)
	}
	return f, f.fill(p, rows)
}

// rowSize is that of a row of the table: its kind, a place or the number of a bundle, the index in it ([1 4 2] bytes).
const rowSize = 7

// The kinds of rows.
const (
	rowPlace  = 1
	rowBundle = 2
)

// fill reads the objects that a table lists: those of the file first, then those in bundles.
func (f *file) fill(p *parser, rows []byte) error {
	bundles := map[int]bool{}
	for n, row := 0, rows; len(row) > 0; n, row = n+1, row[rowSize:] {
		where := int(binary.BigEndian.Uint32(row[1:]))
		switch row[0] {
		case rowBundle:
			bundles[where] = true
		case rowPlace:
			o, err := p.object(where)
			if err != nil {
				return fmt.Errorf("object %d: %w", n, err)
			}
			f.objects[n] = o
		}
	}
	for n := range bundles {
		if err := f.unpack(f.objects[n]); err != nil {
			return fmt.Errorf("bundle %d: %w", n, err)
		}
		delete(f.objects, n)
	}
	return nil
}

// unpack reads the objects of a bundle.
func (f *file) unpack(bundle object) error {
	d, _ := bundle.value.(dict)
	count, ok1 := integer(d.get("N"))
	first, ok2 := integer(d.get("First"))
	text, err := bundle.inflated()
	if err != nil || !ok1 || !ok2 || first < 0 || first > len(text) {
		return fmt.Errorf("a bundle that cannot be read: %w", ErrNotOurs)
	}
	index := &parser{text: text[:first]}
	for range count {
		n, err1 := strconv.Atoi(index.word())
		place, err2 := strconv.Atoi(index.word())
		if err1 != nil || err2 != nil || place < 0 || first+place > len(text) {
			return fmt.Errorf("the index of a bundle: %w", ErrNotOurs)
		}
		o := object{value: (&parser{text: text, at: first + place}).value()}
		if o.value == nil {
			return fmt.Errorf("object %d of a bundle: %w", n, ErrNotOurs)
		}
		f.objects[n] = o
	}
	return nil
}

const inflatedMost = 64 << 20 // bytes of one table or bundle: a year of papers has one

// inflated is what a stream says.
func (o object) inflated() ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(o.stream))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(z, inflatedMost))
}

// dict is the dictionary that v is, or refers to; nil for anything else.
func (f *file) dict(v value) dict {
	if r, ok := v.(ref); ok {
		v = f.objects[int(r)].value
	}
	d, _ := v.(dict)
	return d
}

// array is the array that v is, or refers to; nil for anything else.
func (f *file) array(v value) array {
	if r, ok := v.(ref); ok {
		v = f.objects[int(r)].value
	}
	a, _ := v.(array)
	return a
}

func (f *file) root() dict { return f.dict(f.trailer.get("Root")) }

// leaves are the pages of a tree.
func (f *file) leaves(tree value) []ref {
	r, ok := tree.(ref)
	d := f.dict(tree)
	if ok && d.get("Type") == name("Page") {
		return []ref{r}
	}
	var out []ref
	for _, kid := range f.array(d.get("Kids")) {
		out = append(out, f.leaves(kid)...)
	}
	return out
}

// add gives a new value the next free number.
func (f *file) add(v value) ref {
	number := len(f.objects) + 1
	for f.objects[number].value != nil {
		number++
	}
	f.objects[number] = object{value: v}
	return ref(number)
}

// reached are the objects that the trailer leads to, in the order in which they are met.
func (f *file) reached() []ref {
	var order []ref
	met := map[ref]bool{}
	var visit func(value)
	visit = func(v value) {
		switch v := v.(type) {
		case array:
			for _, each := range v {
				visit(each)
			}
		case dict:
			for _, e := range v {
				visit(e.value)
			}
		case ref:
			if o, ok := f.objects[int(v)]; ok && !met[v] {
				met[v] = true
				order = append(order, v)
				visit(o.value)
			}
		}
	}
	visit(f.trailer)
	return order
}

// Size is the size of the first page of a paper in points: width, height.
func Size(pdf []byte) (width, height float64, err error) {
	f, err := read(pdf)
	if err != nil {
		return 0, 0, err
	}
	pages := f.leaves(f.root().get("Pages"))
	if len(pages) == 0 {
		return 0, 0, fmt.Errorf("no pages: %w", ErrNotOurs)
	}
	for d := f.dict(pages[0]); d != nil; d = f.dict(d.get("Parent")) {
		if box := f.array(d.get("MediaBox")); len(box) == 4 {
			return decimal(box[2]) - decimal(box[0]), decimal(box[3]) - decimal(box[1]), nil
		}
	}
	return 0, 0, fmt.Errorf("a page without size: %w", ErrNotOurs)
}
