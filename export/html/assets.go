package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"strings"
)

//go:embed page
var files embed.FS

// The page's parts, in the order in which they stand in it: a later one may use what an earlier one offers.
var (
	styles  = [...]string{"base", "masthead", "chart", "filters", "list", "dialog", "phone", "print"}
	scripts = [...]string{"dom", "calendar", "data", "glyphs", "filter", "scale", "lanes", "chart", "strip", "article", "list", "facets", "address", "keys", "main"}
)

var (
	style    = joined("style", ".css", styles[:])
	script   = "\"use strict\";\n{\n" + joined("script", ".js", scripts[:]) + "}\n"
	template = read("page/page.html")
)

// policy is the page's Content-Security-Policy (W3C CSP Level 3): its own style sheet and script, by
// hash, and the icon in its head. It can't hold frame-ancestors, which a meta element may not set.
var policy = fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
	integrity(script), integrity(style))

// integrity is the hash source of an inline element's text.
func integrity(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func joined(folder, extension string, names []string) string {
	var b strings.Builder
	for _, name := range names {
		b.WriteString(read("page/" + folder + "/" + name + extension))
	}
	return b.String()
}

// read gives an embedded file. That each is there and none is forgotten is tested.
func read(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("the program was built without %s", name))
	}
	return string(data)
}
