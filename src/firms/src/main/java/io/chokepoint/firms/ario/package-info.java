/**
 * The adaptive regional input-output model: sectors in regions that draw on inventories of each input, order what they used and a part
 * of what is missing, ration in proportion and produce more than their capacity for a while. Hallegatte (2008, 2014), Risk Analysis,
 * as the program BoARIO computes it.
 *
 * <p>May import: {@code base} and {@code firms}.
 */
@NullMarked
package io.chokepoint.firms.ario;

import org.jspecify.annotations.NullMarked;
