package export

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// differences lists what a reading says otherwise than the JSON of a timeline, and what it complains of.
func differences(t *testing.T, before string, r *Reading) []string {
	t.Helper()
	was, is := flat(t, before), flat(t, asJSON(t, r.Timeline))
	var list []string
	for key := range is {
		if _, there := was[key]; !there {
			was[key] = ""
		}
	}
	for key, w := range was {
		id, _, nested := strings.Cut(key, ".")
		if whole := id + "."; nested && (was[whole] == "") != (is[whole] == "") && key != whole {
			continue // of something that is new or gone
		}
		i := is[key]
		if w == i || strings.HasSuffix(key, ".") && w != "" && i != "" {
			continue
		}
		if w == "" {
			w = "(none)"
		}
		if i == "" {
			i = "(none)"
		}
		if strings.HasSuffix(key, ".") {
			if key, _ = strings.CutSuffix(key, "."); i == "(none)" {
				w = "there"
			}
		}
		list = append(list, key+": "+w+" → "+i)
	}
	for _, c := range r.Cells {
		list = append(list, c.Error())
	}
	for _, l := range r.Lost {
		list = append(list, l.String())
	}
	slices.Sort(list)
	return list
}

// flat gives the values of a timeline's JSON by their path; what has an id begins its own.
func flat(t *testing.T, document string) map[string]string {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(document), &v); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for key, value := range v {
		list, isList := value.([]any)
		if !isList {
			out[key] = fmt.Sprint(value)
			continue
		}
		for _, x := range list {
			flatten(out, x.(map[string]any)["id"].(string), x.(map[string]any))
		}
	}
	return out
}

func flatten(out map[string]string, path string, v map[string]any) {
	if !strings.Contains(path, ".") {
		out[path+"."] = title(v)
	}
	for key, value := range v {
		at := path + "." + key
		switch value := value.(type) {
		case map[string]any:
			flatten(out, at, value)
		case []any:
			if key == "actors" {
				for i, p := range value {
					p := p.(map[string]any)
					value[i] = fmt.Sprintf("%s/%s/%s", p["name"], p["type"], p["role"])
				}
			}
			out[at] = fmt.Sprint(value)
		default:
			out[at] = fmt.Sprint(value)
		}
	}
}

// title says what is new.
func title(v map[string]any) string {
	if date, ok := v["date"].(map[string]any); ok {
		return fmt.Sprintf("%v %v", date["start"], v["summary"])
	}
	if v["type"] != nil {
		return fmt.Sprintf("%v/%v", v["name"], v["type"])
	}
	return "there"
}
