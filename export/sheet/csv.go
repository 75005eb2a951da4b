package sheet

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// CSV writes a list as French spreadsheets open it: semicolons, UTF-8 with its mark, lines ended as Windows does.
// A text that a spreadsheet would take for a formula is made inert by an apostrophe before it.
func CSV(w io.Writer, l List) error {
	out := bufio.NewWriter(w)
	_, _ = out.WriteString("\ufeff") // Flush answers the first error
	heads := make([]Cell, len(l.Heads))
	for i, h := range l.Heads {
		heads[i] = Text(h)
	}
	csvRow(out, heads, len(heads))
	for _, row := range l.Rows {
		csvRow(out, row, len(heads))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing a spreadsheet: %w", err)
	}
	return nil
}

func csvRow(out *bufio.Writer, row []Cell, columns int) {
	for i := range max(columns, len(row)) {
		if i > 0 {
			_ = out.WriteByte(';')
		}
		_, _ = out.WriteString(csvCell(cell(row, i)))
	}
	_, _ = out.WriteString("\r\n")
}

// formulas begin what a spreadsheet computes instead of showing, in their narrow and wide forms.
const formulas = "=+-@|%＝＋－＠\t\r\n"

func csvCell(c Cell) string {
	said := c.String()
	if c.kind == text && strings.ContainsRune(formulas, []rune(said)[0]) {
		said = "'" + said
	}
	if strings.ContainsAny(said, ";\"\r\n\t'") {
		return `"` + strings.ReplaceAll(said, `"`, `""`) + `"`
	}
	return said
}
