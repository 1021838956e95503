/**
 * Tables in the Parquet format, for results that are too long for text.
 *
 * <p>May import: nothing of the program; the Thrift structures of the format.
 */
@NullMarked
package io.chokepoint.parquet;

import org.jspecify.annotations.NullMarked;
