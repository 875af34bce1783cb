/** Stands in for built-ins that a library imports but does not need. */
export {};
