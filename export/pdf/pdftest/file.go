package pdftest

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
)

// File is a file that was read, with what is wrong about it so far.
type File struct {
	bytes   []byte
	offsets map[int]int    // where each object begins
	packed  map[int]packed // those that are inside a stream
	objects map[int]any
	trailer Dict
	pages   []Page
	decoded map[*Stream][]byte
	fonts   map[Ref]*font

	usable bool // there is a catalog: the rest can be judged
	faults []Fault
	count  map[string]int
}

// Read reads a file strictly: one table of references, made exactly as PDF/A says, each object where it announces.
func Read(file []byte) *File {
	f := &File{bytes: file, offsets: map[int]int{}, packed: map[int]packed{}, objects: map[int]any{}, decoded: map[*Stream][]byte{},
		fonts: map[Ref]*font{}, count: map[string]int{}}
	f.readHeader()
	f.readTable()
	for _, n := range slices.Sorted(maps.Keys(f.offsets)) {
		f.objects[n] = f.readObject(n, f.offsets[n])
	}
	f.unpack()
	f.readTrailer()
	root := f.dict(f.trailer["Root"])
	if f.name(root["Type"]) != "Catalog" {
		f.blame("ISO 32000 7.7.2", "trailer", "no catalog")
		return f
	}
	f.usable = true
	f.readPages()
	return f
}

func (f *File) catalog() Dict { return f.dict(f.trailer["Root"]) }

// numbersInOrder are the numbers of the objects.
func (f *File) numbersInOrder() []int { return slices.Sorted(maps.Keys(f.objects)) }

var (
	ending = regexp.MustCompile(`(?:\r\n|\n|\r)startxref(?:\r\n|\n|\r)([0-9]+)(?:\r\n|\n|\r)%%EOF(?:\r\n|\n|\r)?$`)
)

func (f *File) readHeader() {
	if !headerOf(f.bytes) {
		f.blame("6.1.2", "header", "the file begins with %.20q; wanted %%PDF-1.n, an end of line, and a comment of four bytes above 127", f.bytes)
	}
}

// headerOf matches bytes: a regular expression reads them as UTF-8.
func headerOf(file []byte) bool {
	line, rest, found := bytes.Cut(file[:min(len(file), 32)], []byte("\n"))
	if !found || !regexp.MustCompile(`^%PDF-1\.[0-7]\r?$`).Match(line) || len(rest) < 5 || rest[0] != '%' {
		return false
	}
	return !slices.ContainsFunc(rest[1:5], func(b byte) bool { return b < 128 })
}

func (f *File) lexer(object string, at int) *lexer {
	return &lexer{text: f.bytes, at: at, blame: func(clause, what string, args ...any) { f.blame(clause, object, what, args...) }}
}

var (
	objectHead = regexp.MustCompile(`^([0-9]+) ([0-9]+) obj(\r\n|\n|\r)`)
	objectEnd  = regexp.MustCompile(`^(\r\n|\n|\r)endobj(\r\n|\n|\r)`)
)

// readObject reads the object that the table says begins at offset, spaced as 6.1.9 asks.
func (f *File) readObject(n, offset int) any {
	object := Ref{Number: n}.String()
	if offset <= 0 || offset >= len(f.bytes) {
		f.blame("ISO 32000 7.5.4", object, "the table places it at %d, out of the file", offset)
		return nil
	}
	head := objectHead.FindSubmatch(f.bytes[offset:])
	if head == nil || string(head[1]) != strconv.Itoa(n) || f.bytes[offset-1] != '\n' && f.bytes[offset-1] != '\r' {
		f.blame("6.1.9", object, "at %d stands %.20q; wanted « %d 0 obj » on its own line", offset, f.bytes[offset:], n)
		return nil
	}
	l := f.lexer(object, offset+len(head[0]))
	v, err := l.value()
	if err != nil {
		f.blame("ISO 32000 7.3", object, "%v", err)
		return nil
	}
	if o, ok := v.(operator); ok {
		f.blame("ISO 32000 7.3", object, "it begins with %q", o)
		return nil
	}
	if d, ok := v.(Dict); ok {
		if s := f.readStream(l, object, d); s != nil {
			v = s
		}
	}
	if !objectEnd.Match(f.bytes[l.at:]) {
		f.blame("6.1.9", object, "it is followed by %.20q; wanted endobj on its own line", f.bytes[l.at:])
	}
	return v
}

