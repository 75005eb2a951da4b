package cli

import (
	"time"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// certificate is what the certificate of an erasure says.
func certificate(r *registry.Registry, e registry.Erasure) registry.ErasureCertificateView {
	v := registry.ErasureCertificateView{
		Letterhead: r.Letterhead(), Reference: e.Reference, ErasedOn: e.On, By: fr.Role(e.ByRole, data.Unsaid), Reason: e.Reason,
		CompleteOn: e.Complete, LatestOn: e.Latest, JournalNumber: e.State, JournalHash: e.JournalHead,
	}
	for _, c := range e.Counts {
		v.Destroyed = append(v.Destroyed, registry.DestroyedCount{What: fr.Capital(fr.Nouns(c.Noun)), Count: c.Records})
	}
	if e.Marks > 0 {
		v.Destroyed = append(v.Destroyed, registry.DestroyedCount{What: "Présences notées", Count: e.Marks})
	}
	for _, p := range e.Carriers {
		c := registry.ErasureCarrier{Label: placeName(p), Clean: p.RingAt >= r.Safety().RingOn}
		if p.RingAt != 0 {
			c.RefreshedOn = data.DateOf(time.Unix(int64(p.RingAt), 0))
		}
		v.Carriers = append(v.Carriers, c)
	}
	return v
}
