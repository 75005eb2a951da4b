//go:build robustness

package vault

// full runs the proofs at the size of docs/robustesse.md.
const full = true
