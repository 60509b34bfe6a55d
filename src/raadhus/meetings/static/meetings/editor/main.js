// The writing page: each section and the recommendations get an editor and a saver. Without this file the page is a form.
import { showConflict } from "./conflict.js";
import { abandoned, live } from "./journal.js";
import { prepareFindings } from "./findings.js";
import { Points } from "./points.js";
import { Section, schemaOf } from "./prose.js";
import { Saver } from "./saver.js";
import { call } from "./server.js";
import { prepareToolbar } from "./toolbar.js";

const form = document.querySelector("[data-writing]");
const { draft, api, module: address, findings, texts } = JSON.parse(form.dataset.writing);
const POLL = 10000;
const client = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const status = form.querySelector("[data-status]");
const savers = [];
const page = { draft, api, findings, texts, client, savedAt: null, current: null, savers };

const clock = (time) => time.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

page.show = () => {
  const unsaved = savers.filter((saver) => saver.unsaved);
  const worst = ["conflict", "refused", "login", "offline", "saving", "waiting"].find((state) => unsaved.some((one) => one.state === state)) ?? "saved";
  const sentence = unsaved.find((one) => one.state === worst)?.sentence ?? "";
  const values = { count: unsaved.length, time: page.savedAt ? clock(page.savedAt) : "", sentence };
  const text = worst === "saved" && !page.savedAt ? texts.ready : filled(texts[worst + (unsaved.length === 1 ? "One" : "")] ?? texts[worst === "waiting" ? "saving" : worst], values);
  if (status.textContent !== text) status.textContent = text;
  status.dataset.state = worst === "waiting" ? "saving" : worst;
  form.querySelector("[data-login]").hidden = worst !== "login";
};
page.total = () => {
  form.querySelector("[data-total]").textContent = savers.reduce((sum, saver) => sum + (saver.text.words ?? 0), 0);
};
page.say = (sentence) => {
  const place = form.querySelector("[data-notice]");
  place.textContent = sentence;
  place.hidden = !sentence;
};
page.conflict = (place, answer, saver) => showConflict(place, answer, saver, texts);

const saveAll = () => Promise.all(savers.map((saver) => saver.save()));

function prepareKeys(texts_) {
  const places = [...form.querySelectorAll("[data-place]")];
  const inText = () => document.activeElement.closest("[data-editor], [data-toolbar]");
  form.addEventListener("keydown", (event) => {
    const step = event.altKey && { PageDown: 1, PageUp: -1 }[event.key];
    const at = places.indexOf(document.activeElement.closest("[data-place]"));
    if ((event.ctrlKey || event.metaKey) && event.key === "s") saveAll();
    else if ((event.ctrlKey || event.metaKey) && event.key === "k" && page.current?.editor && inText()) form.querySelector("[data-command=link]").click();
    else if (step) texts_.get(places[Math.min(Math.max(at + step, 0), places.length - 1)])?.focus();
    else if (event.altKey && event.key === "F10") form.querySelector("[data-toolbar] [tabindex='0']").focus();
    else if (event.key === "F8") (form.querySelector("[data-findings] li")?.closest("[data-findings]") ?? form.querySelector("[data-findings]")).focus();
    else return;
    event.preventDefault();
  });
}

// Buttons that change the sections post the form; what is typed is saved first and not sent along.
function prepareForm() {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const act = event.submitter;
    await saveAll();
    if (savers.some((saver) => saver.unsaved)) return page.say(texts.notYet);
    if (!act?.value || act.value === "save") return;
    form.querySelectorAll("[data-written]").forEach((field) => (field.disabled = true));
    form.insertAdjacentElement("beforeend", Object.assign(document.createElement("input"), { type: "hidden", name: act.name, value: act.value }));
    form.submit();
  });
  form.addEventListener("change", async ({ target }) => {
    if (!target.matches("[data-kind]")) return;
    const { status: code, data } = await call("PUT", `${api}/sections/${target.closest("[data-section]").dataset.section}/kind`, { kind: target.value });
    page.say(code === 204 ? "" : (data?.detail ?? texts.notYet));
  });
  window.addEventListener("beforeunload", (event) => savers.some((saver) => saver.unsaved) && event.preventDefault());
  window.addEventListener("pagehide", () => savers.forEach((saver) => saver.keep()));
  window.addEventListener("online", saveAll);
  window.addEventListener("focus", () => savers.some((saver) => saver.state === "login") && saveAll());
  window.addEventListener("offline", page.show);
}

