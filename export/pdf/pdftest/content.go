package pdftest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// graphics is the state of drawing that q keeps and Q gives back.
type graphics struct {
	ctm                                        matrix
	font                                       *font
	size, chars, words, scale, leading, rising float64
	mode                                       int
}

// reader draws nothing and notes everything: it follows the operators of one content.
type reader struct {
	file      *File
	page      *Page
	object    string // where it is, for faults
	resources Dict
	operands  []any
	now       graphics
	kept      []graphics
	line, at  matrix // of the text
	inText    bool
	open      []int // the marked contents that are open: their places in all
	all       []Mark
	opened    []bool // for each of open: whether it was inside a text object
	depth     int    // of forms
}

func (f *File) readContent(n int) {
	p := &f.pages[n]
	if p.resources == nil {
		f.blame("6.2.2", p.object(n), "no /Resources of its own")
	}
	r := &reader{file: f, page: p, object: p.object(n), resources: p.resources}
	r.now = graphics{ctm: identity, scale: 1}
	r.run(f.content(n))
	if len(r.kept) > 0 {
		f.blame("ISO 32000 8.4.2", r.object, "%d q without a Q", len(r.kept))
	}
	if len(r.open) > 0 || r.inText {
		f.blame("ISO 32000 14.6", r.object, "the content ends inside a marked content or a text")
	}
	p.Marks = r.all
}

func (r *reader) blame(clause, what string, args ...any) {
	r.file.blame(clause, r.object, what, args...)
}

func (r *reader) run(content []byte) {
	l := &lexer{text: content, blame: r.blame}
	for {
		v, err := l.next()
		if errors.Is(err, errEnd) && len(r.operands) == 0 {
			return
		}
		if err != nil {
			r.blame("ISO 32000 7.8.2", "after %d bytes of content: %v", l.at, err)
			return
		}
		o, ok := v.(operator)
		if !ok {
			r.operands = append(r.operands, v)
			continue
		}
		if o == "BI" {
			r.inlineImage(l)
		} else {
			r.do(o)
		}
		r.operands = r.operands[:0]
	}
}

// operands of each operator; -1 is any number.
var operandsOf = map[operator]int{
	"q": 0, "Q": 0, "cm": 6, "w": 1, "J": 1, "j": 1, "M": 1, "d": 2, "ri": 1, "i": 1, "gs": 1,
	"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "h": 0, "re": 4,
	"S": 0, "s": 0, "f": 0, "F": 0, "f*": 0, "B": 0, "B*": 0, "b": 0, "b*": 0, "n": 0, "W": 0, "W*": 0,
	"BT": 0, "ET": 0, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Tf": 2, "Tr": 1, "Ts": 1,
	"Td": 2, "TD": 2, "Tm": 6, "T*": 0, "Tj": 1, "TJ": 1, "'": 1, `"`: 3,
	"CS": 1, "cs": 1, "SC": -1, "SCN": -1, "sc": -1, "scn": -1, "G": 1, "g": 1, "RG": 3, "rg": 3, "K": 4, "k": 4,
	"sh": 1, "Do": 1, "BMC": 1, "BDC": 2, "EMC": 0, "MP": 1, "DP": 2,
}

var paints = []operator{"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", `"`}

func (r *reader) do(o operator) {
	wanted, known := operandsOf[o]
	if !known {
		r.blame("6.2.2", "the operator %q does not exist", o)
		return
	}
	if wanted >= 0 && len(r.operands) != wanted {
		r.blame("ISO 32000 7.8.2", "%s has %d operands; wanted %d", o, len(r.operands), wanted)
		return
	}
	if slices.Contains(paints, o) {
		r.painted(o)
	}
	switch o {
	case "q", "Q", "cm", "gs", "ri":
		r.state(o)
	case "BMC", "BDC", "EMC", "MP", "DP":
		r.mark(o)
	case "CS", "cs", "G", "g", "RG", "rg", "K", "k", "sh":
		r.colour(o)
	case "Do":
		r.external()
	default:
		r.textual(o)
	}
}

// painted checks that what is about to be drawn is tagged, or said to be decoration (UA 7.1).
func (r *reader) painted(o operator) {
	for _, i := range r.open {
		r.all[i].paints = true
	}
	if !slices.ContainsFunc(r.open, func(i int) bool { return r.all[i].artifact || r.all[i].MCID >= 0 }) {
		r.blame("UA 7.1", "%s draws outside of tagged content and of decoration", o)
	}
}

func (r *reader) float(i int) float64 {
	x, ok := number(r.operands[i])
	if !ok {
		r.blame("ISO 32000 7.8.2", "%v is no number", r.operands[i])
	}
	return x
}

func (r *reader) matrix() matrix {
	var m matrix
	for i := range m {
		m[i] = r.float(i)
	}
	return m
}

// resource is what the content calls name in a category of its resources.
func (r *reader) resource(category Name, named any) any {
	name, _ := named.(Name)
	v, ok := r.file.dict(r.resources[category])[name]
	if !ok || r.file.resolve(v) == nil {
		r.blame("6.2.2", "no resource /%s of /%s", name, category)
	}
	return v
}

var intents = []Name{"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"}

