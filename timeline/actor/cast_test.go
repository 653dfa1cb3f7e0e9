package actor

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/text"
	"pgregory.net/rapid"
)

func model(t testing.TB) *text.Model {
	m, err := text.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// show writes a cast as testdata/casts.txt has it.
func show(s string, c Cast) []string {
	var lines []string
	for i, a := range c.Actors {
		line := string(a.Type) + " " + a.Name
		var forms []string
		for _, m := range c.Mentions {
			form := s[m.Start:m.End]
			if (m.Actor == i || slices.Contains(m.Members, i)) && form != a.Name && !slices.Contains(forms, form) {
				forms = append(forms, form)
			}
		}
		if len(forms) > 0 {
			line += " = " + strings.Join(forms, "; ")
		}
		lines = append(lines, line)
	}
	return lines
}

func TestCasts(t *testing.T) {
	data, err := os.ReadFile("testdata/casts.txt")
	if err != nil {
		t.Fatal(err)
	}
	m := model(t)
	for block := range strings.SplitSeq(string(data), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		s, ok := strings.CutPrefix(lines[0], "> ")
		if !ok {
			continue // the file's head
		}
		cast := Find(text.Split(s), m)
		got := show(s, cast)
		for _, want := range lines[1:] {
			if !slices.Contains(got, want) {
				t.Errorf("%s\nwant %q\n got %q", s, want, got)
			}
		}
		for _, a := range cast.Actors { // nothing that is no actor
			if (a.Type == Person || a.Type == Organization) && !slices.ContainsFunc(lines[1:], func(l string) bool { return strings.HasPrefix(l, string(a.Type)+" "+a.Name) }) {
				t.Errorf("%s\nactor too many: %s %s", s, a.Type, a.Name)
			}
		}
	}
}

// TestNames checks testdata/names.txt.
func TestNames(t *testing.T) {
	data, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(data), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		s, ok := strings.CutPrefix(lines[0], "> ")
		if !ok {
			continue // the file's head
		}
		var got []string
		for _, m := range Names(text.Split(s), nil) {
			got = append(got, string(m.Type)+" "+s[m.Start:m.End])
		}
		for _, line := range lines[1:] {
			if name, ok := strings.CutPrefix(line, "- "); ok {
				if slices.ContainsFunc(got, func(g string) bool { _, n, _ := strings.Cut(g, " "); return n == name }) {
					t.Errorf("%s\n%q is no name, got %q", s, name, got)
				}
			} else if !slices.Contains(got, line) {
				t.Errorf("%s\nwant %q, got %q", s, line, got)
			}
		}
	}
}

// TestForms has names whose form is hard, each in a sentence; what must be found stands first.
func TestForms(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"Jean-Luc Moreau", "The court heard Jean-Luc Moreau on Monday."},
		{"Siobhán O'Leary", "Minister Siobhán O'Leary said on Tuesday that she would stay."},
		{"Pieter van der Molen", "Professor Pieter van der Molen wrote the report."},
		{"Łukasz Żółkowski", "Mr. Łukasz Żółkowski told the jury that he was ill."},
		{"Omar bin Rashid", "Sheikh Omar bin Rashid met the envoy."},
		{"University of Porto", "She studied at the University of Porto in 1990."},
		{"South Korea", "The president of South Korea arrived."},
		{"Mozambique", "Floods hit Mozambique again."},
		{"Osama bin Rashid", "They looked for Osama bin Rashid everywhere."},
		{"Osama Bin Rashid", "Officials said Osama Bin Rashid had left."},
		{"Ali al-Harun", "The envoy met Ali al-Harun in May."},
		{"Jean‑Pierre O’Brien", "Then Jean‑Pierre O’Brien spoke."},
		{"Elena Griﬃn", "The oﬃcer met Elena Griﬃn on Monday."},
		{"Oﬃce of Fair Trading", "She works at the Oﬃce of Fair Trading."},
		{"Ægir Sørensen", "Ægir Sørensen and Françoise Œttinger met."},
		{"Françoise Œttinger", "Ægir Sørensen and Françoise Œttinger met."},
		{"Владимир Петров", "Владимир Петров met the envoy."},
		{"SERGEI PETROV", "COURT FREES SERGEI PETROV IN MOSCOW\n\nA court freed Sergei Petrov on Monday."},
		{"MOSCOW", "COURT FREES SERGEI PETROV IN MOSCOW\n\nA court freed Sergei Petrov on Monday."},
		{"HALE", "HALE LEAVES THE BANK\n\nMartin Hale left the bank on Monday."},
	} {
		var got []string
		for _, m := range Names(text.Split(c.text), nil) {
			got = append(got, c.text[m.Start:m.End])
		}
		if !slices.Contains(got, c.name) {
			t.Errorf("%q: names %q, want %q", c.text, got, c.name)
		}
	}
}

func TestTitles(t *testing.T) {
	s := "U.S. President Daniel Hart called his Turkish counterpart, Kemal Aydın. Olga Brandt, the chief executive of Tessel Bank, declined to comment. Former aide Ruth Sims resigned."
	titles := map[string][]string{}
	countries := map[string]string{}
	for _, a := range Find(text.Split(s), model(t)).Actors {
		titles[a.Name], countries[a.Name] = a.Titles, a.Country
	}
	for name, want := range map[string]string{"Daniel Hart": "President", "Kemal Aydın": "counterpart", "Olga Brandt": "chief executive", "Ruth Sims": "aide"} {
		if !slices.Contains(titles[name], want) {
			t.Errorf("%s has titles %q, want %q", name, titles[name], want)
		}
	}
	for name, want := range map[string]string{"Daniel Hart": "United States", "Kemal Aydın": "Turkey"} {
		if countries[name] != want {
			t.Errorf("%s is of %q, want %q", name, countries[name], want)
		}
	}
}