function others(writers) {
  for (const place of form.querySelectorAll("[data-place]")) {
    const names = [...new Set(writers.filter((one) => one.place === place.dataset.place).map((one) => one.name))];
    const shown = names.length ? filled(texts.also, { names: names.join(", ") }) : "";
    const line = place.querySelector("[data-presence]");
    if (line.textContent !== shown) line.textContent = shown;
  }
}

async function poll() {
  const place = page.current?.place ?? "";
  const { status: code, data } = await call("POST", `${api}/presence`, { client_id: client, place });
  if (code !== 200) return code === 400 || code === 403 || code === 404 ? page.say(data?.detail ?? "") : null;
  others(data.writers);
  const newest = new Map(data.sections.map((one) => [one.id, one.revision])).set("recommendations", data.recommendations);
  const known = savers.map((saver) => saver.text.place);
  if (known.some((one) => !newest.has(one)) || newest.size !== known.length + form.querySelectorAll("[data-frozen]").length) page.say(texts.structure);
  if (savers.some((saver) => newest.get(saver.text.place) > saver.base && !saver.unsaved)) await takeNewest();
}

async function takeNewest() {
  const { status: code, data } = await call("GET", `${api}/text`);
  if (code !== 200) return;
  for (const saver of savers) {
    const section = data.sections.find((one) => one.id === saver.text.place);
    if (section) saver.take(section.revision, { heading: section.heading, blocks: section.content });
    else if (saver.text.place === "recommendations") saver.take(data.recommendations.revision, treeOf(data.recommendations));
  }
}

function treeOf({ lead, points }) {
  const recommendations = [];
  for (const { id, text, level } of points)
    (level && recommendations.length ? recommendations.at(-1).children : recommendations).push({ id, text, children: [] });
  return { lead, recommendations };
}

async function begin() {
  const [module, { status: code, data }] = await Promise.all([import(address), call("GET", `${api}/text`)]);
  if (code !== 200) return page.say(texts.notStarted);
  const extensions = schemaOf(module);
  const byPlace = new Map();
  const start = (text, revision) => {
    text.saver = new Saver(text, page, revision);
    savers.push(text.saver);
    byPlace.set(text.host, text);
  };
  form.classList.add("is-live");
  for (const host of form.querySelectorAll("[data-section]")) {
    const shown = data.sections.find((one) => one.id === host.dataset.section);
    if (shown && !shown.is_frozen) start(new Section(host, page, module, extensions, shown), shown.revision);
  }
  const points = new Points(form.querySelector("[data-recommendations]"), page);
  points.set(treeOf(data.recommendations));
  start(points, data.recommendations.revision);
  const toolbar = prepareToolbar(form.querySelector("[data-toolbar]"), page);
  page.selected = (text) => text === page.current && toolbar();
  page.focus = (text) => {
    page.current = text;
    toolbar();
  };
  page.settled = prepareFindings(form, page);
  savers.forEach((saver) => saver.text.count?.());
  toolbar();
  prepareKeys(byPlace);
  prepareForm();
  live(client);
  await restore(data);
  page.show();
  form.dataset.started = "";
  poll();
  setInterval(poll, POLL);
}

async function restore(data) {
  const left = await abandoned(draft);
  for (const saver of savers) {
    const entry = left.find((one) => one.place === saver.text.place);
    if (!entry) continue;
    page.say(filled(texts.restored, { time: clock(new Date(entry.at)) }));
    saver.restore(entry, saver.base);
  }
  if (left.some((one) => !savers.some((saver) => saver.text.place === one.place))) page.say(texts.orphaned);
}

begin();
