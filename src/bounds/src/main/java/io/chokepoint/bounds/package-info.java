/**
 * What no response could undercut: the least loss in a scenario, and how long each node may be down. Each is solved as a linear
 * programme, which needs a native library; its answers are types of {@code study}, so that whoever writes or shows them does not.
 *
 * <p>May import: {@code base … simulation}, {@code text}, {@code analysis}, {@code study}, {@code bounds.lp}.
 */
@NullMarked
package io.chokepoint.bounds;

import org.jspecify.annotations.NullMarked;
