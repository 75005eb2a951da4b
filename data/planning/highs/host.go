package highs

import (
	"context"
	"fmt"

	"github.com/tetratelabs/wazero/api"
)

// imports is the name of the module that Emscripten imports from.
const imports = "a"

// host is what the engine is given by the outside, by the minified name of the import.
var host = map[string]func(context.Context, api.Module, []uint64){
	"a": refuse("an exception was thrown"), // ___cxa_throw
	"b": refuse("exit"),                    // _exit
	"k": refuse("abort"),                   // __abort_js
	"r": refuse("exit"),                    // _proc_exit
	"c": readMilliseconds,                  // _emscripten_get_now
	"j": readMilliseconds,                  // _emscripten_date_now
	"p": readClock,                         // _clock_time_get
	"q": growHeap,                          // _emscripten_resize_heap
	"f": swallow,                           // _fd_write
	"o": noEnvironment,                     // _environ_sizes_get
	"m": greenwich,                         // __tzset_js
	"n": agree,                             // _environ_get
	"l": agree,                             // __setitimer_js
	"s": agree,                             // __emscripten_runtime_keepalive_clear
	"d": notHere,                           // _fd_close
	"e": notHere,                           // ___syscall_fcntl64
	"g": notHere,                           // _fd_read
	"h": notHere,                           // ___syscall_ioctl
	"i": notHere,                           // ___syscall_openat
	"t": notHere,                           // _fd_seek
}

// offerHost gives the module what it imports, and fails if it asks for more.
func (e *Engine) offerHost(ctx context.Context) error {
	b := e.runtime.NewHostModuleBuilder(imports)
	for _, f := range e.compiled.ImportedFunctions() {
		from, name, _ := f.Import()
		do, ok := host[name]
		if from != imports || !ok {
			return fmt.Errorf("the module imports %s.%s, which is not known", from, name)
		}
		b = b.NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(do), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err := b.Instantiate(ctx)
	return err
}

// refuse stops the instance: the call from Go answers with this as its error.
func refuse(what string) func(context.Context, api.Module, []uint64) {
	return func(context.Context, api.Module, []uint64) { panic(fmt.Errorf("the engine gave up: %s", what)) }
}

const notSupported = -52 // ENOSYS of Emscripten

func notHere(_ context.Context, _ api.Module, stack []uint64) { stack[0] = api.EncodeI32(notSupported) }

func agree(_ context.Context, _ api.Module, stack []uint64) {
	if len(stack) > 0 {
		stack[0] = 0
	}
}

// noEnvironment says that there are no variables: (count *i32, bytes *i32).
func noEnvironment(_ context.Context, m api.Module, stack []uint64) {
	write32(m, stack[0], 0)
	write32(m, stack[1], 0)
	stack[0] = 0
}

// greenwich is the time zone: (seconds *i32, summer *i32, its name *char, name in summer *char).
func greenwich(_ context.Context, m api.Module, stack []uint64) {
	write32(m, stack[0], 0)
	write32(m, stack[1], 0)
	m.Memory().WriteByte(uint32(stack[2]), 0)
	m.Memory().WriteByte(uint32(stack[3]), 0)
}

// swallow takes what the engine prints, and says that it was all written: (file, parts *{text, length}, count, written *i32).
func swallow(_ context.Context, m api.Module, stack []uint64) {
	var written uint32
	for i := range uint32(stack[2]) {
		length, _ := m.Memory().ReadUint32Le(uint32(stack[1]) + 8*i + 4)
		written += length
	}
	write32(m, stack[3], written)
	stack[0] = 0
}

func write32(m api.Module, at uint64, value uint32) { m.Memory().WriteUint32Le(uint32(at), value) }

const pageBytes = 64 << 10

// growHeap makes the memory at least as large as asked, in one go and a fifth more when there is room for it.
func growHeap(ctx context.Context, m api.Module, stack []uint64) {
	have, want := m.Memory().Size(), uint32(stack[0])
	stack[0] = 0
	for _, size := range []uint64{max(uint64(want), uint64(have)+uint64(have)/5), uint64(want)} {
		if _, ok := m.Memory().Grow(uint32((size - uint64(have) + pageBytes - 1) / pageBytes)); ok {
			stack[0] = 1
			return
		}
	}
	if c, ok := ctx.Value(clockKey{}).(*clock); ok {
		c.starved = true
	}
}

// clock counts its readings, a microsecond each.
type clock struct {
	wanted context.Context
	reads  int64
	// starved says that memory was asked for and refused.
	starved bool
}

type clockKey struct{}

const (
	patience = 1e6 // seconds of this clock that the engine is given
	late     = 1e9 // seconds of it, once nobody wants the answer any more
)

func withClock(ctx context.Context) (context.Context, *clock) {
	c := &clock{wanted: ctx}
	return context.WithValue(ctx, clockKey{}, c), c
}

// microseconds since the engine began.
func microseconds(ctx context.Context) int64 {
	c, ok := ctx.Value(clockKey{}).(*clock)
	if !ok {
		return 0
	}
	c.reads++
	if c.wanted.Err() != nil {
		return c.reads + late*1e6
	}
	return c.reads
}

func readMilliseconds(ctx context.Context, _ api.Module, stack []uint64) {
	stack[0] = api.EncodeF64(float64(microseconds(ctx)) / 1e3)
}

// readClock writes nanoseconds: (which, precision, time *i64).
func readClock(ctx context.Context, m api.Module, stack []uint64) {
	m.Memory().WriteUint64Le(uint32(stack[2]), uint64(microseconds(ctx)*1e3))
	stack[0] = 0
}
