package registry

import (
	"bytes"
	"crypto/rand"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"mercredi/data"
	"mercredi/data/vault"
)

// FuzzRecord feeds anything to what reads the value of every kind of record. What is accepted is written, read and written
// to the same bytes.
func FuzzRecord(f *testing.F) {
	c, err := newCodec(released, format)
	if err != nil {
		f.Fatal(err)
	}
	kinds := []any{
		data.Settings{}, data.Member{}, data.Facilitator{}, data.Room{}, data.School{}, data.Family{}, data.Child{}, data.Note{},
		data.Partner{}, data.Rubric{}, data.Workshop{}, data.Cycle{}, data.Group{}, data.Enrollment{}, data.Session{},
		data.Attendance{}, data.Observation{}, data.Evaluation{}, data.Bilan{}, data.GroupBilan{}, data.Figure{},
		data.YearReport{}, data.ActionPlan{}, data.Safety{},
		data.Commission{}, data.CommissionCase{},
		data.Referral{}, data.Agreement{}, data.Interview{},
	}
	if len(kinds) != len(allNouns) {
		f.Fatalf("%d kinds of %d are tried", len(kinds), len(allNouns))
	}
	for i, kind := range kinds {
		value, err := c.encode(kind)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(byte(i), value)
	}
	full, err := c.encode(data.Child{FirstName: "Lila", LastName: "Sample", Fragilities: []string{"a", "b"}, Notes: "note", Consents: []data.Consent{{SignedBy: "x"}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(byte(6), full)
	f.Fuzz(func(t *testing.T, kind byte, value []byte) {
		i := int(kind) % len(kinds)
		first := reflect.New(reflect.TypeOf(kinds[i]))
		if c.decode(allNouns[i], value, first.Interface()) != nil {
			return
		}
		written, err := c.encode(first.Interface())
		if err != nil {
			t.Fatalf("%s was read and cannot be written: %v", allNouns[i], err)
		}
		second := reflect.New(reflect.TypeOf(kinds[i]))
		if err := c.decode(allNouns[i], written, second.Interface()); err != nil {
			t.Fatalf("%s was written and cannot be read: %v", allNouns[i], err)
		}
		if again, err := c.encode(second.Interface()); err != nil || !bytes.Equal(again, written) {
			t.Errorf("%s changes from reading to reading", allNouns[i])
		}
	})
}

// FuzzBackup changes a backup and looks at what could be restored from it, in this process: it is what it was, or refused.
func FuzzBackup(f *testing.F) {
	dir, world := filepath.Join(f.TempDir(), "team"), World{
		Today: func() data.Date { return 20260910 }, Random: rand.Reader, Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1},
	}
	key := Key{Password: "tilleul plume lac"}
	r, err := CreateFolder(dir, Founder{Member: &data.Member{FirstName: "Odile", LastName: "Garance"}, Password: key.Password}, world)
	if err == nil {
		err = r.Children.Save(&data.Child{FirstName: "Lila", LastName: "Sample"})
	}
	if err == nil {
		_, _, err = r.Compact()
	}
	if err == nil {
		err = r.Close()
	}
	whole, reading := os.ReadFile(filepath.Join(dir, fileName))
	if err != nil || reading != nil {
		f.Fatal(err, reading)
	}
	f.Add([]byte{}, uint32(0), uint32(len(whole)))
	f.Add([]byte{0xFF}, uint32(100), uint32(len(whole)))
	f.Add(make([]byte, 4096), uint32(8192), uint32(len(whole)))
	f.Add([]byte{}, uint32(0), uint32(len(whole)/2))
	f.Add([]byte("bad"), uint32(4096), uint32(0))
	f.Fuzz(func(t *testing.T, patch []byte, at, length uint32) {
		b := bytes.Clone(whole[:min(int(length), len(whole))])
		copy(b[min(int(at), len(b)):], patch)
		path := filepath.Join(t.TempDir(), "backup.db")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		preview, err := PreviewRestore(RestorePlan{Backup: path, Dir: dir, Key: key}, world)
		if err == nil && (preview.Children != 1 || !preview.Verified) {
			t.Errorf("a changed backup shows %d children", preview.Children)
		}
	})
}
