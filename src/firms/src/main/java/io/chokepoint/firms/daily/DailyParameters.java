package io.chokepoint.firms.daily;

import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.FirmNetwork;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the parameters of a case say: {@code rationing} 0 … 3, {@code order_type} 0 … 2, {@code tau}, {@code inventory_days}, {@code
 * days}, {@code recovery_type} {@code none} or −1 … 5, {@code recovery_days}, {@code recovery_hold_days}, {@code
 * poisson_inventory_seed}, {@code textbook} 0 or 1.
 *
 * @param options the variant of the model
 * @param days how many days are simulated
 * @param inventoryDays the target inventory of firms that have none of their own, or the mean of those that are drawn
 * @param inventorySeed the seed of drawn inventories, 0 where none are drawn
 * @param replacesColumn whether an option put the inventories in place of those in the table of firms
 */
public record DailyParameters(
        DailyOptions options, int days, double inventoryDays, long inventorySeed, boolean replacesColumn) {

    /** Days that are simulated unless said otherwise, as in the published program. */
    public static final int DAYS = 10;

    private static final String INVENTORY = "inventory_days";
    private static final String SEED = "poisson_inventory_seed";
    private static final String RECOVERY = "recovery_type";
    private static final String RECOVERY_DAYS = "recovery_days";
    private static final double MOST = 1e9;

    /** Means that are drawn are not above this. */
    private static final double MOST_MEAN = 500;

    /** The parameters, of a kind that can be used even where some are at fault. */
    public static DailyParameters of(CaseParameters given) {
        DailyOptions published = DailyOptions.PUBLISHED;
        Rationing rationing = Rationing.values()[(int) given.whole("rationing", 0, 3, 0)];
        Ordering ordering = Ordering.values()[(int) given.whole("order_type", 0, 2, 0)];
        double tau = given.number("tau", CaseParameters.LEAST_TIME, MOST, published.tau());
        double inventoryDays = given.number(INVENTORY, 0, MOST, DailyNetwork.INVENTORY_DAYS);
        long seed = given.whole(SEED, 0, Integer.MAX_VALUE, 0);
        if (seed != 0 && !(inventoryDays >= 1 && inventoryDays <= MOST_MEAN)) {
            given.fault(SEED, "inventories are drawn only with inventory_days from 1 to " + (int) MOST_MEAN);
            seed = 0;
        }
        return new DailyParameters(
                new DailyOptions(rationing, ordering, tau, recovery(given), given.flag("textbook", false)),
                (int) given.whole("days", 0, DailyShock.LAST_DAY, DAYS),
                inventoryDays,
                seed,
                given.isOverridden(INVENTORY) || given.isOverridden(SEED));
    }

    private static Recovery recovery(CaseParameters given) {
        Optional<String> text = given.text(RECOVERY);
        int number = text.isEmpty() || text.get().equals("none") ? -1 : (int) given.whole(RECOVERY, -1, 5, -1);
        Recovery.Type type = Recovery.Type.of(number);
        double days = given.number(RECOVERY_DAYS, 0, MOST, 0);
        int hold = (int) given.whole("recovery_hold_days", 0, DailyShock.LAST_DAY, 0);
        if (type.needsDays() && days == 0) {
            given.fault(RECOVERY, "type " + number + " needs recovery_days above 0");
            return Recovery.NONE;
        }
        return new Recovery(type, days, hold);
    }

    /** A network with the inventories that are meant for it. */
    public DailyNetwork network(FirmNetwork network) {
        Optional<double[]> column = network.column(FirmNetwork.INVENTORY_DAYS);
        if (column.isPresent() && !replacesColumn) {
            return DailyNetwork.of(network, column.get());
        }
        if (inventorySeed != 0) {
            return DailyNetwork.of(network, DrawnInventories.of(network.firms(), inventoryDays, inventorySeed));
        }
        double[] same = new double[network.firms()];
        Arrays.fill(same, inventoryDays);
        return DailyNetwork.of(network, same);
    }
}
