package kv

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestClassifyNamesEveryKnownErrorOfTheSystem(t *testing.T) {
	for _, known := range osErrors {
		wrapped := &fs.PathError{Op: "write", Path: "coffre", Err: known.number}
		flattened := fmt.Errorf("file resize error: %s", wrapped)
		for _, err := range []error{wrapped, flattened} {
			if got := Classify(err); !errors.Is(got, known.meaning) || !errors.Is(got, err) {
				t.Errorf("Classify(%v) = %v, want %v around it", err, got, known.meaning)
			}
		}
	}
}

func TestClassifyLeavesOtherErrorsAlone(t *testing.T) {
	for _, err := range []error{nil, fs.ErrNotExist, errors.New("something else")} {
		if got := Classify(err); got != err {
			t.Errorf("Classify(%v) = %v", err, got)
		}
	}
	once := Classify(&fs.PathError{Op: "open", Path: "coffre", Err: fs.ErrPermission})
	if !errors.Is(once, ErrReadOnly) || Classify(once) != once {
		t.Errorf("classified twice: %v", Classify(once))
	}
}

func TestCheckKeyRefusesEmptyAndEndlessNames(t *testing.T) {
	long := make([]byte, MaxKeyLength+1)
	if CheckKey("bucket", long[1:]) != nil || CheckKey("b", []byte("k")) != nil {
		t.Error("a good key was refused")
	}
	for _, bad := range []struct {
		bucket string
		key    []byte
	}{{"", []byte("k")}, {"b", nil}, {"b", long}, {string(long), []byte("k")}} {
		if !errors.Is(CheckKey(bad.bucket, bad.key), ErrBadKey) {
			t.Errorf("bucket of %d and key of %d bytes were accepted", len(bad.bucket), len(bad.key))
		}
	}
}
