package io.chokepoint.firms.esri;

/**
 * Which of the model's variants is meant.
 *
 * @param replaceability whether a supplier counts less where competitors of its market could step in
 * @param accounts whether revenue and material costs are used where the network has them
 * @param unitInvariant whether the results must not depend on the currency's unit. Off, as the authors' programs compute: the
 *     available output of a market that has stopped counts as 1, and a revenue or cost of 0 as 1. On: a supplier of such a market
 *     cannot be replaced, and a revenue or cost of 0 means that there are no accounts, so that the links' sums are used
 */
public record EsriOptions(boolean replaceability, boolean accounts, boolean unitInvariant) {

    /** As the authors' programs: replaceability on, accounts used where there are any. */
    public static final EsriOptions PUBLISHED = new EsriOptions(true, true, false);
}
