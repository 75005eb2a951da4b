package pdftest

import (
	"regexp"
	"slices"
)

// language is a tag of BCP 47, as far as the standards check it.
var language = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// judgeCatalog checks what the catalog says of the whole document.
func (f *File) judgeCatalog() {
	c := f.catalog()
	if mark := f.dict(c["MarkInfo"]); f.resolve(mark["Marked"]) != true {
		f.blame("6.7.2.2", "catalog", "/MarkInfo does not say /Marked true")
	} else if f.resolve(mark["Suspects"]) == true {
		f.blame("UA 7.1", "catalog", "/MarkInfo says /Suspects true")
	}
	if l := f.text(c["Lang"]); !language.MatchString(l) {
		f.blame("6.7.4", "catalog", "/Lang is %q", l)
	}
	if f.resolve(f.dict(c["ViewerPreferences"])["DisplayDocTitle"]) != true {
		f.blame("UA 7.1", "catalog", "/ViewerPreferences does not say /DisplayDocTitle true")
	}
	if f.dict(c["StructTreeRoot"]) == nil {
		f.blame("6.7.3.3", "catalog", "no /StructTreeRoot")
	}
	for key, clause := range map[Name]string{"AA": "6.5.2", "Requirements": "6.11", "AcroForm": "house", "Perms": "house",
		"OCProperties": "house", "Collection": "house", "NeedsRendering": "6.4.2"} {
		if c[key] != nil {
			f.blame(clause, "catalog", "/%s: no paper needs it", key)
		}
	}
	names := f.dict(c["Names"])
	for key, clause := range map[Name]string{"JavaScript": "6.5.1", "EmbeddedFiles": "6.8", "AlternatePresentations": "6.10"} {
		if names[key] != nil {
			f.blame(clause, "catalog", "/Names has /%s", key)
		}
	}
	f.judgeIntents()
	f.judgeBookmarks()
}

var (
	filters     = []Name{"ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"}
	actions     = []Name{"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"}
	blendModes  = []Name{"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"}
	bitsAllowed = []int{1, 2, 4, 8, 16}
)

// judgeObjects looks at every object, used or not.
func (f *File) judgeObjects() {
	for _, n := range f.numbersInOrder() {
		object := Ref{Number: n}.String()
		v := f.objects[n]
		f.references(v, object, 0)
		if s, ok := v.(*Stream); ok {
			f.judgeStream(s, object)
			v = s.Dict
		}
		f.dictionaries(v, object)
	}
}

// references blames those that lead nowhere.
func (f *File) references(v any, object string, depth int) {
	switch v := v.(type) {
	case Ref:
		if _, ok := f.objects[v.Number]; !ok {
			f.blame("ISO 32000 7.3.10", object, "it points to %s, which is not there", v)
		}
	case Array:
		for _, e := range v {
			f.references(e, object, depth+1)
		}
	case Dict:
		for _, e := range v {
			f.references(e, object, depth+1)
		}
	case *Stream:
		f.references(v.Dict, object, depth+1)
	}
	if depth > 50 {
		f.blame("house", object, "things inside things, more than fifty deep")
	}
}

func (f *File) judgeStream(s *Stream, object string) {
	for _, filter := range f.filters(s) {
		if !slices.Contains(filters, filter) {
			f.blame("6.1.7.2", object, "the filter %s", filter)
		}
	}
	for _, key := range []Name{"F", "FFilter", "FDecodeParms"} {
		if s.Dict[key] != nil {
			f.blame("6.1.7.1", object, "/%s: its bytes are in another file", key)
		}
	}
	switch f.name(s.Dict["Subtype"]) {
	case "Image":
		f.judgeImage(s, object)
	case "Form":
		for _, key := range []Name{"PS", "OPI", "Ref", "Subtype2"} {
			if s.Dict[key] != nil {
				f.blame("6.2.9", object, "a form with /%s", key)
			}
		}
	case "PS":
		f.blame("6.2.9", object, "a program in PostScript")
	}
	if slices.Contains(f.filters(s), "FlateDecode") {
		if _, err := f.bytesOf(s); err != nil {
			f.blame("ISO 32000 7.4", object, "%v", err)
		}
	}
}

func (f *File) judgeImage(s *Stream, object string) {
	for _, key := range []Name{"Alternates", "OPI"} {
		if s.Dict[key] != nil {
			f.blame("6.2.8", object, "an image with /%s", key)
		}
	}
	if f.resolve(s.Dict["Interpolate"]) == true {
		f.blame("6.2.8", object, "an image that wants to be smoothed")
	}
	mask := f.resolve(s.Dict["ImageMask"]) == true
	bits := f.integer(s.Dict["BitsPerComponent"], 0)
	if mask && bits > 1 || !mask && !slices.Contains(bitsAllowed, bits) {
		f.blame("6.2.8", object, "an image of %d bits a component", bits)
	}
	if f.integer(s.Dict["Width"], 0) < 1 || f.integer(s.Dict["Height"], 0) < 1 {
		f.blame("ISO 32000 8.9.5", object, "an image without a size")
	}
	if !mask {
		f.space(s.Dict["ColorSpace"], object)
	}
}

