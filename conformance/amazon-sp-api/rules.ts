/** Why a case may differ. The name is what the report shows. */
export const rules = {
  notSimulated: 'operation is not simulated',
  exampleBreaksModel: 'sandbox example does not satisfy its own model',
} as const;
