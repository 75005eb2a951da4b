package data

// Family is a « famille »: a household and the adults responsible for the children in it.
type Family struct {
	Record[Family]
	Name      string     `cbor:"10,keyasint"`
	Address   Address    `cbor:"11,keyasint"`
	Guardians []Guardian `cbor:"12,keyasint,omitempty"`
	// Interpreter is the language in which to speak with the family, when it is not French.
	Interpreter string `cbor:"13,keyasint,omitempty"`
	// BestTime says when the family can be reached.
	BestTime string `cbor:"14,keyasint,omitempty"`
	Notes    string `cbor:"15,keyasint,omitempty"`
}

// Check verifies what one family's record can verify alone.
func (f *Family) Check() error {
	var x faults
	x.name("Name", f.Name)
	f.Address.check("Address", &x)
	for _, g := range f.Guardians {
		x.name("Guardians.LastName", g.LastName)
		x.shorts(text{"Guardians.FirstName", g.FirstName}, text{"Guardians.Phone", g.Phone},
			text{"Guardians.OtherTel", g.OtherTel}, text{"Guardians.Email", g.Email})
	}
	x.short("Interpreter", f.Interpreter)
	x.notes(text{"BestTime", f.BestTime}, text{"Notes", f.Notes})
	return x.err()
}

// Guardian is a « responsable légal » or another adult who counts for the child.
type Guardian struct {
	FirstName string   `cbor:"1,keyasint,omitempty"`
	LastName  string   `cbor:"2,keyasint"`
	Relation  Relation `cbor:"3,keyasint,omitempty"`
	// Authority says whether this adult holds parental authority, and so signs.
	Authority Answer `cbor:"4,keyasint,omitempty"`
	Phone     string `cbor:"5,keyasint,omitempty"` // digits only, as data/fr.ParsePhone gives them
	OtherTel  string `cbor:"6,keyasint,omitempty"`
	Email     string `cbor:"7,keyasint,omitempty"`
}

// FullName is first name then last name.
func (g Guardian) FullName() string { return joinName(g.FirstName, g.LastName) }

// Relation of an adult to the child.
type Relation uint8

// The relations.
const (
	RelationUnknown Relation = iota
	Mother
	Father
	Grandparent
	StepParent
	Sibling
	FosterFamily
	Institution
	OtherRelation
)

// Address is a postal address.
type Address struct {
	Street   string `cbor:"1,keyasint,omitempty"`
	PostCode string `cbor:"2,keyasint,omitempty"`
	Town     string `cbor:"3,keyasint,omitempty"`
}

// IsZero reports whether nothing has been said of the address.
func (a Address) IsZero() bool { return a == Address{} }

func (a Address) check(field string, x *faults) {
	x.short(field+".Street", a.Street)
	x.short(field+".PostCode", a.PostCode)
	x.short(field+".Town", a.Town)
}
