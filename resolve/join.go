package resolve

import "strings"

// How things become authorities
//
// Each citation is a thing with identities: the reports that print a decision,
// its docket and date, the address and the title of a work. Authorities are
// the sets that are left when things with an identity in common are joined, in
// three steps. What a step joins does not depend on the order of the things, so
// neither do the authorities.
//
// First, identities that only one thing can have join what has them. A page of
// a reporter can hold two memoranda: there two things are joined when they
// share a word of their names, too.
//
// Second, a thing that has no name, or nothing but a hint (the rule's number
// without its body), is joined to what was cited there, when that is one thing
// only.
//
// Third, decisions of one court, year and name are joined when no reporter
// prints both: one document cites U.S., another S. Ct.

// A joiner joins things.
type joiner struct {
	things []*thing
	parent []int
}

// joinThings returns for each thing the number of the first one that it is
// joined with.
func joinThings(things []*thing) []int {
	j := joiner{things: things, parent: make([]int, len(things))}
	for i := range j.parent {
		j.parent[i] = i
	}
	j.byIdentity()
	j.byHint()
	j.byDecision()
	for i := range j.parent {
		j.parent[i] = j.find(i)
	}
	return j.parent
}

// find returns the first thing of the set that i is in.
func (j *joiner) find(i int) int {
	for j.parent[i] != i {
		j.parent[i] = j.parent[j.parent[i]]
		i = j.parent[i]
	}
	return i
}

func (j *joiner) union(a, b int) {
	a, b = j.find(a), j.find(b)
	j.parent[max(a, b)] = min(a, b)
}

// byIdentity is the first step.
func (j *joiner) byIdentity() {
	first := make(map[string]int)
	join := func(i int, key string) {
		if other, ok := first[key]; ok {
			j.union(i, other)
		} else {
			first[key] = i
		}
	}
	for i, t := range j.things {
		for _, id := range t.ids {
			if !id.shared {
				join(i, id.key)
				continue
			}
			for _, w := range t.words {
				join(i, id.key+" "+w)
			}
		}
	}
}

// byHint is the second step.
func (j *joiner) byHint() {
	offered := make(map[string]int) // the one set that offers a hint, or several
	const several = -1
	offer := func(i int, hint string) {
		root := j.find(i)
		if other, ok := offered[hint]; ok && other != root {
			root = several
		}
		offered[hint] = root
	}
	wanted := make(map[string][]int)
	for i, t := range j.things {
		for _, hint := range t.offers {
			offer(i, hint)
		}
		for _, hint := range t.hints {
			wanted[hint] = append(wanted[hint], i)
		}
		for _, id := range t.ids {
			switch {
			case !id.shared:
			case len(t.words) > 0:
				offer(i, id.key)
			default:
				wanted[id.key] = append(wanted[id.key], i)
			}
		}
	}
	for hint, list := range wanted {
		if root, ok := offered[hint]; ok && root != several {
			list = append(list, root)
		}
		for _, i := range list[1:] {
			j.union(list[0], i)
		}
	}
}

// byDecision is the third step.
func (j *joiner) byDecision() {
	sets := make(map[string][]int) // by the decision, each once
	printed := make(map[int]map[string]bool)
	for i, t := range j.things {
		root := j.find(i)
		for _, series := range t.series {
			if printed[root] == nil {
				printed[root] = make(map[string]bool)
			}
			printed[root][series] = true
		}
		if t.decided != "" {
			sets[t.decided] = append(sets[t.decided], root)
		}
	}
	for _, roots := range sets {
		roots = distinct(roots)
		if len(roots) > 1 && disjoint(roots, printed) {
			for _, root := range roots[1:] {
				j.union(roots[0], root)
			}
		}
	}
}

// distinct returns each number once, in order.
func distinct(list []int) (once []int) {
	seen := make(map[int]bool, len(list))
	for _, n := range list {
		if !seen[n] {
			seen[n] = true
			once = append(once, n)
		}
	}
	return once
}

// disjoint reports whether no reporter prints two of the sets.
func disjoint(roots []int, printed map[int]map[string]bool) bool {
	seen := make(map[string]bool)
	for _, root := range roots {
		for series := range printed[root] {
			if seen[series] {
				return false
			}
			seen[series] = true
		}
	}
	return true
}

// signature is equal for things that are known by the same things.
func (t *thing) signature() string {
	var b strings.Builder
	for _, id := range t.ids {
		b.WriteString(id.key + "\x01")
	}
	for _, list := range [...][]string{t.words, t.hints, t.offers, t.series, {t.decided, t.local}} {
		b.WriteByte(2)
		for _, s := range list {
			b.WriteString(s + "\x01")
		}
	}
	return b.String()
}
