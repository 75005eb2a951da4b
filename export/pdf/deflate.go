package pdf

import (
	"bytes"
	"compress/zlib"
	"sync"
)

// deflaters are kept from one paper to the next: to make one takes more memory than all the rest of a paper.
var deflaters = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// deflate compresses a stream.
func deflate(content []byte) []byte {
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	return squeeze(z, content)
}

// deflateOnce compresses well what is made once and written in every paper.
func deflateOnce(content []byte) []byte {
	z, err := zlib.NewWriterLevel(nil, zlib.BestCompression)
	if err != nil {
		panic(err) // the level is one of the library's own
	}
	return squeeze(z, content)
}

func squeeze(z *zlib.Writer, content []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(content)/2 + 64)
	z.Reset(&out)
	_, _ = z.Write(content) // memory does not fail
	_ = z.Close()
	return out.Bytes()
}
