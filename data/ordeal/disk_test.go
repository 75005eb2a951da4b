//go:build linux

package ordeal

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// A disk follows what a victim did to the files under a folder, and gives what a power cut could leave of it:
//
//	changes of a file   since its last fsync: each may be there or not, in any order, or torn between two sectors;
//	                    one that makes the file longer may leave zeros, the new length being written before the bytes
//	moves of names      made, renamed, removed: those since the last fsync of their folder, in their order, as a
//	                    file system with a journal keeps them, but free of what becomes of the bytes
//
// This is less than some file systems promise (ext4 keeps the name of a new file when the file is synced), and never
// more.
type disk struct {
	root  string
	files []*file
	names map[string]int // path → file, on the disk for sure
	moves []move         // since then
	now   map[string]int // path → file, as programs see it
	next  map[string]int64
	acked int
	// lies is a disk that answers an fsync and does nothing.
	lies bool
}

type file struct {
	durable []byte
	pending []change
}

// change is bytes written at a place, or, without bytes, a file cut or grown to a length.
type change struct {
	at    int64
	bytes []byte
	since int // number of the call
}

// move is a name that appeared (from is ""), changed or went away (to is "").
type move struct {
	from, to string
	file     int
	since    int
}

// effect is what is left of a change: all of it, or so many bytes, or one of these.
type effect int

const (
	whole effect = -1 - iota
	lost
	zeroed
)

const sector = 512

func newDisk(root string, files map[string][]byte) *disk {
	d := &disk{root: root, names: map[string]int{}, now: map[string]int{}, next: map[string]int64{}}
	for path, content := range files {
		d.names[path] = len(d.files)
		d.files = append(d.files, &file{durable: slices.Clone(content)})
	}
	d.now = maps.Clone(d.names)
	return d
}

// seen is the disk after so many moves, with the changes that pick chooses.
func (d *disk) seen(moves int, pick func(file, change int) effect) map[string][]byte {
	names := maps.Clone(d.names)
	for _, m := range d.moves[:moves] {
		m.apply(names)
	}
	out := map[string][]byte{}
	for path, f := range names {
		content := slices.Clone(d.files[f].durable)
		for i, c := range d.files[f].pending {
			content = c.apply(content, pick(f, i))
		}
		out[path] = content
	}
	return out
}

// current is the disk as programs see it.
func (d *disk) current() map[string][]byte {
	return d.seen(len(d.moves), func(int, int) effect { return whole })
}

func (m move) apply(names map[string]int) {
	if m.from == "" {
		names[m.to] = m.file
		return
	}
	for path, f := range maps.Clone(names) {
		rest, below := strings.CutPrefix(path, m.from)
		if !below || rest != "" && rest[0] != '/' { // a folder moves with what is in it
			continue
		}
		delete(names, path)
		if m.to != "" {
			names[m.to+rest] = f
		}
	}
}

func (c change) apply(content []byte, e effect) []byte {
	if e == lost {
		return content
	}
	if c.bytes == nil {
		return resize(content, c.at)
	}
	bytes := c.bytes
	switch {
	case e == zeroed && c.at >= int64(len(content)):
		bytes = make([]byte, len(bytes))
	case e >= 0:
		bytes = bytes[:min(int(e), len(bytes))]
	}
	if end := c.at + int64(len(bytes)); int64(len(content)) < end {
		content = resize(content, end)
	}
	copy(content[c.at:], bytes)
	return content
}

func resize(content []byte, length int64) []byte {
	if length <= int64(len(content)) {
		return content[:length]
	}
	return append(content, make([]byte, length-int64(len(content)))...)
}

// follow applies the calls of a trace. after is told of each one that changed something, or acknowledged a step.
func (d *disk) follow(calls []call, after func(what string)) error {
	for number, c := range calls {
		changed, err := d.apply(number, c)
		if err != nil {
			return fmt.Errorf("call %d, %s(%.100s): %w", number, c.name, strings.Join(c.args, ", "), err)
		}
		if changed {
			after(fmt.Sprintf("call %d, %s", number, c.name))
		}
	}
	return nil
}

func (d *disk) apply(number int, c call) (changed bool, err error) {
	switch c.name {
	case "openat":
		return d.open(number, c)
	case "read", "write", "lseek", "pwrite64":
		return d.write(number, c)
	case "copy_file_range", "sendfile":
		return d.copy(number, c)
	case "ftruncate", "truncate":
		size, err := c.number(1)
		return d.record(c, change{at: size, since: number}, err)
	case "fsync", "fdatasync":
		return false, d.sync(c)
	case "rename", "renameat", "renameat2", "unlink", "unlinkat":
		return d.rename(number, c)
	case "sendmsg":
		return d.acknowledge(c)
	}
	return false, fmt.Errorf("not a call this disk knows")
}

// inside makes a path relative to the folder; ok is false outside of it.
func (d *disk) inside(path string) (string, bool) {
	rest, ok := strings.CutPrefix(path, d.root)
	return strings.TrimPrefix(rest, "/"), ok && (rest == "" || rest[0] == '/')
}

