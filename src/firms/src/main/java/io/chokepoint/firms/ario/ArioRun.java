package io.chokepoint.firms.ario;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.InputGroups;
import io.chokepoint.firms.Links;
import java.util.Arrays;

/**
 * Runs events through a network of industries (a sector in a region each), step by step. With Z<sub>gf</sub> what f bought a step of g
 * before the event, Y final demand, x0 output, A<sub>if</sub> = sum of Z<sub>gf</sub> over the suppliers g of sector i / x0<sub>f</sub>,
 * s<sub>i</sub> the target stock of input i in steps of use, the state before step 0 is
 *
 * <pre>
 * x_f = x0_f = Y_f + sum of Z_fg     O_gf = Z_gf     Om_if = s_i A_if x0_f     al_f = al_b
 * </pre>
 *
 * and a step does, in this order,
 *
 * <pre>
 * D_f     = sum of O_fg + Y_f + (what f is to rebuild) / tau_reb
 * z_f     = (D_f - x_f) / D_f                        (the step before's x; 0 where D_f = 0)
 * al_f   := max(1, al_f + (al_max - al_f) z_f / tau_al)   where z_f &gt; 0, else max(1, al_f + (al_b - al_f) / tau_al)
 * xopt_f  = min(D_f, al_f (1 - Delta_f) x0_f)
 * x_f     = xopt_f min(1, min over i of Om_if / (psi s_i A_if xopt_f))
 * O*, Y*, rebuilt: all of f's customers get the part x_f / D_f of what they ask for
 * Om_if  := max(0, Om_if + sum of O*_gf over g of sector i - A_if x_f)
 * O_gf    = (max(0, s_i A_if xopt_f - Om_if) / tau_inv + A_if x_f) times the share of g among f's suppliers of sector i
 * </pre>
 *
 * Delta is the larger of the lost capacity and of what is not yet rebuilt as a part of the industry's capital. Overproduction follows
 * the program, which adapts it when the new orders are in and the old production is still there, not the model's description, which
 * takes both from one step. An input of infinite stock never holds production back, and what is used of it is ordered.
 *
 * <p>A run is used once.
 */
public final class ArioRun {
    /** A scarcity up to here is rounding: a demand that is met exactly must not hold overproduction up. */
    private static final double NO_SCARCITY = 1e-12;

    private final ArioOptions options;
    private final ArioEvents events;
    private final int industries;
    private final Links sales;
    private final int[] purchases;
    private final InputGroups inputs;
    private final double[] finalDemand;
    private final double[] capital;
    private final double[] before;

    /** By link of supplier: what is ordered, and who the supplier is. */
    private final double[] orders;

    private final int[] supplier;

    /** By group of inputs: buyers one after the other, as in {@link InputGroups}. */
    private final int[] groupStart;

    private final double[] used;
    private final double[] days;
    private final double[] stock;
    private final double[] ordered;

    private final double[] production;
    private final double[] demand;
    private final double[] overproduction;
    private final double[] best;
    private final double[] toRebuild;
    private final double[] left;

    /** What a step leaves behind. The arrays are overwritten by the next step. */
    @FunctionalInterface
    public interface Steps {
        /**
         * @param step 0, 1 …
         * @param state the run
         * @param consumption what final customers got
         * @param unmet what they wanted besides
         * @param toRebuild what is still destroyed in the evening
         */
        void step(int step, ArioRun state, double consumption, double unmet, double toRebuild);
    }

