import type { Plugin } from 'vitepress';

/** What the default theme tells screen readers and keyboards wrongly: component → [what it says, what it should say]. */
const corrections: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  // A dialog is no button, and an option contains no link: here the link is the option.
  VPLocalSearchBox: [
    ['role="button"', 'role="dialog" aria-modal="true"'],
    [`:aria-owns="results?.length ? 'localsearch-list' : undefined"`, ''],
    ['aria-expanded="true"', ''],
    ['aria-haspopup="listbox"', ''],
    [`:id="'localsearch-item-' + index"`, ''],
    [`:aria-selected="selectedIndex === index ? 'true' : 'false'"`, ''],
    ['role="option"', 'role="presentation"'],
    ['<kbd :aria-label', '<kbd role="img" :aria-label'],
    [
      `:aria-label="[...p.titles, p.title].join(' > ')"`,
      `role="option" :id="'localsearch-item-' + index" :aria-selected="selectedIndex === index"`,
    ],
  ],
  // Its name is what it shows; the style sheet adds the key.
  VPNavBarSearchButton: [['>K</kbd>', '></kbd>']],
  // The heading of a group that cannot be folded does nothing.
  VPSidebarItem: [
    [':role="itemRole"', ':role="collapsible ? itemRole : undefined"'],
    [':tabindex="item.items && 0"', ':tabindex="collapsible ? 0 : undefined"'],
  ],
};

/** Corrects components of the theme while they are compiled. */
export const accessibleTheme: Plugin = {
  name: 'accessible-theme',
  enforce: 'pre',
  transform(code, id) {
    const [, component = ''] = /\/theme-default\/components\/(\w+)\.vue$/.exec(id) ?? [];
    return corrections[component]?.reduce((corrected, [wrong, right]) => {
      if (!corrected.includes(wrong)) throw new Error(`${component} does not say ${wrong} any more.`);
      return corrected.replaceAll(wrong, right);
    }, code);
  },
};
