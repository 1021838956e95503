/**
 * The daily firm-level simulation: firms keep inventories of each input for some days, order what they used and what their target
 * lacks, produce what capacity, inventories and orders allow, and share out what falls short. Inoue and Todo (2019), Nature
 * Sustainability 2, after Hallegatte (2008), Risk Analysis 28(3), and Henriet and Hallegatte (2008).
 *
 * <p>May import: {@code base} and {@code firms}.
 */
@NullMarked
package io.chokepoint.firms.daily;

import org.jspecify.annotations.NullMarked;