func (r *reader) state(o operator) {
	switch o {
	case "q":
		if r.kept = append(r.kept, r.now); len(r.kept) > 28 {
			r.blame("6.1.13", "q is nested more than 28 times")
		}
		if r.inText {
			r.blame("ISO 32000 8.2", "q inside a text")
		}
	case "Q":
		if len(r.kept) == 0 {
			r.blame("ISO 32000 8.4.2", "Q without a q")
			return
		}
		r.now, r.kept = r.kept[len(r.kept)-1], r.kept[:len(r.kept)-1]
	case "cm":
		r.now.ctm = r.matrix().then(r.now.ctm)
	case "gs":
		r.resource("ExtGState", r.operands[0])
	case "ri":
		if name, _ := r.operands[0].(Name); !slices.Contains(intents, name) {
			r.blame("6.2.6", "the rendering intent %v does not exist", r.operands[0])
		}
	}
}

// mark opens and closes marked contents. They are whole inside a text object or whole outside (ISO 32000-1 14.6).
func (r *reader) mark(o operator) {
	switch o {
	case "EMC":
		last := len(r.open) - 1
		if last < 0 {
			r.blame("ISO 32000 14.6", "EMC closes nothing")
			return
		}
		if r.opened[last] != r.inText {
			r.blame("ISO 32000 14.6", "a marked content begins inside a text and ends outside, or the contrary")
		}
		r.open, r.opened = r.open[:last], r.opened[:last]
	case "BMC", "BDC":
		r.all = append(r.all, r.marked(o))
		r.open, r.opened = append(r.open, len(r.all)-1), append(r.opened, r.inText)
	}
}

// marked reads the tag and the properties of a marked content and checks that it may stand where it does.
func (r *reader) marked(o operator) Mark {
	tag, _ := r.operands[0].(Name)
	m := Mark{Tag: tag, MCID: -1, artifact: tag == "Artifact"}
	if o == "BDC" {
		properties, ok := r.operands[1].(Dict)
		if !ok {
			properties = r.file.dict(r.resource("Properties", r.operands[1]))
		}
		m.MCID = r.file.integer(properties["MCID"], -1)
		_, m.actual = properties["ActualText"]
		if lang := properties["Lang"]; lang != nil && !language.MatchString(r.file.text(lang)) {
			r.blame("6.7.4", "%q is no language", r.file.text(lang))
		}
	}
	for _, i := range r.open {
		switch outer := r.all[i]; {
		case outer.MCID >= 0 && m.artifact:
			r.blame("UA 7.1", "decoration inside tagged content %d", outer.MCID)
		case outer.artifact && m.MCID >= 0:
			r.blame("UA 7.1", "tagged content %d inside decoration", m.MCID)
		case outer.MCID >= 0 && m.MCID >= 0:
			r.blame("house", "tagged content %d inside %d", m.MCID, outer.MCID)
		}
	}
	if m.artifact && m.MCID >= 0 {
		r.blame("UA 7.1", "decoration that has the tag %d", m.MCID)
	}
	if m.MCID >= 0 && r.depth > 0 {
		r.blame("UA 7.20", "tagged content inside a form: it could be drawn twice")
	}
	return m
}

// external draws an image or a form.
func (r *reader) external() {
	named := r.resource("XObject", r.operands[0])
	s := r.file.stream(named)
	if s == nil {
		return
	}
	switch r.file.name(s.Dict["Subtype"]) {
	case "Image":
		if ref, ok := named.(Ref); ok {
			r.page.images = append(r.page.images, ref)
		}
	case "Form":
		r.form(s, where(named, r.object))
	default:
		r.blame("6.2.9", "it draws a thing that is neither an image nor a form")
	}
}

// form reads the content of a form where it is drawn.
func (r *reader) form(s *Stream, object string) {
	if r.depth > 5 {
		r.blame("house", "forms inside forms")
		return
	}
	content, err := r.file.bytesOf(s)
	if err != nil {
		r.blame("ISO 32000 7.4", "%v", err)
	}
	inner := *r
	inner.operands, inner.kept = nil, nil
	inner.object = r.object + ", " + object
	inner.resources = r.file.dict(s.Dict["Resources"])
	if inner.resources == nil {
		r.blame("6.2.2", "%s has no resources of its own", object)
	}
	inner.depth++
	if m, ok := r.file.numbers(s.Dict["Matrix"], 6); ok {
		inner.now.ctm = matrix(m).then(inner.now.ctm)
	}
	inner.run(content)
	if len(inner.kept) > 0 || len(inner.open) != len(r.open) {
		r.blame("ISO 32000 8.4.2", "%s leaves something open", object)
	}
	r.all = inner.all
}

// inlineImage passes over an image written in the content.
func (r *reader) inlineImage(l *lexer) {
	r.painted("BI")
	d := Dict{}
	for {
		k, err := l.next()
		if err != nil || k == operator("ID") {
			break
		}
		v, _ := l.next()
		if key, ok := k.(Name); ok {
			d[key] = v
		}
	}
	if _, compressed := d["F"]; compressed || d["Filter"] != nil {
		r.blame("house", "a compressed image in the content itself")
	}
	end := bytes.Index(l.text[l.at:], []byte("\nEI"))
	if end < 0 {
		r.blame("ISO 32000 8.9.7", "an image in the content has no end")
		l.at = len(l.text)
		return
	}
	l.at += end + len("\nEI")
	r.device(fmt.Sprint(d["CS"], d["ColorSpace"]))
}
