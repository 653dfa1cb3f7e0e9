// Offers: LANES, lane, usual, fillLanes. A lane is a row of the chart: {name, value, events}, and rest where it
// takes the events that have no other.

// LANES are the ways to spread events over lanes: the facet that they follow; none for a single lane.
const LANES = { actor: "actor", source: "article", place: "place", status: "status", none: "one lane for all" };
// lane is what the reader chose: the kind, the most lanes (0 is the usual number); and how many values have no lane.
const lane = { kind: data.actors.length > 1 ? "actor" : "none", most: 0, hidden: 0 };

// usual is how many lanes there are before the reader asks for more.
const usual = () => (window.innerWidth < 860 ? 5 : 8);

// fillLanes spreads the events over the lanes with the most of them, and the rest over one more.
function fillLanes(shown) {
	const list = shown.filter((e) => !e.undated), facet = FACETS[lane.kind];
	if (!facet) return { lanes: [{ name: "All events", events: list }], hidden: 0 };
	const groups = new Map();
	for (const e of list) {
		for (const v of facet.values(e)) {
			if (!groups.has(v)) groups.set(v, []);
			groups.get(v).push(e);
		}
	}
	const order = facet.fixed ? (v) => facet.fixed.indexOf(v) : () => 0;
	const values = [...groups.keys()].sort((a, b) => order(a) - order(b) || groups.get(b).length - groups.get(a).length); // a stable sort: of equals the first to come
	const most = lane.most || usual();
	const lanes = values.slice(0, most).map((v) => ({ name: facet.name(v), value: v, events: groups.get(v) }));
	const taken = new Set(lanes.flatMap((l) => l.events));
	const rest = list.filter((e) => !taken.has(e));
	if (rest.length) lanes.push({ name: lanes.length ? "Others" : "All events", rest: true, events: rest });
	return { lanes, hidden: Math.max(values.length - most, 0) };
}
