package pdftest

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// packed writes the specimen as small files are: its dictionaries in one stream, deflated, the table in another, each
// row written as its difference from the row above.
func (s specimen) packed(t testing.TB) []byte {
	t.Helper()
	most := 0
	for n := range s {
		most = max(most, n)
	}
	table := make([][7]byte, most+3)
	line := func(n int, kind byte, at, index int) {
		table[n][0] = kind
		binary.BigEndian.PutUint32(table[n][1:], uint32(at))
		binary.BigEndian.PutUint16(table[n][5:], uint16(index))
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	put := func(n int, text string) {
		line(n, 1, b.Len(), 0)
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, text)
	}
	var head, body string
	many := 0
	for n := 1; n <= most; n++ {
		text, ok := s[n]
		switch {
		case !ok:
		case strings.Contains(text, "\nstream\n"):
			put(n, text)
		default:
			line(n, 2, most+1, many)
			head += fmt.Sprintf("%d %d ", n, len(body))
			body += text + " "
			many++
		}
	}
	put(most+1, stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", many, len(head)), deflate(t, head+body)))
	start := b.Len()
	line(most+2, 1, start, 0)
	var rows bytes.Buffer
	above := [7]byte{}
	for _, row := range table {
		rows.WriteByte(2)
		for i := range row {
			rows.WriteByte(row[i] - above[i])
		}
		above = row
	}
	put(most+2, stream(fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root 1 0 R /Info 13 0 R /ID [<00FF> <00FF>] /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 7>>", most+3),
		deflate(t, rows.String())))
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

func deflate(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAPackedFileIsJudgedLikeTheOther(t *testing.T) {
	for _, f := range Conform(newSpecimen(t).packed(t)) {
		t.Error(f)
	}
	for _, d := range damages {
		s := newSpecimen(t)
		s.change(t, d.object, d.from, d.to)
		// A mistake of syntax in one object spoils those that share its stream, so that more may be said.
		if faults := Conform(s.packed(t)); !slices.ContainsFunc(faults, func(f Fault) bool { return f.Clause == d.clause }) {
			t.Errorf("%s %s: %v", d.clause, d.to, faults)
		}
	}
}

func TestEachDamageOfAPackedFileIsBlamed(t *testing.T) {
	for _, d := range []struct{ clause, from, to string }{
		{"ISO 32000 7.5.5", "startxref\n", "startxref\n1"},
		{"6.1.4", "startxref\n5", "startxref\n4"},
		{"6.1.4", "/Type /XRef", "/Type /Xref"},
		{"ISO 32000 7.5.8", "/W [1 4 2]", "/W [1 4 3]"},
		{"ISO 32000 7.5.8", "/W [1 4 2]", "/W [1 4  ]"},
		{"ISO 32000 7.5.7", "/Type /ObjStm", "/Type /Objstm"},
		{"ISO 32000 7.5.7", "/N 35 ", "/N 30 "},
		{"ISO 32000 7.5.7", "/First ", "/Farst "},
		{"6.1.3", "/ID [<00FF> <00FF>]", "/ID [<00FF>      ]"},
	} {
		file := newSpecimen(t).packed(t)
		if !bytes.Contains(file, []byte(d.from)) {
			t.Fatalf("no %q", d.from)
		}
		blames(t, bytes.Replace(file, []byte(d.from), []byte(d.to), 1), d.clause)
	}
}
