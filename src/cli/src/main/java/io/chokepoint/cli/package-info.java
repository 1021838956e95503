/**
 * The command line: options, tables, exit codes.
 *
 * <p>May import: {@code text}, {@code study}, {@code bounds}, {@code export}, {@code exchange} and what these return; picocli.
 */
@NullMarked
package io.chokepoint.cli;

import org.jspecify.annotations.NullMarked;
