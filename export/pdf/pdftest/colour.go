package pdftest

import (
	"encoding/binary"
	"slices"
)

// colour follows the operators that choose a colour space.
func (r *reader) colour(o operator) {
	switch o {
	case "G", "g":
		r.device("DeviceGray")
	case "RG", "rg":
		r.device("DeviceRGB")
	case "K", "k":
		r.device("DeviceCMYK")
	case "sh":
		shading := r.file.dict(r.resource("Shading", r.operands[0]))
		r.file.space(shading["ColorSpace"], r.object)
	default:
		name, _ := r.operands[0].(Name)
		if isDevice(name) {
			r.device(string(name))
			return
		}
		r.file.space(r.resource("ColorSpace", name), r.object)
	}
}

func (r *reader) device(name string) { r.file.device(Name(name), r.object) }

func isDevice(n Name) bool { return n == "DeviceGray" || n == "DeviceRGB" || n == "DeviceCMYK" }

// deviceOf is the number of components of the profile that each device space needs, 0 being any.
var deviceOf = map[Name]int{"DeviceGray": 0, "DeviceRGB": 3, "DeviceCMYK": 4}

// device checks that a device colour has a meaning: the one the output intent gives (6.2.4.3).
func (f *File) device(name Name, object string) {
	components := f.outputComponents()
	if wanted, known := deviceOf[name]; !known || components == 0 || wanted != 0 && wanted != components {
		f.blame("6.2.4.3", object, "a colour of %s, for which the output intent says nothing", name)
	}
}

// space checks a colour space of an image, of a shading or of the resources.
func (f *File) space(v any, object string) {
	switch s := f.resolve(v).(type) {
	case Name:
		f.device(s, object)
	case Array:
		if len(s) < 2 {
			f.blame("ISO 32000 8.6", object, "a colour space of %d parts", len(s))
			return
		}
		switch family := f.name(s[0]); family {
		case "ICCBased":
			f.profile(s[1], object, "6.2.4.2", []string{"prtr", "mntr", "scnr", "spac"})
		case "Indexed":
			f.space(s[1], object)
		case "CalRGB", "CalGray", "Lab":
		default:
			f.blame("house", object, "a colour space of the family %s, which no paper needs", family)
		}
	default:
		f.blame("ISO 32000 8.6", object, "no colour space")
	}
}

// outputComponents is the number of components of the output intent's profile, 0 when there is none.
func (f *File) outputComponents() int {
	for _, intent := range f.array(f.catalog()["OutputIntents"]) {
		d := f.dict(intent)
		if s := f.stream(d["DestOutputProfile"]); s != nil && f.name(d["S"]) == "GTS_PDFA1" {
			return f.integer(s.Dict["N"], 0)
		}
	}
	return 0
}

func (f *File) judgeIntents() {
	intents := f.array(f.catalog()["OutputIntents"])
	if len(intents) != 1 {
		f.blame("6.2.3", "catalog", "%d output intents; wanted one", len(intents))
	}
	for _, v := range intents {
		d, object := f.dict(v), where(v, "output intent")
		if f.name(d["S"]) != "GTS_PDFA1" || f.text(d["OutputConditionIdentifier"]) == "" {
			f.blame("6.2.3", object, "/S must be GTS_PDFA1, and /OutputConditionIdentifier say which")
		}
		if d["DestOutputProfile"] == nil {
			f.blame("6.2.3", object, "no colour profile")
			continue
		}
		f.profile(d["DestOutputProfile"], object, "6.2.3", []string{"prtr", "mntr"})
	}
}

// components of each space a profile may describe.
var components = map[string]int{"RGB ": 3, "CMYK": 4, "GRAY": 1, "Lab ": 3}

// profile checks the head of an ICC profile (ICC.1:2004-10, 7.2).
func (f *File) profile(v any, object, clause string, classes []string) {
	s := f.stream(v)
	if s == nil {
		f.blame(clause, object, "the colour profile is no stream")
		return
	}
	p, err := f.bytesOf(s)
	const head = 128
	switch {
	case err != nil:
		f.blame(clause, object, "the colour profile: %v", err)
	case len(p) < head || string(p[36:40]) != "acsp":
		f.blame(clause, object, "the colour profile is none")
	case int(binary.BigEndian.Uint32(p)) != len(p):
		f.blame(clause, object, "the colour profile has %d bytes and says %d", len(p), binary.BigEndian.Uint32(p))
	case !slices.Contains(classes, string(p[12:16])):
		f.blame(clause, object, "a colour profile of class %q", p[12:16])
	case p[8] >= 5:
		f.blame(clause, object, "a colour profile of version %d; the last allowed is 4", p[8])
	case components[string(p[16:20])] != f.integer(s.Dict["N"], -1):
		f.blame(clause, object, "a colour profile for %q with /N %v", p[16:20], s.Dict["N"])
	}
}
