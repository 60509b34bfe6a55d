// Two texts beside each other, and what shall stand. Nothing is sent before the person has chosen.

const element = (tag, text, className) => Object.assign(document.createElement(tag), { textContent: text, className });

function column(heading, changes) {
  const side = element("section", "", "conflict-side");
  const text = Object.assign(element("div", "", "conflict-text"), { tabIndex: 0 });
  for (const [fate, part] of changes) text.append(element({ same: "span", gone: "del", new: "ins" }[fate], part));
  side.append(element("h4", heading), text);
  return side;
}

export function showConflict(place, answer, saver, texts) {
  const time = new Date(answer.at).toLocaleTimeString(document.documentElement.lang);
  const choices = element("div", "", "button-group");
  const choose = (label, act, primary) => {
    const button = element("button", label, `button button-${primary ? "primary" : "secondary"}`);
    button.type = "button";
    button.addEventListener("click", () => {
      place.hidden = true;
      act();
    });
    choices.append(button);
  };
  choose(texts.mine, () => saver.resolve(answer.revision), true);
  choose(texts.theirs, () => saver.resolve(answer.revision, answer.theirs));
  if (answer.merged)
    choose(texts.both, () => {
      saver.text.set(answer.merged);
      saver.resolve(answer.revision);
    });
  const sides = element("div", "", "conflict-sides");
  sides.append(
    column(texts.myText, answer.my_changes),
    column(texts.theirText.replace("{name}", answer.by).replace("{time}", time), answer.their_changes)
  );
  place.replaceChildren(element("h3", texts.conflictHeading), element("p", answer.detail), element("p", texts.conflictHelp), sides, choices);
  place.hidden = false;
  place.focus();
}
