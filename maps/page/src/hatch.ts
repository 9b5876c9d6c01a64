// The hatch over a grid that can't take a case: diagonal lines, seamless as a tile.

const side = 8;

/** `colour` as a theme writes it: #rrggbb. */
export function hatch(colour: string, ratio: number): { width: number; height: number; data: Uint8ClampedArray } {
  const size = Math.max(1, Math.round(side * ratio));
  const data = new Uint8ClampedArray(size * size * 4);
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0) as [number, number, number];
  const line = Math.max(1, Math.round(ratio));
  for (let y = 0; y < size; ++y)
    for (let x = 0; x < size; ++x)
      if ((x + y) % size < line) data.set([r, g, b, 200], (y * size + x) * 4);
  return { width: size, height: size, data };
}
