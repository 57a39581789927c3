// Long lists are filled as far as one scrolls down; what lies above is left alone, so that nothing moves
// what a link led to.
const CHUNK = 60;
const fillers = new Set();
const watcher = new IntersectionObserver((seen) => {
  for (const one of seen) if (one.isIntersecting) one.target.more();
}, { rootMargin: "0px 0px 1200px 0px" });

// What is wider than its frame says so.
const frames = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    target.dataset.hint = word("sideways");
    target.classList.toggle("over", target.scrollWidth > target.clientWidth + 1);
  }
});

/** A frame in which something wide can be moved. */
function framed(classes, name, ...inside) {
  const frame = make("div", { class: `scroll ${classes}`.trim(), role: "group", tabindex: 0, "aria-label": name }, ...inside);
  frames.observe(frame);
  return frame;
}

/** Puts what is made of some things into a box, the first at once, the rest when they come near. */
function fill(box, things, making) {
  const filler = {
    done: 0,
    through(last) {
      const made = [];
      for (; filler.done <= last && filler.done < things.length; filler.done++) made.push(making(things[filler.done]));
      sentinel ? sentinel.before(...made) : box.append(...made);
      if (filler.done >= things.length) filler.end();
    },
    end() {
      if (sentinel) { watcher.unobserve(sentinel); sentinel.remove(); }
      fillers.delete(filler);
    },
    all: () => filler.through(things.length),
  };
  let sentinel = null;
  filler.through(CHUNK - 1);
  if (filler.done < things.length) {
    sentinel = make(box.tagName === "TBODY" ? "tr" : "div", { class: "sentinel", "aria-hidden": "true" });
    sentinel.more = () => filler.through(filler.done + CHUNK - 1);
    box.append(sentinel);
    watcher.observe(sentinel);
    fillers.add(filler);
  }
  return filler;
}
