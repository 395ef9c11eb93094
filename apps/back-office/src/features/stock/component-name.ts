/** A product and its variant, in one line. */
export const nameOf = ({ title, variantTitle }: { title: string; variantTitle: string }): string => [title, variantTitle].filter(Boolean).join(', ');
