package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// CSV writes rows for a spreadsheet as French ones open them: semicolons, UTF-8 with its mark, lines ended as Windows does.
// A text that a spreadsheet would take for a formula is made inert by an apostrophe before it.
func CSV(w io.Writer, rows [][]string) error {
	out := bufio.NewWriter(w)
	_, _ = out.WriteString("\ufeff") // Flush answers the first error
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				_ = out.WriteByte(';')
			}
			_, _ = out.WriteString(csvCell(cell))
		}
		_, _ = out.WriteString("\r\n")
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing a spreadsheet: %w", err)
	}
	return nil
}

// formulas begin what a spreadsheet computes instead of showing, in their narrow and wide forms.
const formulas = "=+-@|%＝＋－＠\t\r\n"

func csvCell(text string) string {
	if begin := strings.TrimLeft(text, " \u00a0"); begin != "" && strings.ContainsRune(formulas, []rune(begin)[0]) {
		text = "'" + text
	}
	if strings.ContainsAny(text, ";\"\r\n\t'") {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}
