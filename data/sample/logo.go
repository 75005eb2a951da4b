package sample

import _ "embed"

// logo is that of the invented town: logo.svg, drawn for this project, as export/picture makes of it.
//
//go:embed logo.png
var logo []byte