// readStream reads the bytes after a dictionary, or nil when there are none.
func (f *File) readStream(l *lexer, object string, d Dict) *Stream {
	back := l.at
	if word, err := l.next(); err != nil || word != operator("stream") {
		l.at = back
		return nil
	}
	rest := f.bytes[l.at:]
	switch {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		rest = rest[2:]
	case bytes.HasPrefix(rest, []byte("\n")):
		rest = rest[1:]
	default:
		f.blame("6.1.7.1", object, "the word stream is not followed by an end of line")
	}
	l.at = len(f.bytes) - len(rest)
	length, ok := d["Length"].(int)
	if !ok || length < 0 || length > len(rest) {
		f.blame("6.1.7.1", object, "/Length is %v; wanted the number of bytes", d["Length"])
		length = max(0, bytes.Index(rest, []byte("endstream"))-1)
	}
	end := regexp.MustCompile(`^(\r\n|\n|\r)endstream`).Find(rest[length:])
	if end == nil {
		f.blame("6.1.7.1", object, "after %d bytes stands %.20q; wanted an end of line and endstream", length, rest[length:])
		at := bytes.Index(rest, []byte("endstream"))
		if at < 0 {
			return nil
		}
		if at != length {
			length = max(0, at-1)
		}
		end = rest[length : at+len("endstream")]
	}
	l.at += length + len(end)
	return &Stream{d, rest[:length]}
}

func (f *File) readTrailer() {
	if f.trailer == nil {
		return
	}
	most := 0
	for n := range f.objects {
		most = max(most, n)
	}
	if size := f.integer(f.trailer["Size"], -1); size != most+1 {
		f.blame("ISO 32000 7.5.5", "trailer", "/Size is %d; the greatest object is %d", size, most)
	}
	id := f.array(f.trailer["ID"])
	if len(id) != 2 || len(f.text(id[0])) == 0 || len(f.text(id[1])) == 0 {
		f.blame("6.1.3", "trailer", "/ID must be two strings that identify the file")
	}
	if f.trailer["Encrypt"] != nil {
		f.blame("6.1.3", "trailer", "the file is locked by a password")
	}
	if f.trailer["Prev"] != nil || f.trailer["XRefStm"] != nil {
		f.blame("house", "trailer", "the file has other tables: it was not made at once")
	}
}

// bytesOf is what a stream holds once decoded; images keep the coding of pictures.
func (f *File) bytesOf(s *Stream) ([]byte, error) {
	if known, ok := f.decoded[s]; ok {
		return known, nil
	}
	plain := s.raw
	for _, filter := range f.filters(s) {
		switch filter {
		case "FlateDecode":
			z, err := zlib.NewReader(bytes.NewReader(plain))
			if err != nil {
				return nil, fmt.Errorf("inflating: %w", err)
			}
			if plain, err = io.ReadAll(z); err != nil {
				return nil, fmt.Errorf("inflating: %w", err)
			}
			if plain, err = f.predicted(plain, f.dict(s.Dict["DecodeParms"])); err != nil {
				return nil, err
			}
		case "DCTDecode":
		default:
			return nil, errors.New("no reader for the filter " + string(filter))
		}
	}
	f.decoded[s] = plain
	return plain, nil
}

func (f *File) filters(s *Stream) []Name {
	switch v := f.resolve(s.Dict["Filter"]).(type) {
	case Name:
		return []Name{v}
	case Array:
		var all []Name
		for _, e := range v {
			all = append(all, f.name(e))
		}
		return all
	}
	return nil
}
