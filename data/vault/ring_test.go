package vault

import (
	"bytes"
	"crypto/hpke"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"testing"
)

var cheapest = Cost{MemoryKiB: 8, Passes: 1, Lanes: 1}

// ringOfATeam is a ring of three members, a paper key, twelve drawers and a tombstone.
type ringOfATeam struct {
	keys    *Keys
	ring    []byte
	secrets []string // the passwords
	code    string   // of the paper key
}

func newRing(t testing.TB) *ringOfATeam {
	t.Helper()
	x := &ringOfATeam{secrets: []string{"phrase of member 1"}}
	with := Opening{Random: rand.Reader, Keep: func(b []byte) error { x.ring = bytes.Clone(b); return nil }}
	x.keys = good(Found(Founder{Member: [16]byte{1}, Name: "Odile Garance", Password: "phrase of member 1", Cost: cheapest, Since: 20260910}, with))
	for i := byte(2); i <= 3; i++ {
		password := fmt.Sprintf("phrase of member %d", i)
		good(x.keys.AddSlot(Slot{Member: [16]byte{i}, Name: "Rémi Salin", Access: KeyWorking, Since: 20260911}, password, cheapest))
		x.secrets = append(x.secrets, password)
	}
	code, made, err := x.keys.AddPaper(Slot{Name: "Clé de secours 1", Access: Coordination, Since: 20260912})
	good(made, err)
	x.code = code
	for i := range byte(12) {
		good(0, x.keys.draft([16]byte{100, i}))
	}
	good(0, x.keys.Erase(20261127, [16]byte{100, 11}))
	good(0, x.keys.draft([16]byte{100, 12}))
	good(0, x.keys.Save())
	return x
}

