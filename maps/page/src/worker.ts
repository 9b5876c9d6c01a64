// Runs in MapLibre's worker, behind its own script: the worker gets tiles and outlines itself. Through the page they would
// be read there and copied over, which costs a second at the start of a city of 3,000 grids on a slow machine.
import { load } from './load.ts';

declare const self: { addProtocol(scheme: string, loader: typeof load): void };
self.addProtocol('map', load);
