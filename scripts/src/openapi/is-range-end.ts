/** Whether a parameter is the start or the end of a range, by its role. */
export function isRangeEnd({ role }: { readonly role: string }): boolean {
  return role === "range-start" || role === "range-end";
}
