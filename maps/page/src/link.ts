// Talks to the program over map://, the only origin this page may reach. XHR, because fetch() fails on own schemes in
// Chromium 102.
import type { RequestParameters } from 'maplibre-gl';
import { decodeMessage, type Message } from './message.ts';

const base = 'map://app/';

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

/** For MapLibre's addProtocol. A tile the file doesn't have is an empty tile, not an error. */
export async function load(request: RequestParameters, abort: AbortController): Promise<{ data: unknown }> {
  return { data: await get(request.url, request.type === 'json' ? 'json' : 'arraybuffer', abort.signal) };
}

export type Report =
  | { what: 'camera'; serial: number; lon: number; lat: number; zoom: number }
  | { what: 'ready' }
  | { what: 'captured'; id: number }
  | { what: 'failed'; reason: string };

export async function report(message: Report): Promise<void> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(message)) query.set(key, String(value));
  await get(`${base}report?${query.toString()}`, 'text');
}

/** Asks for the next message until the page goes; an answer comes only when there is something new. */
export async function listen(onMessage: (message: Message) => void): Promise<never> {
  let seq = 0; // 0: tell me everything
  for (;;) {
    try {
      const message = decodeMessage((await get(`${base}live?seq=${seq}`, 'arraybuffer')) as ArrayBuffer);
      onMessage(message);
      seq = message.seq;
    } catch (error) {
      console.warn(String(error));
      seq = 0;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
