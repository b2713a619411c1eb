/* Elements, made without any HTML text: nothing that stands in a value can become a tag. */

/* Characters of a value that are shown, and up to which it is kept in one line. */
const VALUE_SHOWN = 200;
const SHORT = 30;

/* make("p", {class: "hint"}, "text", element, ...); what is null or false is left away. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

const button = (text, click) => make("button", { type: "button", click }, text);

/* Text that stands by itself whatever direction it is written in. */
const isolated = (text) => make("bdi", null, text);

const badge = (text) => make("span", { class: `badge ${text}` }, text);

/* A value, or what stands for it. Long ones are cut. */
function valueElements(value) {
  if (!value) return [make("i", null, data.redacted ? "left out" : "missing")];
  const characters = value.length > VALUE_SHOWN ? Array.from(value) : [];
  if (characters.length <= VALUE_SHOWN)
    return [make("bdi", { class: value.length <= SHORT ? "value short" : "value" }, value)];
  return [
    make("bdi", { class: "value" }, characters.slice(0, VALUE_SHOWN).join("")),
    make("i", null, `… (${count(characters.length, "character", "characters")})`),
  ];
}

/* A line of text that says what was done, to eyes and to screen readers. */
const statusLine = () => make("p", { class: "said", role: "status" });

async function copyText(text, said, what) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = `${what} copied.`;
  } catch {
    said.textContent = copyBySelection(text) ? `${what} copied.` : "The browser does not allow copying.";
  }
}

/* For browsers that give pages from files no clipboard. */
function copyBySelection(text) {
  const area = make("textarea", { class: "unseen", "aria-hidden": "true" });
  const focused = document.activeElement;
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused) focused.focus();
  return copied;
}

function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
