package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"dateline/timeline"
)

// JSON that was written is written again as the same bytes.
func TestJSONSameBytes(t *testing.T) {
	for name, tl := range inputs(t) {
		want, err := os.ReadFile(filepath.Join("../testdata/timelines", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := write(t, tl, JSON); !bytes.Equal(got, want) {
			t.Errorf("%s.json is written otherwise:\n%s", name, firstDifference(got, want))
		}
	}
}

func compileSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every timeline in testdata, the expected ones of the articles included, keeps to the schema.
func TestSchema(t *testing.T) {
	s := compileSchema(t)
	n := 0
	err := filepath.WalkDir("../testdata", func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".json" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(data, []byte(`"format": "`+timeline.Format+`"`)) {
			return err
		}
		n++
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			return err
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("%d timelines checked: %v", n, err)
	}
}

// What the schema must refuse.
func TestSchemaRefuses(t *testing.T) {
	s := compileSchema(t)
	good, err := os.ReadFile("../testdata/timelines/harbour.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"dateline.timeline/1"`, `"dateline.timeline/2"`},
		{`"start": "2022-03"`, `"start": "2022-13"`},
		{`"start": "2022-03"`, `"start": "March"`},
		{`"status": "occurred"`, `"status": "happened"`},
		{`"role": "agent"`, `"role": "subject"`},
		{`"confidence": 0.91`, `"confidence": 1.91`},
		{`"title": "Veldmark’s second basin"`, `"title": ""`},
		{`"title": "Veldmark’s second basin"`, `"title": null`},
		{`"label": "sign",`, ``},
	} {
		if !bytes.Contains(good, []byte(change[0])) {
			t.Fatalf("%s is not in the file", change[0])
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(bytes.Replace(good, []byte(change[0]), []byte(change[1]), 1)))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(doc) == nil {
			t.Errorf("the schema takes %s for %s", change[1], change[0])
		}
	}
}

// The schema describes every field of the model, and no other.
func TestSchemaComplete(t *testing.T) {
	var doc map[string]any
	if err := json.Unmarshal(Schema(), &doc); err != nil {
		t.Fatal(err)
	}
	defs := doc["$defs"].(map[string]any)
	resolve := func(s map[string]any) map[string]any {
		if ref, ok := s["$ref"].(string); ok && s["properties"] == nil {
			return defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		}
		return s
	}
	var compare func(path string, s map[string]any, typ reflect.Type)
	compare = func(path string, s map[string]any, typ reflect.Type) {
		if s["description"] == nil && resolve(s)["description"] == nil {
			t.Errorf("%s has no description", path)
		}
		for typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		switch {
		case typ.Kind() == reflect.Slice:
			items := s["items"].(map[string]any)
			if ref, ok := items["$ref"].(string); ok {
				items = defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
			}
			compare(path+"[]", items, typ.Elem())
		case typ.Kind() == reflect.Struct && typ.NumField() > 0 && typ.Field(0).IsExported():
			properties := resolve(s)["properties"].(map[string]any)
			names := map[string]bool{}
			for i := range typ.NumField() {
				name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
				names[name] = true
				p, ok := properties[name].(map[string]any)
				if !ok {
					t.Errorf("%s.%s is not in the schema", path, name)
					continue
				}
				compare(path+"."+name, p, typ.Field(i).Type)
			}
			for name := range properties {
				if !names[name] {
					t.Errorf("%s.%s is not in the model", path, name)
				}
			}
		}
	}
	compare("timeline", doc, reflect.TypeFor[timeline.Timeline]())
}

// Any timeline comes back from JSON as it was, and is written event by event as encoding/json writes it whole.
func TestJSONRoundTrip(t *testing.T) {
	s := compileSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		want := anyTimeline(t)
		var b bytes.Buffer
		if _, err := Write(&b, want, JSON); err != nil {
			t.Fatal(err)
		}
		var whole bytes.Buffer
		enc := json.NewEncoder(&whole)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(want); err != nil || !bytes.Equal(b.Bytes(), whole.Bytes()) {
			t.Fatalf("encoding/json writes %s, not %s (%v)", whole.Bytes(), b.Bytes(), err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Fatal(err)
		}
		got, err := Read(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v in %s", err, b.Bytes())
		}
		if d := cmp.Diff(want, got, cmp.Comparer(sameDate)); d != "" {
			t.Fatal(d)
		}
	})
}

// A nil list is written as an empty one.
func TestJSONNilLists(t *testing.T) {
	tl := &timeline.Timeline{Actors: []timeline.Actor{{ID: "a1"}}, Events: []timeline.Event{{ID: "e1"}}}
	if got, _ := write(t, tl, JSON); bytes.Contains(got, []byte("null")) {
		t.Errorf("null in %s", got)
	}
}

const start = `{"format": "dateline.timeline/1", "sources": [], "actors": [], "events": [`

// altered is a valid event with a part replaced.
func altered(old, new string) string {
	const good = `{"id": "e1", "date": {"start": "2019", "end": "2019", "edtf": "2019", "precision": "year", "approximate": false, "basis": "stated"},
 "label": "meet", "summary": "They met", "status": "occurred", "actors": [], "places": [], "confidence": 0.5, "evidence": []}`
	if !strings.Contains(good, old) {
		panic(old)
	}
	return start + "\n" + strings.Replace(good, old, new, 1) + "]}"
}

// TestReadRefusesReasons: reasons are held to what the schema says of them.
func TestReadRefusesReasons(t *testing.T) {
	for reason, want := range map[string]string{
		`{"of": "date", "rule": "modifies", "start": 0, "end": 1, "text": "a"}`: "",
		`{"of": "date"}`:                                           "rule: missing",
		`{"of": "weather", "rule": "modifies"}`:                    `of: "weather" is none of`,
		`{"of": "actor", "rule": "subject", "actor": "a7"}`:        `actor: "a7" is no actor of this timeline`,
		`{"of": "date", "rule": "modifies", "start": 3, "end": 1}`: "end: 3 to 1 is no stretch of text",
	} {
		doc := strings.Replace(altered(`"evidence": []`, `"evidence": [{"source": "s1", "start": 0, "end": 1, "text": "a", "trigger": {"start": 0, "end": 1, "text": "a"}, "reasons": [`+reason+`]}]`),
			`"sources": []`, `"sources": [{"id": "s1", "name": "a", "sha256": "", "characters": 1}]`, 1)
		_, err := Read(strings.NewReader(doc))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), "events[0].evidence[0].reasons[0]."+want)) {
			t.Errorf("%s: %v, want %q", reason, err, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		in    string
		kind  error
		wants string // part of the message
	}{
		{"", ErrNotTimeline, "empty"},
		{"\n ", ErrNotTimeline, "empty"},
		{"[]", ErrNotTimeline, "not a JSON object"},
		{`"text"`, ErrNotTimeline, "not a JSON object"},
		{"{}", ErrNotTimeline, `no field "format"`},
		{`{"format": "geojson"}`, ErrNotTimeline, `"geojson"`},
		{`{"format": 7}`, ErrNotTimeline, `"7"`},
		{`{"format": "dateline.timeline/2", "events": 7}`, ErrVersion, `"dateline.timeline/2"`},
		{"{\n  \"format\": \"dateline.timeline/1\",\n  events: []}", ErrInvalid, "line 3, column 3: invalid character 'e'"},
		{"{\"é\": \"ü\", x", ErrInvalid, "line 1, column 12: invalid character 'x'"},
		{"{\"format\": \"dateline.timeline/1\",\n", ErrInvalid, "line 2, column 1: the document ends"},
		{start + "]} trailing", ErrInvalid, "after top-level value"},
		{`{"format": "dateline.timeline/1"}`, ErrInvalid, "sources: missing"},
		{`{"format": "dateline.timeline/1", "sources": [], "actors": []}`, ErrInvalid, "events: missing"},
		{`{"format": "dateline.timeline/1", "sources": {}, "actors": [], "events": []}`, ErrInvalid, "line 1, column 46: sources: unexpected object"},
		{altered(`"start": "2019"`, `"start": "2019-02-30"`), ErrInvalid, `line 2, column 32: events[0].date.start: date "2019-02-30"`},
		{altered(`"start": "2019"`, `"start": "last year"`), ErrInvalid, `events[0].date.start: date "last year"`},
		{altered(`"start": "2019"`, `"start": 2019`), ErrInvalid, `line 2, column 32: events[0].date.start: unexpected 2019`},
		{altered(`"confidence": 0.5`, `"confidence": "high\""`), ErrInvalid, `events[0].confidence: unexpected string "high\""`},
		{altered(`"confidence": 0.5`, `"confidence": 5`), ErrInvalid, "events[0].confidence: not between 0 and 1"},
		{altered(`"places": []`, `"places": ["a", 3]`), ErrInvalid, "events[0].places[1]: unexpected 3"},
		{altered(`"precision": "year"`, `"precision": "aeon"`), ErrInvalid, `"aeon"`},
		{altered(`"precision": "year", `, ``), ErrInvalid, "events[0].date.precision: missing"},
		{altered(`"edtf": "2019", `, ``), ErrInvalid, "events[0].date.edtf: missing"},
		{altered(`"end": "2019"`, `"end": "2018"`), ErrInvalid, `events[0].date.end: "2018" is before the start, "2019"`},
		{altered(`"start": "2019", "end": "2019", `, ``), ErrInvalid, "events[0].date.start: missing"},
		{altered(`"basis": "stated"`, `"basis": "guessed"`), ErrInvalid, `events[0].date.basis: "guessed" is none of`},
		{altered(`"status": "occurred"`, `"status": "happened"`), ErrInvalid, `events[0].status: "happened" is none of`},
		{altered(`"status": "occurred", `, ``), ErrInvalid, "events[0].status: missing"},
		{altered(`"id": "e1"`, `"id": ""`), ErrInvalid, "events[0].id: missing"},
		{altered(`"actors": []`, `"actors": [{"id": "a9", "name": "x", "type": "person", "role": "agent"}]`), ErrInvalid, `events[0].actors[0].id: "a9" is no actor`},
		{`{"format": "dateline.timeline/1", "sources": [{"id": "s1", "name": "a"}, {"id": "s1", "name": "b"}], "actors": [], "events": []}`, ErrInvalid, `sources[1].id: "s1" is there twice`},
		{`{"format": "dateline.timeline/1", "sources": [], "actors": [{"id": "a1", "name": "A", "type": "robot"}], "events": []}`, ErrInvalid, `actors[0].type: "robot" is none of`},
	} {
		_, err := Read(strings.NewReader(c.in))
		if err == nil {
			t.Errorf("%s is read", c.in)
			continue
		}
		if !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.wants) {
			t.Errorf("%s\n gives %v\n want  %v with %q", c.in, err, c.kind, c.wants)
		}
	}
}

