// Package envelope is what is done to finished papers before they leave: several put into one file (Join), one locked
// with a password (Lock). It reads the PDF files that export/pdf writes, and no others: one table of objects at the end,
// no streams of objects, nothing added to the file afterwards.
//
//	read ──▶ objects by number ──▶ renumbered, hung below one tree of pages and one of tags ──▶ written
//	                           └─▶ every text and stream sealed with AES-256 ─────────────────▶ written
package envelope

import (
	"bytes"
	"crypto/md5" // an identifier, as the format wants it: nothing is protected by it
	"errors"
	"fmt"
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
	table, err := strconv.Atoi(p.word())
	if err != nil || table < 0 || table > len(pdf) {
		return nil, fmt.Errorf("no place of the table: %w", ErrNotOurs)
	}
	f := &file{version: string(bytes.TrimSpace(version)), objects: map[int]object{}}
	p.at = table
	places, err := p.table()
	if err != nil {
		return nil, err
	}
	if f.trailer, ok = p.value().(dict); !ok {
		return nil, fmt.Errorf("no trailer: %w", ErrNotOurs)
	}
	for number, place := range places {
		o, err := p.object(place)
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", number, err)
		}
		f.objects[number] = o
	}
	return f, nil
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

// add gives a new value the next free number.
func (f *file) add(v value) ref {
	number := len(f.objects) + 1
	for f.objects[number].value != nil {
		number++
	}
	f.objects[number] = object{value: v}
	return ref(number)
}

// bytes puts the file together: the objects that the trailer leads to, and no others, under numbers without a gap.
func (f *file) bytes() []byte {
	order := f.reached()
	numbers := map[ref]ref{}
	for i, r := range order {
		numbers[r] = ref(i + 1)
	}
	var out bytes.Buffer
	out.WriteString(f.version + "\n%\xe2\xe3\xcf\xd3\n")
	places := make([]int, len(order))
	for i, r := range order {
		places[i] = out.Len()
		o := f.objects[int(r)]
		fmt.Fprintf(&out, "%d 0 obj\n", i+1)
		renumber(o.value, numbers).write(&out)
		if o.stream != nil {
			out.WriteString("\nstream\n")
			out.Write(o.stream)
			out.WriteString("\nendstream")
		}
		out.WriteString("\nendobj\n")
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(order)+1)
	for _, place := range places {
		fmt.Fprintf(&out, "%010d 00000 n \n", place)
	}
	trailer := renumber(f.trailer, numbers).(dict).with("Size", number(strconv.Itoa(len(order)+1)))
	if trailer.get("Encrypt") == nil { // a key is derived from nothing of it, yet readers compare it
		sum := md5.Sum(out.Bytes())
		trailer = trailer.with("ID", array{text(sum[:]), text(sum[:])})
	}
	out.WriteString("trailer\n")
	trailer.write(&out)
	fmt.Fprintf(&out, "\nstartxref\n%d\n%%%%EOF\n", table)
	return out.Bytes()
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
