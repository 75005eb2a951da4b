package pdftest

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// lexer cuts bytes into objects, strictly: what is not written as PDF says is an error, what PDF allows and PDF/A
// does not is blamed.
type lexer struct {
	text  []byte
	at    int
	blame func(clause, what string, args ...any)
}

var errEnd = errors.New("end of the bytes")

func isSpace(b byte) bool {
	return b == 0 || b == '\t' || b == '\n' || b == '\f' || b == '\r' || b == ' '
}

func isDelimiter(b byte) bool {
	switch b {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skip() {
	for l.at < len(l.text) {
		switch b := l.text[l.at]; {
		case isSpace(b):
			l.at++
		case b == '%':
			for l.at < len(l.text) && l.text[l.at] != '\n' && l.text[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next is the next object. References are not joined here: see value.
func (l *lexer) next() (any, error) {
	l.skip()
	if l.at >= len(l.text) {
		return nil, errEnd
	}
	rest := l.text[l.at:]
	switch {
	case bytes.HasPrefix(rest, []byte("<<")):
		l.at += 2
		return l.dictionary()
	case rest[0] == '<':
		return l.hexString()
	case rest[0] == '(':
		return l.literalString()
	case rest[0] == '[':
		l.at++
		return l.list()
	case rest[0] == '/':
		return l.readName()
	case bytes.HasPrefix(rest, []byte(">>")):
		l.at += 2
		return operator(">>"), nil
	case isDelimiter(rest[0]):
		l.at++
		return operator(rest[:1]), nil
	}
	return l.word()
}

// value is the next object, "12 0 R" being one.
func (l *lexer) value() (any, error) {
	v, err := l.next()
	n, ok := v.(int)
	if err != nil || !ok || n < 0 {
		return v, err
	}
	back := l.at
	if g, err := l.next(); err == nil {
		if g, ok := g.(int); ok {
			if r, err := l.next(); err == nil && r == operator("R") {
				return Ref{n, g}, nil
			}
		}
	}
	l.at = back
	return v, nil
}

func (l *lexer) list() (any, error) {
	a := Array{}
	for {
		v, err := l.value()
		if err != nil {
			return nil, fmt.Errorf("in an array: %w", err)
		}
		if v == operator("]") {
			return a, nil
		}
		if o, ok := v.(operator); ok {
			return nil, fmt.Errorf("%q in an array", o)
		}
		a = append(a, v)
	}
}

func (l *lexer) dictionary() (any, error) {
	d := Dict{}
	for {
		k, err := l.next()
		if err != nil {
			return nil, fmt.Errorf("in a dictionary: %w", err)
		}
		if k == operator(">>") {
			return d, nil
		}
		key, ok := k.(Name)
		if !ok {
			return nil, fmt.Errorf("%v is no key of a dictionary", k)
		}
		v, err := l.value()
		if err != nil {
			return nil, fmt.Errorf("value of /%s: %w", key, err)
		}
		if o, ok := v.(operator); ok {
			return nil, fmt.Errorf("value of /%s is %q", key, o)
		}
		if _, twice := d[key]; twice {
			l.blame("ISO 32000 7.3.7", "key /%s is there twice", key)
		}
		d[key] = v
	}
}

func (l *lexer) hexString() (any, error) {
	end := bytes.IndexByte(l.text[l.at:], '>')
	if end < 0 {
		return nil, errors.New("a hexadecimal string has no end")
	}
	var digits []byte
	for _, b := range l.text[l.at+1 : l.at+end] {
		switch {
		case isSpace(b):
		case bytes.IndexByte([]byte("0123456789abcdefABCDEF"), b) < 0:
			l.blame("6.1.6", "%q in a hexadecimal string", b)
		default:
			digits = append(digits, b)
		}
	}
	l.at += end + 1
	if len(digits)%2 != 0 {
		l.blame("6.1.6", "a hexadecimal string of %d digits, an odd number", len(digits))
		digits = append(digits, '0')
	}
	s := make(String, len(digits)/2)
	for i := range s {
		b, _ := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		s[i] = byte(b)
	}
	return l.bounded(s), nil
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f', '(': '(', ')': ')', '\\': '\\'}

func (l *lexer) literalString() (any, error) {
	s, depth := String{}, 0
	for ; l.at < len(l.text); l.at++ {
		switch b := l.text[l.at]; b {
		case '(':
			if depth++; depth > 1 {
				s = append(s, b)
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return l.bounded(s), nil
			}
			s = append(s, b)
		case '\\':
			s = l.escape(s)
		default:
			s = append(s, b)
		}
	}
	return nil, errors.New("a string has no end")
}

// escape reads what follows a backslash, and stops on its last byte.
func (l *lexer) escape(s String) String {
	l.at++
	if l.at >= len(l.text) {
		return s
	}
	b := l.text[l.at]
	if meant, ok := escapes[b]; ok {
		return append(s, meant)
	}
	if b == '\n' || b == '\r' {
		return s
	}
	if b < '0' || b > '7' {
		return append(s, b)
	}
	code := 0
	for n := 0; n < 3 && l.at < len(l.text) && l.text[l.at] >= '0' && l.text[l.at] <= '7'; n++ {
		code = code*8 + int(l.text[l.at]-'0')
		l.at++
	}
	l.at--
	return append(s, byte(code))
}

func (l *lexer) bounded(s String) String {
	if len(s) > 32767 {
		l.blame("6.1.13", "a string of %d bytes; the most is 32767", len(s))
	}
	return s
}

func (l *lexer) readName() (any, error) {
	var name []byte
	for l.at++; l.at < len(l.text) && !isSpace(l.text[l.at]) && !isDelimiter(l.text[l.at]); l.at++ {
		b := l.text[l.at]
		if b == '#' && l.at+2 < len(l.text) {
			code, err := strconv.ParseUint(string(l.text[l.at+1:l.at+3]), 16, 8)
			if err != nil {
				return nil, fmt.Errorf("/%s…: a number sign without two digits", name)
			}
			b = byte(code)
			l.at += 2
		}
		name = append(name, b)
	}
	if len(name) > 127 {
		l.blame("6.1.13", "a name of %d bytes; the most is 127", len(name))
	}
	if !utf8.Valid(name) {
		l.blame("6.1.8", "the name %q is not UTF-8", name)
	}
	return Name(name), nil
}

func (l *lexer) word() (any, error) {
	from := l.at
	for l.at < len(l.text) && !isSpace(l.text[l.at]) && !isDelimiter(l.text[l.at]) {
		l.at++
	}
	w := string(l.text[from:l.at])
	switch w {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	if bytes.IndexByte([]byte("+-.0123456789"), w[0]) < 0 {
		return operator(w), nil
	}
	if n, err := strconv.Atoi(w); err == nil {
		if n > 2147483647 || n < -2147483648 {
			l.blame("6.1.13", "the integer %s is out of range", w)
		}
		return n, nil
	}
	if bytes.ContainsAny([]byte(w), "eEnNxXpP_") {
		return nil, fmt.Errorf("%q is no number", w)
	}
	x, err := strconv.ParseFloat(w, 64)
	if err != nil {
		return nil, fmt.Errorf("%q is no number", w)
	}
	if x > 3.403e38 || x < -3.403e38 || x != 0 && x < 1.175e-38 && x > -1.175e-38 {
		l.blame("6.1.13", "the number %s is out of range", w)
	}
	return x, nil
}
