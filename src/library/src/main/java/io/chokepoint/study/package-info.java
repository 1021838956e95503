/**
 * What the program can do, as calls that the window and the command line share: open, check, run, explain.
 *
 * <p>May import: all packages left of it in the data flow; not {@code ui}, {@code cli}, {@code export}, {@code layout}.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.study;

import org.jspecify.annotations.NullMarked;
