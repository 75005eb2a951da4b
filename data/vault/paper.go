package vault

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A paper key is 160 random bits, printed as eight groups of four signs and one check sign:
//
//	7K3Q·W  0M2A·9  …     alphabet of Crockford's base 32: no I, L, O, U
//
// The check sign of a group depends on its place too, so that a mistyped or a swapped group is named.
const (
	paperLength   = 20 // bytes
	paperGroups   = 8
	groupLength   = 5
	paperAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
)

// PaperTypo says which group of a paper key was mistyped, from 1; 0 when it is the number of groups.
type PaperTypo struct{ Group int }

func (e *PaperTypo) Error() string {
	return fmt.Sprintf("group %d of the paper key is mistyped", e.Group)
}

// Is makes errors.Is(err, ErrPaperTypo) true.
func (e *PaperTypo) Is(target error) bool { return target == ErrPaperTypo }

// ErrPaperTypo is every PaperTypo.
var ErrPaperTypo = errors.New("paper key mistyped")

// newPaperCode draws a paper key: its code, and the secret that the code says.
func newPaperCode(random io.Reader) (code string, secret []byte, err error) {
	secret = make([]byte, paperLength)
	if _, err := io.ReadFull(random, secret); err != nil {
		return "", nil, fmt.Errorf("drawing a paper key: %w", err)
	}
	var groups []string
	for i := range paperGroups {
		signs := make([]byte, groupLength-1)
		for j := range signs {
			signs[j] = paperAlphabet[fiveBits(secret, (i*(groupLength-1)+j)*5)]
		}
		groups = append(groups, string(signs)+string(checkSign(i, signs)))
	}
	return strings.Join(groups, "-"), secret, nil
}

// readPaperCode is the secret of a code, however it is typed: spaces, dashes and case do not count, O is 0, I and L are 1.
func readPaperCode(code string) ([]byte, error) {
	var signs []byte
	for _, r := range strings.ToUpper(code) {
		switch r {
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		switch {
		case strings.ContainsRune(paperAlphabet, r):
			signs = append(signs, byte(r))
		case strings.ContainsRune(" \t\r\n-–—._\u00a0\u202f", r):
		default:
			return nil, &PaperTypo{min(len(signs)/groupLength+1, paperGroups)}
		}
	}
	secret := make([]byte, paperLength)
	for i := range min(paperGroups, len(signs)/groupLength) {
		group := signs[i*groupLength : (i+1)*groupLength]
		if checkSign(i, group[:groupLength-1]) != group[groupLength-1] {
			return nil, &PaperTypo{i + 1}
		}
		for j, sign := range group[:groupLength-1] {
			putFiveBits(secret, (i*(groupLength-1)+j)*5, byte(strings.IndexByte(paperAlphabet, sign)))
		}
	}
	if len(signs) != paperGroups*groupLength {
		return nil, &PaperTypo{0}
	}
	return secret, nil
}

func checkSign(place int, signs []byte) byte {
	sum := sha256.Sum256(append([]byte{byte(place)}, signs...))
	return paperAlphabet[sum[0]%32]
}

// fiveBits reads five bits at an offset, counted from the highest bit of the first byte.
func fiveBits(b []byte, at int) byte {
	var v byte
	for i := at; i < at+5; i++ {
		v = v<<1 | b[i/8]>>(7-i%8)&1
	}
	return v
}

func putFiveBits(b []byte, at int, v byte) {
	for i := range 5 {
		b[(at+i)/8] |= v >> (4 - i) & 1 << (7 - (at+i)%8)
	}
}
