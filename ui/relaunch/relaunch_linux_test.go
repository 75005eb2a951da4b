package relaunch_test

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mercredi/ui/relaunch"
)

const (
	lives  = "MERCREDI_RELAUNCH_LIVES" // a file that the first life leaves to the second
	copies = 1000
)

// TestMain lets the test start itself: a first life that holds a secret and locks, then the second.
func TestMain(m *testing.M) {
	if left := os.Getenv(lives); left != "" {
		live(left)
	}
	os.Exit(m.Run())
}

// live is the process that locks: it says what it holds, waits for a line, and starts itself again.
func live(left string) {
	in := bufio.NewReader(os.Stdin)
	if _, err := os.Stat(left); err == nil {
		fmt.Println("second")
		_, _ = in.ReadString('\n')
		os.Exit(0)
	}
	secret := make([]byte, 24)
	for i := range secret {
		secret[i] = byte(rand.IntN(256))
	}
	held := make([][]byte, copies)
	for i := range held {
		held[i] = append([]byte(nil), secret...)
	}
	fmt.Println(hex.EncodeToString(secret))
	_, _ = in.ReadString('\n')
	if err := os.WriteFile(left, nil, 0o600); err != nil {
		panic(err)
	}
	fmt.Fprintln(os.Stderr, relaunch.Now(), len(held)) // comes back only when it failed
	os.Exit(1)
}

// TestNothingOfTheMemoryIsLeftAfterLocking reads the whole memory of a process, before and after.
func TestNothingOfTheMemoryIsLeftAfterLocking(t *testing.T) {
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), lives+"="+filepath.Join(t.TempDir(), "first"))
	child.Stderr = os.Stderr
	in, err := child.StdinPipe()
	must(t, err)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	said := bufio.NewReader(out)
	line, err := said.ReadString('\n')
	must(t, err)
	secret, err := hex.DecodeString(strings.TrimSpace(line))
	must(t, err)
	before := found(t, child.Process.Pid, secret)
	_, err = io.WriteString(in, "lock\n")
	must(t, err)
	line, err = said.ReadString('\n')
	must(t, err)
	if line != "second\n" {
		t.Fatalf("after locking the process says %q", line)
	}
	after := found(t, child.Process.Pid, secret)
	_, err = io.WriteString(in, "end\n")
	must(t, err)
	must(t, child.Wait())
	t.Logf("%d copies before locking, %d after, in process %d", before, after, child.Process.Pid)
	if before < copies || after != 0 {
		t.Errorf("%d copies before, %d after; want at least %d and 0", before, after, copies)
	}
}

// found counts the copies of a secret in the memory of a process.
func found(t *testing.T, pid int, secret []byte) int {
	t.Helper()
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	must(t, err)
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	must(t, err)
	defer memory.Close()
	n := 0
	for line := range strings.Lines(string(maps)) {
		var from, to int64
		var rights string
		if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); err != nil || !strings.HasPrefix(rights, "r") {
			continue
		}
		part := make([]byte, to-from)
		read, err := memory.ReadAt(part, from)
		if err != nil && read == 0 {
			continue // a page of the kernel
		}
		n += bytes.Count(part[:read], secret)
	}
	return n
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
