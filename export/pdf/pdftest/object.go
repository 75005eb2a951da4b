package pdftest

import (
	"fmt"
	"unicode/utf16"
)

// What a PDF file is made of. Numbers are int or float64, null is nil.
type (
	// Name is a name, without its slash.
	Name string
	// Ref points to an indirect object.
	Ref struct{ Number, Generation int }
	// Dict is a dictionary.
	Dict map[Name]any
	// Array is an array.
	Array []any
	// String is a string as its bytes say it.
	String []byte
	// operator is a word of a content stream or of the file's structure.
	operator string
)

// Stream is a dictionary followed by bytes.
type Stream struct {
	Dict
	raw []byte
}

func (r Ref) String() string { return fmt.Sprintf("object %d", r.Number) }

// Text reads a text string: UTF-16 with its mark, or one byte a sign (ISO 32000-1 7.9.2.2). Of the latter only what is
// the same in Latin-1 is read.
func (s String) Text() string {
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	}
	signs := make([]rune, len(s))
	for i, b := range s {
		signs[i] = rune(b)
	}
	return string(signs)
}

// resolve follows references. A reference to nothing is null, as PDF says; judgeObjects blames it.
func (f *File) resolve(v any) any {
	for range 20 {
		ref, ok := v.(Ref)
		if !ok {
			return v
		}
		v = f.objects[ref.Number]
	}
	return nil
}

func (f *File) dict(v any) Dict {
	switch v := f.resolve(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

func (f *File) array(v any) Array    { a, _ := f.resolve(v).(Array); return a }
func (f *File) stream(v any) *Stream { s, _ := f.resolve(v).(*Stream); return s }
func (f *File) name(v any) Name      { n, _ := f.resolve(v).(Name); return n }
func (f *File) text(v any) string    { s, _ := f.resolve(v).(String); return s.Text() }

// integer is v, or none where v is no integer.
func (f *File) integer(v any, none int) int {
	if n, ok := f.resolve(v).(int); ok {
		return n
	}
	return none
}

func number(v any) (float64, bool) {
	switch v := v.(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// numbers reads an array of exactly n numbers.
func (f *File) numbers(v any, n int) ([]float64, bool) {
	a := f.array(v)
	if len(a) != n {
		return nil, false
	}
	all := make([]float64, n)
	for i, e := range a {
		x, ok := number(f.resolve(e))
		if !ok {
			return nil, false
		}
		all[i] = x
	}
	return all, true
}

// where names an object for people: by its number when it has one.
func where(v any, otherwise string) string {
	if ref, ok := v.(Ref); ok {
		return ref.String()
	}
	return otherwise
}