func (d *disk) open(number int, c call) (bool, error) {
	name, err := c.at(1)
	path, ours := d.inside(name)
	if err != nil || !ours {
		return false, err
	}
	d.next[fmt.Sprint(c.result)] = 0
	f, known := d.now[path]
	flags := c.args[2]
	switch {
	case strings.Contains(flags, "O_APPEND"), strings.Contains(flags, "O_TMPFILE"):
		return false, fmt.Errorf("opened with %s", flags)
	case !known && strings.Contains(flags, "O_CREAT"):
		d.files = append(d.files, &file{})
		d.move(move{to: path, file: len(d.files) - 1, since: number})
		return true, nil
	case known && strings.Contains(flags, "O_TRUNC"):
		d.files[f].pending = append(d.files[f].pending, change{since: number})
		return true, nil
	}
	return false, nil
}

// write also follows what moves the place of the next write.
func (d *disk) write(number int, c call) (bool, error) {
	name, err := c.path(0)
	if _, ours := d.inside(name); !ours || err != nil {
		return false, nil
	}
	descriptor := c.descriptor(0)
	switch c.name {
	case "lseek":
		d.next[descriptor] = c.result
		return false, nil
	case "read":
		d.next[descriptor] += c.result
		return false, nil
	}
	text, err := c.text(1)
	one := change{at: d.next[descriptor], bytes: []byte(text)[:c.result], since: number}
	if c.name == "pwrite64" && err == nil {
		one.at, err = c.number(3)
	} else {
		d.next[descriptor] += c.result
	}
	return d.record(c, one, err)
}

// copy is a write whose bytes come from another file: the kernel moves them, each file from where it stands.
func (d *disk) copy(number int, c call) (bool, error) {
	from, to, places := 0, 2, []int{1, 3}
	if c.name == "sendfile" {
		from, to, places = 1, 0, []int{2}
	}
	for _, i := range places {
		if c.args[i] != "NULL" {
			return false, fmt.Errorf("a copy from or to a given place")
		}
	}
	name, err := c.path(from)
	path, ours := d.inside(name)
	if err != nil || !ours {
		return false, fmt.Errorf("bytes come from %q, which is not followed: %v", name, err)
	}
	at := d.next[c.descriptor(from)]
	bytes := d.current()[path][at : at+c.result]
	d.next[c.descriptor(from)] += c.result
	one := change{at: d.next[c.descriptor(to)], bytes: bytes, since: number}
	d.next[c.descriptor(to)] += c.result
	return d.record(call{args: c.args[to:]}, one, nil)
}

// record keeps a change of the file in the first argument, if it is one of ours.
func (d *disk) record(c call, one change, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	name, err := c.path(0)
	path, ours := d.inside(name)
	f, known := d.now[path]
	if err != nil || !ours || !known || strings.HasSuffix(c.args[0], "(deleted)") {
		return false, err
	}
	d.files[f].pending = append(d.files[f].pending, one)
	return true, nil
}

// sync puts a file, or the names in a folder, on the disk.
func (d *disk) sync(c call) error {
	name, err := c.path(0)
	path, ours := d.inside(name)
	if err != nil || !ours || d.lies {
		return err
	}
	if f, isFile := d.now[path]; isFile {
		one := d.files[f]
		for len(one.pending) > 0 && one.pending[0].since < c.began {
			one.durable = one.pending[0].apply(one.durable, whole)
			one.pending = one.pending[1:]
		}
		return nil
	}
	kept := 0
	for i, m := range d.moves {
		if m.since < c.began && (m.in(path)) {
			kept = i + 1
		}
	}
	for _, m := range d.moves[:kept] {
		m.apply(d.names)
	}
	d.moves = d.moves[kept:]
	return nil
}

// in reports whether a move changes the names in a folder.
func (m move) in(folder string) bool {
	if folder == "" {
		folder = "."
	}
	return m.from != "" && filepath.Dir(m.from) == folder || m.to != "" && filepath.Dir(m.to) == folder
}

func (d *disk) move(m move) {
	m.apply(d.now)
	d.moves = append(d.moves, m)
}

func (d *disk) rename(number int, c call) (bool, error) {
	var from, to string
	var err error
	switch c.name {
	case "unlink":
		from, err = c.text(0)
	case "unlinkat":
		from, err = c.at(1)
	case "rename":
		from, err = c.text(0)
		to, _ = c.text(1)
	default:
		from, err = c.at(1)
		to, _ = c.at(3)
	}
	before, ours := d.inside(from)
	if err != nil || !ours {
		return false, err
	}
	one := move{from: before, since: number}
	if to != "" {
		if one.to, ours = d.inside(to); !ours {
			return false, fmt.Errorf("renamed out of the folder")
		}
	}
	former := maps.Clone(d.now)
	d.move(one)
	return !maps.Equal(former, d.now), nil
}

// acknowledge reads a message to the one who started the victim.
func (d *disk) acknowledge(c call) (bool, error) {
	_, message, _ := strings.Cut(strings.Join(c.args, ", "), "iov_base=")
	text, err := unhex(message, `"`, `"`)
	if err != nil {
		return false, err
	}
	ack, ok := readAck(text)
	if ok {
		d.acked = ack
	}
	return ok, nil
}
