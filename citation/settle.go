package citation

import "strings"

// How one abbreviation of several reporters is settled
//
// "1 Rob. 1" is a page of a Louisiana, a Virginia or a New York report. The
// layout has been looked at when the report was read (see reporterAsWritten);
// what else tells is read after it: the year must be one in which the reporter
// was published, the court must be one whose decisions it prints, and a parallel
// report is one of the same jurisdiction. Each counts more than all after it.
// Readings of equal weight stay, the first one in the table's order as the
// report's own.

// settle chooses among the readings of each report, marks those whose years do
// not fit, and enters the court that the first report with one tells.
func (r reader) settle(c *Case) {
	for i := range c.Reports {
		rep := &c.Reports[i]
		if rep.Readings != nil {
			rep.choose(c)
		}
		rep.Misdated = c.Date.Year != 0 && !rep.Reporter.published(c.Date.Year, 1)
	}
	federal := len(c.Reports) > 0 && c.Reports[0].Reporter.Type == "federal"
	if federal && c.Court != nil && c.Court.Level == "supreme" && c.Court.Jurisdiction != "us" {
		if district := r.tab.court("D. " + c.Court.Cite); district != nil { // "100 F. Supp. 187 (NJ 1951)"
			c.Court = district
		}
	}
	for k := 0; c.Court == nil && k < len(c.Reports); k++ {
		reporter := c.Reports[k].Reporter
		if c.CourtText.Text != "" {
			if c.Court = r.tab.courtIn(reporter.Jurisdiction, c.CourtText.Text); c.Court == nil {
				c.Court = r.tab.courtOfPlaceIn(reporter.Jurisdiction, c.CourtText.Text)
			}
		} else if reporter.Court != "" {
			c.Court = r.tab.courtID[reporter.Court]
		}
	}
}

// choose keeps the readings of a report that fit its case best.
func (p *Report) choose(c *Case) {
	all := append([]*Reporter{p.Reporter}, p.Readings...)
	best := -1
	for _, reading := range all {
		fit := p.fit(reading, c)
		switch {
		case fit > best:
			best, p.Reporter, p.Readings = fit, reading, nil
		case fit == best:
			p.Readings = append(p.Readings, reading)
		}
	}
}

// fit tells how well a reading fits.
func (p *Report) fit(reading *Reporter, c *Case) (fit int) {
	if reading.published(c.Date.Year, 0) {
		fit += 4
	}
	if c.Court != nil && reading.covers(c.Court.Jurisdiction) {
		fit += 2
	}
	for i := range c.Reports {
		if other := &c.Reports[i]; other != p && reading.covers(other.Reporter.Jurisdiction) {
			return fit + 1
		}
	}
	return fit
}

// published reports whether the reporter has volumes of a year, give or take a
// slack; a year that is not known counts.
func (p *Reporter) published(year, slack int) bool {
	if year == 0 {
		return true
	}
	return (p.From == 0 || year >= p.From-slack) && (p.To == 0 || year <= p.To+slack)
}

// covers reports whether the reporter prints decisions of one of the
// jurisdictions.
func (p *Reporter) covers(jurisdictions string) bool {
	for j := range strings.SplitSeq(jurisdictions, ",") {
		for own := range strings.SplitSeq(p.Jurisdiction, ",") {
			if own == j && j != "" {
				return true
			}
		}
	}
	return false
}
