// Makes MapLibre's style from maps/style/style.json (its README says what every field means), the theme's tokens and
// the language. No colour is written here.
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { toMapLibreZoom } from './camera.ts';
import type { Ground, Look } from './message.ts';

type ByZoom = [number, number][];

export interface SourceLayer {
  id: string;
  from: 'tiles' | 'towns' | 'grids' | 'muted';
  draw: 'fill' | 'line';
  layer?: string;
  where?: Record<string, string[]>;
  colour: string;
  width?: ByZoom;
  minzoom?: number;
  maxzoom?: number;
}

interface LabelLook {
  type: string;
  weight: 'normal' | 'strong';
  colour: string;
}

export interface LabelRank extends LabelLook {
  minzoom?: number;
  maxzoom?: number;
  small?: LabelLook & { below: number };
}

interface ToneLook {
  fill?: string;
  opacity?: number;
  line?: string;
  width?: number;
  hatch?: string;
}

export interface StyleSource {
  background: string;
  layers: SourceLayer[];
  labels: { halo: { colour: string; width: number }; gap: number; ranks: Record<string, LabelRank> };
  tones: Record<'legal' | 'hover' | 'selected' | 'illegal', ToneLook>;
}

/** GridTone of ui/map/MapSurface.h, by number. */
export const toneNames = ['normal', 'muted', 'legal', 'hover', 'selected', 'illegal'] as const;
const muted = 1;
/** Bottom to top: neighbours share a border, and the one under the pointer keeps it whole. */
const toneOrder = ['illegal', 'legal', 'selected', 'hover'] as const;

export const hatchImage = 'grid-hatch';
/** The source of towns and grids, and the layer of grids in it: what a tone is set on. */
export const outlines = 'outlines';
export const gridLayer = 'grids';

export function token(look: Look, path: string): string {
  const colour = look.colours[path];
  if (colour === undefined) throw new Error(`style: the theme has no ${path}`);
  return colour;
}

export function hatchColour(source: StyleSource, look: Look): string {
  return token(look, source.tones.illegal.hatch ?? 'line.strong');
}

function widthOf(width: ByZoom | undefined, scale: number): unknown {
  if (!width || width.length === 0) return scale;
  if (width.length === 1) return (width[0] as [number, number])[1] * scale;
  return ['interpolate', ['linear'], ['zoom'], ...width.flatMap(([z, px]) => [toMapLibreZoom(z), px * scale])];
}

const widest = (width: ByZoom | undefined): number => Math.max(1, ...(width ?? []).map(([, px]) => px));

function zoomLimits(from: { minzoom?: number; maxzoom?: number }): Record<string, number> {
  const limits: Record<string, number> = {};
  if (from.minzoom !== undefined) limits['minzoom'] = Math.max(0, toMapLibreZoom(from.minzoom));
  if (from.maxzoom !== undefined) limits['maxzoom'] = Math.max(0, toMapLibreZoom(from.maxzoom));
  return limits;
}

const visible = (yes: boolean): { visibility: 'visible' | 'none' } => ({ visibility: yes ? 'visible' : 'none' });
const toneIs = (...tones: number[]): unknown[] => ['in', ['coalesce', ['feature-state', 'tone'], 0], ['literal', tones]];

export interface StyleInput {
  source: StyleSource;
  look: Look;
  ground: Ground | undefined;
  /** Tones in use. A layer of a tone that no grid has isn't drawn: normal grids cost nothing. */
  tones: ReadonlySet<number>;
}

function groundLayer(layer: SourceLayer, { look, tones }: StyleInput): LayerSpecification {
  const colour = token(look, layer.colour);
  const shown = layer.from === 'muted' ? tones.has(muted) : layer.from !== 'grids' || !look.hidden.includes('grids');
  const base = {
    id: layer.id,
    source: layer.from === 'tiles' ? 'tiles' : outlines,
    'source-layer': layer.from === 'tiles' ? (layer.layer ?? layer.id) : layer.from === 'towns' ? 'towns' : gridLayer,
    ...zoomLimits(layer),
    ...(layer.where
      ? { filter: ['all', ...Object.entries(layer.where).map(([key, values]) => ['in', ['get', key], ['literal', values]])] }
      : {}),
  };
  if (layer.draw === 'line')
    return {
      ...base, type: 'line',
      // Round joins treble the vertices; under 2 px nobody sees them.
      layout: { ...visible(shown), ...(widest(layer.width) > 2 ? { 'line-join': 'round', 'line-cap': 'round' } : {}) },
      paint: { 'line-color': colour, 'line-width': widthOf(layer.width, look.scale) },
    } as unknown as LayerSpecification;
  return {
    ...base, type: 'fill', layout: visible(shown),
    paint: {
      'fill-color': colour,
      // Lines are drawn over the edges of towns and grids anyway.
      'fill-antialias': layer.from === 'tiles',
      ...(layer.from === 'muted' ? { 'fill-opacity': ['case', toneIs(muted), 1, 0] } : {}),
    },
  } as unknown as LayerSpecification;
}

