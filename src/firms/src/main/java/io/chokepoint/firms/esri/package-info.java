/**
 * The economic systemic risk index: how far the stop of some firms spreads downstream through what their customers cannot make, and
 * upstream through what their suppliers cannot sell. Diem, Borsos, Reisch, Kertész, Thurner (2022), Scientific Reports 12.
 *
 * <p>May import: {@code base}, {@code sweep}, {@code firms}.
 */
@NullMarked
package io.chokepoint.firms.esri;

import org.jspecify.annotations.NullMarked;
