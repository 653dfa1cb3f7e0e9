package export

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"dateline/timeline"
)

// locate finds the value for which json.Unmarshal of a valid document failed with err, because that error
// gives no place for a date, and no indexes in its path. It walks document and model side by side and
// stops at the first value that the model's type does not take.
func locate(data []byte, err error) error {
	w := walker{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	w.dec.UseNumber()
	if found := w.value("", reflect.TypeFor[timeline.Timeline]()); found != nil {
		return found
	}
	var mismatch *json.UnmarshalTypeError
	if errors.As(err, &mismatch) {
		return place(data, int(mismatch.Offset), mismatch.Field, "unexpected "+mismatch.Value)
	}
	return fmt.Errorf("%w: %w", ErrInvalid, err)
}

// walker reads a valid JSON document token by token; t is the model's type of the value that comes next,
// nil where the model does not know it.
type walker struct {
	data []byte
	dec  *json.Decoder
}

func (w *walker) value(path string, t reflect.Type) error {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	token, err := w.dec.Token()
	if err != nil {
		return nil // valid JSON has no such place
	}
	end := int(w.dec.InputOffset())
	switch token {
	case json.Delim('{'):
		if t != nil && t.Kind() != reflect.Struct {
			return place(w.data, end-1, path, "unexpected object")
		}
		return w.object(path, t)
	case json.Delim('['):
		if t != nil && t.Kind() != reflect.Slice {
			return place(w.data, end-1, path, "unexpected list")
		}
		return w.list(path, t)
	}
	if problem := refuses(t, token); problem != "" {
		return place(w.data, w.startOf(end), path, problem)
	}
	return nil
}

// startOf is the offset at which the string, number or word that ends at end begins.
func (w *walker) startOf(end int) int {
	at := end - 1
	if w.data[at] != '"' {
		for at > 0 && !bytes.ContainsAny(w.data[at-1:at], " \t\r\n:,[{") {
			at--
		}
		return at
	}
	for at--; at > 0; at-- {
		if w.data[at] != '"' {
			continue
		}
		escapes := len(w.data[:at]) - len(bytes.TrimRight(w.data[:at], `\`))
		if escapes%2 == 0 {
			break
		}
	}
	return at
}

func (w *walker) object(path string, t reflect.Type) error {
	for w.dec.More() {
		key, err := w.dec.Token()
		if err != nil {
			return nil
		}
		name := fmt.Sprint(key)
		below := name
		if path != "" {
			below = path + "." + name
		}
		if err := w.value(below, field(t, name)); err != nil {
			return err
		}
	}
	_, _ = w.dec.Token() // the closing brace of a valid document
	return nil
}

func (w *walker) list(path string, t reflect.Type) error {
	var element reflect.Type
	if t != nil {
		element = t.Elem()
	}
	for i := 0; w.dec.More(); i++ {
		if err := w.value(path+"["+strconv.Itoa(i)+"]", element); err != nil {
			return err
		}
	}
	_, _ = w.dec.Token() // the closing bracket of a valid document
	return nil
}

// field is the type of the member of that name, in any case, as encoding/json matches them.
func field(t reflect.Type, name string) reflect.Type {
	if t == nil {
		return nil
	}
	for i := range t.NumField() {
		tag, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if strings.EqualFold(tag, name) {
			return t.Field(i).Type
		}
	}
	return nil
}

// refuses says why a value of type t cannot be the token, a string, number or word; "" where it can.
func refuses(t reflect.Type, token json.Token) string {
	if t == nil || token == nil {
		return ""
	}
	raw, err := json.Marshal(token)
	if err != nil {
		return ""
	}
	v := reflect.New(t)
	text, isText := v.Interface().(encoding.TextUnmarshaler)
	s, isString := token.(string)
	if isText && isString {
		if err := text.UnmarshalText([]byte(s)); err != nil {
			return err.Error()
		}
		return ""
	}
	if json.Unmarshal(raw, v.Interface()) == nil {
		return ""
	}
	if isString {
		return fmt.Sprintf("unexpected string %q", s)
	}
	return fmt.Sprintf("unexpected %s", raw)
}
