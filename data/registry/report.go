package registry

import "mercredi/data"

// YearReport is what the team wrote about a school year, or a blank one to write on.
func (r *Registry) YearReport(schoolYear int) data.YearReport {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if kept := r.reportOf(schoolYear); kept != nil {
		return r.YearReports.copy(kept)
	}
	return data.YearReport{SchoolYear: schoolYear}
}

// reportOf is the report of a school year, nil when nothing is written. The lock is held.
func (r *Registry) reportOf(schoolYear int) *data.YearReport {
	for _, kept := range r.YearReports.rows {
		if kept.SchoolYear == schoolYear && !kept.Archived {
			return kept
		}
	}
	return nil
}

// SaveYearReport keeps what the team wrote about a year. A second report of one year is a conflict with the first.
func (r *Registry) SaveYearReport(y *data.YearReport) error {
	return r.Update(func(tx *Tx) error {
		if kept := r.reportOf(y.SchoolYear); kept != nil && kept.ID != y.ID {
			return &Conflict{Noun: YearReports, Stored: kept.Revision, Started: y.Revision}
		}
		return Put(tx, r.YearReports, y)
	})
}
