/** The examples of LIBRARY.md, and tests that hold the pages to the code. */
@NullMarked
package io.chokepoint.docs;

import org.jspecify.annotations.NullMarked;
