import type { ServerResponse } from "node:http";

/**
 * Writes an answer piece by piece, and closes the connection where its body breaks off. The adapter would hold pieces
 * back, and report such a body on the console.
 */
export async function writeAnswer(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  try {
    for await (const piece of response.body ?? []) await write(piece, outgoing);
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

/** Resolves when the piece has left: what is still waiting when a connection closes would be lost. */
function write(piece: Uint8Array, outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
