// Search, the menu of narrow screens, and buttons that copy code. Without it every page works the same.
const root = document.documentElement.dataset.root ?? '.';
document.documentElement.classList.add('scripted');

const menu = document.querySelector('button.menu');
const navigation = document.querySelector('#navigation');
menu.hidden = false;
const here = navigation.querySelector('[aria-current]');
if (here !== null) navigation.scrollTop = here.offsetTop - navigation.clientHeight / 2;
menu.addEventListener('click', () => openMenu(menu.getAttribute('aria-expanded') !== 'true'));

function openMenu(isOpen) {
  navigation.classList.toggle('open', isOpen);
  menu.setAttribute('aria-expanded', String(isOpen));
  menu.textContent = isOpen ? 'Close' : 'Menu';
}

for (const block of document.querySelectorAll('.code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.querySelector('code').textContent);
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  });
  block.append(button);
}

const search = document.querySelector('search');
const input = search.querySelector('input');
const results = search.querySelector('ul');
search.hidden = false;
input.addEventListener('focus', loadIndex, { once: true });
input.addEventListener('input', showResults);
search.addEventListener('keydown', (event) => {
  const links = [...results.querySelectorAll('a')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') closeSearch();
  if (event.key === 'Enter' && event.target === input) links[0]?.click();
  if (step === undefined || links.length === 0) return;
  event.preventDefault();
  (links[links.indexOf(document.activeElement) + step] ?? input).focus();
});
search.addEventListener('focusout', ({ relatedTarget }) => {
  if (!search.contains(relatedTarget)) results.replaceChildren();
});
results.addEventListener('click', closeSearch);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') openMenu(false);
  if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  input.focus();
});

function loadIndex() {
  const script = document.createElement('script');
  script.src = `${root}/search.js`;
  script.addEventListener('load', showResults);
  document.head.append(script);
}

function closeSearch() {
  input.value = '';
  results.replaceChildren();
}

function showResults() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? [] : find(words);
  const isLost = words.length > 0 && found.length === 0;
  results.replaceChildren(...found.map(resultItem), ...(isLost ? [nothingItem()] : []));
}

/** Pages and headings with every word: pages first, and of these the ones whose title begins with the first word. */
function find(words) {
  const rank = ({ path, title }) =>
    (path.includes('#') ? 2 : 0) + (title.toLowerCase().startsWith(words[0]) ? 0 : 1);
  const has = ({ title, text }) => words.every((word) => `${title} ${text}`.toLowerCase().includes(word));
  const entries = (globalThis.searchIndex ?? []).filter(has);
  return entries.sort((left, right) => rank(left) - rank(right)).slice(0, 12);
}

function resultItem({ path, title, text }) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const note = document.createElement('small');
  link.href = `${root}/${path}`;
  link.textContent = title;
  note.textContent = text === title ? '' : text;
  link.append(note);
  item.append(link);
  return item;
}

function nothingItem() {
  const item = document.createElement('li');
  const note = document.createElement('p');
  note.textContent = 'Nothing found';
  item.append(note);
  return item;
}
