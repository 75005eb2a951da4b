package envelope

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
)

// bytes puts the file together: the objects that the trailer leads to, and no others, under numbers without a gap. With
// a lock it is sealed with it, but for the table and the lock itself.
func (f *file) bytes(l *lock) []byte {
	order := f.reached()
	numbers := map[ref]ref{}
	for i, r := range order {
		numbers[r] = ref(i + 1)
	}
	w := &writer{lock: l}
	w.out.WriteString(f.version + "\n%\xe2\xe3\xcf\xd3\n")
	w.row(0, 0, 0) // the first is of no object
	w.rows = slices.Grow(w.rows, (len(order)+8)*rowSize)[:(len(order)+1)*rowSize]
	for i, r := range order {
		o := f.objects[int(r)]
		o.value = renumber(o.value, numbers)
		if o.stream == nil {
			w.packed = append(w.packed, packed{i + 1, o.value})
			continue
		}
		w.place(i+1, o)
	}
	w.bundles()
	return w.finish(renumber(f.trailer, numbers).(dict))
}

// writer is a file being written.
type writer struct {
	out    bytes.Buffer
	rows   []byte
	packed []packed
	lock   *lock // nil for none
}

// packed is an object to put into a bundle.
type packed struct {
	number int
	value  value
}

// row adds a row to the table and answers the number it is of.
func (w *writer) row(kind byte, where, index int) int {
	w.rows = append(w.rows, make([]byte, rowSize)...)
	n := len(w.rows)/rowSize - 1
	w.setRow(n, kind, where, index)
	return n
}

func (w *writer) setRow(n int, kind byte, where, index int) {
	row := w.rows[n*rowSize:]
	row[0] = kind
	binary.BigEndian.PutUint32(row[1:], uint32(where))
	binary.BigEndian.PutUint16(row[5:], uint16(index))
}

// place writes an object with its stream.
func (w *writer) place(n int, o object) {
	if w.lock != nil {
		o = w.lock.seal(o)
	}
	w.setRow(n, rowPlace, w.out.Len(), 0)
	w.put(n, o)
}

func (w *writer) put(n int, o object) {
	fmt.Fprintf(&w.out, "%d 0 obj\n", n)
	o.value.write(&w.out)
	if o.stream != nil {
		w.out.WriteString("\nstream\n")
		w.out.Write(o.stream)
		w.out.WriteString("\nendstream")
	}
	w.out.WriteString("\nendobj\n")
}

// bundles writes the objects that have no stream.
func (w *writer) bundles() {
	const most = 2000 // so that readers need not unpack the whole tree of a long file
	for some := range slices.Chunk(w.packed, most) {
		var index []byte
		var bodies bytes.Buffer
		bundle := w.row(rowPlace, 0, 0)
		for i, p := range some {
			w.setRow(p.number, rowBundle, bundle, i)
			index = fmt.Appendf(index, "%d %d ", p.number, bodies.Len())
			p.value.write(&bodies)
			bodies.WriteByte('\n')
		}
		w.place(bundle, deflated(dict{{"Type", name("ObjStm")}, {"N", whole(len(some))}, {"First", whole(len(index))}},
			append(index, bodies.Bytes()...)))
	}
}

// finish writes the lock, the table and the end.
func (w *writer) finish(trailer dict) []byte {
	if w.lock != nil {
		n := w.row(rowPlace, w.out.Len(), 0)
		w.put(n, object{value: w.lock.handler})
		trailer = trailer.with("Encrypt", ref(n))
	}
	sum := sha256.Sum256(w.out.Bytes())
	start := w.out.Len()
	n := w.row(rowPlace, start, 0)
	table := dict{{"Type", name("XRef")}, {"Size", whole(n + 1)}, {"W", array{whole(1), whole(4), whole(2)}},
		{"ID", array{text(sum[:16]), text(sum[:16])}}}
	w.put(n, deflated(append(table, trailer.with("ID", nil)...), w.rows))
	fmt.Fprintf(&w.out, "startxref\n%d\n%%%%EOF\n", start)
	return w.out.Bytes()
}

// deflated is a stream of this content.
func deflated(d dict, content []byte) object {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	_, _ = z.Write(content) // memory does not fail
	_ = z.Close()
	return object{value: d.with("Filter", name("FlateDecode")).with("Length", whole(out.Len())), stream: out.Bytes()}
}