/** Grids that stand out: colour by feature-state, so a change of tone never touches the geometry. */
function toneLayers({ source, look, tones }: StyleInput): LayerSpecification[] {
  const layers: unknown[] = [];
  for (const name of toneOrder) {
    const style = source.tones[name];
    const number = toneNames.indexOf(name);
    const layout = visible(tones.has(number));
    const add = (part: string, type: string, paint: Record<string, unknown>): void => {
      layers.push({ id: `tone-${name}-${part}`, type, source: outlines, 'source-layer': gridLayer, layout, paint });
    };
    if (style.fill)
      add('fill', 'fill', {
        'fill-antialias': false, 'fill-color': token(look, style.fill),
        'fill-opacity': ['case', toneIs(number), style.opacity ?? 1, 0],
      });
    if (style.hatch)
      add('hatch', 'fill', { 'fill-pattern': hatchImage, 'fill-opacity': ['case', toneIs(number), 1, 0] });
    if (style.line)
      add('line', 'line', {
        'line-color': token(look, style.line), 'line-width': (style.width ?? 1) * look.scale,
        'line-opacity': ['case', toneIs(number), 1, 0],
      });
  }
  return layers as LayerSpecification[];
}

function labelLayer(name: string, rank: LabelRank, { source, look }: StyleInput): LayerSpecification {
  const family = look.families[0] ?? 'sans-serif';
  // MapLibre reads the weight from the first name; the second is the family that exists.
  const font = (of: LabelLook): string[] => (of.weight === 'strong' ? [`${family} Bold`, family] : [family]);
  const size = (of: LabelLook): number => look.sizes[of.type] ?? 12;
  const small = rank.small;
  const below = small ? toMapLibreZoom(small.below) : 0;
  const step = <T>(pick: (of: LabelLook) => T, wrap: (value: T) => unknown): unknown =>
    small ? ['step', ['zoom'], wrap(pick(small)), below, wrap(pick(rank))] : pick(rank);
  const plain = (value: unknown): unknown => value;
  return {
    id: `label-${name}`, type: 'symbol', source: 'labels', ...zoomLimits(rank),
    filter: ['==', ['get', 'rank'], name],
    layout: {
      ...visible(!look.hidden.includes('labels')),
      'text-field': ['get', look.language],
      'text-font': step(font, (value) => ['literal', value]),
      'text-size': step(size, plain),
      'text-padding': source.labels.gap / 2,
      'text-max-width': 20,
    },
    paint: {
      'text-color': step((of) => token(look, of.colour), plain),
      'text-halo-color': token(look, source.labels.halo.colour),
      'text-halo-width': source.labels.halo.width,
    },
  } as unknown as LayerSpecification;
}

function sourcesOf(ground: Ground | undefined): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {
    labels: { type: 'geojson', data: ground ? `map://app/ground/${ground.serial}/labels.json` : { type: 'FeatureCollection', features: [] } },
  };
  const vector = (kind: string, serial: number, minzoom: number, maxzoom: number): SourceSpecification => ({
    type: 'vector', tiles: [`map://app/${kind}/${serial}/{z}/{x}/{y}`], minzoom, maxzoom,
  });
  if (ground) sources[outlines] = vector('ground', ground.serial, ground.minOutlineZoom, ground.maxOutlineZoom);
  if (ground?.tiles) sources['tiles'] = vector('tile', ground.serial, ground.minTileZoom, ground.maxTileZoom);
  return sources;
}

/** Layers of what isn't there are left out. */
export function buildStyle(input: StyleInput): StyleSpecification {
  const { source, look, ground } = input;
  const layers: LayerSpecification[] = [
    { id: 'background', type: 'background', paint: { 'background-color': token(look, source.background) } },
  ];
  for (const layer of source.layers)
    if (layer.from === 'tiles' ? ground?.tiles : ground) layers.push(groundLayer(layer, input));
  if (ground) layers.push(...toneLayers(input));
  // MapLibre places the topmost layer first, so the most important rank goes last.
  const ranks = Object.entries(source.labels.ranks).reverse();
  for (const [name, rank] of ranks) layers.push(labelLayer(name, rank, input));
  return { version: 8, sources: sourcesOf(ground), layers };
}
