import type { StopSignal } from "../layers/stop-source.ts";
import type { Bytes, LimitedBody } from "./limited-body.ts";

/**
 * A body as a stream for the caller. It fails with the typed error of whatever goes wrong, and at once when the signal
 * is aborted.
 *
 * @param end Called once, when the stream has come to its end in any way.
 */
export function streamBody(body: LimitedBody, signal: StopSignal, end: () => void): ReadableStream<Bytes> {
  let abort = (): void => {};
  const finish = (): void => {
    signal.removeEventListener("abort", abort);
    end();
  };
  return new ReadableStream<Bytes>(
    {
      start(controller) {
        abort = () => {
          body.cancel();
          controller.error(signal.reason);
          finish();
        };
        if (signal.aborted) abort();
        else signal.addEventListener("abort", abort, { once: true });
      },
      async pull(controller) {
        try {
          const chunk = await body.read();
          if (chunk !== undefined) return controller.enqueue(chunk);
          finish();
          controller.close();
        } catch (error) {
          // After an abort the stream has failed already.
          if (!signal.aborted) controller.error(error);
          finish();
        }
      },
      cancel() {
        body.cancel();
        finish();
      },
    },
    { highWaterMark: 0 },
  );
}
