/**
 * Firm-level networks: who sells how much to whom, in arrays that hold a whole country's firms, and the files they come from.
 *
 * <p>May import: {@code base}, {@code parquet}. The models have a package each below this one and know nothing of each other.
 */
@NullMarked
package io.chokepoint.firms;

import org.jspecify.annotations.NullMarked;
