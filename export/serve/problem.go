package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// problem is an error for programs and people (RFC 9457).
type problem struct {
	Type   string `json:"type"` // always about:blank: the status says the kind
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitzero"`
}

// refuse answers with a problem. What a client sent may stand in the detail, what the machine has must not.
func refuse(w http.ResponseWriter, status int, format string, args ...any) {
	body, err := json.Marshal(problem{"about:blank", http.StatusText(status), status, fmt.Sprintf(format, args...)})
	if err != nil {
		panic(fmt.Sprintf("a problem that is no JSON: %v", err)) // strings and a number always are
	}
	h := w.Header()
	h.Del("ETag")
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n')) // it fails only where the client has gone
}
