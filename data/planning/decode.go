package planning

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// decode reads one JSON value into what v points to, strictly: every field is known, of its type, there once, and those
// that must be there are. The packages of the standard library are too kind for a file that decides of children.
func decode(text []byte, v any, format string) error {
	text = bytes.TrimPrefix(text, []byte("\ufeff")) // Windows editors put one
	switch {
	case len(bytes.TrimSpace(text)) == 0:
		return &FormatError{Code: EmptyFile}
	case !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0:
		return &FormatError{Code: NotText}
	}
	d := decoder{text: text, tokens: json.NewDecoder(bytes.NewReader(text)), format: format}
	d.tokens.UseNumber()
	if err := d.next(reflect.ValueOf(v).Elem(), ""); err != nil {
		return err
	}
	if _, err := d.tokens.Token(); err != io.EOF {
		return d.fault(Trailing, "", "")
	}
	return nil
}

type decoder struct {
	text   []byte
	tokens *json.Decoder
	format string
}

// optional are the fields that may be missing although they are always written; omitempty says the others.
var optional = map[reflect.Type][]string{
	reflect.TypeFor[Plan]():    {"problem_sha256", "seed", "iterations", "proven", "waiting", "objective"},
	reflect.TypeFor[Waiting](): {"reasons"},
	reflect.TypeFor[Reason]():  {"text"},
	reflect.TypeFor[Level]():   {"name"},
}

// fault is an error at the place that has just been read.
func (d *decoder) fault(code FormatCode, path, found string) *FormatError {
	line := 1 + bytes.Count(d.text[:d.tokens.InputOffset()], []byte("\n"))
	return &FormatError{Code: code, Path: path, Line: line, Found: short(found)}
}

func (d *decoder) wrong(want Want, path string, found any) *FormatError {
	words := ""
	switch found := found.(type) {
	case string:
		words = strconv.Quote(found)
	case json.Number:
		words = found.String()
	case bool:
		words = strconv.FormatBool(found)
	case json.Delim:
		words = found.String()
	case nil:
		words = "null"
	}
	e := d.fault(WrongType, path, words)
	e.Want = want
	return e
}

// short is the beginning of what a file says.
func short(found string) string {
	if runes := []rune(found); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return found
}

func (d *decoder) token(path string) (json.Token, error) {
	token, err := d.tokens.Token()
	if err == nil {
		return token, nil
	}
	syntax, ok := errors.AsType[*json.SyntaxError](err)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || ok && syntax.Offset >= int64(len(d.text)) {
		return nil, d.fault(Truncated, path, "")
	}
	e := d.fault(NotJSON, path, "")
	if ok {
		e.Line = 1 + bytes.Count(d.text[:min(syntax.Offset, int64(len(d.text)))], []byte("\n"))
	}
	return nil, e
}

// next reads the next value into v.
func (d *decoder) next(v reflect.Value, path string) error {
	token, err := d.token(path)
	if err != nil {
		return err
	}
	return d.value(v, path, token)
}

// value reads into v the value that token begins.
func (d *decoder) value(v reflect.Value, path string, token json.Token) error {
	if text, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return d.word(text, path, token)
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(v.Elem(), path, token)
	case reflect.Struct:
		return d.object(v, path, token)
	case reflect.Slice:
		return d.list(v, path, token)
	case reflect.Array:
		return d.pair(v, path, token)
	case reflect.String:
		text, ok := token.(string)
		if !ok {
			return d.wrong(WantText, path, token)
		}
		v.SetString(text)
	case reflect.Bool:
		flag, ok := token.(bool)
		if !ok {
			return d.wrong(WantFlag, path, token)
		}
		v.SetBool(flag)
	default:
		return d.number(v, path, token)
	}
	return nil
}

// number reads a whole number: "4.0" and "1e3" are none. An int holds 32 bits everywhere, so that every machine reads
// the same.
func (d *decoder) number(v reflect.Value, path string, token json.Token) error {
	digits, ok := token.(json.Number)
	if !ok {
		return d.wrong(WantNumber, path, token)
	}
	if v.CanUint() {
		n, err := strconv.ParseUint(digits.String(), 10, 64)
		if err != nil {
			return d.wrong(WantNumber, path, token)
		}
		v.SetUint(n)
		return nil
	}
	n, err := strconv.ParseInt(digits.String(), 10, 32)
	if err != nil {
		return d.wrong(WantNumber, path, token)
	}
	v.SetInt(n)
	return nil
}

// word reads an hour or a date.
func (d *decoder) word(v encoding.TextUnmarshaler, path string, token json.Token) error {
	want := WantHour
	if _, ok := v.(*Date); ok {
		want = WantDate
	}
	text, ok := token.(string)
	if !ok || v.UnmarshalText([]byte(text)) != nil {
		return d.wrong(want, path, token)
	}
	return nil
}

func (d *decoder) list(v reflect.Value, path string, token json.Token) error {
	if token != json.Delim('[') {
		return d.wrong(WantList, path, token)
	}
	for i := 0; d.tokens.More(); i++ {
		item := reflect.New(v.Type().Elem()).Elem()
		if err := d.next(item, path+"["+strconv.Itoa(i)+"]"); err != nil {
			return err
		}
		v.Set(reflect.Append(v, item))
	}
	if v.IsNil() {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	_, err := d.token(path)
	return err
}

func (d *decoder) pair(v reflect.Value, path string, token json.Token) error {
	list := reflect.New(reflect.SliceOf(v.Type().Elem())).Elem()
	if token != json.Delim('[') {
		return d.wrong(WantPair, path, token)
	}
	if err := d.list(list, path, token); err != nil {
		return err
	}
	if list.Len() != v.Len() {
		return d.wrong(WantPair, path, json.Number(strconv.Itoa(list.Len())))
	}
	reflect.Copy(v, list)
	return nil
}

func (d *decoder) object(v reflect.Value, path string, token json.Token) error {
	if token != json.Delim('{') {
		return d.wrong(WantObject, path, token)
	}
	fields, needed := fieldsOf(v.Type())
	var seen []string
	for d.tokens.More() {
		token, err := d.token(path)
		if err != nil {
			return err
		}
		name, _ := token.(string)
		at := join(path, short(name))
		field, known := fields[name]
		switch {
		case !known:
			return d.fault(UnknownField, at, name)
		case slices.Contains(seen, name):
			return d.fault(RepeatedField, at, name)
		}
		seen = append(seen, name)
		if err := d.next(v.Field(field), at); err != nil {
			return err
		}
		if at == "format" && v.Field(field).String() != d.format {
			return d.fault(OtherFormat, at, v.Field(field).String())
		}
	}
	if _, err := d.token(path); err != nil {
		return err
	}
	for _, name := range needed {
		if !slices.Contains(seen, name) {
			return d.fault(MissingField, join(path, name), name)
		}
	}
	return nil
}

// fieldsOf are the fields of a type by their names in files, and those that must be there.
func fieldsOf(t reflect.Type) (fields map[string]int, needed []string) {
	fields = map[string]int{}
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "-" {
			continue
		}
		fields[name] = i
		if options != "omitempty" && !slices.Contains(optional[t], name) {
			needed = append(needed, name)
		}
	}
	return fields, needed
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
