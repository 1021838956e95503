/**
 * The front door for other programs: open a dataset, say what somebody restricts, run it once or many times, read what happens.
 * Begin with {@link io.chokepoint.api.Chokepoint}. Goods, markets, makers and scenarios are named by the ids of the dataset.
 *
 * <p>All public types here are {@link io.chokepoint.base.Stable}. May import: {@code base}, {@code model}, {@code scenario},
 * {@code data}, {@code result}, {@code analysis}, {@code study}.
 */
@NullMarked
package io.chokepoint.api;

import org.jspecify.annotations.NullMarked;
