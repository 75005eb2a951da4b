package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hpke"
	"crypto/sha256"
)

// deriveKey makes the key for one purpose out of a secret.
func deriveKey(secret, vaultID []byte, purpose string) ([]byte, error) {
	return hkdf.Key(sha256.New, secret, vaultID, purpose, keyLength)
}

func deriveCipher(secret, vaultID []byte, purpose string) (cipher.AEAD, error) {
	key, err := deriveKey(secret, vaultID, purpose)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return newCipher(key)
}

func newCipher(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

// pairOf is the HPKE key pair of a seed.
func pairOf(seed, vaultID []byte) (hpke.PrivateKey, error) {
	secret, err := deriveKey(seed, vaultID, "mercredi hpke")
	if err != nil {
		return nil, err
	}
	defer clear(secret)
	return hpke.MLKEM768X25519().DeriveKeyPair(secret)
}

// signerOf is the Ed25519 key of a seed.
func signerOf(seed, vaultID []byte) (ed25519.PrivateKey, error) {
	secret, err := deriveKey(seed, vaultID, "mercredi sign")
	if err != nil {
		return nil, err
	}
	defer clear(secret)
	return ed25519.NewKeyFromSeed(secret), nil
}

// lock is the cipher that seals a seed under the secret of a password or of a paper key, and the associated data.
func (s *slot) lock(secret, vaultID []byte) (cipher.AEAD, []byte, error) {
	bare := slot{ID: s.ID, Paper: s.Paper, Cost: s.Cost, Salt: s.Salt, Public: s.Public, Signer: s.Signer}
	place, err := encoding.Marshal(bare)
	if err != nil {
		return nil, nil, err
	}
	aead, err := deriveCipher(secret, vaultID, "mercredi slot")
	return aead, append(append([]byte("mercredi seed"), vaultID...), place...), err
}

func (s *slot) openSeed(secret, vaultID []byte) ([]byte, error) {
	aead, place, err := s.lock(secret, vaultID)
	if err != nil {
		return nil, err
	}
	seed, err := aead.Open(nil, nil, s.Seed, place)
	if err != nil {
		return nil, ErrWrongPassword
	}
	return seed, nil
}

func (s *slot) sealSeed(secret, vaultID, seed []byte) error {
	aead, place, err := s.lock(secret, vaultID)
	if err != nil {
		return err
	}
	s.Seed = aead.Seal(nil, nil, seed, place)
	return nil
}

// teamPlace is the HPKE info of the team key in a slot.
func (s *slot) teamPlace(vaultID []byte) []byte {
	return append(append([]byte("mercredi team key"), vaultID...), s.ID...)
}

// sealTeam seals the team key to the slot: whoever holds the ring open can, the member need not be there.
func (s *slot) sealTeam(team, vaultID []byte) error {
	public, err := hpke.MLKEM768X25519().NewPublicKey(s.Public)
	if err != nil {
		return err
	}
	s.Team, err = hpke.Seal(public, hpke.HKDFSHA256(), hpke.AES256GCM(), s.teamPlace(vaultID), team)
	return err
}
