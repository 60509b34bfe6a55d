// What is typed and not yet confirmed by the server, in the browser's own database: one entry for each open page and text.

const opened = new Promise((resolve) => {
  const request = indexedDB.open("raadhus-writing", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("unsaved");
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => resolve(null); // a private window may refuse: the text then lives in the page alone
});

async function run(mode, act) {
  const database = await opened;
  if (!database) return [];
  return new Promise((resolve) => {
    const transaction = database.transaction("unsaved", mode, { durability: "strict" });
    const request = act(transaction.objectStore("unsaved"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => resolve([]);
  });
}

const name = (entry) => [entry.draft, entry.place, entry.client].join("/");

export const keep = (entry) => run("readwrite", (store) => store.put(entry, name(entry)));
export const forget = (entry) => run("readwrite", (store) => store.delete(name(entry)));

// A page holds a lock under its own key as long as it lives, so that another one does not take its text for abandoned.
export function live(client) {
  navigator.locks?.request(`raadhus-writing-${client}`, () => new Promise(() => {}));
}

// Texts of this draft that a page left behind when it was closed, reloaded or killed; newest first.
export async function abandoned(draft) {
  const held = (await navigator.locks?.query())?.held ?? [];
  const alive = new Set(held.map((lock) => lock.name));
  const every = (await run("readonly", (store) => store.getAll(IDBKeyRange.bound(`${draft}/`, `${draft}/\uffff`)))) ?? [];
  return every.filter((entry) => !alive.has(`raadhus-writing-${entry.client}`)).sort((one, other) => other.at - one.at);
}
