package registry

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/kv"
)

// JournalFilter chooses lines; zero fields choose all.
type JournalFilter struct {
	Child    data.ID[data.Child]
	Member   data.ID[data.Member]
	Act      journal.Act
	From, To data.Date
	// Most bounds the answer to the newest lines; zero is 500.
	Most int
}

// JournalLine is one thing that was done.
type JournalLine struct {
	Number uint64
	At     time.Time
	By     string    // full name, as it was when the key was given
	Role   data.Role // of the member now, RoleOther when gone
	Act    journal.Act
	Noun   Noun
	// Child is the child concerned, zero for the rest; ChildName is "" when the child is erased or unknown.
	Child     data.ID[data.Child]
	ChildName string
	Reference string // of the child or, without one, of the record: short, and says nothing
	Count     int    // how many records, 1 mostly
	Detail    string // the name of a document or a place, never of a person
}

// JournalCheck is what verifying the journal found.
type JournalCheck struct {
	Entries     int
	First, Last time.Time
	Head        string // hexadecimal, 64 signs
	PrunedUpTo  uint64 // entries before this number were taken out with a signed checkpoint
}

// Journal answers the chosen lines, newest first.
func (r *Registry) Journal(f JournalFilter) ([]JournalLine, error) {
	if f.Most == 0 {
		f.Most = 500
	}
	var entries []journal.Entry
	by := map[[16]byte]journal.Signer{}
	err := r.entries(func(e journal.Entry) {
		for _, s := range e.Signers {
			by[s.Slot] = s
		}
		entries = append(entries, e)
	})
	if err != nil {
		return nil, err
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []JournalLine
	for _, e := range slices.Backward(entries) {
		at := time.Unix(e.At, 0)
		day := data.DateOf(at)
		signer := by[e.By]
		if !f.From.IsZero() && day < f.From || !f.To.IsZero() && day > f.To ||
			!f.Member.IsZero() && data.ID[data.Member](signer.Member) != f.Member {
			continue
		}
		for _, l := range e.Lines {
			if !f.Child.IsZero() && data.ID[data.Child](l.Child) != f.Child || f.Act != 0 && l.Act != f.Act {
				continue
			}
			out = append(out, r.journalLine(e, l, signer))
			if len(out) == f.Most {
				return out, nil
			}
		}
	}
	return out, nil
}

// journalLine puts names on a line. The lock is held.
func (r *Registry) journalLine(e journal.Entry, l journal.Line, signer journal.Signer) JournalLine {
	out := JournalLine{
		Number: e.Number, At: time.Unix(e.At, 0), By: signer.Name, Act: l.Act, Noun: Noun(l.Noun),
		Child: l.Child, Count: l.Count, Detail: l.Detail,
	}
	if m, ok := r.Members.rows[signer.Member]; ok {
		out.By, out.Role = m.FullName(), m.Role
	}
	if !out.Child.IsZero() {
		out.Reference = out.Child.Reference()
	} else if l.Record != ([16]byte{}) {
		out.Reference = data.ID[data.Child](l.Record).Reference()
	}
	if c, ok := r.Children.rows[out.Child]; ok {
		out.ChildName = c.FullName()
	}
	return out
}

// entryTelling is the newest entry that tells an act on a child: its number and its hash, hexadecimal.
func (r *Registry) entryTelling(act journal.Act, child data.ID[data.Child]) (number uint64, hash string, err error) {
	tells := func(l journal.Line) bool { return l.Act == act && data.ID[data.Child](l.Child) == child }
	err = r.store.View(func(tx kv.Tx) error {
		return tx.Scan(journalBucket, func(_, value []byte) error {
			e, err := journal.Read(value)
			if err != nil {
				return err
			}
			if slices.ContainsFunc(e.Lines, tells) {
				sum := sha256.Sum256(value)
				number, hash = e.Number, hex.EncodeToString(sum[:])
			}
			return nil
		})
	})
	return number, hash, err
}

// entries visits the entries, oldest first.
func (r *Registry) entries(visit func(journal.Entry)) error {
	return r.view(func(tx kv.Tx) error {
		return tx.Scan(journalBucket, func(_, value []byte) error {
			e, err := journal.Read(value)
			if err != nil {
				return err
			}
			visit(e)
			return nil
		})
	})
}

// VerifyJournal reads the whole chain: every hash, every signature, every number. A *journal.BrokenError names the
// first entry that does not fit.
func (r *Registry) VerifyJournal() (JournalCheck, error) {
	var check JournalCheck
	if r.vault == nil {
		return check, nil
	}
	head, err := r.chainNow()
	if err != nil {
		return check, err
	}
	v := r.verifier()
	err = r.view(func(tx kv.Tx) error {
		return tx.Scan(journalBucket, func(key, value []byte) error {
			e, err := v.Add(value)
			if err != nil {
				return err
			}
			if len(key) != 8 || binary.BigEndian.Uint64(key) != e.Number {
				return &journal.BrokenError{Number: e.Number, Why: "is not in its place"}
			}
			if check.Last = time.Unix(e.At, 0); check.Entries == 0 {
				check.First = check.Last
			}
			check.Entries++
			return nil
		})
	})
	if err == nil {
		err = v.End(head)
	}
	if err != nil {
		return check, fmt.Errorf("verifying the journal: %w", err)
	}
	check.Head = hex.EncodeToString(head.Hash)
	if head.First > 1 {
		check.PrunedUpTo = head.First
	}
	return check, nil
}

// chainNow is the head of the journal, from the head of the file.
func (r *Registry) chainNow() (journal.Head, error) {
	r.moving.RLock()
	defer r.moving.RUnlock()
	_, mark, err := r.vault.State()
	if err != nil {
		return journal.Head{}, err
	}
	return journal.ReadHead(mark)
}

func (r *Registry) verifier() *journal.Verifier {
	v := &journal.Verifier{Current: map[[16]byte]ed25519.PublicKey{}}
	for _, s := range r.keys.Slots() {
		if key, ok := r.keys.SignerOf(s.ID); ok {
			v.Current[s.ID] = key
		}
	}
	return v
}

// PruneJournal takes out the entries before a day and leaves a signed checkpoint. It answers how many went.
func (r *Registry) PruneJournal(before data.Date) (int, error) {
	if !r.access().MayGovern() {
		return 0, fmt.Errorf("pruning the journal: %w", ErrNotAllowed)
	}
	if _, err := r.VerifyJournal(); err != nil {
		return 0, fmt.Errorf("pruning the journal: %w", err)
	}
	c, removed, signers, err := r.cut(before)
	if err != nil || removed == 0 {
		return 0, err
	}
	err = r.keepWith(&c, func(tx *Tx) error {
		for n := c.First - uint64(removed); n < c.First; n++ {
			if err := tx.kv.Delete(journalBucket, numberKey(n)); err != nil {
				return err
			}
		}
		tx.signers = signers
		tx.lines = append(tx.lines, journal.Line{Act: journal.Pruned, Count: removed})
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("pruning the journal: %w", err)
	}
	return removed, nil
}

// cut is where the journal would begin without the entries before a day, and all signers known until now.
func (r *Registry) cut(before data.Date) (c journal.Checkpoint, removed int, signers []journal.Signer, err error) {
	err = r.entries(func(e journal.Entry) {
		for _, s := range e.Signers {
			same := func(o journal.Signer) bool { return o.Slot == s.Slot && bytes.Equal(o.Key, s.Key) }
			if !slices.ContainsFunc(signers, same) {
				signers = append(signers, s)
			}
		}
		if c.First == 0 && data.DateOf(time.Unix(e.At, 0)) < before {
			removed++
			return
		}
		if c.First == 0 {
			c.First, c.Prev = e.Number, e.Prev
		}
	})
	if c.First == 0 { // everything is older: the last entry stays, to hang on to
		return c, 0, nil, err
	}
	return c, removed, signers, err
}

// Viewed notes that the file of a child was opened on screen.
func (r *Registry) Viewed(child data.ID[data.Child]) error {
	return r.journal(journal.Line{Act: journal.Viewed, Noun: string(Children), Child: child, Record: child, Count: 1})
}

// Printed notes that a document was printed or exported: what it is, without a name, and the children in it.
func (r *Registry) Printed(act journal.Act, what string, children ...data.ID[data.Child]) error {
	lines := []journal.Line{{Act: act, Count: 1, Detail: what}}
	if len(children) > 0 {
		lines = lines[:0]
	}
	for _, c := range children {
		lines = append(lines, journal.Line{Act: act, Noun: string(Children), Child: c, Record: c, Count: 1, Detail: what})
	}
	return r.journal(lines...)
}

// State is the number of the file's last change and the head of its journal (8 signs), for the foot of papers.
func (r *Registry) State() (number uint64, journalHead string) {
	if r.vault == nil {
		return 0, ""
	}
	r.moving.RLock()
	defer r.moving.RUnlock()
	number, mark, err := r.vault.State()
	if err != nil {
		return 0, ""
	}
	head, err := journal.ReadHead(mark)
	if err != nil || len(head.Hash) < 4 {
		return number, ""
	}
	return number, hex.EncodeToString(head.Hash[:4])
}
