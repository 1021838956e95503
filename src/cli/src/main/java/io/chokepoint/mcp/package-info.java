/**
 * Lets assistants ask the program: a Model Context Protocol server over two streams, with tools that look things up and run scenarios. Reads
 * the dataset it was opened with and no other file; writes nothing.
 */
@NullMarked
package io.chokepoint.mcp;

import org.jspecify.annotations.NullMarked;
