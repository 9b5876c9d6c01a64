// MapLibre as its own guide shows it for moving things: a GeoJSON source, replaced by setData at every update.
import { GeoJSONSource, Map, setWorkerUrl } from 'maplibre-gl';
import { colours, run, type Frame } from './feed.ts';

const collection = (features: GeoJSON.Feature<GeoJSON.Point>[]): GeoJSON.FeatureCollection<GeoJSON.Point> => ({ type: 'FeatureCollection', features });

setWorkerUrl('map://app/worker.js');
void run(async (city) => {
  const cases = collection(city.cases.map((at) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: at } })));
  const map = new Map({
    container: 'map', center: city.centre, zoom: city.zoom - 1, attributionControl: false, fadeDuration: 0, validateStyle: false,
    style: {
      version: 8,
      sources: {
        grids: { type: 'geojson', data: city.grids },
        cases: { type: 'geojson', data: cases },
        people: { type: 'geojson', data: collection([]) },
      },
      layers: [
        { id: 'background', type: 'background', paint: { 'background-color': '#fafbfb' } },
        { id: 'grids', type: 'line', source: 'grids', paint: { 'line-color': '#d8dde1', 'line-width': 1 } },
        { id: 'cases', type: 'circle', source: 'cases', paint: { 'circle-radius': 6, 'circle-color': '#2c3339', 'circle-stroke-color': '#fbfcfc', 'circle-stroke-width': 1 } },
        {
          id: 'people', type: 'circle', source: 'people',
          paint: {
            'circle-radius': 7, 'circle-stroke-color': '#fbfcfc', 'circle-stroke-width': 2,
            'circle-color': ['match', ['get', 's'], 0, colours[0] ?? '', 1, colours[1] ?? '', 2, colours[2] ?? '', 3, colours[3] ?? '', colours[4] ?? ''],
          },
        },
      ],
    },
  });
  await map.once('idle');
  return async (frame: Frame) => {
    const features: GeoJSON.Feature<GeoJSON.Point>[] = [];
    for (let i = 0; i < frame.count; ++i)
      features.push({
        type: 'Feature', properties: { s: frame.values[3 * i + 2] },
        geometry: { type: 'Point', coordinates: [frame.values[3 * i] as number, frame.values[3 * i + 1] as number] },
      });
    const drawn = new Promise<void>((resolve) => {
      const look = (event: { sourceId?: string; isSourceLoaded?: boolean }): void => {
        if (event.sourceId !== 'people' || !event.isSourceLoaded) return;
        map.off('sourcedata', look);
        map.once('render', () => resolve());
      };
      map.on('sourcedata', look);
    });
    (map.getSource('people') as GeoJSONSource).setData(collection(features));
    await drawn;
  };
});