func good[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// open tries one slot with every secret of the team.
func (x *ringOfATeam) open(r *Ring, s Slot) error {
	var err error
	for _, secret := range x.secrets {
		if s.Paper {
			_, err = r.UnlockPaper(x.code, Opening{})
		} else {
			_, err = r.Unlock(s.ID, secret, Opening{})
		}
		if !errors.Is(err, ErrWrongPassword) {
			return err
		}
	}
	return err
}

// accepts reports whether any slot opens a ring, and asks that the answer be an error that people are told.
func (x *ringOfATeam) accepts(t *testing.T, b []byte) bool {
	t.Helper()
	r, err := ReadRing(b)
	if err != nil {
		if !errors.Is(err, ErrTampered) && !errors.Is(err, ErrNotAVault) && !errors.Is(err, ErrNewerFormat) {
			t.Fatalf("refused for another reason: %v", err)
		}
		return false
	}
	for _, s := range r.Slots() {
		if cost := r.body.Slots[r.body.slotAt(s.ID)].Cost; cost.MemoryKiB > 1<<10 || cost.Passes > 4 {
			continue // within bounds, but not paid here: the cost is in the seal of the seed
		}
		err := x.open(r, s)
		if err == nil {
			return true
		}
		if !errors.Is(err, ErrTampered) && !errors.Is(err, ErrWrongPassword) {
			t.Fatalf("refused for another reason: %v", err)
		}
	}
	return false
}

func TestTheRingOfTheProofsOpensForEverybody(t *testing.T) {
	x := newRing(t)
	r := good(ReadRing(x.ring))
	if len(r.body.Slots) != 4 || len(r.body.Drawers) != 13 || len(r.body.Erased) != 1 { // twelve, and the shared one
		t.Errorf("%d slots, %d drawers, %d tombstones", len(r.body.Slots), len(r.body.Drawers), len(r.body.Erased))
	}
	for _, s := range r.Slots() {
		if err := x.open(r, s); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
}

func TestDamagedRingIsNeverAccepted(t *testing.T) {
	x := newRing(t)
	tried := 0
	try := func(b []byte) {
		tried++
		if x.accepts(t, b) {
			t.Fatalf("damage %d was accepted", tried)
		}
	}
	for at := range x.ring {
		for _, flip := range []byte{0x01, 0x80, 0xFF} {
			b := bytes.Clone(x.ring)
			b[at] ^= flip
			try(b)
		}
		try(x.ring[:at:at])
	}
	try(append(bytes.Clone(x.ring), 0))
	try(append(bytes.Clone(x.ring), x.ring...))
	if tried < 25_000 {
		t.Errorf("only %d damages", tried)
	}
	figure("mercredi.cles of %d bytes, every byte in three ways and every length: %d damages, 0 accepted, 0 panics", len(x.ring), tried)
}

// TestRingWithAChangedByteAndAGoodChecksumIsNeverAccepted is damage by somebody who knows the format.
func TestRingWithAChangedByteAndAGoodChecksumIsNeverAccepted(t *testing.T) {
	x := newRing(t)
	step, tried, wellFormed := 7, 0, 0
	if full {
		step = 1
	}
	for at := len(ringMagic); at < len(x.ring); at += step {
		b := bytes.Clone(x.ring)
		b[at] ^= 0x01
		tried++
		var body ringBody
		if strict.Unmarshal(b[len(ringMagic):], &body) != nil {
			continue
		}
		body.Sum = body.sum()
		forged := ringBytes(t, body)
		if bytes.Equal(forged, x.ring) {
			continue // the byte was in the checksum
		}
		wellFormed++
		if x.accepts(t, forged) {
			t.Fatalf("a change at %d was accepted", at)
		}
	}
	figure("mercredi.cles with a changed byte and a good checksum: %d, of which %d well formed, 0 accepted", tried, wellFormed)
}

func ringBytes(t *testing.T, body ringBody) []byte {
	t.Helper()
	return append([]byte(ringMagic), good(encoding.Marshal(body))...)
}

func figure(format string, args ...any) { fmt.Printf("figure: "+format+"\n", args...) }

func TestForgedRingIsRefusedByItsSeal(t *testing.T) {
	x := newRing(t)
	foreign := newRing(t)
	theirs := good(ReadRing(foreign.ring)).body
	forgeries := map[string]func(*ringBody){
		"a slot slipped in":        func(r *ringBody) { r.Slots = append(r.Slots, theirs.Slots[1]) },
		"a slot removed":           func(r *ringBody) { r.Slots = r.Slots[:3] },
		"slots in another order":   func(r *ringBody) { slices.Reverse(r.Slots) },
		"another public key":       func(r *ringBody) { r.Slots[1].Public = theirs.Slots[1].Public },
		"another signing key":      func(r *ringBody) { r.Slots[1].Signer = theirs.Slots[1].Signer },
		"a greater access":         func(r *ringBody) { r.Slots[1].Access = Coordination },
		"another member":           func(r *ringBody) { r.Slots[1].Member = r.Slots[0].Member },
		"another name":             func(r *ringBody) { r.Slots[1].Name = "Odile Garance" },
		"a cheaper password":       func(r *ringBody) { r.Slots[0].Cost = Cost{16, 1, 1} },
		"another salt":             func(r *ringBody) { r.Slots[0].Salt = theirs.Slots[0].Salt },
		"somebody else's seed":     func(r *ringBody) { r.Slots[0].Seed = r.Slots[1].Seed },
		"somebody else's team key": func(r *ringBody) { r.Slots[0].Team = r.Slots[1].Team },
		"a paper key as a member": func(r *ringBody) {
			r.Slots[3].Paper, r.Slots[3].Member, r.Slots[3].Cost = false, make([]byte, 16), cheapest
		},
		"a drawer removed":              func(r *ringBody) { r.Drawers = r.Drawers[:12] },
		"the shared drawer removed":     func(r *ringBody) { r.Drawers = r.Drawers[1:] },
		"a drawer of another ring":      func(r *ringBody) { r.Drawers = append(r.Drawers, theirs.Drawers[5]) },
		"a drawer under another id":     func(r *ringBody) { r.Drawers[5].id = [16]byte{9} },
		"two drawers with keys swapped": func(r *ringBody) { r.Drawers[5].key, r.Drawers[6].key = r.Drawers[6].key, r.Drawers[5].key },
		"an older generation as newer":  func(r *ringBody) { r.Drawers[5].generation++ },
		"a tombstone removed":           func(r *ringBody) { r.Erased = nil },
		"a tombstone moved to a day":    func(r *ringBody) { r.Erased[0].on++ },
		"a tombstone added":             func(r *ringBody) { r.Erased = append(r.Erased, erased{id: [16]byte{100, 1}, on: 20261127}) },
		"an older count of writings":    func(r *ringBody) { r.Epoch-- },
		"another vault":                 func(r *ringBody) { r.VaultID = theirs.VaultID },
		"another seal":                  func(r *ringBody) { r.MAC = theirs.MAC },
	}
	for what, forge := range forgeries {
		t.Run(what, func(t *testing.T) {
			body := good(decodeRing(x.ring))
			forge(&body)
			body.Sum = body.sum()
			if x.accepts(t, ringBytes(t, body)) {
				t.Error("accepted")
			}
		})
	}
	figure("mercredi.cles forged with a good checksum in %d ways: 0 accepted", len(forgeries))
}

// TestRingMadeByAStrangerWithTheMembersPublicKeysIsRefused: public keys are in the ring for all to read, so a stranger can
// seal a team key of their own to each of them. Members would then write under keys that the stranger has.
func TestRingMadeByAStrangerWithTheMembersPublicKeysIsRefused(t *testing.T) {
	x := newRing(t)
	body := good(decodeRing(x.ring))
	stranger := Keys{vault: body.VaultID, random: rand.Reader, team: make([]byte, keyLength), opened: map[[16]byte][]*opened{}}
	body.Drawers, body.Erased = nil, nil
	stranger.body = body
	good(0, stranger.addDrawers(&stranger, [][16]byte{shared, {7}}))
	body = stranger.body
	for i := range body.Slots {
		good(0, body.Slots[i].sealTeam(stranger.team, body.VaultID))
	}
	for _, root := range [][]byte{nil, make([]byte, keyLength), x.keys.team} {
		forged := good(body.encode(stranger.team, root))
		if x.accepts(t, forged) {
			t.Error("accepted")
		}
	}
}

func TestCostOfAForgedRingIsBoundedBeforeItIsPaid(t *testing.T) {
	x := newRing(t)
	for _, cost := range []Cost{
		{}, {MemoryKiB: 7, Passes: 1, Lanes: 1}, {MemoryKiB: 4<<20 + 1, Passes: 1, Lanes: 1}, {MemoryKiB: 1<<32 - 1, Passes: 1, Lanes: 1},
		{MemoryKiB: 8, Passes: 0, Lanes: 1}, {MemoryKiB: 8, Passes: 21, Lanes: 1}, {MemoryKiB: 8, Passes: 1, Lanes: 0}, {MemoryKiB: 8, Passes: 1, Lanes: 17},
	} {
		body := good(decodeRing(x.ring))
		body.Slots[0].Cost = cost
		body.Sum = body.sum()
		if _, err := ReadRing(ringBytes(t, body)); !errors.Is(err, ErrTampered) {
			t.Errorf("%+v: error is %v", cost, err)
		}
	}
	body := good(decodeRing(x.ring))
	body.Slots[0].Cost = Cost{MemoryKiB: 4 << 20, Passes: 20, Lanes: 16}
	body.Sum = body.sum()
	good(ReadRing(ringBytes(t, body))) // the dearest that is read
}

// TestSealedTeamKeyOpensInItsOwnSlotOnly: the id of the slot is the info of HPKE.
func TestSealedTeamKeyOpensInItsOwnSlotOnly(t *testing.T) {
	x := newRing(t)
	s := x.keys.body.Slots[0]
	pair := good(pairOf(x.keys.seed, x.keys.vault))
	if _, err := hpke.Open(pair, hpke.HKDFSHA256(), hpke.AES256GCM(), s.teamPlace(x.keys.vault), s.Team); err != nil {
		t.Fatal(err)
	}
	other := x.keys.body.Slots[1]
	if _, err := hpke.Open(pair, hpke.HKDFSHA256(), hpke.AES256GCM(), other.teamPlace(x.keys.vault), s.Team); err == nil {
		t.Error("opened as another slot's")
	}
}
