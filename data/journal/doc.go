// Package journal is the chain of what was done with a file: who, when, what, about which child by a random number,
// never by name. It knows no store: a Chain makes the next entry, Verify reads them all.
//
//	entry 1 ◀── hash ── entry 2 ◀── hash ── entry 3 ◀── …        each signed with the Ed25519 key of its member
//
// An entry that is changed breaks the hash in the next one and its own signature; one that is taken out breaks the
// numbers. The keys of signers are told by entries too: whoever receives a key of the vault is named, with the public
// key, in an entry signed by who gave it. Somebody who holds the vault's keys and a signing key could still write a
// whole new chain from their first entry on: the heads that were printed on papers and kept in backups show it.
//
// # The bytes
//
// An entry is one CBOR map, core deterministic, integer keys (see Entry). Its signature is Ed25519 over "mercredi journal"
// and the map without field 8; its hash is SHA-256 over the whole map.
package journal

import "errors"

// ErrBroken says that an entry is missing, changed, or not signed by whom it says.
var ErrBroken = errors.New("journal does not hold together")
