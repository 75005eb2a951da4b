package pdftest

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
)

// readTable reads the one table of references, which "startxref" points to.
func (f *File) readTable() {
	tail := f.bytes[max(0, len(f.bytes)-64):]
	end := ending.FindSubmatch(tail)
	if end == nil {
		f.blame("6.1.3", "end of file", "it ends with %.40q; wanted startxref, a number and %%%%EOF, nothing after", tail)
		return
	}
	start, err := strconv.Atoi(string(end[1]))
	if err != nil || start >= len(f.bytes) {
		f.blame("ISO 32000 7.5.5", "end of file", "startxref says %s, beyond the file", end[1])
		return
	}
	if objectHead.Match(f.bytes[start:]) {
		f.readTableStream(start)
		return
	}
	r := tableReader{File: f, rest: f.bytes[start:]}
	r.read()
	l := f.lexer("trailer", len(f.bytes)-len(r.rest))
	if word, err := l.next(); err != nil || word != operator("trailer") {
		f.blame("6.1.4", "trailer", "the table of references is not followed by a trailer")
		return
	}
	trailer, err := l.next()
	if err != nil {
		f.blame("ISO 32000 7.5.5", "trailer", "%v", err)
	}
	f.trailer, _ = trailer.(Dict)
}

type tableReader struct {
	*File
	rest []byte
}

var (
	tableHead    = regexp.MustCompile(`^xref(\r\n|\n|\r)`)
	tableSection = regexp.MustCompile(`^([0-9]+) ([0-9]+)(\r\n|\n|\r)`)
	tableEntry   = regexp.MustCompile(`^([0-9]{10}) ([0-9]{5}) ([nf])( \r| \n|\r\n)$`)
)

// read reads the sections. Their form is that of ISO 32000-1 7.5.4, and the ends of lines those of 6.1.4.
func (r *tableReader) read() {
	head := tableHead.Find(r.rest)
	if head == nil {
		r.blame("6.1.4", "xref", "startxref points to %.20q; wanted xref and one end of line", r.rest)
		return
	}
	r.rest = r.rest[len(head):]
	for {
		section := tableSection.FindSubmatch(r.rest)
		if section == nil {
			break
		}
		r.rest = r.rest[len(section[0]):]
		first, _ := strconv.Atoi(string(section[1]))
		many, _ := strconv.Atoi(string(section[2]))
		for n := first; n < first+many; n++ {
			if !r.entry(n) {
				return
			}
		}
	}
	if len(r.offsets) == 0 {
		r.blame("6.1.4", "xref", "no section, or one that is not written « 0 12 » and one end of line")
	}
}

func (r *tableReader) entry(n int) bool {
	const long = 20
	if len(r.rest) < long {
		r.blame("6.1.4", "xref", "the table ends before object %d", n)
		return false
	}
	e := tableEntry.FindSubmatch(r.rest[:long])
	if e == nil {
		r.blame("6.1.4", "xref", "the entry of object %d is %q", n, r.rest[:long])
		return false
	}
	r.rest = r.rest[long:]
	offset, _ := strconv.Atoi(string(e[1]))
	generation := string(e[2])
	switch free := e[3][0] == 'f'; {
	case n == 0:
		if !free || generation != "65535" {
			r.blame("ISO 32000 7.5.4", "xref", "object 0 must be free, of generation 65535")
		}
	case !free && generation != "00000":
		r.blame("house", "xref", "object %d is of generation %s: a file made at once has none", n, generation)
	case !free:
		r.offsets[n] = offset
	}
	return true
}

// packed says where an object inside a stream is.
type packed struct{ stream, index int }

// readTableStream reads a table of references that is a stream (ISO 32000-1 7.5.8); its dictionary is the trailer.
func (f *File) readTableStream(start int) {
	number := objectHead.FindSubmatch(f.bytes[start:])
	n, _ := strconv.Atoi(string(number[1]))
	s, ok := f.readObject(n, start).(*Stream)
	if !ok || f.name(s.Dict["Type"]) != "XRef" {
		f.blame("6.1.4", "xref", "startxref points to an object that is no table of references")
		return
	}
	f.trailer = s.Dict
	wide, ok := f.numbers(s.Dict["W"], 3)
	rows, err := f.bytesOf(s)
	if !ok || err != nil {
		f.blame("ISO 32000 7.5.8", "xref", "/W %v, %v", s.Dict["W"], err)
		return
	}
	sections := f.array(s.Dict["Index"])
	if sections == nil {
		sections = Array{0, f.integer(s.Dict["Size"], 0)}
	}
	field := func(i, none int) int {
		w := int(wide[i])
		if w == 0 {
			return none
		}
		v := 0
		for _, b := range rows[:w] {
			v = v<<8 | int(b)
		}
		rows = rows[w:]
		return v
	}
	for i := 0; i+1 < len(sections); i += 2 {
		first := f.integer(sections[i], 0)
		for n := first; n < first+f.integer(sections[i+1], 0); n++ {
			if len(rows) < int(wide[0]+wide[1]+wide[2]) {
				f.blame("ISO 32000 7.5.8", "xref", "the table ends before object %d", n)
				return
			}
			f.place(n, [3]int{field(0, 1), field(1, 0), field(2, 0)})
		}
	}
	if len(rows) > 0 {
		f.blame("ISO 32000 7.5.8", "xref", "%d bytes after the last object", len(rows))
	}
}

