package pdf

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mercredi/assets"
)

// The library writes a plain file. This pass takes it apart and writes it again as an archival and accessible one,
// PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1):
//
//	pages, pictures ──── kept, contents compressed, each page bound to the tree
//	fonts ────────────── ours (font.go)
//	catalogue, titles ── ours, said twice alike: in the file's properties and in XMP (xmp.go)
//	tree ─────────────── ours (tags.go), its hundreds of small objects packed in one stream
//	bookmarks ────────── ours, of a long paper (bookmarks.go)
//	cross-references ─── a stream, with an identifier made of the content: same paper, same identifier
type archive struct {
	objects [][]byte // by number; objects[0] is never used
	packed  []int    // numbers of those that go into one stream
}

const (
	objPages     = 1 // numbers the library always gives
	objResources = 2
)

var errOutput = errors.New("the PDF library wrote a file of another shape")

// archive writes what was drawn as an archival file.
func (p *painter) archive(drawn []byte, meta Meta) ([]byte, error) {
	a := &archive{}
	root, properties, err := a.read(drawn)
	if err != nil {
		return nil, err
	}
	if err := a.fonts(p.signs); err != nil {
		return nil, err
	}
	sheets, err := a.pages(a.links(p.tags, p.height))
	if err != nil {
		return nil, err
	}
	tree := a.tree(p.tags, sheets, p.height)
	marks := a.bookmarks(p.tags, sheets, p.height)
	metadata := a.stream("/Type/Metadata/Subtype/XML", meta.xmp())
	colours := a.stream("/N 3"+flate, profile())
	duplex := "Long"
	if meta.Landscape {
		duplex = "Short"
	}
	a.objects[properties] = []byte(meta.properties())
	a.objects[root] = fmt.Appendf(nil, "<</Type/Catalog/Pages %d 0 R/Lang(%s)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"+
		"/Metadata %d 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"+
		"/DestOutputProfile %d 0 R>>]/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlip%sEdge>>%s>>",
		objPages, language, tree, metadata, colours, duplex, marks)
	return a.write(root, properties), nil
}

// read takes a file of the library apart. Its objects stand one after the other, listed in a table at the end.
func (a *archive) read(file []byte) (root, properties int, err error) {
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return 0, 0, errOutput
	}
	var table, size int
	if _, err := fmt.Sscanf(string(file[at:]), "startxref\n%d\n", &table); err != nil || table > at {
		return 0, 0, errOutput
	}
	if _, err := fmt.Sscanf(string(file[table:at]), "xref\n0 %d\n", &size); err != nil || size < 1 {
		return 0, 0, errOutput
	}
	rows := file[table+len("xref\n0 \n")+len(strconv.Itoa(size)):]
	const row = 20
	if len(rows) < row*size {
		return 0, 0, errOutput
	}
	starts, order := make([]int, size), make([]int, size)
	for n := range size {
		order[n] = n
		if starts[n], err = strconv.Atoi(string(rows[row*n : row*n+10])); err != nil || starts[n] > table {
			return 0, 0, errOutput
		}
	}
	if _, err := fmt.Sscanf(string(rows[row*size:at-(len(file)-len(rows))]), "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d", &size, &root, &properties); err != nil {
		return 0, 0, errOutput
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(starts[a], starts[b]) })
	a.objects = make([][]byte, size)
	for i, n := range order {
		end := table
		if i+1 < len(order) {
			end = starts[order[i+1]]
		}
		_, body, _ := bytes.Cut(file[starts[n]:end], []byte(" obj\n"))
		a.objects[n] = bytes.TrimSuffix(body, []byte("\nendobj\n"))
	}
	return root, properties, nil
}

// add gives an object its number.
func (a *archive) add(body string) int {
	a.objects = append(a.objects, []byte(body))
	return len(a.objects) - 1
}

// pack adds an object that is kept with others in one compressed stream.
func (a *archive) pack(body string) int {
	n := a.add(body)
	a.packed = append(a.packed, n)
	return n
}

// stream adds content with the entries of its dictionary.
func (a *archive) stream(entries string, content []byte) int {
	a.objects = append(a.objects, streamOf(entries, content))
	return len(a.objects) - 1
}

func streamOf(entries string, content []byte) []byte {
	out := fmt.Appendf(make([]byte, 0, len(content)+len(entries)+64), "<<%s/Length %d>>\nstream\n", entries, len(content))
	return append(append(out, content...), "\nendstream"...)
}

const flate = "/Filter/FlateDecode"

// profile is the colour profile of every paper, compressed.
var profile = sync.OnceValue(func() []byte { return deflateOnce(assets.ProfileSRGB) })

