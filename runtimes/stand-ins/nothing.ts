/** Stands in for built-ins that a library asks for and does without. */
export {};