    /**
     * @param network the industries, with {@link FirmNetwork#FINAL_DEMAND}; amounts are those of a step
     * @param stockSteps by sector, the target stock of its product in steps of use, &gt; 0, or infinite
     * @param capital by industry, its capital in the unit of the flows; asked for only where it is destroyed
     */
    public ArioRun(FirmNetwork network, double[] stockSteps, double[] capital, ArioOptions options, ArioEvents events) {
        this.options = options;
        this.events = events;
        this.capital = capital;
        industries = network.firms();
        sales = network.bySupplier();
        purchases = network.byBuyer().start();
        inputs = InputGroups.of(network);
        finalDemand = network.column(FirmNetwork.FINAL_DEMAND).orElseGet(() -> new double[industries]);
        before = sales.sums();
        for (int f = 0; f < industries; f++) {
            before[f] += finalDemand[f];
        }
        orders = sales.amount().clone();
        int[] sector = network.sectors().of();
        supplier = new int[sales.count()];
        for (int g = 0; g < industries; g++) {
            Arrays.fill(supplier, sales.start()[g], sales.start()[g + 1], g);
        }
        int groups = 0;
        for (int place : inputs.place()) {
            groups += place < 0 ? 1 : 0;
        }
        groupStart = new int[industries + 1];
        used = new double[groups];
        days = new double[groups];
        stock = new double[groups];
        ordered = new double[groups];
        int group = -1;
        for (int f = 0; f < industries; f++) {
            groupStart[f] = group + 1;
            for (int link = purchases[f]; link < purchases[f + 1]; link++) {
                int place = inputs.place()[link];
                if (place < 0) {
                    group++;
                    days[group] = stockSteps[sector[supplier[~place]]];
                }
                used[group] += inputs.amount()[link];
            }
        }
        groupStart[industries] = groups;
        for (int f = 0; f < industries; f++) {
            for (int i = groupStart[f]; i < groupStart[f + 1]; i++) {
                ordered[i] = used[i];
                stock[i] = days[i] * used[i];
                used[i] = before[f] == 0 ? 0 : used[i] / before[f];
            }
        }
        production = before.clone();
        demand = new double[industries];
        best = new double[industries];
        overproduction = new double[industries];
        Arrays.fill(overproduction, options.alphaBase());
        toRebuild = new double[industries];
        left = new double[events.damages().size()];
    }

    /** By industry, what it makes. */
    public double[] production() {
        return production;
    }

    /** By industry, what was asked of it. */
    public double[] demand() {
        return demand;
    }

    /** By industry, overproduction, 1 being none. */
    public double[] overproduction() {
        return overproduction;
    }

    /** Takes the stocks, in the order of the industries. */
    @FunctionalInterface
    public interface Stocks {
        /**
         * @param supplier an industry of the sector whose product it is
         * @param stock in the evening
         * @param ordered for the next step, from all suppliers of the sector
         */
        void stock(int industry, int supplier, double stock, double ordered);
    }

    /** Hands over the stocks of this evening. */
    public void stocks(Stocks taker) {
        for (int f = 0; f < industries; f++) {
            int group = groupStart[f] - 1;
            for (int link = purchases[f]; link < purchases[f + 1]; link++) {
                if (inputs.place()[link] < 0) {
                    group++;
                    taker.stock(f, supplier[~inputs.place()[link]], stock[group], ordered[group]);
                }
            }
        }
    }

