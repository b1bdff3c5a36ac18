package citation

// rows are the rows of the tables by their canonical abbreviation, for reading
// JSON. Those that share an abbreviation are told apart by their names.
type rows struct {
	reporters map[string][]*Reporter
	codes     map[string][]*Code
	journals  map[string]*Journal
	bySeries  map[string]*Series
	courts    map[string]*Court
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
