package pdftest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"regexp"
)

var boldName = regexp.MustCompile(`(?i)bold|black|heavy`)

// font is a composite font with TrueType outlines: the only kind our papers need.
type font struct {
	ref     Ref
	object  string
	name    Name
	widths  map[int]float64 // thousandths of the size, by code
	usual   float64         // of the codes that widths does not name
	glyphs  []byte          // two bytes a code; nil: the glyph is the code
	program *program
	unicode map[int]string  // what codes mean, one by one
	spans   []span          // and range by range
	faults  map[string]bool // what was said of its signs already
}

// fontOf reads a font once. What is wrong with its dictionaries is blamed then, what is wrong with its signs when they
// are shown (glyphs).
func (f *File) fontOf(ref Ref) *font {
	if known, ok := f.fonts[ref]; ok {
		return known
	}
	d := f.dict(ref)
	t := &font{ref: ref, object: ref.String(), name: f.name(d["BaseFont"]), widths: map[int]float64{}, unicode: map[int]string{}, faults: map[string]bool{}}
	f.fonts[ref] = t
	if f.name(d["Type"]) != "Font" || t.name == "" {
		f.blame("6.2.11.2", t.object, "no font, or one without a name")
	}
	if kind := f.name(d["Subtype"]); kind != "Type0" {
		f.blame("house", t.object, "a font of kind %s: its signs cannot be judged; papers use Type0", kind)
		return t
	}
	if e := f.name(d["Encoding"]); e != "Identity-H" {
		f.blame("6.2.11.3", t.object, "the encoding %v; papers use Identity-H", d["Encoding"])
	}
	heirs := f.array(d["DescendantFonts"])
	if len(heirs) != 1 {
		f.blame("ISO 32000 9.7.6", t.object, "%d descendant fonts; wanted one", len(heirs))
		return t
	}
	f.readHeir(t, f.dict(heirs[0]))
	f.readUnicode(t, d["ToUnicode"])
	return t
}

// readHeir reads the dictionary that holds the widths and the outlines.
func (f *File) readHeir(t *font, d Dict) {
	if f.name(d["Type"]) != "Font" || f.name(d["Subtype"]) != "CIDFontType2" {
		f.blame("house", t.object, "its outlines are of kind %v; papers use CIDFontType2", d["Subtype"])
		return
	}
	if f.name(d["BaseFont"]) != t.name {
		f.blame("ISO 32000 9.7.6", t.object, "it is called %s and its descendant %s", t.name, f.name(d["BaseFont"]))
	}
	system := f.dict(d["CIDSystemInfo"])
	if f.text(system["Registry"]) != "Adobe" || f.text(system["Ordering"]) == "" || f.integer(system["Supplement"], -1) < 0 {
		f.blame("6.2.11.3", t.object, "/CIDSystemInfo is %v", system)
	}
	f.readWidths(t, d)
	switch m := f.resolve(d["CIDToGIDMap"]).(type) {
	case *Stream:
		glyphs, err := f.bytesOf(m)
		if err != nil || len(glyphs)%2 != 0 {
			f.blame("6.2.11.3", t.object, "/CIDToGIDMap: %d bytes, %v", len(glyphs), err)
		}
		t.glyphs = glyphs
		if t.glyphs == nil {
			t.glyphs = []byte{}
		}
	case Name:
		if m != "Identity" {
			f.blame("6.2.11.3", t.object, "/CIDToGIDMap is %s", m)
		}
	default:
		f.blame("6.2.11.3", t.object, "no /CIDToGIDMap")
	}
	f.readDescriptor(t, f.dict(d["FontDescriptor"]))
}

func (f *File) readDescriptor(t *font, d Dict) {
	if f.name(d["Type"]) != "FontDescriptor" || f.name(d["FontName"]) != t.name {
		f.blame("ISO 32000 9.8", t.object, "no font descriptor of its name: %v", d["FontName"])
	}
	for _, key := range []Name{"Flags", "ItalicAngle", "Ascent", "Descent", "StemV"} {
		if _, ok := number(f.resolve(d[key])); !ok {
			f.blame("ISO 32000 9.8", t.object, "the font descriptor lacks /%s", key)
		}
	}
	if _, ok := f.numbers(d["FontBBox"], 4); !ok {
		f.blame("ISO 32000 9.8", t.object, "the font descriptor lacks /FontBBox")
	}
	s := f.stream(d["FontFile2"])
	if s == nil {
		f.blame("6.2.11.4.1", t.object, "the font %s is not embedded", t.name)
		return
	}
	bytes, err := f.bytesOf(s)
	if err == nil {
		t.program, err = readProgram(bytes)
	}
	if err != nil {
		t.program = nil
		f.blame("6.2.11.4.1", t.object, "the embedded font: %v", err)
	}
	if n := f.integer(s.Dict["Length1"], -1); n != len(bytes) {
		f.blame("ISO 32000 9.9", t.object, "/Length1 is %d; the font has %d bytes", n, len(bytes))
	}
	if set := f.stream(d["CIDSet"]); set != nil {
		f.readSet(t, set)
	}
}

