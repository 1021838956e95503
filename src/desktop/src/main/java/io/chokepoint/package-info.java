/**
 * Where the program starts, and nothing else.
 *
 * <p>May import: {@code cli}, {@code ui}, {@code ui.support}, {@code data}, {@code scenario}.
 */
@NullMarked
package io.chokepoint;

import org.jspecify.annotations.NullMarked;
