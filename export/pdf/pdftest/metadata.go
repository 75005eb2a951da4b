package pdftest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// The namespaces of XMP that papers use.
const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsMM        = "http://ns.adobe.com/xap/1.0/mm/"
	nsPDFA      = "http://www.aiim.org/pdfa/ns/id/"
	nsUA        = "http://www.aiim.org/pdfua/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
)

// predefined are the properties that need no schema of their own (XMP 2005), with the kind of their value.
var predefined = map[xml.Name]string{
	{Space: nsDC, Local: "title"}: "Alt", {Space: nsDC, Local: "description"}: "Alt", {Space: nsDC, Local: "rights"}: "Alt",
	{Space: nsDC, Local: "creator"}: "Seq", {Space: nsDC, Local: "date"}: "Seq",
	{Space: nsDC, Local: "subject"}: "Bag", {Space: nsDC, Local: "language"}: "Bag", {Space: nsDC, Local: "format"}: "",
	{Space: nsDC, Local: "identifier"}:  "",
	{Space: nsXMP, Local: "CreateDate"}: "", {Space: nsXMP, Local: "ModifyDate"}: "", {Space: nsXMP, Local: "MetadataDate"}: "",
	{Space: nsXMP, Local: "CreatorTool"}: "",
	{Space: nsPDF, Local: "Producer"}:    "", {Space: nsPDF, Local: "Keywords"}: "", {Space: nsPDF, Local: "PDFVersion"}: "",
	{Space: nsPDF, Local: "Trapped"}:   "",
	{Space: nsMM, Local: "DocumentID"}: "", {Space: nsMM, Local: "InstanceID"}: "",
	{Space: nsPDFA, Local: "part"}: "", {Space: nsPDFA, Local: "conformance"}: "",
	{Space: nsExtension, Local: "schemas"}: "Bag",
}

// node is an element of XML.
type node struct {
	name   xml.Name
	prefix string
	attrs  []xml.Attr
	kids   []*node
	text   string
}

func (n *node) kid(space, local string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name.Space == space && k.name.Local == local {
			return k
		}
	}
	return nil
}

// words is the text of n, "" where there is no n.
func (n *node) words() string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.text)
}

// packet is the head of an XMP packet, and its end.
var (
	packet    = regexp.MustCompile(`^\s*<\?xpacket begin=["']\x{FEFF}?["'] id=["']W5M0MpCehiHzreSzNTczkc9d["']([^?]*)\?>`)
	packetEnd = regexp.MustCompile(`<\?xpacket end=["'][wr]["']\?>\s*$`)
)

func (f *File) judgeMetadata() {
	s := f.stream(f.catalog()["Metadata"])
	if s == nil || f.name(s.Dict["Type"]) != "Metadata" || f.name(s.Dict["Subtype"]) != "XML" {
		f.blame("6.6.2.1", "catalog", "no /Metadata of type Metadata and subtype XML")
		return
	}
	if s.Dict["Filter"] != nil {
		f.blame("house", "metadata", "the metadata are compressed: programs that sort files do not find them")
	}
	text, err := f.bytesOf(s)
	if err != nil || !utf8.Valid(text) {
		f.blame("6.6.2.1", "metadata", "they are not in UTF-8: %v", err)
		return
	}
	head := packet.FindSubmatch(text)
	if head == nil || !packetEnd.Match(text) {
		f.blame("6.6.2.1", "metadata", "they do not stand between the two xpacket instructions")
	} else if len(bytes.TrimSpace(head[1])) > 0 {
		f.blame("6.6.2.1", "metadata", "the xpacket instruction has%s: no bytes, no encoding", head[1])
	}
	root, err := parseXML(text)
	if err != nil {
		f.blame("6.6.2.1", "metadata", "%v", err)
		return
	}
	x := xmp{File: f, properties: map[xml.Name]*node{}, declared: map[xml.Name]bool{}}
	x.read(root)
	x.judge()
}

