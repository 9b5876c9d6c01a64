// Talks to the program over map://, the only origin this page may reach.
import { get } from './load.ts';
import { decodeMessage, type Message } from './message.ts';

const base = 'map://app/';

export type Report =
  | { what: 'camera'; serial: number; lon: number; lat: number; zoom: number }
  | { what: 'ready' }
  | { what: 'settled'; id: number }
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
