/* Turns the page that can be read into one that can be worked with. */

/* Links within the page open what they lead to. */
function followHash() {
  const [, number] = /^#subject-(\d+)$/.exec(location.hash) || [];
  if (number && subjects.has(Number(number))) {
    showChild(Number(number));
    return;
  }
  const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.matches("details.rule")) return;
  if (target.hidden) clearFilters();
  target.open = true;
  target.querySelector("summary").focus();
  target.scrollIntoView();
}

for (const element of document.querySelectorAll(".unscripted")) element.hidden = true;
for (const element of document.querySelectorAll(".scripted")) element.hidden = false;
startRules();
startChildren();
addEventListener("hashchange", followHash);
/* A link to where the page already is changes nothing, and is followed all the same. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) followHash();
});
followHash();
