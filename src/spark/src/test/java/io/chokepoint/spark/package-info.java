@NullMarked
package io.chokepoint.spark;

import org.jspecify.annotations.NullMarked;
