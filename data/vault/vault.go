package vault

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"mercredi/data/kv"
)

// The errors of a vault. Callers test them with errors.Is; people read them through fr.Error.
var (
	ErrWeakPassword  = errors.New("password is too short")
	ErrWrongPassword = errors.New("wrong password")
	ErrNotAVault     = errors.New("store holds no vault")
	ErrAlreadyVault  = errors.New("store holds a vault already")
	ErrTampered      = errors.New("sealed bytes were changed or moved")
	ErrNewerFormat   = errors.New("vault was made by a later version")
)

// Options of a new vault. The zero value is right outside of tests.
type Options struct {
	Cost   Cost      // what a guess at the password costs; zero is DefaultCost
	Random io.Reader // source of the vault's id, key and salt; nil is crypto/rand
}

// Create makes the vault of an empty store and answers the sealed store. Closing that one closes store.
// The password needs MinPasswordLength characters (ErrWeakPassword).
// After an error store is as it was, open, and still the caller's.
func Create(store kv.Store, password string, opt Options) (kv.Store, error) {
	if opt.Cost == (Cost{}) {
		opt.Cost = DefaultCost
	}
	if opt.Random == nil {
		opt.Random = rand.Reader
	}
	h := head{Format: format, VaultID: make([]byte, idLength), Cost: opt.Cost}
	key := make([]byte, keyLength)
	for _, secret := range [][]byte{h.VaultID, key} {
		if _, err := io.ReadFull(opt.Random, secret); err != nil {
			return nil, fmt.Errorf("drawing a vault key: %w", err)
		}
	}
	if err := h.seal(key, password, opt.Random); err != nil {
		return nil, fmt.Errorf("creating a vault: %w", err)
	}
	err := store.Update(func(tx kv.Tx) error {
		if _, err := readHead(tx); !errors.Is(err, ErrNotAVault) {
			return errors.Join(ErrAlreadyVault, err)
		}
		return writeHead(tx, h)
	})
	if err != nil {
		return nil, fmt.Errorf("creating a vault: %w", err)
	}
	return sealedStore(store, h, key)
}

// Unlock opens the vault of a store: ErrWrongPassword, ErrNotAVault, ErrTampered, ErrNewerFormat.
// Closing the answer closes store. After an error store is open and still the caller's.
func Unlock(store kv.Store, password string) (kv.Store, error) {
	h, key, err := unlock(store, password)
	if err != nil {
		return nil, fmt.Errorf("unlocking the vault: %w", err)
	}
	return sealedStore(store, h, key)
}

// ChangePassword seals the vault key of store under another password, at the same cost. A sealed store that is open
// meanwhile goes on working. store is the one that was given to Unlock, not the one it answered.
func ChangePassword(store kv.Store, oldPassword, newPassword string) error {
	before, key, err := unlock(store, oldPassword)
	if err != nil {
		return fmt.Errorf("changing the password: %w", err)
	}
	defer clear(key)
	after := before
	if err := after.seal(key, newPassword, rand.Reader); err != nil {
		return fmt.Errorf("changing the password: %w", err)
	}
	err = store.Update(func(tx kv.Tx) error {
		now, err := readHead(tx)
		if err != nil {
			return err
		}
		if string(now.Key) != string(before.Key) { // changed by somebody else while we derived
			return ErrWrongPassword
		}
		return writeHead(tx, after)
	})
	if err != nil {
		return fmt.Errorf("changing the password: %w", err)
	}
	return nil
}

func unlock(store kv.Store, password string) (h head, key []byte, err error) {
	err = store.View(func(tx kv.Tx) error {
		h, err = readHead(tx)
		return err
	})
	if err != nil {
		return head{}, nil, err
	}
	key, err = h.open(password)
	return h, key, err
}
