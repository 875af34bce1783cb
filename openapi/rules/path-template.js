// @ts-check
const template = /^(?:\/(?:\{[A-Za-z]\w*\}|[\w.~:@-])+)+$/;

/**
 * Every path is made of names and of parameters such as `{id}`, which are not nested and whose braces are closed.
 * @type {import('./rule.ts').Rule}
 */
export const pathTemplate = () => ({
  Paths(paths, { location, report }) {
    for (const path of Object.keys(paths).filter((path) => !template.test(path))) {
      report({
        message: `${path} is not a path template. Use letters, digits, - and parameters such as {id}.`,
        location: location.child([path]).key(),
      });
    }
  },
});
