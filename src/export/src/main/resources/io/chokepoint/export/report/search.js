// Finds goods, markets and makers by any of their names.
page.search = () => {
  const el = page.el;
  const word = page.word;
  const most = 12;
  const list = el("ul", { id: "found", role: "listbox", "aria-label": word("search"), hidden: true });
  const field = el("input", {
    type: "search", id: "find", role: "combobox", autocomplete: "off", placeholder: word("search"), "aria-label": word("search"),
    "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list",
  });
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const index = page.nodes.flatMap((node) => {
    const names = [node.label, node.name, ...(node.aliases ?? [])];
    const own = { node, names: names.map(plain), text: node.name, more: node.market ? word("market") : page.data.stages[node.stage] };
    const makers = (node.makers ?? []).map((maker) => ({ node, names: [plain(maker.name)], text: maker.name, more: node.label, maker: true }));
    return [own, ...makers];
  });
  let found = [];
  let active = -1;

  const mark = (next) => {
    active = next;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === active));
    const item = list.children[active];
    if (item?.id) {
      field.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  };
  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const take = (entry) => {
    close();
    field.value = entry.text;
    page.choose(entry.node, { centre: true, focus: true });
  };
  const rank = (entry, wanted) => {
    let best = 9;
    entry.names.forEach((name, i) => {
      if (name.includes(wanted)) {
        best = Math.min(best, (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(" " + wanted) ? 2 : 3) + (i ? 0.5 : 0));
      }
    });
    return best + (entry.maker ? 0.7 : 0);
  };
  const look = () => {
    const wanted = plain(field.value.trim());
    if (!wanted) {
      close();
      return;
    }
    found = index.map((entry) => ({ entry, rank: rank(entry, wanted) })).filter((one) => one.rank < 9)
      .sort((a, b) => a.rank - b.rank || a.entry.text.localeCompare(b.entry.text)).slice(0, most).map((one) => one.entry);
    list.replaceChildren(...found.map((entry, i) =>
      el("li", { id: "found-" + i, role: "option", "aria-selected": false, onpointerdown: (event) => event.preventDefault(), onclick: () => take(entry) },
        el("span", { text: entry.text }), el("span", { class: "muted", text: entry.more }))));
    if (!found.length) {
      list.append(el("li", { role: "option", "aria-disabled": "true", "aria-selected": false, class: "muted", text: word("noMatch") }));
    }
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    mark(found.length ? 0 : -1);
  };
  field.addEventListener("input", look);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) {
        look();
      } else if (found.length) {
        mark((active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
      }
      event.preventDefault();
    } else if (event.key === "Enter" && found[active] && !list.hidden) {
      take(found[active]);
      event.preventDefault();
    } else if (event.key === "Escape" && !list.hidden) {
      close();
      event.preventDefault();
    }
  });
  return el("div", { class: "search" }, field, list);
};
