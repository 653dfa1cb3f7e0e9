// Offers: nothing; listens. Every key stands in KEYS, from which the help is made.

const KEYS = [
	["/", ["/"], "search", () => form.search.focus()],
	["j", ["j", "↓ in the list"], "next event", () => step(1)],
	["k", ["k", "↑ in the list"], "event before", () => step(-1)],
	["o", ["o", "Enter"], "open or close the event", () => openCurrent()],
	["+", ["+"], "zoom in", () => zoom(0.6)],
	["=", [], "", () => zoom(0.6)],
	["-", ["−"], "zoom out", () => zoom(1 / 0.6)],
	["[", ["[", "← in the chart"], "earlier", () => pan(-0.25)],
	["]", ["]", "→ in the chart"], "later", () => pan(0.25)],
	["0", ["0"], "the whole span", () => setView(span.from, span.to)],
	["f", ["f"], "list only the dates that the chart shows", () => onlyView()],
	["l", ["l"], "other lanes", () => nextLanes()],
	["x", ["x"], "all filters off", () => reset()],
	["?", ["?"], "this help", () => byId("help").showModal()],
];

const single = el("input", { type: "checkbox", checked: true });
const WHERE = {
	chart: { ArrowLeft: () => pan(-0.25), ArrowRight: () => pan(0.25), Home: () => setView(span.from, span.from + view.to - view.from), End: () => setView(span.to - view.to + view.from, span.to) },
	events: { ArrowDown: () => step(1), ArrowUp: () => step(-1) },
};

document.addEventListener("keydown", (k) => {
	if (k.ctrlKey || k.metaKey || k.altKey || byId("help").open) return;
	const at = document.activeElement, typing = at && at.matches("input:not([type=checkbox]), select, textarea");
	if (k.key === "Escape" && at === form.search) {
		filter.words = "";
		filterChanged();
		return;
	}
	if (typing) return;
	let action = single.checked && KEYS.find(([key]) => key === k.key)?.[3];
	for (const [id, keys] of Object.entries(WHERE)) if (at && byId(id).contains(at) && keys[k.key]) action = keys[k.key];
	if (k.key === "Enter" && at && at.classList.contains("event")) action = openCurrent;
	if (!action) return;
	k.preventDefault();
	action();
});

byId("help").querySelector(".help").append(
	el("h3", null, "Keys"),
	el("dl", null, ...KEYS.filter(([, shown]) => shown.length).flatMap(([, shown, words]) => [el("dt", null, ...shown.flatMap((s, i) => [i ? " or " : "", el("kbd", null, s.split(" ")[0]), s.includes(" ") ? s.slice(s.indexOf(" ")) : ""])), el("dd", null, words)])),
	el("p", null, el("label.switch", null, single, " Keys of one letter work")),
	el("h3", null, "With the pointer"),
	el("p", null, "Drag the chart to move it, pinch or hold Ctrl and turn the wheel to zoom, click a mark to go to its event. Drag over the strip below to choose what the chart shows."),
	el("h3", null, "Signs"),
	el("ul", null, ...STATUSES.map((s) => el("li", null, glyph(s), STATUS_WORDS[s])), ...LEGEND.map(legendItem)),
);
