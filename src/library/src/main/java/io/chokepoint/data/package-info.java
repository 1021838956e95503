/**
 * Files in, faults out: reads dataset folders and scenario files, reports all faults at once, and keeps nothing half-
 * read.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code text}; Jackson, FastCSV, SLF4J.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.data;

import org.jspecify.annotations.NullMarked;
