export const titleOf = (variant: { title: string; variantTitle: string } | undefined): string => (variant ? [variant.title, variant.variantTitle].filter(Boolean).join(', ') : '');
