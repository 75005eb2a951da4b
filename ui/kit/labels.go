package kit

// Labels are the words of values, for a choice among them.
func Labels[T any](values []T, words func(T) string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = words(v)
	}
	return out
}
