package io.chokepoint.simulation;

import io.chokepoint.model.Activity;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import io.chokepoint.result.Acting;
import io.chokepoint.result.HeldFlows;
import io.chokepoint.result.InputNeed;
import io.chokepoint.result.LeanStock;
import io.chokepoint.result.RestrictionReach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a scenario's restrictions acted on what in a run, and from which week on: each alone, by the same rules and figures as all
 * together. A restriction that selects a flow but lets all of it through at once, because of its figures or its end use, does not act. Delays
 * are the exception: what they add up to is rounded, so parts of a week that would be nothing alone act where together they are a week.
 */
final class RestrictionActs {
    private static final int NEVER = Integer.MAX_VALUE;

    private final CompiledScenario scenario;
    private final NetworkStructure structure;
    private final int count;
    /** By restriction and place among the affected links: the first week with φ &lt; 1, or with a part of a T that is above 0. */
    private final int[][] volumeFrom;
    /** The same of cost rates above 0. */
    private final int[][] costFrom;
    /** By restriction: the first week in which its T is above 0 on any flow, and in which that makes one late. */
    private final int[] holdsUpFrom;

    private final int[] lateFrom;
    /** By place: the first week of any restriction. */
    private final int[] restrictedFrom;
    /** By place, the weeks with T &gt; 0 under all restrictions together; null where nothing delays. */
    private final @Nullable BitSet[] late;
    /** By restriction: the activities that it puts out. */
    private final int[][] makers;
    /** By restriction: the first week in which it puts any of them out. */
    private final int[] outFrom;
    /** By restriction and week of the run: whether it is in force as an outage. */
    private final boolean[][] isOut;

    RestrictionActs(CompiledScenario scenario, int weeks) {
        this.scenario = scenario;
        this.structure = scenario.network().structure();
        this.count = scenario.scenario().restrictions().size();
        int places = scenario.affectedLinkCount();
        volumeFrom = new int[count][places];
        costFrom = new int[count][places];
        restrictedFrom = filled(places);
        makers = new int[count][];
        outFrom = filled(count);
        holdsUpFrom = filled(count);
        lateFrom = filled(count);
        isOut = new boolean[count][weeks];
        late = new BitSet[places];
        observeTogether(weeks);
        for (int r = 0; r < count; r++) {
            Arrays.fill(volumeFrom[r], NEVER);
            Arrays.fill(costFrom[r], NEVER);
            makers[r] = scenario.selection().activities(r);
            observe(r, weeks);
        }
    }

    private static int[] filled(int length) {
        int[] never = new int[length];
        Arrays.fill(never, NEVER);
        return never;
    }

    private void observeTogether(int weeks) {
        WeekEffects together = new WeekEffects(scenario);
        for (int place = 0; place < late.length; place++) {
            late[place] = together.canDelay(scenario.affectedLink(place)) ? new BitSet(weeks) : null;
        }
        for (int week = 0; week < weeks; week++) {
            boolean changed = together.advanceTo(week);
            for (int place = 0; place < late.length; place++) {
                int link = scenario.affectedLink(place);
                BitSet lateIn = late[place];
                boolean delayed = lateIn != null && together.meanDelay(link) > 0;
                if (delayed) {
                    lateIn.set(week);
                }
                if (changed && (delayed || together.permitted(link) < 1)) {
                    restrictedFrom[place] = Math.min(restrictedFrom[place], week);
                }
            }
        }
    }

    private boolean isLate(int place, int week) {
        BitSet lateIn = late[place];
        return lateIn != null && lateIn.get(week);
    }

    private void observe(int r, int weeks) {
        WeekEffects alone = WeekEffects.ofOne(scenario, r);
        int[] links = scenario.selection().links(r);
        for (int week = 0; week < weeks; week++) {
            boolean changed = alone.advanceTo(week);
            for (int link : links) {
                int place = scenario.affectedPlace(link);
                if (changed || late[place] != null) {
                    observeLink(r, link, place, week, alone);
                }
            }
            for (int i : makers[r]) {
                isOut[r][week] |= alone.working(i) < 1;
            }
            if (isOut[r][week] && outFrom[r] == NEVER) {
                outFrom[r] = week;
            }
        }
    }

    private void observeLink(int r, int link, int place, int week, WeekEffects alone) {
        boolean isAccess = scenario.isAccess(link);
        boolean holdsUp = isAccess ? scenario.inForce(r, week) : alone.holdsUp(link);
        boolean late = isAccess ? holdsUp && scenario.accessWait(r) > 0 : holdsUp && isLate(place, week);
        holdsUpFrom[r] = holdsUp ? Math.min(holdsUpFrom[r], week) : holdsUpFrom[r];
        lateFrom[r] = late ? Math.min(lateFrom[r], week) : lateFrom[r];
        if (alone.permitted(link) < 1 || (late && !isAccess)) {
            volumeFrom[r][place] = Math.min(volumeFrom[r][place], week);
        }
        if (alone.rate(link) > 0) {
            costFrom[r][place] = Math.min(costFrom[r][place], week);
        }
    }

