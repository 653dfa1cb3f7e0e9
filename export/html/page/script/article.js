// Offers: articleOf, toggle: an event as it stands in the list, its evidence and how its date was found.

const opened = new Set();

function articleOf(e, place, of, heading) {
	const article = el("article.event", { id: e.id, tabindex: -1, "aria-posinset": place + 1, "aria-setsize": of, "aria-labelledby": e.id + "-what", "data-status": e.status });
	if (heading) article.append(el("h3.year", null, heading));
	const what = el("button", { type: "button", "aria-expanded": opened.has(e), onclick: () => toggle(e, article) }, textOf(e.what));
	article.append(
		el("p.when", null, glyph(e.status), el("span", null, e.undated ? "no date" : el("time", null, e.when), e.ambiguous ? el("span", { title: "Day and month could be exchanged" }, " (day and month unsure)") : null)),
		el("div.story", null, el("h4.what", { id: e.id + "-what" }, what), meta(e), ...evidence(e)),
	);
	article.event = e;
	if (opened.has(e)) article.classList.add("open");
	return article;
}

// toggle opens or closes an event.
function toggle(e, article) {
	if (opened.has(e)) opened.delete(e);
	else opened.add(e);
	const open = opened.has(e), story = article.querySelector(".story");
	article.classList.toggle("open", open);
	story.querySelector("button").setAttribute("aria-expanded", open);
	for (const old of story.querySelectorAll(".quote, .facts")) old.remove();
	story.append(...evidence(e));
	mark(article);
}

function meta(e) {
	const button = (facet, value) => el("button", { type: "button", dir: "auto", title: `Only this ${FACETS[facet].one}`, onclick: () => choose(facet, value) }, FACETS[facet].name(value));
	const joined = (list) => el("span", null, ...list.flatMap((b, i) => (i ? [", ", b] : [b])));
	return el("p.meta", null,
		e.status === "occurred" ? null : el("span.status", null, e.status),
		e.actors.length ? joined(e.actors.slice(0, 12).map((a) => button("actor", a))) : null,
		e.where.length ? joined(e.where.map((p) => button("place", p))) : null,
		e.by ? el("span", null, "according to ", textOf(e.by)) : null,
		el("span", { title: "Estimated chance that the text says so, at this date" }, percent(e.sure) + " sure"),
	);
}

// evidence gives the first sentence, and of an opened event all of them and the facts.
function evidence(e) {
	const open = opened.has(e), list = e.said.slice(0, open ? undefined : 1).map(quote);
	if (open) list.push(facts(e));
	else if (e.said.length > 1) list[0].querySelector("cite").append(` and ${number(e.said.length - 1)} more`);
	return list;
}

function quote([s, before, trigger, after]) {
	const source = data.sources[s], title = source ? source.title : "";
	const words = el("blockquote.text", { dir: "auto", lang: source && source.language }, before, trigger ? el("mark", null, trigger) : null, after);
	const link = source && source.url ? el("a", { href: source.url, rel: "noopener noreferrer" }, textOf(title)) : textOf(title);
	return el("div.quote", null, words, el("cite", null, "— ", link, source && source.published ? ", " + source.published : null));
}

function facts(e) {
	const list = el("dl.facts");
	const row = (name, ...value) => list.append(el("dt", null, name), el("dd", null, ...value));
	if (!e.undated) {
		row("Date", `${e.edtf} (${[e.basis + ": " + (BASES[e.basis] || ""), ["completed", "relative"].includes(e.basis) ? e.anchor : ""].filter(Boolean).join(" ")}${e.about ? "; approximate" : ""}${e.ambiguous ? "; day and month could be exchanged" : ""})`);
		if (e.words) row("In the text", textOf(e.words));
	}
	for (const [role, words] of Object.entries(ROLES)) {
		const names = e.who.filter(([, r]) => r === role).map(([a]) => textOf(data.actors[a].name));
		if (names.length) row(words[0].toUpperCase() + words.slice(1), ...names.flatMap((n, i) => (i ? [", ", n] : [n])));
	}
	const because = (of) => (e.why || []).map(([n, words]) => [data.rules[n], words]).filter(([r]) => r.of === of);
	for (const of of ["date", "status", "actor", "attribution"]) {
		const reasons = because(of);
		if (reasons.length) row("Why this " + of, ...reasons.map(([r, words]) => el("div", null, "“", textOf(words), "” " + r.says)));
	}
	row("Event", e.id, ", ", textOf(e.label || ""));
	return list;
}
