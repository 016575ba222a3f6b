// What an Accept header asks for by name (RFC 9110, 12.5.1).

/** Whether it names the media type, and not with a quality of 0; a wildcard names none. */
export function asksFor(accept: string, type: string): boolean {
  return accept.split(',').some((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    if (name !== type.toLowerCase()) return false;
    const quality = parameters.find((one) => /^q\s*=/.test(one));
    return quality === undefined || Number(quality.slice(quality.indexOf('=') + 1)) !== 0;
  });
}
