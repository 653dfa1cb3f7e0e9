// Offers: FACETS, wanted, newFilter, apply, isFiltered. A filter holds what the reader asks for; an event is
// shown where it answers all of it. Within a facet one of the chosen values is enough.

// FACETS are the properties with a list of values. values gives an event's, name a value's in words.
const FACETS = {
	actor: { title: "Actors", one: "actor", values: (e) => e.actors, name: (a) => data.actors[a].name },
	status: { title: "Status", one: "status", values: (e) => [e.status], name: (s) => s, fixed: STATUSES },
	place: { title: "Places", one: "place", values: (e) => e.where, name: (p) => p },
	source: { title: "Articles", one: "article", values: (e) => e.sources, name: (s) => (s < 0 ? "no article" : data.sources[s].title) },
};

const newFilter = () => ({ words: "", from: "", to: "", sure: 0, actor: new Set(), status: new Set(), place: new Set(), source: new Set() });

const filter = newFilter();

const isFiltered = () => Boolean(filter.words || filter.from || filter.to || filter.sure || Object.keys(FACETS).some((f) => filter[f].size));

// tests are the parts of the filter in use, with their names.
function tests() {
	const list = [];
	const words = fold(filter.words).split(/\s+/).filter(Boolean);
	if (words.length) list.push(["words", (e) => words.every((w) => haystack(e).includes(w))]);
	const from = parseDate(filter.from), to = parseDate(filter.to);
	if (from || to) list.push(["dates", (e) => !e.undated && (!from || e.to > from.from) && (!to || e.from < to.to)]);
	if (filter.sure) list.push(["sure", (e) => e.sure >= filter.sure]);
	for (const [name, facet] of Object.entries(FACETS)) {
		if (filter[name].size) list.push([name, (e) => facet.values(e).some((v) => filter[name].has(v))]);
	}
	return list;
}

// apply gives the events that are shown, and for each facet how many there would be of each value if it
// did not choose: an event counts for a facet if no other part of the filter refuses it.
function apply() {
	const list = tests(), shown = [], counts = Object.fromEntries(Object.keys(FACETS).map((f) => [f, new Map()]));
	for (const e of events) {
		let refused = 0, by = "";
		for (const [name, test] of list) {
			if (!test(e)) {
				by = name;
				if (++refused > 1) break;
			}
		}
		if (refused > 1) continue;
		if (!refused) shown.push(e);
		for (const [name, facet] of Object.entries(FACETS)) {
			if (refused && by !== name) continue;
			for (const v of facet.values(e)) counts[name].set(v, (counts[name].get(v) || 0) + 1);
		}
	}
	return { shown, counts };
}
