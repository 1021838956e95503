package io.chokepoint.model;

/**
 * Another good that can do an input's job.
 *
 * @param good the stand-in
 * @param cap largest part of the need that it can cover, in [0, 1]
 * @param qualificationWeeks weeks on end of shortage before it can be used, ≥ 0
 * @param perUnit units of it that replace one unit of the input, > 0; each unit is that good's world output
 * @param costPremium extra cost as a part of the input's cost; reported, does not feed back
 */
public record Alternative(
        Good good, Figure cap, Figure qualificationWeeks, double perUnit, double costPremium, Evidence evidence) {}
