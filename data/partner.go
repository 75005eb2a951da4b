package data

// Partner is a « partenaire » or « structure » of the network around the child.
type Partner struct {
	Record[Partner]
	Name   string      `cbor:"10,keyasint"`
	Kind   PartnerKind `cbor:"11,keyasint,omitempty"`
	Public string      `cbor:"12,keyasint,omitempty"`
	// MinAge and MaxAge bound the public, in years; both zero when not said.
	MinAge int      `cbor:"13,keyasint,omitempty"`
	MaxAge int      `cbor:"14,keyasint,omitempty"`
	Access string   `cbor:"15,keyasint,omitempty"`
	Direct Directly `cbor:"16,keyasint,omitempty"`
	// Purpose, Support and Resources are « fonction », « nature de l'accompagnement », « ressources mobilisées ».
	Purpose   string    `cbor:"17,keyasint,omitempty"`
	Support   string    `cbor:"18,keyasint,omitempty"`
	Resources string    `cbor:"19,keyasint,omitempty"`
	Address   Address   `cbor:"20,keyasint"`
	Phone     string    `cbor:"21,keyasint,omitempty"`
	Email     string    `cbor:"22,keyasint,omitempty"`
	Web       string    `cbor:"23,keyasint,omitempty"`
	Sector    string    `cbor:"24,keyasint,omitempty"`
	Wait      string    `cbor:"25,keyasint,omitempty"`
	CheckedOn Date      `cbor:"26,keyasint,omitempty"`
	Contacts  []Contact `cbor:"27,keyasint,omitempty"`
	Notes     string    `cbor:"28,keyasint,omitempty"`
}

// Contact is a person to ask for at a partner's.
type Contact struct {
	Name  string `cbor:"1,keyasint"`
	Job   string `cbor:"2,keyasint,omitempty"`
	Phone string `cbor:"3,keyasint,omitempty"`
	Email string `cbor:"4,keyasint,omitempty"`
}

// Check verifies what one partner's record can verify alone.
func (p *Partner) Check() error {
	var f faults
	f.name("Name", p.Name)
	f.between("MinAge", p.MinAge, 0, 120)
	f.between("MaxAge", p.MaxAge, 0, 120)
	if p.MaxAge != 0 && p.MaxAge < p.MinAge {
		f.add("MaxAge", ErrEndBeforeStart)
	}
	f.date("CheckedOn", p.CheckedOn)
	p.Address.check("Address", &f)
	for _, c := range p.Contacts {
		f.name("Contacts.Name", c.Name)
		f.shorts(text{"Contacts.Job", c.Job}, text{"Contacts.Phone", c.Phone}, text{"Contacts.Email", c.Email})
	}
	f.shorts(text{"Phone", p.Phone}, text{"Email", p.Email})
	f.notes(text{"Public", p.Public}, text{"Access", p.Access}, text{"Purpose", p.Purpose}, text{"Support", p.Support},
		text{"Resources", p.Resources}, text{"Web", p.Web}, text{"Sector", p.Sector}, text{"Wait", p.Wait}, text{"Notes", p.Notes})
	return f.err()
}

// Directly says whether the programme may refer a child to a partner directly.
type Directly uint8

// The answers.
const (
	DirectlyUnknown    Directly = iota
	DirectlyYes                 // free access
	DirectlyPrescribed          // with a prescription or a referral
	DirectlyByDoctor            // through a doctor
	DirectlyBySchool            // through the school or a doctor
	DirectlyByPartners          // through partners
	DirectlyNo                  // never: care decided elsewhere
)

// PartnerKind is the kind of a structure: the fifteen of the map of mental-health resources, then free ones.
type PartnerKind uint8

// The kinds. The acronyms are the field's own.
const (
	KindOther PartnerKind = iota
	KindMDA
	KindPAEJ
	KindEspaceSanteJeunes
	KindCJC
	KindREAAP
	KindCMPEnfants
	KindCMPAdultes
	KindCATTPEnfants
	KindCATTPAdultes
	KindHopitalDeJour
	KindCMPP
	KindMSP
	KindPCO
	KindMPF
	KindLAEP
	KindAssociation
	KindIndependent
	KindSchool
	KindCollege
	KindCCAS
	KindPMI
	KindSocialCentre
	KindCouncil // PTSM, CLS, CLSM, ASV, CTG, cité éducative
)

// UsualDirectly is the referral rule that a kind usually follows. It fills a new sheet; the team can change it there.
func (k PartnerKind) UsualDirectly() Directly {
	switch k {
	case KindMDA, KindPAEJ, KindEspaceSanteJeunes, KindCJC, KindREAAP, KindMSP, KindLAEP:
		return DirectlyYes
	case KindCMPEnfants:
		return DirectlyPrescribed
	case KindCMPAdultes, KindPCO:
		return DirectlyByDoctor
	case KindCATTPEnfants, KindCATTPAdultes, KindHopitalDeJour:
		return DirectlyNo
	case KindCMPP:
		return DirectlyBySchool
	case KindMPF:
		return DirectlyByPartners
	}
	return DirectlyUnknown
}

// UsualAges are the ages, in years, that a kind usually receives; 0, 0 when the kind does not say.
func (k PartnerKind) UsualAges() (from, to int) {
	switch k {
	case KindMDA:
		return 11, 25
	case KindPAEJ, KindEspaceSanteJeunes:
		return 12, 25
	case KindCMPAdultes:
		return 16, 0
	case KindCMPP:
		return 0, 20
	case KindPCO, KindLAEP:
		return 0, 6
	}
	return 0, 0
}
