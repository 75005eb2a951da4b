// Package kit holds the widgets of Mercredi. They know no domain word: a page gives them texts, icons and
// functions, and composes them in layouts, without a coordinate, a colour or a size of its own.
package kit
