package envelope

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
)

// parser reads values from the text of a file. What it does not understand is nil: the caller says what is missing.
type parser struct {
	text  []byte
	at    int
	depth int
}

const maxDepth = 100 // of values within values; ours have six

// object reads the object at a place.
func (p *parser) object(place int) (object, error) {
	p.at = place
	p.word()
	p.word()
	if p.word() != "obj" {
		return object{}, fmt.Errorf("nothing there: %w", ErrNotOurs)
	}
	o := object{value: p.value()}
	if o.value == nil {
		return object{}, fmt.Errorf("a value that cannot be read: %w", ErrNotOurs)
	}
	if p.word() != "stream" {
		return o, nil
	}
	d, _ := o.value.(dict)
	length, ok := integer(d.get("Length"))
	if p.at < len(p.text) && p.text[p.at] == '\r' {
		p.at++
	}
	p.at++ // the end of the line
	if !ok || length < 0 || p.at+length > len(p.text) {
		return object{}, fmt.Errorf("a stream of unknown length: %w", ErrNotOurs)
	}
	o.stream = p.text[p.at : p.at+length : p.at+length]
	return o, nil
}

func isSpace(c byte) bool { return bytes.IndexByte([]byte(" \t\r\n\f\x00"), c) >= 0 }

func isEnd(c byte) bool { return isSpace(c) || bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// next skips white space and remarks, and looks at the sign that follows; 0 at the end.
func (p *parser) next() byte {
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case isSpace(c):
			p.at++
		case c == '%':
			for p.at < len(p.text) && p.text[p.at] != '\n' && p.text[p.at] != '\r' {
				p.at++
			}
		default:
			return c
		}
	}
	return 0
}

// word reads up to the next sign that ends a word.
func (p *parser) word() string {
	p.next()
	from := p.at
	for p.at < len(p.text) && !isEnd(p.text[p.at]) {
		p.at++
	}
	return string(p.text[from:p.at])
}

func (p *parser) value() value {
	p.depth++
	defer func() { p.depth-- }()
	c := p.next()
	switch {
	case p.depth > maxDepth:
		return nil
	case c == '/':
		p.at++
		return name(p.word())
	case c == '(':
		return p.literal()
	case c == '[':
		p.at++
		return p.array()
	case c == '<' && bytes.HasPrefix(p.text[p.at:], []byte("<<")):
		p.at += 2
		return p.dict()
	case c == '<':
		return p.digits()
	}
	return p.number()
}

// number reads a number, a word, or a reference: two numbers and an R.
func (p *parser) number() value {
	word := p.word()
	if word == "" {
		return nil
	}
	after := p.at
	if n, err := strconv.Atoi(word); err == nil && n > 0 {
		if p.word() == "0" && p.word() == "R" {
			return ref(n)
		}
	}
	p.at = after
	return number(word)
}

func (p *parser) array() value {
	out := array{}
	for p.next() != ']' {
		v := p.value()
		if v == nil {
			return nil
		}
		out = append(out, v)
	}
	p.at++
	return out
}

func (p *parser) dict() value {
	out := dict{}
	for p.next() != '>' {
		key, ok := p.value().(name)
		v := p.value()
		if !ok || v == nil {
			return nil
		}
		out = append(out, entry{key, v})
	}
	p.at += 2
	return out
}

func (p *parser) digits() value {
	end := bytes.IndexByte(p.text[p.at:], '>')
	if end < 0 {
		return nil
	}
	digits := bytes.Join(bytes.Fields(p.text[p.at+1:p.at+end]), nil)
	p.at += end + 1
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make(text, len(digits)/2)
	if _, err := hex.Decode(out, digits); err != nil {
		return nil
	}
	return out
}

// escapes are those of a literal string that stand for one sign.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (p *parser) literal() value {
	out := text{}
	open := 0
	for ; p.at < len(p.text); p.at++ {
		switch c := p.text[p.at]; c {
		case '(':
			if open++; open > 1 {
				out = append(out, c)
			}
		case ')':
			if open--; open == 0 {
				p.at++
				return out
			}
			out = append(out, c)
		case '\\':
			p.at++
			out = append(out, p.escaped()...)
		default:
			out = append(out, c)
		}
	}
	return nil
}

// escaped is what follows a backslash; it leaves the parser on its last sign.
func (p *parser) escaped() []byte {
	if p.at >= len(p.text) {
		return nil
	}
	c := p.text[p.at]
	switch {
	case c == '\n':
		return nil
	case c == '\r':
		if bytes.HasPrefix(p.text[p.at+1:], []byte("\n")) {
			p.at++
		}
		return nil
	case c >= '0' && c <= '7':
		n, from := 0, p.at
		for p.at < len(p.text) && p.at < from+3 && p.text[p.at] >= '0' && p.text[p.at] <= '7' {
			n = n*8 + int(p.text[p.at]-'0')
			p.at++
		}
		p.at--
		return []byte{byte(n)}
	case escapes[c] != 0:
		return []byte{escapes[c]}
	}
	return []byte{c}
}
