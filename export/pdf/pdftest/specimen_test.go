package pdftest

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"mercredi/assets"
)

// specimen is a small paper that conforms, written by hand: objects by number, each the text of an object of a PDF
// file. A test damages one and looks at what the judge says.
type specimen map[int]string

// The words of the specimen, by the name the page's content calls them.
var words = map[string]string{"TITLE": "Bilan", "TEXT": "Lila a suivi", "LINK": "le site", "DOT": "•", "ITEM": "une chose", "HEAD": "Nom",
	"HEAD2": "Note", "CELL": "Lila", "CELL2": "4", "FOOT": "page 1", "PART": "Suite"}

const page1 = `
/Artifact <</Type /Pagination>> BDC BT /F1 8 Tf 50 30 Td FOOT Tj ET EMC
/H1 <</MCID 0>> BDC BT /F1 20 Tf 50 780 Td TITLE Tj ET EMC
/P <</MCID 1>> BDC BT /F1 11 Tf 50 750 Td TEXT Tj ET EMC
/Link <</MCID 2>> BDC BT /F1 11 Tf 50 730 Td LINK Tj ET EMC
/Artifact BMC q 0.2 0.3 0.4 RG 1 w 50 725 m 200 725 l S Q EMC
/Lbl <</MCID 3>> BDC BT /F1 11 Tf 50 700 Td DOT Tj ET EMC
/LBody <</MCID 4>> BDC BT /F1 11 Tf 65 700 Td [ITEM] TJ ET EMC
/H2 <</MCID 5>> BDC BT /F1 14 Tf 50 680 Td PART Tj ET EMC
/TH <</MCID 6>> BDC BT /F1 11 Tf 50 650 Td HEAD Tj ET EMC
/TH <</MCID 7>> BDC BT /F1 11 Tf 150 650 Td HEAD2 Tj ET EMC
/TD <</MCID 8>> BDC BT /F1 11 Tf 50 630 Td CELL Tj ET EMC
/TD <</MCID 9>> BDC BT /F1 11 Tf 150 630 Td CELL2 Tj ET EMC
/Figure <</MCID 10>> BDC q 0.5 g 50 500 100 80 re f Q EMC
/P <</MCID 11>> BDC q 1 0 0 1 10 0 cm BT /F1 11 Tf 40 480 Td TEXT Tj ET Q EMC
`

const metadata = `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bilan</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Anne</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>2027-01-15T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2027-01-15T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>Mercredi</xmp:CreatorTool><pdf:Producer>Mercredi</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

func newSpecimen(t testing.TB) specimen {
	t.Helper()
	set := typesetOnce()
	content, widths, means := set[0], set[1], set[2]
	s := specimen{
		1:  `<</Type /Catalog /Pages 2 0 R /Lang (fr-FR) /MarkInfo <</Marked true>> /Metadata 4 0 R /OutputIntents [5 0 R] /StructTreeRoot 20 0 R /Outlines 15 0 R /ViewerPreferences <</DisplayDocTitle true>>>>`,
		2:  `<</Type /Pages /Kids [3 0 R] /Count 1>>`,
		3:  `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 6 0 R /Resources <</Font <</F1 8 0 R>>>> /StructParents 0 /Tabs /S /Annots [14 0 R]>>`,
		4:  stream(`/Type /Metadata /Subtype /XML`, metadata),
		5:  `<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile 7 0 R>>`,
		6:  stream(``, content),
		7:  stream(`/N 3`, string(assets.ProfileSRGB)),
		8:  `<</Type /Font /Subtype /Type0 /BaseFont /Atkinson /Encoding /Identity-H /DescendantFonts [9 0 R] /ToUnicode 11 0 R>>`,
		9:  `<</Type /Font /Subtype /CIDFontType2 /BaseFont /Atkinson /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /W [` + widths + `] /DW 1000 /CIDToGIDMap /Identity /FontDescriptor 10 0 R>>`,
		10: `<</Type /FontDescriptor /FontName /Atkinson /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 12 0 R>>`,
		11: stream(``, means),
		12: stream(`/Length1 `+strconv.Itoa(len(assets.FontRegular)), string(assets.FontRegular)),
		13: `<</Title (Bilan) /Author (Anne) /Creator (Mercredi) /Producer (Mercredi) /CreationDate (D:20270115000000Z) /ModDate (D:20270115000000Z)>>`,
		14: `<</Type /Annot /Subtype /Link /Rect [50 725 100 745] /F 4 /Contents (Le site) /StructParent 1 /A <</S /URI /URI (https://example.org)>>>>`,
		15: `<</Type /Outlines /First 16 0 R /Last 18 0 R /Count 2>>`,
		16: `<</Title (Bilan) /Parent 15 0 R /Dest [3 0 R /XYZ 0 800 null] /Next 18 0 R /First 17 0 R /Last 17 0 R /Count -1>>`,
		17: `<</Title (Suite) /Parent 16 0 R /Dest [3 0 R /XYZ 0 700 null]>>`,
		18: `<</Title (Fin) /Parent 15 0 R /Dest [3 0 R /Fit] /Prev 16 0 R>>`,
		20: `<</Type /StructTreeRoot /K 21 0 R /ParentTree 22 0 R /ParentTreeNextKey 2>>`,
		21: `<</Type /StructElem /S /Document /P 20 0 R /K [23 0 R 24 0 R 25 0 R 26 0 R 30 0 R 31 0 R 40 0 R 41 0 R]>>`,
		22: `<</Nums [0 [23 0 R 24 0 R 25 0 R 28 0 R 29 0 R 30 0 R 35 0 R 36 0 R 38 0 R 39 0 R 40 0 R 41 0 R] 1 25 0 R]>>`,
		23: element("H1", 21, "0"),
		24: element("P", 21, "1"),
		25: element("Link", 21, "[2 <</Type /OBJR /Obj 14 0 R>>]"),
		26: element("L", 21, "[27 0 R]", "/A <</O /List /ListNumbering /Disc>>"),
		27: element("LI", 26, "[28 0 R 29 0 R]"),
		28: element("Lbl", 27, "3"),
		29: element("LBody", 27, "4"),
		30: element("H2", 21, "5"),
		31: element("Table", 21, "[32 0 R 33 0 R]"),
		32: element("THead", 31, "[34 0 R]"),
		33: element("TBody", 31, "[37 0 R]"),
		34: element("TR", 32, "[35 0 R 36 0 R]"),
		35: element("TH", 34, "6", "/A <</O /Table /Scope /Column>>"),
		36: element("TH", 34, "7", "/A <</O /Table /Scope /Column>>"),
		37: element("TR", 33, "[38 0 R 39 0 R]"),
		38: element("TD", 37, "8"),
		39: element("TD", 37, "9"),
		40: element("Figure", 21, "10", "/Alt (Un carr\\351 gris) /A <</O /Layout /BBox [50 500 150 580]>>"),
		41: element("P", 21, "11"),
	}
	return s
}

