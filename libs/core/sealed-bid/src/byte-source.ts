/** Where bytes come from: a whole array, a Blob or File of the browser, a web stream, or a Node stream. */
export type ByteSource = Uint8Array | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

async function* fromReader(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  // Not every browser we support can iterate a stream, so the reader is asked by hand.
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The pieces of a source, one after the other; Node's Buffers come out as plain arrays. */
export async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array, void> {
  if (source instanceof Uint8Array) {
    yield source;
    return;
  }
  const pieces =
    'getReader' in source
      ? fromReader(source)
      : Symbol.asyncIterator in source
        ? source
        : fromReader(source.stream() as ReadableStream<Uint8Array>);
  for await (const piece of pieces) {
    yield new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
  }
}

/** A source as the web stream that age takes. */
export function streamOf(source: ByteSource): ReadableStream<Uint8Array> {
  const pieces = piecesOf(source);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** A source with somebody looking on. */
export async function* watched(
  source: ByteSource,
  look: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void> {
  for await (const piece of piecesOf(source)) {
    look(piece);
    yield piece;
  }
}
