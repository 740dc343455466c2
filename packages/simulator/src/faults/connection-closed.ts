/**
 * The error that `fetch` of Node.js gives when the other side closes the connection: `fetch failed` before the
 * headers, `terminated` after them.
 */
export function connectionClosed(message: "fetch failed" | "terminated"): TypeError {
  const cause = new Error("other side closed");
  cause.name = "SocketError";
  return new TypeError(message, { cause: Object.assign(cause, { code: "UND_ERR_SOCKET" }) });
}
