package citation_test

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/hereinafter/hereinafter/citation"
)

// A dump writes citations for reading: each with its kind and text, then a line
// for each field that is set, then the citations inside it. A value that was
// read at a place of the text has the place's offsets after it, [5:9], and what
// the text has there where it is not what the value says.
type dump struct {
	strings.Builder
	in string // the text that was read; empty: offsets are left out
}

func (d *dump) line(indent, format string, args ...any) {
	fmt.Fprintf(d, indent+format+"\n", args...)
}

// at writes a span, and its text unless that has the letters and digits of the
// value.
func (d *dump) at(s citation.Span, value string) string {
	if d.in == "" || s == (citation.Span{}) {
		return ""
	}
	if raw := s.In(d.in); letters(raw) != letters(value) {
		return fmt.Sprintf(" [%d:%d %q]", s.Start, s.End, raw)
	}
	return fmt.Sprintf(" [%d:%d]", s.Start, s.End)
}

// letters returns the letters and digits of a text in lower case.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

func (d *dump) citation(c citation.Citation, indent string) {
	shared := c.Common()
	core := ""
	if shared.Core != shared.Span && d.in != "" {
		core = ", core" + d.at(shared.Core, "")
	}
	d.line(indent, "%s %q%s%s", c.Kind(), shared.Text(), d.at(shared.Span, shared.Text()), core)
	indent += "\t"
	d.signal(shared, indent)
	d.fields(reflect.ValueOf(c).Elem(), indent)
	if c, ok := c.(*citation.Article); ok && c.Journal == nil {
		d.line(indent, "written: %s", c.AsWritten)
	}
	if pins := d.list(reflect.ValueOf(shared.Pins)); pins != "" {
		d.line(indent, "pins: %s", pins)
	}
	if weight := d.list(reflect.ValueOf(shared.Weight)); weight != "" {
		d.line(indent, "weight: %s", weight)
	}
	if shared.Hereinafter != "" {
		d.line(indent, "hereinafter: %s", shared.Hereinafter)
	}
	for _, p := range shared.Parens {
		d.line(indent, "parenthetical: %q%s", p.Text, d.at(p.Span, p.Text))
		for _, inner := range p.Citations {
			d.citation(inner, indent+"\t")
		}
	}
	if c, ok := c.(*citation.Case); ok {
		for _, h := range c.History {
			d.line(indent, "history: %s%s", h.Phrase, d.at(h.Span, h.Phrase))
			d.citation(h.Case, indent+"\t")
		}
	}
}

// signal writes the signal of a citation and what it takes from the others of
// its string.
func (d *dump) signal(shared *citation.Shared, indent string) {
	if own := shared.Signal; own.Word != "" {
		d.line(indent, "signal: %s%s", own.Word, d.at(own.Span, own.Word))
	}
	if shared.FirstInString != nil {
		head := shared.FirstInString.Common()
		core := citation.Span{Start: head.Core.Start - head.Span.Start, End: head.Core.End - head.Span.Start}.In(head.Text())
		d.line(indent, "in the string of: %q%s", core, d.at(head.Core, core))
	}
	if force := shared.Governing; force != shared.Signal {
		d.line(indent, "in force: %s%s", force.Word, d.at(force.Span, force.Word))
	}
}

// hidden are the fields that are written elsewhere, or that say nothing here.
var hidden = map[string]bool{"Shared": true, "Genre": true, "History": true, "Readings": true, "AsWritten": true, "Span": true}

func (d *dump) fields(v reflect.Value, indent string) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !f.IsExported() || hidden[f.Name] {
			continue
		}
		if p, ok := v.Field(i).Interface().(citation.Provision); ok {
			d.fields(v.Field(i), indent)
			if p.Code == nil || p.Code.Abbrev != p.AsWritten {
				d.text(indent, "written", p.AsWritten)
			}
			continue
		}
		d.text(indent, strings.ToLower(f.Name), d.value(v.Field(i)))
	}
}

func (d *dump) text(indent, name, text string) {
	if text != "" {
		d.line(indent, "%s: %s", name, text)
	}
}

// value writes one field, empty when it is not set.
func (d *dump) value(v reflect.Value) string {
	if v.IsZero() {
		return ""
	}
	switch x := v.Interface().(type) {
	case citation.Phrase:
		return x.Text + d.at(x.Span, x.Text)
	case citation.URL:
		return x.Normal + d.at(x.Span, x.Normal)
	case citation.Date:
		return x.String() + d.at(x.Span, x.String())
	case *citation.Court:
		return x.ID
	case *citation.Journal:
		return x.Abbrev
	case *citation.Code:
		return x.Abbrev
	case citation.Pin:
		text := strings.TrimRight(fmt.Sprintf("%s %s", x.Kind, x.From), " ")
		if x.To != "" {
			text += " to " + x.To
		}
		return text + d.at(x.Span, x.From+x.To)
	case citation.Report:
		return d.report(x)
	case citation.SeriesPlace:
		return strings.TrimRight(x.String()+d.at(x.Span, x.String())+" "+d.pins(x.Pins), " ")
	case citation.Weight:
		text := strings.Join(append([]string{string(x.Kind)}, x.Judges...), ", ")
		return text + d.at(x.Span, text)
	case citation.Place:
		text := strings.TrimRight(fmt.Sprintf("%s | %s | %s", x.Volume, x.Series, x.Page), " ")
		return strings.TrimRight(text+d.at(x.Span, text)+" "+d.pins(x.Pins), " ")
	case *citation.Promulgation:
		return x.Body.Text + d.at(x.Body.Span, x.Body.Text) + ", " + x.Date.String() + d.at(x.Date.Span, x.Date.String()) + d.at(x.Span, "")
	case fmt.Stringer:
		return x.String()
	case string:
		return x
	case bool:
		return "yes"
	}
	switch v.Kind() {
	case reflect.Slice:
		return d.list(v)
	case reflect.Pointer:
		return d.value(v.Elem())
	case reflect.Struct:
		var parts []string
		for i := range v.NumField() {
			if text := d.value(v.Field(i)); text != "" {
				parts = append(parts, strings.ToLower(v.Type().Field(i).Name)+" "+text)
			}
		}
		return strings.Join(parts, "; ")
	}
	return fmt.Sprint(v.Interface())
}

func (d *dump) report(x citation.Report) string {
	text := strings.TrimRight(fmt.Sprintf("%s | %s | %s", x.Volume, x.Reporter.Abbrev, x.Page), " ")
	if x.Nominative != "" {
		text += " (nominative " + x.Nominative + ")"
	}
	if written := x.AsWritten; d.in != "" && written != x.Reporter.Abbrev {
		text += fmt.Sprintf(" (as %q)", written)
	}
	text = strings.TrimRight(text+d.at(x.Span, x.Volume+x.AsWritten+x.Nominative+x.Page)+" "+d.pins(x.Pins), " ")
	for _, other := range x.Readings {
		text += " (or " + other.Name + ")"
	}
	if x.Misdated {
		text += " (misdated)"
	}
	return text
}

func (d *dump) pins(pins []citation.Pin) string {
	if len(pins) == 0 {
		return ""
	}
	return "@ " + d.list(reflect.ValueOf(pins))
}

func (d *dump) list(v reflect.Value) string {
	var parts []string
	for i := range v.Len() {
		parts = append(parts, d.value(v.Index(i)))
	}
	return strings.Join(parts, "; ")
}