// place keeps one line of a table that is a stream.
func (f *File) place(n int, line [3]int) {
	switch {
	case line[0] == 0:
	case n == 0 || line[0] == 1 && line[2] != 0 || line[0] > 2:
		f.blame("ISO 32000 7.5.8", "xref", "the line of object %d is %v", n, line)
	case line[0] == 1:
		f.offsets[n] = line[1]
	default:
		f.packed[n] = packed{line[1], line[2]}
	}
}

// unpack reads the objects that are inside streams (ISO 32000-1 7.5.7).
func (f *File) unpack() {
	heads := map[int][]any{} // numbers and places, of each stream
	for _, n := range slices.Sorted(maps.Keys(f.packed)) {
		object, at := Ref{Number: n}.String(), f.packed[n]
		s, _ := f.objects[at.stream].(*Stream)
		if s == nil || f.name(s.Dict["Type"]) != "ObjStm" {
			f.blame("ISO 32000 7.5.7", object, "object %d, which holds it, is no stream of objects", at.stream)
			continue
		}
		text, err := f.bytesOf(s)
		first := f.integer(s.Dict["First"], -1)
		if err != nil || first < 0 || first > len(text) || at.index >= f.integer(s.Dict["N"], 0) {
			f.blame("ISO 32000 7.5.7", object, "its place %d in object %d: /First %d, %v", at.index, at.stream, first, err)
			continue
		}
		if heads[at.stream] == nil {
			l := &lexer{text: text[:first], blame: func(string, string, ...any) {}}
			for v, err := l.next(); err == nil; v, err = l.next() {
				heads[at.stream] = append(heads[at.stream], v)
			}
		}
		f.objects[n] = f.unpackOne(object, n, packedText{heads[at.stream], text[first:], at.index})
	}
}

// packedText is a stream of objects: the numbers and places, the objects, and which one is wanted.
type packedText struct {
	head  []any
	body  []byte
	index int
}

func (f *File) unpackOne(object string, n int, p packedText) any {
	blame := func(clause, what string, args ...any) { f.blame(clause, object, what, args...) }
	var number, offset any
	if i := 2 * p.index; i+1 < len(p.head) {
		number, offset = p.head[i], p.head[i+1]
	}
	from, ok := offset.(int)
	if number != n || !ok || from < 0 || from >= len(p.body) {
		blame("ISO 32000 7.5.7", "in its stream stands object %v, at %v", number, offset)
		return nil
	}
	v, err := (&lexer{text: p.body, at: from, blame: blame}).value()
	_, word := v.(operator)
	_, ref := v.(Ref)
	if err != nil || word || ref {
		blame("ISO 32000 7.5.7", "it is %v, %v", v, err)
		return nil
	}
	return v
}

// predicted undoes what makes the rows of a table or of a picture easier to deflate: the filters of PNG.
func (f *File) predicted(b []byte, parms Dict) ([]byte, error) {
	if f.integer(parms["Predictor"], 1) < 10 {
		return b, nil
	}
	step := max(1, f.integer(parms["Colors"], 1)*f.integer(parms["BitsPerComponent"], 8)/8)
	row := (f.integer(parms["Columns"], 1)*f.integer(parms["Colors"], 1)*f.integer(parms["BitsPerComponent"], 8) + 7) / 8
	if row < 1 || len(b)%(row+1) != 0 {
		return nil, fmt.Errorf("%d bytes are no rows of %d", len(b), row)
	}
	above, out := make([]byte, row), make([]byte, 0, len(b))
	for ; len(b) > 0; b = b[row+1:] {
		line := slices.Clone(b[1 : row+1])
		for i := range line {
			left, corner := byte(0), byte(0)
			if i >= step {
				left, corner = line[i-step], above[i-step]
			}
			switch b[0] {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		out, above = append(out, line...), line
	}
	return out, nil
}

// paeth is the neighbour nearest to left + above - corner (PNG 9.4).
func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	distance := func(b byte) int { return max(p-int(b), int(b)-p) }
	switch {
	case distance(left) <= distance(above) && distance(left) <= distance(corner):
		return left
	case distance(above) <= distance(corner):
		return above
	}
	return corner
}
