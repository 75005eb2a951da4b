package pdf

const recordLabel = 0.34 // share of the width

// records sets a table that no page is wide enough for: each row becomes its first cell over its other cells, a line
// each after the title of their column.
//
//	Lila Kerdoun
//	    École          Les Tilleuls
//	    Séances        11
//	─────────────────────────────────
func (s *tableSetter) records() {
	groups := s.Groups
	var strips []strip
	for n := range s.Rows {
		for len(groups) > 0 && groups[0].At <= n {
			strips = append(strips, s.group(groups[0].Title)...)
			groups = groups[1:]
		}
		record := s.record(n)
		bind(record, kept)
		strips = append(strips, record...)
	}
	if len(s.Rows) == 0 {
		strips = s.titlesOnly()
	}
	s.doc.add(s.doc.aboveText()+2, strips...)
}

// record is one row: the cells that say nothing are left out.
func (s *tableSetter) record(n int) []strip {
	var strips []strip
	whole := s.doc.page.measure()
	st, name := s.style(Column{}, s.kind(n)), s.style(Column{}, rowHead)
	name.bold = false
	first := true
	for i, c := range s.Columns {
		if len(s.cells[n][i]) == 0 {
			continue
		}
		row := s.element.add(KindRow)
		if first {
			head := row.add(KindHead)
			head.span = 2
			lead := s.style(Column{}, rowTotal)
			strips = append(strips, beside(column{lines: s.doc.text(cell(s.Rows[n], i, len(s.Columns)), lead, whole, head)})...)
			bind(strips, stuck)
			strips[len(strips)-1].glue = stuck
			first = false
			continue
		}
		x := whole * recordLabel
		label := column{x: bulletIndent, lines: s.doc.text(c.Title, name, x-bulletIndent-cellGap, row.add(KindHead))}
		st.figures = c.Figures
		value := column{x: x, lines: sets(s.doc.types.wrapAll(s.cells[n][i], whole-x), st, row.add(KindCell))}
		strips = append(strips, s.doc.whole(beside(label, value), s.doc.room()/2)...)
	}
	if len(strips) == 0 {
		return nil
	}
	strips[0].before = cellPad
	last := &strips[len(strips)-1]
	last.height += cellPad
	last.over(mark{shape: shapeRule, y: last.height, w: whole, size: 0.5, colour: rule})
	return strips
}

// titlesOnly is a table without rows: what its columns would say.
func (s *tableSetter) titlesOnly() []strip {
	var strips []strip
	for _, c := range s.Columns {
		row := s.element.add(KindRow)
		strips = append(strips, beside(column{lines: s.doc.text(c.Title, s.style(c, rowHead), s.doc.page.measure(), row.add(KindHead))})...)
	}
	return strips
}
