// Reads a body of newline-delimited JSON as it comes in, line by line, without parsing what is not asked for.

/**
 * The complete lines of each piece that arrives, as one list; empty lines are left out. A last line without an end
 * counts as one. Errors: those of the body, such as that it was aborted.
 */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string[]> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      const full = lines.filter((line) => line !== '' && line !== '\r');
      if (full.length > 0) yield full;
      if (done) return;
    }
  } finally {
    // Whoever stops reading stops the sender too.
    await reader.cancel().catch(() => undefined);
  }
}
