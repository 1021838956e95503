/**
 * Opening datasets, their faults, editing their tables, new datasets, and own figures beside the dataset.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export}, {@code layout} and what
 * these return; JavaFX, Ikonli. Not the other features, not {@code ui}.
 */
@NullMarked
package io.chokepoint.ui.data;

import org.jspecify.annotations.NullMarked;
