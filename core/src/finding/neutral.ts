/** Stands where the wanted replacement would itself name the person. Holds no letter, so it names nobody. */
export const NEUTRAL = '[…]';
