package io.chokepoint.network;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.SourcingException.SupplierPart;
import io.chokepoint.model.Supply;
import java.util.List;

/** Turns a dataset and one number per figure into a network that the engine can run (model page, section 2). */
public final class NetworkCompiler {

    /** A maker may be overdrawn by rounding, but by no more than this part of the world's output. */
    private static final double OVERDRAFT_TOLERANCE = 1e-9;

    private static final double ROUNDING = 1e-12;

    /** Raising goes against the flow once, or a few times where there are cycles; more would mean it does not settle. */
    private static final int MOST_RAISING_ROUNDS = 1_000;

    /** What to do with a maker whose customers take more than it makes. */
    public enum Overdraft {
        /** Say so: the dataset contradicts itself. */
        REFUSE,
        /**
         * Raise its baseline to what they take, and its inputs with it. For drawn figures, where each is plausible by itself but
         * shares, use shares and stated mixes need not fit together to the last digit.
         */
        RAISE
    }

    private NetworkCompiler() {}

    /**
     * Structure and numbers in one go.
     *
     * @throws ChokepointException if sourcing exceptions overdraw a maker; the message names the maker and the amount
     */
    public static CompiledNetwork compile(Dataset dataset, FigureValues values) {
        return compile(new NetworkStructure(dataset), values, Overdraft.REFUSE);
    }

    /**
     * The numbers alone, for a structure that is there already.
     *
     * <p>The shares of a good, and the parts of a stated mix, are divided by their sum: files state them to within 1e-6 of 1, and
     * a rest of that size would look like a shortage.
     *
     * @throws ChokepointException if a maker is overdrawn and that is to be refused
     */
    public static CompiledNetwork compile(NetworkStructure structure, FigureValues values, Overdraft overdraft) {
        CompiledNetwork network = new CompiledNetwork(structure);
        fillActivities(network, values);
        fillSlots(network, values);
        fillMarkets(network, values);
        if (overdraft == Overdraft.RAISE) {
            raiseOverdrawn(network);
        }
        fillOtherUses(network);
        return network;
    }

    private static void fillActivities(CompiledNetwork network, FigureValues values) {
        NetworkStructure structure = network.structure;
        Dataset dataset = structure.dataset();
        List<Supply> supplies = dataset.supplies();
        for (int i = 0; i < structure.activityCount; i++) {
            Supply supply = supplies.get(i);
            network.baseline[i] = values.of(supply.share());
            network.spare[i] = values.of(supply.spare());
            network.rampWeeks[i] = supply.rampWeeks();
        }
        for (Good good : dataset.goods()) {
            double sum = 0;
            int[] makers = structure.makersOf(good);
            for (int i : makers) {
                sum += network.baseline[i];
            }
            for (int i : makers) {
                network.baseline[i] /= sum;
            }
        }
        for (int i = 0; i < structure.activityCount; i++) {
            if (!(network.baseline[i] > 0)) {
                throw new ChokepointException(
                        "The share of '" + structure.activity(i) + "' must be above 0, but is " + network.baseline[i]);
            }
        }
    }

    private static void fillSlots(CompiledNetwork network, FigureValues values) {
        NetworkStructure structure = network.structure;
        List<Dependency> dependencies = structure.dataset().dependencies();
        // Σ over N of the model page: the shares of those makers that need the input.
        double[] needing = new double[dependencies.size()];
        for (int e = 0; e < structure.slotCount; e++) {
            needing[structure.slotDependency[e]] += network.baseline[structure.slotActivity[e]];
        }
        for (int e = 0; e < structure.slotCount; e++) {
            Dependency dependency = dependencies.get(structure.slotDependency[e]);
            int i = structure.slotActivity[e];
            Activity consumer = structure.activity(i);
            network.criticality[e] = values.of(dependency.criticality());
            network.stockWeeks[e] = values.of(dependency.stockWeeks());
            network.qualification[e] = values.of(dependency.qualificationWeeks());
            network.lifetimeYears[e] = dependency.lifetimeYears();
            network.costShare[e] = values.of(dependency.costShare());
            for (int l = structure.linkStart[e]; l < structure.linkMid[e]; l++) {
                network.mix[l] = network.baseline[structure.linkSupplier[l]];
            }
            for (SourcingException exception : structure.exceptionsOf(consumer, dependency.input())) {
                if (exception.stockWeeks() != null) {
                    network.stockWeeks[e] = values.of(exception.stockWeeks());
                }
                if (exception.qualificationWeeks() != null) {
                    network.qualification[e] = values.of(exception.qualificationWeeks());
                }
                if (!exception.mix().isEmpty()) {
                    fillMix(network, e, exception);
                }
            }
            double use = values.of(dependency.useShare());
            if (!(use > 0)) {
                throw new ChokepointException(
                        "The use share of '" + dependency.id() + "' must be above 0, but is " + use);
            }
            double slotFlow = use * network.baseline[i] / needing[structure.slotDependency[e]];
            double total = 0;
            for (int l = structure.linkStart[e]; l < structure.linkMid[e]; l++) {
                network.flow[l] = slotFlow * network.mix[l];
                total += network.flow[l];
            }
            network.coefficient[e] = total / network.baseline[i];
            int a = structure.altStart[e];
            for (Alternative alternative : dependency.alternatives()) {
                network.altCap[a] = values.of(alternative.cap());
                network.altQualification[a] = values.of(alternative.qualificationWeeks());
                a++;
            }
        }
    }

