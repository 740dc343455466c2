/** A stream that makes a chunk only when one is asked for, and no more once it is cancelled. */
export function streamChunks(
  chunks: Generator<Uint8Array<ArrayBuffer>, undefined>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      pull(controller) {
        const { value } = chunks.next();
        if (value === undefined) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
