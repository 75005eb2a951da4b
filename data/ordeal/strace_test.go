//go:build linux

package ordeal

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// call is a system call that succeeded.
type call struct {
	name   string
	args   []string // as strace writes them
	result int64
	// began is how many calls had ended when it began.
	began int
}

// readTrace reads the calls of a log in the order of their ends.
func readTrace(log io.Reader) ([]call, error) {
	var calls []call
	type half struct {
		text  string
		began int
	}
	begun := map[string]half{}
	lines := bufio.NewReaderSize(log, 1<<20)
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF {
			return calls, nil
		}
		if err != nil {
			return nil, err
		}
		thread, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		text = strings.TrimSpace(text)
		one := half{text, len(calls)}
		if rest, resumed := strings.CutPrefix(text, "<... "); resumed {
			_, rest, _ = strings.Cut(rest, " resumed>")
			one = half{begun[thread].text + rest, begun[thread].began}
			delete(begun, thread)
		}
		if start, unfinished := strings.CutSuffix(one.text, " <unfinished ...>"); unfinished {
			begun[thread] = half{start, one.began}
			continue
		}
		c, ok, err := readCall(one.text)
		if err != nil {
			return nil, err
		}
		if ok {
			c.began = one.began
			calls = append(calls, c)
		}
	}
}

// readCall reads one line without its thread. ok is false for what is not a call, or one that failed.
func readCall(text string) (c call, ok bool, err error) {
	if strings.HasPrefix(text, "+++") || strings.HasPrefix(text, "---") {
		return c, false, nil
	}
	name, rest, found := strings.Cut(text, "(")
	equals := strings.LastIndex(rest, " = ")
	if !found || equals < 0 {
		return c, false, fmt.Errorf("not a line of strace: %.80q", text)
	}
	if strings.Contains(text, `"...`) {
		return c, false, fmt.Errorf("a line cut short: %.80q", text)
	}
	figure, _, _ := strings.Cut(rest[equals+3:], " ")
	figure, _, _ = strings.Cut(figure, "<")
	result, err := strconv.ParseInt(figure, 0, 64)
	if err != nil || result < 0 { // "?" when the call never came back
		return c, false, nil
	}
	args := strings.TrimSuffix(strings.TrimRight(rest[:equals], " "), ")")
	return call{name: name, args: strings.Split(args, ", "), result: result}, true, nil
}

// text is the string in argument i.
func (c call) text(i int) (string, error) { return unhex(c.args[i], `"`, `"`) }

// path is the path in argument i: that of a string, or of a file descriptor, as it is named during the call.
func (c call) path(i int) (string, error) {
	if strings.HasPrefix(c.args[i], `"`) {
		return c.text(i)
	}
	return unhex(c.args[i], "<", ">")
}

func unhex(arg, open, shut string) (string, error) {
	_, rest, ok := strings.Cut(arg, open)
	inner, _, closed := strings.Cut(rest, shut)
	if !ok || !closed {
		return "", fmt.Errorf("no text in %.80q", arg)
	}
	if !strings.HasPrefix(inner, `\x`) {
		return inner, nil // sockets and the like are not written in hexadecimal
	}
	b, err := hex.DecodeString(strings.ReplaceAll(inner, `\x`, ""))
	return string(b), err
}

// number is argument i as a number; "NULL" is -1.
func (c call) number(i int) (int64, error) {
	if c.args[i] == "NULL" {
		return -1, nil
	}
	return strconv.ParseInt(strings.Trim(c.args[i], "[]"), 0, 64)
}

// descriptor is the number of the file in argument i.
func (c call) descriptor(i int) string {
	number, _, _ := strings.Cut(c.args[i], "<")
	return number
}

// at is argument i, a path of the *at family, seen from the directory in the argument before.
func (c call) at(i int) (string, error) {
	name, err := c.text(i)
	if err != nil || filepath.IsAbs(name) {
		return name, err
	}
	folder, err := c.path(i - 1)
	return filepath.Join(folder, name), err
}

func TestLogOfStraceIsReadCallByCall(t *testing.T) {
	const log = `11 openat(AT_FDCWD<\x2f\x61>, "\x62", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 3<\x2f\x61\x2f\x62>
12 pwrite64(3<\x2f\x61\x2f\x62>, "\x68\x00", 2, 8 <unfinished ...>
11 unlink("\x2f\x63")            = -1 ENOENT (No such file or directory)
13 fdatasync(3<\x2f\x61\x2f\x62> <unfinished ...>
12 <... pwrite64 resumed>)           = 2
13 <... fdatasync resumed>)          = 0
11 futex(0x1, FUTEX_WAIT_PRIVATE) = ?
11 +++ killed by SIGKILL +++
`
	calls, err := readTrace(strings.NewReader(log))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range calls {
		path, err := c.path(0)
		got = append(got, fmt.Sprint(c.name, " ", path, " ", c.result, " ", c.began, " ", err))
	}
	want := []string{"openat /a 3 0 <nil>", "pwrite64 /a/b 2 1 <nil>", "fdatasync /a/b 0 1 <nil>"}
	if !slices.Equal(got, want) {
		t.Errorf("read %q", got)
	}
	name, err := calls[0].at(1)
	if text, _ := calls[1].text(1); name != "/a/b" || err != nil || text != "h\x00" {
		t.Errorf("opened %q (%v), wrote %q", name, err, text)
	}
}

func TestLogOfStraceThatIsCutIsRefused(t *testing.T) {
	for _, log := range []string{"11 write(3<\\x61>, \"\\x62\"..., 9) = 9\n", "11 nonsense\n"} {
		if calls, err := readTrace(strings.NewReader(log)); err == nil {
			t.Errorf("%q was read as %v", log, calls)
		}
	}
}