func element(kind string, up int, kids string, more ...string) string {
	return fmt.Sprintf("<</Type /StructElem /S /%s /P %d 0 R /Pg 3 0 R /K %s %s>>", kind, up, kids, strings.Join(more, " "))
}

func stream(entries, text string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", entries, len(text), text)
}

var typesetOnce = sync.OnceValue(func() [3]string {
	content, widths, means := typeset(page1)
	return [3]string{content, widths, means}
})

// typeset replaces the names of the words by the codes of their glyphs, and says how wide each glyph is and what it
// means.
func typeset(content string) (set, widths, means string) {
	face, err := sfnt.Parse(assets.FontRegular)
	if err != nil {
		panic(err)
	}
	em := fixed.I(int(face.UnitsPerEm()))
	var buffer sfnt.Buffer
	signs := map[sfnt.GlyphIndex]rune{}
	for name, word := range words {
		var codes strings.Builder
		for _, r := range word {
			g, err := face.GlyphIndex(&buffer, r)
			if err != nil || g == 0 {
				panic("no glyph for " + string(r))
			}
			signs[g] = r
			fmt.Fprintf(&codes, "%04X", g)
		}
		for _, before := range []string{" ", "["} {
			content = strings.ReplaceAll(content, before+name+" Tj", before+"<"+codes.String()+"> Tj")
			content = strings.ReplaceAll(content, before+name+"] TJ", before+"<"+codes.String()+">] TJ")
		}
	}
	var order []sfnt.GlyphIndex
	for g := range signs {
		order = append(order, g)
	}
	slices.Sort(order)
	means = fmt.Sprintf("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n%d beginbfchar\n", len(order))
	for _, g := range order {
		units, err := face.GlyphAdvance(&buffer, g, em, xfont.HintingNone)
		if err != nil {
			panic(err)
		}
		widths += fmt.Sprintf("%d [%.0f] ", g, float64(units)*1000/float64(em))
		means += fmt.Sprintf("<%04X> <%04X>\n", g, signs[g])
	}
	return content, widths, means + "endbfchar endcmap end"
}

// file writes the specimen as a file.
func (s specimen) file() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	most := 0
	for n := range s {
		most = max(most, n)
	}
	table := "0000000000 65535 f \n"
	for n := 1; n <= most; n++ {
		if _, ok := s[n]; !ok {
			table += "0000000000 00001 f \n"
			continue
		}
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, s[n])
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<</Size %d /Root 1 0 R /Info 13 0 R /ID [<00FF> <00FF>]>>\nstartxref\n%d\n%%%%EOF\n", most+1, table, most+1, start)
	return b.Bytes()
}

// change replaces a piece of an object, which must be there; a stream gets its new length.
func (s specimen) change(t testing.TB, n int, from, to string) {
	t.Helper()
	if !strings.Contains(s[n], from) {
		t.Fatalf("object %d has no %q", n, from)
	}
	head, body, isStream := strings.Cut(s[n], "\nstream\n")
	if !isStream || strings.Contains(head, from) {
		s[n] = strings.Replace(s[n], from, to, 1)
		return
	}
	body = strings.Replace(strings.TrimSuffix(body, "\nendstream"), from, to, 1)
	entries, _, _ := strings.Cut(strings.TrimPrefix(head, "<<"), " /Length ")
	s[n] = stream(entries, body)
}
