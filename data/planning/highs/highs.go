// Package highs runs the HiGHS solver, compiled to WebAssembly, behind planning.Exact.
//
//	Model ──▶ arrays in the memory of a fresh instance ──▶ Highs_run ──▶ Solution
//	               │                                          │
//	               └ 20 host functions: a clock, a heap       └ asks the clock: that is where it is stopped
//
// The clock of the engine is not that of the PC: it counts its own readings, so that nothing the engine does depends on
// how busy the machine is, and jumps past the time limit once the context is done. The engine sees no file, no
// network, no environment.
//
// Where the module comes from, and what its exports are called, is in PROVENANCE.md.
package highs

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	_ "embed" // the module
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/tetratelabs/wazero"

	"mercredi/data/planning"
)

//go:embed highs.wasm.gz
var module []byte

const (
	moduleSHA256 = "528be4365bea1d4188988646b244263f50320df55782e14d6af5bce7cd45c840"
	moduleLimit  = 8 << 20 // bytes, unpacked
	memoryPages  = 3072    // of 64 KiB: 192 MiB, the most a model may take
)

// Engine is HiGHS. It is compiled at the first need, or by Prepare: two to four seconds of computing without a cache,
// a third of one with. It may be used from several goroutines.
type Engine struct {
	cacheDir string
	module   []byte // gzipped
	pages    uint32 // of memory

	starting sync.Mutex
	started  bool
	broken   error
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	cache    wazero.CompilationCache
	memories *memories
}

var _ planning.Exact = (*Engine)(nil)

// New is an engine that keeps its machine code in cacheDir, 20 MB; "" for nowhere.
func New(cacheDir string) *Engine {
	return &Engine{cacheDir: cacheDir, module: module, pages: memoryPages}
}

// Prepare compiles the engine if it is not yet. It cannot be hurried: call it beside, before it is needed. What failed
// once would fail again, slowly, and is not tried again.
func (e *Engine) Prepare() error {
	e.starting.Lock()
	defer e.starting.Unlock()
	if e.started {
		return e.broken
	}
	e.started = true
	e.broken = e.start()
	return e.broken
}

// Close gives the memory back. The engine cannot be used afterwards.
func (e *Engine) Close() error {
	e.starting.Lock()
	defer e.starting.Unlock()
	if e.runtime == nil {
		return nil
	}
	e.broken = fmt.Errorf("the exact engine is closed")
	err := e.runtime.Close(context.Background())
	if e.cache != nil {
		err = firstOf(err, e.cache.Close(context.Background()))
	}
	e.runtime, e.cache, e.memories = nil, nil, nil
	return err
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// start tries the compiler with its cache, without if the cache is at fault, then the interpreter, which is ten times
// slower and needs no executable memory.
func (e *Engine) start() error {
	code, err := unpack(e.module)
	if err != nil {
		return fmt.Errorf("unpacking the exact engine: %w", err)
	}
	if e.cacheDir != "" {
		if err = e.compile(code, wazero.NewRuntimeConfig(), e.cacheDir); err == nil {
			return nil
		}
		_ = os.RemoveAll(e.cacheDir) // whatever it holds is of no use
	}
	for _, config := range []wazero.RuntimeConfig{wazero.NewRuntimeConfig(), wazero.NewRuntimeConfigInterpreter()} {
		if err = e.compile(code, config, ""); err == nil {
			return nil
		}
	}
	return fmt.Errorf("compiling the exact engine: %w", err)
}

// unpack answers the module, if it is the one that was pinned.
func unpack(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	code, err := io.ReadAll(io.LimitReader(r, moduleLimit))
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(code); hex.EncodeToString(sum[:]) != moduleSHA256 {
		return nil, fmt.Errorf("SHA-256 %x is not that of the pinned module", sum)
	}
	return code, nil
}

// compile makes the runtime. The compiler panics where the system refuses executable memory.
func (e *Engine) compile(code []byte, config wazero.RuntimeConfig, cacheDir string) (err error) {
	ctx := context.Background()
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("panic: %v", value)
		}
		if err == nil {
			return
		}
		if e.runtime != nil {
			_ = e.runtime.Close(ctx) // it failed already
		}
		if e.cache != nil {
			_ = e.cache.Close(ctx)
		}
		e.runtime, e.cache, e.compiled = nil, nil, nil
	}()
	config = config.WithMemoryLimitPages(e.pages)
	if cacheDir != "" {
		if e.cache, err = wazero.NewCompilationCacheWithDir(cacheDir); err != nil {
			return err
		}
		config = config.WithCompilationCache(e.cache)
	}
	e.runtime, e.memories = wazero.NewRuntimeWithConfig(ctx, config), &memories{most: uint64(e.pages) * pageBytes}
	if e.compiled, err = e.runtime.CompileModule(ctx, code); err != nil {
		return err
	}
	return e.offerHost(ctx)
}
