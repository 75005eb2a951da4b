package highs

import (
	"sync"

	"github.com/tetratelabs/wazero/experimental"
)

// memories lends each instance its memory, in one piece as large as it may become, and lends the same piece again to the
// next one: the system counts only the pages that were ever written, and nothing is copied when a heap grows.
type memories struct {
	most  uint64 // bytes
	mutex sync.Mutex
	spare []byte
}

// Allocate implements experimental.MemoryAllocator.
func (m *memories) Allocate(_, _ uint64) experimental.LinearMemory {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	piece := m.spare
	m.spare = nil
	if piece == nil {
		piece = make([]byte, m.most)
	}
	return &memory{from: m, piece: piece}
}

// memory is a piece while it is lent.
type memory struct {
	from  *memories
	piece []byte
	used  uint64
}

// Reallocate implements experimental.LinearMemory. It answers nil for more than there is.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.piece)) {
		return nil
	}
	m.used = max(m.used, size)
	return m.piece[:size:len(m.piece)]
}

// Free implements experimental.LinearMemory.
func (m *memory) Free() {
	clear(m.piece[:m.used])
	m.from.mutex.Lock()
	defer m.from.mutex.Unlock()
	m.from.spare, m.piece = m.piece, nil
}
