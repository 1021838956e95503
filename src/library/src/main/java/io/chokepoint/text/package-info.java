/**
 * The program's own words: one bundle of texts ({@code texts.properties}) for window, command line and files, and one table of country
 * names. What a dataset is about has its words in the dataset: {@link io.chokepoint.model.DatasetWords}.
 *
 * <p>May import: {@code base}.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.text;

import org.jspecify.annotations.NullMarked;
