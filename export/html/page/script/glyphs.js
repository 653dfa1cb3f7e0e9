// Offers: STATUS_WORDS, glyph, drawGlyph, LEGEND, legendItem. A status has one sign, in the list, in the legend and on
// the chart; signs differ by shape, not by colour alone. Paths lie in a box of 16 by 16.

const CIRCLE = "M3.5 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z";
const GLYPHS = {
	occurred: { fill: CIRCLE, stroke: CIRCLE },
	planned: { stroke: CIRCLE },
	cancelled: { stroke: CIRCLE + "M4.8 11.2L11.2 4.8" },
	denied: { stroke: "M4 4L12 12M12 4L4 12" },
	possible: { fill: "M8 2.5L2.5 8L8 13.5z", stroke: "M8 2.5L13.5 8L8 13.5L2.5 8z" },
};
const PATHS = Object.fromEntries(Object.entries(GLYPHS).map(([status, g]) => [status, { fill: g.fill && new Path2D(g.fill), stroke: new Path2D(g.stroke) }]));

const STATUS_WORDS = {
	occurred: "occurred", planned: "planned: it lay ahead when the text was written", cancelled: "cancelled",
	denied: "denied: said or known not to have happened", possible: "possible: the text leaves open whether",
};

const SVG = "http://www.w3.org/2000/svg";
function svg(tag, attributes, ...children) {
	const e = document.createElementNS(SVG, tag);
	for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
	e.append(...children);
	return e;
}

function glyph(status) {
	const g = GLYPHS[status] || GLYPHS.occurred, colour = `var(--${GLYPHS[status] ? status : "occurred"})`;
	const sign = svg("svg", { class: "glyph", viewBox: "0 0 16 16", "aria-hidden": "true" });
	if (g.fill) sign.append(svg("path", { d: g.fill, fill: colour }));
	sign.append(svg("path", { d: g.stroke, fill: "none", stroke: colour, "stroke-width": 1.7 }));
	return sign;
}

// drawGlyph draws the sign with its middle at x, y; the context's colour is the status's. What lies below shines
// through none of them.
function drawGlyph(c, status, x, y, paper) {
	const g = PATHS[status] || PATHS.occurred;
	c.save();
	c.translate(x - 8, y - 8);
	if (status !== "denied") {
		c.save();
		c.fillStyle = paper;
		c.fill(g.stroke);
		c.restore();
	}
	if (g.fill) c.fill(g.fill);
	c.lineWidth = 1.7;
	c.setLineDash([]);
	c.stroke(g.stroke);
	c.restore();
}

// The signs of dates, as the chart draws them.
const LEGEND = [
	["a stretch of time", [["path", { d: "M3 8H31", stroke: "var(--occurred)", "stroke-width": 3, opacity: .5 }]]],
	["approximate", [["path", { d: "M3 8H31", stroke: "var(--occurred)", "stroke-width": 3, opacity: .5, "stroke-dasharray": "2 2.5" }]]],
	["open end", [["path", { d: "M3 8H28", stroke: "var(--occurred)", "stroke-width": 1.5 }], ["path", { d: "M24 3.5L30 8L24 12.5", stroke: "var(--occurred)", fill: "none", "stroke-width": 1.5 }]]],
];

function legendItem([words, shapes]) {
	return el("li", null, svg("svg", { class: "glyph wide", viewBox: "0 0 34 16", "aria-hidden": "true" }, ...shapes.map(([tag, attributes]) => svg(tag, attributes))), words);
}
