// One message from the program: a JSON head for what is rare, binary sections for what is big or frequent. Written by
// ui/map/web/LiveMessage.cpp; its layout is described there. Little endian; every section starts at a multiple of 4.

export type Language = 'zh' | 'en';
export type LayerName = 'grids' | 'people' | 'cases' | 'labels';

export interface Look {
  /** By token path: "map.land". */
  colours: Record<string, string>;
  families: string[];
  /** Px by type, at the user's scale: caption, body, title … */
  sizes: Record<string, number>;
  /** The user's scale, for lengths that the style gives at 100 %. */
  scale: number;
  language: Language;
  hidden: LayerName[];
}

export interface Ground {
  serial: number;
  minOutlineZoom: number;
  maxOutlineZoom: number;
  /** Is there a base map? */
  tiles: boolean;
  minTileZoom: number;
  maxTileZoom: number;
}

export interface OverlayText {
  lon: number;
  lat: number;
  /** Px that the mark reaches from its place. */
  reach: number;
  text: string;
}

export interface Overlay {
  line?: { from: [number, number]; to: [number, number]; label: string };
  labels: OverlayText[];
}

export interface Head {
  camera?: { serial: number; lon: number; lat: number; zoom: number };
  look?: Look;
  ground?: Ground;
  /** All grids that aren't normal: [index in the ground's grids, tone]. Replaces what was before. */
  tones?: [number, number][];
  overlay?: Overlay;
  settles?: number[];
}

export interface Atlas {
  width: number;
  height: number;
  /** Premultiplied RGBA. */
  pixels: Uint8Array;
  count: number;
  /** Per sprite x, y, width, height (px in the atlas), then dx, dy from the mark's place to the top left (device px). */
  cells: Float32Array;
}

export interface Marks {
  count: number;
  originX: number;
  originY: number;
  /** 12 bytes a mark: float dx, dy from the origin; u16 sprite; u8 opacity; u8 unused. */
  bytes: Uint8Array;
}

export interface Message {
  seq: number;
  head: Head;
  atlas?: Atlas;
  marks?: Marks;
}

export const magic = 0x314d535a; // "ZSM1"
export const headerBytes = 48;
export const spriteBytes = 16;
export const markBytes = 12;
export const cellFloats = 8;
const hasAtlas = 1;
const hasMarks = 2;

const padded = (n: number): number => (n + 7) & ~7;

/** Throws when the bytes are not one whole message. */
export function decodeMessage(buffer: ArrayBuffer): Message {
  if (buffer.byteLength < headerBytes) throw new Error('message: shorter than its header');
  const view = new DataView(buffer);
  if (view.getUint32(0, true) !== magic) throw new Error('message: wrong magic');
  const seq = view.getUint32(4, true);
  const headLength = view.getUint32(8, true);
  const flags = view.getUint32(12, true);
  const spriteCount = view.getUint32(16, true);
  const width = view.getUint32(20, true);
  const height = view.getUint32(24, true);
  const count = view.getUint32(28, true);
  const originX = view.getFloat64(32, true);
  const originY = view.getFloat64(40, true);

  let at = headerBytes;
  const take = (length: number): Uint8Array => {
    if (at + length > buffer.byteLength) throw new Error('message: cut short');
    const part = new Uint8Array(buffer, at, length);
    at += length;
    return part;
  };
  const text = new TextDecoder().decode(take(headLength));
  at = padded(at);
  const message: Message = { seq, head: headLength === 0 ? {} : (JSON.parse(text) as Head) };
  if (flags & hasAtlas) {
    const start = at;
    take(spriteCount * spriteBytes);
    const cells = new Float32Array(spriteCount * cellFloats);
    for (let i = 0; i < spriteCount; ++i) {
      const from = start + i * spriteBytes;
      const to = i * cellFloats;
      for (let k = 0; k < 4; ++k) cells[to + k] = view.getUint16(from + 2 * k, true);
      cells[to + 4] = view.getFloat32(from + 8, true);
      cells[to + 5] = view.getFloat32(from + 12, true);
    }
    message.atlas = { width, height, count: spriteCount, cells, pixels: take(width * height * 4) };
  }
  if (flags & hasMarks) message.marks = { count, originX, originY, bytes: take(count * markBytes) };
  if (at !== buffer.byteLength) throw new Error('message: bytes left over');
  return message;
}
