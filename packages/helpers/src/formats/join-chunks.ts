import { refuseOption } from "@ldusage/types/errors";

/** The text of UTF-8 chunks that each end at the end of a character; where that is too long, names the stream form. */
export function joinChunks(chunks: Iterable<Uint8Array>, streamForm: string): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  for (const chunk of chunks) {
    const next = decoder.decode(chunk);
    try {
      text += next;
    } catch {
      const size = `${text.length + next.length} characters or more`;
      throw refuseOption("table", size, "it is too long for one text", `use ${streamForm}`);
    }
  }
  return text;
}
