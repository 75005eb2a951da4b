// Package registry is the opened file: every record of the team, the rules that span records, and the read models
// that screens and papers show.
//
// Records are kept in memory, decoded, with their indexes; the store below keeps them sealed. A change is one
// transaction: the records are checked, encoded, written and synced, and only then replace those in memory. Readers
// on any goroutine see the file as it was before the change or as it is after it, never in between.
//
//	page ── task ──▶ registry method ──▶ update ──▶ kv.Store (sealed) ──▶ file
//	  ▲                                    │
//	  └────────── []Change ◀───────────────┘  after the commit
//
// Every record carries a revision. A save that starts from an older revision than the one kept is refused with a
// *Conflict, so that the second person to save sees what the first one wrote.
package registry
