package registry

import (
	"encoding/binary"
	"fmt"

	"mercredi/data/journal"
	"mercredi/data/vault"
)

// journalBucket keeps the entries, by number (8 bytes, big-endian).
const journalBucket = "journal"

// mostLines bounds an entry: an import of thousands of records is told by counts.
const mostLines = 200

// chain is where the journal stands: the head, as the store's head keeps it.
type chain struct{ journal.Head }

// note adds a line to what the journal will say of a change.
func (tx *Tx) note(act journal.Act, noun Noun, drawer, record [16]byte) {
	if aboutChildren[noun] && noun != Families {
		tx.lines = append(tx.lines, journal.Line{Act: act, Noun: string(noun), Child: drawer, Record: record, Count: 1})
		return
	}
	tx.lines = append(tx.lines, journal.Line{Act: act, Noun: string(noun), Record: record, Count: 1})
}

// journal writes an entry of its own, for what changes no record. Every keyholder leaves some.
func (r *Registry) journal(lines ...journal.Line) error {
	if r.vault == nil {
		return nil
	}
	return r.keep(func(tx *Tx) error {
		tx.lines = append(tx.lines, lines...)
		return nil
	})
}

// writeEntry ends a change with its entry in the journal, in the same transaction, and answers where the chain then
// stands. The lock is held.
func (r *Registry) writeEntry(tx *Tx, checkpoint *journal.Checkpoint) (chain, error) {
	sealed, ok := tx.kv.(vault.Tx)
	if !ok || len(tx.lines) == 0 && len(tx.signers) == 0 {
		return r.chain, nil
	}
	head, err := journal.ReadHead(sealed.Mark())
	if err != nil {
		return chain{}, err
	}
	signer, err := r.keys.Signer()
	if err != nil {
		return chain{}, fmt.Errorf("signing the journal: %w", err)
	}
	e := journal.Entry{
		At: r.world.now().Unix(), By: r.keys.Slot().ID, Lines: fewLines(tx.lines), Signers: tx.signers, Checkpoint: checkpoint,
	}
	value, next, err := head.Next(e, signer)
	if err != nil {
		return chain{}, err
	}
	if checkpoint != nil {
		next.First = checkpoint.First
	}
	mark, err := next.Marshal()
	if err != nil {
		return chain{}, err
	}
	if err := sealed.Put(journalBucket, numberKey(next.Number), value); err != nil {
		return chain{}, fmt.Errorf("writing the journal: %w", err)
	}
	sealed.SetMark(mark)
	return chain{next}, nil
}

func numberKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// fewLines counts together what would be too long to tell one by one.
func fewLines(lines []journal.Line) []journal.Line {
	if len(lines) <= mostLines {
		return lines
	}
	type kind struct {
		act  journal.Act
		noun string
	}
	at := map[kind]int{}
	var out []journal.Line
	for _, l := range lines {
		k := kind{l.Act, l.Noun}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, journal.Line{Act: l.Act, Noun: l.Noun})
		}
		out[i].Count += l.Count
	}
	return out
}
