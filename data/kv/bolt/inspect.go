package bolt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"mercredi/data/kv"
)

// A bbolt file is a row of pages of equal size. The first two are meta pages, written in turn; the newest whole one
// counts. It says where the tree and the list of free pages begin, and how many pages the file has.
//
//	page    id 8 · flags 2 · count 2 · overflow 4 │ contents …
//	meta    magic 4 · version 4 · page size 4 · flags 4 · root 8 · sequence 8 · free list 8 · pages 8 · number 8 · sum 8
const (
	pageHeaderLength = 16
	metaLength       = 64
	metaSumAt        = 56
	metaMagic        = 0xED0CDAED
	metaVersion      = 2

	metaFlag     = 0x04
	freelistFlag = 0x10

	smallestPage, largestPage = 1 << 10, 1 << 16
)

type meta struct {
	pageSize int64
	root     int64 // number of the page
	freelist int64 // number of the page
	pages    int64
	number   uint64 // of the transaction that wrote it
}

// inspect reads what bbolt believes blindly, before it does: kv.ErrNotOurs for another kind of file, kv.ErrDamaged
// for one that is cut or whose beginning is broken.
func inspect(path string) error {
	info, err := os.Stat(path) // before opening: a pipe would wait for its writer for ever
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%w: not a regular file", kv.ErrNotOurs)
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	newest, err := newestMeta(file)
	if err != nil {
		return err
	}
	if length := newest.pages * newest.pageSize; info.Size() < length {
		return fmt.Errorf("%w: %d bytes instead of %d", kv.ErrDamaged, info.Size(), length)
	}
	return checkFreelist(file, newest)
}

// newestMeta looks at page 0, then for page 1 at every place it may have, as page 0 tells the page size.
func newestMeta(file io.ReaderAt) (meta, error) {
	beginning := make([]byte, pageHeaderLength+8)
	n, err := file.ReadAt(beginning, 0)
	if err != nil && err != io.EOF {
		return meta{}, err
	}
	newest, found := readMeta(file, 0)
	for size := int64(smallestPage); size <= largestPage; size *= 2 {
		if m, ok := readMeta(file, size); ok && m.pageSize == size && (!found || m.number > newest.number) {
			newest, found = m, true
		}
	}
	switch {
	case found:
		return newest, nil
	case looksLikeBbolt(beginning[:n]):
		return meta{}, fmt.Errorf("%w: no whole meta page", kv.ErrDamaged)
	}
	return meta{}, kv.ErrNotOurs
}

// looksLikeBbolt reports whether these first bytes are those of any bbolt file. A file cut to nothing does.
func looksLikeBbolt(beginning []byte) bool {
	expected := make([]byte, pageHeaderLength+8)
	binary.NativeEndian.PutUint16(expected[8:], metaFlag)
	binary.NativeEndian.PutUint32(expected[16:], metaMagic)
	binary.NativeEndian.PutUint32(expected[20:], metaVersion)
	return bytes.HasPrefix(expected, beginning)
}

func readMeta(file io.ReaderAt, at int64) (meta, bool) {
	b := make([]byte, metaLength)
	if _, err := file.ReadAt(b, at+pageHeaderLength); err != nil {
		return meta{}, false
	}
	order := binary.NativeEndian
	sum := fnv.New64a()
	sum.Write(b[:metaSumAt])
	m := meta{
		pageSize: int64(order.Uint32(b[8:])),
		root:     int64(order.Uint64(b[16:])),
		freelist: int64(order.Uint64(b[32:])),
		pages:    int64(order.Uint64(b[40:])),
		number:   order.Uint64(b[48:]),
	}
	whole := order.Uint32(b) == metaMagic && order.Uint32(b[4:]) == metaVersion && order.Uint64(b[metaSumAt:]) == sum.Sum64()
	return m, whole && m.pageSize >= smallestPage && m.pageSize <= largestPage && m.pages >= 4 && m.pages < 1<<40
}

// checkFreelist refuses a list of free pages that would make bbolt ask for more memory than there is.
func checkFreelist(file io.ReaderAt, m meta) error {
	if m.freelist < 2 || m.freelist >= m.pages {
		return fmt.Errorf("%w: free list outside of the file", kv.ErrDamaged)
	}
	b := make([]byte, pageHeaderLength+8)
	if _, err := file.ReadAt(b, m.freelist*m.pageSize); err != nil {
		return err
	}
	order := binary.NativeEndian
	count, overflow := uint64(order.Uint16(b[10:])), int64(order.Uint32(b[12:]))
	if count == 0xFFFF { // too many for two bytes: the count is the first entry
		count = order.Uint64(b[16:])
	}
	room := (1+overflow)*m.pageSize - pageHeaderLength
	if order.Uint16(b[8:]) != freelistFlag || m.freelist+overflow >= m.pages || count >= uint64(room)/8 {
		return fmt.Errorf("%w: broken free list", kv.ErrDamaged)
	}
	return nil
}