func TestMetonyms(t *testing.T) {
	s := "The Norwegian government rejected the offer. Norwegian officials gave no reason. Denmark protested. The Kremlin was silent, though Russia had agreed."
	got := show(s, Find(text.Split(s), model(t)))
	for _, want := range []string{"organization Norwegian government = Norwegian officials", "country Russia = Kremlin", "country Denmark"} {
		if !slices.Contains(got, want) {
			t.Errorf("want %q in %q", want, got)
		}
	}
}

func TestIdentify(t *testing.T) {
	person := func(name string) Actor { return Actor{Type: Person, Name: name} }
	org := func(name string, aliases ...string) Actor {
		return Actor{Type: Organization, Name: name, Aliases: aliases}
	}
	for _, c := range []struct {
		a, b Actor
		same bool
	}{
		{person("Daniel J. Hart"), person("Daniel Hart"), true},
		{person("Daniel Hart"), person("Hart"), true},
		{person("Daniel Hart"), person("Susan Hart"), false},
		{org("Coastal Weather Office", "CWO"), org("CWO"), true},
		{org("Larkin Motors Inc."), org("Larkin Motors"), true},
		{org("Larkin Motors"), org("Larkin Bank"), false},
		{org("Hart"), person("Hart"), false},
	} {
		k := Identify([]Actor{c.a}, []Actor{c.b})
		if same := k[0][0] == k[1][0]; same != c.same {
			t.Errorf("%q and %q: same is %v, want %v (%q, %q)", c.a.Name, c.b.Name, same, c.same, k[0][0], k[1][0])
		}
	}
	k := Identify([]Actor{person("Daniel Hart")}, []Actor{person("Susan Hart")}, []Actor{person("Hart")})
	if k[2][0] == k[0][0] || k[2][0] == k[1][0] {
		t.Errorf("a last name that two persons share was given to one of them: %q", k)
	}
}

// TestIdentifyOrder checks that keys do not depend on the order of the articles.
func TestIdentifyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"Ann Lee", "Ann B. Lee", "Lee", "Bo Lee", "A. Lee", "CWO", "Coastal Weather Office", "Ann Carol Lee"})
		articles := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) []Actor {
			return []Actor{{Type: rapid.SampledFrom([]Type{Person, Organization}).Draw(t, "type"), Name: name.Draw(t, "name"), Aliases: []string{"CWO"}}}
		}), 1, 6).Draw(t, "articles")
		keys := Identify(articles...)
		slices.Reverse(articles)
		back := Identify(articles...)
		slices.Reverse(back)
		for i := range keys {
			if keys[i][0] != back[i][0] {
				t.Fatalf("article %d: %q and %q", i, keys[i][0], back[i][0])
			}
		}
	})
}

// check fails where a cast breaks what its type promises.
func check(t testing.TB, s string, c Cast) {
	for i, m := range c.Mentions {
		if m.Start < 0 || m.Start >= m.End || m.End > len(s) || !utf8.ValidString(s[m.Start:m.End]) && utf8.ValidString(s) {
			t.Fatalf("mention %d spans %d to %d", i, m.Start, m.End)
		}
		if m.Actor < -1 || m.Actor >= len(c.Actors) {
			t.Fatalf("mention %d has actor %d of %d", i, m.Actor, len(c.Actors))
		}
		if i > 0 && c.Mentions[i-1].Start > m.Start {
			t.Fatalf("mention %d starts before the one in front of it", i)
		}
	}
	for _, a := range c.Actors {
		if a.Name == "" {
			t.Fatalf("an actor has no name: %+v", a)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Mr. A. B. of the U.S., who met Trump's aide (NATO), said he'd go; they won't.")
	f.Add("The Bank and The Bank and Sons, Inc. - the army's two companies")
	f.Add("A trading  A Exchange ")
	f.Add("")
	m := model(f)
	f.Fuzz(func(t *testing.T, s string) {
		check(t, s, Find(text.Split(s), m))
		check(t, s, Find(text.Split(s), nil))
	})
}

// hostile texts that must take linear time.
var hostile = map[string]func(n int) string{
	"names":       func(n int) string { return strings.Repeat("Ann Lee met Bo Lee. ", n) },
	"one name":    func(n int) string { return strings.Repeat("Word ", 4*n) },
	"pronouns":    func(n int) string { return strings.Repeat("He saw him. ", 2*n) },
	"definites":   func(n int) string { return strings.Repeat("the company the mayor ", n) },
	"differing":   differing,
	"parentheses": func(n int) string { return strings.Repeat("Big Bank (BB) ", 2*n) },
}

func differing(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("Al ")
		for x := i + 26; x > 0; x /= 26 {
			b.WriteByte('A' + byte(x%26))
			b.WriteString("o")
		}
		b.WriteString(" Lee spoke. ")
	}
	return b.String()
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("Olga Brandt, the chief executive of Tessel Bank, met her Turkish counterpart, Kemal Aydın, in Vienna on Monday. "+
		"The bank said it would pay a dividend in March, because its profits had risen faster than analysts expected over the past two years. "+
		"She told reporters that he had agreed to the plan, which regulators in the United States have yet to approve.\n\n", 40)
	m := model(b)
	doc := func() *text.Document { return text.Split(s) }
	for name, run := range map[string]func(){
		"names":          func() { Names(doc(), nil) },
		"without parses": func() { Find(doc(), nil) },
		"with parses":    func() { Find(doc(), m) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
	for name, make := range hostile {
		for _, n := range []int{1000, 4000} {
			s := make(n)
			b.Run("hostile/"+name, func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					Find(text.Split(s), nil)
				}
			})
		}
	}
}
