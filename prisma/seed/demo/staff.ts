import { seedId } from '../seed-id';
import { demoStores } from './places';

export interface DemoPerson {
  id: string;
  name: string;
  email: string;
  locale: 'en' | 'de';
  role: 'admin' | 'merchandiser' | 'operations' | 'finance' | 'store_manager' | 'associate';
  /** Null: every location. */
  storeCode: string | null;
  /** Null: does not work at tills. */
  pin: string | null;
  /** True: signs in to the back-office with the demo password. */
  hasPassword: boolean;
}

/** The one password of all demo sign-ins to the back-office. */
export const DEMO_PASSWORD = 'oneshelf-demo';

function emailOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replaceAll('ı', 'i');
  return `${plain.normalize('NFD').replace(/[^a-z ]/g, '').replaceAll(' ', '.')}@fieldhouse.example`;
}

function person(name: string, role: DemoPerson['role'], at: Partial<DemoPerson> = {}): DemoPerson {
  const email = emailOf(name);
  return { id: seedId(`staff:${email}`), name, email, locale: 'en', role, storeCode: null, pin: null, hasPassword: role !== 'associate', ...at };
}

const office: DemoPerson[] = [
  { ...person('Robin Ashby', 'admin'), email: 'admin@fieldhouse.example' },
  person('Ines Duarte', 'merchandiser'),
  person('Marcus Bell', 'operations'),
  person('Hannah Vogt', 'finance'),
];

// The first named is the manager.
const crews: Record<string, string[]> = {
  SOHO: ['Ana Reis', 'Sam Lowe', 'Tomi Adeyemi'],
  LEEDS: ['Gareth Pike', 'Nadia Rahman', 'Ellie Shaw'],
  MANC: ['Josie Hart', 'Kwame Mensah', 'Liam Doyle'],
  BRIS: ['Fern Whitlock', 'Owen Trask'],
  EDIN: ['Isla Rennie', 'Callum Baird', 'Mei Tan'],
  YORK: ['Peter Langdale', 'Zoe Marsden'],
  KESW: ['Ruth Braith', 'Dan Postle'],
  CARD: ['Carys Bevan', 'Huw Morris'],
  BERL: ['Jana Köster', 'Emre Yıldız', 'Lukas Brandt'],
  HAMB: ['Maike Petersen', 'Finn Lorenz'],
  MUNC: ['Veronika Huber', 'Sepp Reiter', 'Aylin Demir'],
  KOLN: ['Katrin Schmitz', 'Jonas Weiß'],
};

// Soho's are easy to type in a demonstration: 1111, 2222, 3333. Elsewhere 2101 is the first person of the second store, 3102 the second of the last.
function pinOf(storeIndex: number, personIndex: number): string {
  return storeIndex === 0 ? String((personIndex + 1) * 1111) : String(2000 + storeIndex * 100 + personIndex + 1);
}

const stores = demoStores.flatMap((store, storeIndex) =>
  (crews[store.code] ?? []).map((name, index) =>
    person(name, index === 0 ? 'store_manager' : 'associate', {
      storeCode: store.code,
      pin: pinOf(storeIndex, index),
      locale: store.marketCode === 'DE' ? 'de' : 'en',
    }),
  ),
);

export const demoStaff: DemoPerson[] = [...office, ...stores];
