// Camera arithmetic. The product counts zoom with a world of 256·2^z px; MapLibre's world has 512·2^z, so its zoom
// is one less. World coordinates are 0…1, y down, as in src/geo/Mercator.h.

export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

export interface Point {
  x: number;
  y: number;
}

export const minZoom = 6;
export const maxZoom = 18;

export const toMapLibreZoom = (zoom: number): number => zoom - 1;
export const fromMapLibreZoom = (zoom: number): number => zoom + 1;

export function worldOf(lon: number, lat: number): Point {
  const sin = Math.sin((lat * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) };
}

/** Side of the world in CSS px. */
export const worldPixels = (zoom: number): number => 256 * 2 ** zoom;

/**
 * Where `origin` lies in px from the top left of a view of that size. Doubles all the way: at zoom 18 the world is
 * 67 million px wide, which a float would blur by several px.
 */
export function originOnScreen(origin: Point, camera: Camera, width: number, height: number): Point {
  const centre = worldOf(camera.lon, camera.lat);
  const side = worldPixels(camera.zoom);
  return { x: (origin.x - centre.x) * side + width / 2, y: (origin.y - centre.y) * side + height / 2 };
}

export function screenOf(lon: number, lat: number, camera: Camera, width: number, height: number): Point {
  return originOnScreen(worldOf(lon, lat), camera, width, height);
}

/** Same picture? A thousandth of a px is not worth a report. */
export function sameView(a: Camera, b: Camera): boolean {
  const eps = 1e-3 / worldPixels(Math.max(a.zoom, b.zoom));
  const p = worldOf(a.lon, a.lat);
  const q = worldOf(b.lon, b.lat);
  return Math.abs(a.zoom - b.zoom) < 1e-9 && Math.abs(p.x - q.x) < eps && Math.abs(p.y - q.y) < eps;
}
