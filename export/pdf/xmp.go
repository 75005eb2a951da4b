package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
)

const (
	language = "fr-FR"
	program  = "Mercredi"
)

// untitled names a document that was given no title: accessible papers have one.
const untitled = "Document"

// properties are those of the file, for readers that know no XMP. They say the same.
func (m Meta) properties() string {
	said := []string{"/Producer", literal(program), "/Creator", literal(program), "/Title", literal(m.title())}
	for _, p := range []struct{ key, value string }{{"/Author", m.Author}, {"/Subject", m.Subject}} {
		if text := property(p.value); text != "" {
			said = append(said, p.key, literal(text))
		}
	}
	if m.Date.Valid() {
		day := m.Date.Time().UTC().Format("(D:20060102150405+00'00)")
		said = append(said, "/CreationDate", day, "/ModDate", day)
	}
	return "<<" + strings.Join(said, "") + ">>"
}

// properties drops what XML cannot say, and puts a text on one line.
var properties = strings.NewReplacer("\uFFFE", "", "\uFFFF", "", "\n", " ")

func property(text string) string {
	return string(utf16.Decode(bounded(properties.Replace(clean(text)))))
}

func (m Meta) title() string {
	if text := strings.TrimSpace(property(m.Title)); text != "" {
		return text
	}
	return untitled
}

// literal is a text as a PDF file holds it outside pages.
func literal(text string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range bounded(text) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	b.WriteString(">")
	return b.String()
}

// bounded is a text in UTF-16. One that is longer than a string of an archival file may be, 32,767 bytes (ISO 19005-2,
// 6.1.13), is cut and says so.
func bounded(text string) []uint16 {
	const most = 16_000
	units := utf16.Encode([]rune(text))
	if len(units) <= most {
		return units
	}
	units = units[:most-1]
	if last := units[len(units)-1]; 0xD800 <= last && last < 0xDC00 { // half of a sign
		units = units[:len(units)-1]
	}
	return append(units, '…')
}

// xmp is what the document says of itself: its title, who wrote it, when, and that it means to be PDF/A-2a and PDF/UA-1.
// PDF/A wants the words of PDF/UA explained, which is the long part at the end.
func (m Meta) xmp() []byte {
	var b strings.Builder
	b.WriteString(xmpHead)
	fmt.Fprintf(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escaped(m.title()))
	if text := property(m.Author); text != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escaped(text))
	}
	if text := property(m.Subject); text != "" {
		fmt.Fprintf(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", escaped(text))
	}
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", language)
	if m.Date.Valid() {
		day := m.Date.Time().UTC().Format(time.RFC3339)
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>\n", day, day)
	}
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>\n", program, program)
	b.WriteString(xmpFoot)
	return []byte(b.String())
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder does not fail
	return b.String()
}

const xmpHead = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + `<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
`

const xmpFoot = `<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
