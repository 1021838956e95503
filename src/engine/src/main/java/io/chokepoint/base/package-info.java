/**
 * What every layer may use: problems found in files, progress and cancelling, the root of our exceptions, formatting of figures, how far two
 * spellings are apart.
 *
 * <p>May import: the JDK only.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.base;

import org.jspecify.annotations.NullMarked;
