package registry

import (
	"errors"
	"fmt"
	"io"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
)

// question is what the child process that checks a file is given: on its input only, for it opens the vault.
type question struct {
	File  string `cbor:"1,keyasint"`
	Ring  string `cbor:"2,keyasint"`
	Again []byte `cbor:"3,keyasint"`
}

// verdict is what it answers.
type verdict struct {
	Records int    `cbor:"1,keyasint,omitempty"`
	Fault   int    `cbor:"2,keyasint,omitempty"` // place in faults, from 1; 0 when all is well
	Text    string `cbor:"3,keyasint,omitempty"` // of the error, for the log
}

// faults are the errors that a verdict can carry, in an order that only grows.
var faults = []error{
	kv.ErrDamaged, kv.ErrNotOurs, kv.ErrHeld, kv.ErrReadOnly, vault.ErrTampered, vault.ErrOldRing, vault.ErrOtherVault,
	vault.ErrFormerFormat, vault.ErrNewerFormat, vault.ErrNotAVault, vault.ErrNoKey, vault.ErrWrongPassword,
}

// checkFile reads a whole file before this process believes it: its pages, every seal, the sum of all records.
func checkFile(file, ring string, keys *vault.Keys, world World) error {
	if world.Probe == nil {
		_, err := verifyFile(file, keys)
		return err
	}
	codec, err := newCodec(released, format)
	if err != nil {
		return err
	}
	ask, err := codec.enc.Marshal(question{file, ring, keys.Again()})
	if err != nil {
		return err
	}
	defer clear(ask)
	answer, err := world.Probe(ask)
	var v verdict
	if err != nil || codec.dec.Unmarshal(answer, &v) != nil {
		return fmt.Errorf("checking %s: %w: %w", file, kv.ErrDamaged, errors.Join(errProbe, err))
	}
	if v.Fault > 0 && v.Fault <= len(faults) {
		return fmt.Errorf("checking %s: %w: %s", file, faults[v.Fault-1], v.Text)
	}
	if v.Fault != 0 || v.Text != "" {
		return fmt.Errorf("checking %s: %s", file, v.Text)
	}
	return nil
}

// errProbe says that the process that checked the file did not come back: the file brought it down.
var errProbe = errors.New("the check did not end")

// CheckInChild is what World.Probe runs in a process of its own: the question comes from in, the verdict goes to out.
func CheckInChild(in io.Reader, out io.Writer) error {
	codec, err := newCodec(released, format)
	if err != nil {
		return err
	}
	ask, err := io.ReadAll(io.LimitReader(in, 1<<16))
	if err != nil {
		return fmt.Errorf("reading the question: %w", err)
	}
	var q question
	if err := codec.dec.Unmarshal(ask, &q); err != nil {
		return fmt.Errorf("reading the question: %w", err)
	}
	var v verdict
	v.Records, err = q.answer()
	if err != nil {
		v.Text, v.Fault = err.Error(), len(faults)+1
		for i, fault := range faults {
			if errors.Is(err, fault) {
				v.Fault = i + 1
				break
			}
		}
	}
	b, err := codec.enc.Marshal(v)
	if err != nil {
		return err
	}
	_, err = out.Write(b)
	return err
}

func (q question) answer() (int, error) {
	ring, err := readRingFile(q.Ring)
	if err != nil {
		return 0, err
	}
	keys, err := ring.UnlockAgain(q.Again, vault.Opening{})
	if err != nil {
		return 0, err
	}
	return verifyFile(q.File, keys)
}

// verifyFile checks the pages of a file, opens every value and compares the sum of all with the head.
func verifyFile(path string, keys *vault.Keys) (records int, err error) {
	if err := bolt.CheckPages(path); err != nil {
		return 0, err
	}
	store, err := bolt.OpenReadOnly(path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	sealed, err := vault.Open(store, keys)
	if err != nil {
		return 0, err
	}
	return sealed.Verify(buckets(), nil)
}
