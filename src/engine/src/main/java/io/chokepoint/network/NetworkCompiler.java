package io.chokepoint.network;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Supply;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

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
        fillSlots(network, values, shareMoved(network));
        fillMarkets(network, values);
        fillSold(network);
        if (overdraft == Overdraft.RAISE) {
            raiseOverdrawn(network);
            // What was added and multiplied bit by bit has lost its last digits.
            fillSold(network);
        }
        fillOtherUses(network);
        sortBySupplier(network);
        if (structure.dataset().hasValues()) {
            network.prices = NetworkPrices.of(network, values, overdraft == Overdraft.RAISE);
        }
        return network;
    }

    private static void fillActivities(CompiledNetwork network, FigureValues values) {
        NetworkStructure structure = network.structure;
        List<Supply> supplies = structure.dataset().supplies();
        for (int i = 0; i < structure.activityCount; i++) {
            Supply supply = supplies.get(i);
            network.baseline[i] = values.of(supply.share());
            network.spare[i] = values.of(supply.spare());
            network.rampWeeks[i] = supply.rampWeeks();
        }
        structure.divideBySumOfGood(network.baseline);
        for (int i = 0; i < structure.activityCount; i++) {
            if (!(network.baseline[i] > 0)) {
                throw new ChokepointException(
                        "The share of '" + structure.activity(i) + "' must be above 0, but is " + network.baseline[i]);
            }
        }
    }

    /**
     * The share of each activity as a part of its central share: 1 for all at central figures. A stated mix was balanced against
     * the central shares, so it moves with them.
     */
    private static double[] shareMoved(CompiledNetwork network) {
        NetworkStructure structure = network.structure;
        double[] moved = network.baseline.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] /= structure.centralShare[i];
        }
        return moved;
    }

    private static void fillSlots(CompiledNetwork network, FigureValues values, double[] shareMoved) {
        NetworkStructure structure = network.structure;
        List<Dependency> dependencies = structure.dataset().dependencies();
        double[] use = byDependency(dependencies, values, Dependency::useShare);
        for (int d = 0; d < use.length; d++) {
            if (!(use[d] > 0)) {
                throw new ChokepointException(
                        "The use share of '" + dependencies.get(d).id() + "' must be above 0, but is " + use[d]);
            }
        }
        // One pass for each matter, not one for all: the runtime's compiler took seconds over a loop that did all of
        // it.
        int[] dependencyOf = structure.slotDependency;
        copy(byDependency(dependencies, values, Dependency::criticality), dependencyOf, network.criticality);
        copy(byDependency(dependencies, values, Dependency::stockWeeks), dependencyOf, network.stockWeeks);
        copy(byDependency(dependencies, values, Dependency::qualificationWeeks), dependencyOf, network.qualification);
        copy(byDependency(dependencies, values, Dependency::costShare), dependencyOf, network.costShare);
        double[] lifetimes =
                dependencies.stream().mapToDouble(Dependency::lifetimeYears).toArray();
        copy(lifetimes, dependencyOf, network.lifetimeYears);
        fillOwnFigures(network, values);
        fillAlternatives(network, values);
        for (int e = 0; e < structure.slotCount; e++) {
            fillMix(network, e, shareMoved);
        }
        fillFlows(network, use);
    }

    private static double[] byDependency(
            List<Dependency> dependencies, FigureValues values, Function<Dependency, Figure> figure) {
        double[] all = new double[dependencies.size()];
        for (int d = 0; d < all.length; d++) {
            all[d] = values.of(figure.apply(dependencies.get(d)));
        }
        return all;
    }

    private static void copy(double[] byDependency, int[] dependencyOf, double[] bySlot) {
        for (int e = 0; e < bySlot.length; e++) {
            bySlot[e] = byDependency[dependencyOf[e]];
        }
    }

    private static void fillOwnFigures(CompiledNetwork network, FigureValues values) {
        NetworkStructure structure = network.structure;
        for (int e = 0; e < structure.slotCount; e++) {
            Figure ownStock = structure.ownStock[e];
            if (ownStock != null) {
                network.stockWeeks[e] = values.of(ownStock);
            }
            Figure ownQualification = structure.ownQualification[e];
            if (ownQualification != null) {
                network.qualification[e] = values.of(ownQualification);
            }
        }
    }

    private static void fillAlternatives(CompiledNetwork network, FigureValues values) {
        NetworkStructure structure = network.structure;
        for (int e = 0; e < structure.slotCount; e++) {
            int a = structure.altStart[e];
            if (a == structure.altStart[e + 1]) {
                continue;
            }
            for (Alternative alternative : structure.dependency(e).alternatives()) {
                network.altCap[a] = values.of(alternative.cap());
                network.altQualification[a] = values.of(alternative.qualificationWeeks());
                a++;
            }
        }
    }

    /**
     * Z and a of the model page.
     *
     * @param use u by dependency
     */
    private static void fillFlows(CompiledNetwork network, double[] use) {
        NetworkStructure structure = network.structure;
        // Σ over N of the model page: the shares of those makers that need the input.
        double[] needing = new double[use.length];
        for (int e = 0; e < structure.slotCount; e++) {
            needing[structure.slotDependency[e]] += network.baseline[structure.slotActivity[e]];
        }
        for (int e = 0; e < structure.slotCount; e++) {
            int d = structure.slotDependency[e];
            int i = structure.slotActivity[e];
            double slotFlow = use[d] * network.baseline[i] / needing[d];
            double total = 0;
            for (int l = structure.linkStart[e]; l < structure.linkUsual[e]; l++) {
                network.flow[l] = slotFlow * network.mix[l];
                total += network.flow[l];
            }
            network.coefficient[e] = total / network.baseline[i];
        }
    }

    /**
     * By shares; a stated mix follows its makers' shares where these are drawn, and then sums to 1 again. Of makers that are not usual
     * suppliers nothing is bought.
     */
    private static void fillMix(CompiledNetwork network, int slot, double[] shareMoved) {
        NetworkStructure structure = network.structure;
        int from = structure.linkStart[slot];
        int to = structure.linkUsual[slot];
        if (!structure.slotStated[slot]) {
            for (int l = from; l < to; l++) {
                network.mix[l] = network.baseline[structure.linkSupplier[l]];
            }
            return;
        }
        double sum = 0;
        for (int l = from; l < to; l++) {
            double part = structure.linkStated[l] * shareMoved[structure.linkSupplier[l]];
            network.mix[l] = part;
            sum += part;
        }
        for (int l = from; l < to; l++) {
            network.mix[l] /= sum;
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

    private static void sortBySupplier(CompiledNetwork network) {
        int[] links = network.structure.buyerLink;
        for (int buyer = 0; buyer < links.length; buyer++) {
            network.buyerMix[buyer] = network.mix[links[buyer]];
            network.buyerFlow[buyer] = network.flow[links[buyer]];
        }
    }

    private static void fillSold(CompiledNetwork network) {
        NetworkStructure structure = network.structure;
        Arrays.fill(network.sold, 0);
        for (int e = 0; e < structure.slotCount; e++) {
            for (int l = structure.linkStart[e]; l < structure.linkUsual[e]; l++) {
                network.sold[structure.linkSupplier[l]] += network.flow[l];
            }
        }
        for (int l = structure.linkStart[structure.slotCount]; l < structure.linkCount; l++) {
            network.sold[structure.linkSupplier[l]] += network.flow[l];
        }
    }

    /** Downstream first, so that what a raised maker needs more of is seen when its suppliers' turn comes. */
    private static void raiseOverdrawn(CompiledNetwork network) {
        NetworkStructure structure = network.structure;
        double[] sold = network.sold;
        boolean raised = true;
        for (int round = 0; raised && round < MOST_RAISING_ROUNDS; round++) {
            raised = false;
            for (int i : structure.downstreamFirst) {
                double factor = sold[i] / network.baseline[i];
                if (factor > 1 + ROUNDING) {
                    raised = true;
                    network.baseline[i] = sold[i];
                    for (int e = structure.slotStart[i]; e < structure.slotStart[i + 1]; e++) {
                        for (int l = structure.linkStart[e]; l < structure.linkUsual[e]; l++) {
                            sold[structure.linkSupplier[l]] += network.flow[l] * (factor - 1);
                            network.flow[l] *= factor;
                        }
                    }
                }
            }
        }
    }

    private static void fillOtherUses(CompiledNetwork network) {
        NetworkStructure structure = network.structure;
        double[] sold = network.sold;
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
