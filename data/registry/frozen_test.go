package registry_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hpke"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"golang.org/x/crypto/argon2"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

var freeze = flag.Bool("freeze", false, "write the frozen folder again: only for a new format, never for a released one")

const (
	frozenDir   = "testdata/format-2"
	frozenPaper = "testdata/format-2/paper.txt" // the code of its paper key
)

// frozen is what the frozen folder keeps, for ever: who opens it, and what each of them reads.
var frozen = struct{ odile, remi, private, note string }{
	"tilleul plume lac", "mirabelle et cerise", "À reprendre avec la psychologue", strings.Repeat("Sauvelande ", 150),
}

func frozenWorld() registry.World {
	w := folderWorld()
	w.Random = rand.Reader
	return w
}

// TestFolderOfFormat2StillOpens holds the promise of the comment of data/vault against a folder made when it was given.
func TestFolderOfFormat2StillOpens(t *testing.T) {
	if *freeze {
		freezeFolder()
	}
	code := strings.TrimSpace(string(must(os.ReadFile(frozenPaper))))
	slots := must(registry.Threshold(frozenDir))
	want(t, "slots", len(slots), 3)
	remi := must(registry.SlotNamed(slots, "Rémi Salin"))
	for who, key := range map[string]registry.Key{
		"Odile": {Password: frozen.odile}, "Rémi": {Slot: remi.ID, Password: frozen.remi}, "paper": {Paper: code},
	} {
		t.Run(who, func(t *testing.T) {
			dir := t.TempDir()
			for _, name := range []string{"mercredi.db", "mercredi.cles"} {
				check(os.WriteFile(filepath.Join(dir, name), must(os.ReadFile(filepath.Join(frozenDir, name))), 0o600))
			}
			r := must(registry.OpenFolder(dir, key, frozenWorld()))
			defer func() { check(r.Close()) }()
			readFrozen(t, r, who == "Rémi")
		})
	}
}

func readFrozen(t *testing.T, r *registry.Registry, author bool) {
	t.Helper()
	var names []string
	for _, c := range r.Children.All() {
		names = append(names, c.FirstName)
	}
	slices.Sort(names)
	want(t, "children", strings.Join(names, " "), "Lila Noé")
	want(t, "notes", r.Notes.Len(), 2)
	for _, n := range r.Notes.All() {
		switch {
		case !n.Private:
			want(t, "note", n.Text, frozen.note)
		case author:
			want(t, "private note of its author", n.Text, frozen.private)
		default:
			want(t, "private note of somebody else", n.Closed(), true)
		}
	}
	must(r.VerifyJournal())
	erased := must(r.Journal(registry.JournalFilter{Act: journal.Erased}))
	want(t, "erasures in the journal", len(erased), 1)
	want(t, "by", erased[0].By, "Odile Garance")
}

// freezeFolder makes the frozen folder: two members, a paper key, two children, one that was erased, a private note.
func freezeFolder() {
	check(os.RemoveAll(frozenDir))
	r := must(registry.CreateFolder(frozenDir, registry.Founder{Member: founder(), Password: frozen.odile}, frozenWorld()))
	remi := keep(r.Members, data.Member{FirstName: "Rémi", LastName: "Salin", Role: data.RoleKeyWorker})
	check(r.AddSlot(remi.ID, vault.KeyWorking, frozen.remi))
	code, _, err := r.AddPaperKey("Clé de secours 1")
	check(err)
	check(os.WriteFile(frozenPaper, []byte(code+"\n"), 0o600))
	family := keep(r.Families, data.Family{Name: "Sample"})
	lila := keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample", FamilyID: family.ID})
	keep(r.Children, data.Child{FirstName: "Noé", LastName: "Sample"})
	anouk := keep(r.Children, data.Child{FirstName: "Anouk", LastName: "Sample"})
	keep(r.Notes, data.Note{ChildID: lila.ID, On: 20260910, Title: "Appel", Text: frozen.note, AuthorID: remi.ID})
	keep(r.Notes, data.Note{ChildID: lila.ID, On: 20260910, Title: "Pour moi", Text: frozen.private, AuthorID: remi.ID, Private: true})
	must(r.EraseChild(anouk.ID, "demande de la famille"))
	_, _, err = r.Compact()
	check(err)
	check(r.Close())
}