// dictionaries looks at each dictionary inside an object for what is forbidden wherever it stands.
func (f *File) dictionaries(v any, object string) {
	switch v := v.(type) {
	case Array:
		for _, e := range v {
			f.dictionaries(e, object)
		}
	case Dict:
		f.judgeDict(v, object)
		for _, e := range v {
			f.dictionaries(e, object)
		}
	}
}

func (f *File) judgeDict(d Dict, object string) {
	for _, key := range []Name{"A", "OpenAction", "Next"} {
		action := f.dict(d[key])
		kind := f.name(action["S"])
		if kind != "" && key != "Next" && !slices.Contains(actions, kind) && f.name(d["S"]) == "" {
			f.blame("6.5.1", object, "the action %s", kind)
		}
		if kind == "Named" && !slices.Contains([]Name{"NextPage", "PrevPage", "FirstPage", "LastPage"}, f.name(action["N"])) {
			f.blame("6.5.1", object, "the named action %v", action["N"])
		}
	}
	if d["JS"] != nil {
		f.blame("6.5.1", object, "JavaScript")
	}
	if d["EF"] != nil {
		f.blame("6.8", object, "a file inside the file")
	}
	if mode := d["BM"]; mode != nil {
		modes := f.array(mode)
		if modes == nil {
			modes = Array{mode}
		}
		for _, m := range modes {
			if !slices.Contains(blendModes, f.name(m)) {
				f.blame("6.2.10", object, "the blend mode %v", m)
			}
		}
	}
	if f.name(d["Type"]) == "ExtGState" {
		f.judgeState(d, object)
	}
	if l, ok := f.resolve(d["Lang"]).(String); ok && l.Text() != "" && !language.MatchString(l.Text()) {
		f.blame("6.7.4", object, "/Lang is %q", l.Text())
	}
}

func (f *File) judgeState(d Dict, object string) {
	for _, key := range []Name{"TR", "HTP", "HT"} {
		if d[key] != nil {
			f.blame("6.2.5", object, "a state of drawing with /%s", key)
		}
	}
	if d["TR2"] != nil && f.name(d["TR2"]) != "Default" {
		f.blame("6.2.5", object, "a state of drawing with /TR2")
	}
	if n := f.name(d["RI"]); n != "" && !slices.Contains(intents, n) {
		f.blame("6.2.6", object, "the rendering intent %s", n)
	}
}

// transparent reports whether a page may let what is below show through.
func (f *File) transparent(p *Page) bool {
	for _, v := range f.dict(p.resources["ExtGState"]) {
		d := f.dict(v)
		for _, key := range []Name{"ca", "CA"} {
			if x, ok := number(f.resolve(d[key])); ok && x < 1 {
				return true
			}
		}
		if d["SMask"] != nil && f.name(d["SMask"]) != "None" || d["BM"] != nil && f.name(d["BM"]) != "Normal" {
			return true
		}
	}
	return slices.ContainsFunc(p.images, func(r Ref) bool { return f.dict(r)["SMask"] != nil })
}

// judgePages checks what each page says of itself.
func (f *File) judgePages() {
	for n := range f.pages {
		p := &f.pages[n]
		object := p.object(n)
		if f.name(p.dict["Tabs"]) != "S" {
			f.blame("UA 7.18.3", object, "/Tabs is %v; wanted S", p.dict["Tabs"])
		}
		if p.dict["AA"] != nil {
			f.blame("6.5.2", object, "/AA: it acts by itself")
		}
		if p.dict["PresSteps"] != nil {
			f.blame("6.10", object, "/PresSteps")
		}
		group := f.dict(p.dict["Group"])
		if f.transparent(p) && f.outputComponents() == 0 && group["CS"] == nil {
			f.blame("6.2.10", object, "what shows through has no space to blend in")
		}
		if group["CS"] != nil {
			f.space(group["CS"], object)
		}
		f.judgeMarks(p, object)
	}
}

// judgeMarks checks that each piece of content has a number of its own, and draws.
func (f *File) judgeMarks(p *Page, object string) {
	seen := map[int]bool{}
	for _, m := range p.Marks {
		if m.MCID < 0 {
			continue
		}
		if seen[m.MCID] {
			f.blame("ISO 32000 14.7.4", object, "two contents have the number %d", m.MCID)
		}
		seen[m.MCID] = true
		if !m.paints {
			f.blame("house", object, "the content %d draws nothing", m.MCID)
		}
	}
	for i := range seen {
		if i >= len(seen) {
			f.blame("house", object, "the content %d of %d: numbers are not in a row", i, len(seen))
			return
		}
	}
}
