/**
 * The command line: options, tables, exit codes.
 *
 * <p>May import: {@code study}, {@code export} and what these return; picocli.
 */
@NullMarked
package io.chokepoint.cli;

import org.jspecify.annotations.NullMarked;
