package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"io"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

const (
	mostSVG      = 2 << 20 // bytes
	mostElements = 20_000
)

// isSVG reports whether a file is a drawing, whatever comes before its first element.
func isSVG(file []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head[:min(len(head), 4096)], []byte("<svg"))
}

// undrawn are the elements whose absence a person would see.
var undrawn = map[string]bool{"text": true, "image": true, "foreignObject": true, "filter": true, "mask": true, "clipPath": true, "pattern": true,
	"symbol": true, "switch": true}

// drawSVG draws twice as large as a logo is kept, so that it is sharp.
func drawSVG(file []byte) (image.Image, error) {
	if len(file) > mostSVG {
		return nil, refuse(sayHeavy, "%d bytes of SVG", len(file))
	}
	if err := survey(file); err != nil {
		return nil, err
	}
	icon, err := oksvg.ReadIconStream(bytes.NewReader(file), oksvg.IgnoreErrorMode)
	if err != nil {
		return nil, refuse(sayDrawing, "reading a drawing: %v", err)
	}
	width, height := icon.ViewBox.W, icon.ViewBox.H
	if !(width > 0 && height > 0 && width/height < 100 && height/width < 100) {
		return nil, refuse(sayDrawing, "a drawing of %v by %v", width, height)
	}
	ratio := min(2*mostWide/width, 2*mostHigh/height)
	w, h := max(1, int(width*ratio)), max(1, int(height*ratio))
	icon.SetTarget(0, 0, float64(w), float64(h))
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	icon.Draw(rasterx.NewDasher(w, h, rasterx.NewScannerGV(w, h, out, out.Bounds())), 1)
	return out, nil
}

// survey reads the elements before anything is drawn: what cannot be drawn is said rather than left out.
func survey(file []byte) error {
	in := xml.NewDecoder(bytes.NewReader(file))
	in.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for n := 0; ; n++ {
		token, err := in.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return refuse(sayBroken, "reading a drawing: %v", err)
		case n > mostElements:
			return refuse(sayHeavy, "more than %d elements", mostElements)
		}
		if e, ok := token.(xml.StartElement); ok && undrawn[e.Name.Local] {
			return refuse(sayDrawing, "it holds <%s>", e.Name.Local)
		}
	}
}
