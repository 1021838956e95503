/**
 * The classic models of networks of firms (package {@code firms}) on a dataset: its makers are the firms, its flows in US$ the links.
 * What each leaves out of dataset and scenario stands in src/docs/NETWORKS.md, "On the open dataset", and in the remarks of a run.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code text}, {@code network}, {@code simulation}, {@code result},
 * {@code firms} and its models.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.models;

import org.jspecify.annotations.NullMarked;
