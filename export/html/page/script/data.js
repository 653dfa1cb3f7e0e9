// Offers: data, events, dated, span, STATUSES, haystack. events holds every event, the undated ones last;
// from and to are days (calendar.js), infinite where the interval is open.

const data = JSON.parse(byId("data").textContent);

const STATUSES = ["occurred", "planned", "cancelled", "denied", "possible"];
const ROLES = { agent: "did it", patient: "it was done to", recipient: "to, with or against", other: "took part" };
const BASES = {
	stated: "complete in the text", completed: "a part taken from", relative: "computed from", inherited: "of the narrative, the event having none of its own",
};

const dated = data.events.length;
const events = data.events.concat(data.undated);
for (let i = 0; i < events.length; i++) {
	const e = events[i];
	e.index = i;
	e.undated = i >= dated;
	e.who ||= [];
	e.where ||= [];
	e.said ||= [];
	e.actors = [...new Set(e.who.map(([a]) => a))];
	e.sources = [...new Set(e.said.map(([s]) => s))];
	if (e.undated) continue;
	e.from ??= -Infinity;
	e.to ??= Infinity;
}

// span is the stretch on which the events lie, with a margin; open ends do not count.
const span = (() => {
	let from = Infinity, to = -Infinity;
	for (let i = 0; i < dated; i++) {
		for (const end of [events[i].from, events[i].to]) {
			if (!Number.isFinite(end)) continue;
			from = Math.min(from, end);
			to = Math.max(to, end);
		}
	}
	if (from > to) [from, to] = [dayOf(2000), dayOf(2001)];
	const margin = Math.max((to - from) * 0.03, 1);
	return { from: from - margin, to: to + margin };
})();

// fold makes words comparable: without case and accents.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

// haystack is what the search looks at, made when it is first asked for.
function haystack(e) {
	return (e.hay ??= fold([
		e.what, e.label, e.when, e.by, ...e.where,
		...e.actors.flatMap((a) => [data.actors[a].name, ...(data.actors[a].aliases || [])]),
		...e.said.flatMap(([s, before, trigger, after]) => [before + trigger + after, s < 0 ? "" : data.sources[s].title]),
	].filter(Boolean).join("\n")));
}
