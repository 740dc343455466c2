/** The text of UTF-8 chunks that each end at the end of a character. */
export function joinChunks(chunks: Iterable<Uint8Array>): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  for (const chunk of chunks) text += decoder.decode(chunk);
  return text;
}
