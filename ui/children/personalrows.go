package children

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
)

// agreements are the consents in the order of what they are for. What was never asked has its row too: one does not have
// to remember what can be asked.
func agreements(rows []registry.ConsentRow) []registry.ConsentRow {
	var out []registry.ConsentRow
	for _, scope := range fr.ConsentScopes() {
		before := len(out)
		for _, r := range rows {
			if r.Scope == scope {
				out = append(out, r)
			}
		}
		if len(out) == before && scope != data.ConsentSharePartner {
			out = append(out, registry.ConsentRow{Consent: data.Consent{Scope: scope}})
		}
	}
	return out
}

// lastContactWords is « 20 mai 2026, séance ».
func lastContactWords(c data.LastContact) string {
	if c.On.IsZero() {
		return ""
	}
	return fr.Join(fr.DateLong(c.On), fr.ContactKind(c.Kind))
}

// dueWords says when the team looks again at what is kept.
func dueWords(r registry.RetentionRow, today data.Date) string {
	switch {
	case r.Running:
		return "Après la fin du suivi"
	case r.Last.On.IsZero():
		return "Quand un contact sera daté"
	case r.KeptUntil > today:
		return "Le " + fr.DateLong(r.KeptUntil)
	case r.Due <= today:
		return "Maintenant\u00a0: le délai est dépassé"
	}
	return "Le " + fr.DateLong(r.Due)
}

// fileLook is that somebody of a role read or printed the file on a day.
type fileLook struct {
	on   data.Date
	act  journal.Act
	role data.Role
	what string // the document
}

var lookIcons = map[journal.Act]string{
	journal.Viewed: "eye", journal.Printed: "printer", journal.Exported: "file-up", journal.HandedOver: "folder-down",
}

func (l fileLook) title() string {
	if l.act == journal.Viewed || l.what == "" {
		return fr.Act(l.act)
	}
	return fr.Act(l.act) + "\u00a0: " + fr.Lower(l.what)
}

// looksOf are the latest looks at a file, each day, role, act and document once.
func looksOf(lines []registry.JournalLine, most int) []fileLook {
	var out []fileLook
	for _, l := range lines {
		one := fileLook{data.DateOf(l.At), l.Act, l.Role, l.Detail}
		if lookIcons[l.Act] == "" || slices.Contains(out, one) {
			continue
		}
		if out = append(out, one); len(out) == most {
			break
		}
	}
	return out
}

// mentioned is somebody else named in the texts about a child, with the texts.
type mentioned struct {
	name  string
	kind  registry.MentionKind
	texts []string
}

// mentionsByName gathers what was found name by name, in the order of the texts.
func mentionsByName(all []registry.Mention) []mentioned {
	var out []mentioned
	for _, m := range all {
		i := slices.IndexFunc(out, func(o mentioned) bool { return o.name == m.Name })
		if i < 0 {
			i = len(out)
			out = append(out, mentioned{name: m.Name, kind: m.Kind})
		}
		where := fr.Capital(fr.FilePart(m.Part))
		if !m.On.IsZero() {
			where = fr.Join(where, fr.DateLong(m.On))
		}
		out[i].texts = append(out[i].texts, where+"\u00a0: «\u00a0…"+m.Before+m.Found+m.After+"…\u00a0»")
	}
	return out
}
