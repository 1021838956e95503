/**
 * What somebody does to the graph: scenarios, restrictions, selectors and their parser, rationing rules, measures. Data only;
 * what they do to a run is worked out in {@code network}.
 *
 * <p>May import: {@code base}, {@code model}.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.scenario;

import org.jspecify.annotations.NullMarked;
