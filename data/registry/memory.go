package registry

import "mercredi/data/kv/mem"

// InMemory opens an empty file that is forgotten at Close: for tests, and for the pictures of the screens.
func InMemory(world World) (*Registry, error) { return Open(mem.New(), world) }
