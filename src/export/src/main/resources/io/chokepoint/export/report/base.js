// Words, elements, series and the state that the parts of the page share.
page.data = JSON.parse(document.getElementById("data").textContent);
page.nodes = page.data.nodes;
page.edges = page.data.edges;

page.word = (key, ...values) =>
  page.data.words[key].replace(/\{(\d)\}/g, (all, place) => values[place] ?? all);

page.make = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") {
      element.textContent = value;
    } else if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};
page.el = (tag, attributes = {}, ...children) => page.make(document.createElement(tag), attributes, children);
page.svg = (tag, attributes = {}, ...children) =>
  page.make(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

// Whole thousandths; a negative number says how often the one before it comes again.
page.series = (packed) => {
  const values = [];
  for (const number of packed) {
    if (number < 0) {
      values.push(...Array(-number).fill(values.at(-1)));
    } else {
      values.push(number);
    }
  }
  return values;
};
for (const node of page.nodes) {
  node.values = [page.series(node.out), node.other ? page.series(node.other) : null];
}

const steps = [10, 50, 150, 300, 600];
page.step = (thousandths) => steps.filter((from) => 1000 - thousandths >= from).length;

// As the program rounds: who is below 99 % is never told as 99 %, and little is never told as nothing.
page.percent = (thousandths) => {
  if (thousandths >= 985 && thousandths < 990) {
    return (thousandths / 10).toFixed(1) + " %";
  }
  const whole = Math.floor(thousandths / 10 + 0.5);
  return (thousandths > 0 && whole === 0 ? "<1" : whole) + " %";
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
page.weekText = (week) => {
  const text = page.word("week") + " " + week;
  if (!page.data.start) {
    return text;
  }
  const day = new Date(Date.parse(page.data.start + "T00:00:00Z") + week * 7 * 86400000);
  return text + ", " + day.getUTCDate() + " " + months[day.getUTCMonth()] + " " + day.getUTCFullYear();
};

page.week = page.data.week;
page.side = 0;
page.chosen = null;
const listeners = { week: [], chosen: [], side: [] };
page.on = (what, listener) => listeners[what].push(listener);
const tell = (what) => listeners[what].forEach((listener) => listener());
page.setWeek = (week) => {
  const next = Math.max(0, Math.min(page.data.weeks - 1, week));
  if (next !== page.week) {
    page.week = next;
    tell("week");
  }
};
page.setSide = (side) => {
  page.side = side;
  tell("side");
  tell("week");
};
page.choose = (node, how = {}) => {
  page.chosen = node;
  page.how = how;
  tell("chosen");
};
page.output = (node, week = page.week) => {
  const values = node.values[page.side] ?? node.values[0];
  return values[Math.min(week, values.length - 1)];
};
// The input that holds a good back in a week; undefined where none does.
page.binding = (node, week = page.week) => {
  const binds = node.binds ?? [];
  let found = -1;
  for (let i = 0; i < binds.length && binds[i] <= week; i += 2) {
    found = binds[i + 1];
  }
  return page.nodes[found];
};
