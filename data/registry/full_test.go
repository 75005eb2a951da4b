//go:build robustness

package registry_test

// full runs the proofs at the size of docs/robustesse.md.
const full = true