// fonts adds the faces and names them to the pages.
func (a *archive) fonts(used [faceCount]map[rune]bool) error {
	var names []byte
	codes := 0
	for f := range faceCount {
		if len(used[f]) == 0 {
			continue
		}
		if codes == 0 {
			codes = a.stream(flate, toUnicode())
		}
		cut := f.cutFor(used[f])
		file := a.stream(fmt.Sprintf("%s/Length1 %d", flate, cut.size), cut.file)
		glyphs := a.stream(flate, codeMaps[f]())
		descriptor := a.pack(f.describe(cut.name, file))
		font := a.pack(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"+
			"/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/W[%s]>>", cut.name, descriptor, glyphs, cut.widths))
		whole := a.pack(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"+
			"/ToUnicode %d 0 R>>", cut.name, font, codes))
		names = fmt.Appendf(names, "/%s %d 0 R\n", f.name(), whole)
	}
	before, after, found := bytes.Cut(a.objects[objResources], []byte("/Font <<\n"))
	if !found {
		return errOutput
	}
	a.objects[objResources] = slices.Concat(before, []byte("/Font <<\n"), names, after)
	return nil
}

// pages binds the pages to the tree and to their links, and compresses what they draw. It answers their numbers.
func (a *archive) pages(links map[int]string) ([]int, error) {
	var numbers []int
	head := []byte("<</Type /Page\n")
	for n, object := range a.objects {
		if !bytes.HasPrefix(object, head) {
			continue
		}
		entries := fmt.Sprintf("/StructParents %d\n/Tabs /S\n", len(numbers))
		if there := links[len(numbers)]; there != "" {
			entries += "/Annots [" + there + "]\n"
		}
		a.objects[n] = slices.Concat(head, []byte(entries), object[len(head):])
		_, content, found := bytes.Cut(a.objects[n+1], []byte("stream\n"))
		if !found {
			return nil, errOutput
		}
		a.objects[n+1] = streamOf(flate, deflate(bytes.TrimSuffix(content, []byte("\nendstream"))))
		numbers = append(numbers, n)
	}
	return numbers, nil
}

// links adds the areas that open something, and answers their references by page, from 0.
func (a *archive) links(t *tagger, height float64) map[int]string {
	references := map[int]string{}
	for i, l := range t.links {
		n := a.pack(fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/F 4/StructParent %d/Contents%s"+
			"/A<</S/URI/URI(%s)>>>>", l.area.left, height-l.area.bottom, l.area.right, height-l.area.top, len(t.pages)+i,
			literal(l.node.target), address(l.node.target)))
		l.node.kids = append(l.node.kids, kid{annotation: n, page: l.page})
		references[l.page] += fmt.Sprintf("%d 0 R ", n)
	}
	return references
}

// address is a target in the letters that a PDF file holds bare.
func address(target string) string {
	var b strings.Builder
	for _, c := range []byte(target) {
		if c <= ' ' || c > '~' || strings.IndexByte("()\\", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// write is the whole file.
func (a *archive) write(root, properties int) []byte {
	inside := a.bundle()
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	rows := make([]byte, 7, 7*len(a.objects)+7) // the first is of no object
	row := func(kind byte, where, index int) {
		rows = append(rows, kind)
		rows = binary.BigEndian.AppendUint32(rows, uint32(where))
		rows = binary.BigEndian.AppendUint16(rows, uint16(index))
	}
	for n, object := range a.objects[1:] {
		if held, ok := inside[n+1]; ok {
			row(2, held.bundle, held.index)
			continue
		}
		row(1, out.Len(), 0)
		fmt.Fprintf(&out, "%d 0 obj\n", n+1)
		out.Write(object)
		out.WriteString("\nendobj\n")
	}
	id := sha256.Sum256(out.Bytes())
	start := out.Len()
	row(1, start, 0)
	size := len(a.objects) + 1
	table := streamOf(fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]%s",
		size, root, properties, id[:16], id[:16], flate), deflate(rows))
	fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", size-1, table, start)
	return out.Bytes()
}

// held is where a packed object is.
type held struct{ bundle, index int }

// bundle puts the packed objects in streams and answers where each is.
func (a *archive) bundle() map[int]held {
	const most = 2000 // so that readers need not unpack the whole tree of a long paper
	inside := make(map[int]held, len(a.packed))
	for some := range slices.Chunk(a.packed, most) {
		var index, bodies []byte
		for i, n := range some {
			inside[n] = held{len(a.objects), i}
			index = fmt.Appendf(index, "%d %d ", n, len(bodies))
			bodies = append(append(bodies, a.objects[n]...), '\n')
		}
		a.stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d%s", len(some), len(index), flate), deflate(append(index, bodies...)))
	}
	return inside
}
