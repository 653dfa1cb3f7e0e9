// Puts the parts together: what happens when the filter, the view or the event looked at changes.

// choose filters by one more value.
function choose(facet, value) {
	filter[facet].add(value);
	filterChanged();
}

function reset() {
	Object.assign(filter, newFilter());
	filterChanged();
}

function onlyView() {
	const iso = (d) => {
		const { year, month, day } = civil(d);
		return year > 0 ? `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : "-" + [String(-year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
	};
	[filter.from, filter.to] = [iso(view.from), iso(view.to)];
	filterChanged();
}

function nextLanes(kind) {
	const kinds = [...byId("lanes").options].map((o) => o.value);
	lane.kind = kind || kinds[(kinds.indexOf(lane.kind) + 1) % kinds.length];
	lane.most = 0;
	byId("lanes").value = lane.kind;
	chart.layOut(shown);
}

let shown = [], current = null;
const datedFeed = feed(byId("dated"), true), undatedFeed = feed(byId("undated"), false);

function filterChanged() {
	const result = apply();
	shown = result.shown;
	form.show(result.counts);
	const without = shown.filter((e) => e.undated);
	datedFeed.show(shown.filter((e) => !e.undated));
	undatedFeed.show(without);
	byId("undated-part").hidden = !without.length;
	if (!shown.length) clear(byId("dated"), el("p.empty", null, events.length ? "No event answers to these filters." : "There are no events in this timeline."));
	byId("count").textContent = isFiltered() ? `${number(shown.length)} of ${number(events.length)} events` : `${number(events.length)} ${events.length === 1 ? "event" : "events"}`;
	chips();
	chart.layOut(shown);
	strip.layOut(shown);
	writeAddress();
}

// chips are the parts of the filter in use, each with a way to take it off.
function chips() {
	const list = [], chip = (words, off) => list.push(el("li", null, el("button", { type: "button", dir: "auto", title: "Take this filter off", "aria-label": `Take off the filter ${words}`, onclick: () => { off(); filterChanged(); } }, words)));
	if (filter.words) chip(`“${filter.words}”`, () => (filter.words = ""));
	if (parseDate(filter.from)) chip(`from ${filter.from}`, () => (filter.from = ""));
	if (parseDate(filter.to)) chip(`to ${filter.to}`, () => (filter.to = ""));
	if (filter.sure) chip(`at least ${percent(filter.sure)}`, () => (filter.sure = 0));
	for (const [name, facet] of Object.entries(FACETS)) for (const v of filter[name]) chip(facet.name(v), () => filter[name].delete(v));
	if (list.length > 1) list.push(el("li", null, el("button", { type: "button", onclick: reset }, "all filters")));
	clear(byId("chips"), ...list);
}

function viewChanged() {
	chart.schedule();
	strip.moveBrush();
}

// mark makes an article the one looked at.
function mark(article) {
	for (const old of document.querySelectorAll(".event.current")) {
		if (old === article) continue;
		old.classList.remove("current");
		old.tabIndex = -1;
	}
	article.classList.add("current");
	article.tabIndex = 0;
	if (current === article.event) return;
	current = article.event;
	chart.select(current);
	writeAddress();
}

// goTo brings an event of the list into sight, and takes the filters off that hide it.
function goTo(e, block = "center") {
	if (!shown.includes(e)) reset();
	const article = datedFeed.find(e) || undatedFeed.find(e);
	mark(article);
	article.scrollIntoView({ block });
	article.focus({ preventScroll: true });
	if (!e.undated && (e.to < view.from || e.from > view.to)) {
		const middle = Number.isFinite(e.from) ? e.from : e.to, half = (view.to - view.from) / 2;
		setView(middle - half, middle + half);
	}
}

function step(by) {
	if (!shown.length) return;
	const at = shown.indexOf(current);
	goTo(shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)], "nearest");
}

function openCurrent() {
	const article = current && byId(current.id);
	if (article) toggle(current, article);
}

byId("lanes").append(...Object.entries(LANES).map(([kind, words]) => el("option", { value: kind }, words)));
byId("lanes").value = lane.kind;
byId("lanes").addEventListener("change", (c) => nextLanes(c.target.value));
byId("more-lanes").addEventListener("click", () => {
	lane.most = lane.hidden ? (lane.most || usual()) * 2 : 0;
	chart.layOut(shown);
});
byId("zoom-in").addEventListener("click", () => zoom(0.6));
byId("zoom-out").addEventListener("click", () => zoom(1 / 0.6));
byId("whole").addEventListener("click", () => setView(span.from, span.to));
byId("only-view").addEventListener("click", onlyView);
byId("help-button").addEventListener("click", () => byId("help").showModal());
byId("quotes").addEventListener("change", (c) => byId("events").classList.toggle("no-quotes", !c.target.checked));
byId("events").addEventListener("focusin", (f) => {
	const article = f.target.closest(".event");
	if (article) mark(article);
});
byId("legend").append(...STATUSES.map((s) => el("li", { title: STATUS_WORDS[s] }, glyph(s), s)), ...LEGEND.map(legendItem));

byId("articles").querySelector("summary").textContent = `The articles (${number(data.sources.length)})`;
byId("articles").addEventListener("toggle", listArticles);
function listArticles() {
	const list = byId("articles").querySelector("ol");
	if (list.childElementCount) return;
	list.append(...data.sources.map((s) => el("li", null, s.url ? el("a", { href: s.url, rel: "noopener noreferrer" }, textOf(s.title)) : textOf(s.title), s.published ? ", " + s.published : null)));
}

// On paper everything is opened that the screen keeps closed.
window.addEventListener("beforeprint", () => {
	printing = true;
	datedFeed.fillAll();
	undatedFeed.fillAll();
	listArticles();
	byId("articles").open = true;
	byId("cut").hidden = datedFeed.list().length <= PRINTED;
	byId("cut").textContent = `Printed are the first ${number(PRINTED)} events; filters make a shorter list.`;
	chart.resize();
});
window.addEventListener("afterprint", () => {
	printing = false;
	byId("cut").hidden = true;
});
window.addEventListener("hashchange", () => {
	const e = readAddress();
	filterChanged();
	if (e) goTo(e);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
	chart.resize();
	strip.resize();
});
new ResizeObserver(() => {
	chart.resize();
	strip.resize();
}).observe(byId("strip").parentElement);

if (window.innerWidth < 860) byId("filters").open = false;
document.querySelector("main").hidden = false;
{
	const e = readAddress(), { from, to } = firstView();
	[view.from, view.to] = [Math.max(from, span.from), Math.min(to, span.to)];
	filterChanged();
	if (e) goTo(e);
}
performance.mark("dateline:drawn");
