/**
 * Where things stand in the picture of a supply graph: columns, rows, boxes and routes, as plain numbers. No drawing.
 *
 * <p>May import: {@code model}.
 */
@NullMarked
package io.chokepoint.layout;

import org.jspecify.annotations.NullMarked;
