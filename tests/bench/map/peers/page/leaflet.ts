// Leaflet as its own guide shows it: one circleMarker a thing, moved by setLatLng and coloured by setStyle.
import * as L from 'leaflet';
import { colours, run, type Frame } from './feed.ts';

const svg = location.search === '?svg';

void run(async (city) => {
  const renderer = svg ? L.svg({ padding: 0.1 }) : L.canvas({ padding: 0.1 });
  const map = L.map('map', { preferCanvas: !svg, renderer, zoomControl: false, attributionControl: false, zoomAnimation: false, zoomSnap: 0 });
  map.setView([city.centre[1], city.centre[0]], city.zoom);
  L.geoJSON(city.grids, { interactive: false, style: { color: '#d8dde1', weight: 1, fill: false } }).addTo(map);
  for (const [lon, lat] of city.cases)
    L.circleMarker([lat, lon], { radius: 6, weight: 1, color: '#fbfcfc', fillColor: '#2c3339', fillOpacity: 1 }).addTo(map);
  const people: L.CircleMarker[] = [];
  const states: number[] = [];
  return (frame: Frame) => {
    for (let i = 0; i < frame.count; ++i) {
      const at: L.LatLngExpression = [frame.values[3 * i + 1] as number, frame.values[3 * i] as number];
      const state = frame.values[3 * i + 2] as number;
      const marker = people[i];
      if (!marker) {
        people.push(L.circleMarker(at, { radius: 7, weight: 2, color: '#fbfcfc', fillColor: colours[state] ?? '', fillOpacity: 1 }).addTo(map));
        states.push(state);
        continue;
      }
      // Kind to it: the colour is only set when it changed, and the one redraw is asked for by setLatLng.
      if (states[i] !== state) {
        marker.options.fillColor = colours[state] ?? '';
        if (svg) marker.setStyle({ fillColor: marker.options.fillColor });
        states[i] = state;
      }
      marker.setLatLng(at);
    }
  };
});
