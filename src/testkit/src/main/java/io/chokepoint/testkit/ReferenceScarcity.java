package io.chokepoint.testkit;

import java.util.List;

/**
 * Section 4 of the price page: the price at which the claims on one maker in one week come to what it has. What stands in guillemets
 * is the page's wording.
 */
final class ReferenceScarcity {
    private static final double HIGHEST = 1e6;

    /**
     * What somebody wants of a maker.
     *
     * @param need N'
     * @param restocking M
     * @param tolerance ρ
     */
    record Claim(double need, double restocking, double tolerance) {}

    private final double steepness;
    /** s = p^b − 1. */
    private double rise;
    /** Below 1 only where the highest price is not high enough. */
    private double scale = 1;

    private double price = 1;

    /**
     * @param steepness b
     * @param output what there is for the claims
     */
    ReferenceScarcity(List<Claim> claims, double output, double steepness) {
        this.steepness = steepness;
        // » If at p = 10⁶ the left side is still x_i or more, p = 10⁶ and the terms are scaled to sum to x_i. «
        rise = rise(HIGHEST);
        double least = sum(claims);
        if (least >= output) {
            price = HIGHEST;
            scale = least > 0 ? output / least : 0;
            return;
        }
        // » The left side is convex and falls, so Newton's steps from s = 0 climb to the root without passing it; the
        // last is the first below 1e-14·(1 + s). «
        rise = 0;
        double step;
        do {
            step = (sum(claims) - output) / fall(claims);
            rise += step;
        } while (step >= 1e-14 * (1 + rise));
        rise = Math.max(0, rise);
        price = StrictMath.pow(1 + rise, 1 / steepness);
    }

    /** p. */
    double price() {
        return price;
    }

    /** What a claim gets: each gets its terms. */
    double served(Claim claim) {
        return term(claim) * scale;
    }

    private double rise(double multiple) {
        return StrictMath.pow(multiple, steepness) - 1;
    }

    private double sum(List<Claim> claims) {
        double sum = 0;
        for (Claim claim : claims) {
            sum += term(claim);
        }
        return sum;
    }

    private double term(Claim claim) {
        // » with s = p^b − 1 and B_c = ρ(k,c)^b − 1, Σ_c N'(c)·B_c / (B_c + s) + F·B_F / (B_F + s) + Σ_c M(c)·max(0, 1
        // − s / (1.5^b − 1)) = x_i «
        // » Users of tolerance ρ take at p ≥ 1 T(p, ρ) = B / (B + p^b − 1), B = ρ^b − 1 of what they take at the
        // baseline price, and half at p = ρ; «
        double half = rise(claim.tolerance());
        // » Restocking is put off as the price rises, altogether at 1.5 (orders of up to twice the need would else bid
        // like need). «
        return claim.need() * half / (half + rise) + claim.restocking() * Math.max(0, 1 - rise / rise(1.5));
    }

    /** How fast the left side falls as s rises. */
    private double fall(List<Claim> claims) {
        double sum = 0;
        for (Claim claim : claims) {
            double half = rise(claim.tolerance());
            sum += claim.need() * half / (half + rise) / (half + rise);
            sum += rise < rise(1.5) ? claim.restocking() / rise(1.5) : 0;
        }
        return sum;
    }
}