    /** Whether φ was below 1 or T above 0 on the link in some week up to this one. */
    boolean isRestricted(int link, int week) {
        int place = scenario.affectedPlace(link);
        return place >= 0 && restrictedFrom[place] <= week;
    }

    /** Who held the flow back or delayed it up to that week. */
    List<Acting> onVolume(int link, int week) {
        return acting(volumeFrom, link, week);
    }

    /** Who added cost to the flow up to that week. */
    List<Acting> onCost(int link, int week) {
        return acting(costFrom, link, week);
    }

    private List<Acting> acting(int[][] from, int link, int week) {
        int place = scenario.affectedPlace(link);
        if (place < 0) {
            return List.of();
        }
        List<Acting> all = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            if (from[r][place] <= week) {
                all.add(new Acting(r, from[r][place]));
            }
        }
        return all;
    }

    /** Whose outage takes capacity from the activity in that very week. */
    List<Acting> outages(int activity, int week) {
        List<Acting> all = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            if (isOut[r][week] && Arrays.binarySearch(makers[r], activity) >= 0) {
                all.add(new Acting(r, outFrom[r]));
            }
        }
        return all;
    }

    /** @param network whose flows carry something */
    HeldFlows held(CompiledNetwork network) {
        Set<Activity> out = new HashSet<>();
        for (int r = 0; r < count; r++) {
            if (outFrom[r] != NEVER) {
                for (int i : makers[r]) {
                    out.add(structure.activity(i));
                }
            }
        }
        Set<HeldFlows.Flow> held = new HashSet<>();
        for (int place = 0; place < restrictedFrom.length; place++) {
            int link = scenario.affectedLink(place);
            if (restrictedFrom[place] != NEVER && network.flow(link) > 0) {
                held.add(
                        new HeldFlows.Flow(structure.activity(structure.linkSupplier(link)), structure.customer(link)));
            }
        }
        return new HeldFlows(out, held);
    }

    /** @param network whose flows carry something */
    List<RestrictionReach> reach(CompiledNetwork network) {
        List<RestrictionReach> all = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            all.add(reach(r, network));
        }
        return all;
    }

    private RestrictionReach reach(int r, CompiledNetwork network) {
        boolean[] isMaker = new boolean[structure.activityCount()];
        boolean[] isTouched = new boolean[structure.activityCount()];
        LeanStock[] stocks = new LeanStock[structure.dataset().dependencies().size()];
        for (int i : makers[r]) {
            isMaker[i] = true;
            isTouched[i] = outFrom[r] != NEVER;
            for (int place = structure.customerStart(i);
                    isTouched[i] && place < structure.customerStart(i + 1);
                    place++) {
                look(stocks, structure.customerLink(place), network);
            }
        }
        int volume = outFrom[r];
        int cost = NEVER;
        for (int link : scenario.selection().links(r)) {
            int maker = structure.linkSupplier(link);
            int cut = volumeFrom[r][scenario.affectedPlace(link)];
            int dear = costFrom[r][scenario.affectedPlace(link)];
            isMaker[maker] = true;
            isTouched[maker] |= cut != NEVER || dear != NEVER;
            if (cut != NEVER) {
                look(stocks, link, network);
            }
            volume = Math.min(volume, cut);
            cost = Math.min(cost, dear);
        }
        return new RestrictionReach(
                activities(isMaker),
                activities(isTouched),
                Arrays.stream(stocks).filter(Objects::nonNull).toList(),
                week(volume),
                week(cost),
                scenario.delay(r) > 0 && holdsUpFrom[r] != NEVER && lateFrom[r] == NEVER);
    }

    private List<Activity> activities(boolean[] which) {
        List<Activity> all = new ArrayList<>();
        for (int i = 0; i < which.length; i++) {
            if (which[i]) {
                all.add(structure.activity(i));
            }
        }
        return all;
    }

    /** Keeps the stock that stands behind a flow where it is the smallest of its input; flows of alternatives are no flows of the input. */
    private void look(@Nullable LeanStock[] stocks, int link, CompiledNetwork network) {
        int slot = structure.linkSlot(link);
        if (slot < 0
                || structure.isAlternative(link)
                || !(network.flow(link) > 0)
                || structure.dependency(slot).mode() != DependencyMode.CONSUMED) {
            return;
        }
        double weeks = scenario.stockWeeks(slot);
        Activity buyer = structure.activity(structure.slotActivity(slot));
        int d = structure.dependencyOf(slot);
        LeanStock known = stocks[d];
        if (known == null
                || weeks < known.weeks()
                || (weeks == known.weeks() && structure.index(buyer) < structure.index(known.buyer()))) {
            stocks[d] = new LeanStock(need(slot), buyer, weeks);
        }
    }

    /** What the maker of a slot needs of its input. */
    InputNeed need(int slot) {
        return new InputNeed(
                structure.dependency(slot),
                structure.stockFigure(slot),
                scenario.builtStock(slot),
                structure.qualificationFigure(slot));
    }

    private static OptionalInt week(int week) {
        return week == NEVER ? OptionalInt.empty() : OptionalInt.of(week);
    }
}
