import { generateResponse } from "../series/input/generate-response.ts";
import { shapes } from "../series/input/shapes.ts";

const monthOfOne = { ...shapes["365x10"], timeCount: 27, seriesCount: 1 };

/** The answers by their sizes, one of 1 kB and one of 36 kB. */
export const bodies = {
  "1kB": generateResponse(monthOfOne, 1),
  "36kB": generateResponse(shapes["365x10"], 1),
} as const;

export type BodySize = keyof typeof bodies;
