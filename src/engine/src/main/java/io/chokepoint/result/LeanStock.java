package io.chokepoint.result;

import io.chokepoint.model.Activity;

/**
 * The smallest stock of an input among those makers whose purchases of it a restriction cuts or delays.
 *
 * @param need the input and what the maker is stated to hold of it
 * @param buyer the maker; the first in dataset order of those who hold as little
 * @param weeks n + b of this maker in weeks, with the values that the run used
 */
public record LeanStock(InputNeed need, Activity buyer, double weeks) {}
