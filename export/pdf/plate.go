package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"sync"
)

// plate is a PNG as the PDF library takes it without work: opaque, eight bits, not interlaced.
type plate struct {
	name          string // says its content
	png           []byte
	width, height int // pixels
}

// plateKey is the content of a file, and the ink it is printed in.
type plateKey struct {
	content [sha256.Size]byte
	grey    bool
}

var (
	plates       sync.Map // *plate by plateKey: a logo is read once for all papers
	errNoPicture = errors.New("no picture")
)

const mostPixels = 4 << 20 // of a picture on a paper; export/picture makes them far smaller

// plateOf reads a PNG, or remembers it.
func (d *Document) plateOf(file []byte) (*plate, error) {
	if len(file) == 0 {
		return nil, errNoPicture
	}
	key := plateKey{sha256.Sum256(file), d.meta.Grey}
	if known, ok := plates.Load(key); ok {
		return known.(*plate), nil
	}
	p, err := readPlate(file, d.meta.Grey)
	if err != nil {
		return nil, fmt.Errorf("reading a picture: %w", err)
	}
	p.name = fmt.Sprintf("%x", key.content[:8])
	plates.Store(key, p)
	return p, nil
}

func readPlate(file []byte, grey bool) (*plate, error) {
	config, err := png.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	if config.Width*config.Height > mostPixels || config.Width*config.Height == 0 {
		return nil, errNoPicture
	}
	decoded, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	area := image.Rect(0, 0, config.Width, config.Height)
	if p, ok := decoded.(*image.Paletted); ok && p.Opaque() && !grey { // far lighter than its colours one by one
		return newPlate(p)
	}
	var flat draw.Image = image.NewRGBA(area)
	if grey {
		flat = image.NewGray(area)
	}
	draw.Draw(flat, area, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, area, decoded, decoded.Bounds().Min, draw.Over)
	return newPlate(flat)
}

func newPlate(opaque image.Image) (*plate, error) {
	var out bytes.Buffer
	best := png.Encoder{CompressionLevel: png.BestCompression}
	if err := best.Encode(&out, opaque); err != nil {
		return nil, err
	}
	size := opaque.Bounds().Size()
	return &plate{png: out.Bytes(), width: size.X, height: size.Y}, nil
}
