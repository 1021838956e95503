// Tables sort by a click on a heading and, where they are long, show only the rows that hold what is typed.
page.tables = () => {
  const el = page.el;
  const value = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.v !== undefined) {
      return Number(cell.dataset.v);
    }
    const text = cell.textContent.trim();
    const number = /^[−+×$<]?\s*[\d.,]+/.exec(text);
    return number && cell.classList.contains("figure") ? Number(text.replace("−", "-").replace(/[^\d.-]/g, "")) : text;
  };
  const order = (a, b) => {
    if (typeof a === "number" && typeof b === "number") {
      return a - b;
    }
    return String(a).localeCompare(String(b), "en");
  };
  // Figures before words, and what is empty last, whichever way the column is sorted.
  const group = (v) => (v === "" ? 2 : typeof v === "number" && !Number.isNaN(v) ? 0 : 1);

  for (const table of document.querySelectorAll("main table")) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    if (rows.length < 3) {
      continue;
    }
    heads.forEach((head, column) => {
      const text = head.textContent;
      head.textContent = "";
      head.append(el("button", { type: "button", class: "sort", text, onclick: () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const sorted = rows.map((row) => ({ row, value: value(row, column) })).sort((a, b) =>
          group(a.value) - group(b.value) || (up ? 1 : -1) * order(a.value, b.value));
        body.append(...sorted.map((one) => one.row));
      } }));
    });
    if (rows.length > 8) {
      const told = el("span", { class: "muted", role: "status" });
      const field = el("input", { type: "search", placeholder: page.word("filter"), "aria-label": page.word("filter") + ": " + (table.caption?.textContent || heads[0].textContent) });
      field.addEventListener("input", () => {
        const wanted = field.value.trim().toLowerCase();
        let left = 0;
        for (const row of rows) {
          row.hidden = !row.textContent.toLowerCase().includes(wanted);
          left += row.hidden ? 0 : 1;
        }
        told.textContent = wanted ? page.word("filtered", left, rows.length) : "";
      });
      table.parentElement.before(el("div", { class: "filter" }, field, told));
    }
  }
};
