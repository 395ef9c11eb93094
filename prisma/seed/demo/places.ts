import { seedId } from '../seed-id';

export interface DemoRegister {
  id: string;
  deviceId: string;
  number: number;
  name: string;
  terminalReaderId: string;
  enrolmentCode: string;
}

export interface DemoPlace {
  id: string;
  code: string;
  name: string;
  kind: 'store' | 'warehouse';
  marketCode: 'GB' | 'DE';
  channelCode: string | null;
  timeZone: string;
  address: { line1: string; city: string; postalCode: string; country: string };
  latitude: number;
  longitude: number;
  /** Stores that share prices, and the part of the country. */
  priceZone?: string;
  region?: string;
  /** Share of the catalogue that the place carries, 0 to 1. */
  assortment: number;
  registers: DemoRegister[];
}

interface StoreFacts {
  code: string;
  name: string;
  street: string;
  city: string;
  postalCode: string;
  at: [latitude: number, longitude: number];
  assortment: number;
  priceZone?: string;
  region?: string;
}

function registersOf(storeCode: string): DemoRegister[] {
  return [1, 2].map((number) => ({
    id: seedId(`register:${storeCode}:${number}`),
    deviceId: seedId(`device:${storeCode}:${number}`),
    number,
    name: `Till ${number}`,
    terminalReaderId: `tmr_simulated_${storeCode.toLowerCase()}_${number}`,
    enrolmentCode: `${storeCode}-${number}`,
  }));
}

function storeOf(marketCode: 'GB' | 'DE', facts: StoreFacts): DemoPlace {
  return {
    id: seedId(`location:${facts.code}`),
    code: facts.code,
    name: facts.name,
    kind: 'store',
    marketCode,
    channelCode: marketCode === 'GB' ? 'store-gb' : 'store-de',
    timeZone: marketCode === 'GB' ? 'Europe/London' : 'Europe/Berlin',
    address: { line1: facts.street, city: facts.city, postalCode: facts.postalCode, country: marketCode },
    latitude: facts.at[0],
    longitude: facts.at[1],
    assortment: facts.assortment,
    ...(facts.priceZone ? { priceZone: facts.priceZone } : {}),
    ...(facts.region ? { region: facts.region } : {}),
    registers: registersOf(facts.code),
  };
}

// Towns and coordinates are true, streets and numbers are invented.
const british: StoreFacts[] = [
  { code: 'SOHO', name: 'London Soho', street: '14 Larkspur Row', city: 'London', postalCode: 'W1F 0FH', at: [51.5136, -0.1365], region: 'London', assortment: 0.8 },
  { code: 'LEEDS', name: 'Leeds', street: '31 Tanner Arcade', city: 'Leeds', postalCode: 'LS1 0FH', at: [53.7974, -1.5438], region: 'North', assortment: 0.69 },
  { code: 'MANC', name: 'Manchester', street: '8 Spindle Street', city: 'Manchester', postalCode: 'M3 0FH', at: [53.4808, -2.2426], region: 'North', assortment: 0.67 },
  { code: 'BRIS', name: 'Bristol', street: '52 Quayfield', city: 'Bristol', postalCode: 'BS1 0FH', at: [51.4545, -2.5879], assortment: 0.59 },
  { code: 'EDIN', name: 'Edinburgh', street: '27 Cragside Wynd', city: 'Edinburgh', postalCode: 'EH2 0FH', at: [55.9533, -3.1883], assortment: 0.63 },
  { code: 'YORK', name: 'York', street: '5 Millgarth', city: 'York', postalCode: 'YO1 0FH', at: [53.96, -1.0873], region: 'North', assortment: 0.53 },
  { code: 'KESW', name: 'Keswick', street: '19 Fellgate', city: 'Keswick', postalCode: 'CA12 0FH', at: [54.6013, -3.1347], region: 'North', priceZone: 'Outlet', assortment: 0.58 },
  { code: 'CARD', name: 'Cardiff', street: '40 Heron Arcade', city: 'Cardiff', postalCode: 'CF10 0FH', at: [51.4816, -3.1791], priceZone: 'Outlet', assortment: 0.53 },
];
const german: StoreFacts[] = [
  { code: 'BERL', name: 'Berlin Mitte', street: 'Lindengasse 12', city: 'Berlin', postalCode: '10119', at: [52.5268, 13.4025], assortment: 0.76 },
  { code: 'HAMB', name: 'Hamburg', street: 'Fleetweg 7', city: 'Hamburg', postalCode: '20457', at: [53.5503, 9.9937], assortment: 0.63 },
  { code: 'MUNC', name: 'München', street: 'Isarhof 23', city: 'München', postalCode: '80331', at: [48.1371, 11.5754], assortment: 0.71 },
  { code: 'KOLN', name: 'Köln', street: 'Am Gerberbach 4', city: 'Köln', postalCode: '50667', at: [50.9375, 6.9603], assortment: 0.59 },
];

export const demoStores: DemoPlace[] = [...british.map((facts) => storeOf('GB', facts)), ...german.map((facts) => storeOf('DE', facts))];

export const demoWarehouse: DemoPlace = {
  id: seedId('location:LEEDS-WH'),
  code: 'LEEDS-WH',
  name: 'Leeds warehouse',
  kind: 'warehouse',
  marketCode: 'GB',
  channelCode: null,
  timeZone: 'Europe/London',
  address: { line1: 'Unit 6, Wharfe Park', city: 'Leeds', postalCode: 'LS9 0FH', country: 'GB' },
  latitude: 53.7822,
  longitude: -1.5036,
  assortment: 1,
  registers: [],
};
