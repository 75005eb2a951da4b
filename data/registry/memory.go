package registry

import (
	"crypto/rand"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/kv/mem"
	"mercredi/data/vault"
)

// InMemory opens an empty file that is forgotten at Close: for tests, and for the pictures of the screens. It has keys
// and a journal as a folder does, at no cost: the founder's slot is that of a member who is not in the team yet.
func InMemory(world World) (*Registry, error) {
	return InMemoryOf(Founder{Member: &data.Member{FirstName: "Odile", LastName: "Garance"}, Password: "un mercredi sur deux"}, world)
}

// InMemoryOf is InMemory opened by a founder, whose record is left to the caller to keep.
func InMemoryOf(founder Founder, world World) (*Registry, error) {
	if world.Cost == (vault.Cost{}) {
		world.Cost = vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1}
	}
	keys, err := vault.Found(vault.Founder{
		Member: founder.Member.ID, Name: founder.Member.FullName(), Password: founder.Password,
		Cost: world.Cost, Since: uint32(world.Today()),
	}, vault.Opening{Random: rand.Reader})
	if err != nil {
		return nil, err
	}
	store, err := vault.Make(mem.New(), keys)
	if err != nil {
		return nil, err
	}
	r, err := Open(store, world)
	if err != nil {
		return nil, err
	}
	return r, r.signed(keys.Slot(), journal.SlotAdded)
}
