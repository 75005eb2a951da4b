//go:build !ci

package ui

import "fmt"

// captures needs the software painter: the product is built without it.
func captures(_ string, w World) int {
	fmt.Fprintln(w.Stderr, "Les images des écrans se font avec « make shots ».")
	return 2
}
