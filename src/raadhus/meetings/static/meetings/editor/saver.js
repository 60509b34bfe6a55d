// Saves one text (a section or the recommendations): soon after each change, again until it is confirmed, never over
// another's. docs/rules/editor.md has the cases as a table.
import { call } from "./server.js";
import { forget, keep } from "./journal.js";

const SOON = 700; // from the first unsaved change
const JOURNAL = 150;
const LONGEST_WAIT = 15000;

export class Saver {
  // `text` has place, address, read(), snapshot(), absorb(said, snapshot), set(said) and conflict(answer, saver)
  constructor(text, page, revision) {
    Object.assign(this, { text, page, base: revision, client: page.client, sequence: 0, version: 0, state: "saved" });
  }

  get unsaved() {
    return this.state !== "saved";
  }

  changed() {
    this.version += 1;
    this.keepSoon ??= setTimeout(() => this.keep(), JOURNAL);
    if (this.state === "conflict") return;
    if (this.state === "saved") this.go("waiting");
    this.soon ??= setTimeout(() => this.save(), SOON);
  }

  entry() {
    return { draft: this.page.draft, place: this.text.place, client: this.client };
  }

  keep() {
    this.keepSoon = clearTimeout(this.keepSoon);
    if (!this.unsaved) return null;
    const { base, sequence } = this;
    return keep({ ...this.entry(), base, sequence, said: this.text.read(), at: Date.now() });
  }

  // Take up what an earlier page left behind; `asks` when the server has something newer.
  restore(entry, newest) {
    Object.assign(this, { base: entry.base, client: entry.client, sequence: entry.sequence, asks: newest > entry.base });
    this.text.set(entry.said);
    this.version += 1;
    this.go("waiting");
    return this.save();
  }

  go(state, sentence = "") {
    Object.assign(this, { state, sentence });
    this.page.show();
  }

  save() {
    this.running ??= this.send().finally(() => (this.running = null));
    return this.running;
  }

  async send() {
    this.soon = clearTimeout(this.soon);
    if (!this.unsaved || this.state === "conflict") return;
    const [version, snapshot] = [this.version, this.text.snapshot()];
    this.sequence = Math.max(this.sequence + 1, Date.now());
    if (this.state !== "offline" && this.state !== "login") this.go("saving");
    const body = { ...this.text.read(), base_revision: this.base, client_id: this.own ?? this.client, sequence: this.sequence };
    const { status, data } = await call("PUT", this.text.address, body);
    if (status === 200) return this.confirmed(version, data);
    if (status === 409 && data?.theirs) return this.stale(data, snapshot);
    if (status === 401 || status === 403) return this.later("login", data?.detail);
    if (status === 0 || status >= 500 || status === 429) return this.later("offline");
    this.go("refused", data?.detail ?? `${status}`);
    this.keep();
  }

  async confirmed(version, data) {
    const after = this.after;
    Object.assign(this, { base: data.revision, asks: false, wait: 0, own: undefined, after: undefined });
    this.page.savedAt = new Date();
    if (after && this.version === version) {
      this.text.set(after);
      this.version += 1;
    }
    if (this.version !== version) {
      this.go("waiting");
      this.soon ??= setTimeout(() => this.save(), SOON);
      return;
    }
    this.keepSoon = clearTimeout(this.keepSoon);
    this.go("saved");
    await forget(this.entry());
    this.page.settled();
  }

  stale(answer, snapshot) {
    if (answer.merged && !this.asks) {
      // Typed on where the other wrote, while the answer was under way: ask again with the newest text.
      if (this.text.absorb(answer.merged, snapshot)) {
        this.base = answer.revision;
        this.version += 1;
      }
      this.go("waiting");
      this.soon ??= setTimeout(() => this.save(), 100);
      return;
    }
    this.go("conflict");
    this.keep();
    this.text.conflict(answer, this);
  }

  later(state, sentence) {
    this.wait = Math.min((this.wait || 500) * 2, LONGEST_WAIT);
    this.go(state, sentence);
    this.soon ??= setTimeout(() => this.save(), this.wait);
    this.keep();
  }

  // The person has chosen what shall stand over the other's revision: what is written here, or `after`, the other's.
  async resolve(revision, after) {
    // What is not chosen is saved first, under a key of its own, so that it stays a version by itself.
    Object.assign(this, { base: revision, asks: false, after, own: after ? `${this.client}-${revision}` : undefined });
    this.version += 1;
    this.go("waiting");
    await this.save();
  }

  // Another wrote and nothing is unsaved here: show it.
  take(revision, said) {
    if (this.unsaved || revision <= this.base || !this.text.absorb(said, this.text.snapshot())) return;
    this.base = revision;
  }
}
