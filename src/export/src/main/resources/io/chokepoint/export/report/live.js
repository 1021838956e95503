// Puts the parts on the page.
page.bar = () => {
  const el = page.el;
  const word = page.word;
  const bar = document.getElementById("bar");
  const links = [...document.querySelectorAll("main section[id]")].map((section) => {
    const title = section.querySelector("h2")?.textContent;
    return title ? el("li", {}, el("a", { href: "#" + section.id, text: title, onclick: () => (contents.open = false) })) : null;
  });
  const contents = el("details", { class: "contents" }, el("summary", { text: word("contents") }), el("ul", {}, ...links));
  document.addEventListener("click", (event) => {
    if (!contents.contains(event.target)) {
      contents.open = false;
    }
  });
  contents.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      contents.open = false;
      contents.firstChild.focus();
    }
  });
  const themes = ["system", "light", "dark"];
  const theme = el("select", { id: "theme", "aria-label": word("theme"), onchange: () => paint(theme.value) },
    ...themes.map((name) => el("option", { value: name, text: word(name) })));
  const paint = (name) => {
    document.documentElement.dataset.theme = name;
    theme.value = name;
    // A page from disk may be forbidden to remember anything.
    try {
      localStorage.setItem("chokepoint.theme", name);
    } catch {
      return;
    }
  };
  let kept = "system";
  try {
    kept = localStorage.getItem("chokepoint.theme") ?? kept;
  } catch {
    kept = "system";
  }
  paint(themes.includes(kept) ? kept : "system");
  bar.append(contents, el("span", { class: "name", text: document.title }), theme,
    el("button", { type: "button", text: word("print"), onclick: () => window.print() }));
  bar.hidden = false;
};

document.documentElement.classList.add("live");
page.bar();
page.graph();
page.tables();
