package vault

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/mem"
)

// place is where a record stands.
type place struct{ bucket, key string }

// image is all that a store holds, sealed.
type image map[place][]byte

var (
	tamperBuckets = []string{"child", "note", "journal"}
	headPlace     = place{headBucket, headKey}
)

// sealedFile is a vault whose sealed bytes a test changes, with an older state of it.
type sealedFile struct {
	keys        *Keys
	now, before image
	tried       int
	t           *testing.T
	store       kv.Store // what is tried now
}

// newSealedFile is a vault of three kinds, four drawers and values of several lengths, after several changes. The keys may
// be those of another one, so that both have the same drawers.
func newSealedFile(t *testing.T) *sealedFile {
	t.Helper()
	x := &sealedFile{t: t, store: mem.New()}
	founder := Founder{Member: [16]byte{1}, Name: "Odile Garance", Password: "un mercredi sur deux", Cost: cheapest}
	x.keys = good(Found(founder, Opening{Random: rand.Reader}))
	s := good(Make(x.store, x.keys))
	write := func(change int) {
		good(0, s.Update(func(k kv.Tx) error {
			k.(Tx).SetMark([]byte{byte(change)})
			for i, bucket := range tamperBuckets {
				for drawer := range byte(4) {
					value := strings.Repeat(fmt.Sprint(change, bucket), 1+i*40)
					good(0, k.(Tx).PutIn([16]byte{drawer}, bucket, []byte{drawer, 'k'}, []byte(value)))
				}
			}
			return nil
		}))
	}
	write(1)
	write(2)
	x.before = imageOf(x.store)
	good(0, x.keys.draft([16]byte{9}))
	write(3)
	x.now = imageOf(x.store)
	if err := x.verdict(x.now); err != nil {
		t.Fatal(err)
	}
	x.tried = 0
	return x
}

func imageOf(s kv.Store) image {
	m := image{}
	good(0, s.View(func(k kv.Tx) error {
		for _, bucket := range append([]string{headBucket}, tamperBuckets...) {
			good(0, k.Scan(bucket, func(key, value []byte) error {
				m[place{bucket, string(key)}] = bytes.Clone(value)
				return nil
			}))
		}
		return nil
	}))
	return m
}

// verdict is what opening and verifying an image says.
func (x *sealedFile) verdict(m image) error {
	x.tried++
	store := mem.New()
	good(0, store.Update(func(k kv.Tx) error {
		for p, value := range m {
			good(0, k.Put(p.bucket, []byte(p.key), value))
		}
		return nil
	}))
	s, err := Open(store, x.keys)
	if err != nil {
		return err
	}
	_, err = s.Verify(tamperBuckets, nil)
	return err
}

// refuses expects that a changed image is not believed.
func (x *sealedFile) refuses(what string, edit func(image)) {
	x.t.Helper()
	m := maps.Clone(x.now)
	edit(m)
	err := x.verdict(m)
	told := []error{ErrTampered, ErrNoKey, ErrNotAVault, ErrOtherVault, ErrOldRing, ErrNewerFormat, ErrFormerFormat}
	if !slices.ContainsFunc(told, func(e error) bool { return errors.Is(err, e) }) {
		x.t.Fatalf("%s: answered %v", what, err)
	}
}

func (x *sealedFile) places() []place {
	return slices.SortedFunc(maps.Keys(x.now), func(a, b place) int { return strings.Compare(a.bucket+a.key, b.bucket+b.key) })
}

func TestRecordWithOneBitChangedIsNeverAccepted(t *testing.T) {
	x := newSealedFile(t)
	for _, p := range x.places() {
		for bit := range len(x.now[p]) * 8 {
			if !full && bit%3 != 0 && bit > recordFixed*8 {
				continue
			}
			x.refuses(fmt.Sprint(p, " bit ", bit), func(m image) {
				m[p] = bytes.Clone(m[p])
				m[p][bit/8] ^= 1 << (bit % 8)
			})
		}
		for length := range x.now[p] {
			x.refuses(fmt.Sprint(p, " cut at ", length), func(m image) { m[p] = m[p][:length] })
		}
		x.refuses(fmt.Sprint(p, " longer"), func(m image) { m[p] = append(bytes.Clone(m[p]), 0) })
	}
	figure("records and head, every bit%s and every length: %d, 0 accepted", map[bool]string{false: " of three"}[full], x.tried)
}

