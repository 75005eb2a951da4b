// Package data is the domain of Mercredi: what a « programme de réussite éducative » keeps about children, families,
// partners, workshops and what happens in them. One noun a file. These are plain values with the rules that one
// record can check alone; rules that span records live in data/registry, every French sentence in data/fr.
//
// The package uses the standard library only. The integers in the `cbor` tags are the stored names of the fields:
// once released a number is never given to another field.
package data
