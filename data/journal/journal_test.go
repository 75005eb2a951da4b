package journal

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"slices"
	"testing"
)

// member is somebody with a key of the vault.
type member struct {
	slot [16]byte
	key  ed25519.PrivateKey
}

func newMember(n byte) member {
	return member{[16]byte{n}, ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, 32))}
}

func (m member) signer(name string) Signer {
	return Signer{Slot: m.slot, Member: m.slot, Name: name, Key: m.key.Public().(ed25519.PublicKey)}
}

var odile, remi, stranger = newMember(1), newMember(2), newMember(3)

// chainOf is a journal as a store keeps it.
type chainOf struct {
	values [][]byte
	head   Head
}

func (c *chainOf) add(t testing.TB, by member, e Entry) {
	t.Helper()
	e.By = by.slot
	e.At = 1788000000 + int64(len(c.values))
	value, next, err := c.head.Next(e, by.key)
	if err != nil {
		t.Fatal(err)
	}
	c.values, c.head = append(c.values, value), next
}

// newChain is begun by Odile, who gives Rémi a key; both then write.
func newChain(t testing.TB) *chainOf {
	t.Helper()
	c := &chainOf{}
	c.add(t, odile, Entry{Lines: []Line{{Act: SlotAdded, Count: 1}}, Signers: []Signer{odile.signer("Odile Garance")}})
	c.add(t, odile, Entry{Lines: []Line{{Act: SlotAdded, Count: 1}}, Signers: []Signer{remi.signer("Rémi Salin")}})
	for i := range 6 {
		c.add(t, []member{remi, odile}[i%2], Entry{Lines: []Line{{Act: Changed, Noun: "note", Child: [16]byte{9}, Record: [16]byte{byte(i)}, Count: 1}}})
	}
	return c
}

// prune takes the first entries out and leaves a checkpoint signed by somebody.
func (c *chainOf) prune(t testing.TB, n int, by member, signers ...Signer) {
	t.Helper()
	first, err := Read(c.values[n])
	if err != nil {
		t.Fatal(err)
	}
	c.add(t, by, Entry{
		Lines: []Line{{Act: Pruned, Count: n}}, Signers: signers, Checkpoint: &Checkpoint{First: first.Number, Prev: first.Prev},
	})
	c.values, c.head.First = c.values[n:], first.Number
}

// verify reads a chain as the registry does. Odile and Rémi hold keys now.
func (c *chainOf) verify() error {
	v := Verifier{Current: map[[16]byte]ed25519.PublicKey{}}
	for _, m := range []member{odile, remi} {
		v.Current[m.slot] = m.key.Public().(ed25519.PublicKey)
	}
	for _, value := range c.values {
		if _, err := v.Add(value); err != nil {
			return err
		}
	}
	return v.End(c.head)
}

