/** What the server of a soak says. */
export type ServerMessage =
  | { readonly kind: "ready"; readonly openPort: number; readonly limitedPort: number }
  | { readonly kind: "memory"; readonly liveBytes: number; readonly residentBytes: number };

/** What it is told. */
export type ServerOrder = "sample" | "close";
