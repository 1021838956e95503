package io.chokepoint.firms.ario;

/**
 * The model's parameters. All times are in steps.
 *
 * @param psi part of the target stock below which an input holds production back, 0 … 1
 * @param inventoryTau steps over which a gap of a stock is closed, &gt; 0
 * @param alphaBase what overproduction goes back to, ≥ 1
 * @param alphaMax the most overproduction, ≥ {@code alphaBase}
 * @param alphaTau steps in which overproduction adapts, &gt; 0
 * @param rebuildTau steps over which what is to be rebuilt is ordered, &gt; 0
 * @param followProduction whether orders go to the suppliers of a sector by their shares times what they still make (Guan et al. 2020;
 *     {@code alt} in BoARIO), or by their shares alone (Hallegatte)
 */
public record ArioOptions(
        double psi,
        double inventoryTau,
        double alphaBase,
        double alphaMax,
        double alphaTau,
        double rebuildTau,
        boolean followProduction) {

    /** What BoARIO takes if nothing is said. */
    public static final ArioOptions PUBLISHED = new ArioOptions(0.9, 60, 1, 1.25, 365, 60, true);

    public ArioOptions {
        if (!(psi >= 0 && psi <= 1) || !(inventoryTau > 0) || !(alphaTau > 0) || !(rebuildTau > 0)) {
            throw new IllegalArgumentException(
                    "psi " + psi + ", taus " + inventoryTau + ", " + alphaTau + ", " + rebuildTau);
        }
        if (!(alphaBase >= 1) || !(alphaMax >= alphaBase)) {
            throw new IllegalArgumentException("overproduction " + alphaBase + " to " + alphaMax);
        }
    }
}
