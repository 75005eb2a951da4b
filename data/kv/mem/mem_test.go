package mem_test

import (
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/kvtest"
	"mercredi/data/kv/mem"
)

func TestMemoryStoreKeepsTheContract(t *testing.T) {
	kvtest.Run(t, func(*testing.T) kv.Store { return mem.New() })
}
