// Package safety holds two pages of « Sécurité »: the backups and the journal; and what goes with them outside pages: the
// watch over the backups of an open file, and the way through a restore.
package safety
