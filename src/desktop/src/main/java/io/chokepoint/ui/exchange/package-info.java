/** Data of other tools, read into a dataset: what is understood of it, left out and assumed, before anything is written. */
@NullMarked
package io.chokepoint.ui.exchange;

import org.jspecify.annotations.NullMarked;
