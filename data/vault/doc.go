// Package vault seals a kv.Store with a password: a store in, a sealed store out, and nothing readable in between.
// This comment is the format of the file and a promise: what is written here opens in every later version.
//
// # The layers
//
//	password ── NFC, Argon2id(salt, cost) ──▶ 32 bytes ── HKDF "wrap" ──▶ wrapping key
//	                                                                         │ opens
//	bucket "vault", key "head":  cost · salt · vault id · sealed vault key ──┘
//	                                                          │
//	                                              vault key, 32 random bytes, the same for the life of the vault
//	                                                          │ HKDF "records"
//	                                                          ▼
//	every other bucket:   key (clear)  │  nonce 12 · AES-256-GCM( value · padding ) · tag 16
//	                                             associated data: format · vault id · bucket · key
//
// A password is changed by sealing the vault key again: no record is touched.
//
// # The bytes, format 1
//
// The head is one CBOR map (RFC 8949, core deterministic encoding) with integer keys:
//
//	1 format      unsigned, 1
//	2 vault id    16 random bytes
//	3 cost        map: 1 memory in KiB, 2 passes, 3 lanes, of Argon2id version 19
//	4 salt        16 random bytes
//	5 vault key   nonce 12 · 32 sealed bytes · tag 16; associated data: "mercredi vault key" and the map of 1 to 4
//	6 sum         first 8 bytes of the SHA-256 of the map of 1 to 5: rot is told from a wrong password
//
// HKDF is RFC 5869 with SHA-256; its salt is the vault id and its info "mercredi wrap" or "mercredi records".
// Associated data of a value is: format (4 bytes, big-endian), vault id, length of the bucket name (4 bytes), the
// name, length of the key (4 bytes), the key. A value is padded with one byte 0x80 and then zeros, to a multiple of
// 64 bytes up to 1 KiB, and above to a multiple of the largest power of two within an eighth of its length.
//
// # What is enforced
//
//   - Nobody reads a value without the password or the vault key.
//   - A value that was changed, cut, moved to another key or bucket, or brought from another vault does not open.
//   - The cost in the head is bounded before it is paid, so that a forged head cannot freeze the PC.
//   - A format of a later version is refused, never guessed.
//
// # What leaks, and what is not enforced
//
//   - Bucket names, keys (callers take random ones), the number of records, their length to within an eighth, and
//     which pages of the file change when.
//   - A record that was deleted, or an older whole record put back in its own place by somebody who can write the
//     file, goes unnoticed; so does an older copy of the whole file.
//   - A copy of the file made before a change of password opens with the old one.
//   - An opened vault is as safe as the PC: keys and values are in its memory. Nothing here stops who sits at it.
//
// One key seals at most 2³² values (random nonces): three hundred thousand saves a day for thirty-nine years.
package vault
