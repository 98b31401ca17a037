const hexColour = /^#[0-9a-f]{6}$/i;

/**
 * The council's colour, as the one inline style of a page (the policy allows it by its nonce).
 * Anything but six hex digits is ignored, so that a setting can never write CSS.
 */
export function CouncilColour({ colour, nonce }: { colour: string; nonce?: string }) {
  if (!hexColour.test(colour)) return null;
  // The browser hides the nonce from scripts, so React would see it differ.
  return <style nonce={nonce} suppressHydrationWarning>{`:root{--council:${colour}}`}</style>;
}
