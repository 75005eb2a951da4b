package cli

import (
	"slices"
	"strconv"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
)

// line is a command line once read.
type line struct {
	values map[string]string
	words  []string
}

// parse reads the options of a command: --name value, --name=value, --switch. Options and words may be mixed.
func parse(c command, args []string) (line, error) {
	l := line{values: map[string]string{}}
	for len(args) > 0 {
		word := args[0]
		args = args[1:]
		if !strings.HasPrefix(word, "--") {
			l.words = append(l.words, word)
			continue
		}
		name, value, given := strings.Cut(strings.TrimPrefix(word, "--"), "=")
		switch {
		case slices.Contains(c.switches, name) && !given:
			value = "oui"
		case slices.Contains(c.switches, name):
			return line{}, usage("L’option «\u00a0--%s\u00a0» n’attend pas de valeur.", name)
		case !slices.Contains(c.values, name):
			return line{}, usage("L’option «\u00a0--%s\u00a0» n’existe pas pour «\u00a0%s\u00a0».", name, c.name)
		case !given && len(args) == 0:
			return line{}, usage("Il manque une valeur après «\u00a0--%s\u00a0».", name)
		case !given:
			value, args = args[0], args[1:]
		}
		if _, twice := l.values[name]; twice {
			return line{}, usage("L’option «\u00a0--%s\u00a0» est donnée deux fois.", name)
		}
		l.values[name] = value
	}
	if len(l.words) != c.arguments {
		return line{}, usage("Utilisation\u00a0: mercredi %s %s", c.name, c.usage)
	}
	return l, nil
}

// need is the value of an option that must be there.
func (l line) need(name string) (string, error) {
	if v := l.values[name]; v != "" {
		return v, nil
	}
	return "", usage("Il manque l’option «\u00a0--%s\u00a0».", name)
}

// number is the value of an option that is a whole number between two others, or fallback without the option.
func (l line) number(name string, fallback, low, high int) (int, error) {
	text, ok := l.values[name]
	if !ok {
		return fallback, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		return 0, usage("«\u00a0--%s\u00a0» attend un nombre entre %s et %s.", name, fr.Number(low), fr.Number(high))
	}
	return n, nil
}

// date is the value of an option that is a date, zero without the option. A date without its year is near today.
func (l line) date(name string, today data.Date) (data.Date, error) {
	text, ok := l.values[name]
	if !ok {
		return 0, nil
	}
	d, err := fr.ParseDate(text, today)
	if err != nil {
		return 0, usage("«\u00a0--%s\u00a0» attend une date comme 15/01/2027.", name)
	}
	return d, nil
}
