import { placeOf } from "./findings.js";

// The recommendations: a line each, one level under another. Enter: new, Tab and Shift+Tab: nest, Alt+arrows: move.

const newKey = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (Number(digit) ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (Number(digit) / 4)))).toString(16)
  );

export class Points {
  constructor(host, page) {
    Object.assign(this, { host, page, place: "recommendations", address: `${page.api}/recommendations` });
    this.list = host.querySelector("[data-points]");
    this.template = host.querySelector("template");
    this.lead = host.querySelector("[data-lead]");
    host.addEventListener("input", ({ target }) => {
      this.fit(target);
      this.changed();
    });
    host.addEventListener("keydown", (event) => this.key(event));
    host.addEventListener("click", ({ target }) => {
      const act = target.closest("[data-act]")?.dataset.act;
      if (act) this.act(act, target.closest("[data-point]"));
    });
    host.addEventListener("focusin", () => page.focus(this));
  }

  changed() {
    this.number();
    this.saver?.changed();
  }

  rows() {
    return [...this.list.children];
  }

  read() {
    const tree = [];
    for (const row of this.rows()) {
      const point = { id: row.dataset.point, text: this.area(row).value, children: [] };
      if (!point.text.trim()) continue;
      (row.dataset.level === "1" && tree.length ? tree.at(-1).children : tree).push(point);
    }
    return { lead: this.lead.value, recommendations: tree };
  }

  snapshot() {
    return JSON.stringify(this.read());
  }

  set({ lead, recommendations }) {
    const at = document.activeElement.closest?.("[data-point]")?.dataset.point;
    const old = new Map(this.rows().map((row) => [row.dataset.point, row]));
    const row = (point, level) => {
      const made = old.get(point.id) ?? this.made(point.id);
      if (this.area(made).value !== point.text) this.area(made).value = point.text;
      made.dataset.level = level;
      return made;
    };
    this.lead.value = lead;
    this.list.replaceChildren(...recommendations.flatMap((one) => [row(one, 0), ...one.children.map((child) => row(child, 1))]));
    if (!this.list.children.length) this.list.append(this.made());
    this.number();
    if (at) this.rows().find((one) => one.dataset.point === at && this.area(one).focus());
  }

  absorb(said, snapshot) {
    if (this.snapshot() !== snapshot) return false;
    this.set(said);
    return true;
  }

  correct(fix) {
    const found = [this.lead, ...this.rows().map((row) => this.area(row))].filter((field) => placeOf(field.value, fix) >= 0);
    if (found.length !== 1) return false;
    const at = placeOf(found[0].value, fix);
    found[0].setRangeText(fix.replacement, at, at + fix.found.length);
    this.changed();
    return true;
  }

  conflict(answer, saver) {
    this.page.conflict(this.host.querySelector("[data-conflict]"), answer, saver);
  }

  area(row) {
    return row.querySelector("textarea");
  }

  made(key = newKey()) {
    const row = this.template.content.firstElementChild.cloneNode(true);
    row.dataset.point = key;
    return row;
  }

  // Each line is called by its number; only the first cannot be nested.
  number() {
    let [one, under] = [0, 0];
    for (const row of this.rows()) {
      if (!one) row.dataset.level = 0;
      const nested = row.dataset.level === "1";
      [one, under] = nested ? [one, under + 1] : [one + 1, 0];
      const label = nested ? `${one}${String.fromCharCode(96 + (((under - 1) % 26) + 1))}` : `${one}`;
      if (row.dataset.label === label) continue;
      row.dataset.label = label;
      row.querySelector("[data-number]").textContent = `${label}.`;
      this.area(row).setAttribute("aria-label", `${this.page.texts.recommendation} ${label}`);
    }
    this.rows().forEach((row) => this.fit(this.area(row)));
  }

  fit(area) {
    if (area.tagName === "TEXTAREA") area.rows = Math.min(12, Math.ceil(area.value.length / 90) + area.value.split("\n").length - 1 || 1);
  }

  key(event) {
    const row = event.target.closest("[data-point]");
    if (!row || event.isComposing) return;
    const area = this.area(row);
    const act = {
      Enter: !event.shiftKey && "new",
      Tab: event.shiftKey ? "out" : "in",
      ArrowUp: event.altKey && "up",
      ArrowDown: event.altKey && "down",
      Backspace: !area.value && "remove",
    }[event.key];
    if (act && this.act(act, row)) event.preventDefault();
  }

  // Returns false where there is nothing to do: Tab then leaves the list as everywhere else.
  act(act, row) {
    const rows = this.rows();
    const at = rows.indexOf(row);
    let next = row;
    if (act === "add" || act === "new") {
      next = this.made();
      next.dataset.level = row?.dataset.level ?? 0;
      row && act === "new" ? row.after(next) : this.list.append(next);
    } else if (act === "in" || act === "out") {
      const level = act === "in" ? "1" : "0";
      if (!at || row.dataset.level === level) return false;
      row.dataset.level = level;
    } else if (act === "remove") {
      if (rows.length < 2) return false;
      next = rows[at - 1] ?? rows[1];
      row.remove();
    } else {
      const other = rows[at + (act === "up" ? -1 : 1)];
      if (!other) return true;
      act === "up" ? other.before(row) : other.after(row);
    }
    this.changed();
    this.area(next).focus();
    return true;
  }

  focus() {
    this.area(this.list.firstElementChild).focus();
  }
}
