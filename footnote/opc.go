package footnote

import (
	"encoding/xml"
	"path"
	"strings"
)

// A package of parts (ECMA-376 Part 2, Open Packaging Conventions) is a
// container whose files, the parts, lead to one another by relationships.

// A relationship leads from a part to another, or to an address.
type relationship struct {
	kind     string // the last segment of the type: "footnotes"; the same in strict and transitional documents
	target   string // the name of the part in the container, or an address
	external bool
}

// relationships returns the relationships of a part by their ids, those of the
// package for part "". They are few, or none, where the file that holds them is
// missing or breaks off.
func (c *container) relationships(part string) map[string]relationship {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	if !c.has(name) {
		return nil
	}
	src, _ := c.read(name)
	rels := make(map[string]relationship)
	eachElement(src, func(e xml.StartElement) {
		if e.Name.Local != "Relationship" {
			return
		}
		id, _ := attr(e, "Id")
		kind, _ := attr(e, "Type")
		target, _ := attr(e, "Target")
		mode, _ := attr(e, "TargetMode")
		rel := relationship{kind: path.Base(kind), target: target, external: mode == "External"}
		if !rel.external {
			rel.target = partName(dir, target)
		}
		rels[id] = rel
	})
	return rels
}

// partName returns the name of the part that a relative reference from a part
// in the folder dir leads to.
func partName(dir, target string) string {
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/"+dir, target)
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// related returns the part that a relationship of that kind leads to; empty
// when there is none.
func related(rels map[string]relationship, kind string) string {
	found := ""
	for _, rel := range rels {
		if rel.kind == kind && !rel.external && (found == "" || rel.target < found) {
			found = rel.target
		}
	}
	return found
}

// contentTypes returns the media types of the parts that the package lists by
// name, each with the name it has in the container.
func (c *container) contentTypes() map[string]string {
	const name = "[Content_Types].xml"
	if !c.has(name) {
		return nil
	}
	src, _ := c.read(name)
	types := make(map[string]string)
	eachElement(src, func(e xml.StartElement) {
		part, key := attr(e, "PartName")
		if !key {
			part, key = attr(e, "Extension")
			part = "." + part
		}
		if t, ok := attr(e, "ContentType"); ok && key {
			types[strings.TrimPrefix(part, "/")] = t
		}
	})
	return types
}

// typeOf returns a part's media type: its own, or that of its extension.
func typeOf(types map[string]string, part string) string {
	if t, ok := types[part]; ok {
		return t
	}
	return types[path.Ext(part)]
}

// eachElement calls f for each element of an XML source, up to where it breaks
// off.
func eachElement(src string, f func(xml.StartElement)) {
	for x := newXMLReader(src); ; {
		tok, err := x.next()
		if err != nil {
			return
		}
		if e, ok := tok.(xml.StartElement); ok {
			f(e)
		}
	}
}
