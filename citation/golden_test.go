package citation_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/hereinafter/hereinafter/citation"
	"github.com/hereinafter/hereinafter/internal/golden"
)

// The golden files of testdata/citation hold texts and what is read in them:
// notes_*.txtar are read as footnotes, text_*.txtar as running text.

func TestNoteGolden(t *testing.T) {
	golden.Run(t, "../testdata/citation/notes_*.txtar", func(t *testing.T, _, in string) string {
		var b strings.Builder
		for s := range citation.Note(in) {
			if s.Prose {
				fmt.Fprintf(&b, "prose %q\n", s.Span.In(in))
			}
			for _, c := range s.Citations {
				describe(&b, c, "")
			}
		}
		return b.String()
	})
}

func TestTextGolden(t *testing.T) {
	golden.Run(t, "../testdata/citation/text_*.txtar", func(t *testing.T, _, in string) string {
		var b strings.Builder
		for c := range citation.All(in) {
			describe(&b, c, "")
		}
		return b.String()
	})
}

// describe writes a citation for reading: its kind and text, then a line for
// each field that is set, then the citations inside it.
func describe(b *strings.Builder, c citation.Citation, indent string) {
	fmt.Fprintf(b, "%s%s %q\n", indent, c.Kind(), c.Common().Text())
	indent += "\t"
	shared := c.Common()
	if shared.Signal.Word != "" {
		fmt.Fprintf(b, "%ssignal: %s\n", indent, shared.Signal.Word)
	}
	if shared.Head != nil {
		fmt.Fprintf(b, "%sin the string of: %q\n", indent, coreOf(shared.Head))
		if shared.Force.Word != shared.Signal.Word {
			fmt.Fprintf(b, "%sin force: %s\n", indent, shared.Force.Word)
		}
	}
	fields(b, reflect.ValueOf(c).Elem(), indent)
	if c, ok := c.(*citation.Article); ok && c.Journal == nil {
		fmt.Fprintf(b, "%swritten: %s\n", indent, c.Written)
	}
	if pins := list(reflect.ValueOf(shared.Pins)); pins != "" {
		fmt.Fprintf(b, "%spins: %s\n", indent, pins)
	}
	if weight := list(reflect.ValueOf(shared.Weight)); weight != "" {
		fmt.Fprintf(b, "%sweight: %s\n", indent, weight)
	}
	if shared.Hereinafter != "" {
		fmt.Fprintf(b, "%shereinafter: %s\n", indent, shared.Hereinafter)
	}
	for _, p := range shared.Parens {
		fmt.Fprintf(b, "%sparenthetical: %q\n", indent, p.Text)
		for _, inner := range p.Citations {
			describe(b, inner, indent+"\t")
		}
	}
	if c, ok := c.(*citation.Case); ok {
		for _, h := range c.History {
			fmt.Fprintf(b, "%shistory: %s\n", indent, h.Phrase)
			describe(b, h.Case, indent+"\t")
		}
	}
}

// coreOf returns the text of a citation's core.
func coreOf(c citation.Citation) string {
	b := c.Common()
	return citation.Span{Start: b.Core.Start - b.Span.Start, End: b.Core.End - b.Span.Start}.In(b.Text())
}

// hidden are the fields that describe writes itself, or that say nothing here.
var hidden = map[string]bool{"Shared": true, "History": true, "Readings": true, "Written": true, "Span": true}

func fields(b *strings.Builder, v reflect.Value, indent string) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Name == "Provision" {
			fields(b, v.Field(i), indent)
			continue
		}
		if !f.IsExported() || hidden[f.Name] {
			continue
		}
		if text := value(v.Field(i)); text != "" {
			fmt.Fprintf(b, "%s%s: %s\n", indent, strings.ToLower(f.Name), text)
		}
	}
}

// value writes one field, empty when it is not set.
func value(v reflect.Value) string {
	if v.IsZero() {
		return ""
	}
	switch x := v.Interface().(type) {
	case citation.Phrase:
		return x.Text
	case citation.URL:
		return x.Normal
	case *citation.Court:
		return x.ID
	case *citation.Journal:
		return x.Abbrev
	case *citation.Code:
		return x.Abbrev
	case citation.Pin:
		return strings.TrimRight(fmt.Sprintf("%s %s%s", x.Kind, x.From, strings.TrimSuffix("-"+x.To, "-")), " ")
	case citation.Report:
		text := strings.TrimRight(fmt.Sprintf("%s | %s | %s %s", x.Volume, x.Reporter.Abbrev, x.Page, pinSuffix(x.Pins)), " ")
		for _, other := range x.Readings {
			text += " (or " + other.Name + ")"
		}
		if x.Misdated {
			text += " (misdated)"
		}
		return text
	case citation.SeriesPlace:
		return strings.TrimRight(x.String()+" "+pinSuffix(x.Pins), " ")
	case citation.Weight:
		return strings.Join(append([]string{string(x.Kind)}, x.Judges...), ", ")
	case citation.Place:
		return strings.TrimRight(fmt.Sprintf("%s | %s | %s %s", x.Volume, x.Series, x.Page, pinSuffix(x.Pins)), " ")
	case *citation.Promulgation:
		return x.Body.Text + ", " + x.Date.String()
	case fmt.Stringer:
		return x.String()
	case string:
		return x
	case bool:
		return "yes"
	}
	switch v.Kind() {
	case reflect.Slice:
		return list(v)
	case reflect.Pointer:
		return value(v.Elem())
	case reflect.Struct:
		var parts []string
		for i := range v.NumField() {
			if text := value(v.Field(i)); text != "" {
				parts = append(parts, strings.ToLower(v.Type().Field(i).Name)+" "+text)
			}
		}
		return strings.Join(parts, "; ")
	}
	return fmt.Sprint(v.Interface())
}

func pinSuffix(pins []citation.Pin) string {
	if len(pins) == 0 {
		return ""
	}
	return "@ " + list(reflect.ValueOf(pins))
}

func list(v reflect.Value) string {
	var parts []string
	for i := range v.Len() {
		parts = append(parts, value(v.Index(i)))
	}
	return strings.Join(parts, "; ")
}
