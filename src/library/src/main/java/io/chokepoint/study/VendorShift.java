package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.result.VendorShares;
import io.chokepoint.result.VendorShares.Vendor;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a run moves a market from some vendors to others: their parts of the function received, at baseline and in the week in which they
 * lie furthest from it. A vendor is the provider that makes the product.
 *
 * @param week the first of the weeks in which vendors' parts have moved most, of those in which the market is served at all
 * @param entries vendors in dataset order
 */
public record VendorShift(Market market, int week, List<Entry> entries) {

    /** A part that moves by less is the same to a reader. */
    private static final double NOTICED = 0.005;

    private static final double SAME = 1e-9;
    private static final int MOST_NAMED = 4;

    /**
     * A vendor.
     *
     * @param usual its part of the function received at baseline, in [0, 1]
     * @param then its part in the week
     */
    public record Entry(Provider vendor, double usual, double then) {
        double moved() {
            return Math.abs(then - usual);
        }
    }

    public VendorShift {
        entries = List.copyOf(entries);
    }

    /** Every market of the run's dataset that somebody sells to, in dataset order. */
    public static List<VendorShift> of(SimulationResult result) {
        return result.vendorShares().stream()
                .filter(shares -> !shares.vendors().isEmpty())
                .map(VendorShift::of)
                .toList();
    }

    /** The market's; empty of a market that nobody sells to. */
    public static List<VendorShift> of(SimulationResult result, Market market) {
        return of(result).stream().filter(shift -> shift.market.equals(market)).toList();
    }

    private static VendorShift of(VendorShares shares) {
        List<Vendor> vendors = shares.byProvider();
        int weeks = vendors.getFirst().shares().length;
        int furthest = 0;
        double most = 0;
        for (int week = 0; week < weeks; week++) {
            double moved = 0;
            double served = 0;
            for (Vendor vendor : vendors) {
                moved += Math.abs(vendor.shares()[week] - vendor.usual());
                served += vendor.shares()[week];
            }
            if (served > 0 && moved > most + SAME) {
                most = moved;
                furthest = week;
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (Vendor vendor : vendors) {
            entries.add(new Entry(vendor.provider(), vendor.usual(), vendor.shares()[furthest]));
        }
        return new VendorShift(shares.market(), furthest, entries);
    }

    /** Whether any vendor's part moves by half a percentage point or more. */
    public boolean isMoved() {
        return entries.stream().anyMatch(entry -> entry.moved() >= NOTICED);
    }

    /** What the shifts are about, for a heading. */
    public static String title() {
        return Texts.get("vendors.title");
    }

    /** Headings of {@link #cells()}. */
    public static List<String> headings() {
        return List.of(
                Texts.get("vendors.column.market"), Texts.get("vendors.column.moves"), Texts.get("prices.column.week"));
    }

    /** How rows are to be read. */
    public static String note() {
        return Texts.get("vendors.note");
    }

    public List<String> cells() {
        return List.of(market.name(), inWords(), String.valueOf(week));
    }

    /** How far vendors' parts lie from those at baseline, all together; in [0, 2]. */
    double moved() {
        return entries.stream().mapToDouble(Entry::moved).sum();
    }

    /** "Nvidia 55 → 3 %, Huawei 20 → 41 %": those that move, the largest move first, four at most. */
    public String inWords() {
        List<String> words = entries.stream()
                .filter(entry -> entry.moved() >= NOTICED)
                .sorted(Comparator.comparingDouble((Entry entry) -> -entry.moved()))
                .limit(MOST_NAMED)
                .map(entry -> Texts.get(
                        "vendors.entry",
                        name(entry.vendor),
                        Amounts.percentNumber(entry.usual),
                        Amounts.percentNumber(entry.then)))
                .toList();
        return String.join(", ", words);
    }

    /** A vendor's name in lists; of makers that are no company, where they are. */
    public static String name(Provider vendor) {
        return vendor.type() == ProviderType.COMPANY ? vendor.name() : Wording.capitalised(Wording.maker(vendor));
    }

    /** "Chips in China, week 61: Nvidia 55 → 3 %, Huawei 20 → 41 %." */
    public String sentence() {
        return Texts.get("vendors.sentence", market.name(), week, inWords());
    }
}