func parseXML(text []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	prefixes := map[string]string{}
	root := &node{}
	stack := []*node{root}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" {
					prefixes[a.Value] = a.Name.Local
				}
			}
			n := &node{name: t.Name, prefix: prefixes[t.Name.Space], attrs: slices.Clone(t.Attr)}
			up := stack[len(stack)-1]
			up.kids = append(up.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			stack[len(stack)-1].text += string(t)
		}
	}
}

type xmp struct {
	*File
	properties map[xml.Name]*node
	declared   map[xml.Name]bool // by an extension schema
}

// read gathers the properties of all descriptions; a simple one may be written as an attribute.
func (x *xmp) read(root *node) {
	meta := root.kid("adobe:ns:meta/", "xmpmeta")
	rdf := meta.kid(nsRDF, "RDF")
	if rdf == nil {
		x.blame("6.6.2.1", "metadata", "no x:xmpmeta that holds an rdf:RDF")
		return
	}
	for _, d := range rdf.kids {
		if d.name != (xml.Name{Space: nsRDF, Local: "Description"}) {
			x.blame("6.6.2.1", "metadata", "%s stands in rdf:RDF", d.name.Local)
			continue
		}
		for _, a := range d.attrs {
			if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && a.Name.Space != nsRDF {
				x.keep(&node{name: a.Name, text: a.Value})
			}
		}
		for _, k := range d.kids {
			x.keep(k)
		}
	}
}

func (x *xmp) keep(n *node) {
	if x.properties[n.name] != nil {
		x.blame("6.6.2.1", "metadata", "%s is said twice", n.name.Local)
	}
	x.properties[n.name] = n
}

func (x *xmp) of(space, local string) *node {
	return x.properties[xml.Name{Space: space, Local: local}]
}

// first is the first item of a list, or of an alternative that wants a default language.
func (x *xmp) first(space, local, kind string) string {
	list := x.of(space, local).kid(nsRDF, kind)
	item := list.kid(nsRDF, "li")
	if item == nil {
		return ""
	}
	if kind == "Alt" && !slices.ContainsFunc(item.attrs, func(a xml.Attr) bool {
		return a.Name.Local == "lang" && a.Name.Space == nsXML && a.Value == "x-default"
	}) {
		x.blame("6.6.2.3.1", "metadata", "%s: its first text is not that of x-default", local)
	}
	if len(list.kids) > 1 && kind == "Seq" {
		x.blame("house", "metadata", "%s has %d items; the file's properties say one", local, len(list.kids))
	}
	return item.words()
}

func (x *xmp) judge() {
	if p := x.of(nsPDFA, "part"); p.words() != "2" || x.of(nsPDFA, "conformance").words() != "A" {
		x.blame("6.6.4", "metadata", "pdfaid says part %q, conformance %q; wanted 2 and A", p.words(), x.of(nsPDFA, "conformance").words())
	}
	if p := x.of(nsUA, "part"); p.words() != "1" {
		x.blame("UA 5", "metadata", "pdfuaid says part %q; wanted 1", p.words())
	}
	for name, n := range x.properties {
		if name.Space == nsPDFA && n.prefix != "" && n.prefix != "pdfaid" {
			x.blame("6.6.4", "metadata", "the prefix of %s is %s; wanted pdfaid", name.Local, n.prefix)
		}
		if name.Space == nsUA && n.prefix != "" && n.prefix != "pdfuaid" {
			x.blame("UA 5", "metadata", "the prefix of %s is %s; wanted pdfuaid", name.Local, n.prefix)
		}
	}
	x.extensions()
	for name, n := range x.properties {
		kind, known := predefined[name]
		if !known && !x.declared[name] {
			x.blame("6.6.2.3.1", "metadata", "the property %s of %s is in no schema", name.Local, name.Space)
		}
		if kind != "" && n.kid(nsRDF, kind) == nil {
			x.blame("6.6.2.3.1", "metadata", "%s must be a rdf:%s", name.Local, kind)
		}
		if known && kind == "" && len(n.kids) > 0 {
			x.blame("6.6.2.3.1", "metadata", "%s must be a simple text", name.Local)
		}
	}
	x.oldProperties()
}

