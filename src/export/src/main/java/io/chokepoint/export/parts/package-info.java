/**
 * Shares of a sweep as files, and the shares of one sweep put together.
 *
 * <p>May import: {@code base}, {@code sweep}, {@code text}, {@code parquet}.
 */
@NullMarked
package io.chokepoint.export.parts;

import org.jspecify.annotations.NullMarked;
