// How MapLibre gets what it asks for, on the page and in its worker. XHR, because fetch() fails on own schemes in
// Chromium 102.
import type { RequestParameters } from 'maplibre-gl';

export function get(url: string, type: XMLHttpRequestResponseType, signal?: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = type;
    request.onload = () => resolve(request.response);
    request.onerror = () => reject(new Error(`no answer: ${url.split('?')[0] ?? ''}`));
    signal?.addEventListener('abort', () => {
      request.abort();
      reject(new DOMException('aborted', 'AbortError'));
    });
    request.send();
  });
}

/** For MapLibre's addProtocol. A tile that the file doesn't have is an empty tile, not an error. */
export async function load(request: RequestParameters, abort: AbortController): Promise<{ data: unknown }> {
  return { data: await get(request.url, request.type === 'json' ? 'json' : 'arraybuffer', abort.signal) };
}
