package bolt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"mercredi/data/kv"
)

// Below the meta pages a bbolt file is a tree of trees. The leaves of the first tree name the buckets and lead to the
// tree of each; a small bucket stands in its leaf instead, as a page after its header. Positions of keys are counted
// from the element that gives them.
//
//	branch   page header · elements: position 4, key length 4, page 8 │ keys
//	leaf     page header · elements: flags 4, position 4, key length 4, value length 4 │ keys and values
//	bucket   root 8 (0: it stands here) · sequence 8 · page, if it stands here
const (
	branchFlag, leafFlag = 0x01, 0x02

	elementLength      = 16
	bucketHeaderLength = 16

	isBucket = 1 // flag of a leaf element

	deepestTree = 32 // levels; bbolt needs a dozen for all the disks of the world
)

// walk follows every page of a file. Each has one place in it: a page met twice, or never, is damage.
type walk struct {
	file io.ReaderAt
	meta meta
	met  []bool // by number of the page
	todo []branch
}

// branch is a page that is to be read, and where in the tree it stands.
type branch struct {
	page  int64
	depth int
	names bool // whether its leaves name buckets
}

// walkPages is kv.ErrDamaged when a page of the file is not what bbolt believes. The file is read, not mapped, and
// nothing in it is believed; memory is bounded by its length.
func walkPages(file io.ReaderAt, m meta) error {
	w := &walk{file: file, meta: m, met: make([]bool, m.pages)}
	w.met[0], w.met[1] = true, true
	if err := w.freelist(); err != nil {
		return err
	}
	w.todo = []branch{{page: m.root, names: true}}
	for len(w.todo) > 0 {
		next := w.todo[len(w.todo)-1]
		w.todo = w.todo[:len(w.todo)-1]
		if err := w.tree(next); err != nil {
			return err
		}
	}
	for page, met := range w.met {
		if !met {
			return fmt.Errorf("%w: page %d is lost", kv.ErrDamaged, page)
		}
	}
	return nil
}

// read gives a page, with those it flows over into, and takes note that they were met.
func (w *walk) read(page int64) ([]byte, error) {
	if page < 2 || page >= w.meta.pages {
		return nil, fmt.Errorf("%w: page %d is outside of the file", kv.ErrDamaged, page)
	}
	header := make([]byte, pageHeaderLength)
	if _, err := w.file.ReadAt(header, page*w.meta.pageSize); err != nil {
		return nil, err
	}
	length := 1 + int64(binary.NativeEndian.Uint32(header[12:]))
	if int64(binary.NativeEndian.Uint64(header)) != page || page+length > w.meta.pages {
		return nil, fmt.Errorf("%w: page %d has a broken header", kv.ErrDamaged, page)
	}
	for p := page; p < page+length; p++ {
		if err := w.meet(p); err != nil {
			return nil, err
		}
	}
	b := make([]byte, length*w.meta.pageSize)
	_, err := w.file.ReadAt(b, page*w.meta.pageSize)
	return b, err
}

func (w *walk) meet(page int64) error {
	if page < 2 || page >= w.meta.pages || w.met[page] {
		return fmt.Errorf("%w: page %d has two places or is outside of the file", kv.ErrDamaged, page)
	}
	w.met[page] = true
	return nil
}

// freelist meets the free pages. checkFreelist has compared their count with the room there is.
func (w *walk) freelist() error {
	b, err := w.read(w.meta.freelist)
	if err != nil {
		return err
	}
	order := binary.NativeEndian
	count, ids := uint64(order.Uint16(b[10:])), b[pageHeaderLength:]
	if count == 0xFFFF {
		count, ids = order.Uint64(ids), ids[8:]
	}
	if order.Uint16(b[8:]) != freelistFlag || count > uint64(len(ids)/8) {
		return fmt.Errorf("%w: broken free list", kv.ErrDamaged)
	}
	for i := range count {
		if err := w.meet(int64(order.Uint64(ids[8*i:]))); err != nil {
			return err
		}
	}
	return nil
}

func (w *walk) tree(at branch) error {
	b, err := w.read(at.page)
	if err != nil {
		return err
	}
	flags := binary.NativeEndian.Uint16(b[8:])
	switch {
	case at.depth > deepestTree:
		err = fmt.Errorf("%w: a tree without end", kv.ErrDamaged)
	case flags == branchFlag:
		err = w.branchPage(b, at)
	case flags == leafFlag:
		err = w.leafPage(b, at.names)
	default:
		err = fmt.Errorf("%w: flags %x", kv.ErrDamaged, flags)
	}
	if err != nil {
		return fmt.Errorf("page %d: %w", at.page, err)
	}
	return nil
}

func (w *walk) branchPage(b []byte, at branch) error {
	order := binary.NativeEndian
	var last []byte
	for i := range elements(b) {
		element, ok := elementAt(b, i)
		if !ok {
			return fmt.Errorf("%w: too many elements", kv.ErrDamaged)
		}
		key, ok := slice(element, order.Uint32(element), order.Uint32(element[4:]))
		if !ok || i > 0 && bytes.Compare(last, key) >= 0 {
			return fmt.Errorf("%w: key %d out of place", kv.ErrDamaged, i)
		}
		last = key
		w.todo = append(w.todo, branch{page: int64(order.Uint64(element[8:])), depth: at.depth + 1, names: at.names})
	}
	if elements(b) == 0 {
		return fmt.Errorf("%w: a branch that leads nowhere", kv.ErrDamaged)
	}
	return nil
}

func (w *walk) leafPage(b []byte, names bool) error {
	order := binary.NativeEndian
	var last []byte
	for i := range elements(b) {
		element, ok := elementAt(b, i)
		if !ok {
			return fmt.Errorf("%w: too many elements", kv.ErrDamaged)
		}
		position, keyLength, valueLength := order.Uint32(element[4:]), order.Uint32(element[8:]), order.Uint32(element[12:])
		key, ok := slice(element, position, keyLength)
		if !ok || keyLength == 0 || i > 0 && bytes.Compare(last, key) >= 0 {
			return fmt.Errorf("%w: key %d out of place", kv.ErrDamaged, i)
		}
		last = key
		value, ok := slice(element[int(position)+len(key):], 0, valueLength)
		if flags := order.Uint32(element); !ok || (flags == isBucket) != names || flags > isBucket {
			return fmt.Errorf("%w: value %d out of place", kv.ErrDamaged, i)
		}
		if names {
			if err := w.bucket(value); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *walk) bucket(value []byte) error {
	if len(value) < bucketHeaderLength {
		return fmt.Errorf("%w: a bucket cut short", kv.ErrDamaged)
	}
	if root := int64(binary.NativeEndian.Uint64(value)); root != 0 {
		w.todo = append(w.todo, branch{page: root})
		return nil
	}
	page := value[bucketHeaderLength:]
	if len(page) < pageHeaderLength || binary.NativeEndian.Uint16(page[8:]) != leafFlag {
		return fmt.Errorf("%w: a small bucket without its page", kv.ErrDamaged)
	}
	return w.leafPage(page, false)
}

func elements(page []byte) int { return int(binary.NativeEndian.Uint16(page[10:])) }

// elementAt gives the page from its i-th element on.
func elementAt(page []byte, i int) ([]byte, bool) {
	at := pageHeaderLength + elementLength*i
	if at+elementLength > len(page) {
		return nil, false
	}
	return page[at:], true
}

// slice gives length bytes of b from position on.
func slice(b []byte, position, length uint32) ([]byte, bool) {
	end := uint64(position) + uint64(length)
	if end > uint64(len(b)) {
		return nil, false
	}
	return b[position:end], true
}
