/** Whether to print in colours: in terminals only, and not where `NO_COLOR` has a value (no-color.org). */
export function hasColour(
  { isTTY }: { readonly isTTY?: boolean | undefined },
  { NO_COLOR }: { readonly NO_COLOR?: string | undefined },
): boolean {
  return isTTY === true && !NO_COLOR;
}
