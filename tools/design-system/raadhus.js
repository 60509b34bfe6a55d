// The few scripts of Det Fælles Designsystem that raadhus uses; everything else is native HTML.
import CharacterLimit from "dkfds/src/js/components/character-limit";
import ErrorSummary from "dkfds/src/js/components/error-summary";
import TableSelectableRows from "dkfds/src/js/components/selectable-table";

// Calling init twice on the same element would double its listeners, which happens when htmx swaps a part of the page:
// each element is therefore remembered once it is alive.
const alive = new WeakSet();

function start(scope, selector, make) {
  scope.querySelectorAll(selector).forEach((element) => {
    if (alive.has(element)) return;
    alive.add(element);
    make(element);
  });
}

function init(scope = document) {
  start(scope, ".form-limit", (element) => new CharacterLimit(element).init());
  start(scope, "[data-module='error-summary']", (element) => new ErrorSummary(element).init());
  start(scope, "table.table--selectable", (element) => new TableSelectableRows(element).init());
}

document.addEventListener("DOMContentLoaded", () => init());
document.addEventListener("htmx:load", (event) => init(event.detail.elt.parentElement || document));