func TestRecordInAnotherPlaceIsNeverAccepted(t *testing.T) {
	x, other := newSealedFile(t), newSealedFile(t)
	for _, from := range x.places() {
		for _, to := range x.places() {
			if from == to {
				continue
			}
			x.refuses(fmt.Sprint(from, " copied to ", to), func(m image) { m[to] = m[from] })
			x.refuses(fmt.Sprint(from, " and ", to, " swapped"), func(m image) { m[to], m[from] = m[from], m[to] })
			x.refuses(fmt.Sprint(from, " of another vault at ", to), func(m image) { m[to] = other.now[from] })
			x.refuses(fmt.Sprint(from, " moved onto ", to), func(m image) { m[to] = m[from]; delete(m, from) })
		}
		for _, bucket := range append(slices.Clone(tamperBuckets), headBucket) {
			for drawer := range byte(5) {
				to := place{bucket, string([]byte{drawer, 'x'})}
				if from == headPlace && bucket == headBucket {
					continue // beside the head nobody looks
				}
				if bucket != headBucket {
					x.refuses(fmt.Sprint(from, " added at ", to), func(m image) { m[to] = m[from] })
				}
				x.refuses(fmt.Sprint(from, " moved to ", to), func(m image) { m[to] = m[from]; delete(m, from) })
			}
		}
		x.refuses(fmt.Sprint(from, " of another vault"), func(m image) { m[from] = other.now[from] })
		x.refuses(fmt.Sprint(from, " removed"), func(m image) { delete(m, from) })
		x.refuses(fmt.Sprint(from, " emptied"), func(m image) { m[from] = nil })
		x.refuses(fmt.Sprint(from, " of zeros"), func(m image) { m[from] = make([]byte, len(m[from])) })
	}
	figure("records copied, swapped, moved, added, removed, brought from another vault: %d, 0 accepted", x.tried)
}

// TestRecordThatClaimsAnotherOriginIsNeverAccepted changes what is clear in a record: drawer, generation, version.
func TestRecordThatClaimsAnotherOriginIsNeverAccepted(t *testing.T) {
	x := newSealedFile(t)
	for _, p := range x.places() {
		start := 0
		if p == headPlace {
			start = headStartLength
		}
		o := good(readOrigin(x.now[p][start:]))
		for drawer := range byte(10) {
			for generation := range uint32(3) {
				for version := range uint64(6) {
					claimed := origin{[16]byte{drawer}, generation, version}
					if claimed == o {
						continue
					}
					x.refuses(fmt.Sprint(p, " claims ", claimed), func(m image) {
						m[p] = bytes.Clone(m[p])
						copy(m[p][start:], claimed.bytes())
					})
				}
			}
		}
	}
	figure("records that claim another drawer, generation or version: %d, 0 accepted", x.tried)
}

func TestRecordOfAnOlderStateIsNeverAccepted(t *testing.T) {
	x := newSealedFile(t)
	places := x.places()
	for _, p := range places {
		x.refuses(fmt.Sprint("older ", p), func(m image) { m[p] = x.before[p] })
		x.refuses(fmt.Sprint("older ", p, ", with the head of then"), func(m image) { m[p], m[headPlace] = x.before[p], x.before[headPlace] })
	}
	// Every set of records put back but all of them: with the present head, and with the head of then.
	records := slices.DeleteFunc(places, func(p place) bool { return p == headPlace })
	for set := 1; set < 1<<len(records); set++ {
		some := map[bool]string{true: "present", false: "older"}
		for _, now := range []bool{true, false} {
			if set == 1<<len(records)-1 && !now {
				continue // all of them and the head of then: see below
			}
			if !full && set%5 != 0 {
				continue
			}
			x.refuses(fmt.Sprintf("older records %b under the %s head", set, some[now]), func(m image) {
				for i, p := range records {
					if set>>i&1 == 1 {
						m[p] = x.before[p]
					}
				}
				if !now {
					m[headPlace] = x.before[headPlace]
				}
			})
		}
	}
	figure("older versions put back, alone, in every company, with the present head and that of then: %d, 0 accepted", x.tried)
}

// TestWholeOlderFileIsAcceptedWhichIsTheStatedLimit: nothing inside of the file can show that it is an older one. The
// numbers on papers and in the names of backups do.
func TestWholeOlderFileIsAcceptedWhichIsTheStatedLimit(t *testing.T) {
	x := newSealedFile(t)
	if err := x.verdict(x.before); err != nil {
		t.Errorf("an older whole file: %v", err)
	}
}

// TestTamperedRecordIsNeverReadEvenWithoutTheSum: what Verify would find, reading finds too.
func TestTamperedRecordIsNeverReadEvenWithoutTheSum(t *testing.T) {
	x := newSealedFile(t)
	p := place{"note", string([]byte{1, 'k'})}
	for bit := range len(x.now[p]) * 8 {
		changed := bytes.Clone(x.now[p])
		changed[bit/8] ^= 1 << (bit % 8)
		if value, err := x.keys.open(p.bucket, []byte(p.key), changed); err == nil {
			t.Fatalf("bit %d: %q", bit, value)
		}
	}
}