func TestReadTakes(t *testing.T) {
	for _, in := range []string{
		altered("e1", "e1"),
		"\ufeff" + altered("e1", "e1"),
		altered(`"label"`, `"later": {"added": [1, null]}, "label"`),
		altered(`"actors": [], `, ``),
		altered(`"actors": []`, `"actors": null`),
	} {
		tl, err := Read(strings.NewReader(in))
		if err != nil {
			t.Errorf("%s: %v", in, err)
		} else if tl.Events[0].Actors == nil {
			t.Errorf("%s: nil actors", in)
		}
	}
}

// Read never panics, and what it takes is written and read again as the same.
func FuzzRead(f *testing.F) {
	for _, tl := range inputs(f) {
		data, _ := write(f, tl, JSON)
		f.Add(data)
	}
	f.Add([]byte(altered("e1", "e1")))
	f.Fuzz(func(t *testing.T, data []byte) {
		tl, err := Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		once, _ := write(t, tl, JSON)
		again, err := Read(bytes.NewReader(once))
		if err != nil {
			t.Fatalf("%v in %s", err, once)
		}
		if twice, _ := write(t, again, JSON); !bytes.Equal(once, twice) {
			t.Fatalf("%s becomes %s", once, twice)
		}
		for _, f := range Formats() {
			if f.Format != XLSX { // too slow for a fuzz target; its package has laws of its own
				write(t, tl, f.Format)
			}
		}
	})
}
