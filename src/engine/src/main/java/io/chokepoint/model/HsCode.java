package io.chokepoint.model;

/**
 * A customs code under which a good crosses borders. A good may have several, and a code mostly covers more than the good.
 *
 * @param code six digits of the Harmonized System
 * @param note what the code covers beyond the good
 */
public record HsCode(Good good, String code, String note) {}
