// npm run check: the rules of the house that neither the compiler nor ESLint can see. Exit code 1 if one is broken.
import { checkMessages } from './messages.mjs';
import { checkMutationPlaces } from './mutation-places.mjs';
import { checkCircles } from './no-circles.mjs';
import { checkRoomCards } from './room-cards.mjs';
import { checkSecrets } from './no-secrets.mjs';
import { checkSpecIds } from './spec-ids.mjs';
import { checkStockRaces } from './stock-races.mjs';
import { checkTableOwnership } from './table-ownership.mjs';

const checks = { 'table ownership': checkTableOwnership, 'spec ids': checkSpecIds, 'room cards': checkRoomCards, circles: checkCircles, languages: checkMessages, secrets: checkSecrets, 'stock races': checkStockRaces, 'mutation places': checkMutationPlaces };
let broken = 0;
for (const [name, check] of Object.entries(checks)) {
  const findings = check();
  broken += findings.length;
  console.log(`${findings.length === 0 ? 'ok    ' : 'BROKEN'} ${name}`);
  for (const finding of findings) console.log(`       ${finding}`);
}
process.exitCode = broken > 0 ? 1 : 0;
