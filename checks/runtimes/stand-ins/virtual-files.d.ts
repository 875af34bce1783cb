declare module 'virtual:files' {
  /** Texts by the path of their file. */
  export const files: Readonly<Record<string, string>>;
}
