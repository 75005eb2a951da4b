// Package export makes the papers of the team: one document, one function, one file. A document reads like
// the paper it makes and knows no coordinate; package pdf sets it. It asks no registry: all it prints comes in
// as a view.
package export
