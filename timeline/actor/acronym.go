package actor

import "strings"

// acronyms returns the acronyms that a name of several words may have, with and without its small words.
func acronyms(words []string) []string {
	var all, large []byte
	for _, w := range words {
		c := w[0]
		if c < 'a' || c > 'z' {
			continue
		}
		all = append(all, c)
		switch w {
		case "of", "the", "and", "for", "in", "on", "de", "&":
		default:
			large = append(large, c)
		}
	}
	var out []string
	if len(large) > 1 {
		out = append(out, string(large))
	}
	if len(all) > len(large) && len(all) > 1 {
		out = append(out, string(all))
	}
	return out
}

// bracketed reads "Pacific Space Agency (PSA)": what stands in brackets behind a name is its short
// form, here and wherever it stands alone.
func (r *reader) bracketed() {
	declared := map[string]int{}
	for i := 1; i < len(r.mentions); i++ {
		long, short := &r.mentions[i-1], &r.mentions[i]
		if long.sentence != short.sentence || short.first != long.last+2 || short.first != short.last ||
			r.word(long.sentence, long.last+1) != "(" || r.word(long.sentence, short.last+1) != ")" {
			continue
		}
		form := r.form(short.sentence, short.first)
		if long.entity < 0 || long.typ == Person || strings.ToUpper(form) != form || len(form) < 2 {
			continue
		}
		short.typ = long.typ
		acronym := strings.ToLower(form)
		r.byName.acronym[acronym] = long.entity
		if _, ok := declared[acronym]; !ok {
			declared[acronym] = long.entity
		}
	}
	if len(declared) == 0 {
		return
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.first == m.last && m.entity < 0 {
			if e, ok := declared[r.word(m.sentence, m.first)]; ok {
				r.join(i, e)
			}
		}
	}
}
