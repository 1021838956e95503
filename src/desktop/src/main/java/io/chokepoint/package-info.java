/**
 * Where the program starts, and nothing else.
 *
 * <p>May import: {@code cli}, {@code ui}.
 */
@NullMarked
package io.chokepoint;

import org.jspecify.annotations.NullMarked;
