// Offers: readAddress, writeAddress. The filter stands in the address behind #, so that a link shows what
// its sender saw; values stand there by their names, which a timeline made anew keeps.

const PLAIN = { q: "words", from: "from", to: "to" };

function writeAddress() {
	const p = new URLSearchParams();
	for (const [key, name] of Object.entries(PLAIN)) if (filter[name]) p.set(key, filter[name]);
	if (filter.sure) p.set("sure", filter.sure);
	for (const [name, facet] of Object.entries(FACETS)) for (const v of filter[name]) p.append(name, facet.name(v));
	if (current) p.set("event", current.id);
	const hash = p.toString();
	if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? "#" + hash : location.href.split("#")[0]);
}

function readAddress() {
	const p = new URLSearchParams(location.hash.slice(1));
	Object.assign(filter, newFilter());
	for (const [key, name] of Object.entries(PLAIN)) filter[name] = p.get(key) || "";
	const sure = Number(p.get("sure"));
	if (sure > 0 && sure <= 1) filter.sure = sure;
	for (const [name, facet] of Object.entries(FACETS)) {
		const names = new Set(p.getAll(name));
		if (!names.size) continue;
		for (const e of events) for (const v of facet.values(e)) if (names.has(facet.name(v))) filter[name].add(v);
	}
	return events.find((e) => e.id === p.get("event"));
}
