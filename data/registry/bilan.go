package registry

import (
	"slices"
	"strings"

	"mercredi/data"
)

// BilanGap is one thing that a bilan still lacks before it can be made final.
type BilanGap struct {
	Kind GapKind
	// Key and Label are the criterion, when Kind is GapCriterion.
	Key   int
	Label string
}

// GapKind is what is missing.
type GapKind uint8

// The kinds of gaps.
const (
	GapCriterion GapKind = iota + 1 // not rated at that moment by the facilitator
	GapStrengths
	GapSynthesis
	GapNext
	GapCourse   // of a group's bilan
	GapDynamics // of a group's bilan
)

// Bilan is the bilan kept for a child at a moment of a cycle, or a draft that is not kept yet.
func (r *Registry) Bilan(child data.ID[data.Child], cycle data.ID[data.Cycle], moment data.Moment) data.Bilan {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if kept := r.bilanOf(childInCycle{child, cycle}, moment); kept != nil {
		return r.Bilans.copy(kept)
	}
	b := data.Bilan{ChildID: child, CycleID: cycle, Moment: moment, AuthorID: rowOr(r.Children, child).KeyWorkerID}
	latest := data.Date(-1)
	for _, e := range r.placesOf(child, cycle) {
		if e.State != data.Waiting && e.From > latest {
			b.GroupID, latest = e.GroupID, e.From
		}
	}
	return b
}

// bilanOf is the kept bilan of a moment, or nil. The lock is held.
func (r *Registry) bilanOf(of childInCycle, moment data.Moment) *data.Bilan {
	for _, b := range r.bilansOf.rows[of] {
		if b.Moment == moment && !b.Archived {
			return b
		}
	}
	return nil
}

// SaveBilan keeps a draft. A final bilan is refused (ErrFinal): reopen it first. There is one a child, cycle and
// moment: a second one is a *Conflict.
func (r *Registry) SaveBilan(b *data.Bilan) error {
	return r.Update(func(tx *Tx) error {
		kept := r.bilanOf(childInCycle{b.ChildID, b.CycleID}, b.Moment)
		switch {
		case kept != nil && kept.State == data.BilanFinal || b.State == data.BilanFinal:
			return ErrFinal
		case kept != nil && kept.ID != b.ID:
			return &Conflict{Noun: Bilans, Stored: kept.Revision, Started: b.Revision}
		case !r.hasPlace(b.ChildID, b.CycleID):
			return ErrNotEnrolled
		}
		before := b.SavedOn
		b.SavedOn = r.world.Today()
		err := Put(tx, r.Bilans, b)
		if err != nil {
			b.SavedOn = before
		}
		return err
	})
}

// MissingForFinal is what a bilan lacks: levels of the facilitator at that moment, strengths, synthesis, what is next.
func (r *Registry) MissingForFinal(b data.Bilan) []BilanGap {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.gaps(&b)
}

func (r *Registry) gaps(b *data.Bilan) []BilanGap {
	var gaps []BilanGap
	rated := r.evaluationOf(childInCycle{b.ChildID, b.CycleID}, b.Moment, data.ByFacilitator)
	for _, c := range r.gridOf(b.CycleID).Criteria {
		if rated == nil || rated.Level(c.Key) == 0 {
			gaps = append(gaps, BilanGap{GapCriterion, c.Key, c.Label})
		}
	}
	return append(gaps, emptyGaps([]written{{GapStrengths, b.Strengths}, {GapSynthesis, b.Synthesis}, {GapNext, b.Next}})...)
}

// written is a part of a bilan that has to be written.
type written struct {
	kind GapKind
	text string
}

func emptyGaps(parts []written) []BilanGap {
	var gaps []BilanGap
	for _, p := range parts {
		if strings.TrimSpace(p.text) == "" {
			gaps = append(gaps, BilanGap{Kind: p.kind})
		}
	}
	return gaps
}

// Finalize makes a kept bilan final. One that lacks something is refused with a *NotReady.
func (r *Registry) Finalize(id data.ID[data.Bilan], by data.ID[data.Member]) error {
	return change(r.Bilans, id, func(b *data.Bilan) error {
		if b.State == data.BilanFinal {
			return ErrFinal
		}
		if gaps := r.gaps(b); len(gaps) > 0 {
			return &NotReady{gaps}
		}
		b.State, b.FinalOn, b.FinalByID = data.BilanFinal, r.world.Today(), by
		return nil
	})
}

// Reopen makes a final bilan a draft again.
func (r *Registry) Reopen(id data.ID[data.Bilan]) error {
	return change(r.Bilans, id, func(b *data.Bilan) error {
		b.State, b.FinalOn, b.FinalByID = data.BilanDraft, 0, data.ID[data.Member]{}
		return nil
	})
}

// GroupBilan is the bilan kept for a group at a moment, or a draft that is not kept yet.
func (r *Registry) GroupBilan(group data.ID[data.Group], moment data.Moment) data.GroupBilan {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if kept := r.groupBilanOf(group, moment); kept != nil {
		return r.GroupBilans.copy(kept)
	}
	return data.GroupBilan{GroupID: group, CycleID: rowOr(r.Groups, group).CycleID, Moment: moment}
}

func (r *Registry) groupBilanOf(group data.ID[data.Group], moment data.Moment) *data.GroupBilan {
	all := r.bilansOfGroup.of(group)
	i := slices.IndexFunc(all, func(b *data.GroupBilan) bool { return b.Moment == moment && !b.Archived })
	if i < 0 {
		return nil
	}
	return all[i]
}

// SaveGroupBilan keeps a draft, with the rules of SaveBilan.
func (r *Registry) SaveGroupBilan(b *data.GroupBilan) error {
	return r.Update(func(tx *Tx) error {
		kept := r.groupBilanOf(b.GroupID, b.Moment)
		switch {
		case kept != nil && kept.State == data.BilanFinal || b.State == data.BilanFinal:
			return ErrFinal
		case kept != nil && kept.ID != b.ID:
			return &Conflict{Noun: GroupBilans, Stored: kept.Revision, Started: b.Revision}
		}
		return Put(tx, r.GroupBilans, b)
	})
}

// MissingForGroupFinal is what a group's bilan lacks: its course, its dynamics, what is next.
func (r *Registry) MissingForGroupFinal(b data.GroupBilan) []BilanGap {
	return emptyGaps([]written{{GapCourse, b.Course}, {GapDynamics, b.Dynamics}, {GapNext, b.Next}})
}

// FinalizeGroup makes a group's bilan final; by is its author when nobody else is said to be.
func (r *Registry) FinalizeGroup(id data.ID[data.GroupBilan], by data.ID[data.Member]) error {
	return change(r.GroupBilans, id, func(b *data.GroupBilan) error {
		if b.State == data.BilanFinal {
			return ErrFinal
		}
		if gaps := r.MissingForGroupFinal(*b); len(gaps) > 0 {
			return &NotReady{gaps}
		}
		if b.AuthorID.IsZero() {
			b.AuthorID = by
		}
		b.State, b.FinalOn = data.BilanFinal, r.world.Today()
		return nil
	})
}

// ReopenGroup makes a group's final bilan a draft again.
func (r *Registry) ReopenGroup(id data.ID[data.GroupBilan]) error {
	return change(r.GroupBilans, id, func(b *data.GroupBilan) error {
		b.State, b.FinalOn = data.BilanDraft, 0
		return nil
	})
}
