/**
 * The domain: goods, providers, supply, dependencies, markets, figures with their sources, and the dataset they make up.
 * Everything here is immutable and checked when it is made; nothing knows files, simulation or screens.
 *
 * <p>May import: {@code base}; JGraphT, which answers for {@link io.chokepoint.model.SupplyGraph}.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.model;

import org.jspecify.annotations.NullMarked;
