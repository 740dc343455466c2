/** Whether a member of a schema is for readers: it changes nothing about what the schema allows. */
export function wordsOnly(member: string): boolean {
  return /^(?:x-.*|title|description|deprecated|readOnly|example|examples|externalDocs)$/.test(member);
}
