import { describe, expect, test } from "vitest";
import { type Grid, gridChunks, textChunkBytes } from "./grid-chunks.ts";
import { joinChunks as join } from "./join-chunks.ts";

const joinChunks = (chunks: Iterable<Uint8Array>): string => join(chunks, "the stream");

const small: Grid = {
  rowCount: 2,
  columnCount: 3,
  value: (row, column) => (row === column ? Number.NaN : row * 10 + column),
  hole: "-",
  head: "head;",
  rowStart: (row) => `<${row}`,
  rowEnd: () => ">",
  columnLead: (column) => ` ${"abc"[column]}`,
  rowLead: (row) => `${"xy"[row]}=`,
  rowTail: (row) => "!?"[row] ?? "",
};

describe("the text of a grid", () => {
  test("goes row by row, and leads of columns come before those of rows", () => {
    expect(joinChunks(gridChunks(small))).toBe("head;<0 ax=-! bx=1! cx=2!><1 ay=10? by=-? cy=12?>");
  });

  test("leaves out holes that have no text", () => {
    expect(joinChunks(gridChunks({ ...small, hole: undefined }))).toBe(
      "head;<0 bx=1! cx=2!><1 ay=10? cy=12?>",
    );
    expect(joinChunks(gridChunks({ ...small, hole: "" }))).toContain("<0 ax=! bx=1!");
  });

  test("has its head and its rows also without columns, and nothing at all where there is nothing", () => {
    expect(joinChunks(gridChunks({ ...small, columnCount: 0 }))).toBe("head;<0><1>");
    expect(joinChunks(gridChunks({ ...small, rowCount: 0 }))).toBe("head;");
    expect([...gridChunks({ ...small, rowCount: 0, head: "" })]).toEqual([]);
  });
});

describe("chunks", () => {
  const wide: Grid = { ...small, rowCount: 40, columnCount: 5000, columnLead: (column) => `😀é${column},` };

  test("have about 64 kB, and none ends inside a character", () => {
    const chunks = [...gridChunks(wide)];
    expect(chunks.length).toBeGreaterThan(20);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for (const chunk of chunks) {
      expect(chunk.length).toBeLessThanOrEqual(65_536);
      expect(decoder.decode(chunk)).not.toContain("\ufffd");
    }
    for (const chunk of chunks.slice(0, -2)) expect(chunk.length).toBeGreaterThan(65_000);
  });

  test("may be allowed to grow, and are the same bytes", () => {
    const chunks = [...gridChunks(wide, textChunkBytes)];
    const sizes = chunks.slice(0, 5).map(({ length }) => Math.ceil(length / 65_536));
    expect(sizes).toEqual([1, 2, 4, 8, 16]);
    for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(textChunkBytes);
    expect(Buffer.concat(chunks).equals(Buffer.concat([...gridChunks(wide)]))).toBe(true);
  });

  test("stay as they are while later ones are made", () => {
    const chunks: Uint8Array[] = [];
    const copies: Uint8Array[] = [];
    for (const chunk of gridChunks(wide)) {
      chunks.push(chunk);
      copies.push(chunk.slice());
    }
    expect(Buffer.concat(chunks).equals(Buffer.concat(copies))).toBe(true);
    expect(new Set(chunks.map(({ buffer }) => buffer)).size).toBe(chunks.length);
  });

  test("may be changed by their reader without harm to later ones", () => {
    const whole = joinChunks(gridChunks(wide));
    let text = "";
    for (const chunk of gridChunks(wide)) {
      text += new TextDecoder().decode(chunk);
      chunk.fill(0);
    }
    expect(text === whole).toBe(true);
  });

  test("grow for a part that is longer than they are", () => {
    const long = "é".repeat(100_000);
    const text = joinChunks(gridChunks({ ...small, columnLead: () => long, rowTail: () => long }));
    expect(text.replaceAll(long, "L")).toBe("head;<0Lx=-LLx=1LLx=2L><1Ly=10LLy=-LLy=12L>");
  });
});

describe("leads of columns", () => {
  function leadCalls(length: number): { calls: number; text: string } {
    let calls = 0;
    const columnLead = (column: number): string => {
      calls += 1;
      return String(column % 10).repeat(length);
    };
    const text = joinChunks(gridChunks({ ...small, rowCount: 3, columnCount: 30, head: "", columnLead }));
    return { calls, text };
  }

  test("are made once for all rows, but for the first of each row", () => {
    expect(leadCalls(10).calls).toBe(30 + 3 - 1);
  });

  test("are made again where keeping them would take much memory, with the same text", () => {
    const long = leadCalls(1_000_000);
    // Eight of them are kept, and used in two more rows.
    expect(long.calls).toBe(3 * 30 - 2 * 8);
    const short = leadCalls(10);
    expect(
      long.text.replace(/(\d)\1{999999}/g, (_run, digit: string) => digit.repeat(10)) === short.text,
    ).toBe(true);
  });
});
