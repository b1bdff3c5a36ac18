package resolve

// row returns a row of the tables; the zero row where a citation that was made by
// hand has none.
func row[T any](p *T) *T {
	if p == nil {
		return new(T)
	}
	return p
}
