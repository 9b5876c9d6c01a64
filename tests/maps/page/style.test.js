import assert from 'node:assert/strict';
import { test } from 'node:test';
import source from '../../../maps/style/style.json';
import themes from '../../../resources/themes/zhongshu.json';
import { hatch } from '../../../maps/page/src/hatch.ts';
import { buildStyle, hatchColour } from '../../../maps/page/src/style.ts';

function look(mode, extra = {}) {
  const colours = {};
  for (const [group, tokens] of Object.entries(themes.themes[mode]))
    for (const [name, value] of Object.entries(tokens))
      if (typeof value === 'string' && value.startsWith('#')) colours[`${group}.${name}`] = value;
  return { colours, families: ['Noto Sans CJK SC'], sizes: { caption: 12, body: 13, title: 16 }, scale: 1, language: 'zh', hidden: [], ...extra };
}
const ground = { serial: 3, minOutlineZoom: 4, maxOutlineZoom: 14, tiles: true, minTileZoom: 6, maxTileZoom: 14 };
const build = (options = {}) => buildStyle({ source, look: look('light'), ground, tones: new Set(), ...options });
const layer = (style, id) => style.layers.find((each) => each.id === id);

test('every token of the style is in both themes', () => {
  for (const mode of ['light', 'dark']) assert.ok(build({ look: look(mode), tones: new Set([1, 2, 3, 4, 5]) }).layers.length > source.layers.length);
});

test('every layer has a source that is there, and its id once', () => {
  const style = build();
  for (const each of style.layers) if (each.source) assert.ok(style.sources[each.source], each.id);
  assert.equal(new Set(style.layers.map((each) => each.id)).size, style.layers.length);
});

test('no address but our own, no glyphs, no sprites', () => {
  const style = build();
  assert.equal(style.glyphs, undefined);
  assert.equal(style.sprite, undefined);
  const addresses = JSON.stringify(style).match(/[a-z]+:\/\/[^"]*/g) ?? [];
  assert.ok(addresses.length > 0);
  for (const address of addresses) assert.ok(address.startsWith('map://app/'), address);
});

test('zooms are turned into those of MapLibre', () => {
  const grid = layer(build(), 'grid');
  const stops = source.layers.find((each) => each.id === 'grid');
  assert.equal(grid.minzoom, stops.minzoom - 1);
  assert.deepEqual(grid.paint['line-width'], ['interpolate', ['linear'], ['zoom'], ...stops.width.flatMap(([z, w]) => [z - 1, w])]);
});

test('lengths follow the scale of the user', () => {
  const stops = source.layers.find((each) => each.id === 'town').width;
  assert.equal(layer(build({ look: look('light', { scale: 2 }) }), 'town').paint['line-width'][4], stops[0][1] * 2);
});

test('without tiles the layers of tiles are left out', () => {
  const style = build({ ground: { ...ground, tiles: false } });
  assert.equal(style.sources.tiles, undefined);
  assert.equal(layer(style, 'water'), undefined);
  assert.ok(layer(style, 'town'));
});

test('without a ground nothing is asked for', () => {
  assert.ok(!JSON.stringify(build({ ground: undefined }).sources).includes('map://'));
});

test('names in the language of the user', () => {
  assert.deepEqual(layer(build(), 'label-town').layout['text-field'], ['get', 'zh']);
  assert.deepEqual(layer(build({ look: look('light', { language: 'en' }) }), 'label-town').layout['text-field'], ['get', 'en']);
});

test('the most important names come last, since the last are placed first', () => {
  const ids = build().layers.map((each) => each.id).filter((id) => id.startsWith('label-'));
  assert.equal(ids.at(-1), 'label-city');
  assert.equal(ids.at(0), 'label-grid');
});

test('a hidden layer stays in the style, unseen', () => {
  const style = build({ look: look('light', { hidden: ['grids', 'labels'] }) });
  assert.equal(layer(style, 'grid').layout.visibility, 'none');
  assert.equal(layer(style, 'label-town').layout.visibility, 'none');
  assert.equal(layer(style, 'town').layout.visibility, 'visible');
});

test('tones that no grid has are not drawn', () => {
  assert.equal(layer(build(), 'tone-illegal-hatch').layout.visibility, 'none');
  assert.equal(layer(build({ tones: new Set([5]) }), 'tone-illegal-hatch').layout.visibility, 'visible');
  assert.equal(layer(build({ tones: new Set([1]) }), 'muted').layout.visibility, 'visible');
});

test('a token that the theme lacks is named', () => {
  const bare = look('light');
  delete bare.colours['map.land'];
  assert.throws(() => build({ look: bare }), /map\.land/);
});

test('the hatch repeats without a seam', () => {
  const { width, height, data } = hatch(hatchColour(source, look('light')), 1);
  assert.equal(data.length, width * height * 4);
  const lit = (x, y) => data[(((y + height) % height) * width + ((x + width) % width)) * 4 + 3] > 0;
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) assert.equal(lit(x, y), lit(x + 1, y - 1), `${x} ${y}`);
});
