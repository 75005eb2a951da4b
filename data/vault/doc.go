// Package vault seals a kv.Store with keys of several people: a store in, a sealed store out, and nothing readable in
// between. This comment is the format of the files and a promise: what is written here opens in every later version.
//
// # The layers
//
//	the key ring, mercredi.cles                                           one slot a member, one a paper key
//
//	password ── NFC, Argon2id(salt, cost) ──┐
//	                                        ├─▶ secret ── HKDF "mercredi slot" ──▶ opens the seed of the slot
//	paper key, 160 bits ────────────────────┘                                            │
//	                                   seed: 32 bytes of its own, then root, 32 bytes that all keyholders share
//	                                            │ HKDF "mercredi hpke"    │ HKDF "mercredi sign"   │ HKDF "mercredi private"
//	                                            ▼                         ▼                        ▼
//	                                       HPKE key pair            Ed25519: the journal     the holder's private texts
//	                                            │ opens
//	                                            ▼
//	                                    team key, renewed at each removal and erasure
//	                                            │ HKDF "mercredi wrap"    │ with root, HKDF "mercredi ring"
//	                                            ▼                         ▼
//	                          drawers: one random key a child,      HMAC of the whole ring
//	                          a family, and one for what is shared
//	                                            │
//	the data, mercredi.db                       ▼
//
//	every bucket:  key (clear)  │  origin (clear) · AES-256-GCM( value · padding )
//	bucket "vault", key "head":  clear start · a record of the shared drawer: counter, number and sum of all records
//
// The ring is never in a backup of the data. A drawer whose key left the ring is destroyed, in every backup too.
//
// # Primitives
//
// Argon2id version 19 (RFC 9106); HKDF (RFC 5869) with SHA-256, salted with the vault id, 32 bytes; AES-256-GCM with a
// random nonce of 12 bytes before and a tag of 16 after; HPKE (RFC 9180) in base mode with ML-KEM-768 and X25519,
// HKDF-SHA-256 and AES-256-GCM: the encapsulated key before, the sealed text after; Ed25519 (RFC 8032); HMAC-SHA-256. CBOR is
// core deterministic (RFC 8949, 4.2.1) with integer keys; a map that is not exactly so is refused. Numbers outside of
// CBOR are big-endian.
//
// # The key ring, format 2
//
// The 14 bytes "MERCREDI-CLES\n", then one CBOR map:
//
//	1 format     2
//	2 vault id   16 random bytes
//	3 epoch      counts the writings of the ring
//	4 slots      array of maps, below; at most 200
//	5 drawers    byte string, 80 bytes each: id 16 · generation 4 · nonce 12, sealed key 32, tag 16 under "mercredi wrap";
//	             associated data: "mercredi drawer", vault id, id, generation. The zero id is the shared drawer
//	6 erased     byte string, 20 bytes each: id 16 · day 4 (yyyymmdd), in the order of erasure
//	7 mac        HMAC of the map of 1 to 6, with the key HKDF(team key · root, "mercredi ring")
//	8 sum        first 8 bytes of the SHA-256 of the map of 1 to 7: rot is told from a wrong password
//
// A slot is:
//
//	1 id 16   2 member id 16 (none for a paper key)   3 name   4 access   5 true for a paper key   6 day it was made
//	7 cost       map: 1 memory in KiB (8 to 4 GiB), 2 passes (1 to 20), 3 lanes (1 to 16); empty for a paper key
//	8 salt       16 bytes
//	9 public     1,216 bytes, of HPKE; its pair is DeriveKeyPair(HKDF(seed, "mercredi hpke"))
//	10 signer    32 bytes, of Ed25519; its seed is HKDF(seed, "mercredi sign")
//	11 seed      nonce, 64 sealed bytes, tag, under HKDF(secret, "mercredi slot"); associated data: "mercredi seed", vault
//	             id, and the slot as a map of 1, 3 (empty), 4 (zero), 5, 7, 8, 9, 10
//	12 team key  HPKE to public, 1,120 and 48 bytes; info: "mercredi team key", vault id, slot id
//
// A paper key is 160 bits in eight groups of four signs of Crockford's base 32, the highest bits first, each with a check
// sign: the first byte, modulo 32, of SHA-256 of the number of the group, from zero, and its signs.
//
// # The data, format 2
//
// A sealed value is:
//
//	format 1 (the byte 2) · drawer 16 · generation 4 · version 8 │ nonce 12 · sealed value and padding · tag 16
//	└──────────────────────── origin, clear ───────────────────┘
//
// sealed with the drawer's key of that generation; version is the number of the change that wrote it. Associated data:
// origin, vault id, length of the bucket's name (4 bytes), the name, length of the key (4 bytes), the key. Padding is a
// byte 0x80, then zeros, to a multiple of 64 bytes up to 1 KiB and above to a multiple of the largest power of two within
// an eighth of the length.
//
// The head is "MERCREDI", the bytes 0 and 2, the vault id, and a sealed value of the shared drawer, of the map
//
//	1 number of the last change   2 number of records   3 sum   4 epoch of the ring then   5 tombstones applied
//	6 mark: the caller's; the registry keeps the head of the journal there
//
// The sum is the exclusive or, over all records but the head, of SHA-256 of: the set key, length of the bucket's name (4),
// length of the key (4), both, the record's origin and nonce, its tag. The set key is HKDF(the shared drawer's key of
// generation 1, "mercredi set").
//
// A private text is sealed once more inside of its record: a byte 1 and the padded text under HKDF(seed, "mercredi
// private"), or, when somebody else put it there, a byte 2 and HPKE to the author's public key with the info
// "mercredi private", vault id and the place that the caller gives. The place is the associated data of the first form.
//
// # What keys enforce
//
//   - Without a password or a paper key of the ring, nothing is read. Each guess costs one Argon2id.
//   - A value that was changed, cut, moved to another key, kind, drawer or vault does not open; one that was removed,
//     added or put back from an older state shows in the sum.
//   - A slot, an access, a drawer or a tombstone changed in the ring shows in its seal, and so does a whole ring made by
//     somebody who never held a key.
//   - A member who was removed reads nothing written since, even with a copy of the former ring.
//   - What an erased drawer held cannot be opened by anybody, in an older backup neither, once no copy of a former ring is left.
//   - Private texts open for their author alone; a password that somebody else reset does not open them.
//   - A forged cost is bounded before it is paid. An older ring than the data is refused, and so is a later format.
//
// # What the program alone enforces
//
// Accesses (whoever opens the ring has every drawer's key), the slowing down of failed attempts, the lock when idle, what the
// journal tells and when it is pruned, which folders may hold the file.
//
// # What leaks
//
//   - In the ring, to who can read the file: names and ids of members, accesses, how many paper keys there are, days; the
//     number of children and families, ids and days of those erased. Ids are random.
//   - In the data: names of kinds, how many records there are of each, their length within a step, which belong to the
//     same drawer (the random id of a child or a family), in which change each was written.
//   - Times and sizes of the files, their names; which pages change when.
//
// # What is not enforced
//
//   - An older copy of the whole file is accepted with any ring as new as it. The number of the last change, on papers and
//     in the names of backups, shows it.
//   - A member who was removed keeps what they read or copied. With a copy of the ring of then and the right to write in
//     the folder, they can also make records of the former generations, or bring the whole folder back to that day: take
//     that right away with the key.
//   - The set key and root stay the same for the life of the vault.
//   - Whoever holds the keys can write the journal anew from their first entry on: the heads on papers and in the names
//     of backups show it.
//   - A copy of the ring opens with the passwords of its day. A copy of it, a former backup and a password of then open what
//     was erased since: hence few carriers of the ring, each overwritten.
//   - An opened vault is as safe as the PC: keys and values are in its memory.
//
// One key seals at most 2³² values (random nonces): for a key renewed at each removal, out of reach.
package vault
