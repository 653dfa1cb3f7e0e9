package serve

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// guarded puts before a handler what holds of every request: security headers, a host that is this server's, and
// no request that another site's page sends in its visitor's name.
func guarded(next http.Handler, hosts []string) http.Handler {
	sameOrigin := http.NewCrossOriginProtection()
	sameOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusForbidden, "a page of another site may not send this request")
	}))
	next = sameOrigin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for name, value := range map[string]string{
			// The page has a policy of its own besides; frame-ancestors can't stand in that.
			"Content-Security-Policy":      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
			"X-Content-Type-Options":       "nosniff",
			"X-Frame-Options":              "DENY",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
		} {
			h.Set(name, value)
		}
		if !mayServe(r.Host, hosts) {
			refuse(w, http.StatusMisdirectedRequest, "this server does not answer for the host %q", r.Host)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// mayServe tells whether a Host header names this server. A page of a site whose name is made to lead to
// this machine (DNS rebinding) would have that name in it; an IP address can't be rebound.
func mayServe(host string, hosts []string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	return host == "localhost" || slices.ContainsFunc(hosts, func(h string) bool { return h != "" && strings.EqualFold(h, host) })
}
