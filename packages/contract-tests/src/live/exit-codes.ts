/** How the check ends: the API agrees with the spec, it does not, or nothing could be found out. */
export const exitCodes = { agrees: 0, differs: 1, unknown: 2 } as const;
