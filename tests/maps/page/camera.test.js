import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromMapLibreZoom, originOnScreen, sameView, screenOf, toMapLibreZoom, worldOf, worldPixels } from '../../../maps/page/src/camera.ts';

const near = (actual, expected, eps) => assert.ok(Math.abs(actual - expected) <= eps, `${actual} is not ${expected}`);

test('world coordinates are those of web mercator', () => {
  assert.deepEqual(worldOf(-180, 0).x, 0);
  near(worldOf(0, 0).y, 0.5, 1e-15);
  near(worldOf(0, 85.0511287798066).y, 0, 1e-12);
  near(worldOf(113.75, 23.02).x, 0.815972222222, 1e-12);
});

test('zooms differ by one', () => {
  assert.equal(toMapLibreZoom(11), 10);
  assert.equal(fromMapLibreZoom(toMapLibreZoom(12.25)), 12.25);
  assert.equal(worldPixels(1), 512);
});

test('the centre lies in the middle, east is right, south is down', () => {
  const camera = { lon: 113.75, lat: 23.02, zoom: 12 };
  const middle = screenOf(113.75, 23.02, camera, 800, 600);
  near(middle.x, 400, 1e-6);
  near(middle.y, 300, 1e-6);
  const east = screenOf(113.76, 23.01, camera, 800, 600);
  near(east.x - 400, (0.01 / 360) * 256 * 4096, 1e-6);
  assert.ok(east.y > 300);
});

test('an origin near the camera keeps a float exact to a hundredth of a px at the highest zoom', () => {
  const camera = { lon: 113.75, lat: 23.02, zoom: 18 };
  const origin = worldOf(113.4, 22.7);
  const place = worldOf(113.7501, 23.0203);
  const at = originOnScreen(origin, camera, 800, 600);
  const side = worldPixels(18);
  const x = at.x + Math.fround(place.x - origin.x) * side;
  const y = at.y + Math.fround(place.y - origin.y) * side;
  const exact = screenOf(113.7501, 23.0203, camera, 800, 600);
  near(x, exact.x, 0.01);
  near(y, exact.y, 0.01);
});

test('a thousandth of a px is the same view', () => {
  const camera = { lon: 113.75, lat: 23.02, zoom: 12 };
  assert.ok(sameView(camera, { ...camera, lon: camera.lon + 1e-10 }));
  assert.ok(!sameView(camera, { ...camera, lon: camera.lon + 1e-4 }));
  assert.ok(!sameView(camera, { ...camera, zoom: 12.001 }));
});
