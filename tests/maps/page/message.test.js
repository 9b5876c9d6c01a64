import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellFloats, decodeMessage, headerBytes, magic, markBytes } from '../../../maps/page/src/message.ts';

/** A message as ui/map/web/LiveMessage.cpp writes it. */
function message({ seq = 1, head = '', cells, width = 0, height = 0, marks }) {
  const text = new TextEncoder().encode(head);
  const padded = Math.ceil(text.length / 8) * 8;
  const atlasBytes = cells ? cells.length * 16 + width * height * 4 : 0;
  const buffer = new ArrayBuffer(headerBytes + padded + atlasBytes + (marks ? marks.length * markBytes : 0));
  const view = new DataView(buffer);
  const numbers = [magic, seq, text.length, (cells ? 1 : 0) | (marks ? 2 : 0), cells?.length ?? 0, width, height, marks?.length ?? 0];
  numbers.forEach((n, i) => view.setUint32(4 * i, n, true));
  view.setFloat64(32, 0.815, true);
  view.setFloat64(40, 0.434, true);
  new Uint8Array(buffer, headerBytes, padded).fill(32);
  new Uint8Array(buffer).set(text, headerBytes);
  let at = headerBytes + padded;
  for (const [x, y, w, h, dx, dy] of cells ?? []) {
    [x, y, w, h].forEach((n, i) => view.setUint16(at + 2 * i, n, true));
    view.setFloat32(at + 8, dx, true);
    view.setFloat32(at + 12, dy, true);
    at += 16;
  }
  at += cells ? width * height * 4 : 0;
  for (const [dx, dy, sprite, opacity] of marks ?? []) {
    view.setFloat32(at, dx, true);
    view.setFloat32(at + 4, dy, true);
    view.setUint16(at + 8, sprite, true);
    view.setUint8(at + 10, opacity);
    at += markBytes;
  }
  return buffer;
}

test('a message without sections', () => {
  const got = decodeMessage(message({ seq: 7 }));
  assert.deepEqual(got, { seq: 7, head: {} });
});

test('head, atlas and marks', () => {
  const got = decodeMessage(message({
    head: '{"camera":{"serial":1,"lon":113.7,"lat":23,"zoom":11}}',
    cells: [[0, 0, 8, 4, -4, -2], [8, 0, 8, 4, -3.5, -2]], width: 16, height: 4,
    marks: [[0.25, -0.5, 1, 255], [0, 0, 0, 89]],
  }));
  assert.equal(got.head.camera.lon, 113.7);
  assert.equal(got.atlas.count, 2);
  assert.deepEqual([...got.atlas.cells.slice(cellFloats, cellFloats + 6)], [8, 0, 8, 4, -3.5, -2]);
  assert.equal(got.atlas.pixels.length, 256);
  assert.equal(got.marks.count, 2);
  assert.equal(got.marks.originX, 0.815);
  const view = new DataView(got.marks.bytes.buffer, got.marks.bytes.byteOffset);
  assert.equal(view.getFloat32(0, true), 0.25);
  assert.equal(view.getUint8(markBytes + 10), 89);
});

test('Chinese in the head is counted in bytes', () => {
  const got = decodeMessage(message({ head: '{"overlay":{"labels":[{"text":"1 李伟"}]}}', marks: [[0, 0, 0, 255]] }));
  assert.equal(got.head.overlay.labels[0].text, '1 李伟');
  assert.equal(got.marks.count, 1);
});

test('no marks is not the same as zero marks', () => {
  assert.equal(decodeMessage(message({})).marks, undefined);
  assert.equal(decodeMessage(message({ marks: [] })).marks.count, 0);
});

test('what is not one whole message is refused', () => {
  const good = message({ head: '{}', marks: [[0, 0, 0, 255]] });
  for (let length = 0; length < good.byteLength; ++length) assert.throws(() => decodeMessage(good.slice(0, length)));
  const longer = new Uint8Array(good.byteLength + 4);
  longer.set(new Uint8Array(good));
  assert.throws(() => decodeMessage(longer.buffer), /left over/);
  const wrong = good.slice(0);
  new DataView(wrong).setUint32(0, 1, true);
  assert.throws(() => decodeMessage(wrong), /magic/);
});
