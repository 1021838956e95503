/** What leaves the window to be shown to others: the frame round its pictures, the story of a run, slides. */
@NullMarked
package io.chokepoint.ui.share;

import org.jspecify.annotations.NullMarked;
