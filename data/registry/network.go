package registry

import (
	"errors"
	"fmt"
	"strings"

	"mercredi/data"
)

// ErrNotDirect says that the programme never refers to that structure itself: care is decided elsewhere.
var ErrNotDirect = errors.New("structure takes no direct referral")

// SaveReferral keeps a referral. One to a structure that takes none directly is refused with ErrNotDirect, unless it was
// kept before the structure said so.
func (r *Registry) SaveReferral(x *data.Referral) error {
	return r.Update(func(tx *Tx) error {
		p, err := find(r.Partners, x.PartnerID)
		if err != nil {
			return err
		}
		old := r.Referrals.rows[x.ID]
		if p.Direct == data.DirectlyNo && (old == nil || old.PartnerID != x.PartnerID) {
			return fmt.Errorf("referring to %s: %w", Partners, ErrNotDirect)
		}
		return Put(tx, r.Referrals, x)
	})
}

// ConsentToShare is the family's agreement to share with a structure, and where it stands on a day; the zero consent and
// ConsentMissing when there is none.
func (r *Registry) ConsentToShare(child data.ID[data.Child], partner data.ID[data.Partner], day data.Date) (data.Consent, data.ConsentState) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.consentToShare(rowOr(r.Children, child), partner, day)
}

func (r *Registry) consentToShare(c *data.Child, partner data.ID[data.Partner], day data.Date) (data.Consent, data.ConsentState) {
	var best data.Consent
	state := data.ConsentMissing
	for _, x := range c.Consents {
		if x.Scope != data.ConsentSharePartner || !r.namesPartner(x.Recipient, partner) {
			continue
		}
		s := x.On(day)
		switch {
		case s.Allows() && (!state.Allows() || x.SignedOn >= best.SignedOn):
			best, state = x, s
		case !s.Allows() && !state.Allows() && (best == data.Consent{} || x.SignedOn >= best.SignedOn):
			best, state = x, s
		}
	}
	return best, state
}

// namesPartner reports whether what a family signed names this structure: its name, or the beginning of its name when no
// other structure begins so. « CMP » alone names nobody where there are two.
func (r *Registry) namesPartner(recipient string, partner data.ID[data.Partner]) bool {
	p, ok := r.Partners.rows[partner]
	said := strings.TrimSpace(r.folds.of(recipient))
	if !ok || said == "" {
		return false
	}
	if r.folds.of(p.Name) == said {
		return true
	}
	if !strings.HasPrefix(r.folds.of(p.Name)+" ", said+" ") {
		return false
	}
	return !anyRow(r.Partners, func(other *data.Partner) bool {
		return other.ID != partner && strings.HasPrefix(r.folds.of(other.Name)+" ", said+" ")
	})
}

// NewAgreement is an agreement with a structure, not kept yet: the team's terms, the names and addresses that are known.
// For one to follow another, its terms, place, funders and signatories are taken over.
func (r *Registry) NewAgreement(partner data.ID[data.Partner], terms data.AgreementTerms) data.Agreement {
	r.mu.RLock()
	defer r.mu.RUnlock()
	p, s := rowOr(r.Partners, partner), r.settingsNow()
	a := data.Agreement{
		PartnerID: partner, Terms: terms,
		Ours:   data.Party{Name: s.TeamName, Address: oneLine(s.Address)},
		Theirs: data.Party{Name: p.Name, Address: oneLine(p.Address)},
		Place:  oneLine(p.Address),
	}
	if last := r.lastAgreement(partner); last != nil {
		kept := r.Agreements.copy(last)
		a.Terms, a.Ours, a.Theirs, a.Place, a.Psychologist = kept.Terms, kept.Ours, kept.Theirs, kept.Place, kept.Psychologist
		a.Funders, a.Budgeted = kept.Funders, kept.Budgeted
	}
	return a
}

// lastAgreement is the one that starts last with a structure, or nil. The lock is held.
func (r *Registry) lastAgreement(partner data.ID[data.Partner]) *data.Agreement {
	var last *data.Agreement
	for _, a := range r.Agreements.rows {
		if a.PartnerID == partner && !a.Archived && (last == nil || a.From() > last.From() || a.From() == last.From() && compareIDs(a.ID, last.ID) > 0) {
			last = a
		}
	}
	return last
}

// oneLine is an address in a sentence.
func oneLine(a data.Address) string {
	town := strings.TrimSpace(a.PostCode + " " + a.Town)
	if a.Street == "" || town == "" {
		return a.Street + town
	}
	return a.Street + ", " + town
}
