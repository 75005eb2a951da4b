package pdftest

import (
	"fmt"
	"math"
)

// Page is one page and what is drawn on it, in the order of drawing.
type Page struct {
	Width, Height float64 // points
	Runs          []Run
	Marks         []Mark // the pieces of content that are tagged, in the order of drawing

	ref       Ref
	dict      Dict
	box       [4]float64
	resources Dict
	images    []Ref
}

// Run is a text shown by one operation.
type Run struct {
	Text     string
	Size     float64 // points on the paper
	X, Y     float64 // where its baseline begins, from the bottom left corner of the page
	EndX     float64 // where its last sign that is no space ends
	EndY     float64 // the same height, unless the text climbs
	Artifact bool    // decoration: not read aloud
	Mark     int     // its place in Marks, or -1

	font  *font
	codes []int
	mode  int // 3: invisible
}

// Bold reports whether the run is set in a face of more weight, as its name says.
func (r Run) Bold() bool { return r.font != nil && boldName.MatchString(string(r.font.name)) }

// Mark is a piece of content that belongs to an element of the structure.
type Mark struct {
	Tag  Name
	MCID int
	Text string

	artifact bool
	paints   bool
	actual   bool // a text replaces it
}

// Pages are the pages of the file.
func (f *File) Pages() []Page { return f.pages }

// Faults is what was wrong about the file when it was read.
func (f *File) Faults() []Fault { return f.faults }

// object names page n for people.
func (p *Page) object(n int) string { return fmt.Sprintf("page %d", n+1) }

// inherited are the entries of a page that its parents may hold.
type inherited struct {
	parent         Ref
	resources, box any
	rotate         any
}

func (f *File) readPages() {
	root, _ := f.catalog()["Pages"].(Ref)
	many := f.readPageTree(root, inherited{}, 0)
	if many == 0 {
		f.blame("ISO 32000 7.7.3", root.String(), "no page")
	}
	for i := range f.pages {
		f.readContent(i)
	}
}

// readPageTree reads the pages under a node and returns how many.
func (f *File) readPageTree(node Ref, from inherited, depth int) int {
	d := f.dict(node)
	if depth > 20 || d == nil {
		f.blame("ISO 32000 7.7.3", node.String(), "no node of the tree of pages")
		return 0
	}
	if from.parent != (Ref{}) && d["Parent"] != from.parent {
		f.blame("ISO 32000 7.7.3", node.String(), "/Parent is %v; it stands under %v", d["Parent"], from.parent)
	}
	pick := func(key Name, inherited any) any {
		if v, ok := d[key]; ok {
			return v
		}
		return inherited
	}
	from.parent = node
	from.resources, from.box, from.rotate = pick("Resources", from.resources), pick("MediaBox", from.box), pick("Rotate", from.rotate)
	switch f.name(d["Type"]) {
	case "Page":
		f.pages = append(f.pages, Page{ref: node, dict: d, resources: f.dict(from.resources)})
		f.readBoxes(len(f.pages)-1, from)
		return 1
	case "Pages":
		many := 0
		for _, kid := range f.array(d["Kids"]) {
			ref, _ := kid.(Ref)
			many += f.readPageTree(ref, from, depth+1)
		}
		if count := f.integer(d["Count"], -1); count != many {
			f.blame("ISO 32000 7.7.3", node.String(), "/Count is %d; %d pages are under it", count, many)
		}
		return many
	}
	f.blame("ISO 32000 7.7.3", node.String(), "/Type is %v; wanted Page or Pages", d["Type"])
	return 0
}

// readBoxes reads the size of a page, and checks that its boxes stand one in the other.
func (f *File) readBoxes(n int, from inherited) {
	p := &f.pages[n]
	box, ok := f.numbers(from.box, 4)
	if !ok || box[2] <= box[0] || box[3] <= box[1] {
		f.blame("ISO 32000 7.7.3.3", p.object(n), "no /MediaBox")
		return
	}
	p.box = [4]float64(box)
	p.Width, p.Height = box[2]-box[0], box[3]-box[1]
	if p.Width < 3 || p.Height < 3 || p.Width > 14400 || p.Height > 14400 {
		f.blame("6.1.13", p.object(n), "the page measures %.0f by %.0f points", p.Width, p.Height)
	}
	for _, name := range []Name{"CropBox", "BleedBox", "TrimBox", "ArtBox"} {
		if p.dict[name] == nil {
			continue
		}
		b, ok := f.numbers(p.dict[name], 4)
		if !ok || b[0] < box[0]-0.01 || b[1] < box[1]-0.01 || b[2] > box[2]+0.01 || b[3] > box[3]+0.01 {
			f.blame("ISO 32000 14.11.2", p.object(n), "/%s leaves the page", name)
		}
	}
	if r := f.integer(from.rotate, 0); r%90 != 0 {
		f.blame("ISO 32000 7.7.3.3", p.object(n), "turned by %d degrees", r)
	}
}

// content is all the streams of the page, put together.
func (f *File) content(n int) []byte {
	p := &f.pages[n]
	parts := Array{p.dict["Contents"]}
	if a := f.array(p.dict["Contents"]); a != nil {
		parts = a
	}
	var all []byte
	for _, part := range parts {
		s := f.stream(part)
		if s == nil {
			if part != nil {
				f.blame("ISO 32000 7.7.3.3", p.object(n), "/Contents is no stream")
			}
			continue
		}
		text, err := f.bytesOf(s)
		if err != nil {
			f.blame("ISO 32000 7.4", where(part, p.object(n)), "%v", err)
		}
		all = append(append(all, text...), '\n')
	}
	return all
}

// matrix is a transformation [a b c d e f] of PDF.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then is m, then n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// tall is how long an upright of length 1 becomes.
func (m matrix) tall() float64 { return math.Hypot(m[2], m[3]) }
