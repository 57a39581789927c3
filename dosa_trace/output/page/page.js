"use strict";
(() => {
  const page = document.getElementById("page");
  const kept = new Map();

  const texts = new WeakMap();

  function words(card) {
    let text = texts.get(card);
    if (text === undefined) {
      text = card.textContent.toLowerCase();
      texts.set(card, text);
    }
    return text;
  }

  function filter(form) {
    const kind = form.dataset.filter;
    const cards = page.querySelectorAll(`[data-cards="${kind}"] > .card`);
    const said = new FormData(form);
    const search = (said.get("search") || "").trim().toLowerCase().split(/\s+/).filter(Boolean);
    const states = said.getAll("state");
    const wanted = ["source", "kind", "level"].map((key) => [key, said.get(key)]).filter((one) => one[1]);
    const theme = said.get("theme");
    let shown = 0;
    for (const card of cards) {
      const fits =
        (!states.length || states.includes(card.dataset.state)) &&
        (!theme || card.dataset.theme.includes(` ${theme} `)) &&
        wanted.every(([key, value]) => card.dataset[key] === value) &&
        (!search.length || search.every((word) => words(card).includes(word)));
      if (card.hidden === fits) card.hidden = !fits;
      shown += fits;
    }
    const count = page.querySelector(`[data-count="${kind}"]`);
    count.textContent = count.dataset.words.replace("{n}", shown).replace("{of}", cards.length);
  }

  function open(id) {
    const card = id && document.getElementById(id);
    if (card && card.matches("details.card")) {
      card.hidden = false;
      card.open = true;
    }
  }

  function speak(language) {
    const now = document.documentElement.lang;
    if (language === now) return;
    const template = document.querySelector(`template[data-language="${language}"]`);
    const here = document.createDocumentFragment();
    const title = document.title;
    here.append(...page.childNodes);
    kept.set(now, [here, title]);
    const [content, name] = kept.get(language) || [template.content.cloneNode(true), template.dataset.title];
    page.append(content);
    document.title = name;
    document.documentElement.lang = language;
    appear(document.documentElement.dataset.theme);
    for (const form of page.querySelectorAll("form[data-filter]")) filter(form);
    page.querySelector(`[data-switch="${language}"]`).focus();
  }

  function appear(theme) {
    document.documentElement.dataset.theme = theme;
    for (const button of page.querySelectorAll("[data-appearance]")) {
      button.setAttribute("aria-pressed", String(button.dataset.appearance === theme));
    }
    for (const button of page.querySelectorAll("[data-switch]")) {
      button.setAttribute("aria-pressed", String(button.dataset.switch === document.documentElement.lang));
    }
  }

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-filter]");
    if (form) filter(form);
  });
  document.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.switch) speak(button.dataset.switch);
    if (button?.dataset.appearance) appear(button.dataset.appearance);
    const link = event.target.closest('a[href^="#"]');
    if (link) open(decodeURIComponent(link.hash.slice(1)));
  });
  window.addEventListener("hashchange", () => open(decodeURIComponent(location.hash.slice(1))));
  open(decodeURIComponent(location.hash.slice(1)));
})();
