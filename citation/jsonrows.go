package citation

import "slices"

// rows are the rows of the tables by their canonical abbreviation, for reading
// JSON. Those that share an abbreviation are told apart by their names.
type rows struct {
	reporters map[string][]*Reporter
	codes     map[string][]*Code
	journals  map[string]*Journal
	bySeries  map[string]*Series
	courts    map[string]*Court
}

// newRows collects the rows that the index holds: those of one index are the
// same wherever they were found.
func newRows(x *index) *rows {
	r := &rows{
		reporters: make(map[string][]*Reporter), codes: make(map[string][]*Code),
		journals: make(map[string]*Journal), bySeries: make(map[string]*Series), courts: x.courtID,
	}
	for _, t := range [...]*trie{&x.forward, &x.backward, &x.trailing} {
		for _, terms := range t.terms {
			r.add(terms)
		}
	}
	r.add(x.papers)
	return r
}

func (r *rows) add(terms []term) {
	for _, t := range terms {
		switch {
		case t.reporter != nil:
			addRow(r.reporters, t.reporter.Abbrev, t.reporter, func(row *Reporter) bool { return row.Name == t.reporter.Name })
		case t.code != nil:
			addRow(r.codes, t.code.Abbrev, t.code, func(row *Code) bool { return row.Name == t.code.Name })
		case t.journal != nil:
			r.journals[t.journal.Abbrev] = t.journal
		case t.series != nil:
			r.bySeries[t.series.Abbrev] = t.series
		}
	}
}

// addRow adds a row unless it is there.
func addRow[T any](rows map[string][]*T, abbrev string, row *T, same func(*T) bool) {
	if !slices.ContainsFunc(rows[abbrev], same) {
		rows[abbrev] = append(rows[abbrev], row)
	}
}

// reporter returns the reporter of an abbreviation, and of a name where one is
// given.
func (r *rows) reporter(abbrev, name string) *Reporter {
	for _, row := range r.reporters[abbrev] {
		if name == "" || row.Name == name {
			return row
		}
	}
	return &Reporter{Abbrev: abbrev, Name: name}
}

// reporterName returns the name without which a reporter would not be found
// again, empty where the abbreviation is enough.
func (r *rows) reporterName(row *Reporter) string {
	if list := r.reporters[row.Abbrev]; len(list) == 1 && list[0].Name == row.Name {
		return ""
	}
	return row.Name
}

// code returns the code of an abbreviation, and of a name where one is given.
func (r *rows) code(abbrev, name string) *Code {
	for _, row := range r.codes[abbrev] {
		if name == "" || row.Name == name {
			return row
		}
	}
	return &Code{Abbrev: abbrev, Name: name}
}

// codeName is reporterName for a code.
func (r *rows) codeName(row *Code) string {
	if list := r.codes[row.Abbrev]; len(list) == 1 && list[0].Name == row.Name {
		return ""
	}
	return row.Name
}

func (r *rows) journal(abbrev string) *Journal {
	if row := r.journals[abbrev]; row != nil {
		return row
	}
	return &Journal{Abbrev: abbrev}
}

func (r *rows) series(abbrev string) *Series {
	if row := r.bySeries[abbrev]; row != nil {
		return row
	}
	return &Series{Abbrev: abbrev}
}

func (r *rows) court(id string) *Court {
	if row := r.courts[id]; row != nil {
		return row
	}
	return &Court{ID: id}
}
