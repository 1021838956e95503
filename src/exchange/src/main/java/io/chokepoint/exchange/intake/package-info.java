/**
 * How data of other tools becomes a dataset in the making: what an importer is given and hands back, what it has to say of it, and the bounds
 * that keep a hostile file from taking time or memory.
 *
 * <p>May import: {@code base}, {@code data}; FastCSV.
 */
@NullMarked
package io.chokepoint.exchange.intake;

import org.jspecify.annotations.NullMarked;
