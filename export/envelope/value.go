package envelope

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strconv"
)

// value is one of the kinds below, or nil.
type value interface{ write(*bytes.Buffer) }

type (
	name   string // without its slash, escapes as they came
	number string // also true, false, null: a word that is copied as it came
	text   []byte // a string, its escapes resolved
	ref    int    // to an object; its generation is always 0
	array  []value
	dict   []entry // in the order of the file
	entry  struct {
		key   name
		value value
	}
)

func (n name) write(out *bytes.Buffer)   { out.WriteString("/" + string(n)) }
func (n number) write(out *bytes.Buffer) { out.WriteString(string(n)) }
func (r ref) write(out *bytes.Buffer)    { out.WriteString(strconv.Itoa(int(r)) + " 0 R") }

// write always writes digits: nothing in them can end the string before its time.
func (t text) write(out *bytes.Buffer) { out.WriteString("<" + hex.EncodeToString(t) + ">") }

func (a array) write(out *bytes.Buffer) {
	out.WriteByte('[')
	for i, v := range a {
		if i > 0 {
			out.WriteByte(' ')
		}
		v.write(out)
	}
	out.WriteByte(']')
}

func (d dict) write(out *bytes.Buffer) {
	out.WriteString("<<")
	for _, e := range d {
		e.key.write(out)
		out.WriteByte(' ')
		e.value.write(out)
		out.WriteByte('\n')
	}
	out.WriteString(">>")
}

// get is the value of a key, nil for none.
func (d dict) get(key name) value {
	for _, e := range d {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

// with is d with another value for a key; without it when v is nil. d itself stays as it was.
func (d dict) with(key name, v value) dict {
	i := slices.IndexFunc(d, func(e entry) bool { return e.key == key })
	out := slices.Clone(d)
	switch {
	case v == nil && i >= 0:
		return slices.Delete(out, i, i+1)
	case v == nil:
		return out
	case i >= 0:
		out[i].value = v
		return out
	}
	return append(out, entry{key, v})
}

// renumber is v with other numbers in its references; one to nothing becomes null.
func renumber(v value, numbers map[ref]ref) value {
	return mapped(v, func(leaf value) value {
		r, ok := leaf.(ref)
		if !ok {
			return leaf
		}
		if to, ok := numbers[r]; ok {
			return to
		}
		return number("null")
	})
}

// mapped is v with each leaf, whatever is neither an array nor a dictionary, replaced.
func mapped(v value, change func(value) value) value {
	switch v := v.(type) {
	case array:
		out := make(array, len(v))
		for i, each := range v {
			out[i] = mapped(each, change)
		}
		return out
	case dict:
		out := make(dict, len(v))
		for i, e := range v {
			out[i] = entry{e.key, mapped(e.value, change)}
		}
		return out
	}
	return change(v)
}

// integer is the whole number that v is.
func integer(v value) (int, bool) {
	n, ok := v.(number)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(string(n))
	return i, err == nil
}

func whole(n int) number { return number(strconv.Itoa(n)) }

// decimal is the number that v is, 0 for anything else.
func decimal(v value) float64 {
	n, _ := v.(number)
	f, _ := strconv.ParseFloat(string(n), 64)
	return f
}
