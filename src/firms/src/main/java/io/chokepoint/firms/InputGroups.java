package io.chokepoint.firms;

/**
 * What each firm buys, by the sector it buys from: the links of a buyer stand where {@link FirmNetwork#byBuyer()} has them, but those
 * to suppliers of one sector beside each other, in ascending order of the suppliers. The arrays are shared and never written to.
 *
 * @param place by link, where it lies in {@link FirmNetwork#bySupplier()}; {@code ~place} for the first link of each sector
 * @param amount by link, what is bought a period
 */
public record InputGroups(int[] place, double[] amount) {

    public static InputGroups of(FirmNetwork network) {
        Links purchases = network.byBuyer();
        InputGroups groups = new InputGroups(new int[purchases.count()], new double[purchases.count()]);
        groups.sort(network, places(network.bySupplier(), purchases));
        return groups;
    }

    /** By link in the order of the network's purchases, the place of the same link by supplier. */
    private static int[] places(Links sales, Links purchases) {
        int[] places = new int[purchases.count()];
        int[] next = purchases.start().clone();
        for (int there = 0; there < sales.count(); there++) {
            places[next[sales.neighbour()[there]]++] = there;
        }
        return places;
    }

    private void sort(FirmNetwork network, int[] places) {
        Links purchases = network.byBuyer();
        int[] sector = network.sectors().of();
        int sectors = network.sectors().count();
        int[] next = new int[sectors];
        int[] met = new int[sectors];
        for (int firm = 0; firm < network.firms(); firm++) {
            int from = purchases.start()[firm];
            int to = purchases.start()[firm + 1];
            int used = 0;
            for (int link = from; link < to; link++) {
                int kind = sector[purchases.neighbour()[link]];
                if (next[kind]++ == 0) {
                    met[used++] = kind;
                }
            }
            int begin = from;
            for (int i = 0; i < used; i++) {
                int count = next[met[i]];
                next[met[i]] = begin;
                begin += count;
            }
            for (int link = from; link < to; link++) {
                int here = next[sector[purchases.neighbour()[link]]]++;
                place[here] = places[link];
                amount[here] = purchases.amount()[link];
            }
            begin = from;
            for (int i = 0; i < used; i++) {
                place[begin] = ~place[begin];
                begin = next[met[i]];
                next[met[i]] = 0;
            }
        }
    }
}
