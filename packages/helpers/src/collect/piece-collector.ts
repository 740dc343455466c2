import { isUsageError } from "@ldusage/types/errors";
import { cutRequest } from "../plan/plan-requests.ts";
import type { PlannedRequest, RequestPlan } from "../plan/request-plan.ts";
import type { TimeRange } from "../ranges/time-range.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { isFinal, requestKey } from "./body-cache.ts";
import type { CollectOptions, CollectProgress } from "./collect-options.ts";
import { readPiece } from "./read-piece.ts";
import type { Outcome } from "./run-in-line.ts";
import type { SeriesSource } from "./series-source.ts";

/**
 * A part of a collection.
 *
 * @example
 * ```ts
 * import { collectPieces, type SeriesPiece, type SeriesSource } from "@ldusage/helpers";
 *
 * const source: SeriesSource = { request: async () => ({ ok: true, data: { metadata: [], series: [] } }) };
 * const asked = { from: "2024-01-01", to: "2025-01-01" };
 * const pieces: SeriesPiece[] = [];
 * for await (const piece of collectPieces(source, "getMAUTotalUsage", asked)) pieces.push(piece);
 * pieces.map(({ range }) => new Date(range.toMs).toISOString()); //=> ["2024-12-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z"]
 * ```
 */
export interface SeriesPiece {
  /** The points of the table are those whose time is inside. */
  readonly range: TimeRange;
  readonly table: SeriesTable;
  /** Whether the body came from the cache. */
  readonly isCached: boolean;
}

/** Makes the requests of one plan, and keeps count of them. */
export class PieceCollector {
  readonly #source: SeriesSource;
  readonly #plan: RequestPlan;
  readonly #options: CollectOptions & { readonly nowMs: number };
  #progress: CollectProgress;
  /** Whether a range was too large: no other that can be cut is tried as a whole. */
  #isCut = false;

  constructor(source: SeriesSource, plan: RequestPlan, options: CollectOptions & { readonly nowMs: number }) {
    this.#source = source;
    this.#plan = plan;
    this.#options = options;
    this.#progress = {
      piecesDone: 0,
      piecesPlanned: plan.requests.length,
      piecesCached: 0,
      points: 0,
      bytes: 0,
      waiting: 0,
    };
  }

  /** Gets one piece from the cache or the source, or says which ones to get instead. */
  async collect(request: PlannedRequest, signal: AbortSignal): Promise<Outcome<PlannedRequest, SeriesPiece>> {
    const { cache, lateDays = 3, nowMs } = this.#options;
    const { operationId } = this.#plan;
    if (this.#isCut) {
      const parts = this.#cut(request);
      if (parts !== undefined) return parts;
    }
    const key =
      cache && isFinal(operationId, request, nowMs, lateDays)
        ? requestKey(operationId, request.parameters)
        : undefined;
    const cached = key === undefined ? undefined : await cache?.get(key);
    // Many stores say `null` of what they do not have.
    const known = cached ? this.#tryToRead(request, cached) : undefined;
    if (known !== undefined) return this.#done(request, known, cached, true);
    const answer = await this.#ask(request, signal);
    if (!answer.ok) {
      const parts = isTooLarge(answer.error) ? this.#cut(request) : undefined;
      if (parts === undefined) throw answer.error;
      this.#isCut = true;
      return parts;
    }
    const table = this.#read(request, answer.data);
    // What cannot be read was refused above, and is not kept.
    if (key !== undefined) await cache?.set(key, bytesOf(answer.data));
    return this.#done(request, table, answer.data, false);
  }

  #cut(request: PlannedRequest): { readonly instead: readonly PlannedRequest[] } | undefined {
    const parts = cutRequest(this.#plan.operationId, request);
    if (parts.length < 2) return undefined;
    this.#report({ piecesPlanned: this.#progress.piecesPlanned + parts.length - 1 });
    return { instead: parts };
  }

  #read(request: PlannedRequest, data: unknown): SeriesTable {
    const { nowMs, resolveConflict } = this.#options;
    return readPiece(this.#plan.operationId, request, data, { nowMs, resolveConflict });
  }

  /** A cached body that is damaged is asked for again. */
  #tryToRead(request: PlannedRequest, body: Uint8Array): SeriesTable | undefined {
    try {
      return this.#read(request, body);
    } catch (error) {
      if (isUsageError(error)) return undefined;
      throw error;
    }
  }

  async #ask(request: PlannedRequest, signal: AbortSignal): ReturnType<SeriesSource["request"]> {
    let isWaiting = false;
    const wait = (next: boolean): void => {
      if (next === isWaiting) return;
      isWaiting = next;
      this.#report({ waiting: this.#progress.waiting + (next ? 1 : -1) });
    };
    try {
      return await this.#source.request(this.#plan.operationId, request.parameters, {
        parse: "bytes",
        signal,
        // A place among the source's own requests is not the server's to give.
        onEvent: ({ type, reason }) => wait(type === "wait" && reason !== "concurrency"),
      });
    } finally {
      wait(false);
    }
  }

  #done(
    { keep }: PlannedRequest,
    table: SeriesTable,
    body: unknown,
    isCached: boolean,
  ): { readonly result: SeriesPiece } {
    const { piecesDone, piecesCached, points, bytes } = this.#progress;
    this.#report({
      piecesDone: piecesDone + 1,
      piecesCached: piecesCached + (isCached ? 1 : 0),
      points: points + table.timeMs.length,
      bytes: bytes + (body instanceof Uint8Array ? body.length : 0),
    });
    return { result: { range: keep, table, isCached } };
  }

  #report(changes: Partial<CollectProgress>): void {
    this.#progress = { ...this.#progress, ...changes };
    this.#options.onProgress?.(this.#progress);
  }
}

function isTooLarge(error: unknown): boolean {
  return typeof error === "object" && error !== null && Reflect.get(error, "reason") === "range-too-large";
}

function bytesOf(data: unknown): Uint8Array {
  return data instanceof Uint8Array ? data : new TextEncoder().encode(JSON.stringify(data));
}
