//go:build !robustness

package registry_test

// full is false in every test run: the proofs are then a share of those of docs/robustesse.md.
const full = false
