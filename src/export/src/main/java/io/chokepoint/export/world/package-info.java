/**
 * The countries of the world as they lie on a map, for the window and for pages.
 *
 * <p>May import nothing of ours.
 */
@NullMarked
package io.chokepoint.export.world;

import org.jspecify.annotations.NullMarked;