    /**
     * Runs.
     *
     * @param steps how many, from step 0, ≥ 0
     * @throws IllegalArgumentException if more capital is destroyed than an industry has
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public void run(int steps, Steps listener, RunMonitor monitor) {
        LongWork.begins("running industries step by step");
        double[] lost = new double[industries];
        double[] destroyed = new double[industries];
        for (int step = 0; step < steps; step++) {
            monitor.checkCancelled();
            monitor.progress(step, steps, "Simulating steps");
            events(step, lost, destroyed);
            double consumed = 0;
            double wanted = 0;
            for (int f = 0; f < industries; f++) {
                produce(f, lost[f]);
                consumed += finalDemand[f] * part(f);
                wanted += finalDemand[f];
            }
            deliver();
            double open = rebuild(step);
            for (int f = 0; f < industries; f++) {
                order(f);
            }
            listener.step(step, this, consumed, wanted - consumed, open);
        }
    }

    private void events(int step, double[] lost, double[] destroyed) {
        Arrays.fill(lost, 0);
        Arrays.fill(destroyed, 0);
        Arrays.fill(toRebuild, 0);
        for (int i = 0; i < left.length; i++) {
            ArioEvents.Damage damage = events.damages().get(i);
            left[i] = damage.step() == step ? damage.amount() : left[i];
            toRebuild[damage.builder()] += left[i] / options.rebuildTau();
            if (damage.industry() >= 0) {
                destroyed[damage.industry()] += left[i];
            }
        }
        for (int f = 0; f < industries; f++) {
            lost[f] = destroyed[f] == 0 ? 0 : destroyed[f] / capital[f];
            if (!(lost[f] <= 1)) {
                throw new IllegalArgumentException("more capital is destroyed than industry " + f + " has");
            }
        }
        for (ArioEvents.Loss loss : events.losses()) {
            if (loss.first() <= step && step <= loss.last()) {
                lost[loss.industry()] = Math.max(lost[loss.industry()], loss.part());
            }
        }
    }

    private void produce(int f, double lost) {
        double sum = 0;
        for (int link = sales.start()[f]; link < sales.start()[f + 1]; link++) {
            sum += orders[link];
        }
        demand[f] = sum + finalDemand[f] + toRebuild[f];
        double scarcity = demand[f] == 0 ? 0 : (demand[f] - production[f]) / demand[f];
        double alpha = overproduction[f];
        alpha += scarcity > NO_SCARCITY
                ? (options.alphaMax() - alpha) * scarcity / options.alphaTau()
                : (options.alphaBase() - alpha) / options.alphaTau();
        overproduction[f] = Math.max(1, alpha);
        best[f] = Math.min(demand[f], overproduction[f] * (1 - lost) * before[f]);
        double held = 1;
        for (int i = groupStart[f]; i < groupStart[f + 1]; i++) {
            double required = options.psi() * days[i] * used[i] * best[f];
            if (required > 0 && required < Double.POSITIVE_INFINITY) {
                held = Math.min(held, stock[i] / required);
            }
        }
        production[f] = best[f] * held;
    }

    private double part(int f) {
        return demand[f] == 0 ? 0 : production[f] / demand[f];
    }

    private void deliver() {
        for (int f = 0; f < industries; f++) {
            int i = groupStart[f] - 1;
            for (int link = purchases[f]; link < purchases[f + 1]; link++) {
                int place = inputs.place()[link];
                if (place < 0) {
                    i++;
                    place = ~place;
                    stock[i] -= used[i] * production[f];
                }
                stock[i] += orders[place] * part(supplier[place]);
            }
            for (i = groupStart[f]; i < groupStart[f + 1]; i++) {
                stock[i] = Math.max(0, stock[i]);
            }
        }
    }

    /** What is still destroyed after this step's work. */
    private double rebuild(int step) {
        double open = 0;
        for (int i = 0; i < left.length; i++) {
            ArioEvents.Damage damage = events.damages().get(i);
            left[i] = Math.max(0, left[i] - left[i] / options.rebuildTau() * part(damage.builder()));
            open += damage.step() <= step ? left[i] : 0;
        }
        return open;
    }

    private void order(int f) {
        int to = purchases[f + 1];
        int i = groupStart[f];
        for (int begin = purchases[f]; begin < to; i++) {
            int end = begin + 1;
            while (end < to && inputs.place()[end] >= 0) {
                end++;
            }
            double gap = Double.isInfinite(days[i]) ? 0 : Math.max(0, days[i] * used[i] * best[f] - stock[i]);
            double wanted = gap / options.inventoryTau() + used[i] * production[f];
            double sum = 0;
            for (int link = begin; link < end; link++) {
                sum += inputs.amount()[link] * preference(link);
            }
            ordered[i] = sum == 0 ? 0 : wanted;
            for (int link = begin; link < end; link++) {
                int place = inputs.place()[link];
                orders[place < 0 ? ~place : place] =
                        sum == 0 ? 0 : wanted * (inputs.amount()[link] * preference(link) / sum);
            }
            begin = end;
        }
    }

    /** How much a supplier still makes of what it made, where orders follow that. */
    private double preference(int link) {
        int place = inputs.place()[link];
        int g = supplier[place < 0 ? ~place : place];
        return options.followProduction() ? production[g] / before[g] : 1;
    }
}
