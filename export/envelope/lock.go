package envelope

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mercredi/data/fr"
)

// Why a password is refused.
var (
	ErrShortPassword = &fr.Told{
		Sentence: fmt.Sprintf("Ce mot de passe est trop court. Choisissez-en un d’au moins %d\u00a0caractères, par exemple quatre mots à la suite.", passwordLetters),
		Err:      errors.New("the password of a document is too short"),
	}
	ErrLongPassword = &fr.Told{
		Sentence: "Ce mot de passe est trop long pour un document. Raccourcissez-le.",
		Err:      errors.New("the password of a document is too long"),
	}
	ErrStrangePassword = &fr.Told{
		Sentence: "Ce mot de passe commence ou finit par une espace, ou contient un signe qui ne se tape pas partout. Changez-le.",
		Err:      errors.New("the password of a document holds signs that cannot be typed everywhere"),
	}
)

const (
	passwordLetters = 12  // at least: a stolen file can be tried for as long as one likes
	passwordBytes   = 127 // at most, of UTF-8: what the format hashes
)

// CheckPassword says whether a document can be locked with a password: 12 letters or more, that every reader
// understands alike.
func CheckPassword(password string) error {
	p := prepared(password)
	switch {
	case strings.ContainsFunc(p, func(r rune) bool { return unicode.Is(unicode.C, r) || r == unicode.ReplacementChar }),
		p != strings.TrimSpace(p):
		return ErrStrangePassword
	case len([]rune(p)) < passwordLetters:
		return ErrShortPassword
	case len(p) > passwordBytes:
		return ErrLongPassword
	}
	return nil
}

// prepared is a password in the one form that readers compare (RFC 4013, as far as keyboards go).
func prepared(password string) string {
	spaced := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, password)
	return norm.NFKC.String(spaced)
}

// Lock seals a paper with AES-256 (ISO 32000-2, revision 6 of the standard handler): every text and stream in it. Who
// has the password may do everything, reading aloud included. A locked paper is no archive any more, and no longer
// says that it is one.
func Lock(pdf []byte, password string, random io.Reader) ([]byte, error) {
	if err := CheckPassword(password); err != nil {
		return nil, err
	}
	f, err := read(pdf)
	if err != nil {
		return nil, err
	}
	root, ok := f.trailer.get("Root").(ref)
	if !ok {
		return nil, fmt.Errorf("no root: %w", ErrNotOurs)
	}
	f.version = max(f.version, "%PDF-1.7")
	f.objects[int(root)] = object{value: f.root().with("Extensions",
		dict{{"ADBE", dict{{"BaseVersion", name("1.7")}, {"ExtensionLevel", number("8")}}}})}
	for n, o := range f.objects {
		f.objects[n] = claimless(o)
	}
	l := newLock([]byte(prepared(password)), random)
	locked := f.bytes(l)
	if l.err != nil {
		return nil, fmt.Errorf("drawing a key: %w", l.err)
	}
	return locked, nil
}

var archivalClaim = regexp.MustCompile(`(?s)<pdfaid:(\w+)>[^<]*</pdfaid:\w+>|\spdfaid:\w+="[^"]*"`)

// claimless is a description without the words that make it an archive; anything else stays as it is.
func claimless(o object) object {
	d, ok := o.value.(dict)
	if !ok || d.get("Type") != name("Metadata") || d.get("Filter") != nil {
		return o
	}
	stream := archivalClaim.ReplaceAll(o.stream, nil)
	return object{value: d.with("Length", whole(len(stream))), stream: stream}
}

// lock is the key of one file.
type lock struct {
	random  io.Reader
	key     [32]byte
	handler dict  // how a password leads to the key
	err     error // the first of the randomness
}

func (l *lock) bytes(n int) []byte {
	out := make([]byte, n)
	if _, err := io.ReadFull(l.random, out); err != nil && l.err == nil {
		l.err = err
	}
	return out
}

// seal seals what an object says and holds.
func (l *lock) seal(o object) object {
	o.value = mapped(o.value, func(leaf value) value {
		if t, ok := leaf.(text); ok {
			return text(l.sealed(t))
		}
		return leaf
	})
	if o.stream != nil {
		o.stream = l.sealed(o.stream)
		o.value = o.value.(dict).with("Length", whole(len(o.stream)))
	}
	return o
}

// sealed is a random beginning, then the plain bytes filled up to whole blocks, in a chain.
func (l *lock) sealed(plain []byte) []byte {
	fill := aes.BlockSize - len(plain)%aes.BlockSize
	out := slices.Concat(l.bytes(aes.BlockSize), plain, bytes.Repeat([]byte{byte(fill)}, fill))
	chain(l.key[:], out[:aes.BlockSize], out[aes.BlockSize:])
	return out
}

// chain encrypts whole blocks in place.
func chain(key, iv, blocks []byte) {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // a key of another length: a fault of ours
	}
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(blocks, blocks)
}

// newLock draws the key of a file and says how a password leads to it: for the reader with this password, and for an
// owner with one that nobody knows.
func newLock(password []byte, random io.Reader) *lock {
	l := &lock{random: random}
	copy(l.key[:], l.bytes(len(l.key)))
	user, userKey := l.slot(password, nil)
	owner, ownerKey := l.slot(l.bytes(32), user)
	const everything = int32(-4)
	means := dict{{"CFM", name("AESV3")}, {"AuthEvent", name("DocOpen")}, {"Length", number("32")}}
	l.handler = dict{
		{"Filter", name("Standard")}, {"V", number("5")}, {"R", number("6")}, {"Length", number("256")},
		{"CF", dict{{"StdCF", means}}}, {"StmF", name("StdCF")}, {"StrF", name("StdCF")},
		{"U", user}, {"UE", userKey}, {"O", owner}, {"OE", ownerKey},
		{"P", whole(int(everything))}, {"Perms", l.permissions(everything)}, {"EncryptMetadata", number("true")},
	}
	return l
}

// slot is what checks a password, and the key of the file sealed under it.
func (l *lock) slot(password, user []byte) (check, sealed text) {
	salts := l.bytes(16)
	check = append(hash(password, salts[:8], user), salts...)
	sealed = slices.Clone(l.key[:])
	chain(hash(password, salts[8:], user), make([]byte, aes.BlockSize), sealed)
	return check, sealed
}

func (l *lock) permissions(p int32) text {
	out := binary.LittleEndian.AppendUint32(nil, uint32(p))
	out = append(out, "\xff\xff\xff\xffTadb"...)
	out = append(out, l.bytes(4)...)
	chain(l.key[:], make([]byte, aes.BlockSize), out) // one block: a chain of one is no chain
	return out
}

// hash is algorithm 2.B of ISO 32000-2: slow by 64 rounds at least, the last byte of a round says whether it is the
// last.
func hash(password, salt, user []byte) []byte {
	first := sha256.Sum256(slices.Concat(password, salt, user))
	k := first[:]
	for round := 1; ; round++ {
		e := bytes.Repeat(slices.Concat(password, k, user), 64)
		chain(k[:16], k[16:32], e)
		sum := 0
		for _, b := range e[:16] {
			sum += int(b)
		}
		switch sum % 3 {
		case 0:
			h := sha256.Sum256(e)
			k = h[:]
		case 1:
			h := sha512.Sum384(e)
			k = h[:]
		default:
			h := sha512.Sum512(e)
			k = h[:]
		}
		if round >= 64 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}
