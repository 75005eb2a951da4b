package cli

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
)

// TestBrokenJournalHasAnExitCodeOfItsOwn: no command can break a journal, since its entries are under the sum of the
// file. Somebody who has the keys and another program could.
func TestBrokenJournalHasAnExitCodeOfItsOwn(t *testing.T) {
	var said bytes.Buffer
	err := fmt.Errorf("verifying: %w", journal.ErrBroken)
	if code := fail(World{Stderr: &said}, broken(nil, err)); code != ExitBroken || said.String() != fr.Error(err)+"\n" {
		t.Errorf("exit code %d, %q", code, said.String())
	}
}

func TestManyDanglingReferencesAreCountedAndTheFirstOnesListed(t *testing.T) {
	dangling := make([]registry.Dangling, 50)
	for i := range dangling {
		dangling[i] = registry.Dangling{Noun: registry.Children, Reference: "ABCDEFGH", Field: "SchoolID", Missing: registry.Schools}
	}
	text := broken(dangling, nil).Error()
	if !strings.HasPrefix(text, "50\u00a0liens mènent") || !strings.HasSuffix(text, "et 30\u00a0autres") || strings.Count(text, "\n") != 21 {
		t.Error(text)
	}
}

func TestSizesAreSaidInFrench(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0\u00a0octets", 999: "999\u00a0octets", 1000: "1\u00a0ko", 1_250_000: "1,2\u00a0Mo", 3_400_000_000: "3,4\u00a0Go"} {
		if got := size(bytes); got != want {
			t.Errorf("%d is said %q, want %q", bytes, got, want)
		}
	}
}
