// What both peers share: the same data over the same long poll as ours has, and an answer after every drawn update.
export interface City {
  grids: GeoJSON.FeatureCollection<GeoJSON.MultiPolygon>;
  /** lon, lat */
  cases: [number, number][];
  centre: [number, number];
  /** World of 256·2^zoom px. */
  zoom: number;
}

export interface Frame {
  seq: number;
  count: number;
  /** lon, lat, status a person. */
  values: Float32Array;
}

export const colours = ['#4e5760', '#0069a5', '#855400', '#b83200', '#00704f'];

function get(path: string, type: XMLHttpRequestResponseType): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', `map://app/${path}`);
    request.responseType = type;
    request.onload = () => resolve(request.response);
    request.onerror = () => reject(new Error(path));
    request.send();
  });
}

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Loads the city, lets the peer build its map, then feeds it until the page goes. */
export async function run(build: (city: City) => Promise<(frame: Frame) => Promise<void> | void>): Promise<void> {
  try {
    const update = await build((await get('city.json', 'json')) as City);
    await nextFrame();
    await nextFrame();
    await get('report?what=ready', 'text');
    for (;;) {
      const buffer = (await get('live', 'arraybuffer')) as ArrayBuffer;
      const head = new Uint32Array(buffer, 0, 2);
      const frame: Frame = { seq: head[0] ?? 0, count: head[1] ?? 0, values: new Float32Array(buffer, 8) };
      await update(frame);
      await nextFrame();
      await get(`report?what=drawn&seq=${frame.seq}`, 'text');
    }
  } catch (error) {
    await get(`report?what=failed&reason=${encodeURIComponent(String(error))}`, 'text');
  }
}