// extensions reads the schemas that the file brings for properties of its own, each written in full (6.6.2.3.3).
func (x *xmp) extensions() {
	schemas := x.of(nsExtension, "schemas")
	if schemas != nil && schemas.prefix != "pdfaExtension" {
		x.blame("6.6.2.3.3", "metadata", "the prefix of the schemas is %s", schemas.prefix)
	}
	for _, s := range kidsOf(schemas.kid(nsRDF, "Bag")) {
		space := s.kid(nsSchema, "namespaceURI").words()
		if s.kid(nsSchema, "schema").words() == "" || space == "" || s.kid(nsSchema, "prefix").words() == "" {
			x.blame("6.6.2.3.3", "metadata", "a schema without a name, a namespace or a prefix")
		}
		for _, p := range kidsOf(s.kid(nsSchema, "property").kid(nsRDF, "Seq")) {
			name := p.kid(nsProperty, "name").words()
			x.declared[xml.Name{Space: space, Local: name}] = true
			category := p.kid(nsProperty, "category").words()
			kind := p.kid(nsProperty, "valueType").words()
			if name == "" || p.kid(nsProperty, "description").words() == "" || category != "internal" && category != "external" {
				x.blame("6.6.2.3.3", "metadata", "the property %q lacks a name, a description or a category", name)
			}
			if !slices.Contains([]string{"Integer", "Text", "Boolean", "Date", "URI"}, kind) {
				x.blame("6.6.2.3.3", "metadata", "the property %s is of kind %q", name, kind)
			}
		}
	}
}

// kidsOf are the items of a list, none when there is no list.
func kidsOf(list *node) []*node {
	if list == nil {
		return nil
	}
	return list.kids
}

// oldProperties compares the metadata with the file's old properties (Info): both are read, by different programs.
func (x *xmp) oldProperties() {
	info := x.dict(x.trailer["Info"])
	title := x.first(nsDC, "title", "Alt")
	if strings.TrimSpace(title) == "" {
		x.blame("UA 7.1", "metadata", "dc:title is empty")
	}
	for key, said := range map[Name]string{
		"Title": title, "Author": x.first(nsDC, "creator", "Seq"), "Subject": x.first(nsDC, "description", "Alt"),
		"Keywords": x.of(nsPDF, "Keywords").words(), "Creator": x.of(nsXMP, "CreatorTool").words(), "Producer": x.of(nsPDF, "Producer").words(),
	} {
		if strings.TrimSpace(x.text(info[key])) != said {
			x.blame("6.6.3", "metadata", "they say %q where the properties say /%s %q", said, key, x.text(info[key]))
		}
	}
	for key, said := range map[Name]string{"CreationDate": x.of(nsXMP, "CreateDate").words(), "ModDate": x.of(nsXMP, "ModifyDate").words()} {
		if info[key] == nil && said == "" {
			continue // neither says when
		}
		old, err := time.Parse("D:20060102150405Z0700", plainDate(x.text(info[key])))
		now, err2 := time.Parse(time.RFC3339, said)
		if err != nil || err2 != nil || !old.Equal(now) {
			x.blame("6.6.3", "metadata", "they say %q where the properties say /%s %q", said, key, x.text(info[key]))
		}
	}
}

// plainDate takes the signs of minutes off a date of a PDF file: D:20270115000000+01'00'. A zone that is not said is that
// of Greenwich.
func plainDate(s string) string {
	s = strings.ReplaceAll(s, "'", "")
	if len(s) == len("D:20060102150405") {
		return s + "Z"
	}
	return strings.Replace(s, "Z0000", "Z", 1)
}
