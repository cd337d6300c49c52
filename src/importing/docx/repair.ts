const CHOICES =
  /<mc:AlternateContent\b[^>]*>(?:(?!<\/?mc:AlternateContent\b)[\s\S])*<\/mc:AlternateContent>/g;
const BOX = /<w:txbxContent\b[^>]*>[\s\S]*?<\/w:txbxContent>/g;
const FORMULA_TEXT = /<m:t\b[^>/]*>([^<]*)<\/m:t>/g;
const FORMULA_TAG = /<\/?m:[^>]*>/g;

/**
 * The XML of a main part with what mammoth would pass over in a form that it reads: words of a formula, and
 * those of a text box that has no second form for old programs.
 */
export function readable(document: string): string {
  return withBoxes(withFormulas(document));
}

function withFormulas(document: string): string {
  if (!document.includes('<m:t')) return document;
  return document
    .replace(FORMULA_TEXT, '<w:r><w:t xml:space="preserve">$1</w:t></w:r>')
    .replace(FORMULA_TAG, '');
}

function withBoxes(document: string): string {
  if (!document.includes('<mc:AlternateContent')) return document;
  return document.replace(CHOICES, whole =>
    /<mc:Fallback[\s>]/.test(whole) ? whole : (whole.match(BOX) ?? []).join(''),
  );
}
