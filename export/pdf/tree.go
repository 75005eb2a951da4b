package pdf

import "fmt"

// tree adds the structure of the document: its root, a node an element, and for each page the node of every mark.
// sheets are the objects of the pages, whose height is in points. It answers the object of the root.
func (a *archive) tree(t *tagger, sheets []int, height float64) int {
	nodes := t.nodes()
	root := a.pack("")
	for _, n := range nodes {
		n.object = a.pack("")
	}
	for _, n := range nodes {
		a.objects[n.object] = n.body(root, sheets, height)
	}
	parents := a.parents(t)
	a.objects[root] = fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		t.root.object, parents, len(t.pages)+len(t.links))
	return root
}

// body is a node as the file holds it.
func (n *node) body(root int, sheets []int, height float64) []byte {
	up, page := root, -1
	if n.up != nil {
		up = n.up.object
	}
	out := fmt.Appendf(nil, "<</S/%s/P %d 0 R", n.tag, up)
	for _, k := range n.kids {
		if k.node == nil {
			page = k.page
			out = fmt.Appendf(out, "/Pg %d 0 R", sheets[page])
			break
		}
	}
	if n.alt != "" {
		out = fmt.Appendf(out, "/Alt%s", literal(n.alt))
	}
	switch {
	case n.attributes != "":
		out = fmt.Appendf(out, "/A<<%s>>", n.attributes)
	case n.box != (box{}):
		out = fmt.Appendf(out, "/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>",
			n.box.left, height-n.box.bottom, n.box.right, height-n.box.top)
	}
	out = append(out, "/K["...)
	for i, k := range n.kids {
		if i > 0 {
			out = append(out, ' ')
		}
		switch {
		case k.node != nil:
			out = fmt.Appendf(out, "%d 0 R", k.node.object)
		case k.annotation > 0:
			out = fmt.Appendf(out, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", sheets[k.page], k.annotation)
		case k.page == page:
			out = fmt.Appendf(out, "%d", k.mark)
		default:
			out = fmt.Appendf(out, "<</Type/MCR/Pg %d 0 R/MCID %d>>", sheets[k.page], k.mark)
		}
	}
	return append(out, "]>>"...)
}

// parents is the way back: from the marks of each page, and from each link, to their nodes.
func (a *archive) parents(t *tagger) int {
	out := []byte("<</Nums[")
	for page, marks := range t.pages {
		out = fmt.Appendf(out, "%d[", page)
		for _, n := range marks {
			out = fmt.Appendf(out, "%d 0 R ", n.object)
		}
		out = append(out, ']')
	}
	for i, l := range t.links {
		out = fmt.Appendf(out, "%d %d 0 R ", len(t.pages)+i, l.node.object)
	}
	return a.pack(string(append(out, "]>>"...)))
}
