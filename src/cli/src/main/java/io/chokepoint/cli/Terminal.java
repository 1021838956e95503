package io.chokepoint.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * Where results and messages go.
 *
 * @param in standard input, for commands that read it
 * @param out standard output: results only
 * @param err standard error: faults, progress, remarks
 * @param interactive whether somebody watches standard error, so that progress is worth drawing
 * @param hasDisplay whether a window can be opened
 */
record Terminal(InputStream in, StandardOutput out, PrintWriter err, boolean interactive, boolean hasDisplay) {}