    private static void fillMix(CompiledNetwork network, int slot, SourcingException exception) {
        NetworkStructure structure = network.structure;
        for (int l = structure.linkStart[slot]; l < structure.linkMid[slot]; l++) {
            network.mix[l] = 0;
        }
        double sum = 0;
        for (SupplierPart part : exception.mix()) {
            sum += part.share();
        }
        for (SupplierPart part : exception.mix()) {
            int supplier = structure.index(new Activity(exception.input(), part.provider()));
            for (int l = structure.linkStart[slot]; l < structure.linkMid[slot]; l++) {
                if (structure.linkSupplier[l] == supplier) {
                    network.mix[l] = part.share() / sum;
                }
            }
        }
    }

    private static void fillMarkets(CompiledNetwork network, FigureValues values) {
        NetworkStructure structure = network.structure;
        int first = structure.linkStart[structure.slotCount];
        for (int m = 0; m < structure.marketCount; m++) {
            Market market = structure.market(m);
            network.switchWeeks[m] = market.switchWeeks();
            network.sensitivity[m] = values.of(market.priceSensitivity());
            double demand = 0;
            for (int l = structure.marketLinkStart[m]; l < structure.marketLinkStart[m + 1]; l++) {
                Offer offer = structure.offer(l);
                network.flow[l] = values.of(offer.useShare()) * network.baseline[structure.linkSupplier[l]];
                network.functionPerUnit[l - first] = offer.functionPerUnit();
                demand += offer.functionPerUnit() * network.flow[l];
            }
            network.marketDemand[m] = demand;
            for (int l = structure.marketLinkStart[m]; l < structure.marketLinkStart[m + 1]; l++) {
                double weight = network.functionPerUnit[l - first] * network.flow[l] / demand;
                network.marketWeight[l - first] = weight;
                network.mix[l] = weight;
            }
        }
    }

    /** Downstream first, so that what a raised maker needs more of is seen when its suppliers' turn comes. */
    private static void raiseOverdrawn(CompiledNetwork network) {
        NetworkStructure structure = network.structure;
        double[] sold = new double[structure.activityCount];
        for (int l = 0; l < structure.linkCount; l++) {
            sold[structure.linkSupplier[l]] += network.flow[l];
        }
        boolean raised = true;
        for (int round = 0; raised && round < MOST_RAISING_ROUNDS; round++) {
            raised = false;
            for (int i : structure.downstreamFirst) {
                double factor = sold[i] / network.baseline[i];
                if (factor > 1 + ROUNDING) {
                    raised = true;
                    network.baseline[i] = sold[i];
                    for (int l = structure.linkStart[structure.slotStart[i]];
                            l < structure.linkStart[structure.slotStart[i + 1]];
                            l++) {
                        sold[structure.linkSupplier[l]] += network.flow[l] * (factor - 1);
                        network.flow[l] *= factor;
                    }
                }
            }
        }
    }

    private static void fillOtherUses(CompiledNetwork network) {
        NetworkStructure structure = network.structure;
        double[] sold = new double[structure.activityCount];
        for (int l = 0; l < structure.linkCount; l++) {
            sold[structure.linkSupplier[l]] += network.flow[l];
        }
        StringBuilder overdrawn = new StringBuilder();
        for (int j = 0; j < structure.activityCount; j++) {
            double rest = network.baseline[j] - sold[j];
            if (rest < -OVERDRAFT_TOLERANCE) {
                Activity maker = structure.activity(j);
                overdrawn
                        .append(overdrawn.isEmpty() ? "" : "\n")
                        .append("Maker '" + maker.provider().id() + "' of good '"
                                + maker.good().id() + "' is overdrawn by " + -rest + ": its customers take " + sold[j]
                                + " of its share " + network.baseline[j] + ".");
            }
            network.otherUses[j] = Math.max(0, rest);
        }
        if (!overdrawn.isEmpty()) {
            throw new ChokepointException(overdrawn.toString());
        }
    }
}
