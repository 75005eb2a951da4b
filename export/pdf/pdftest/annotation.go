package pdftest

import "strings"

// judgeAnnotations checks those of the pages. Ours are links.
func (f *File) judgeAnnotations() {
	owners := map[Ref]*Element{}
	if _, ok := f.catalog()["StructTreeRoot"].(Ref); ok {
		f.Tree().walk(func(e *Element) {
			for _, r := range e.objects {
				owners[r] = e
			}
		})
	}
	parents := map[int]any{}
	if tree := f.dict(f.catalog()["StructTreeRoot"])["ParentTree"]; tree != nil {
		f.readNumbers(tree, parents, 0)
	}
	seen := map[Ref]bool{}
	for n := range f.pages {
		p := &f.pages[n]
		for _, v := range f.array(p.dict["Annots"]) {
			ref, ok := v.(Ref)
			if !ok {
				f.blame("ISO 32000 12.5.2", p.object(n), "an annotation that is no object of its own")
				continue
			}
			seen[ref] = true
			f.judgeAnnotation(p, ref, owners[ref])
			key := f.integer(f.dict(ref)["StructParent"], -1)
			if e := owners[ref]; e != nil && parents[key] != e.ref {
				f.blame("ISO 32000 14.7.4.4", ref.String(), "/StructParent %d does not lead to %s", key, e.object())
			}
		}
	}
	for ref, e := range owners {
		if !seen[ref] {
			f.blame("ISO 32000 14.7.4.3", e.object(), "%s is on no page", ref)
		}
	}
}

// The flags of an annotation (ISO 32000-1 table 165).
const (
	invisible, hidden, printed, noView, toggle = 1, 2, 4, 32, 256
)

func (f *File) judgeAnnotation(p *Page, ref Ref, owner *Element) {
	d, object := f.dict(ref), ref.String()
	if kind := f.name(d["Subtype"]); kind != "Link" {
		f.blame("house", object, "an annotation of kind %s; papers have links only", kind)
	}
	flags := f.integer(d["F"], -1)
	if flags < 0 || flags&printed == 0 || flags&(invisible|hidden|noView|toggle) != 0 {
		f.blame("6.3.2", object, "/F is %d: it must be printed, and neither hidden nor invisible", flags)
	}
	if strings.TrimSpace(f.text(d["Contents"])) == "" {
		f.blame("UA 7.18.5", object, "no /Contents: where it leads is not said")
	}
	if owner == nil {
		f.blame("UA 7.18.5", object, "it is in no element of the structure")
	} else if owner.Type != "Link" {
		f.blame("UA 7.18.5", object, "it stands in %s; wanted a Link", owner.object())
	}
	if d["AA"] != nil {
		f.blame("6.5.2", object, "it acts by itself")
	}
	rect, ok := f.numbers(d["Rect"], 4)
	if !ok || rect[2] <= rect[0] || rect[3] <= rect[1] || rect[0] < p.box[0] || rect[1] < p.box[1] || rect[2] > p.box[2] || rect[3] > p.box[3] {
		f.blame("ISO 32000 12.5.2", object, "its place %v is empty or leaves the page", d["Rect"])
	}
	if action := f.dict(d["A"]); f.name(action["S"]) == "URI" && f.text(action["URI"]) == "" || d["A"] == nil && d["Dest"] == nil {
		f.blame("ISO 32000 12.6.4.7", object, "a link without an address")
	}
}