// TestFormatIsWhatTheVaultsCommentTells opens a child of the frozen folder with nothing but the comment and the primitives.
func TestFormatIsWhatTheVaultsCommentTells(t *testing.T) {
	type slot struct {
		ID     []byte            `cbor:"1,keyasint"`
		Member []byte            `cbor:"2,keyasint,omitempty"`
		Name   string            `cbor:"3,keyasint"`
		Access uint64            `cbor:"4,keyasint"`
		Paper  bool              `cbor:"5,keyasint,omitempty"`
		Since  uint64            `cbor:"6,keyasint,omitempty"`
		Cost   map[uint64]uint32 `cbor:"7,keyasint"`
		Salt   []byte            `cbor:"8,keyasint"`
		Public []byte            `cbor:"9,keyasint"`
		Signer []byte            `cbor:"10,keyasint"`
		Seed   []byte            `cbor:"11,keyasint,omitempty"`
		Team   []byte            `cbor:"12,keyasint,omitempty"`
	}
	var ring struct {
		ID      []byte `cbor:"2,keyasint"`
		Slots   []slot `cbor:"4,keyasint"`
		Drawers []byte `cbor:"5,keyasint"`
	}
	text := must(os.ReadFile(filepath.Join(frozenDir, "mercredi.cles")))
	check(cbor.Unmarshal(bytes.TrimPrefix(text, []byte("MERCREDI-CLES\n")), &ring))
	derive := func(secret []byte, purpose string) []byte {
		return must(hkdf.Key(sha256.New, secret, ring.ID, purpose, 32))
	}

	s := ring.Slots[0]
	secret := argon2.IDKey([]byte(frozen.odile), s.Salt, s.Cost[2], s.Cost[1], uint8(s.Cost[3]), 32)
	bare := slot{ID: s.ID, Cost: s.Cost, Salt: s.Salt, Public: s.Public, Signer: s.Signer}
	place := must(must(cbor.CoreDetEncOptions().EncMode()).Marshal(bare))
	seed := openByHand(derive(secret, "mercredi slot"), s.Seed, slices.Concat([]byte("mercredi seed"), ring.ID, place))
	pair := must(hpke.MLKEM768X25519().DeriveKeyPair(derive(seed, "mercredi hpke")))
	info := slices.Concat([]byte("mercredi team key"), ring.ID, s.ID)
	team := must(hpke.Open(pair, hpke.HKDFSHA256(), hpke.AES256GCM(), info, s.Team))
	drawers := map[string][]byte{} // by id and generation
	for d := range slices.Chunk(ring.Drawers, 80) {
		drawers[string(d[:20])] = openByHand(derive(team, "mercredi wrap"), d[20:], slices.Concat([]byte("mercredi drawer"), ring.ID, d[:20]))
	}

	store := must(bolt.OpenReadOnly(filepath.Join(frozenDir, "mercredi.db")))
	defer func() { check(store.Close()) }()
	var names []string
	check(store.View(func(tx kv.Tx) error {
		return tx.Scan("child", func(key, sealed []byte) error {
			origin := sealed[:29]
			place := slices.Concat(origin, ring.ID, binary.BigEndian.AppendUint32(nil, 5), []byte("child"), binary.BigEndian.AppendUint32(nil, 16), key)
			value := bytes.TrimRight(openByHand(drawers[string(origin[1:21])], sealed[29:], place), "\x00")
			var child map[uint64]any
			check(cbor.Unmarshal(value[1:len(value)-1], &child)) // a byte of format before, the byte 0x80 after
			names = append(names, fmt.Sprint(child[10]))
			return nil
		})
	}))
	slices.Sort(names)
	want(t, "first names", strings.Join(names, " "), "Lila Noé")
}

func openByHand(key, sealed, place []byte) []byte {
	gcm := must(cipher.NewGCM(must(aes.NewCipher(key))))
	return must(gcm.Open(nil, sealed[:12], sealed[12:], place))
}