// readSet checks that the list of the signs of a subset, which nobody must write, lists them all (6.2.11.4.2).
func (f *File) readSet(t *font, s *Stream) {
	set, err := f.bytesOf(s)
	if err != nil || t.program == nil {
		f.blame("6.2.11.4.2", t.object, "/CIDSet: %v", err)
		return
	}
	for glyph := 1; glyph < t.program.glyphs; glyph++ {
		if at := glyph / 8; t.glyphs == nil && (at >= len(set) || set[at]&(0x80>>(glyph%8)) == 0) {
			f.blame("6.2.11.4.2", t.object, "/CIDSet does not list the glyph %d", glyph)
			return
		}
	}
	if t.glyphs != nil {
		f.blame("6.2.11.4.2", t.object, "a /CIDSet beside a /CIDToGIDMap: leave it out")
	}
}

// readWidths reads "c [w w w]" and "first last w" (ISO 32000-1 9.7.4.3).
func (f *File) readWidths(t *font, d Dict) {
	t.usual = 1000
	if x, ok := number(f.resolve(d["DW"])); ok {
		t.usual = x
	}
	w := f.array(d["W"])
	for i := 0; i+1 < len(w); {
		first := f.integer(w[i], -1)
		if list, ok := f.resolve(w[i+1]).(Array); ok {
			for j, v := range list {
				t.widths[first+j], _ = number(f.resolve(v))
			}
			i += 2
			continue
		}
		last := f.integer(w[i+1], -1)
		if i+2 >= len(w) || first < 0 || last < first || last > 65535 {
			f.blame("ISO 32000 9.7.4.3", t.object, "/W is badly written")
			return
		}
		x, _ := number(f.resolve(w[i+2]))
		for c := first; c <= last; c++ {
			t.widths[c] = x
		}
		i += 3
	}
}

func (t *font) width(code int) float64 {
	if w, ok := t.widths[code]; ok {
		return w
	}
	return t.usual
}

func (t *font) glyph(code int) int {
	if t.glyphs == nil {
		return code
	}
	if 2*code+1 >= len(t.glyphs) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t.glyphs[2*code:]))
}

// codes cuts a shown string, two bytes a code.
func (t *font) codes(s String) (codes []int, whole bool) {
	for i := 0; i+1 < len(s); i += 2 {
		codes = append(codes, int(s[i])<<8|int(s[i+1]))
	}
	return codes, len(s)%2 == 0
}

// program is what an embedded TrueType font says of its glyphs.
type program struct {
	glyphs   int
	em       float64
	advances []int // the last one is that of all the glyphs that follow
	places   []int // where the outline of each begins, one more for the end of the last
}

// readProgram reads the tables of a TrueType font that a PDF needs (ISO 32000-1 9.9).
func readProgram(b []byte) (*program, error) {
	if len(b) < 12 || binary.BigEndian.Uint32(b) != 0x00010000 {
		return nil, errors.New("no TrueType font")
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		at := 12 + 16*i
		if at+16 > len(b) {
			return nil, errors.New("the table of tables is cut")
		}
		from, long := int(binary.BigEndian.Uint32(b[at+8:])), int(binary.BigEndian.Uint32(b[at+12:]))
		if from+long > len(b) {
			return nil, fmt.Errorf("the table %q leaves the file", b[at:at+4])
		}
		tables[string(b[at:at+4])] = b[from : from+long]
	}
	for table, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0} {
		if len(tables[table]) < least {
			return nil, fmt.Errorf("no whole table %q", table)
		}
	}
	p := &program{glyphs: int(binary.BigEndian.Uint16(tables["maxp"][4:])), em: float64(binary.BigEndian.Uint16(tables["head"][18:]))}
	if p.em == 0 || p.glyphs == 0 {
		return nil, errors.New("no glyph, or none that has a size")
	}
	return p, p.readMetrics(tables)
}

func (p *program) readMetrics(tables map[string][]byte) error {
	many := int(binary.BigEndian.Uint16(tables["hhea"][34:]))
	if many == 0 || 4*many > len(tables["hmtx"]) {
		return errors.New("the table of advances is cut")
	}
	for i := range many {
		p.advances = append(p.advances, int(binary.BigEndian.Uint16(tables["hmtx"][4*i:])))
	}
	wide := binary.BigEndian.Uint16(tables["head"][50:]) == 1
	for i := range p.glyphs + 1 {
		switch {
		case wide && 4*i+4 <= len(tables["loca"]):
			p.places = append(p.places, int(binary.BigEndian.Uint32(tables["loca"][4*i:])))
		case !wide && 2*i+2 <= len(tables["loca"]):
			p.places = append(p.places, 2*int(binary.BigEndian.Uint16(tables["loca"][2*i:])))
		default:
			return errors.New("the table of outlines is cut")
		}
		if at := p.places[i]; at > len(tables["glyf"]) || i > 0 && at < p.places[i-1] {
			return fmt.Errorf("the outline of glyph %d is out of the font", i)
		}
	}
	return nil
}

// advance is the width of a glyph in thousandths of the size.
func (p *program) advance(glyph int) float64 {
	return float64(p.advances[min(glyph, len(p.advances)-1)]) * 1000 / p.em
}

// drawn reports whether a glyph has an outline.
func (p *program) drawn(glyph int) bool { return p.places[glyph+1] > p.places[glyph] }

// judgeFonts reads the fonts that pages name and do not use: they must be whole too.
func (f *File) judgeFonts() {
	for n := range f.pages {
		for _, v := range f.dict(f.pages[n].resources["Font"]) {
			if ref, ok := v.(Ref); ok {
				f.fontOf(ref)
			}
		}
	}
}
