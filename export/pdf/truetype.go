package pdf

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
)

// trueType is a font file taken apart, so that a paper carries only the letters it uses. Of the tables of such a file
// (Apple TrueType Reference Manual) it knows those that a PDF reader draws with.
type trueType struct {
	tables map[string][]byte
	glyphs int
	signs  map[rune]int // the glyph of each sign
}

var (
	errFont    = errors.New("font file is broken")
	errNoSigns = errors.New("font has no map of its signs")
)

// carried are the tables of an embedded font, in the order of their names. There is no hinting in ours.
var carried = []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}

func readTrueType(file []byte) (*trueType, error) {
	f := &trueType{tables: map[string][]byte{}}
	if len(file) < 12 {
		return nil, errFont
	}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		entry := file[min(12+16*i, len(file)):]
		if len(entry) < 16 {
			return nil, errFont
		}
		from, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		if uint64(from)+uint64(size) > uint64(len(file)) {
			return nil, errFont
		}
		f.tables[string(entry[:4])] = file[from : from+size]
	}
	if len(f.tables["maxp"]) < 6 || len(f.tables["head"]) < 54 || len(f.tables["hhea"]) < 36 {
		return nil, errFont
	}
	f.glyphs = f.short("maxp", 4)
	if f.short("head", 50) != 0 || len(f.tables["loca"]) < 2*(f.glyphs+1) {
		return nil, errors.New("font is too large: its offsets are long")
	}
	return f, f.readSigns()
}

// short is the unsigned number of two bytes at an offset of a table.
func (f *trueType) short(table string, at int) int {
	return int(binary.BigEndian.Uint16(f.tables[table][at:]))
}

// signed is the signed number there.
func (f *trueType) signed(table string, at int) int { return int(int16(f.short(table, at))) }

// readSigns reads the character map of format 4, which every font has for the signs up to U+FFFF.
func (f *trueType) readSigns() error {
	all := f.tables["cmap"]
	f.signs = map[rune]int{}
	if len(all) < 4 {
		return errNoSigns
	}
	for i := range f.short("cmap", 2) {
		from := int(binary.BigEndian.Uint32(all[4+8*i+4:]))
		at := func(n int) int { return int(binary.BigEndian.Uint16(all[from+n:])) }
		if at(0) != 4 {
			continue
		}
		twice := at(6) // two bytes a segment
		for s := 0; s < twice; s += 2 {
			last, first := at(14+s), at(16+twice+s)
			delta, offset := at(16+2*twice+s), at(16+3*twice+s)
			for r := first; r <= last && r < 0xFFFF; r++ {
				glyph := r + delta
				if offset > 0 {
					glyph = at(16+3*twice+s+offset+2*(r-first)) + delta
				}
				if glyph &= 0xFFFF; glyph > 0 && glyph < f.glyphs {
					f.signs[rune(r)] = glyph
				}
			}
		}
		return nil
	}
	return errNoSigns
}

// glyph is the outline of one glyph.
func (f *trueType) glyph(n int) []byte {
	return f.tables["glyf"][2*f.short("loca", 2*n) : 2*f.short("loca", 2*n+2)]
}

// keep adds a glyph and the parts it is made of: é is e and an accent.
func (f *trueType) keep(kept []bool, n int) {
	if kept[n] {
		return
	}
	kept[n] = true
	outline := f.glyph(n)
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return // it has outlines of its own
	}
	const words, scale, more, scales, matrix = 0x1, 0x8, 0x20, 0x40, 0x80
	for at := 10; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		f.keep(kept, int(binary.BigEndian.Uint16(outline[at+2:])))
		if flags&more == 0 {
			return
		}
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&scales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
	}
}

// cut is the font file with the glyphs of some signs only. Glyphs keep their numbers: those left out are empty.
func (f *trueType) cut(signs func(rune) bool) []byte {
	kept := make([]bool, f.glyphs)
	f.keep(kept, 0) // what stands for a missing sign must exist
	for r, glyph := range f.signs {
		if signs(r) {
			f.keep(kept, glyph)
		}
	}
	var glyf, loca []byte
	for n := range kept {
		loca = binary.BigEndian.AppendUint16(loca, uint16(len(glyf)/2))
		if kept[n] {
			glyf = append(glyf, f.glyph(n)...)
		}
	}
	loca = binary.BigEndian.AppendUint16(loca, uint16(len(glyf)/2))
	hmtx := slices.Clone(f.tables["hmtx"])
	for n := range f.short("hhea", 34) {
		if !kept[n] {
			clear(hmtx[4*n : 4*n+4])
		}
	}
	return assemble(func(table string) []byte {
		switch table {
		case "glyf":
			return glyf
		case "loca":
			return loca
		case "hmtx":
			return hmtx
		}
		return f.tables[table]
	})
}

// assemble makes a font file of the tables there are.
func assemble(table func(string) []byte) []byte {
	names := slices.DeleteFunc(slices.Clone(carried), func(name string) bool { return len(table(name)) == 0 })
	n := len(names)
	power := bits.Len(uint(n)) - 1
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	var body []byte
	for _, name := range names {
		content := table(name)
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(content))
		out = binary.BigEndian.AppendUint32(out, uint32(12+16*n+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(content)))
		body = append(body, content...)
		body = append(body, make([]byte, (4-len(content)%4)%4)...)
	}
	return append(out, body...)
}

// checksum is the sum of a table's words.
func checksum(table []byte) (sum uint32) {
	for len(table) > 0 {
		var word [4]byte
		table = table[copy(word[:], table):]
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
