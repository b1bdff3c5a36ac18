package citation_test

import (
	"fmt"
	"reflect"

	"github.com/hereinafter/hereinafter/citation"
)

var spanType, citationType = reflect.TypeFor[citation.Span](), reflect.TypeFor[citation.Citation]()

// outside are the fields whose spans are not in their citation's.
var outside = map[string]bool{"Signal": true, "Governing": true}

// strayspan returns the first span in a citation's fields that is neither zero nor
// inside the citation's own, as a message; empty if there is none. Those of the
// citations inside it are their own matter.
func straySpan(c citation.Citation) (stray string) {
	whole := c.Common().Span
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch {
		case v.Type() == spanType:
			s := v.Interface().(citation.Span)
			if s != (citation.Span{}) && (s.Start < whole.Start || s.End < s.Start || whole.End < s.End) {
				stray = fmt.Sprintf("%s %v is outside the %s %v, %q", path, s, c.Kind(), whole, c.Common().Text())
			}
		case v.Type().Implements(citationType), v.Kind() == reflect.Interface:
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() && !outside[f.Name] {
					walk(path+"."+f.Name, v.Field(i))
				}
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
			}
		}
	}
	walk("", reflect.ValueOf(c).Elem())
	return stray
}
