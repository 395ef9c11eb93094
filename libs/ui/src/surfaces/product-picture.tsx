import { productShape } from './product-shape';

export type ProductPictureProps = {
  title: string;
  department: string;
  /** The merchant's own picture; without it, one is drawn. */
  imageUrl?: string | null;
  className?: string;
};

/** A product as a picture. It says nothing that the title beside it does not, so it is silent for a screen reader. */
export function ProductPicture({ title, department, imageUrl = null, className }: ProductPictureProps) {
  // Product pictures come from any host that an import names.
  if (imageUrl !== null) return <img className={className} src={imageUrl} alt="" loading="lazy" />;
  const hue = hueOf(department);
  // Products of one department stand on one ground and differ in their tone.
  const tone = 30 + (hueOf(title) % 5) * 5;
  return (
    <svg className={className} viewBox="0 0 120 90" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="120" height="90" fill={`hsl(${hue} 24% 87%)`} />
      <ellipse cx="60" cy="75" rx="38" ry="4" fill={`hsl(${hue} 20% 78%)`} />
      <path d={productShape(title, department).path} fill={`hsl(${hue} 26% ${tone}%)`} fillRule="evenodd" />
    </svg>
  );
}

const hueOf = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