// rewritten is an entry with something changed, signed by somebody or, by nobody, with its former signature.
func rewritten(t *testing.T, value []byte, by *member, edit func(*Entry)) []byte {
	t.Helper()
	e, err := Read(value)
	if err != nil {
		t.Fatal(err)
	}
	edit(&e)
	if by != nil {
		signed, err := e.signed()
		if err != nil {
			t.Fatal(err)
		}
		e.Signature = ed25519.Sign(by.key, signed)
	}
	b, err := encoding.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWholeChainIsBelievedPrunedOrNot(t *testing.T) {
	c := newChain(t)
	if err := c.verify(); err != nil {
		t.Fatal(err)
	}
	c.prune(t, 4, odile, odile.signer("Odile Garance"), remi.signer("Rémi Salin"))
	c.add(t, remi, Entry{Lines: []Line{{Act: Unlocked, Count: 1}}})
	if err := c.verify(); err != nil {
		t.Error(err)
	}
	if err := (&chainOf{}).verify(); err != nil {
		t.Errorf("an empty chain: %v", err)
	}
}

func TestChainThatDoesNotHoldTogetherIsRefused(t *testing.T) {
	forge := func(e *Entry) { e.Lines[0].Record = [16]byte{77} }
	cases := map[string]func(*testing.T, *chainOf){
		"changed":                    func(t *testing.T, c *chainOf) { c.values[4] = rewritten(t, c.values[4], nil, forge) },
		"changed and signed again":   func(t *testing.T, c *chainOf) { c.values[4] = rewritten(t, c.values[4], &remi, forge) },
		"last changed, signed again": func(t *testing.T, c *chainOf) { c.values[7] = rewritten(t, c.values[7], &odile, forge) },
		"another time": func(t *testing.T, c *chainOf) {
			c.values[4] = rewritten(t, c.values[4], nil, func(e *Entry) { e.At++ })
		},
		"said to be another's": func(t *testing.T, c *chainOf) {
			c.values[7] = rewritten(t, c.values[7], nil, func(e *Entry) { e.By = remi.slot })
		},
		"removed in the middle":        func(_ *testing.T, c *chainOf) { c.values = slices.Delete(c.values, 4, 5) },
		"removed at the end":           func(_ *testing.T, c *chainOf) { c.values = c.values[:7] },
		"removed at the beginning":     func(_ *testing.T, c *chainOf) { c.values = c.values[1:] },
		"all removed":                  func(_ *testing.T, c *chainOf) { c.values = nil },
		"swapped":                      func(_ *testing.T, c *chainOf) { c.values[4], c.values[5] = c.values[5], c.values[4] },
		"twice":                        func(_ *testing.T, c *chainOf) { c.values = slices.Insert(c.values, 4, c.values[4]) },
		"one too many":                 func(t *testing.T, c *chainOf) { h := c.head; c.add(t, odile, Entry{}); c.head = h },
		"by a stranger":                func(t *testing.T, c *chainOf) { c.add(t, stranger, Entry{Lines: []Line{{Act: Viewed}}}) },
		"by a stranger who names self": func(t *testing.T, c *chainOf) { c.add(t, stranger, Entry{Signers: []Signer{stranger.signer("X")}}) },
		"signed with another key":      func(t *testing.T, c *chainOf) { c.add(t, member{odile.slot, stranger.key}, Entry{}) },
		"the head of before":           func(t *testing.T, c *chainOf) { h := c.head; c.add(t, odile, Entry{}); c.head.Hash = h.Hash },
		"not in its one form":          func(_ *testing.T, c *chainOf) { c.values[7] = append(bytes.Clone(c.values[7]), 0) },
		"pruned without a checkpoint":  func(_ *testing.T, c *chainOf) { c.values, c.head.First = c.values[4:], 5 },
		"pruned by a stranger": func(t *testing.T, c *chainOf) {
			c.prune(t, 4, stranger, odile.signer("Odile Garance"), remi.signer("Rémi Salin"))
		},
		"checkpoint for another entry": func(t *testing.T, c *chainOf) {
			c.prune(t, 4, odile, odile.signer("Odile Garance"), remi.signer("Rémi Salin"))
			c.values = c.values[1:]
		},
		"checkpoint changed": func(t *testing.T, c *chainOf) {
			c.prune(t, 4, odile, odile.signer("Odile Garance"), remi.signer("Rémi Salin"))
			c.values[4] = rewritten(t, c.values[4], nil, func(e *Entry) { e.Lines[0].Count = 1 })
		},
		"kept entry changed before its checkpoint": func(t *testing.T, c *chainOf) {
			c.prune(t, 4, odile, odile.signer("Odile Garance"), remi.signer("Rémi Salin"))
			c.values[1] = rewritten(t, c.values[1], nil, forge)
		},
	}
	for what, damage := range cases {
		t.Run(what, func(t *testing.T) {
			c := newChain(t)
			damage(t, c)
			if err := c.verify(); !errors.Is(err, ErrBroken) {
				t.Errorf("error is %v", err)
			}
		})
	}
}

func TestEveryByteOfAChainCounts(t *testing.T) {
	c := newChain(t)
	for i, value := range c.values {
		for at := range value {
			changed := &chainOf{slices.Clone(c.values), c.head}
			changed.values[i] = bytes.Clone(value)
			changed.values[i][at] ^= 1
			if err := changed.verify(); !errors.Is(err, ErrBroken) {
				t.Fatalf("entry %d, byte %d: error is %v", i+1, at, err)
			}
		}
	}
}

func TestHeadComesBackAsItWasKept(t *testing.T) {
	c := newChain(t)
	b, err := c.head.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	back, err := ReadHead(b)
	if err != nil || back.Number != c.head.Number || !bytes.Equal(back.Hash, c.head.Hash) || back.First != c.head.First {
		t.Errorf("came back as %+v, %v", back, err)
	}
	if _, err := ReadHead(b[:len(b)-1]); !errors.Is(err, ErrBroken) {
		t.Errorf("error is %v", err)
	}
}

// FuzzJournal feeds anything to what reads entries and heads: an answer or ErrBroken, never a panic, and no entry is
// believed that is not in its one form.
func FuzzJournal(f *testing.F) {
	c := newChain(f)
	for _, value := range c.values {
		f.Add(value)
	}
	head, err := c.head.Marshal()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(head)
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := ReadHead(b); err != nil && !errors.Is(err, ErrBroken) {
			t.Errorf("head: %v", err)
		}
		changed := &chainOf{append(slices.Clone(c.values), b), c.head}
		if err := changed.verify(); !errors.Is(err, ErrBroken) {
			t.Errorf("an entry more: %v", err)
		}
		alone := &chainOf{[][]byte{b}, c.head}
		if err := alone.verify(); !errors.Is(err, ErrBroken) {
			t.Errorf("alone: %v", err)
		}
	})
}
